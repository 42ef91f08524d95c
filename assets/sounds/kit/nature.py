"""What is heard out of doors, and in a vault: wind, water, drops, crickets. All once round."""

import numpy as np

from assets.sounds.kit.circle import RATE, Circle, Mono, Stereo, band, noise, swell


def air(seconds: float, rng: np.random.Generator, low: float, high: float) -> Stereo:
    """Wind in leaves, or a cellar's air: dark noise that comes and goes, wide."""
    sides = []
    gust = swell(seconds, rng, 2, 7)
    for _ in range(2):
        calm = noise(seconds, rng, band(low, (low + high) / 2))
        strong = noise(seconds, rng, band(low, high))
        own = 0.7 * gust + 0.3 * swell(seconds, rng, 3, 9)
        sides.append(calm * (0.35 + 0.3 * own) + strong * own**2 * 0.6)
    return np.stack(sides, axis=1)


def _bubble(hertz: float, life: float, rise: float) -> Mono:
    """One bubble: a sine that rises as it nears the surface (Minnaert's resonance)."""
    t = np.arange(int(life * 2.2 * RATE)) / RATE
    turn = 2 * np.pi * np.cumsum(hertz * (1 + rise * t / life)) / RATE
    edge = np.clip(t / 0.0025, 0, 1)
    return np.asarray(np.sin(turn) * np.exp(-3.2 * t / life) * edge)


def stream(circle: Circle, rng: np.random.Generator, density: float, gain: float) -> None:
    """Water running over stone: many small bubbles, ``density`` a second, in slow waves."""
    flow = swell(circle.seconds, rng, 3, 8)
    for _ in range(round(density * circle.seconds)):
        at = float(rng.random() * circle.seconds)
        if rng.random() > 0.35 + 0.65 * flow[int(at * RATE) % len(flow)]:
            continue
        hertz = float(np.exp(rng.normal(np.log(620), 0.36)))
        loud = float(rng.random() ** 2.2) * (500 / hertz) ** 0.5
        sound = _bubble(hertz, float(rng.uniform(0.02, 0.07)), float(rng.uniform(0.02, 0.25)))
        circle.add(sound, at, float(rng.uniform(-0.8, 0.8)), gain * loud)


def drops(circle: Circle, rng: np.random.Generator, count: int, gain: float) -> None:
    """Single drops into still water."""
    for _ in range(count):
        at = float(rng.random() * circle.seconds)
        pan, hertz = float(rng.uniform(-0.7, 0.7)), float(rng.uniform(520, 1150))
        loud = gain * float(rng.uniform(0.3, 1.0))
        circle.add(_bubble(hertz, 0.09, 0.35), at, pan, loud)
        circle.add(_bubble(hertz * 1.31, 0.05, 0.5), at + 0.07, pan, loud * 0.4)


def crickets(circle: Circle, rng: np.random.Generator, voices: int, gain: float) -> None:
    """Evening crickets far off: chirps of three or four pulses, each insect at its own pace."""
    for voice in range(voices):
        hertz, pan = 3900 + 260 * voice + float(rng.uniform(-60, 60)), float(rng.uniform(-0.9, 0.9))
        turns = int(rng.integers(int(circle.seconds / 1.5), int(circle.seconds / 0.9)))
        presence = swell(circle.seconds, rng, 1, 4)
        t = np.arange(int(0.024 * RATE)) / RATE
        pulse = np.sin(2 * np.pi * hertz * t) * np.sin(np.pi * t / t[-1]) ** 2
        for turn in range(turns):
            at = circle.seconds * (turn + float(rng.normal(0, 0.03))) / turns
            loud = float(presence[int(at * RATE) % len(presence)]) ** 1.5
            for beat in range(3 + voice % 2):
                circle.add(pulse, (at + 0.041 * beat) % circle.seconds, pan,
                           gain * loud * (0.6 + 0.15 * beat))  # fmt: skip
