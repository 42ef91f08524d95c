"""What moves in a scene's picture: mist, bubbles, a candle, a pour, leaves, dust."""

from __future__ import annotations

import re

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.fields import Table
from kiosk.packs.model import Area, Living, LivingKind

COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
COLOUR_EXAMPLE = "#efe6d8"


def read_living(scene: Table, portrait: bool) -> tuple[Living, ...]:
    """A scene's ``living``: at most ``limits.LIVING`` tables.

    ``portrait`` says that the scene has a second picture for upright screens, in which nothing
    lies where it does in the first. An area that leaves its picture, or that would cost more to
    draw than the show can spare, is a warning: the picture then stands still.
    """
    living: list[Living] = []
    for table in scene.tables("living", limits.LIVING):
        kind = table.choice("kind", [str(kind) for kind in LivingKind])
        area = _area(table, "area", required=True)
        upright = _area(table, "portrait_area", required=False) if portrait else area
        if portrait and not table.has("portrait_area"):
            table.warn(Code.LIVING_UPRIGHT, "portrait_area")
        strength = table.number("strength", 0.1, 1.0, default=1.0)
        colour = table.text("colour", 7, required=False, form=(COLOUR, COLOUR_EXAMPLE)).lower()
        mirrored = bool(table.take("mirrored", bool, required=False))
        table.finish("portrait_area")
        if kind and (area or upright):
            living.append(Living(LivingKind(kind), area, upright, strength, colour, mirrored))
    return tuple(living)


def _area(table: Table, key: str, *, required: bool) -> Area | None:
    numbers = table.numbers(key, 4, 0, 1, "[0.30, 0.25, 0.10, 0.08]", required=required)
    if numbers is None:
        return None
    x, y, width, height = numbers
    if x + width > 1 or y + height > 1 or not width * height:
        table.warn(Code.LIVING_OUTSIDE, key)
        return None
    if width * height > limits.LIVING_SHARE:
        figures = {"share": round(100 * width * height), "most": round(100 * limits.LIVING_SHARE)}
        table.warn(Code.LIVING_LARGE, key, **figures)
        return None
    return Area(x, y, width, height)
