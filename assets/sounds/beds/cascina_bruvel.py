"""Piedmont: fog over the rows. Low strings that hardly move, a bell from the next hill, drops
falling from the leaves.
"""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import bell, string
from assets.sounds.kit.sustained import bowed

SECONDS = 60.0
CHORDS = (
    (0, ("D2", "A2", "F3")), (12, ("Bb2", "F3", "D3")), (24, ("G2", "D3", "Bb3")),
    (36, ("C3", "G3", "E3")), (48, ("A2", "E3", "D3")),
)  # fmt: skip
BELLS = ((9.0, 0.5), (11.6, 0.36), (39.5, 0.42), (42.1, 0.5), (44.7, 0.3))


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, hill, near = Circle(SECONDS), Circle(SECONDS), Circle(SECONDS)
    for start, notes in CHORDS:
        for voice, note in enumerate(notes):
            tone = bowed(hertz(note), 17.5, rng, dark=1.75, rise=5.5, fall=6.5)
            pan, loud = ((-0.4, 0.26), (0.35, 0.20), (0.0, 0.15))[voice]
            music.add(tone, start + 0.7 * voice, pan, loud)
        low = string(hertz(notes[0]), 4.5, rng, dull=1.4, attack=0.012)
        music.add(low, start + 6.2, -0.1, 0.55)
    for at, loud in BELLS:
        hill.add(bell(hertz("A3"), 6.5), at, 0.55, loud * 0.16)
    nature.drops(near, rng, 22, 0.07)
    told = music.in_room(room(3.2, rng, bright=2200), wet=0.6)
    fog = hill.shaped(lambda hertz: np.exp(-((hertz / 1500) ** 2)))
    told.lay(fog.in_room(room(4.5, rng, bright=1500, early=0.09), wet=0.9, dry=0.4).samples)
    told.lay(near.in_room(room(1.4, rng), wet=0.4).samples)
    told.lay(nature.air(SECONDS, rng, 80, 330), 0.012)
    return told
