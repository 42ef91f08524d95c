"""Give a face the ARKit shapes the show moves, out of whatever shapes a file has.

Shapes here are dense: (n, 3) metres for all vertices of the moving surfaces, one after another.
What a file lacks is made of its visemes: a rounded vowel less its share of the open mouth is
rounding, a spread one is spreading; what no viseme holds is a soft field laid over the lips, lids
and brows by the landmarks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kiosk.presenter.face.asset import Eye

from .gltf import floats
from .names import ARKIT

Floats = NDArray[np.float32]

JAW = 0.032  # metres the jaw of the shipped presenters drops at jawOpen 1
NEEDED = tuple(
    "jawOpen mouthFunnel mouthPucker mouthRollLower browInnerUp".split()
    + [
        f"{name}{side}"
        for name in "mouthStretch mouthSmile mouthUpperUp mouthLowerDown mouthPress eyeBlink "
        "eyeSquint browOuterUp browDown cheekSquint".split()
        for side in ("Left", "Right")
    ]
)  # what lips and life move (kiosk/presenter/lips/shapes.py)


@dataclass(frozen=True, eq=False)
class Marks:
    """Where things are in camera space: the lips' line and its ends, the eyes; `lower` (n,).

    `lower` is how much each vertex goes with the jaw, 0 to 1.
    """

    mouth: tuple[float, float, float]
    half: float  # of the mouth's width
    eyes: dict[str, Eye]
    lower: Floats


class Maker:
    """Makes shapes of shapes; `made` tells out of what, by ARKit's name."""

    def __init__(self, vertices: Floats, given: dict[str, Floats], opening: str, marks: Marks):
        self.v, self.given, self.marks = vertices, given, marks
        self.made: dict[str, str] = {}
        self.out = {name: given[name] for name in ARKIT if name in given}
        self.found = tuple(self.out)
        self.open = self._jaw(opening)
        self.weight = float((self.open * self.open).sum()) or 1.0

    def shapes(self) -> dict[str, Floats]:
        """Give every shape there is or can be made, by ARKit's name."""
        for name, sided, recipes in (
            ("mouthFunnel", False, (self.rest("v:oh"), self.rest("v:CH"), self.rounding(0.6))),
            ("mouthPucker", False, (self.rest("v:ou"), self.rest("v:oh"), self.rounding(1.0))),
            ("mouthStretch", True, (self.rest("v:ih"), self.rest("v:E"), self.spreading())),
            ("mouthSmile", True, (self.feeling(), self.smiling())),
            ("mouthUpperUp", True, (self.lips(1),)),
            ("mouthLowerDown", True, (self.lips(-1),)),
            ("mouthRollLower", False, (self.bitten(), self.rolling())),
            ("mouthPress", True, (self.rest("v:PP", "v:mm"), self.pressing())),
            ("eyeBlink", True, (self.shutting(),)),
            ("eyeSquint", True, (self.squinting(),)),
            ("cheekSquint", True, (self.bulge(0.0, -0.020, 0.012, 0.008, 0.0025),)),
            ("browInnerUp", False, (self.brows(-0.010, 0.006),)),
            ("browOuterUp", True, (self.bulge(0.008, 0.021, 0.013, 0.010, 0.006),)),
            ("browDown", True, (self.bulge(-0.004, 0.021, 0.015, 0.010, -0.004),)),
        ):
            self._fill(name, sided, recipes)
        return self.out

    def _jaw(self, opening: str) -> Floats:
        shape = self.given[opening]
        if opening == "jawOpen":
            return shape
        drop = float(-shape[:, 1].min())
        factor = float(np.clip(JAW / max(drop, 1e-6), 0.8, 2.5))
        self.made["jawOpen"] = f"{opening} x {factor:.2f}"
        self.out["jawOpen"] = shape * np.float32(factor)
        return self.out["jawOpen"]

    def _fill(self, name: str, sided: bool, recipes: tuple[Callable[[], Made], ...]) -> None:
        wanted = [f"{name}Left", f"{name}Right"] if sided else [name]
        if all(one in self.out for one in wanted):
            return
        if name in self.given or all(f"{name}{s}" in self.given for s in ("Left", "Right")):
            both = [self.given[k] for k in (name, f"{name}Left", f"{name}Right")
                    if k in self.given]  # fmt: skip
            made: Made = (np.sum(both, 0, dtype=np.float32), f"{name} of both sides")
        else:
            made = next((found for found in (recipe() for recipe in recipes) if found), None)
        if made is None:
            return
        shape, how = made
        for one in wanted:
            if one in self.out:
                continue
            side = 1 if one.endswith("Left") else -1
            self.out[one] = shape * self.half(side)[:, None] if sided else shape
            self.made[one] = how

    def half(self, side: int) -> Floats:
        """1 on the presenter's left (+1) or right (-1), fading over 6 mm about the middle."""
        x = (self.v[:, 0] - self.marks.mouth[0]) * side
        return np.asarray(np.clip(x / 0.006 + 0.5, 0, 1), np.float32)

    def rest(self, *names: str) -> Callable[[], Made]:
        """What a viseme does besides opening the mouth."""

        def make() -> Made:
            for name in names:
                if name in self.given:
                    shape = self.given[name]
                    share = float((shape * self.open).sum()) / self.weight
                    left = shape - np.float32(share) * self.open
                    if np.abs(left).max() > 5e-4:
                        return left, f"{name[2:]} less {share:.2f} jawOpen"
            return None

        return make

    def feeling(self) -> Callable[[], Made]:
        """The lower face of a happy one."""

        def make() -> Made:
            if "x:happy" not in self.given:
                return None
            low = min(eye.centre[1] for eye in self.marks.eyes.values()) - 0.02
            fade = np.clip((low - self.v[:, 1]) / 0.01, 0, 1)
            shape = self.given["x:happy"] * fade[:, None].astype(np.float32)
            share = float((shape * self.open).sum()) / self.weight
            left = shape - np.float32(max(0.0, share)) * self.open
            corner = self.blob(1, self.marks.half, 0.0) + self.blob(-1, self.marks.half, 0.0)
            up = float((left[:, 1] * corner).sum())
            return (left, "happy, lower face") if up > 0 and np.abs(left).max() > 1e-3 else None

        return make

    def lips(self, sign: int) -> Callable[[], Made]:
        """One lip's way up (+1) or down (-1) in the widest viseme, or a field over the lip."""

        def make() -> Made:
            own = 1 - self.marks.lower if sign > 0 else self.marks.lower
            for name in ("v:SS", "v:E", "v:ih"):
                if name not in self.given:
                    continue
                shape = self.given[name]
                share = float((shape * self.open).sum()) / self.weight
                if sign < 0:
                    shape = shape - np.float32(share) * self.open
                shift = np.where(shape[:, 1:2] * sign > 0, shape, 0) * own[:, None]
                if np.abs(shift[:, 1]).max() > 1.5e-3:
                    lip = "upper" if sign > 0 else "lower"
                    return shift.astype(np.float32), f"{lip} lip of {name[2:]}"
            field = self.lip(sign, 0.004, 0.008) * own
            return self.along(field, (0, 0.005 * sign, 0.001)), "laid over the lip"

        return make

    def bitten(self) -> Callable[[], Made]:
        """The lower lip of f and v."""

        def make() -> Made:
            if "v:FF" not in self.given:
                return None
            shape = self.given["v:FF"]
            share = float((shape * self.open).sum()) / self.weight
            left = (shape - np.float32(share) * self.open) * self.marks.lower[:, None]
            return (left, "lower lip of FF") if np.abs(left).max() > 5e-4 else None

        return make

    def rolling(self) -> Callable[[], Made]:
        def make() -> Made:
            field = self.lip(-1, 0.003, 0.006) * self.marks.lower
            return self.along(field, (0, 0.0035, -0.004)), "laid over the lower lip"

        return make

    def pressing(self) -> Callable[[], Made]:
        def make() -> Made:
            up = self.lip(1, 0.003, 0.006) * (1 - self.marks.lower)
            low = self.lip(-1, 0.003, 0.006) * self.marks.lower
            field = self.along(low, (0, 0.001, -0.001)) + self.along(up, (0, -0.001, -0.001))
            return field, "laid over the lips"

        return make

    def rounding(self, amount: float) -> Callable[[], Made]:
        """Corners drawn in, lips forward."""

        def make() -> Made:
            x, y = self.from_mouth()
            near = np.exp(-((x / (1.5 * self.marks.half)) ** 2) - (y / 0.014) ** 2) * self.front()
            shift = np.zeros_like(self.v)
            shift[:, 0] = -0.42 * amount * x * near
            shift[:, 2] = 0.006 * near
            return shift.astype(np.float32), "laid over the lips"

        return make

    def spreading(self) -> Callable[[], Made]:
        def make() -> Made:
            shift = np.zeros_like(self.v)
            for side in (1, -1):
                field = self.blob(side, self.marks.half, 0.0)
                shift += self.along(field, (0.006 * side, -0.001, -0.002))
            return shift, "laid over the mouth's corners"

        return make

    def smiling(self) -> Callable[[], Made]:
        def make() -> Made:
            shift = np.zeros_like(self.v)
            for side in (1, -1):
                field = self.blob(side, self.marks.half * 1.05, 0.001)
                shift += self.along(field, (0.005 * side, 0.008, -0.003))
            return shift, "laid over the mouth's corners"

        return make

    def shutting(self) -> Callable[[], Made]:
        """Upper lids drawn down over the eyeballs."""

        def make() -> Made:
            shift = np.zeros_like(self.v)
            for eye in self.marks.eyes.values():
                away = self.v - floats(eye.centre)
                radius = eye.radius
                flat = np.hypot(away[:, 0], away[:, 1])
                over = (away[:, 2] > 0.1 * radius) & (np.linalg.norm(away, axis=1) < 1.9 * radius)
                fade = np.clip((2.0 - flat / radius) / 0.9, 0, 1) * over
                upper = np.clip(away[:, 1] / (0.25 * radius) + 0.2, 0, 1) * fade
                drop = np.clip(away[:, 1] + 0.35 * radius, 0, 1.2 * radius)
                shift[:, 1] -= upper * drop * np.clip(1.5 - away[:, 1] / radius, 0, 1)
                level = away[:, 1] + shift[:, 1]
                ball = np.sqrt(np.maximum((1.06 * radius) ** 2 - away[:, 0] ** 2 - level**2, 0))
                shift[:, 2] += np.where(upper > 0.3, np.maximum(ball - away[:, 2], 0), 0) * upper
            return shift.astype(np.float32), "laid over the upper lids"

        return make

    def squinting(self) -> Callable[[], Made]:
        def make() -> Made:
            both = [self.out[k] for k in ("eyeBlinkLeft", "eyeBlinkRight") if k in self.out]
            return (floats(0.3 * np.sum(both, 0)), "0.3 of the blink")

        return make

    def brows(self, x: float, up: float) -> Callable[[], Made]:
        """Inner brows raised; `x` outwards from the eye, metres."""

        def make() -> Made:
            if "browUp" in self.given:
                return self.given["browUp"], "brows up"
            return self.bulge(x, 0.021, 0.013, 0.010, up)()

        return make

    def bulge(self, x: float, y: float, wide: float, high: float, up: float) -> Callable[[], Made]:
        """A soft field beside each eye: `x` outwards and `y` up from its centre, metres."""

        def make() -> Made:
            shift = np.zeros_like(self.v)
            for side, eye in (("left", 1), ("right", -1)):
                cx, cy, cz = self.marks.eyes[side].centre
                dx, dy = self.v[:, 0] - (cx + eye * x), self.v[:, 1] - (cy + y)
                field = np.exp(-((dx / wide) ** 2) - (dy / high) ** 2)
                field *= self.v[:, 2] > cz - 0.02
                shift += self.along(field.astype(np.float32), (0, up, 0))
            return shift, "laid over brows and cheeks"

        return make

    def from_mouth(self) -> tuple[Floats, Floats]:
        x, y, _ = self.marks.mouth
        return self.v[:, 0] - np.float32(x), self.v[:, 1] - np.float32(y)

    def front(self) -> Floats:
        """1 at the lips' depth, 0 from 35 mm behind them."""
        behind = (self.marks.mouth[2] - self.v[:, 2] - 0.020) / 0.015
        return np.asarray(1 - np.clip(behind, 0, 1), np.float32)

    def lip(self, sign: int, off: float, high: float) -> Floats:
        """A field over one lip, 1 in the middle."""
        x, y = self.from_mouth()
        across = np.exp(-((x / (0.75 * self.marks.half)) ** 2))
        field = across * np.exp(-(((y - sign * off) / high) ** 2)) * self.front()
        return np.asarray(field, np.float32)

    def blob(self, side: int, x: float, y: float) -> Floats:
        """A field about one corner of the mouth."""
        dx, dy = self.from_mouth()
        field = np.exp(-(((dx - side * x) / 0.014) ** 2) - ((dy - y) / 0.014) ** 2) * self.front()
        return np.asarray(field, np.float32)

    def along(self, field: Floats, way: tuple[float, float, float]) -> Floats:
        return np.asarray(field[:, None] * floats(way), np.float32)


Made = tuple[Floats, str] | None
