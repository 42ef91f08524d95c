"""Materials of the land and what grows on it: soil, fields, leaves, bark, grapes, haze."""

from __future__ import annotations

from typing import Any

from shade import Rgb, Shader, between, spread


def clay(light: Rgb, dark: Rgb, weed: Rgb) -> Any:
    """Tilled ground: clods, grit, thin drifts of weed and straw."""
    s = Shader("clay")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 0.55, 6, 0.62)
    clods = s.noise(at, 7.5, 5, 0.68)
    grit = s.noise(at, 55, 3, 0.75)
    tone = s.sum("ADD", s.sum("MULTIPLY", cloud, 0.5), s.sum("MULTIPLY", clods, 0.5))
    base = s.ramp(tone, [(0.36, dark), (0.64, light)])
    drift = s.ramp(
        s.sum("ADD", cloud, s.sum("MULTIPLY", grit, 0.22)), [(0.62, (0,) * 3), (0.74, (0.55,) * 3)]
    )
    base = s.mix(drift, base, weed)
    base = s.mix(0.6, base, s.ramp(grit, [(0.32, (0.4,) * 3), (0.62, (1.1,) * 3)]), "MULTIPLY")
    height = s.sum("ADD", s.sum("MULTIPLY", grit, 0.3), clods)
    return s.skin(
        plain=between(dark, light),
        Base_Color=base,
        Roughness=0.95,
        Specular=0.15,
        Normal=s.bump(height, 0.9, 0.07),
    )


def leaf(light: Rgb, dark: Rgb, turned: Rgb, share: float = 0.2) -> Any:
    """Foliage that light shines through; each leaf its own tone, a ``share`` of them turned."""
    s = Shader("leaf")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    spot = s.noise(s.places("Object", (1, 1, 1)), 30, 2)
    tone = s.sum("ADD", s.sum("MULTIPLY", own, 0.8), s.sum("MULTIPLY", spot, 0.2))
    yellow = between(light, turned, 0.5)
    base = s.ramp(tone, [(0.1, dark), (0.8 - share, light), (0.9 - share / 3, yellow), (1, turned)])
    face = s.add("BsdfPrincipled", Base_Color=base, Roughness=0.5, Specular=0.35).outputs[0]
    glow = s.add("HueSaturation", Color=base, Saturation=1.15, Value=1.7).outputs[0]
    through = s.add("BsdfTranslucent", Color=glow).outputs[0]
    both = s.add("MixShader", Fac=0.42, i1=face, i2=through).outputs[0]
    s.tree.links.new(both, s.out.inputs["Surface"])
    return s.material


def berry(skin: Rgb, bloom: Rgb, cover: float = 0.45) -> Any:
    """Grapes of a whole cluster: a tone per berry, bloom in clouds; cheaper than ``grape``."""
    s = Shader("berry")
    own = s.add("NewGeometry").outputs["Random Per Island"]
    cloud = s.noise(s.places("Object", (1, 1, 1)), 95, 3, 0.6)
    amount = s.ramp(cloud, [(0.36, (0, 0, 0)), (0.64, (cover, cover, cover))])
    each = s.ramp(own, [(0.0, (0.6, 0.6, 0.8)), (0.7, (1.1, 1.0, 1.0)), (1.0, (1.9, 1.0, 0.9))])
    base = s.mix(amount, s.mix(0.9, skin, each, "MULTIPLY"), bloom)
    return s.skin(Base_Color=base, Roughness=s.span(amount, 0.2, 0.8), Specular=0.5)


def bark(light: Rgb = (0.16, 0.12, 0.09), dark: Rgb = (0.035, 0.024, 0.018)) -> Any:
    """Old vine wood, fibrous and grey."""
    s = Shader("bark")
    strip = s.noise(s.places("Object", (40, 40, 6)), 1.5, 4, 0.7)
    base = s.ramp(strip, [(0.35, dark), (0.68, light)])
    return s.skin(Base_Color=base, Roughness=0.9, Normal=s.bump(strip, 0.8, 0.01))


def hazed(material: Any, colour: Rgb, reach: float) -> Any:
    """The same material seen through air that lightens everything by distance (metres)."""
    tree = material.node_tree
    out = next(n for n in tree.nodes if n.type == "OUTPUT_MATERIAL")
    surface = out.inputs["Surface"].links[0].from_socket
    far = tree.nodes.new("ShaderNodeCameraData").outputs["View Distance"]
    share = None
    for how, other in (("DIVIDE", -reach), ("EXPONENT", None), ("SUBTRACT", 1.0)):
        node = tree.nodes.new("ShaderNodeMath")
        node.operation = how
        if how == "SUBTRACT":
            node.inputs[0].default_value = other
            tree.links.new(share, node.inputs[1])
        else:
            tree.links.new(share or far, node.inputs[0])
            if other is not None:
                node.inputs[1].default_value = other
        share = node.outputs[0]
    air = tree.nodes.new("ShaderNodeEmission")
    air.inputs["Color"].default_value = (*colour, 1)
    both = tree.nodes.new("ShaderNodeMixShader")
    tree.links.new(share, both.inputs[0])
    tree.links.new(surface, both.inputs[1])
    tree.links.new(air.outputs[0], both.inputs[2])
    tree.links.new(both.outputs[0], out.inputs["Surface"])
    return material


def fields(rows: Rgb, soil: Rgb, straw: Rgb, copse: Rgb) -> Any:
    """Hills far away: a patchwork of vineyards in rows, bare soil, stubble and scrub."""
    s = Shader("fields")
    at = s.places("Object", (1, 1, 1))
    plot = s.add("TexVoronoi", {"voronoi_dimensions": "2D"}, Vector=at, Scale=0.011)
    own = s.add("SeparateRGB", Image=plot.outputs["Color"]).outputs
    turn = s.add("VectorRotate", Vector=at, Angle=s.sum("MULTIPLY", own[0], 6.0)).outputs[0]
    line = s.add("TexWave", Vector=turn, Scale=0.105, Distortion=0.6, Detail=1.0).outputs["Fac"]
    line = s.ramp(line, [(0.35, (0, 0, 0)), (0.6, (1, 1, 1))])
    planted = s.mix(line, soil, rows)
    kind = s.ramp(own[1], [(0.0, straw), (0.22, soil), (0.34, (0, 0, 0)), (0.36, (0, 0, 0))])
    wild = s.ramp(own[1], [(0.28, (0, 0, 0)), (0.30, (1, 1, 1))])
    base = s.mix(wild, kind, planted)
    rough = s.noise(at, 0.004, 6, 0.6)
    trees = s.ramp(rough, [(0.56, (0, 0, 0)), (0.60, (1, 1, 1))])
    base = s.mix(trees, base, copse)
    fine = s.noise(at, 0.09, 5, 0.7)
    base = s.mix(
        0.6, base, s.ramp(fine, [(0.3, (0.5, 0.5, 0.5)), (0.7, (1.2, 1.2, 1.2))]), "MULTIPLY"
    )
    return s.skin(Base_Color=base, Roughness=0.95, Specular=0.1)


def grape(skin: Rgb, bloom: Rgb, flesh: Rgb, cover: float = 0.5) -> Any:
    """A berry: dark skin with subsurface light, a waxy bloom rubbed off in places."""
    s = Shader("grape")
    at = s.places("Object", (1, 1, 1))
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=spread(s, own, 19.0)).outputs[0]
    cloud = s.noise(at, 70, 6, 0.6)
    rubbed = s.noise(at, 160, 5, 0.7)
    amount = s.ramp(
        s.sum("ADD", s.sum("MULTIPLY", cloud, 0.7), s.sum("MULTIPLY", rubbed, 0.3)),
        [(0.38, (0, 0, 0)), (0.62, (cover, cover, cover))],
    )
    each = s.ramp(own, [(0.0, (0.7, 0.6, 0.8)), (1.0, (1.3, 1.1, 1.0))])
    base = s.mix(amount, s.mix(0.8, skin, each, "MULTIPLY"), bloom)
    return s.skin(
        Base_Color=base,
        Roughness=s.span(amount, 0.22, 0.75),
        Specular=0.5,
        Subsurface=0.25,
        Subsurface_Radius=(0.006, 0.002, 0.002),
        Subsurface_Color=flesh,
    )
