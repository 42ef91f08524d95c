"""Skin, lips and the scalp under the hair."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from nodes import Tree


def _spot(v: np.ndarray, centre: list[float], reach: list[float]) -> np.ndarray:
    return np.exp(-(((v - np.array(centre)) / np.array(reach)) ** 2).sum(1))


def marks(v: np.ndarray, ears: np.ndarray, spots: dict[str, Any]) -> dict[str, np.ndarray]:
    """Paint zones of the face: where blood shows, where it is shaded, where it is pale."""
    out = {}
    for zone, entries in spots.items():
        total = np.zeros(len(v))
        for at, reach, weight, mirrored in entries:
            total += weight * _spot(v, at, reach)
            if mirrored:
                total += weight * _spot(v, [-at[0], at[1], at[2]], reach)
        out[zone] = np.clip(total, 0, 1)
    out["blush"] = np.clip(out["blush"] + 0.45 * ears, 0, 1)
    return out


def material(spec: dict[str, Any], masks: Path) -> Any:
    """Build the skin's shader. Grain sits in the albedo, where the denoiser keeps it."""
    t = Tree("skin")
    c = t.mix(0.0, tuple(spec["tone"]), 0.0)
    c = t.mix(t.ramp(t.noise(2.2, 5), 0.40, 0.72, 0, 0.34), c, tuple(spec["warm"]))
    c = t.mix(t.ramp(t.noise(6.5, 5), 0.45, 0.75, 0, 0.26), c, tuple(spec["sallow"]))
    c = t.mix(t.ramp(t.noise(24, 6, 0.7), 0.46, 0.70, 0, 0.24), c, tuple(spec["mottle"]))
    c = t.mix(t.ramp(t.noise(75, 3, 0.7), 0.50, 0.72, 0, 0.15), c, tuple(spec["grain"]))
    freckle = t.ramp(t.cells(11.0), 0.0, 0.075, spec["freckles"], 0)
    c = t.mix(freckle, c, tuple(spec["freckle"]))
    c = t.mix(t.times(t.mark("pale"), 0.22), c, tuple(spec["highlight"]))
    c = t.mix(t.times(t.mark("blush"), spec["blush"]), c, tuple(spec["blood"]))
    c = t.mix(t.times(t.mark("shade"), 0.26), c, tuple(spec["shadow"]))
    c = t.mix(t.times(t.mark("brow"), 0.30), c, tuple(spec["brow"]))
    stubble = t.times(t.mark("beard"), t.ramp(t.cells(48.0), 0.05, 0.42, 1.0, 0.25))
    c = t.mix(t.times(stubble, spec["beard"]), c, tuple(spec["stubble"]))
    lines = None
    if "lines" in spec:
        lines = _lines(t, spec["lines"])
        c = t.mix(t.times(lines, 0.60), c, tuple(spec["shadow"]))
    lid = t.image(masks / "mpfb_eyelids.jpg", True).outputs[0]
    c = t.mix(t.times(lid, spec["lid_tint"]), c, tuple(spec["lid"]))
    lip = t.image(masks / "mpfb_lips.jpg", True).outputs[0]
    lips = t.mix(t.ramp(t.noise(22, 4), 0.35, 0.7), tuple(spec["lip"]), tuple(spec["lip_deep"]))
    c = t.mix(t.times(t.ramp(lip, 0.12, 0.9), spec["lip_tint"]), c, lips)
    inside = t.ramp(t.image(masks / "mpfb_inside-mouth.jpg", True).outputs[0], 0.5, 1.0)
    c = t.mix(inside, c, (0.30, 0.055, 0.05))
    pores = t.cells(70.0)
    patchy = t.ramp(t.noise(3.0, 3), 0.38, 0.62, 0.40, 1.0)
    pore = t.times(patchy, t.ramp(pores, 0.0, 0.30, 1, 0))
    c = t.mix(t.times(pore, 0.16), c, tuple(spec["grain"]))
    ragged = t.ramp(t.noise(30, 4, 0.7), 0.3, 0.7, -0.16, 0.16)
    scalp = t.ramp(t.math("ADD", t.mark("scalp"), ragged), 0.25, 0.85)
    c = t.mix(t.times(scalp, 0.97), c, tuple(spec["scalp"]))
    bare = t.ramp(lip, 0, 1, 1, 0.1)
    n = t.bump(t.math("SUBTRACT", 1.0, pore), t.times(bare, 0.26), 0.010)
    n = t.bump(t.ramp(t.cells(120.0), 0.0, 0.35), t.times(bare, 0.14), 0.006, n)
    n = t.bump(t.noise(45, 5, 0.65), 0.10, 0.008, n)
    if lines is not None:
        n = t.bump(t.math("SUBTRACT", 1.0, lines), 0.8, 0.04, n)
    furrows = t.noise(1.0, 2, 0.6, t.stretched((70, 10, 8)))
    n = t.bump(furrows, t.times(lip, 0.40), 0.014, n)
    rough = t.ramp(t.noise(34, 4), 0.3, 0.7, spec["rough"] - 0.07, spec["rough"] + 0.09)
    rough = t.mix(t.times(t.mark("pale"), 0.35), rough, spec["rough"] - 0.12)
    rough = t.mix(lip, rough, 0.30)
    rough = t.mix(scalp, rough, 0.85)
    t.surface(
        Base_Color=c,
        Subsurface_Color=c,
        Subsurface=t.ramp(scalp, 0, 1, spec["scatter"], 0.0),
        Subsurface_Radius=(0.050, 0.019, 0.010),
        Roughness=rough,
        Specular=t.ramp(scalp, 0, 1, 0.44, 0.04),
        Normal=n,
        Clearcoat=t.times(lip, spec["lip_gloss"]),
        Clearcoat_Roughness=0.16,
    )
    return t.material


def _lines(t: Tree, spec: dict[str, float]) -> Any:
    """Lines of a life outdoors, 0-1: across the forehead, and fanning from the eyes' corners."""
    at = t.new("ShaderNodeSeparateXYZ")
    t.put(t.place.outputs["Object"], at.inputs[0])
    wide, high = t.math("ABSOLUTE", at.outputs[0]), at.outputs[2]
    wander = t.times(t.math("SUBTRACT", t.noise(2.4, 2, 0.5), 0.5), 0.16)
    bowed = t.math("ADD", t.math("ADD", high, wander), t.times(t.times(wide, wide), 0.12))
    across = t.ramp(t.math("SINE", t.times(bowed, spec["forehead_pitch"])), 0.72, 1.0)
    broken = t.ramp(t.noise(3.0, 2, 0.5), 0.36, 0.62)
    forehead = t.times(t.times(across, broken), t.mark("forehead"))
    dx = t.math("SUBTRACT", wide, spec["corner"][0])
    dy = t.math("ADD", t.math("SUBTRACT", high, spec["corner"][1]), t.times(wander, 0.35))
    turn = t.math("ARCTAN2", dy, dx)
    rays = t.ramp(t.math("SINE", t.math("ADD", t.times(turn, 8.0), 0.9)), 0.60, 1.0)
    return t.math("ADD", forehead, t.times(rays, t.mark("crow")))
