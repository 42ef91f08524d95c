"""From painted sheet to print: gouge marks along the forms, separated tones, ink and paper.

The direction of every form is read from the picture's structure tensor. Noise drawn out along
that direction (line integral convolution, Cabral and Leedom 1993) moves the borders between
tonal steps, so each border breaks up like a cut block or a dry brush instead of a contour line.
"""

import cv2
import numpy as np

from kit.noise import cover
from kit.palette import Palette

LUMA = np.asarray((0.2126, 0.7152, 0.0722), np.float32)


def _flow(luma: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Unit tangents of the forms, (h, w) each."""
    soft = cv2.GaussianBlur(luma**0.5, (0, 0), 2.2)
    gx, gy = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    h, w = luma.shape
    drift = (cover(w, h, 2.6, 61 + seed % 5, 1.3) - 0.5) * 1.2 + 0.1
    rest = 2e-3  # in flat tones the marks follow a slow drift instead of nothing
    jxx = cv2.GaussianBlur(gx * gx, (0, 0), 11) + rest * np.sin(drift) ** 2
    jyy = cv2.GaussianBlur(gy * gy, (0, 0), 11) + rest * np.cos(drift) ** 2
    jxy = cv2.GaussianBlur(gx * gy, (0, 0), 11) - rest * np.sin(drift) * np.cos(drift)
    angle = 0.5 * np.arctan2(2 * jxy, jxx - jyy) + np.pi / 2
    return np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)


def _trace(tx: np.ndarray, ty: np.ndarray, steps: int, size: float) -> list[np.ndarray]:
    """Displacements (h, w, 2) along the flow, from the far end back to the far front."""
    h, w = tx.shape
    gy, gx = np.mgrid[0:h, 0:w].astype(np.float32)
    out: list[np.ndarray] = [np.zeros((h, w, 2), np.float32)]
    for sign in (-1.0, 1.0):
        x, y = gx.copy(), gy.copy()
        px, py = tx * sign, ty * sign
        found: list[np.ndarray] = []
        for _ in range(steps):
            x, y = x + px * size, y + py * size
            vx = cv2.remap(tx, x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
            vy = cv2.remap(ty, x, y, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
            turn = np.sign(vx * px + vy * py + 1e-9)
            px, py = vx * turn, vy * turn
            found.append(np.stack([x - gx, y - gy], -1))
        out = found[::-1] + out if sign < 0 else out + found
    return out


def press(
    picture: np.ndarray, palette: Palette, seed: int, fine: np.ndarray | None = None
) -> np.ndarray:
    """Print an (h, w, 3) uint8 picture; returns the same shape and type.

    Where ``fine`` (h, w) is 1 the plate is cut finely, so that small letters survive.
    """
    style = palette.style
    h, w = picture.shape[:2]
    gy, gx = np.mgrid[0:h, 0:w].astype(np.float32)
    rough = np.ones((h, w), np.float32)
    if fine is not None and fine.any():
        rough = 1 - 0.85 * cv2.GaussianBlur(fine, (0, 0), 2.0)
    sway = [(cover(w, h, 2.2, 71 + i, 0.5) - 0.5) * 4.5 * rough for i in (0, 1)]
    rgb = (
        cv2.remap(
            picture, gx + sway[0], gy + sway[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        ).astype(np.float32)
        / 255
    )

    small = cv2.resize(rgb @ LUMA, (w // 2, h // 2), interpolation=cv2.INTER_AREA)
    tx, ty = _flow(small, seed)
    steps = max(int(style.length / 4), 2)
    path = _trace(tx, ty, steps, 1.6)
    noise = cv2.GaussianBlur(cover(w // 2, h // 2, 0.1, 81 + seed % 9), (0, 0), 0.7)
    sy, sx = np.mgrid[0 : h // 2, 0 : w // 2].astype(np.float32)
    streak = np.zeros_like(noise)
    for d in path:
        streak += cv2.remap(
            noise, sx + d[..., 0], sy + d[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
    streak = cv2.resize(streak, (w, h), interpolation=cv2.INTER_CUBIC)
    streak += 0.8 * streak.std() * (cover(w, h, 0.4, 89, 1.0) - 0.5) / 0.17
    streak = (streak - streak.mean()) / (streak.std() + 1e-6)

    mid = len(path) // 2
    total, weight = rgb * 1.0, 1.0
    for k in (-1, 1):
        d = cv2.resize(path[mid + k], (w, h), interpolation=cv2.INTER_LINEAR) * 1.1
        total += cv2.remap(
            rgb, gx + d[..., 0], gy + d[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
        )
        weight += 1.0
    rgb = rgb + (total / weight - rgb) * rough[..., None]

    luma = np.maximum(rgb @ LUMA, 1e-3)
    speck = cover(w, h, 0.2, 91, 1.0) - 0.5
    cloud = cover(w, h, 2.0, 93 + seed % 5, 1.2) - 0.5
    tone = luma**0.62
    shift = style.streak * 0.17 * streak + style.grain * 1.1 * speck + 0.7 * cloud
    t = tone * style.levels + shift * rough
    step = np.floor(t)
    frac = np.clip((t - step - 0.5) / 0.45 + 0.5, 0, 1)
    cut = np.clip((step + frac) / style.levels, 0, 1.05)
    tone = tone + (cut - tone) * style.bite * rough
    if style.pool > 0:  # pigment gathers where a wash dries: darker rims on the light side
        rim = cv2.GaussianBlur(tone, (0, 0), 3.2) - cv2.GaussianBlur(tone, (0, 0), 11)
        tone = tone - style.pool * np.clip(rim, 0, 0.2) * 0.9
    new = np.clip(tone, 0.0, 1.0) ** (1 / 0.62)

    chroma = rgb / luma[..., None]
    chroma = cv2.GaussianBlur(chroma, (0, 0), 1.3)
    plates = np.asarray([[1, 0, -1.6], [0, 1, 1.6]], np.float32)  # a hair off the key plate
    chroma = cv2.warpAffine(chroma, plates, (w, h), borderMode=cv2.BORDER_REPLICATE)
    out = chroma * new[..., None]

    ramp = np.clip(new, 0, 1)[..., None]
    low, high = np.asarray(palette.ground, np.float32), np.asarray(palette.paper, np.float32)
    out = out + (low + (high - low) * ramp - out) * style.tint
    fibre = cover(w, h, 1.0, 95, 1.0, 6.0) + cover(w, h, 1.0, 97, 1.0, 0.2) - 1.0
    mottle = cover(w, h, 1.5, 99, 0.8) - 0.5
    out *= (1 + style.paper * (1.2 * fibre + mottle) + 0.05 * speck)[..., None]
    result: np.ndarray = np.clip(out * 255 + speck[..., None] * 3, 0, 255).astype(np.uint8)
    return result


def luminance(picture: np.ndarray) -> np.ndarray:
    """WCAG relative luminance (h, w) of an (h, w, 3) uint8 picture."""
    table = np.arange(256) / 255
    table = np.where(table <= 0.04045, table / 12.92, ((table + 0.055) / 1.055) ** 2.4)
    light: np.ndarray = table.astype(np.float32)[picture] @ LUMA
    return light


def _ease(t: np.ndarray) -> np.ndarray:
    t = np.clip(t, 0, 1)
    out: np.ndarray = t * t * (3 - 2 * t)
    return out


def type_ground(shape: tuple[int, int]) -> np.ndarray:
    """Where the stage sets pale type: (h, w) floats, 1 inside, softly 0 outside."""
    h, w = shape
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    x, y = x / w, y / h
    ragged = (cover(w, h, 2.8, 57, 2.2) - 0.5) * 0.03
    if h > w:
        return _ease((y + ragged - 0.50) / 0.12)
    low = _ease((y + ragged - 0.50) / 0.14)
    return low * _ease((0.84 + ragged * 2 - x) / 0.26)


def holding(picture: np.ndarray, limit: float = 0.075) -> np.ndarray:
    """How far the type ground's luminance is held back, (h, w): 1 leaves it as it is.

    Lights are compressed, darks stay, so the drawing survives.
    """
    light = luminance(picture)
    mask = type_ground(light.shape)
    local = cv2.GaussianBlur(light, (0, 0), 9)
    peak = np.maximum(np.maximum(local, 0.55 * light), 1e-4)
    wanted = limit * np.tanh(peak / limit)
    gain: np.ndarray = 1 + (np.minimum(wanted / peak, 1.0) - 1) * mask
    return gain


def burn_in(picture: np.ndarray, limit: float = 0.075) -> np.ndarray:
    """Hold back the type ground until pale type reads on it, as a printer burns in a corner."""
    gain = holding(picture, limit) ** (1 / 2.2)
    out: np.ndarray = np.clip(picture * gain[..., None], 0, 255).astype(np.uint8)
    return out
