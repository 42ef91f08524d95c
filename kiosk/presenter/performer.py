"""A presenter at work: lips from the narration, life from the clock, drawn as one picture."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.errors import PresenterError
from kiosk.narration.track import Track
from kiosk.presenter.face import asset, store
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.face.light import Light
from kiosk.presenter.face.portrait import Portrait, Pose
from kiosk.presenter.life.motion import Motion
from kiosk.presenter.lips.track import LipTrack

Bytes = NDArray[np.uint8]

LIGHTING = 1.2  # s over which she passes into another light: a dissolve
STEPS = 12  # lights drawn on the way
RELEASE = 0.14  # s in which lips leave a sound that was cut off, about a syllable's half


class Living(Protocol):
    """What is needed of the life layer (`kiosk.presenter.life.life.Life`)."""

    def tell(self, track: Track, at: float) -> None:
        """A narration begins."""

    def hush(self, at: float) -> None:
        """It ends."""

    def glance(self, right: float, up: float, at: float) -> None:
        """Look somewhere for a moment, degrees."""

    def greet(self, at: float) -> None:
        """A session starts."""

    def listen(self, on: bool, at: float) -> None:
        """A visitor reads, or no longer does."""

    def sample(self, now: float, position: float | None) -> Motion:
        """What she does at a moment."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A narration as a presenter needs it."""

    track: Track
    lips: LipTrack


def find(folders: tuple[Path, ...], name: str) -> Figure:
    """The figure of a presenter, from the first folder that has one of that name.

    Raises:
        PresenterError: there is none, or its files are damaged.
    """
    for folder in folders:
        description = folder / name / f"{name}.toml"
        if description.is_file():
            return store.figure_of(asset.read(description))
    raise PresenterError(
        f"there is no presenter '{name}'",
        where=str(folders[-1]) if folders else "",
        advice=f"choose from {', '.join(names(folders)) or 'none: install the program again'}",
    )


def names(folders: tuple[Path, ...]) -> list[str]:
    """The presenters that can be named, sorted."""
    found = {path.stem for folder in folders for path in folder.glob("*/*.toml")
             if path.stem == path.parent.name}  # fmt: skip
    return sorted(found)


def seed_of(name: str) -> int:
    """The seed of a presenter's life: hers wherever she is drawn."""
    return sum(name.encode())


def together(motion: Motion, lips: Mapping[str, float]) -> Pose:
    """Lips, as weights by ARKit's names, and life as one pose."""
    shapes = dict(motion.shapes)
    for name, weight in lips.items():
        shapes[name] = shapes.get(name, 0.0) + weight
    turn, nod, tilt = motion.head
    # The eyes hold on to what they look at while the head moves under them.
    gaze = (motion.gaze[0] - turn, motion.gaze[1] - nod)
    return Pose(shapes, gaze, (turn, nod, tilt), motion.lean, motion.breath)


class Performer:
    """Draws one presenter through a show. For one thread.

    Args:
        figure: who.
        life: what she does when she does nothing.
        width: pixels she is drawn at.
        foot: fade her lower end.
    """

    def __init__(self, figure: Figure, life: Living, width: int, foot: bool) -> None:
        self._figure, self._life = figure, life
        self._told: Told | None = None
        self._lips: dict[str, float] = {}  # as drawn last
        self._gap: dict[str, float] = {}  # what is left of lips that were cut off
        self._cut = -math.inf  # when that was
        self._anew = self._heard = False
        self._from = self._light = self._to = Light()
        self._since: float | None = None
        self._step = STEPS
        self._foot = foot
        self._portrait = Portrait(figure, width, foot)

    @property
    def figure(self) -> Figure:
        """Who is drawn."""
        return self._figure

    def resize(self, width: int, foot: bool) -> None:
        """Draw at another size from now on."""
        if (width, foot) != (self._portrait.size[0], self._foot):
            self._foot = foot
            self._portrait = Portrait(self._figure, width, foot)
            self._portrait.light(self._light)

    def tell(self, told: Told, now: float) -> None:
        """Begin a narration, or go on with another one in its middle."""
        self._told, self._anew = told, True
        self._life.tell(told.track, now)

    def hush(self, now: float) -> None:
        """Be silent."""
        self._told, self._anew = None, True
        self._life.hush(now)

    def look(self, right: float, up: float, now: float) -> None:
        """Glance at the picture; degrees seen by the visitor."""
        self._life.glance(right, up, now)

    def greet(self, now: float) -> None:
        """Welcome a visitor."""
        self._life.greet(now)

    def listen(self, on: bool, now: float) -> None:
        """Be there for a visitor who reads, or no longer."""
        self._life.listen(on, now)

    def light(self, light: Light, now: float, at_once: bool = False) -> None:
        """Pass into another light."""
        if light == self._to:
            return
        self._from, self._to, self._since, self._step = self._light, light, now, 0
        if at_once:
            self._since = now - LIGHTING
        self._relight(now)

    def _relight(self, now: float) -> None:
        if self._since is None:
            return
        share = min(max((now - self._since) / LIGHTING, 0.0), 1.0)
        step = int(share * STEPS)
        if step > self._step or share == 1.0:
            eased = share * share * (3 - 2 * share)
            self._step, self._light = step, self._from.towards(self._to, eased)
            self._portrait.light(self._light)
        if share == 1.0:
            self._since = None

    def draw(self, now: float, position: float | None, shown: int = 0) -> Bytes:
        """The picture of a moment: premultiplied BGRA (height, width, 4).

        Args:
            now: seconds of the show's clock.
            position: seconds of the narration that are heard at that moment, None in silence.
            shown: pixels she is shown at, where that is more than she is drawn at; enlarging her
                here is cheaper than on the stage, which would do so again for every frame.
        """
        self._relight(now)
        return self._enlarged(self._portrait.draw(self.pose(now, position)), shown)

    def still(self, now: float, shown: int = 0) -> Bytes:
        """The picture of a presenter who does not move, in the light of a moment."""
        self._relight(now)
        return self._enlarged(self._portrait.draw(Pose({})), shown)

    def _enlarged(self, picture: Bytes, shown: int) -> Bytes:
        width, height = self._portrait.size
        if shown <= width:
            return picture
        size = (shown, round(height * shown / width))
        return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR), np.uint8)

    def _mouth(self, now: float, position: float | None) -> dict[str, float]:
        """The lips' weights: the narration's, reached from wherever a cut has left them."""
        heard = self._told is not None and position is not None
        lips = self._told.lips.shapes(position) if self._told and position is not None else {}
        if self._anew or (self._heard and not heard):
            names = self._lips.keys() | lips.keys()
            self._gap = {n: self._lips.get(n, 0.0) - lips.get(n, 0.0) for n in names}
            self._cut = now
        self._anew, self._heard = False, heard
        part = min(max((now - self._cut) / RELEASE, 0.0), 1.0)
        if part < 1.0:
            left = 1.0 - part * part * (3 - 2 * part)
            names = self._gap.keys() | lips.keys()
            lips = {n: lips.get(n, 0.0) + left * self._gap.get(n, 0.0) for n in names}
        self._lips = lips
        return lips

    def pose(self, now: float, position: float | None) -> Pose:
        """Lips and life together."""
        return together(self._life.sample(now, position), self._mouth(now, position))
