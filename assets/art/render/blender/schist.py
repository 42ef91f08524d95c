"""Materials of the Douro: dry-stone walls of schist, broken-rock soil, the river."""

from __future__ import annotations

from typing import Any

from shade import Shader


def wall(tone: float = 1.0) -> Any:
    """Thin plates of schist laid dry: copper-brown faces, grey ones, black joints."""
    s = Shader("schist")
    at = s.places("Object", (2.6, 2.6, 8.5))
    cells = s.add("TexVoronoi", {"feature": "F1"}, Vector=at, Scale=1.0)
    edge = s.add("TexVoronoi", {"feature": "DISTANCE_TO_EDGE"}, Vector=at, Scale=1.0)
    own = s.add("SeparateRGB", Image=cells.outputs["Color"]).outputs
    dark, mid, light = (
        tuple(tone * x for x in c)
        for c in ((0.075, 0.06, 0.052), (0.21, 0.155, 0.11), (0.40, 0.29, 0.19))
    )
    base = s.ramp(own[0], [(0.0, dark), (0.55, mid), (1.0, light)])
    cloud = s.noise(s.places("Object", (1, 1, 1)), 0.35, 5, 0.6)
    stain = s.ramp(cloud, [(0.38, (0.55, 0.5, 0.5)), (0.62, (1.1, 1.05, 1.0))])
    base = s.mix(0.8, base, stain, "MULTIPLY")
    joint = s.ramp(edge.outputs["Distance"], [(0.02, (0.12,) * 3), (0.10, (1,) * 3)])
    base = s.mix(1.0, base, joint, "MULTIPLY")
    return s.skin(plain=mid, Base_Color=base, Roughness=0.85, Specular=0.25,
                  Normal=s.bump(joint, 0.6, 0.06))  # fmt: skip


def stone() -> Any:
    """A single split stone: its own tone, layers along its length, lichen."""
    s = Shader("split")
    own = s.add("ObjectInfo").outputs["Random"]
    grain = s.noise(s.places("Object", (1.5, 2.5, 9)), 2.2, 5, 0.65)
    spots = s.noise(s.places("Object", (4, 4, 4)), 2.0, 4, 0.7)
    base = s.ramp(own, [(0.0, (0.09, 0.075, 0.068)), (0.5, (0.24, 0.175, 0.125)),
                        (0.85, (0.36, 0.26, 0.17)), (1.0, (0.22, 0.20, 0.19))])  # fmt: skip
    layer = s.ramp(grain, [(0.34, (0.55,) * 3), (0.66, (1.15,) * 3)])
    base = s.mix(0.9, base, layer, "MULTIPLY")
    lichen = s.ramp(spots, [(0.60, (0,) * 3), (0.68, (0.5,) * 3)])
    base = s.mix(lichen, base, (0.34, 0.31, 0.20))
    return s.skin(plain=(0.22, 0.16, 0.12), Base_Color=base, Roughness=0.8, Specular=0.3,
                  Normal=s.bump(grain, 0.55, 0.05))  # fmt: skip


def soil() -> Any:
    """Rock broken by hammer: chips, dust, straw."""
    s = Shader("chips")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 0.25, 6, 0.6)
    chips = s.add("TexVoronoi", Vector=at, Scale=16.0)
    own = s.add("SeparateRGB", Image=chips.outputs["Color"]).outputs
    base = s.ramp(cloud, [(0.36, (0.15, 0.105, 0.07)), (0.64, (0.31, 0.22, 0.135))])
    each = s.ramp(own[0], [(0.0, (0.55,) * 3), (1.0, (1.3,) * 3)])
    base = s.mix(0.7, base, each, "MULTIPLY")
    straw = s.ramp(s.noise(at, 1.4, 5, 0.7), [(0.55, (0,) * 3), (0.66, (0.5,) * 3)])
    base = s.mix(straw, base, (0.26, 0.22, 0.09))
    return s.skin(plain=(0.23, 0.16, 0.10), Base_Color=base, Roughness=0.92, Specular=0.2,
                  Normal=s.bump(own[0], 0.7, 0.04))  # fmt: skip


def river() -> Any:
    """A slow green river that mirrors hills and sky."""
    s = Shader("river")
    at = s.places("Object", (1, 1, 1))
    swell = s.noise(s.places("Object", (0.05, 0.09, 1)), 1.0, 4, 0.6)
    drift = s.noise(at, 0.012, 3, 0.5)
    rough = s.ramp(drift, [(0.42, (0.04,) * 3), (0.60, (0.16,) * 3)])
    return s.skin(plain=(0.03, 0.045, 0.035), Base_Color=(0.022, 0.036, 0.026), Roughness=rough,
                  Specular=0.6, Normal=s.bump(swell, 0.10, 0.6))  # fmt: skip
