"""Part a finished picture by its depth: what stands in front, and what lies behind it.

``near`` over ``far`` is the picture again, to the step. Nothing here needs Blender or a denoiser.
"""

from dataclasses import dataclass

import cv2
import numpy as np

GRID = 11  # pixels: a tenth larger than the screen, so a crop on this grid lies on whole ones
BLEED = 24  # pixels around what is in front that have its colour, unseen: filters read them
RIM = 3  # pixels around it that are not trusted to be background
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Plan:
    """How one picture is parted; places are fractions of the picture.

    ``ground`` is a part (left, top, right, bottom) in which mostly the ground or the table is
    seen; ``reach`` the distance in metres up to which things stand in front; ``above`` the heights
    over the ground, as shares of the camera's own, between which they begin; ``foot`` the rows
    between which they end, where what lies nearer stays with the ground; ``at`` places on what is
    meant (none: all of it) and ``within`` the part of the picture that holds it; ``hinge`` the
    place that stays where it is.
    """

    ground: Box
    reach: float
    hinge: tuple[float, float]
    above: tuple[float, float] = (0.004, 0.008)
    foot: tuple[float, float] = (1.1, 1.2)
    at: tuple[tuple[float, float], ...] = ()
    within: Box = (0, 0, 1, 1)


@dataclass(frozen=True)
class Layers:
    """``far`` (h, w, 3) and ``near`` (nh, nw, 4), uint8; ``area`` left, top, width, height."""

    far: np.ndarray
    near: np.ndarray
    area: tuple[int, int, int, int]


def ease(low: float, high: float, x: np.ndarray) -> np.ndarray:
    """0 below ``low``, 1 above ``high``, smoothly between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    out: np.ndarray = (t * t * (3 - 2 * t)).astype(np.float32)
    return out


def plane(depth: np.ndarray, box: Box, seed: int = 5) -> np.ndarray:
    """1/distance of the ground under every pixel, (h, w): a plane is linear in it.

    Things stand before the ground and are nearer than it, so the fit lets go of what is nearer.
    """
    h, w = depth.shape
    left, top, right, bottom = (int(v * n) for v, n in zip(box, (w, h, w, h), strict=True))
    ys, xs = np.mgrid[top:bottom, left:right]
    rng = np.random.default_rng(seed)
    some = rng.choice(ys.size, min(ys.size, 40_000), replace=False)
    y, x = ys.ravel()[some] / h, xs.ravel()[some] / w
    inverse = 1 / np.maximum(depth[top:bottom, left:right].ravel()[some], 1e-3)
    terms = np.stack([np.ones_like(x), x, y], -1)
    kept = np.ones(len(x), bool)
    for _ in range(24):
        found = np.linalg.lstsq(terms[kept], inverse[kept], rcond=None)[0]
        off = inverse - terms @ found
        spread = 1.5 * np.median(np.abs(off[kept])) + 1e-5
        kept = (off < 1.5 * spread) & (off > -3 * spread)
    gy, gx = np.mgrid[0:h, 0:w]
    out: np.ndarray = (found[0] + found[1] * gx / w + found[2] * gy / h).astype(np.float32)
    return out


def matte(depth: np.ndarray, picture: np.ndarray, plan: Plan) -> np.ndarray:
    """How far each pixel belongs to what stands in front, (h, w), 0 to 1."""
    h, w = depth.shape
    # The passes' depth is one ray's of each pixel, which the lens's opening makes noisy.
    calm = cv2.medianBlur(np.minimum(depth, 1e4).astype(np.float32), 5)
    height = 1 - plane(depth, plan.ground) * np.maximum(calm, 1e-3)
    front = ease(*plan.above, height) * (depth < plan.reach)
    left, top, right, bottom = plan.within
    gy, gx = np.mgrid[0:h, 0:w]
    front *= (gx >= left * w) & (gx < right * w) & (gy >= top * h) & (gy < bottom * h)
    parts, labels = cv2.connectedComponents((front > 0.5).astype(np.uint8))
    if plan.at:
        meant = {int(labels[int(y * h), int(x * w)]) for x, y in plan.at} - {0}
        assert meant, "nothing stands out where it was said to"
    else:
        sizes = np.bincount(labels.ravel(), minlength=parts)
        meant = {k for k in range(1, parts) if sizes[k] > 12}
    body = np.isin(labels, list(meant)).astype(np.uint8)
    body = cv2.morphologyEx(body, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    # Two pixels more than the depth has: rims of glass and lit edges reach out that far.
    around = cv2.dilate(body, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (5, 5)))
    front = guided(cv2.GaussianBlur(around.astype(np.float32), (0, 0), 0.8), picture)
    # Near the ground it begins softly, so that nothing is cut where it stands.
    front = front * cv2.dilate(ease(*plan.above, height), np.ones((5, 5), np.uint8))
    rows = np.arange(h, dtype=np.float32)[:, None] / h
    front = front * (1 - ease(*plan.foot, rows))
    out: np.ndarray = ease(0.05, 0.7, front)
    return out


def guided(
    mask: np.ndarray, picture: np.ndarray, radius: int = 3, flat: float = 4e-4
) -> np.ndarray:
    """Have a mask's soft edge follow the picture's own (guided filter, He et al. 2010)."""
    size = (2 * radius + 1, 2 * radius + 1)
    grey = picture.astype(np.float32).mean(-1) / 255

    def mean(x: np.ndarray) -> np.ndarray:
        return cv2.blur(x, size)

    mg, mm = mean(grey), mean(mask)
    slope = (mean(grey * mask) - mg * mm) / (mean(grey * grey) - mg * mg + flat)
    base = mm - slope * mg
    out: np.ndarray = np.clip(mean(slope) * grey + mean(base), 0, 1)
    return out


def pushed(picture: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Fill what is not ``known`` (h, w, 0 to 1) smoothly from around it, by a pyramid."""
    h, w = known.shape
    if min(h, w) <= 2:
        return picture
    total = cv2.resize(picture * known[..., None], ((w + 1) // 2, (h + 1) // 2), interpolation=3)
    weight = cv2.resize(known, ((w + 1) // 2, (h + 1) // 2), interpolation=3)
    small = total / np.maximum(weight, 1e-6)[..., None]
    coarse = pushed(small, np.minimum(weight * 4, 1) * (weight > 1e-6))
    rough = cv2.resize(coarse, (w, h), interpolation=cv2.INTER_CUBIC)
    out: np.ndarray = picture * known[..., None] + rough * (1 - known[..., None])
    return out


def grain(picture: np.ndarray, seed: int) -> np.ndarray:
    """Film grain like the picture's own, (h, w, 1) in 8-bit steps."""
    luma = picture.astype(np.float32).mean(-1)
    fine = luma - cv2.GaussianBlur(luma, (0, 0), 1.2)
    rough = np.sqrt(np.maximum(cv2.blur(np.minimum(np.abs(fine), 3.0) ** 2, (61, 61)), 0))
    rng = np.random.default_rng(seed)
    speck = cv2.GaussianBlur(rng.standard_normal(luma.shape).astype(np.float32), (0, 0), 0.8)
    high = speck - cv2.GaussianBlur(speck, (0, 0), 1.2)
    out: np.ndarray = (speck * rough / max(float(high.std()), 1e-6))[..., None]
    return out


def behind(picture: np.ndarray, front: np.ndarray, band: int, seed: int) -> np.ndarray:
    """The picture without what stands in front of it (h, w, 3) uint8.

    A ``band`` of pixels inside its outline continues what is beside it; deeper in, where no
    camera looks, the fill is only smooth.
    """
    hole = cv2.dilate((front > 0.02).astype(np.uint8), np.ones((2 * RIM + 1,) * 2, np.uint8))
    smooth = pushed(picture.astype(np.float32), 1 - hole.astype(np.float32))
    deep = cv2.distanceTransform(hole, cv2.DIST_L2, 5)
    seam = ((hole > 0) & (deep < 2 * band)).astype(np.uint8)
    base = np.where(hole[..., None] > 0, smooth, picture).clip(0, 255).astype(np.uint8)
    rows, columns = np.nonzero(hole)
    y0, y1 = max(rows.min() - 24, 0), rows.max() + 24
    x0, x1 = max(columns.min() - 24, 0), columns.max() + 24
    drawn = base.copy()
    drawn[y0:y1, x0:x1] = cv2.inpaint(base[y0:y1, x0:x1], seam[y0:y1, x0:x1], 7, cv2.INPAINT_TELEA)
    # Telea draws edges on and smears flats into streaks: take half of each near the outline.
    soft = cv2.GaussianBlur(drawn, (0, 0), 1.6).astype(np.float32)
    share = (0.6 * (1 - ease(0.5 * band, 1.5 * band, deep)))[..., None]
    filled = soft * share + smooth * (1 - share) + grain(base, seed) * (deep < 2 * band)[..., None]
    edge = np.minimum(deep / 2, 1)[..., None] * (hole[..., None] > 0)
    out: np.ndarray = np.clip(picture * (1 - edge) + filled * edge + 0.5, 0, 255).astype(np.uint8)
    return out


def part(picture: np.ndarray, depth: np.ndarray, plan: Plan, band: int, seed: int = 0) -> Layers:
    """Part an (h, w, 3) uint8 picture by its depth (h, w), metres."""
    h, w = depth.shape
    front = matte(depth, picture, plan)
    alpha = np.round(front * 255)
    share = (alpha / 255)[..., None]
    back = behind(picture, front, band, seed).astype(np.float32)
    whole = picture.astype(np.float32)
    # The colour of what stands in front, without the background that shines through its edge ...
    own = np.where(share > 0.1, (whole - (1 - share) * back) / np.maximum(share, 0.1), whole)
    own = np.clip(own, whole - 48, whole + 48).clip(0, 255)
    own = np.round(np.where(share >= 1, whole, own))
    # ... and what is then left over belongs to the back.
    rest = (whole - share * own) / np.maximum(1 - share, 1e-3)
    far = np.where(share < 1, np.where(share > 0.9, back, rest), back)
    far = np.round(np.clip(far, 0, 255))
    own = np.where(share > 0, (whole - (1 - share) * far) / np.maximum(share, 1 / 255), own)
    own = np.round(np.clip(own, 0, 255))
    solid = (share[..., 0] > 0.25).astype(np.float32)
    reach = cv2.dilate(solid, np.ones((2 * BLEED + 1,) * 2, np.uint8))
    own = np.where(share > 0, own, pushed(own.astype(np.float32), solid))
    own = np.where(reach[..., None] > 0, own, own[solid > 0].mean(0))
    rows, columns = np.nonzero(alpha)
    top, left = (max((int(v.min()) - BLEED) // GRID, 0) * GRID for v in (rows, columns))
    bottom = min(-(-(int(rows.max()) + BLEED) // GRID) * GRID, h)
    right = min(-(-(int(columns.max()) + BLEED) // GRID) * GRID, w)
    near = np.concatenate([own, alpha[..., None]], -1).clip(0, 255).astype(np.uint8)
    area = (left, top, right - left, bottom - top)
    return Layers(far.astype(np.uint8), near[top:bottom, left:right], area)


def over(layers: Layers, closer: float = 1.0, hinge: tuple[float, float] = (0, 0)) -> np.ndarray:
    """``near`` over ``far`` as the stage lays them, ``near`` enlarged about ``hinge`` (pixels)."""
    h, w = layers.far.shape[:2]
    left, top, width, height = layers.area
    full = np.zeros((h, w, 4), np.float32)
    full[top : top + height, left : left + width] = layers.near
    full[..., :3] *= full[..., 3:] / 255
    if closer != 1:
        x, y = hinge
        move = np.float32([[closer, 0, x * (1 - closer)], [0, closer, y * (1 - closer)]])
        full = cv2.warpAffine(full, move, (w, h), flags=cv2.INTER_LINEAR)
    share = full[..., 3:] / 255
    out: np.ndarray = np.round(full[..., :3] + layers.far * (1 - share)).astype(np.uint8)
    return out
