"""What the narration's benchmark counts as a word gone wrong."""

import pytest

from benchmarks.wording import by_ear, errors, units


@pytest.mark.parametrize(
    ("wanted", "got", "wrong"),
    [
        (["a", "b"], ["a", "b"], 0),
        (["a", "b"], ["a", "c"], 1),
        (["a", "b"], ["a"], 1),
        (["a"], ["a", "b", "c"], 2),
        ([], ["a"], 1),
    ],
)
def test_errors_are_insertions_deletions_and_substitutions(
    wanted: list[str], got: list[str], wrong: int
) -> None:
    assert errors(wanted, got) == wrong


def _heard_wrong(said: str, heard: str, language: str) -> int:
    pair = [by_ear(units(text, language), language) for text in (said, heard)]
    return errors(*pair)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Versez-le, il serait vendu.", "verser le il seraient vendus"),
        ("La grand-mère goûtait 20 vins.", "la grand mère goutait vingt vins"),
    ],
)
def test_french_spellings_of_one_sound_are_one_word(said: str, heard: str) -> None:
    assert _heard_wrong(said, heard, "fr") == 0


@pytest.mark.parametrize(
    ("said", "heard", "language", "wrong"),
    [
        ("Les vignes et le vin", "le vin est le vin", "fr", 3),
        ("La viña vieja", "la vina bieja", "es", 2),
        ("Uma avó", "Uma avô", "pt", 1),
    ],
)
def test_what_sounds_different_stays_wrong(
    said: str, heard: str, language: str, wrong: int
) -> None:
    assert _heard_wrong(said, heard, language) == wrong
