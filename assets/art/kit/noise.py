"""Fractal noise and pigment textures, all seamless, made in the frequency domain.

A field with power falling as ``f**-beta`` is what washes, stone and paper look like: beta
about 2 to 3 gives clouds and blooms, about 1 gives mottled pigment, 0 gives grain.
"""

from functools import lru_cache

import cv2
import numpy as np
import skia

TILE = 1024


@lru_cache(maxsize=48)
def field(beta: float, seed: int, stretch: float = 1.0, size: int = TILE) -> np.ndarray:
    """A seamless (size, size) float32 field, mean 0.5, standard deviation about 0.17.

    ``stretch`` > 1 draws the texture out horizontally, < 1 vertically.
    """
    rng = np.random.default_rng(seed * 7919 + int(beta * 100))
    spectrum = np.fft.rfft2(rng.standard_normal((size, size)))
    fy = np.fft.fftfreq(size)[:, None] / max(stretch, 1e-6) ** 0.5
    fx = np.fft.rfftfreq(size)[None, :] * max(stretch, 1e-6) ** 0.5
    radius = np.hypot(fx, fy)
    radius[0, 0] = 1.0
    spectrum *= radius ** (-beta / 2)
    spectrum[0, 0] = 0.0
    out = np.fft.irfft2(spectrum, s=(size, size))
    out = 0.5 + 0.17 * out / out.std()
    return np.clip(out, 0.0, 1.0).astype(np.float32)


def cover(
    w: int, h: int, beta: float, seed: int, zoom: float = 1.0, stretch: float = 1.0
) -> np.ndarray:
    """Lay the field over a w by h picture; ``zoom`` > 1 makes its features larger."""
    tile = field(beta, seed, stretch)
    need_w, need_h = int(w / zoom) + 2, int(h / zoom) + 2
    tiled = np.tile(tile, (need_h // TILE + 1, need_w // TILE + 1))[:need_h, :need_w]
    if abs(zoom - 1.0) < 1e-3:
        return tiled[:h, :w]
    return cv2.resize(tiled, (w, h), interpolation=cv2.INTER_CUBIC)


def line(n: int, beta: float, rng: np.random.Generator) -> np.ndarray:
    """A one-dimensional fractal line of n samples, mean 0, standard deviation 1."""
    size = 1 << int(np.ceil(np.log2(max(n, 8) * 2)))
    spectrum = np.fft.rfft(rng.standard_normal(size))
    f = np.fft.rfftfreq(size)
    f[0] = 1.0
    spectrum *= f ** (-beta / 2)
    spectrum[0] = 0.0
    out = np.fft.irfft(spectrum, size)[:n]
    return (out - out.mean()) / (out.std() + 1e-9)


def _image(grey: np.ndarray) -> skia.Image:
    data = np.empty((*grey.shape, 4), np.uint8)
    data[..., :3] = np.clip(grey * 255, 0, 255).astype(np.uint8)[..., None]
    data[..., 3] = 255
    return skia.Image.fromarray(data, colorType=skia.ColorType.kRGBA_8888_ColorType)


@lru_cache(maxsize=32)
def textured(kind: str) -> skia.Paint:
    """A paint carrying the tile. Copy it: skia-python clones a shader each time one is set."""
    paint = skia.Paint(AntiAlias=True)
    paint.setShader(
        texture(kind).makeShader(
            skia.TileMode.kRepeat,
            skia.TileMode.kRepeat,
            skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
        )
    )
    return paint


def _between(values: np.ndarray, low: float) -> np.ndarray:
    values = (values - values.min()) / (np.ptp(values) + 1e-9)
    return low + (1 - low) * values


@lru_cache(maxsize=32)
def texture(kind: str, seed: int = 0) -> skia.Image:
    """A seamless grey tile to multiply a colour with.

    Kinds: ``wash`` pigment in water, ``dry`` dry brush, ``wood`` grain along x, ``stone``
    tooled face, ``cloth`` weave, ``iron`` worn metal, ``plain``.
    """
    if kind == "plain":
        return _image(np.ones((8, 8), np.float32))
    if kind == "wash":
        values = 0.6 * field(2.2, 3 + seed) + 0.4 * field(1.0, 5 + seed)
        return _image(_between(values, 0.62))
    if kind == "dry":
        values = 0.5 * field(1.1, 7 + seed, 14.0) + 0.5 * field(1.6, 8 + seed)
        return _image(_between(values, 0.45))
    if kind == "wood":
        bands = field(2.0, 11 + seed, 40.0)
        rings = 0.5 + 0.5 * np.sin(bands * 70)
        values = 0.42 * rings + 0.35 * field(1.0, 13 + seed, 60.0) + 0.23 * field(1.8, 17 + seed)
        return _image(_between(values, 0.34))
    if kind == "stone":
        pits = np.clip(field(0.9, 19 + seed) * 2.2 - 0.75, 0, 1)
        return _image(_between(0.55 * pits + 0.45 * field(2.2, 23 + seed), 0.42))
    if kind == "cloth":
        y, x = np.mgrid[0:TILE, 0:TILE]
        weave = np.sin(x * 2 * np.pi / 4) * np.sin(y * 2 * np.pi / 4)
        values = 0.25 * weave + field(1.2, 29 + seed, 3.0) + field(1.2, 31 + seed, 0.33)
        return _image(_between(values, 0.62))
    if kind == "iron":
        values = field(1.4, 37 + seed) + 0.6 * np.clip(field(0.6, 41 + seed) - 0.6, 0, 1)
        return _image(_between(values, 0.4))
    raise ValueError(kind)
