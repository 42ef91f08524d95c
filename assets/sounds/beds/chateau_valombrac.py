"""Bordeaux: a tall room with a north window. Rubbed glasses over a plucked cello, much stillness
between; rain far outside.
"""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle, band, noise, swell
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import string
from assets.sounds.kit.sustained import bowed, rubbed_glass

SECONDS = 58.0
GLASSES = (
    (0.5, "C4", 8), (3.2, "E4", 7), (11.0, "G4", 7), (13.4, "B3", 8), (21.5, "A3", 8),
    (24.3, "C4", 8), (31.0, "F4", 7), (34.0, "A3", 8), (41.5, "G3", 8), (44.3, "D4", 7),
    (50.5, "E4", 7),
)  # fmt: skip
CELLO = (
    (2.0, "C2"), (5.2, "G2"), (12.2, "E2"), (15.6, "B2"), (22.6, "A2"), (26.0, "E2"),
    (32.4, "F2"), (35.6, "C3"), (42.8, "G2"), (46.0, "D2"), (51.8, "G2"),
)  # fmt: skip


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, outside = Circle(SECONDS), Circle(SECONDS)
    for number, (at, note, seconds) in enumerate(GLASSES):
        tone = rubbed_glass(hertz(note), seconds, rng)
        music.add(tone, at, 0.5 * (-1) ** number, 0.085)
    for at, note in CELLO:
        music.add(string(hertz(note), 3.4, rng, place=0.3, dull=1.15, attack=0.008), at, -0.15, 0.5)
    for at, note in ((8, "C3"), (28, "A2"), (46, "G2")):
        music.add(bowed(hertz(note), 16, rng, dark=1.8, rise=6, fall=7), at, 0.2, 0.10)
    rain = noise(SECONDS, rng, band(180, 700)) * (0.5 + 0.5 * swell(SECONDS, rng, 2, 5))
    outside.add(rain, 0, 0.3, 0.009)
    nature.drops(outside, rng, 30, 0.03)
    told = music.in_room(room(3.0, rng, bright=3000), wet=0.6)
    told.lay(outside.in_room(room(0.8, rng, bright=1500), wet=0.6, dry=0.6).samples)
    return told
