"""The five reduced palettes, and small colour sums.

Colours are sRGB triples of floats, 0 to 1. The families follow the art direction of each
winery: clay and old oak, fog and garnet, schist and copper, limestone and claret, bayberry
and jade.
"""

from dataclasses import dataclass

import numpy as np

Rgb = tuple[float, float, float]


def rgb(text: str) -> Rgb:
    """Read ``#rrggbb``."""
    value = int(text.lstrip("#"), 16)
    return ((value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)


def mix(a: Rgb, b: Rgb, t: float) -> Rgb:
    """Go from ``a`` (t = 0) to ``b`` (t = 1)."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def scale(a: Rgb, k: float) -> Rgb:
    """Make a colour darker (k < 1) or lighter, clipped."""
    return (min(a[0] * k, 1.0), min(a[1] * k, 1.0), min(a[2] * k, 1.0))


def linear(srgb: np.ndarray) -> np.ndarray:
    """SRGB values to linear light (IEC 61966-2-1)."""
    srgb = np.clip(srgb, 0.0, 1.0)
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def gamma(light: np.ndarray) -> np.ndarray:
    """Linear light to sRGB values."""
    light = np.clip(light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


@dataclass(frozen=True)
class Print:
    """How a pack's pictures are printed.

    ``levels`` tonal steps, ``bite`` how strongly tones are separated (0 to 1), ``streak`` depth
    of the gouge or brush marks that follow the forms, ``length`` of those marks in pixels,
    ``grain`` of stone or aquatint, ``paper`` depth of the fibre, ``pool`` darkening of wash
    edges (ink painting).
    """

    levels: int = 9
    bite: float = 0.55
    streak: float = 0.9
    length: float = 16.0
    grain: float = 0.35
    paper: float = 0.05
    pool: float = 0.0
    tint: float = 0.16


@dataclass(frozen=True)
class Palette:
    """One winery's inks."""

    ground: Rgb
    deep: Rgb
    shade: Rgb
    stone: Rgb
    stone_lt: Rgb
    wood: Rgb
    wood_lt: Rgb
    leaf_dk: Rgb
    leaf: Rgb
    leaf_lt: Rgb
    earth: Rgb
    earth_lt: Rgb
    sky: Rgb
    sky_lt: Rgb
    sun: Rgb
    far: Rgb
    paper: Rgb
    accent: Rgb
    wine: Rgb
    wine_lt: Rgb
    metal: Rgb
    cloth: Rgb
    fruit: Rgb
    fruit_lt: Rgb
    style: Print


def _palette(style: Print, **inks: str) -> Palette:
    return Palette(style=style, **{name: rgb(text) for name, text in inks.items()})


def palettes() -> dict[str, Palette]:
    """All palettes by region."""
    return {
        "rioja": _palette(
            Print(levels=11, bite=0.55, streak=0.9, length=18, grain=0.35, tint=0.14),
            ground="#1a110e",
            deep="#2b1812",
            shade="#4a2a1e",
            stone="#b9a07e",
            stone_lt="#efe0c4",
            wood="#5f3f26",
            wood_lt="#b58250",
            leaf_dk="#2c3421",
            leaf="#66703f",
            leaf_lt="#a8a865",
            earth="#8c3b22",
            earth_lt="#cf7a47",
            sky="#8fb0b4",
            sky_lt="#e9e3cd",
            sun="#ffe9bd",
            far="#9a8f8a",
            paper="#efe6d8",
            accent="#a8452c",
            wine="#5a1220",
            wine_lt="#a3253a",
            metal="#6f675f",
            cloth="#e4d6bd",
            fruit="#2c2440",
            fruit_lt="#6d6a94",
        ),
        "piedmont": _palette(
            Print(levels=13, bite=0.4, streak=0.7, length=12, grain=0.6, tint=0.18),
            ground="#15181b",
            deep="#20262b",
            shade="#3b444b",
            stone="#7d8285",
            stone_lt="#cfcfc8",
            wood="#5a3f2c",
            wood_lt="#a9784e",
            leaf_dk="#2d2f25",
            leaf="#8a6a35",
            leaf_lt="#cfa04c",
            earth="#5d4a3c",
            earth_lt="#9c8068",
            sky="#aab0b0",
            sky_lt="#e6e0d2",
            sun="#ffdfae",
            far="#b3b8b8",
            paper="#ece8de",
            accent="#7a1f2b",
            wine="#6a1420",
            wine_lt="#b5443c",
            metal="#5e666b",
            cloth="#ddd6c6",
            fruit="#2a2a44",
            fruit_lt="#7d83a6",
        ),
        "douro": _palette(
            Print(levels=12, bite=0.5, streak=1.1, length=22, grain=0.3, tint=0.14),
            ground="#14151a",
            deep="#1f2127",
            shade="#3a3836",
            stone="#5e5b5c",
            stone_lt="#b59a7c",
            wood="#553524",
            wood_lt="#b06e3e",
            leaf_dk="#23302a",
            leaf="#54663f",
            leaf_lt="#b79a4a",
            earth="#6a4a3c",
            earth_lt="#c98d55",
            sky="#7d8d99",
            sky_lt="#f3c98c",
            sun="#ffc878",
            far="#8d7f86",
            paper="#f0e4cf",
            accent="#b8683a",
            wine="#4a1022",
            wine_lt="#9a2236",
            metal="#6a6560",
            cloth="#e8dcc6",
            fruit="#2a1c36",
            fruit_lt="#6f5a86",
        ),
        "bordeaux": _palette(
            Print(levels=13, bite=0.45, streak=0.8, length=14, grain=0.45, paper=0.06, tint=0.16),
            ground="#15161b",
            deep="#20232b",
            shade="#3d414b",
            stone="#b7ab92",
            stone_lt="#eee5cf",
            wood="#60462f",
            wood_lt="#bb9264",
            leaf_dk="#28332c",
            leaf="#5d7050",
            leaf_lt="#a3ad7c",
            earth="#75685a",
            earth_lt="#b8a88c",
            sky="#9fb0ba",
            sky_lt="#e9e6da",
            sun="#f4efdf",
            far="#a3adb0",
            paper="#f1ebdd",
            accent="#6a1a2a",
            wine="#53101f",
            wine_lt="#93243a",
            metal="#7d848a",
            cloth="#e6e1d4",
            fruit="#232340",
            fruit_lt="#6c7397",
        ),
        "qingtian": _palette(
            Print(
                levels=13,
                bite=0.38,
                streak=0.75,
                length=20,
                grain=0.3,
                paper=0.07,
                pool=0.5,
                tint=0.2,
            ),
            ground="#10161a",
            deep="#18221f",
            shade="#33433f",
            stone="#74908a",
            stone_lt="#c3d0c4",
            wood="#4f3a2a",
            wood_lt="#a58560",
            leaf_dk="#1c3029",
            leaf="#3f6a55",
            leaf_lt="#8fae88",
            earth="#4d4a3e",
            earth_lt="#938a70",
            sky="#aebcb6",
            sky_lt="#eae5d6",
            sun="#f6eeda",
            far="#9fb1ac",
            paper="#eee6d3",
            accent="#a91f3a",
            wine="#7d1028",
            wine_lt="#c8334a",
            metal="#727c7a",
            cloth="#dfd9c8",
            fruit="#8c1430",
            fruit_lt="#e0506a",
        ),
    }
