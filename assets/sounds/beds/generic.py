"""Any winery: the air of a barrel cellar. Low bowed fifths, a note on wood, a glass, a drop."""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import glass, string, wood
from assets.sounds.kit.sustained import bowed

SECONDS = 48.0
FIFTHS = ((0, "D2", "A2"), (12, "G2", "D3"), (24, "C2", "G2"), (36, "A2", "E3"))


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, vault = Circle(SECONDS), Circle(SECONDS)
    for start, low, high in FIFTHS:
        music.add(bowed(hertz(low), 17, rng, dark=1.8, rise=6, fall=6), start, -0.3, 0.24)
        music.add(bowed(hertz(high), 16, rng, dark=1.9, rise=6, fall=6), start + 1.5, 0.3, 0.16)
        music.add(string(hertz(high), 4.5, rng, dull=1.2, attack=0.008), start + 4.5, -0.1, 0.5)
        music.add(string(hertz(low), 5.0, rng, dull=1.2, attack=0.008), start + 7.8, 0.1, 0.5)
    for at, note in ((9.8, "A4"), (33.6, "D5")):
        vault.add(glass(hertz(note), 3.0), at, 0.5, 0.035)
    for at, tone in ((17.0, 210.0), (17.45, 236.0), (43.0, 210.0)):
        vault.add(wood(tone, 0.2), at, -0.5, 0.12)
    nature.drops(vault, rng, 9, 0.08)
    told = music.in_room(room(2.8, rng, bright=2400), wet=0.55)
    told.lay(vault.in_room(room(3.2, rng, bright=2600), wet=0.7, dry=0.6).samples)
    told.lay(nature.air(SECONDS, rng, 70, 300), 0.010)
    return told
