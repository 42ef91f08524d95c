"""Every theme is legible: contrasts of all pairs of colours in which words are set (WCAG 1.4.3)."""

import re

import pytest

from kiosk import resources
from kiosk.packs.model import Theme
from kiosk.packs.read import read_pack

PACKS = sorted(path.name for path in resources.demonstration().iterdir() if path.is_dir())
BOOTH = resources.qml() / "Cellarcast" / "Booth"
ENOUGH = 4.5  # of body text


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance of red, green, blue in 0 to 255 (WCAG 2)."""
    linear = [
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """From 1 (none) to 21 (black on white)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rgb(colour: str) -> tuple[float, float, float]:
    """Of #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def dimmed(ground: str, share: float) -> tuple[float, float, float]:
    """The brightest that a picture can be behind that share of the wall's dark."""
    red, green, blue = ((1 - share) * 255 + share * part for part in rgb(ground))
    return red, green, blue


@pytest.fixture(params=PACKS)
def theme(request: pytest.FixtureRequest) -> Theme:
    return read_pack(resources.demonstration() / request.param).theme


def test_known_contrasts_are_those_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(rgb("#767676"), rgb("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("ink", "paper"),  # slips, label
        ("paper", "wine"),  # a slip that is chosen or under a finger
        ("light", "ground"),  # origin, drawings
        ("accent", "paper"),  # numerals, the room's state
        ("light", "wine"),
    ],
)
def test_words_stand_out_from_what_they_are_set_on(theme: Theme, words: str, ground: str) -> None:
    assert contrast(rgb(getattr(theme, words)), rgb(getattr(theme, ground))) >= ENOUGH


@pytest.mark.parametrize("room", ["Room.qml", "ChaptersRoom.qml"])
def test_words_over_a_picture_stand_out_even_from_a_white_one(theme: Theme, room: str) -> None:
    source = (BOOTH / room).read_text("utf-8")
    shares = re.findall(r"dim: (0\.\d+)|ground, (0\.[1-9]\d*)\)", source)
    assert shares, "the room says how far its picture recedes"
    for share in (float(one or other) for one, other in shares):
        assert contrast(rgb(theme.light), dimmed(theme.ground, share)) >= ENOUGH
