"""Eyes of a photograph: where the irises are, and eyeballs that can look a little aside."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.presenter.face import fields
from kiosk.presenter.face.asset import Window

from . import points as at
from .pixels import Floats, Mask, Picture, blur, grey, levels, narrower

RADII = (0.165, 0.25)  # of an iris, in widths of the eye from corner to corner
SIDES = np.radians([-35, -20, -8, 5, 18, 30, 42])  # where lids leave an iris's edge free
RIM = 0.10  # of the iris's radius: how softly it ends
GLINT = 34.0  # grey levels above the iris's own at which it is a reflection


@dataclass(frozen=True)
class Iris:
    """Middle and radius in pixels; `contrast` in grey levels between its inside and its rim."""

    middle: tuple[float, float]
    radius: float
    contrast: float


def find_iris(picture: Picture, points: Floats, side: str) -> Iris:
    """Find an iris as the circle across whose rim it gets brightest (Daugman 1993).

    Args:
        picture: BGR.
        points: (468, 3) in its pixels.
        side: `left` or `right`, the person's own.
    """
    upper, lower = points[list(at.UPPER_LID[side]), :2], points[list(at.LOWER_LID[side]), :2]
    wide = float(np.linalg.norm(upper[-1] - upper[0]))
    step = max(1.0, wide / 60)
    tone = blur(grey(picture), wide / 50)
    middle = (upper[3:6].mean(0) + lower[3:6].mean(0)) / 2
    angles = np.concatenate([SIDES, np.pi - SIDES])
    across = np.stack([np.cos(angles), np.sin(angles)], 1)
    dx, dy = np.meshgrid(np.arange(-0.20 * wide, 0.20 * wide, step),
                         np.arange(-0.08 * wide, 0.08 * wide, step))  # fmt: skip
    places = middle + np.stack([dx.ravel(), dy.ravel()], 1)
    best = Iris((float(middle[0]), float(middle[1])), 0.2 * wide, 0.0)
    for radius in np.arange(RADII[0] * wide, RADII[1] * wide, step / 2):
        inner, outer = (_at(tone, places[:, None] + across * (radius * r)) for r in (0.85, 1.15))
        rise = outer - inner
        count = len(SIDES)
        weaker = np.minimum(rise[:, :count].mean(1), rise[:, count:].mean(1))
        score = 0.5 * rise.mean(1) + 0.5 * weaker
        top = int(score.argmax())
        if score[top] > best.contrast:
            x, y = places[top]
            best = Iris((float(x), float(y)), float(radius), float(score[top]))
    return best


def _at(tone: Floats, places: Floats) -> Floats:
    y = np.clip(np.rint(places[..., 1]).astype(int), 0, tone.shape[0] - 1)
    x = np.clip(np.rint(places[..., 0]).astype(int), 0, tone.shape[1] - 1)
    return np.asarray(tone[y, x], np.float32)


@dataclass(frozen=True)
class Ball:
    """An eyeball on the canvas: middle and radius in pixels, and its iris."""

    middle: tuple[float, float]
    radius: float
    iris: Iris


def whites(picture: Picture, opening: Mask, irises: list[Iris]) -> Floats:
    """The colour (3,) of the whites of the eyes in a good light, BGR."""
    clear = narrower(opening, 3)
    y, x = np.nonzero(clear)
    free = np.ones(len(y), np.bool_)
    for iris in irises:
        free &= np.hypot(x - iris.middle[0], y - iris.middle[1]) > 1.2 * iris.radius
    colours = picture[y[free], x[free]].astype(np.float32)
    if len(colours) < 12:
        return np.array([190, 195, 205], np.float32)
    tone = colours.mean(1)
    bright = colours[tone >= np.percentile(tone, 70)]
    return np.asarray(np.median(bright, 0), np.float32)


def layers(
    picture: Picture, window: Window, balls: list[Ball], opening: Mask, white: Floats
) -> dict[str, Picture]:
    """Draw the eyes' layers at their window.

    Args:
        picture: BGR canvas.
        window: of the eyes.
        balls: both eyeballs.
        opening: (canvas) where the photograph shows an eyeball between lids.
        white: (3,) colour of the whites.

    Returns:
        `eyes` BGRA, `eyes-shade` and `eyes-gloss` BGR: together they give the photograph.
    """
    size = (window.height, window.width)
    eyes = np.zeros((*size, 4), np.float32)
    gloss = np.zeros((*size, 3), np.float32)
    photo = picture[window.cut].astype(np.float32)
    seen = opening[window.cut]
    clear = narrower(seen, 3)
    x, y = np.meshgrid(np.arange(size[1]), np.arange(size[0]))
    for ball in balls:
        dx = x + window.left - ball.middle[0]
        dy = y + window.top - ball.middle[1]
        out = np.hypot(dx, dy) / ball.radius
        round_ = np.sqrt(np.clip(1 - (out * 0.92) ** 2, 0, 1))
        fade = (0.62 + 0.38 * round_)[..., None] * np.array([0.97, 0.98, 1.0])
        colour = white * np.where(round_[..., None] > 0, fade, 0.6)
        ix = x + window.left - ball.iris.middle[0]
        iy = y + window.top - ball.iris.middle[1]
        away = np.hypot(ix, iy) / ball.iris.radius
        iris, glint = _iris(photo, clear, ix, iy, ball.iris.radius)
        blend = np.clip((1 + RIM - away) / (2 * RIM), 0, 1)[..., None]
        colour = colour * (1 - blend) + iris * blend
        alpha = np.clip((1 - out) * ball.radius + 0.5, 0, 1)
        eyes = np.where(alpha[..., None] > 0, np.dstack([colour, alpha * 255]), eyes)
        gloss += glint * (clear & (away < 1.05))[..., None]
    shade = _shade(photo - gloss, eyes[..., :3], clear & (eyes[..., 3] > 250))
    return {
        "eyes": levels(eyes),
        "eyes-shade": levels(np.repeat(shade[..., None] * 255, 3, 2)),
        "eyes-gloss": levels(gloss),
    }


def _iris(
    photo: Floats, clear: Mask, dx: Floats, dy: Floats, radius: float
) -> tuple[Floats, Floats]:
    """The iris completed under the lids, and the reflections that lay on it."""
    away = np.hypot(dx, dy) / radius
    ring = np.clip(np.rint(away * 14).astype(int), 0, 20)
    inside = clear & (away < 1.12)
    tone = photo.mean(2)
    # where the lid's shade is strongest, the colour is the least the iris's own
    open_ = inside & (dy > -0.35 * radius)
    profile = np.zeros((21, 3), np.float32)
    level = float(np.median(tone[open_])) if open_.any() else 60.0
    known = [k for k in range(21) if (open_ & (ring == k)).sum() >= 3]
    for k in range(21):
        nearest = sorted(known, key=lambda other: abs(other - k))
        profile[k] = np.median(photo[open_ & (ring == nearest[0])], 0) if known else level
    smooth = cv2.GaussianBlur(profile, (1, 5), 0.8, borderType=cv2.BORDER_REPLICATE)
    profile = np.asarray(smooth, np.float32)
    spot = np.clip(away * 14, 0, 20)
    low = np.minimum(spot.astype(int), 19)
    share = (spot - low)[..., None]
    own = profile[low] * (1 - share) + profile[low + 1] * share
    shine = np.clip(photo - own, 0, 255) * (tone > own.mean(2) + GLINT)[..., None]
    shine *= (inside & (away < 0.95))[..., None]
    near = blur((shine.max(2) > 0).astype(np.float32), 1.0) > 0.15
    glint = np.clip(photo - own, 0, 255) * (near & inside)[..., None]
    detail = (photo - blur(photo, radius / 2)) * open_[..., None]
    detail = np.clip(detail, -18, 18) * ~near[..., None]
    return own + 0.5 * detail.astype(np.float32), glint.astype(np.float32)


def _shade(photo: Floats, eyes: Floats, seen: Mask) -> Floats:
    """How much darker than the bare eyeballs the photograph is: (h, w), 0-1, smooth."""
    ratio = np.clip(photo.mean(2) / np.maximum(eyes.mean(2), 8), 0.25, 1)
    filled = fields.fill(seen, np.where(seen, ratio, 0).astype(np.float32)[..., None])[..., 0]
    soft = blur(filled, 2.0)
    return np.asarray(np.clip(soft, 0.25, 1), np.float32)

