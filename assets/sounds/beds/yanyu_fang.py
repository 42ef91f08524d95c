"""Qingtian: a morning after rain in the bayberry hills. A seven-stringed zither with slides and
harmonics, in the pentatonic of G; once a bamboo flute; water running off, a cane that knocks.
"""

import numpy as np

from assets.sounds.kit import nature
from assets.sounds.kit.circle import Circle
from assets.sounds.kit.room import room
from assets.sounds.kit.score import hertz
from assets.sounds.kit.struck import modal, string, wood
from assets.sounds.kit.sustained import flute

SECONDS = 56.0
# Seconds, note, strength, and how the finger slides: (seconds, semitones) ...
ZITHER: tuple[tuple[float, str, float, tuple[tuple[float, float], ...]], ...] = (
    (0.8, "G2", 0.8, ()), (2.3, "D3", 0.55, ((0, -2), (0.22, -2), (0.55, 0))),
    (4.3, "E3", 0.5, ((0, 0), (0.7, 0), (1.2, -2), (1.9, 0))),
    (10.6, "A2", 0.7, ()), (12.0, "B2", 0.5, ((0, 0), (0.5, 0), (0.95, 3))),
    (14.4, "G3", 0.45, ()),
    (24.8, "D2", 0.8, ()), (26.2, "A2", 0.5, ()),
    (27.5, "D3", 0.5, ((0, -2), (0.3, -2), (0.6, 0))),
    (29.6, "B2", 0.5, ((0, 0), (0.8, 0), (1.3, -2))),
    (38.4, "E2", 0.75, ()), (39.8, "B2", 0.5, ()),
    (41.1, "G3", 0.45, ((0, -3), (0.25, -3), (0.6, 0))),
    (49.6, "G2", 0.7, ()), (51.0, "D3", 0.45, ()), (52.5, "A2", 0.5, ((0, 0), (0.6, 0), (1.1, -2))),
)  # fmt: skip
HARMONICS = ((6.6, "D5"), (7.2, "G4"), (16.2, "B4"), (31.6, "A4"), (32.2, "D5"), (43.2, "G4"))
FLUTE = ((18.6, "D4", 2.6), (21.0, "B3", 3.4), (34.6, "E4", 3.2), (45.2, "A3", 3.8))


def make(rng: np.random.Generator) -> Circle:
    """Once round."""
    music, garden = Circle(SECONDS), Circle(SECONDS)
    for at, note, loud, glide in ZITHER:
        tone = string(hertz(note), 6.5, rng, place=0.13, dull=1.15, glide=glide, attack=0.005)
        music.add(tone, at, -0.2, loud)
    for at, note in HARMONICS:
        tone = modal(hertz(note), (1.0, 2.0, 3.0), (1.0, 0.18, 0.05), (3.4, 1.8, 0.9), 0.006)
        music.add(tone, at, 0.1, 0.13)
    for at, note, seconds in FLUTE:
        music.add(flute(hertz(note), seconds, rng), at, 0.45, 0.062)
    for at, tone_hertz, loud in ((9.0, 410, 0.10), (23.2, 365, 0.12), (36.9, 410, 0.09)):
        garden.add(wood(tone_hertz, 0.2), at, 0.6, loud)
    nature.stream(garden, rng, 18, 0.048)
    nature.drops(garden, rng, 26, 0.07)
    told = music.in_room(room(2.0, rng, bright=3000), wet=0.5)
    told.lay(garden.in_room(room(1.2, rng, bright=2400), wet=0.45, dry=0.8).samples)
    told.lay(nature.air(SECONDS, rng, 90, 400), 0.014)
    return told
