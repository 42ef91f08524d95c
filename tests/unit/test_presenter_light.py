"""The light she stands in: a breath of the winery's colours, a rim, a shadow, never a glare."""

import numpy as np
import pytest
from numpy.typing import NDArray

from kiosk.presenter.face.light import SHADOW, Light, Lit, light_of

SIZE = (160, 120)  # rows, columns


def still() -> NDArray[np.uint8]:
    """A grey disc on a grey pedestal that stands on the lower edge, premultiplied."""
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    away = np.hypot(columns - 60, rows - 60)
    alpha = np.clip(40.5 - away, 0, 1)
    alpha = np.maximum(alpha, (rows > 90) & (np.abs(columns - 60) < 30))
    grey = np.full((*SIZE, 4), 140.0)
    grey[..., 3] = 255
    return np.asarray(np.rint(grey * alpha[..., None]), np.uint8)


COLOURS = [
    ("#f4ece0", "#a8452c", "#1d1512"), ("#ffffff", "#ffffff", "#ffffff"),
    ("#000000", "#000000", "#000000"), ("#ffd9a0", "#00ff00", "#0000ff"),
]  # fmt: skip


@pytest.mark.parametrize("colours", COLOURS)
def test_a_winerys_light_is_a_breath_not_a_flood(colours: tuple[str, str, str]) -> None:
    light = light_of(*colours)
    assert all(0.45 <= part <= 1.35 for part in light.tone)
    assert 0.45 < np.mean(light.tone) < 1.0
    assert all(0.0 <= part <= 0.31 for part in light.rim)


def test_the_tone_takes_the_lights_hue_and_the_rim_the_accents() -> None:
    warm = light_of("#ffd9a0", "#ff0000", "#201010")
    assert warm.tone[0] > warm.tone[1] > warm.tone[2]
    assert warm.rim[0] > max(warm.rim[1:])
    assert np.mean(light_of("#ffffff", "#ffffff", "#000000").tone) < np.mean(
        light_of("#ffffff", "#ffffff", "#404040").tone
    )


def test_between_two_lights_lies_a_straight_way() -> None:
    one, other = Light((1.0, 0.8, 0.6), (0.1, 0.0, 0.2)), Light((0.5, 1.0, 1.0), (0.3, 0.2, 0.0))
    assert one.towards(other, 0.0) == one
    assert one.towards(other, 1.0).tone == pytest.approx(other.tone)
    middle = one.towards(other, 0.5)
    assert middle.tone == pytest.approx((0.75, 0.9, 0.8))
    assert middle.rim == pytest.approx((0.2, 0.1, 0.1))


def test_plain_light_changes_no_colour_and_darkens_only_around_her() -> None:
    picture = still()
    out = Lit(picture, foot=False).under(Light())
    assert np.array_equal(out[..., :3], picture[..., :3])
    assert (out[..., 3] >= picture[..., 3]).all()
    assert (out[..., 3][picture[..., 3] == 255] == 255).all()
    outside = picture[..., 3] == 0
    assert 20 < out[..., 3][outside].max() <= SHADOW * 255 + 1
    # soft: gone at the sides and above, and nowhere a step
    assert not out[0, :, 3].any()
    assert not out[:, [0, -1], 3].any()
    across = np.abs(np.diff(out[..., 3].astype(int), axis=1))[outside[:, 1:] & outside[:, :-1]]
    assert across.max() < 24


def test_the_tone_colours_her_and_parts_drawn_anew_alike() -> None:
    lit = Lit(still(), foot=False)
    out = lit.under(Light((0.9, 0.8, 0.7)))
    assert tuple(out[60, 60, :3]) == (98, 112, 126)  # BGR of 140 times the tone
    part = np.full((4, 4, 3), 140, np.uint8)
    assert tuple(lit.toned(part)[0, 0]) == (98, 112, 126)


def test_a_bright_tone_bends_instead_of_clipping() -> None:
    lit = Lit(still(), foot=False)
    lit.under(Light((1.3, 1.3, 1.3)))
    ramp = np.arange(170, 256, dtype=np.uint8)
    out = lit.toned(np.dstack([ramp[None]] * 3))[0, :, 0].astype(int)
    assert (np.diff(out) >= 0).all()
    assert out[-1] == 255 or out[-1] > 250
    assert len(np.unique(out)) > 25


def test_the_rim_lies_on_the_edge_towards_its_light() -> None:
    lit = Lit(still(), foot=False)
    glow = lit.under(Light(rim=(0.5, 0.4, 0.3))).astype(int) - lit.under(Light())
    amount = glow[..., :3].sum(2)
    assert (glow[..., :3] >= 0).all()
    assert not glow[..., 3].any()
    inside = still()[..., 3] == 255
    assert amount[60, 60] == 0  # not on her middle
    right_above, left_below = amount[:60, 60:][inside[:60, 60:]], amount[60:88, :60]
    assert right_above.max() > 30
    assert left_below.max() <= 3
    brightest = np.unravel_index(int(amount.argmax()), amount.shape)
    assert glow[brightest][2] > glow[brightest][1] > glow[brightest][0] > 0


def test_a_figure_above_the_edge_fades_at_its_foot() -> None:
    standing, fading = (Lit(still(), foot).under(Light()) for foot in (False, True))
    assert standing[-1, 60, 3] == 255
    assert not fading[-1, :, :3].any()
    column = fading[-40:, 60, 3].astype(int)
    assert (np.diff(column) <= 0).all()
    assert np.abs(np.diff(column)).max() < 30
    assert np.array_equal(standing[:100], fading[:100])


@pytest.mark.parametrize("tone", [(1.4, 1.3, 1.2), (0.6, 0.7, 0.8)])
@pytest.mark.parametrize("rim", [(0.0, 0.0, 0.0), (1.0, 0.8, 0.9)])
@pytest.mark.parametrize("foot", [False, True])
def test_no_light_outshines_an_alpha(
    tone: tuple[float, float, float], rim: tuple[float, float, float], foot: bool
) -> None:
    out = Lit(still(), foot).under(Light(tone, rim))
    assert (out[..., :3] <= out[..., 3:]).all()
