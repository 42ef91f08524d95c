"""Hair as Cycles curves: mesh polylines through geometry nodes."""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np

from nodes import Tree
from scene import upright


def material(name: str, style: dict[str, Any]) -> Any:
    """Build a hair shader whose melanin, or colour where two are given, varies by strand."""
    t = Tree(name)
    if "colours" in style:
        dark, light = (tuple(c) for c in style["colours"])
        h = t.new(
            "ShaderNodeBsdfHairPrincipled",
            parametrization="COLOR",
            Roughness=0.34,
            Radial_Roughness=0.5,
            Random_Roughness=0.2,
            Color=t.mix(t.mark("tone"), light, dark),
        )
        t.put(h.outputs[0], t.output.inputs[0])
        return t.material
    h = t.new(
        "ShaderNodeBsdfHairPrincipled",
        parametrization="MELANIN",
        Roughness=0.33,
        Radial_Roughness=0.38,
        Coat=0.05,
        Random_Roughness=0.2,
        Melanin_Redness=style["redness"],
        Melanin=t.ramp(t.mark("tone"), 0, 1, *style["melanin"]),
    )
    t.put(h.outputs[0], t.output.inputs[0])
    return t.material


def add(name: str, data: Any, material: Any) -> tuple[Any, Any]:
    """Add strands from flat arrays; returns the rendered object and the mesh that feeds it."""
    points, counts = data["points"], data["counts"]
    start = np.concatenate([[0], np.cumsum(counts)])[:-1]
    index = np.arange(len(points))
    last = np.zeros(len(points), bool)
    last[start + counts - 1] = True
    edges = np.stack([index[~last], index[~last] + 1], 1)
    feed = bpy.data.meshes.new(name + "-lines")
    feed.vertices.add(len(points))
    feed.vertices.foreach_set("co", upright(points).ravel())
    feed.edges.add(len(edges))
    feed.edges.foreach_set("vertices", edges.ravel().astype("i4"))
    for key, values in (("rad", data["radii"]), ("tone", data["tones"])):
        feed.attributes.new(key, "FLOAT", "POINT").data.foreach_set("value", values)
    feed.update()
    lines = bpy.data.objects.new(name + "-lines", feed)
    bpy.context.scene.collection.objects.link(lines)
    lines.hide_render = True
    curves = bpy.data.hair_curves.new(name)
    thing = bpy.data.objects.new(name, curves)
    bpy.context.scene.collection.objects.link(thing)
    curves.materials.append(material)
    thing.modifiers.new("lines", "NODES").node_group = _group(name, lines, material)
    scene_curves = bpy.context.scene.cycles_curves
    scene_curves.shape = "RIBBONS"
    scene_curves.subdivisions = 2
    return thing, lines


def _group(name: str, lines: Any, material: Any) -> Any:
    group = bpy.data.node_groups.new(name, "GeometryNodeTree")
    group.inputs.new("NodeSocketGeometry", "G")
    group.outputs.new("NodeSocketGeometry", "G")
    new, link = group.nodes.new, group.links.new
    end = new("NodeGroupOutput")
    source = new("GeometryNodeObjectInfo")
    source.inputs[0].default_value = lines
    curve = new("GeometryNodeMeshToCurve")
    radius = new("GeometryNodeSetCurveRadius")
    named = new("GeometryNodeInputNamedAttribute")
    named.data_type = "FLOAT"
    named.inputs[0].default_value = "rad"
    dress = new("GeometryNodeSetMaterial")
    dress.inputs["Material"].default_value = material
    link(source.outputs["Geometry"], curve.inputs[0])
    link(curve.outputs[0], radius.inputs["Curve"])
    link(named.outputs[1], radius.inputs["Radius"])
    link(radius.outputs[0], dress.inputs[0])
    link(dress.outputs[0], end.inputs[0])
    return group
