"""Douro: the river under the terraces. Paired steel strings, slowly broken chords; water over
schist; warm wind towards evening.
"""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import string
from assets.sounds.kit.sustained import bowed

SECONDS = 54.0
BROKEN = (
    (1.0, ("B2", "F#3", "B3", "D4")), (9.5, ("G2", "D3", "B3", "A3")),
    (18.5, ("E2", "B2", "G3", "F#3")), (27.0, ("F#2", "C#3", "A3", "C#4")),
    (36.0, ("D3", "A3", "F#3", "E4")), (45.0, ("F#2", "E3", "A#3", "C#4")),
)  # fmt: skip


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, river = Circle(SECONDS), Circle(SECONDS)
    for at, notes in BROKEN:
        for number, note in enumerate(notes):
            tone = string(hertz(note), 6.0, rng, place=0.16, dull=0.95, courses=2, attack=0.004)
            when = at + 0.78 * number + (0.35 if number == len(notes) - 1 else 0)
            music.add(tone, when + float(rng.normal(0, 0.025)), 0.2 - 0.1 * number,
                      0.62 if number == 0 else 0.36)  # fmt: skip
    for at, note in ((4, "B2"), (22, "E2"), (40, "F#2")):
        music.add(bowed(hertz(note), 20, rng, dark=2.0, rise=7, fall=8), at, -0.35, 0.10)
    nature.stream(river, rng, 26, 0.05)
    told = music.in_room(room(2.2, rng, bright=3000), wet=0.5)
    told.lay(river.in_room(room(0.9, rng, bright=2000), wet=0.5, dry=0.7).samples)
    told.lay(nature.air(SECONDS, rng, 90, 380), 0.020)
    return told
