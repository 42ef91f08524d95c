"""Which pictures a presenter needs, and how raw renders become them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np

from . import finish
from .body import Part
from .optics import Camera

LAYERS = {  # layer: (view of the stage, window)
    "eyes": ("eyes", "eyes"),
    "eyes-shaded": ("eyes-shaded", "eyes"),
    "lashes": ("lashes", "eyes"),
    "teeth-upper": ("teeth-upper", "mouth"),
    "teeth-lower": ("teeth-lower", "mouth"),
}

MARGIN = 8  # pixels rendered around a window and cut off: the denoiser needs neighbours
DERIVED = {"eyes-shade": ("", "eyes"), "eyes-gloss": ("", "eyes")}
KEPT = ("eyes", "eyes-shade", "eyes-gloss", "lashes", "teeth-upper", "teeth-lower")


def spread(recipe: dict[str, Any]) -> dict[str, float]:
    """Write a recipe's `both` out into Left and Right."""
    out = {k: float(v) for k, v in recipe.items() if isinstance(v, (int, float)) and k != "rest"}
    for name, value in recipe.get("both", {}).items():
        out[f"{name}Left"] = out[f"{name}Right"] = float(value)
    return out


def weights(person: dict[str, Any], name: str) -> dict[str, float]:
    """Give the full ARKit weights a pose shows, the rest expression's share included."""
    rest = spread(person["rest"])
    recipe = person["poses"][name]
    own = spread({k: v for k, v in recipe.items() if k not in ("part", "rest")})
    if recipe.get("rest"):
        return {**rest, **own}
    # a mouth pose leaves the brows and lids as they rest
    upper = {k: v for k, v in rest.items() if k.startswith(("brow", "eye"))}
    return {**upper, **own}


def windows(camera: Camera) -> dict[str, list[int]]:
    """Give the rectangles of the eyes (with brows) and of the lower face, in pixels."""
    eyes = np.array([[-0.66, 6.02, 1.2], [0.66, 6.62, 1.2]])
    mouth = np.array([[-0.82, 4.88, 1.0], [0.82, 6.12, 1.0]])
    return {
        "eyes": camera.window(eyes, (0, 0, 0, 0)),
        "mouth": camera.window(mouth, (0, 0, 0, 0)),
    }


def plan(
    person: dict[str, Any], parts: dict[str, Part], camera: Camera, samples: int
) -> list[dict[str, Any]]:
    """List the shots for the stage."""
    place = windows(camera)
    rest = spread(person["rest"])
    shots: list[dict[str, Any]] = [
        {"name": "rest", "weights": rest, "view": "all", "samples": samples}
    ]
    for name, recipe in person["poses"].items():
        shots.append(
            {
                "name": f"pose-{name}",
                "weights": weights(person, name),
                "view": "all",
                "samples": max(8, samples // 2),
                "window": _wider(place[recipe.get("part", "mouth")]),
            }
        )
    for name, (view, window) in LAYERS.items():
        shots.append(
            {
                "name": name,
                "weights": weights(person, "aa") if window == "mouth" else rest,
                "view": view,
                "samples": max(4, samples // 2),  # no skin, little noise
                "window": _wider(place[window]),
            }
        )
    return shots


def _wider(window: list[int]) -> list[int]:
    left, top, width, height = window
    return [left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN]


def _inner(picture: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(picture[MARGIN:-MARGIN, MARGIN:-MARGIN])


def pictures(work: Path, shots: list[dict[str, Any]], out: Path, camera: Camera) -> None:
    """Finish every shot that was taken."""
    done = {}
    for shot in shots:
        picture = finish.clean(work, shot["name"], finish.grain(shot["samples"]))
        done[shot["name"]] = _inner(picture) if "window" in shot else picture
    for name, picture in done.items():
        spilt = bleed(picture)
        if name.startswith("pose-"):
            finish.write(out / f"{name}.webp", spilt[..., :3])
        elif name != "eyes-shaded":
            finish.write(out / f"{name}.webp", spilt)
    if {"rest", "eyes", "eyes-shaded"} <= done.keys():
        left, top, width, height = windows(camera)["eyes"]
        cut = np.s_[top : top + height, left : left + width]
        same = np.abs(finish.albedo(work, "rest")[cut] - _inner(finish.albedo(work, "eyes")))
        opening = (same.max(2) < 0.10) & (done["eyes"][..., 3] > 0.5)
        shade, gloss = lids(done["rest"][cut], done["eyes"], done["eyes-shaded"], opening)
        finish.write(out / "eyes-shade.webp", shade)
        finish.write(out / "eyes-gloss.webp", gloss)


def lids(
    rest: np.ndarray, bare: np.ndarray, shaded: np.ndarray, opening: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Split what lids do to eyeballs into a shade to multiply by and a gloss to add (h, w, 3).

    `opening` (h, w) tells where the eyeball is seen between the lids; the shade is continued
    beyond it, for moments when the lids open further.
    """
    near = cv2.morphologyEx(opening.astype("u1"), cv2.MORPH_CLOSE, np.ones((7, 7)))
    near = cv2.morphologyEx(near, cv2.MORPH_OPEN, np.ones((5, 5))).astype("f4")
    ratio = np.clip(shaded[..., :3] / np.maximum(bare[..., :3], 0.05), 0, 1)
    shade = np.full_like(ratio, 0.45)
    for sigma in (12.0, 5.0, 1.5):
        weight = cv2.GaussianBlur(near, (0, 0), sigma)[..., None]
        spread_out = cv2.GaussianBlur(ratio * near[..., None], (0, 0), sigma)
        shade = np.where(weight > 0.05, spread_out / np.maximum(weight, 0.05), shade)
    shade = cv2.GaussianBlur(shade, (0, 0), 1.0)
    inside = cv2.erode(near, np.ones((3, 3)))[..., None]
    rise = (rest[..., :3] - bare[..., :3] * shade) * inside
    return shade, np.where(rise.min(2, keepdims=True) > 0.04, np.clip(rise, 0, 1), 0)


def bleed(picture: np.ndarray) -> np.ndarray:
    """Let colour flow under transparent pixels, so that edges filter without a dark fringe."""
    colour, alpha = picture[..., :3], picture[..., 3:]
    if alpha.min() > 0.999:
        return picture
    out = np.zeros_like(colour)
    filled = np.zeros_like(alpha)
    for sigma in (0.0, 1.0, 3.0, 9.0, 27.0):
        a, c = alpha, colour * alpha
        if sigma:
            a = cv2.GaussianBlur(alpha, (0, 0), sigma)[..., None]
            c = cv2.GaussianBlur(c, (0, 0), sigma)
        usable = (a > 0.3 if sigma == 0 else a > 0.02) & (filled < 0.5)
        out = np.where(usable, c / np.maximum(a, 1e-4), out)
        filled = np.where(usable, 1.0, filled)
    return np.concatenate([np.where(alpha > 0.3, colour, out), alpha], 2)
