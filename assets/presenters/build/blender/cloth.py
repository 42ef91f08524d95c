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


def linen(colour: tuple[float, float, float], opened: bool) -> Any:
    """Washed linen: uneven threads, soft creases; left away inside its opening."""
    t = Tree("linen")
    dark = tuple(x * 0.78 for x in colour)
    c = t.mix(t.ramp(t.noise(60, 3), 0.35, 0.7, 0, 0.35), colour, dark)
    warp = t.noise(1.0, 3, 0.7, t.stretched((160, 160, 12)))
    weft = t.noise(1.0, 3, 0.7, t.stretched((12, 12, 160)))
    threads = t.math("ADD", warp, weft)
    c = t.mix(t.ramp(threads, 0.85, 1.2, 0, 0.22), c, dark)
    n = t.bump(threads, 0.25, 0.006)
    n = t.bump(t.noise(3.4, 5, 0.55), 0.55, 0.10, n)
    t.surface(Base_Color=c, Roughness=0.85, Specular=0.15, Sheen=0.15, Normal=n)
    if opened:
        t.cut(t.mark("inside"))
    return t.material


def corduroy(colour: tuple[float, float, float], opened: bool) -> Any:
    """Corduroy: upright ribs, worn paler here and there; left away beyond its edges."""
    t = Tree("corduroy")
    at = t.new("ShaderNodeSeparateXYZ")
    t.put(t.place.outputs["Object"], at.inputs[0])
    wander = t.times(t.math("SUBTRACT", t.noise(2.0, 2), 0.5), 0.03)
    rib = t.math("SINE", t.times(t.math("ADD", at.outputs[0], wander), 150.0))
    rib = t.ramp(rib, -1.0, 0.6)
    pale = tuple(x * 1.7 + 0.004 for x in colour)
    c = t.mix(rib, tuple(x * 0.45 for x in colour), colour)
    c = t.mix(t.ramp(t.noise(5, 5, 0.65), 0.42, 0.75, 0, 0.5), c, pale)
    c = t.mix(t.ramp(t.noise(90, 3), 0.4, 0.7, 0, 0.3), c, pale)
    n = t.bump(rib, 0.7, 0.012)
    n = t.bump(t.noise(2.4, 4, 0.5), 0.4, 0.10, n)
    if opened:
        hem = t.ramp(t.mark("inside"), 0.0, 0.028)
        n = t.bump(hem, 0.9, 0.03, n)
        stitch = t.math("ABSOLUTE", t.math("SUBTRACT", t.mark("inside"), 0.07))
        c = t.mix(t.ramp(stitch, 0.0, 0.006, 0.6, 0), c, tuple(x * 0.3 for x in colour))
    t.surface(Base_Color=c, Roughness=0.8, Specular=0.12, Sheen=0.6, Sheen_Tint=0.7, Normal=n)
    if opened:
        t.cut(t.mark("inside"))
    return t.material


def horn() -> Any:
    """Polished horn."""
    t = Tree("horn")
    c = t.mix(t.ramp(t.noise(22, 4), 0.35, 0.7), (0.035, 0.018, 0.009), (0.16, 0.085, 0.04))
    t.surface(Base_Color=c, Roughness=0.25, Specular=0.5)
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
