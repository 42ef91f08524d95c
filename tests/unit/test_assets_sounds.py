"""The shipped sounds: each has a script and a licence line, is used, small, level and seamless."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from assets.sounds.build import FILES, PACKS, TOUCH_LEVEL, measure, script, synthesise
from assets.sounds.kit.circle import RATE, Circle
from assets.sounds.kit.room import room
from assets.sounds.touches import TOUCHES
from kiosk import resources
from kiosk.narration.sound import levels
from kiosk.narration.sound.loop import SEAM, looped, read_bed
from kiosk.packs.library import Library
from kiosk.packs.limits import BED_SECONDS, BED_SHORTEST
from kiosk.show.interface_sounds import InterfaceSound

ROOT = Path(__file__).parents[2]
LARGEST = 600_000  # bytes
BEDS = ("generic", *PACKS)
_SUFFIXES = {".ogg", ".wav", ".mp3", ".flac", ".opus"}


def shipped() -> set[Path]:
    """Every sound file of the project but narration and recorded voices."""
    folders = [ROOT / "assets", *(ROOT / "content" / "wineries").glob("*/media")]
    return {path for folder in folders for path in folder.rglob("*") if path.suffix in _SUFFIXES}


def licences() -> Iterator[tuple[str, str, str]]:
    """File, script and licence of each row of the table in the folder's README."""
    text = (ROOT / "assets" / "sounds" / "README.md").read_text("utf-8")
    yield from re.findall(r"^\| `([^`]+)` \| `([^`]+)` \| ([^|]+?) \|", text, re.MULTILINE)


@cache
def decoded(name: str) -> NDArray[np.float64]:
    """What a shipped file sounds like, (frames, 2)."""
    samples, rate = soundfile.read(FILES[name])
    assert rate == RATE
    return np.asarray(samples)


# --- files ------------------------------------------------------------------------------------


def test_every_sound_file_is_made_by_a_script_and_every_script_has_made_its_file() -> None:
    assert shipped() == set(FILES.values())
    assert [name for name in FILES if not script(name).is_file()] == []
    beds = {path.stem for path in (ROOT / "assets" / "sounds" / "beds").glob("*.py")}
    assert beds == {script(name).stem for name in BEDS}


def test_every_sound_file_has_its_script_and_licence_written_down() -> None:
    rows = {file: (made_by, licence) for file, made_by, licence in licences()}
    here = {path.relative_to(ROOT).as_posix(): name for name, path in FILES.items()}
    assert set(rows) == set(here)
    for file, (made_by, licence) in rows.items():
        assert made_by == script(here[file]).relative_to(ROOT).as_posix()
        assert licence == "Apache-2.0"


def test_every_sound_file_is_used() -> None:
    library = Library(resources.demonstration())
    beds = {pack_id: library.load(pack_id).bed for pack_id in library.ids()}
    used = {path for path in beds.values() if path is not None}
    used.add(resources.sounds() / "bed.ogg")
    used |= {resources.sounds() / "interface" / f"{sound}.ogg" for sound in InterfaceSound}
    assert used == set(FILES.values())
    assert beds == {name: FILES[name] for name in PACKS}, "every demonstration pack has its own"


def test_no_sound_file_is_oversize() -> None:
    assert {name: path.stat().st_size for name, path in FILES.items()
            if path.stat().st_size > LARGEST} == {}  # fmt: skip


# --- sound ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BEDS)
def test_a_bed_is_level_dark_and_without_sudden_peaks(name: str) -> None:
    samples = decoded(name)
    figures = measure(samples)
    assert figures.loudness == pytest.approx(levels.BED, abs=0.5)
    assert figures.peak < -5.0
    assert figures.centroid < 400
    assert BED_SHORTEST < figures.seconds < BED_SECONDS
    assert 40 <= figures.seconds - SEAM <= 70
    # What lies above 3 kHz is hiss to a passer-by.
    power = np.sum(np.abs(np.fft.rfft(samples, axis=0)) ** 2, axis=1)
    hertz = np.fft.rfftfreq(len(samples), 1 / RATE)
    assert 10 * np.log10(power[hertz > 3000].sum() / power.sum()) < -30
    # Nothing in it is as loud as speech: no second is more than 12 dB above the whole.
    seconds = samples[: len(samples) // RATE * RATE].reshape(-1, RATE, 2)
    loudest = np.sqrt(max(float(np.mean(one**2)) for one in seconds) / np.mean(samples**2))
    assert 20 * np.log10(loudest) < 12
    # Both sides carry it, and it is not mono.
    left, right = (float(np.sqrt(np.mean(side**2))) for side in samples.T)
    assert abs(20 * np.log10(left / right)) < 4
    assert np.corrcoef(samples[:, 0], samples[:, 1])[0, 1] < 0.98


@pytest.mark.parametrize("name", BEDS)
def test_a_bed_goes_round_without_a_seam(name: str) -> None:
    once = read_bed(FILES[name], BED_SECONDS).astype(np.float64)
    twice = np.concatenate([once[-RATE:], once[:RATE]])
    # The curve: its step and the step's change at the seam are like those around it.
    for order in (1, 2):
        steps = np.abs(np.diff(twice, order, axis=0))
        assert steps[RATE - 4 : RATE + 2].max() <= steps.max() * 1.001
        assert steps[RATE - order : RATE + 1].max() <= np.percentile(steps, 99.9)
    # The level: from tenth to tenth it changes at the seam as it does elsewhere in the bed.
    tenth = RATE // 10
    level = np.sqrt((once[: len(once) // tenth * tenth].reshape(-1, tenth * 2) ** 2).mean(axis=1))
    changes = np.abs(np.diff(20 * np.log10(level)))
    seam = abs(20 * np.log10(level[0] / level[-1]))
    assert seam <= max(1.0, np.percentile(changes, 95))
    # And the join itself took nothing away: the coded end is the coded beginning again.
    raw = decoded(name)
    count = int(SEAM * RATE)
    assert np.corrcoef(raw[:count].ravel(), raw[-count:].ravel())[0, 1] > 0.99
    assert len(looped(raw.astype(np.float32))) == len(raw) - count


@pytest.mark.parametrize("name", TOUCHES)
def test_an_interface_sound_is_short_soft_and_ends_in_silence(name: str) -> None:
    samples = decoded(name)
    figures = measure(samples)
    assert figures.seconds < 3.0
    assert TOUCH_LEVEL - 3 < figures.loudness < TOUCH_LEVEL + 0.5
    assert figures.peak < -5.0
    assert figures.centroid < 1200, "glass and wood, not a telephone"
    assert np.abs(samples[-24:]).max() < 0.003
    assert np.abs(samples[:2]).max() < 0.02
    # It answers at once: half of its energy's peak within 60 ms of the start.
    level = np.abs(samples).max(axis=1)
    first = np.flatnonzero(level > 0.2 * level.max())[0]
    assert first / RATE < 0.06


@pytest.mark.parametrize("name", TOUCHES)
def test_the_same_script_gives_the_same_samples(name: str) -> None:
    first, second = synthesise(name), synthesise(name)
    assert np.array_equal(first, second)
    shared = decoded(name)[: len(first)]
    assert np.corrcoef(first.ravel(), shared.ravel())[0, 1] > 0.98, "the shipped file is another"


def test_a_shipped_bed_is_what_its_script_makes() -> None:
    made = synthesise("yanyu-fang")
    assert np.array_equal(made[: int(SEAM * RATE)], made[-int(SEAM * RATE) :])
    heard = decoded("yanyu-fang")
    assert len(made) == len(heard)
    assert np.corrcoef(made.ravel(), heard.ravel())[0, 1] > 0.98


def test_what_rings_over_the_end_of_a_circle_is_heard_at_its_start() -> None:
    circle = Circle(1.0)
    circle.add(np.ones(RATE // 2), 0.75)
    told = np.abs(circle.samples[:, 0]) > 0
    assert told[: RATE // 4].all()
    assert not told[RATE // 4 : 3 * RATE // 4].any()
    assert told[3 * RATE // 4 :].all()
    late = Circle(1.0)
    late.add(np.ones(10), 0.9)
    echo = late.in_room(room(0.6, np.random.default_rng(1)), wet=1.0, dry=0.0).samples
    assert np.abs(echo[: RATE // 4]).max() > 0.1 * np.abs(echo).max()
