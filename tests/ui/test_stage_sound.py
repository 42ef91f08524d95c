"""What the stage says to everything that sounds beside the voice, and when."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import build_booth
from kiosk.booth.settings import Settings
from kiosk.options import RunOptions
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.screen import Screen, load_fonts
from tests import short_pack
from tests.fakes import FakeClock

PACE = 8.0


class Ear(Ambience):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(
            FakeClock(), resources.sounds(), 0.0, 1.0, 1.0, False, lambda *_, **__: None
        )
        self.told: list[tuple[str, object]] = []

    def show(self, bed: Path | None) -> None:
        self.told.append(("show", bed))

    def leave(self) -> None:
        self.told.append(("leave", None))

    def speak(self, seconds: float) -> None:
        self.told.append(("speak", seconds))

    def hush(self) -> None:
        self.told.append(("hush", None))

    def sound(self, sound: InterfaceSound) -> None:
        self.told.append(("sound", sound))

    def of(self, kind: str) -> list[object]:
        return [what for name, what in self.told if name == kind]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    for pack_id in ("vina-arcedo", "yanyu-fang"):
        short_pack.write(folder, pack_id, (0, -1), voiced=True)
    return folder


@pytest.fixture
def stage(qtbot: QtBot, library: Path) -> Iterator[tuple[StageController, Ear]]:
    load_fonts()
    codes, ear = CodeImages(), Ear()
    options = RunOptions(library, windowed=True, size=(640, 360), pace=PACE, language="zh-CN")
    behind = build_booth(options, Settings(), lambda *_, **__: None, codes)
    controller = behind.stage
    controller._ambience.close()
    controller._ambience = ear
    screen = Screen(behind, codes, options, lambda *_, **__: None)
    screen.open()
    controller.start()
    yield controller, ear
    behind.close()
    screen.close()


def test_each_winery_brings_its_bed_which_goes_down_while_somebody_speaks(
    qtbot: QtBot, stage: tuple[StageController, Ear], library: Path
) -> None:
    _, ear = stage
    qtbot.waitUntil(lambda: len(ear.of("show")) >= 4, timeout=60_000)
    beds = [library / pack / "media" / "bed.ogg" for pack in ("vina-arcedo", "yanyu-fang")]
    assert ear.of("show")[:4] == [bed.resolve() for bed in (*beds[:1] * 2, *beds[1:] * 2)]
    kinds = [kind for kind, _ in ear.told if kind in ("show", "speak", "hush")]
    first = kinds[: kinds.index("show", kinds.index("show") + 1)]
    # Nobody speaks; a scene; its first word is announced; its last word; the scene is over.
    assert first == ["hush", "show", "speak", "hush", "hush"]
    assert all(isinstance(lead, float) and 0 < lead < 1 for lead in ear.of("speak"))


def test_a_room_that_goes_on_air_while_its_code_is_shown_is_heard_once(
    qtbot: QtBot, stage: tuple[StageController, Ear], monkeypatch: pytest.MonkeyPatch
) -> None:
    controller, ear = stage
    qtbot.waitUntil(lambda: len(ear.of("show")) >= 1, timeout=60_000)
    controller._tick.stop()  # this scene stays
    for on_air, heard in ((False, 0), (True, 1), (True, 1), (False, 1), (True, 2)):
        monkeypatch.setattr(type(controller._factory), "on_air", lambda *_, now=on_air: now)
        controller._on_room_tick()
        assert ear.of("sound") == [InterfaceSound.ON_AIR] * heard


def test_the_poster_is_quiet(qtbot: QtBot, stage: tuple[StageController, Ear]) -> None:
    controller, ear = stage
    qtbot.waitUntil(lambda: len(ear.of("show")) >= 1, timeout=60_000)
    controller._tick.stop()
    controller._show_poster("nothing can be played")
    assert ear.told[-1] == ("leave", None)


def test_qml_names_a_sound_by_its_file(qtbot: QtBot, stage: tuple[StageController, Ear]) -> None:
    controller, ear = stage
    controller.sound("found")
    assert ear.of("sound") == [InterfaceSound.FOUND]
