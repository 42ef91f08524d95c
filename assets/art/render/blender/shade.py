"""Materials: glass, wine, oak, iron, steel, stone, plaster, paper, wax, fruit."""

from __future__ import annotations

from typing import Any

import bpy

Rgb = tuple[float, float, float]


class Shader:
    """A material being mixed: adds nodes and wires them by name."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.out = self.tree.nodes.new("ShaderNodeOutputMaterial")

    def add(self, kind: str, sets: dict[str, Any] | None = None, **inputs: Any) -> Any:
        """A node; ``sets`` are its properties, inputs values or sockets (_ for a blank)."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in (sets or {}).items():
            setattr(node, key, value)
        for key, value in inputs.items():
            name = key.replace("_", " ")
            self.give(
                node.inputs[int(name[1:])] if name[1:].isdigit() else node.inputs[name], value
            )
        return node

    def give(self, socket: Any, value: Any) -> None:
        """Set or wire an input."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and socket.type == "RGBA":
            socket.default_value = (*value, 1)
        else:
            socket.default_value = value

    def places(self, kind: str = "Object", scale: Rgb = (1, 1, 1), turn: Rgb = (0, 0, 0)) -> Any:
        """Texture coordinates."""
        source = self.add("TexCoord").outputs[kind]
        return self.add("Mapping", Vector=source, Scale=scale, Rotation=turn).outputs[0]

    def noise(self, at: Any, scale: float, detail: float = 4, rough: float = 0.55) -> Any:
        """Fractal noise, 0 to 1."""
        return self.add("TexNoise", Vector=at, Scale=scale, Detail=detail, Roughness=rough).outputs[
            "Fac"
        ]

    def ramp(self, value: Any, stops: list[tuple[float, Rgb]]) -> Any:
        """Colours along a value."""
        node = self.add("ValToRGB", Fac=value)
        line = node.color_ramp
        while len(line.elements) < len(stops):
            line.elements.new(0.5)
        for element, (at, colour) in zip(line.elements, stops, strict=True):
            element.position, element.color = at, (*colour, 1)
        return node.outputs[0]

    def mix(self, t: Any, a: Any, b: Any, how: str = "MIX") -> Any:
        """Two colours mixed."""
        return self.add("MixRGB", {"blend_type": how}, Fac=t, Color1=a, Color2=b).outputs[0]

    def sum(self, how: str, a: Any, b: Any) -> Any:
        """Arithmetic on numbers."""
        return self.add("Math", {"operation": how}, i0=a, i1=b).outputs[0]

    def span(self, value: Any, low: float, high: float) -> Any:
        """Spread 0-1 to low-high."""
        return self.add("MapRange", Value=value, To_Min=low, To_Max=high).outputs[0]

    def bump(self, height: Any, strength: float, distance: float) -> Any:
        """Normals from heights."""
        return self.add("Bump", Height=height, Strength=strength, Distance=distance).outputs[0]

    def skin(self, plain: Rgb | None = None, **inputs: Any) -> Any:
        """Finish as a Principled surface.

        Light that comes back from elsewhere sees only the even colour ``plain``: Cycles skips
        the layers of the other branch, and bounces cost a third.
        """
        whole = self.add("BsdfPrincipled", **inputs).outputs[0]
        if plain:
            even = self.add("BsdfDiffuse", Color=plain).outputs[0]
            bounced = self.add("LightPath").outputs["Is Diffuse Ray"]
            whole = self.add("MixShader", Fac=bounced, i1=whole, i2=even).outputs[0]
        self.tree.links.new(whole, self.out.inputs["Surface"])
        return self.material


def _clear(shader: Shader, surface: Any, shadow: Rgb) -> None:
    """Let light through in the shadow, tinted, in place of caustics that never converge."""
    through = shader.add("BsdfTransparent", Color=shadow).outputs[0]
    path = shader.add("LightPath")
    asks = shader.sum("MAXIMUM", path.outputs["Is Shadow Ray"], path.outputs["Is Diffuse Ray"])
    both = shader.add("MixShader", Fac=asks, i1=surface, i2=through).outputs[0]
    shader.tree.links.new(both, shader.out.inputs["Surface"])


def glass(tint: Rgb = (0.995, 1, 0.995), shadow: Rgb = (0.9, 0.9, 0.9), rough: float = 0.0) -> Any:
    """Clear or coloured glass, index 1.5."""
    s = Shader("glass")
    _clear(s, s.add("BsdfGlass", Color=tint, Roughness=rough, IOR=1.5).outputs[0], shadow)
    return s.material


def wine(colour: Rgb, density: float, shadow: Rgb) -> Any:
    """Liquid of index 1.34 that swallows light along its depth (1/m at density)."""
    s = Shader("wine")
    _clear(s, s.add("BsdfGlass", Color=(1, 1, 1), Roughness=0.0, IOR=1.34).outputs[0], shadow)
    deep = s.add("VolumeAbsorption", Color=colour, Density=density).outputs[0]
    s.tree.links.new(deep, s.out.inputs["Volume"])
    return s.material


def oak(
    dark: Rgb = (0.05, 0.026, 0.012),
    light: Rgb = (0.27, 0.145, 0.066),
    gloss: float = 0.42,
    along: str = "x",
    scale: float = 1.0,
    worn: float = 0.0,
) -> Any:
    """Oak with pores and year rings that run ``along`` an axis of the object."""
    s = Shader("oak")
    long, cross = 1.1 * scale, 11.0 * scale
    stretch = {"x": (long, cross, cross), "y": (cross, long, cross), "z": (cross, cross, long)}
    at = s.places("Object", stretch[along])
    own = s.add("ObjectInfo").outputs["Random"]
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=spread(s, own, 37.0)).outputs[0]
    warp = s.noise(at, 0.8, 3)
    rings = s.add(
        "TexWave",
        {"wave_type": "BANDS", "bands_direction": "DIAGONAL"},
        Vector=at,
        Scale=1.1,
        Distortion=7.0,
        Detail=3.0,
        Detail_Scale=1.3,
    ).outputs["Fac"]
    fibre = s.noise(s.places("Object", tuple(9 * x for x in stretch[along])), 1.2, 5, 0.7)
    pores = s.noise(s.places("Object", tuple(4 * x for x in stretch[along])), 2.6, 2)
    tone = s.sum("ADD", s.sum("MULTIPLY", rings, 0.45), s.sum("MULTIPLY", fibre, 0.45))
    tone = s.sum("ADD", tone, s.sum("MULTIPLY", s.sum("SUBTRACT", warp, 0.5), 0.5))
    mid = tuple((a + b) / 2 * 0.85 for a, b in zip(dark, light, strict=True))
    base = s.ramp(tone, [(0.18, dark), (0.5, mid), (0.85, light)])
    shut = s.ramp(pores, [(0.30, (0.25, 0.2, 0.18)), (0.42, (1, 1, 1))])
    base = s.mix(0.75, base, shut, "MULTIPLY")
    each = s.ramp(own, [(0.0, (0.66, 0.63, 0.6)), (0.5, (1, 1, 1)), (1.0, (1.25, 1.15, 1.05))])
    base = s.mix(0.8, base, each, "MULTIPLY")
    if worn:
        stain = s.noise(s.places("Object", (1, 1, 1)), 5.0, 6, 0.65)
        grime = s.ramp(stain, [(0.38, (0.22, 0.19, 0.18)), (0.62, (1, 1, 1))])
        base = s.mix(worn, base, grime, "MULTIPLY")
    rough = s.span(fibre, gloss - 0.1, gloss + 0.22)
    height = s.sum("ADD", fibre, s.sum("MULTIPLY", pores, 0.8))
    return s.skin(
        plain=between(dark, light, 0.3),
        Base_Color=base,
        Roughness=rough,
        Specular=0.4,
        Normal=s.bump(height, 0.35, 0.0015),
    )


def between(dark: Rgb, light: Rgb, share: float = 0.4) -> Rgb:
    """A colour between two."""
    r, g, b = (x + (y - x) * share for x, y in zip(dark, light, strict=True))
    return r, g, b


def spread(s: Shader, value: Any, by: float) -> Any:
    """A vector from one random number, so that no two objects show the same grain."""
    return s.add("CombineXYZ", i0=s.sum("MULTIPLY", value, by), i1=value, i2=value).outputs[0]


def iron(colour: Rgb = (0.10, 0.09, 0.085), rust: float = 0.5) -> Any:
    """Hoop iron, rusting."""
    s = Shader("iron")
    at = s.places("Object", (1, 1, 1))
    spots = s.noise(at, 26, 8, 0.7)
    cover = s.ramp(spots, [(0.42, (0, 0, 0)), (0.62, (rust, rust, rust))])
    base = s.mix(cover, colour, (0.16, 0.06, 0.025))
    rough = s.span(spots, 0.32, 0.75)
    return s.skin(
        Base_Color=base, Metallic=0.85, Roughness=rough, Normal=s.bump(spots, 0.25, 0.002)
    )


def steel(rough: float = 0.24) -> Any:
    """Brushed steel."""
    s = Shader("steel")
    brush = s.noise(s.places("Object", (2, 2, 160)), 2, 3)
    return s.skin(
        Base_Color=(0.56, 0.56, 0.55),
        Metallic=1.0,
        Roughness=s.span(brush, rough - 0.06, rough + 0.1),
        Normal=s.bump(brush, 0.05, 0.001),
    )


def foil(colour: Rgb) -> Any:
    """A bottle's capsule."""
    s = Shader("foil")
    fold = s.noise(s.places("Object", (60, 60, 7)), 2.2, 3)
    return s.skin(
        Base_Color=colour,
        Metallic=0.55,
        Roughness=0.33,
        Specular=0.5,
        Normal=s.bump(fold, 0.12, 0.001),
    )


def dusty_glass(colour: Rgb = (0.012, 0.018, 0.008)) -> Any:
    """A full bottle seen from outside, long laid down: dark, with dust on its upper side."""
    s = Shader("dusty")
    up = s.add("SeparateXYZ", i0=s.add("NewGeometry").outputs["Normal"]).outputs[2]
    cloud = s.noise(s.places("Object", (30, 30, 30)), 1.5, 5, 0.6)
    lying = s.sum("MULTIPLY", s.span(up, 0.0, 0.8), s.span(cloud, 0.1, 1.0))
    base = s.mix(lying, colour, (0.16, 0.13, 0.10))
    return s.skin(Base_Color=base, Roughness=s.span(lying, 0.09, 0.85), Specular=0.55)


def stone(light: Rgb, dark: Rgb, scale: float = 1.0, rough: float = 0.7, wet: float = 0.0) -> Any:
    """Cut stone or slate: clouds, veins, pits."""
    s = Shader("stone")
    at = s.places("Object", (scale, scale, scale))
    cloud = s.noise(at, 3.0, 8, 0.62)
    fine = s.noise(at, 45.0, 6, 0.7)
    split = s.noise(s.places("Object", (scale * 2, scale * 5, scale * 14)), 2.0, 6, 0.6)
    tone = s.sum("ADD", s.sum("MULTIPLY", cloud, 0.62), s.sum("MULTIPLY", fine, 0.38))
    base = s.ramp(tone, [(0.34, dark), (0.66, light)])
    gloss = s.span(cloud, rough - 0.35 * wet - 0.1, rough + 0.12)
    height = s.sum("ADD", s.sum("MULTIPLY", fine, 0.4), split)
    return s.skin(
        plain=between(dark, light),
        Base_Color=base,
        Roughness=gloss,
        Specular=0.45,
        Normal=s.bump(height, 0.5, 0.004),
    )


def plaster(light: Rgb, dark: Rgb) -> Any:
    """An old limewashed wall."""
    s = Shader("plaster")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 1.6, 9, 0.66)
    fine = s.noise(at, 22, 8, 0.7)
    base = s.ramp(cloud, [(0.36, dark), (0.64, light)])
    base = s.mix(0.35, base, s.ramp(fine, [(0.3, (0.55, 0.5, 0.46)), (0.6, (1, 1, 1))]), "MULTIPLY")
    height = s.sum("ADD", s.sum("MULTIPLY", fine, 0.5), cloud)
    return s.skin(
        plain=between(dark, light),
        Base_Color=base,
        Roughness=0.9,
        Specular=0.2,
        Normal=s.bump(height, 0.6, 0.02),
    )


def bricks(light: Rgb, dark: Rgb, mortar: Rgb, size: tuple[float, float], damp: float = 0.6) -> Any:
    """Laid stone or brick over uv in metres; ``size`` of one, width and height."""
    s = Shader("bricks")
    at = s.places("UV")
    sway = s.add("TexNoise", Vector=at, Scale=3.5, Detail=3.0).outputs["Color"]
    sway = s.add("VectorMath", {"operation": "SUBTRACT"}, i0=sway, i1=(0.5, 0.5, 0.5)).outputs[0]
    sway = s.add("VectorMath", {"operation": "SCALE"}, i0=sway, Scale=size[1] * 0.28).outputs[0]
    at = s.add("VectorMath", {"operation": "ADD"}, i0=at, i1=sway).outputs[0]
    laid = s.add(
        "TexBrick",
        Vector=at,
        Color1=(1, 1, 1),
        Color2=(0.35, 0.35, 0.35),
        Mortar=(0, 0, 0),
        Scale=1.0,
        Mortar_Size=size[1] * 0.06,
        Mortar_Smooth=0.35,
        Bias=0.0,
        Brick_Width=size[0],
        Row_Height=size[1],
    )
    cloud = s.noise(s.places("UV"), 0.9, 8, 0.65)
    fine = s.noise(s.places("UV"), 24, 8, 0.72)
    tone = s.ramp(
        s.sum("ADD", s.sum("MULTIPLY", cloud, 0.6), s.sum("MULTIPLY", fine, 0.4)),
        [(0.36, dark), (0.64, light)],
    )
    tone = s.mix(0.55, tone, laid.outputs["Color"], "MULTIPLY")
    base = s.mix(laid.outputs["Fac"], tone, mortar)
    soot = s.ramp(cloud, [(0.40, (0.34, 0.31, 0.29)), (0.60, (1, 1, 1))])
    base = s.mix(damp, base, soot, "MULTIPLY")
    joint = s.sum("SUBTRACT", 1.0, laid.outputs["Fac"])
    height = s.sum("ADD", joint, s.sum("MULTIPLY", fine, 0.7))
    return s.skin(
        plain=between(dark, light, 0.3),
        Base_Color=base,
        Roughness=s.span(cloud, 0.55, 0.95),
        Specular=0.3,
        Normal=s.bump(height, 0.75, size[1] * 0.16),
    )


def earth(light: Rgb, dark: Rgb) -> Any:
    """Trodden earth with grit."""
    s = Shader("earth")
    at = s.places("Object", (1, 1, 1))
    cloud = s.noise(at, 1.1, 10, 0.62)
    grit = s.noise(at, 60, 6, 0.75)
    base = s.ramp(cloud, [(0.35, dark), (0.65, light)])
    base = s.mix(
        0.5, base, s.ramp(grit, [(0.35, (0.45, 0.42, 0.4)), (0.62, (1, 1, 1))]), "MULTIPLY"
    )
    height = s.sum("ADD", s.sum("MULTIPLY", grit, 0.5), cloud)
    return s.skin(
        plain=between(dark, light),
        Base_Color=base,
        Roughness=s.span(cloud, 0.5, 0.95),
        Normal=s.bump(height, 0.7, 0.03),
    )


def paper(path: str, gloss: float = 0.62) -> Any:
    """A printed label from a picture."""
    s = Shader("paper")
    page = s.add("TexImage")
    page.image = bpy.data.images.load(path)
    page.extension = "EXTEND"
    s.give(page.inputs[0], s.places("UV"))
    fibre = s.noise(s.places("UV", (1, 1, 1)), 160, 3)
    return s.skin(
        Base_Color=page.outputs[0],
        Roughness=gloss,
        Specular=0.3,
        Normal=s.bump(fibre, 0.08, 0.0004),
    )


def branded(path: str, wood: Any) -> Any:
    """Wood with a mark chalked or painted on: a picture with alpha over a copy of ``wood``."""
    out = wood.copy()
    tree = out.node_tree
    skin = next(n for n in tree.nodes if n.type == "BSDF_PRINCIPLED")
    page = tree.nodes.new("ShaderNodeTexImage")
    page.image = bpy.data.images.load(path)
    page.extension = "CLIP"
    places = tree.nodes.new("ShaderNodeTexCoord")
    tree.links.new(places.outputs["UV"], page.inputs[0])
    both = tree.nodes.new("ShaderNodeMixRGB")
    tree.links.new(page.outputs["Alpha"], both.inputs[0])
    tree.links.new(skin.inputs["Base Color"].links[0].from_socket, both.inputs[1])
    tree.links.new(page.outputs["Color"], both.inputs[2])
    tree.links.new(both.outputs[0], skin.inputs["Base Color"])
    return out


def wax() -> Any:
    """A candle's."""
    s = Shader("wax")
    return s.skin(
        Base_Color=(0.85, 0.76, 0.58),
        Roughness=0.5,
        Subsurface=0.6,
        Subsurface_Radius=(0.012, 0.006, 0.003),
        Subsurface_Color=(0.9, 0.62, 0.32),
    )


def glow(colour: Rgb, strength: float) -> Any:
    """Something that shines by itself."""
    s = Shader("glow")
    light = s.add("Emission", Color=colour, Strength=strength).outputs[0]
    s.tree.links.new(light, s.out.inputs["Surface"])
    return s.material
