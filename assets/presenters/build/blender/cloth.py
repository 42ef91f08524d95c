"""What the jacket is made of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nodes import Tree


def cloth(spec: dict[str, Any], seams: bool) -> Any:
    """Wool and silk: matt ground, a tonal woven motif with more sheen, sewn seams."""
    t = Tree("cloth")
    ground = tuple(spec["ground"])
    c = t.mix(t.ramp(t.noise(70, 3), 0.3, 0.7, 0, 0.30), ground, tuple(x * 0.55 for x in ground))
    c = t.mix(t.ramp(t.noise(9, 4), 0.35, 0.7, 0, 0.18), c, tuple(x * 1.35 for x in ground))
    motif_node = t.image(Path(spec["pattern"]), True)
    motif_node.projection = "BOX"
    motif_node.projection_blend = 0.08
    t.put(t.stretched((spec["repeat"],) * 3, shift=(0.25, 0.0, 0.12)), motif_node.inputs[0])
    motif = motif_node.outputs["Color"]
    c = t.mix(motif, c, tuple(spec["motif"]))
    rough = t.mix(motif, t.ramp(t.noise(40, 3), 0.3, 0.7, 0.66, 0.80), 0.46)
    n = t.bump(t.noise(150, 2), 0.25, 0.004)
    n = t.bump(t.bands(spec["weave"]), 0.22, 0.005, n)
    n = t.bump(motif, 0.30, 0.008, n)
    soft = t.noise(1.6, 3, 0.5, t.stretched((1.2, 1.2, 0.45), (0, 0.5, 0)))
    n = t.bump(soft, 0.35, 0.12, n)
    if seams:
        armhole = t.math("ABSOLUTE", t.math("SUBTRACT", t.mark("arm"), 0.5))
        for distance, width in (
            (t.mark("princess"), 0.022),
            (t.mark("shoulder"), 0.020),
            (armhole, 0.055),
        ):
            n = t.bump(t.ramp(distance, 0.0, width), 0.75, 0.018, n)
            c = t.mix(t.ramp(distance, 0.0, width * 0.45, 0.55, 0), c, (0.01, 0.003, 0.004))
    t.surface(
        Base_Color=c,
        Roughness=rough,
        Specular=0.24,
        Sheen=0.35,
        Sheen_Tint=0.8,
        Normal=n,
    )
    return t.material


def cord(colour: tuple[float, float, float]) -> Any:
    """Twisted silk cord."""
    t = Tree("cord")
    n = t.bump(t.bands(44.0), 0.3, 0.005)
    t.surface(Base_Color=colour, Roughness=0.42, Specular=0.5, Sheen=0.3, Normal=n)
    return t.material


def jade() -> Any:
    """Milky green stone."""
    t = Tree("jade")
    c = t.mix(t.ramp(t.noise(9, 4), 0.35, 0.7), (0.05, 0.24, 0.14), (0.22, 0.44, 0.30))
    t.surface(
        Base_Color=c,
        Roughness=0.14,
        Specular=0.55,
        Subsurface=0.25,
        Subsurface_Color=c,
        Subsurface_Radius=(0.02, 0.04, 0.03),
    )
    return t.material


def gold() -> Any:
    """Brushed gold."""
    t = Tree("gold")
    t.surface(Base_Color=(0.62, 0.40, 0.14), Metallic=1.0, Roughness=0.28)
    return t.material


def pearl() -> Any:
    """Pearl."""
    t = Tree("pearl")
    t.surface(
        Base_Color=(0.80, 0.72, 0.64),
        Roughness=0.16,
        Specular=0.55,
        Subsurface=0.3,
        Subsurface_Color=(0.85, 0.74, 0.66),
        Subsurface_Radius=(0.03, 0.03, 0.03),
        Clearcoat=0.5,
    )
    return t.material
