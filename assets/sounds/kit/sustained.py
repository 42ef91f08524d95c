"""Things that sound as long as they are driven: bowed strings, a rubbed glass, a bamboo flute."""

import numpy as np

from assets.sounds.kit.circle import RATE, Mono


def _drift(t: Mono, rng: np.random.Generator, hertz: float) -> Mono:
    """A slow wandering curve of about unit size."""
    curve = np.zeros(len(t))
    for step in (0.37, 0.61, 1.0, 1.53):
        curve += np.sin(2 * np.pi * (hertz * step * t + rng.random()))
    return np.asarray(curve / 2)


def _arc(t: Mono, rise: float, fall: float) -> Mono:
    up = np.clip(t / rise, 0, 1)
    down = np.clip((t[-1] - t) / fall, 0, 1)
    return np.asarray(np.sin(np.pi / 2 * up) ** 2 * np.sin(np.pi / 2 * down) ** 2)


def bowed(
    frequency: float, seconds: float, rng: np.random.Generator, *, dark: float = 1.6,
    rise: float = 2.5, fall: float = 3.0,
) -> Mono:  # fmt: skip
    """A low string under a slow bow; ``dark`` is the slope of its partials."""
    t = np.arange(round(seconds * RATE)) / RATE
    vibrato = 0.0016 * np.sin(2 * np.pi * 4.6 * t + rng.random()) * np.clip(t / 3, 0, 1)
    turn = 2 * np.pi * np.cumsum(frequency * (1 + vibrato + 0.0006 * _drift(t, rng, 0.4))) / RATE
    sound = np.zeros(len(t))
    for k in range(1, 15):
        hertz = frequency * k
        if hertz > 2600:
            break
        body = (
            1
            + 0.7 * np.exp(-(((hertz - 240) / 90) ** 2))
            + 0.4 * np.exp(-(((hertz - 520) / 140) ** 2))
        )
        breath = 1 + 0.22 * _drift(t, rng, 0.23)
        sound += body * breath * np.sin(turn * k + rng.random() * 6.3) / k**dark
    return np.asarray(sound * _arc(t, rise, fall))


def rubbed_glass(frequency: float, seconds: float, rng: np.random.Generator) -> Mono:
    """A wet finger on the rim of a glass: nearly a sine, breathing."""
    t = np.arange(round(seconds * RATE)) / RATE
    turn = 2 * np.pi * np.cumsum(frequency * (1 + 0.0004 * _drift(t, rng, 0.5))) / RATE
    pulse = 1 + 0.16 * np.sin(2 * np.pi * 0.9 * t + rng.random()) + 0.12 * _drift(t, rng, 0.3)
    sound = np.sin(turn) + 0.10 * np.sin(2 * turn + 1) + 0.04 * np.sin(3 * turn)
    return np.asarray(sound * pulse * _arc(t, seconds * 0.35, seconds * 0.45))


def flute(frequency: float, seconds: float, rng: np.random.Generator) -> Mono:
    """A xiao, blown softly: hollow tone, a breath of air."""
    t = np.arange(round(seconds * RATE)) / RATE
    vibrato = 0.004 * np.sin(2 * np.pi * 4.2 * t) * np.clip((t - 0.6) / 1.2, 0, 1)
    scoop = -0.012 * np.exp(-t / 0.12)
    turn = 2 * np.pi * np.cumsum(frequency * (1 + vibrato + scoop)) / RATE
    tone = np.sin(turn) + 0.22 * np.sin(2 * turn + 0.4) + 0.12 * np.sin(3 * turn + 1)
    air = rng.standard_normal(len(t))
    spectrum = np.fft.rfft(air)
    hertz = np.fft.rfftfreq(len(air), 1 / RATE)
    spectrum *= np.exp(-(((hertz - 2 * frequency) / (0.5 * frequency)) ** 2))
    air = np.fft.irfft(spectrum, len(air))
    air *= 0.035 / max(float(np.sqrt(np.mean(air**2))), 1e-9)
    return np.asarray((tone * (1 + 0.1 * _drift(t, rng, 0.5)) + air) * _arc(t, 0.35, 0.9))
