"""Every sound that can come has a mouth, and the right one."""

from itertools import chain
from pathlib import Path

import pytest

from kiosk.narration.phonemes.inventory import MODIFIERS, PAUSES, STRESS, TOKENS, TONES
from kiosk.narration.track import read_track
from kiosk.presenter.lips.shapes import ARKIT, CHANNELS, SHAPES, SIGNED
from kiosk.presenter.lips.visemes import (
    GLIDES,
    OBSTRUENTS,
    ROUNDED,
    SIBILANTS,
    TOUCHING,
    VOWELS,
    shapes_of,
)

ROOT = Path(__file__).resolve().parents[2]
TRACKS = sorted((ROOT / "content" / "wineries").glob("*/narration/*.json"))
LANGUAGES = ("zh-CN", "en", "es", "it", "fr", "pt")


def test_every_phoneme_of_every_shipped_narration_has_a_shape() -> None:
    tracks = [read_track(path) for path in TRACKS]
    assert {track.language for track in tracks} == set(LANGUAGES)
    said = {(one.ipa, track.language) for track in tracks for one in track.phonemes}
    assert {one for one in said if not shapes_of(*one)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_symbol_of_the_voice_model_has_a_shape(language: str) -> None:
    silent = {*PAUSES, *STRESS, *TONES, *MODIFIERS}
    sounds = [symbol for symbol in TOKENS if symbol not in silent]
    assert len(sounds) > 80
    assert [symbol for symbol in sounds if not shapes_of(symbol, language)] == []


def test_what_no_table_knows_has_none() -> None:
    assert shapes_of("ʘ", "en") == ()
    assert shapes_of("", "en") == ()


@pytest.mark.parametrize(
    ("initials", "shape"),
    [
        ("p pʰ m", "PP"),
        ("f", "FF"),
        ("t tʰ l", "DD"),
        ("n", "nn"),
        ("k kʰ x", "kk"),
        ("t͡s t͡sʰ s", "SS"),
        ("ʈ͡ʂ ʈ͡ʂʰ ʂ ɻ", "CH"),
        ("t͡ɕ t͡ɕʰ ɕ", "CJ"),
    ],
)
def test_mandarin_initials(initials: str, shape: str) -> None:
    assert {shapes_of(one, "zh-CN") for one in initials.split()} == {(shape,)}


@pytest.mark.parametrize(
    ("ipa", "language", "shapes"),
    [
        ("aɪ", "en", ("aa", "ih")),
        ("oʊ", "en", ("oh", "uh")),
        ("pː", "it", ("PP",)),
        ("ɑ̃", "fr", ("an",)),
        ("ə", "fr", ("oe",)),
        ("ə", "es", ("ax",)),
        ("y", "fr", ("yy",)),
        ("y", "pt", ("ih",)),
        ("ũ", "pt", ("oo",)),
        ("β", "es", ("BB",)),
        ("ɨ", "zh", ("sr",)),
        ("ç", "en", ("nn",)),
    ],
)
def test_languages_have_mouths_of_their_own(
    ipa: str, language: str, shapes: tuple[str, ...]
) -> None:
    assert shapes_of(ipa, language) == shapes


def test_tables_and_shapes_agree() -> None:
    named = set(chain(VOWELS, GLIDES, OBSTRUENTS, SIBILANTS, ROUNDED, TOUCHING))
    assert named <= set(SHAPES)
    for name, shape in SHAPES.items():
        assert set(shape.target) <= set(CHANNELS)
        for channel, value in shape.target.items():
            assert (-1 if channel in SIGNED else 0) <= value <= 1, name
    assert set(ARKIT) == set(CHANNELS) - {"tongueUp"}
