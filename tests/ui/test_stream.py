"""The show in a stream: drawn off screen, mixed into samples, on the samples' own clock."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import zxingcpp
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import build_show
from kiosk.booth.settings import Settings
from kiosk.live.broadcast.schedule import Schedule
from kiosk.live.codes import tagged
from kiosk.options import RunOptions
from kiosk.packs.library import Library
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.stream_sound import StreamBed
from kiosk.ui.bridge.voice import RATE
from kiosk.ui.broadcast import Broadcast, OffscreenStage, StreamSound
from kiosk.ui.screen import load_fonts

FPS = 25
SIZE = (960, 540)


class Stream:
    """A whole stream; its frames are asked for by hand, on a clock that stands still."""

    def __init__(self, settings: Settings, seconds: float | None = None) -> None:
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.frames: list[tuple[bytes, bytes | None]] = []
        self.now = 100.0
        self.done = False
        self.keeps_up = True
        self.schedule = Schedule(FPS, 0.0)
        self.sound = StreamSound(settings, self.schedule, self._log)
        codes = CodeImages()
        options = RunOptions(resources.demonstration(), language="en")
        self.show = build_show(options, settings, self._log, codes, self.sound.outlets)
        self.controller: StageController = self.show.stage
        self.stage = OffscreenStage(self.controller, codes, SIZE)
        self.broadcast = Broadcast(
            self.stage, self.controller, self.sound, self.schedule, self, lambda: True,
            seconds, self._end, lambda: self.now,
        )  # fmt: skip
        self.broadcast._timer.setInterval(10**7)

    def _log(self, event: str, **figures: Any) -> None:
        self.said.append((event, figures))

    def push(self, sound: bytes, picture: memoryview | bytes | None) -> None:
        self.frames.append((sound, None if picture is None else bytes(picture)))

    def _end(self) -> None:
        self.done = True

    def open(self, qtbot: QtBot) -> None:
        """Start, and wait for the first scene; its first frame is not drawn yet."""
        with qtbot.waitSignal(self.controller.showScene, timeout=30_000):
            self.broadcast.start()
        self.broadcast._timer.stop()

    def beat(self, seconds: float = 1 / FPS) -> None:
        """Let the clock go on and ask once what is due."""
        self.broadcast._beat()
        self.broadcast._timer.stop()
        self.now += seconds

    def close(self) -> None:
        self.broadcast.close()
        self.show.close()
        self.stage.close()


@pytest.fixture
def stream(qtbot: QtBot) -> Iterator[Stream]:
    load_fonts()
    made = Stream(Settings())
    yield made
    made.close()


def test_the_stage_is_drawn_with_a_code_that_scans_and_its_ai_label(
    qtbot: QtBot, stream: Stream
) -> None:
    stream.open(qtbot)
    for _ in range(3):
        qtbot.wait(30)
        stream.beat()
    name = next(figures["pack"] for event, figures in stream.said if event == "scene")
    pack = Library(resources.demonstration()).load(name)
    pixels = stream.stage.pixels()[:, :, :3]
    assert pixels.shape == (540, 960, 3)
    read = zxingcpp.read_barcodes(np.ascontiguousarray(pixels).repeat(2, 0).repeat(2, 1))
    assert [code.text for code in read] == [tagged(pack.rooms[0].url, "")]
    corner = pixels[10:100, 860:940].astype(int)
    assert corner.std() > 20, "the seal stands in the upper right corner"


def test_a_frame_is_the_picture_as_i420(qtbot: QtBot, stream: Stream) -> None:
    stream.open(qtbot)
    stream.beat()
    picture = stream.frames[-1][1]
    assert picture is not None
    assert len(picture) == 960 * 540 * 3 // 2
    red, green, blue = (stream.stage.pixels()[:, :, at].astype(float) for at in (2, 1, 0))
    light = 16 + (65.738 * red + 129.057 * green + 25.064 * blue) / 256  # BT.601, video range
    drawn = np.frombuffer(picture, np.uint8)[: 960 * 540].reshape(540, 960)
    assert np.abs(drawn - light).max() <= 2


def test_what_has_not_changed_is_not_drawn_again(qtbot: QtBot, stream: Stream) -> None:
    drawn = [stream.stage.draw() for _ in range(4)]
    assert drawn[0]
    assert not drawn[-1]
    stream.open(qtbot)
    assert stream.stage.draw()


def test_pictures_that_wait_are_left_alone(qtbot: QtBot, stream: Stream) -> None:
    stream.open(qtbot)
    first = stream.stage.frame()
    before = bytes(first)
    for _ in range(9):  # eight may wait, one is being written
        stream.stage._image.fill(0xFF0000FF)
        stream.stage.frame()
    assert bytes(first) == before


def test_each_frame_brings_exactly_its_samples(qtbot: QtBot, stream: Stream) -> None:
    stream.open(qtbot)
    for _ in range(10):
        stream.beat()
    assert len(stream.frames) == 10
    assert {len(sound) for sound, _ in stream.frames} == {48_000 // FPS * 4}
    assert stream.schedule.seconds == pytest.approx(0.4)


def test_a_busy_machine_repeats_pictures_and_loses_no_sound(qtbot: QtBot, stream: Stream) -> None:
    stream.open(qtbot)
    stream.beat(seconds=0.2)
    stream.beat()
    assert [picture is None for _, picture in stream.frames] == [False, *[True] * 4, False]
    assert stream.schedule.repeated == 4


def test_for_an_encoder_that_is_behind_nothing_is_drawn(qtbot: QtBot, stream: Stream) -> None:
    stream.open(qtbot)
    stream.beat()
    stream.keeps_up = False
    for _ in range(3):
        stream.beat()
    stream.keeps_up = True
    stream.beat()
    assert [picture is None for _, picture in stream.frames] == [False, True, True, True, False]
    assert stream.schedule.drawn == 2
    assert all(sound for sound, _ in stream.frames)


def test_it_ends_after_its_seconds_to_the_frame(qtbot: QtBot) -> None:
    load_fonts()
    stream = Stream(Settings(), seconds=0.5)
    try:
        stream.open(qtbot)
        stream.beat(seconds=0.3)
        stream.beat(seconds=2.0)
        stream.beat()
        assert stream.done
        assert len(stream.frames) == 13
    finally:
        stream.close()


def narration(folder: Path) -> Path:
    """Two seconds, a click at one."""
    samples = np.zeros(2 * RATE, np.float32)
    samples[RATE] = 0.9
    path = folder / "told.wav"
    soundfile.write(path, samples, RATE, subtype="PCM_16")
    return path


def test_the_voice_is_where_its_samples_are(qtbot: QtBot, stream: Stream, tmp_path: Path) -> None:
    """Whatever happens to the machine's clock: captions and lips follow what was sent."""
    voice = stream.sound.outlets.voice
    with qtbot.waitSignal(voice.loaded, timeout=30_000):
        voice.load(7, narration(tmp_path), 2.0)
    stream.schedule.start = stream.now
    for _ in range(5):
        stream.beat()
    assert voice.position() is None
    voice.play(7)
    assert voice.position() == 0.0
    assert voice.sounding
    for seconds in (0.04, 0.5, 0.04, 1.0, 0.04):
        stream.beat(seconds)
        stream.broadcast._beat()
        stream.broadcast._timer.stop()
    sent = np.concatenate([np.frombuffer(sound, "<i2")[::2] for sound, _ in stream.frames])
    click = float(np.abs(sent.astype(int)).argmax()) / 48_000
    assert click == pytest.approx(0.2 + 1.0, abs=0.001)
    position = voice.position()
    assert position == pytest.approx(stream.schedule.seconds - 0.2)


def test_a_voice_that_is_stopped_has_no_position(
    qtbot: QtBot, stream: Stream, tmp_path: Path
) -> None:
    voice = stream.sound.outlets.voice
    with qtbot.waitSignal(voice.loaded, timeout=30_000):
        voice.load(7, narration(tmp_path), 2.0)
    voice.play(7, 0.5)
    assert voice.position() == 0.5
    voice.stop()
    assert voice.position() is None
    voice.play(99)
    assert voice.position() is None, "nothing was loaded under that number"


def test_the_bed_is_as_far_ahead_as_what_waits(qtbot: QtBot) -> None:
    owner = QObject()
    bed = StreamBed(owner, lambda *_, **__: None)
    assert not bed.is_open
    assert bed.open()
    assert bed.room() == RATE
    bed.write(b"\1\0\2\0" * (RATE // 2))
    assert bed.ahead() == pytest.approx(0.5)
    assert bed.room() == RATE // 2
    assert bed.take(960) == b"\1\0\2\0" * 960
    assert bed.ahead() == pytest.approx(0.46)
    assert len(bed.take(RATE)) == (RATE // 2 - 960) * 4, "no more than there is"
    bed.write(b"\1\0\2\0")
    bed.close()
    assert bed.take(10) == b""


def test_the_presenter_is_drawn_once_a_frame_for_the_frame_that_comes(
    qtbot: QtBot, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = stream.sound.presenter
    stream.open(qtbot)
    qtbot.waitUntil(lambda: presenter._name != "", timeout=60_000)
    asked: list[tuple[float, float | None]] = []

    def draw(_name: str, now: float, position: float | None, *_: object) -> None:
        asked.append((now, position))
        presenter._busy = False

    monkeypatch.setattr(presenter, "_submit", lambda _work, *given: draw(*given))
    presenter._meter.stop()  # a busy machine makes her no smaller meanwhile
    qtbot.waitUntil(lambda: not presenter._busy, timeout=60_000)
    presenter._telling = True
    voice = stream.sound.outlets.voice
    monkeypatch.setattr(presenter, "_position", voice.position)
    before = stream.schedule.frames
    for _ in range(20):
        stream.beat()
    assert [now for now, _ in asked] == [
        pytest.approx((before + number + 1) / FPS) for number in range(20)
    ]
    assert not presenter._timer.isActive(), "she has no clock of her own"
