"""Rioja: a cellar in the evening. A gut-strung guitar, phrases far apart, in E with the flat
second; a low bowed fifth under it; crickets beyond the door.
"""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import string
from assets.sounds.kit.sustained import bowed

SECONDS = 56.0
# Seconds, note, strength.
GUITAR = (
    (1.0, "E2", 0.8), (1.9, "B2", 0.5), (2.8, "E3", 0.5), (3.9, "G3", 0.55), (5.4, "F3", 0.5),
    (6.6, "E3", 0.45),
    (12.5, "A2", 0.75), (13.4, "E3", 0.45), (14.2, "A3", 0.5), (15.5, "C4", 0.5),
    (17.2, "B3", 0.5),
    (22.6, "F2", 0.75), (23.5, "C3", 0.5), (24.3, "F3", 0.45), (25.5, "A3", 0.5),
    (27.1, "G3", 0.45), (28.3, "E3", 0.4),
    (35.0, "E2", 0.75), (36.0, "B2", 0.45), (37.3, "F3", 0.5), (38.5, "E3", 0.5), (40.4, "D3", 0.4),
    (45.6, "G2", 0.7), (46.5, "D3", 0.45), (47.5, "G3", 0.45), (48.9, "A3", 0.45),
    (50.4, "F3", 0.45), (51.9, "E3", 0.4),
)  # fmt: skip


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, outside = Circle(SECONDS), Circle(SECONDS)
    for at, note, loud in GUITAR:
        tone = string(hertz(note), 5.5, rng, place=0.28, dull=1.05, attack=0.006)
        music.add(tone, at + float(rng.normal(0, 0.03)), -0.25, loud)
    for at, note, pan in ((0, "E2", 0.3), (14, "A2", 0.4), (28, "E2", 0.3), (42, "B2", 0.4)):
        music.add(bowed(hertz(note), 18, rng, dark=1.9, rise=5, fall=6), at, pan, 0.11)
    nature.crickets(outside, rng, 3, 0.012)
    outside.lay(nature.air(SECONDS, rng, 90, 420), 0.020)
    told = music.in_room(room(2.6, rng, bright=2600), wet=0.55)
    told.lay(outside.samples)
    return told
