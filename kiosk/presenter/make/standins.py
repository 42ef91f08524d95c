"""Neutral parts for what an avatar lacks: teeth and a mouth's inside, and specks for the rest."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.mesh import Shape

from .gltf import Material, facing, floats
from .picture import Piece

Floats = NDArray[np.float32]

COLUMNS = 41
ARCH = np.radians(72)  # of the half circle that teeth stand on
BEHIND = 0.0045  # metres from the lips' skin to the teeth
ENAMEL, GUM, DARK = (0.74, 0.70, 0.61), (0.42, 0.13, 0.12), (0.085, 0.018, 0.018)
# Rows of teeth: height over the lips' line in metres, colour. The upper ones end just below it.
UPPER = ((0.0100, GUM), (0.0062, GUM), (0.0058, ENAMEL), (-0.0030, ENAMEL))
LOWER = ((-0.0042, ENAMEL), (-0.0102, ENAMEL), (-0.0106, GUM), (-0.0150, GUM))


def teeth(
    mouth: tuple[float, float, float], half: float, jaw: tuple[float, float, float]
) -> list[Piece]:
    """Make upper and lower teeth behind the lips.

    Args:
        mouth: the middle of the lips, camera space.
        half: of the mouth's width, metres.
        jaw: what jawOpen moves the lower teeth by, metres.
    """
    upper = _row("teeth-upper", mouth, half * 0.80, BEHIND, UPPER, {})
    shape = Shape(np.arange(COLUMNS * len(LOWER), dtype=np.int32),
                  np.tile(floats(jaw), (COLUMNS * len(LOWER), 1)))  # fmt: skip
    lower = _row("teeth-lower", mouth, half * 0.76, BEHIND + 0.0015, LOWER, {"jawOpen": shape})
    return [upper, lower]


def _row(
    name: str,
    mouth: tuple[float, float, float],
    wide: float,
    back: float,
    rows: tuple[tuple[float, tuple[float, float, float]], ...],
    shapes: dict[str, Shape],
) -> Piece:
    angle = np.linspace(-ARCH, ARCH, COLUMNS)
    x = mouth[0] + wide * np.sin(angle)
    z = mouth[2] - back - 1.25 * wide * (1 - np.cos(angle))
    # each tooth stands a little forward in its middle, and dark lines part them
    across = np.linspace(-5.5, 5.5, COLUMNS)
    dip = np.abs(across - np.floor(across) - 0.5) * 2
    z = z - 0.0007 * dip**6
    vertices = [np.stack([x, np.full(COLUMNS, mouth[1] + y), z], 1) for y, _ in rows]
    shade = (1 - 0.30 * dip**8) * (1 - 0.55 * np.abs(np.sin(angle)) ** 3)
    tint = [np.concatenate([shade[:, None] * np.array(colour), np.ones((COLUMNS, 1))], 1)
            for _, colour in rows]  # fmt: skip
    return _sheet(name, "teeth", np.stack(vertices), np.stack(tint), shapes, 0.35)


def cavity(
    mouth: tuple[float, float, float], half: float, jaw: tuple[float, float, float]
) -> Piece:
    """A dark hollow behind the teeth, for a face that has nothing behind its lips."""
    rows = 15
    t, p = np.meshgrid(
        np.linspace(-np.pi / 2, np.pi / 2, rows), np.linspace(-np.pi / 2, np.pi / 2, COLUMNS),
        indexing="ij",
    )  # fmt: skip
    x = mouth[0] + half * 0.9 * np.cos(t) * np.sin(p)
    y = mouth[1] - 0.004 + 0.020 * np.sin(t)
    z = mouth[2] - BEHIND - 0.004 - 0.035 * np.cos(t) * np.cos(p)
    vertices = np.stack([x, y, z], -1)
    tint = np.ones((rows, COLUMNS, 4))
    tint[..., :3] = np.array(DARK) * (1.0 - 0.5 * np.cos(t) * np.cos(p))[..., None]
    low = np.clip(0.5 - np.sin(t) * 2, 0, 1).reshape(-1, 1) * np.array(jaw)
    at = np.arange(rows * COLUMNS, dtype=np.int32)
    shapes = {"jawOpen": Shape(at, low.astype(np.float32))}
    return _sheet("cavity", "mouth", vertices, tint, shapes, 1.0)


def _sheet(
    name: str, role: str, grid: NDArray[np.float64], tint: NDArray[np.float64],
    shapes: dict[str, Shape], rough: float,
) -> Piece:  # fmt: skip
    """A piece from rows and columns of vertices, seen from the front."""
    rows, columns = grid.shape[:2]
    first = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)).ravel()
    quads = np.stack([first, first + columns, first + columns + 1, first + 1], 1)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]]).astype(np.int32)
    vertices = grid.reshape(-1, 3).astype(np.float32)
    return Piece(
        name, role, vertices, facing(vertices, triangles),
        np.zeros((len(vertices), 2), np.float32), tint.reshape(-1, 4).astype(np.float32),
        triangles, Material(name=name, rough=rough), shapes,
    )  # fmt: skip


def speck(name: str, place: tuple[float, float, float]) -> Piece:
    """A triangle too small to see, hidden at a place: the format asks for every part."""
    corner = np.array([[0, 0, 0], [1e-4, 0, 0], [0, 1e-4, 0]]) + np.array(place)
    one = floats(corner)
    return Piece(
        name, "", one, floats([[0, 0, 1]] * 3), np.zeros((3, 2), np.float32),
        np.ones((3, 4), np.float32), np.array([[0, 1, 2]], np.int32), Material(), {},
    )  # fmt: skip
