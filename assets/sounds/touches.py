"""The sounds of the booth under a finger: cork, oak and glass. Each a short stereo stretch."""

from collections.abc import Callable

import numpy as np

from assets.sounds.kit.circle import RATE, Circle, Stereo
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import cork, glass, string, wood

Make = Callable[[np.random.Generator], Stereo]


def _in_small_room(dry: Circle, rng: np.random.Generator, wet: float = 0.25) -> Stereo:
    """In a small oak-panelled room, ending at zero."""
    sound = dry.in_room(room(0.5, rng, bright=4500, early=0.006), wet).samples
    fall = round(0.06 * RATE)
    sound[-fall:] *= (0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / fall))[:, None]
    return sound


def touch(rng: np.random.Generator) -> Stereo:
    """A fingertip on a cork."""
    circle = Circle(0.45)
    circle.add(cork(rng), 0.002)
    return _in_small_room(circle, rng, 0.2)


def opened(rng: np.random.Generator) -> Stereo:
    """A cork eased out, then the glass set beside it."""
    circle = Circle(1.4)
    circle.add(cork(rng), 0.002, -0.1, 0.6)
    circle.add(glass(hertz("E5"), 0.9), 0.09, 0.15, 0.5)
    return _in_small_room(circle, rng)


def back(rng: np.random.Generator) -> Stereo:
    """A bottle put back on oak: two low knocks, the second softer."""
    circle = Circle(0.7)
    circle.add(wood(262, 0.17), 0.002, 0.0, 0.9)
    circle.add(wood(196, 0.22), 0.085, 0.0, 0.7)
    return _in_small_room(circle, rng)


def found(rng: np.random.Generator) -> Stereo:
    """Two glasses, a fourth apart."""
    circle = Circle(1.7)
    circle.add(glass(hertz("D5"), 1.1), 0.002, -0.2, 0.6)
    circle.add(glass(hertz("G5"), 1.3), 0.15, 0.2, 0.55)
    return _in_small_room(circle, rng)


def greeting(rng: np.random.Generator) -> Stereo:
    """Three glasses over a low string: somebody has come."""
    circle = Circle(2.8)
    circle.add(string(hertz("G3"), 2.2, rng, dull=1.1, attack=0.006), 0.002, 0.0, 0.7)
    for number, note in enumerate(("G4", "D5", "B5")):
        circle.add(glass(hertz(note), 1.7 - 0.2 * number), 0.05 + 0.17 * number,
                   -0.3 + 0.3 * number, 0.42 - 0.09 * number)  # fmt: skip
    return _in_small_room(circle, rng, 0.4)


def on_air(rng: np.random.Generator) -> Stereo:
    """Two knocks on a stave and a clear glass: the room has opened."""
    circle = Circle(2.4)
    circle.add(wood(330, 0.15), 0.002, -0.15, 0.6)
    circle.add(wood(330, 0.15), 0.17, -0.15, 0.6)
    circle.add(glass(hertz("A5"), 1.7), 0.36, 0.2, 0.4)
    circle.add(glass(hertz("E5"), 1.8), 0.36, -0.1, 0.3)
    return _in_small_room(circle, rng, 0.35)


TOUCHES: dict[str, Make] = {
    "touch": touch,
    "open": opened,
    "back": back,
    "found": found,
    "greeting": greeting,
    "on-air": on_air,
}
