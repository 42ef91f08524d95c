"""A small presenter with nothing wrong: a mask of a face with lips, lids, hair and a chest.

Its pictures are drawn from its own mesh, so what they show is known exactly. Its canvas is a
quarter as wide as a real one's, and preparing it takes a fraction of a second.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face import raster
from kiosk.presenter.face.asset import Camera, Window
from kiosk.presenter.face.mesh import Part, Shape

Floats = NDArray[np.float32]
Bytes = NDArray[np.uint8]

WIDTH, HEIGHT = 320, 400
CAMERA = Camera(1000.0, (160.0, 130.0))
NECK = (0.0, -0.085, -1.26)
EYES, MOUTH = Window(88, 80, 144, 64), Window(88, 136, 144, 112)
EYE_AT = {"left": (0.034, 0.02), "right": (-0.034, 0.02)}
RADIUS = 0.014
LIP_Y, LIP_HALF = -0.055, 0.028  # metres
REST = {"mouthSmileLeft": 0.3, "mouthSmileRight": 0.3}
OPEN = {"jawOpen": 0.48, "mouthUpperUpLeft": 0.3, "mouthUpperUpRight": 0.3}
POSES: dict[str, tuple[str, dict[str, float]]] = {
    "blink": ("eyes", {**REST, "eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}),
    "aa": ("mouth", OPEN),
    "ah": ("mouth", {"jawOpen": 1.0}),
    "mm": ("mouth", {"mouthPressLeft": 0.6, "mouthPressRight": 0.6, "mouthRollLower": 0.12}),
    "oo": ("mouth", {"jawOpen": 0.1, "mouthPucker": 0.9}),
}


def _pairs(x: Floats, name: str, move: Floats) -> dict[str, Floats]:
    """A shape's left and right halves; her left is at positive x."""
    left = np.clip(0.5 + x / 0.02, 0, 1)[:, None]
    return {f"{name}Left": move * left, f"{name}Right": move * (1 - left)}


def _along(size: NDArray[np.float64], axis: int, sign: float) -> Floats:
    out = np.zeros((len(size), 3), np.float32)
    out[:, axis] = sign * size
    return out


def _skin() -> Part:
    """A curved mask with a slit for the lips, holes for the eyes, and a neck below."""
    step = 0.002
    xs = np.arange(-0.078, 0.0781, step)
    upper_rows = np.append(np.arange(0.1, LIP_Y, -step), LIP_Y)
    lower_rows = np.append(LIP_Y, np.arange(LIP_Y - step, -0.1301, -step))
    grids = []
    for rows in (upper_rows, lower_rows):
        x, y = np.meshgrid(xs, rows)
        grids.append(np.stack([x, y], -1))
    flat = np.concatenate([g.reshape(-1, 2) for g in grids])
    split = len(upper_rows) * len(xs)
    x, y = flat[:, 0], flat[:, 1]
    low = np.arange(len(flat)) >= split
    inside = np.abs(x) < LIP_HALF - 1e-6
    # where the slit is not, its two rows are one: the sides lie on each other and move alike
    nose = 0.022 * np.exp(-((x / 0.012) ** 2) - ((y + 0.012) / 0.02) ** 2)
    z = -1.17 - 5.5 * x**2 - 2.0 * np.minimum(y + 0.02, 0) ** 2 * 4 + nose
    lip = 1 - np.clip(np.abs(x) / LIP_HALF, 0, 1) ** 2
    down = np.clip((LIP_Y - y) / 0.01, 0, 1) * np.clip((y + 0.118) / 0.03, 0, 1)
    jaw = np.where(low & inside, lip, 0) * np.clip((y + 0.118) / 0.03, 0, 1)
    jaw = np.maximum(jaw, 0.7 * down * np.exp(-((x / 0.05) ** 2)) * low)
    near = np.exp(-(((y - LIP_Y) / 0.014) ** 2)) * np.exp(-((x / 0.03) ** 2))
    up = near * lip * ~low * inside
    shapes = {"jawOpen": _along(0.022 * jaw, 1, -1)}
    shapes |= _pairs(x, "mouthUpperUp", _along(0.004 * up, 1, 1))
    shapes |= _pairs(x, "mouthLowerDown", _along(0.004 * near * lip * low * inside, 1, -1))
    shapes |= _pairs(x, "mouthSmile", _along(0.003 * np.abs(x) / 0.03 * near, 1, 1))
    shapes |= _pairs(x, "mouthPress", _along(0.001 * near, 2, -1))
    shapes["mouthPucker"] = _along(0.35 * np.abs(x) * near, 0, 1) * -np.sign(x)[:, None].astype(
        np.float32
    )
    shapes["mouthFunnel"] = 0.5 * shapes["mouthPucker"]
    shapes["mouthRollLower"] = _along(0.001 * near * low, 2, -1)
    blink, brow = np.zeros(len(flat)), np.zeros(len(flat))
    hole = np.zeros(len(flat), np.bool_)
    for cx, cy in EYE_AT.values():
        across = np.clip(1 - ((x - cx) / 0.012) ** 2, 0, 1)
        lid = 0.0055 * np.sqrt(across)
        hole |= np.abs(y - cy) < lid - 1e-6
        # the upper lid comes all the way down onto the lower one
        over = np.clip((cy + 0.016 - y) / (0.016 - 0.0055), 0, 1) * (y > cy)
        blink = np.maximum(blink, over * (2 * lid + 2 * step * (across > 0)))
        brow = np.maximum(brow, np.exp(-(((y - cy - 0.02) / 0.006) ** 2)) * across)
    shapes |= _pairs(x, "eyeBlink", _along(blink, 1, -1))
    shapes["browInnerUp"] = _along(0.004 * brow, 1, 1)
    faces = []
    start = 0
    for count in (len(upper_rows), len(lower_rows)):
        i = np.arange(count - 1)[:, None] * len(xs) + np.arange(len(xs) - 1) + start
        a, b, c, d = i.ravel(), i.ravel() + 1, i.ravel() + len(xs), i.ravel() + len(xs) + 1
        faces += [np.stack([a, c, b], 1), np.stack([b, c, d], 1)]
        start += count * len(xs)
    triangles = np.concatenate(faces).astype(np.int32)
    oval = ((x / 0.078) ** 2 + ((y + 0.01) / 0.108) ** 2 < 1) | ((np.abs(x) < 0.04) & (y < -0.05))
    keep = oval[triangles].all(1) & ~hole[triangles].any(1)
    points = np.stack([x, y, z], 1).astype(np.float32)
    return _part("skin", points, triangles[keep], shapes)


def _part(name: str, points: Floats, triangles: NDArray[np.int32], shapes: Any = ()) -> Part:
    sparse = {}
    for key, move in dict(shapes).items():
        at = np.nonzero(np.abs(move).max(1) > 3e-5)[0].astype(np.int32)
        sparse[key] = Shape(at, np.ascontiguousarray(move[at], np.float32))
    return Part(name, points, np.ascontiguousarray(triangles, np.int32), sparse)


def _sheet(name: str, box: tuple[float, float, float, float], z: float, shapes: Any = ()) -> Part:
    """An upright rectangle: left, bottom, right, top in metres."""
    left, bottom, right, top = box
    x, y = np.meshgrid(np.linspace(left, right, 9), np.linspace(top, bottom, 9))
    points = np.stack([x.ravel(), y.ravel(), np.full(81, z)], 1).astype(np.float32)
    i = (np.arange(8)[:, None] * 9 + np.arange(8)).ravel()
    triangles = np.concatenate(
        [np.stack([i, i + 9, i + 1], 1), np.stack([i + 1, i + 9, i + 10], 1)]
    )
    return _part(name, points, triangles.astype(np.int32), shapes)


@cache
def parts() -> dict[str, Part]:
    """Every thing of the mesh."""
    jaw = {"jawOpen": np.tile(np.array([[0, -0.018, 0]], np.float32), (81, 1))}
    out = [_skin()]
    for side, (x, y) in EYE_AT.items():
        out.append(_sheet(f"eye-{side}", (x - 0.013, y - 0.009, x + 0.013, y + 0.009), -1.185))
    out += [
        _sheet("teeth-upper", (-0.022, LIP_Y - 0.004, 0.022, LIP_Y + 0.006), -1.21),
        _sheet("teeth-lower", (-0.022, LIP_Y - 0.012, 0.022, LIP_Y - 0.004), -1.21, jaw),
        _sheet("hair", (-0.09, -0.02, 0.09, 0.125), -1.24),
        _sheet("body", (-0.2, -0.36, 0.2, -0.115), -1.25),
    ]
    return {part.name: part for part in out}


def _colours(part: Part) -> Floats:
    """BGR of each vertex: a ground with dapples that show where a place has gone."""
    grounds = {"skin": (150, 175, 215), "hair": (30, 35, 45), "body": (90, 60, 70)}
    x, y = part.vertices[:, 0], part.vertices[:, 1]
    dapple = 14 * np.sin(x * 900) * np.sin(y * 800 + 1)
    out = np.array(grounds.get(part.name, (220, 225, 230)), np.float32) + dapple[:, None]
    if part.name == "skin":
        lips = (np.abs(y - LIP_Y) < 0.008) & (np.abs(x) < LIP_HALF)
        out[lips] -= (60, 70, 20)
    return np.asarray(out, np.float32)


def render(weights: dict[str, float], names: tuple[str, ...] = ("body", "hair", "skin")) -> Bytes:
    """Draw the mesh: BGRA (HEIGHT, WIDTH, 4), what is seen of the mouth's inside dark."""
    fine = 2
    points, colours, triangles, start = [], [], [], 0
    for name in names:
        part = parts()[name]
        points.append(part.posed(weights))
        colours.append(_colours(part))
        triangles.append(part.triangles + start)
        start += len(part.vertices)
    whole, faces = np.concatenate(points), np.concatenate(triangles)
    places = CAMERA.pixels(whole) * fine + np.float32((fine - 1) / 2)
    found = raster.cover(places, -whole[:, 2], faces, WIDTH * fine, HEIGHT * fine)
    mask, values = raster.carry(found, places, faces, np.concatenate(colours))
    out = np.zeros((*mask.shape, 4), np.float32)
    out[mask, :3], out[mask, 3] = values, 255
    small = np.asarray(cv2.resize(out, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA), np.float32)
    small[..., :3] *= 255 / np.maximum(small[..., 3:], 1)
    return np.clip(np.rint(small), 0, 255).astype(np.uint8)


def _eyeballs() -> Bytes:
    out = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    for x, y in EYE_AT.values():
        centre = CAMERA.pixels(np.array([[x, y, -1.185]], np.float32))[0]
        at = (round(float(centre[0])), round(float(centre[1])))
        cv2.circle(out, at, 13, (235, 235, 235, 255), -1)
        cv2.circle(out, at, 4, (40, 60, 90, 255), -1)
    return out


def _teeth(name: str) -> Bytes:
    return render({"jawOpen": 0.48}, (name,))


def _webp(picture: Bytes, window: Window | None = None, channels: int = 3) -> bytes:
    part = picture if window is None else picture[window.cut]
    kind = [cv2.IMWRITE_WEBP_QUALITY, 101]  # without loss
    good, data = cv2.imencode(".webp", np.ascontiguousarray(part[..., :channels]), kind)
    assert good
    return data.tobytes()


@dataclass
class Glb:
    """A binary glTF, to be spoilt before it is packed."""

    document: dict[str, Any]
    binary: bytearray = field(default_factory=bytearray)

    def view(self, data: NDArray[Any]) -> int:
        self.document["bufferViews"].append(
            {"byteOffset": len(self.binary), "byteLength": data.nbytes}
        )
        self.binary += data.tobytes()
        return len(self.document["bufferViews"]) - 1

    def accessor(self, **figures: Any) -> int:
        self.document["accessors"].append(figures)
        return len(self.document["accessors"]) - 1

    def packed(self) -> bytes:
        text = json.dumps(self.document).encode()
        text += b" " * (-len(text) % 4)
        body = struct.pack("<I4s", len(text), b"JSON") + text
        body += struct.pack("<I4s", len(self.binary), b"BIN\0") + bytes(self.binary)
        return struct.pack("<4sII", b"glTF", 2, 12 + len(body)) + body


def glb() -> Glb:
    """The mesh as a file's content."""
    out = Glb({"accessors": [], "bufferViews": [], "meshes": []})
    for part in parts().values():
        count = len(part.vertices)
        at = out.accessor(
            bufferView=out.view(part.vertices.astype("<f4")), componentType=5126, type="VEC3",
            count=count,
        )  # fmt: skip
        flat = part.triangles.astype("<u4").ravel()
        index = out.accessor(
            bufferView=out.view(flat), componentType=5125, type="SCALAR", count=len(flat)
        )
        targets = []
        for shape in part.shapes.values():
            sparse = {
                "count": len(shape.at),
                "indices": {"bufferView": out.view(shape.at.astype("<u4")), "componentType": 5125},
                "values": {"bufferView": out.view(shape.shift.astype("<f4"))},
            }
            targets.append({"POSITION": out.accessor(sparse=sparse, count=count)})
        out.document["meshes"].append(
            {"name": part.name, "extras": {"targetNames": list(part.shapes)},
             "primitives": [{"attributes": {"POSITION": at}, "indices": index,
                             "targets": targets}]}
        )  # fmt: skip
    return out


def _toml(name: str) -> str:
    def table(weights: dict[str, float]) -> str:
        return "\n".join(f"{key} = {value}" for key, value in weights.items())

    lines = [f"""\
id = "{name}"
mesh = "mesh.glb"
rest = "rest.webp"
[canvas]
width = {WIDTH}
height = {HEIGHT}
[camera]
focal = {CAMERA.focal}
centre = {list(CAMERA.centre)}
[windows]
eyes = [{EYES.left}, {EYES.top}, {EYES.width}, {EYES.height}]
mouth = [{MOUTH.left}, {MOUTH.top}, {MOUTH.width}, {MOUTH.height}]
[head]
neck = {list(NECK)}
[layers]
eyes = {{ file = "eyes.webp", window = "eyes" }}
teeth-upper = {{ file = "teeth-upper.webp", window = "mouth" }}
teeth-lower = {{ file = "teeth-lower.webp", window = "mouth" }}
[weights.rest]
{table(REST)}
"""]
    for side, (x, y) in EYE_AT.items():
        lines.append(f"[eyes.{side}]\ncentre = [{x}, {y}, -1.185]\nradius = {RADIUS}\n")
    for pose, (window, weights) in POSES.items():
        lines.append(f'[poses.{pose}]\nfile = "pose-{pose}.webp"\nwindow = "{window}"\n'
                     f"[poses.{pose}.weights]\n{table(weights)}\n")  # fmt: skip
    return "".join(lines)


@cache
def files() -> dict[str, bytes]:
    """Every file but the description."""
    windows = {"eyes": EYES, "mouth": MOUTH}
    out = {"mesh.glb": glb().packed(), "rest.webp": _webp(_looking(render(REST)), channels=4)}
    for pose, (window, weights) in POSES.items():
        out[f"pose-{pose}.webp"] = _webp(render(weights), windows[window])
    out["eyes.webp"] = _webp(_eyeballs(), EYES, 4)
    for name in ("teeth-upper", "teeth-lower"):
        out[f"{name}.webp"] = _webp(_teeth(name), MOUTH, 4)
    return out


def _looking(still: Bytes) -> Bytes:
    """Eyeballs seen through the lids; behind them the hair's stand-in would show."""
    skin = render(REST, ("skin",))
    share = skin[..., 3:].astype(np.float32) / 255
    balls = _eyeballs()
    seen = balls[..., 3:] > 0
    mixed = share * skin + (1 - share) * balls
    out = np.where(seen, mixed, still)
    out[..., 3] = still[..., 3]
    return np.clip(np.rint(out), 0, 255).astype(np.uint8)


def write(folder: Path, name: str = "mask") -> Path:
    """Write the presenter into ``folder`` and give its description."""
    place = folder / name
    place.mkdir(parents=True)
    for file, content in files().items():
        (place / file).write_bytes(content)
    (place / f"{name}.toml").write_text(_toml(name), "utf-8")
    return place / f"{name}.toml"
