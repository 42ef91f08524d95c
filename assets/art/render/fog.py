"""Fog that drifts through a rendered landscape, laid between its things by their distance.

A round closes without a seam: two fields of noise drift slowly and take turns, each starting
anew while it cannot be seen. At phase 0 it is the fog of the still picture, so that a clip begins
with it.
"""

import functools
import math
from dataclasses import dataclass

import cv2
import numpy as np

NOISE = (1024, 512)  # width and height of the noise, repeated without an edge
OCTAVES = 5


@dataclass(frozen=True)
class Bank:
    """A layer of fog.

    ``distance`` in metres from the camera, ``top`` and ``foot`` the rows (0 is the upper edge)
    between which it thickens and thins, ``density`` the share of light it takes where it is
    thickest, ``drift`` how far it goes in a round and ``grain`` how wide its billows are, both in
    widths of the picture.
    """

    distance: float
    top: float
    foot: float
    density: float
    drift: float = 0.03
    grain: float = 1.2


@dataclass(frozen=True)
class Air:
    """The fog of one picture, its colour in linear light, far banks first."""

    colour: tuple[float, float, float]
    wide: tuple[Bank, ...]
    tall: tuple[Bank, ...]

    def banks(self, shape: tuple[int, int]) -> tuple[Bank, ...]:
        """Those of a wide or an upright picture."""
        return self.tall if shape[0] > shape[1] else self.wide


@functools.cache
def billows(seed: int) -> np.ndarray:
    """Noise whose ends meet, (h, w), 0 to 1, softer than it is high."""
    w, h = NOISE
    rng = np.random.default_rng(seed)
    fx, fy = np.fft.fftfreq(w) * w, np.fft.fftfreq(h) * h
    reach = np.hypot(fx[None] / 1.0, fy[:, None] * 1.9)
    power = np.where(reach > 0, 1 / np.maximum(reach, 1) ** 1.75, 0)
    power *= reach < 2**OCTAVES * 3
    field = np.fft.ifft2(np.fft.fft2(rng.standard_normal((h, w))) * power).real
    low, high = np.percentile(field, [8, 97])
    out: np.ndarray = np.clip((field - low) / (high - low), 0, 1).astype(np.float32)
    return out


def _drifted(bank: Bank, shape: tuple[int, int], seed: int, phase: float) -> np.ndarray:
    """A bank's billows at one moment, (h, w), 0 to 1."""
    h, w = shape
    scale = NOISE[0] / (bank.grain * max(h, w))
    total = np.zeros(shape, np.float32)
    weight = 0.0
    for turn, own in ((0.0, seed), (0.5, seed + 1)):
        here = (phase + turn) % 1
        share = math.sin(math.pi * here) ** 2
        if share < 1e-6:
            continue
        shift = (here - 0.5) * bank.drift * max(h, w) * scale
        move = np.asarray([[scale, 0, shift + 61.0 * seed], [0, scale, 37.0 * seed]], np.float32)
        field = cv2.warpAffine(
            billows(own), move, (w, h), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_WRAP,
        )  # fmt: skip
        total += share * (field - 0.5)
        weight += share * share
    out: np.ndarray = np.clip(0.5 + total / math.sqrt(weight), 0, 1)
    return out


def foggy(light: np.ndarray, depth: np.ndarray, air: Air, phase: float = 0.0) -> np.ndarray:
    """Linear light (h, w, 3) with the fog of ``air`` at ``phase`` (0 to 1) of a round.

    ``depth`` (h, w) in metres. A bank begins softly where it meets a thing.
    """
    shape = depth.shape
    row = np.linspace(0, 1, shape[0], dtype=np.float32)[:, None]
    colour = np.asarray(air.colour, np.float32)
    out = light.astype(np.float32)
    for number, bank in enumerate(air.banks(shape)):
        middle, half = (bank.top + bank.foot) / 2, (bank.foot - bank.top) / 2
        high = np.clip(1 - np.abs(row - middle) / half, 0, 1)
        high = high * high * (3 - 2 * high)
        behind = np.clip((depth / bank.distance - 0.8) / 0.4, 0, 1)
        body = _drifted(bank, shape, 10 * number, phase)
        veil = (bank.density * high * behind * (0.12 + 0.88 * body))[..., None]
        out = out * (1 - veil) + colour * veil
    return out


LANGHE = Air(  # morning in the valleys below a village on its hill
    (0.62, 0.60, 0.57),
    (
        Bank(1500, 0.30, 0.52, 0.60, 0.08, 1.6),
        Bank(420, 0.375, 0.62, 0.60, 0.10, 1.3),
        Bank(120, 0.50, 0.72, 0.44, 0.12, 1.1),
        Bank(45, 0.56, 0.80, 0.24, 0.14, 0.9),
    ),
    (
        Bank(1500, 0.16, 0.34, 0.60, 0.08, 1.6),
        Bank(420, 0.235, 0.40, 0.60, 0.10, 1.3),
        Bank(120, 0.29, 0.44, 0.44, 0.12, 1.1),
        Bank(45, 0.33, 0.50, 0.24, 0.14, 0.9),
    ),
)
AIRS = {("cascina-bruvel", "land"): LANGHE}  # by pack and scene; clip.py lets these drift
