"""Materials a table is laid with: linen, china, a drawn cork."""

from __future__ import annotations

from typing import Any

from shade import Rgb, Shader


def cork(stain: Rgb) -> Any:
    """A cork along z: pale bark with dark pores, its lower end stained by wine."""
    s = Shader("cork")
    pores = s.noise(s.places("Object", (260, 260, 120)), 1.4, 4, 0.7)
    base = s.ramp(pores, [(0.34, (0.16, 0.085, 0.04)), (0.5, (0.50, 0.34, 0.19))])
    high = s.add("SeparateXYZ", i0=s.add("TexCoord").outputs["Object"]).outputs[2]
    wet = s.ramp(s.span(high, 0, 55), [(0.10, (0.85,) * 3), (0.45, (0,) * 3)])
    base = s.mix(wet, base, stain)
    return s.skin(Base_Color=base, Roughness=0.8, Normal=s.bump(pores, 0.4, 0.001))


def linen(colour: Rgb = (0.80, 0.77, 0.70)) -> Any:
    """A white cloth: weave and soft folds."""
    s = Shader("linen")
    at = s.places("Object", (1, 1, 1))
    fold = s.noise(s.places("Object", (1.6, 3.2, 1)), 1.6, 3, 0.5)
    weave = s.add("TexWave", {"bands_direction": "X"}, Vector=at, Scale=330.0, Distortion=1.5)
    other = s.add("TexWave", {"bands_direction": "Y"}, Vector=at, Scale=330.0, Distortion=1.5)
    cloth = s.sum("ADD", weave.outputs["Fac"], other.outputs["Fac"])
    tone = s.ramp(fold, [(0.3, tuple(0.90 * c for c in colour)), (0.7, colour)])
    soft = s.bump(fold, 0.7, 0.03)
    threads = s.add("Bump", Height=cloth, Strength=0.25, Distance=0.0008, Normal=soft).outputs[0]
    return s.skin(Base_Color=tone, Roughness=0.9, Specular=0.15, Sheen=0.3, Normal=threads)


def china(colour: Rgb = (0.78, 0.76, 0.72)) -> Any:
    """Glazed porcelain."""
    s = Shader("china")
    return s.skin(Base_Color=colour, Roughness=0.16, Specular=0.5)
