"""Light the figure to belong to the picture behind her: tone, rim light, contact shadow."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

FROM = (0.78, -0.62)  # where the rim light stands: right and above, as the still's own
RIM_WIDTH = 0.011  # of the figure's width
SHADOW = 0.42  # how dark, next to her
SHADOW_WIDTH = 0.05  # of the figure's width
FOOT = 0.16  # share of the height over which a figure that does not reach the edge fades


@dataclass(frozen=True, slots=True)
class Light:
    """Colours as RGB, 0 to 1: `tone` multiplies the figure, `rim` is added along her edge."""

    tone: tuple[float, float, float] = (1.0, 1.0, 1.0)
    rim: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def towards(self, other: Light, share: float) -> Light:
        """Between two lights."""
        tone = tuple(a + (b - a) * share for a, b in zip(self.tone, other.tone, strict=True))
        rim = tuple(a + (b - a) * share for a, b in zip(self.rim, other.rim, strict=True))
        return Light((tone[0], tone[1], tone[2]), (rim[0], rim[1], rim[2]))


def light_of(light: str, accent: str, ground: str) -> Light:
    """The light of a winery's colours, each as ``#rrggbb``.

    The tone is a breath of its light colour at equal brightness, darker over a dark ground; the
    rim takes the accent, paled as light on skin and cloth would be.
    """
    pale, hue, dark = (np.array(_rgb(c)) for c in (light, accent, ground))
    tone = 1 + 0.5 * (pale / max(float(pale.mean()), 0.05) - 1)
    tone = tone * (0.93 + 0.25 * min(float(dark.mean()), 0.24))
    rim = 0.30 * (0.45 * hue / max(float(hue.max()), 0.05) + 0.55 * pale)
    return Light(
        (float(tone[0]), float(tone[1]), float(tone[2])),
        (float(rim[0]), float(rim[1]), float(rim[2])),
    )


def _rgb(colour: str) -> tuple[float, float, float]:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = parts
    return red, green, blue


class Lit:
    """A still (h, w, 4), premultiplied BGRA, under changing light.

    Args:
        still: as rendered.
        foot: fade her lower end, where it does not stand on the screen's edge.
    """

    def __init__(self, still: Bytes, foot: bool) -> None:
        self._still = _faded(still) if foot else still
        width = still.shape[1]
        alpha = self._still[..., 3]
        soft = cv2.GaussianBlur(alpha.astype(np.float32) / 255, (0, 0), width * RIM_WIDTH)
        across = cv2.Sobel(soft, cv2.CV_32F, 1, 0) * FROM[0]
        down = cv2.Sobel(soft, cv2.CV_32F, 0, 1) * FROM[1]
        edge = np.clip(-(across + down) * width * RIM_WIDTH * 0.55, 0, 1)
        bright = self._still[..., :3].max(2).astype(np.float32) / 255
        self._edge: Floats = edge * (alpha / np.float32(255)) * (0.25 + bright)
        self._shadow = _shadow(alpha)
        self._table: Bytes | None = None

    def under(self, light: Light) -> Bytes:
        """The still under a light, with its shadow around it."""
        self._table = _table(light.tone)
        out = np.dstack([self.toned(self._still[..., :3]), self._still[..., 3]])
        glow = self._edge[..., None] * (np.array(light.rim[::-1], np.float32) * 255)
        # A bright tone or rim may not outshine a place's alpha, which is what it covers.
        out[..., :3] = np.minimum(out[..., :3] + glow, self._still[..., 3:])
        left = 255 - out[..., 3].astype(np.uint16)
        out[..., 3] += (self._shadow * left // 255).astype(np.uint8)
        return np.ascontiguousarray(out)

    def toned(self, picture: Bytes) -> Bytes:
        """A part of her drawn anew (h, w, 3), in the tone of the light she stands in."""
        if self._table is None:
            return picture
        return np.asarray(cv2.LUT(np.ascontiguousarray(picture), self._table), np.uint8)


def _table(tone: tuple[float, float, float]) -> Bytes:
    steps = np.arange(256, dtype=np.float32)[:, None] * np.array(tone[::-1], np.float32)
    # a soft shoulder instead of clipping
    bent = np.where(steps > 230, 255 - 25 * np.exp(-(steps - 230) / 25), steps)
    return np.clip(np.rint(bent), 0, 255).astype(np.uint8)[None]


def _faded(still: Bytes) -> Bytes:
    rows = still.shape[0]
    start = int(rows * (1 - FOOT))
    part = np.clip((rows - 1 - np.arange(rows)) / (rows - start), 0, 1)
    part = part * part * (3 - 2 * part)
    return np.asarray(np.rint(still * part[:, None, None]), np.uint8)


def _shadow(alpha: Bytes) -> Bytes:
    """A soft darkness around the figure, a little to the left, gone at the picture's edge."""
    height, width = alpha.shape
    reach = width * SHADOW_WIDTH
    small = cv2.resize(alpha, (width // 4, height // 4), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), reach / 4, borderType=cv2.BORDER_REPLICATE)
    move = np.array([[1, 0, -reach / 8], [0, 1, reach / 16]], np.float32)
    soft = cv2.warpAffine(soft, move, (width // 4, height // 4), borderMode=cv2.BORDER_REPLICATE)
    wide = cv2.resize(soft, (width, height)).astype(np.float32) / 255
    away = np.minimum(np.arange(width), width - 1 - np.arange(width)) / reach
    top = np.arange(height) / reach
    ramp = np.minimum(np.clip(away, 0, 1)[None, :], np.clip(top, 0, 1)[:, None])
    return np.asarray(np.rint(wide * ramp * SHADOW * 255), np.uint8)
