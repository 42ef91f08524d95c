"""Things that ring after a touch: strings, glass, wood, bells. Modal synthesis: each is a sum of
decaying partials whose frequencies and lifetimes are those of the body.
"""

from collections.abc import Sequence

import numpy as np

from assets.sounds.kit.circle import RATE, Mono

# Frequency ratios. Wine glass: flexural modes of a thin shell, about (2, 3, 4 ...)^2 / 4 (French,
# "In vino veritas", Am. J. Phys. 51, 1983). Wood: a free bar (Fletcher and Rossing, The Physics of
# Musical Instruments, table 2.1). Bell: hum, prime, tierce, quint, nominal (the same, ch. 21).
GLASS = (1.0, 2.32, 4.25, 6.63, 9.38)
WOOD = (1.0, 2.756, 5.404, 8.933)
BELL = (0.5, 1.0, 1.2, 1.5, 2.0, 2.67, 3.0, 4.2)


def modal(
    frequency: float,
    ratios: Sequence[float],
    levels: Sequence[float],
    lives: Sequence[float],
    attack: float = 0.002,
    beat: float = 0.0,
) -> Mono:
    """A struck body.

    Args:
        frequency: Hz of the ratio 1.
        ratios, levels, lives: per partial: frequency ratio, amplitude, seconds to -60 dB.
        attack: seconds of the raised-cosine onset.
        beat: Hz between the two halves of each mode (a body that is not quite round).
    """
    t = np.arange(int((max(lives) + 0.05) * RATE)) / RATE
    sound = np.zeros(len(t))
    for ratio, level, life in zip(ratios, levels, lives, strict=True):
        hertz = frequency * ratio
        if hertz > 0.42 * RATE:
            continue
        tone = np.sin(2 * np.pi * hertz * t)
        if beat:
            tone = 0.5 * tone + 0.5 * np.sin(2 * np.pi * (hertz + beat) * t)
        sound += level * tone * np.exp(-6.91 * t / life)
    return onset(sound, attack)


def onset(sound: Mono, attack: float) -> Mono:
    """The sound with a soft start and an end at zero."""
    rise = max(2, round(attack * RATE))
    fall = min(len(sound) // 4, round(0.05 * RATE))
    sound[:rise] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(rise) / rise)
    sound[-fall:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(fall) / fall)
    return sound


def string(
    frequency: float,
    life: float,
    rng: np.random.Generator,
    *,
    place: float = 0.22,
    dull: float = 0.9,
    stiff: float = 0.00004,
    glide: Sequence[tuple[float, float]] = (),
    courses: int = 1,
    attack: float = 0.003,
) -> Mono:
    """A plucked string.

    Args:
        frequency: Hz.
        life: seconds to -60 dB of the lowest partial.
        rng: detunes the courses and varies the touch.
        place: where it is plucked, as a fraction of its length.
        dull: how much faster high partials die and how much weaker they begin.
        stiff: inharmonicity of the string.
        glide: (seconds, semitones) a finger slides through, drawn as a line.
        courses: strings that sound together.
        attack: seconds; a fingertip is slower than a nail.
    """
    t = np.arange(int(life * RATE)) / RATE
    bend = np.ones(len(t))
    if glide:
        times, tones = zip(*glide, strict=True)
        bend = 2 ** (np.interp(t, times, tones) / 12)
    sound = np.zeros(len(t))
    for _ in range(courses):
        own = frequency * 2 ** (rng.normal(0, 2.2 if courses > 1 else 0.6) / 1200)
        turn = 2 * np.pi * np.cumsum(bend) / RATE
        for k in range(1, 41):
            hertz = own * k * np.sqrt(1 + stiff * k * k)
            if hertz * bend.max() > 0.42 * RATE:
                break
            level = abs(np.sin(np.pi * k * place)) / k ** (1 + dull)
            fade = np.exp(-6.91 * t * (1 + dull * 0.28 * (k - 1)) / life)
            sound += level * fade * np.sin(turn * hertz + rng.random() * 0.3)
    return onset(sound / courses, attack)


def glass(frequency: float, life: float, beat: float = 0.7) -> Mono:
    """A wine glass touched with a fingernail."""
    return modal(
        frequency, GLASS, (1.0, 0.34, 0.16, 0.07, 0.03),
        (life, life * 0.55, life * 0.3, life * 0.16, life * 0.1), 0.0015, beat,
    )  # fmt: skip


def wood(frequency: float, life: float = 0.22) -> Mono:
    """A knock on oak, or on a bamboo cane."""
    return modal(
        frequency, WOOD, (1.0, 0.4, 0.16, 0.06), (life, life * 0.5, life * 0.3, life * 0.2), 0.0018
    )


def bell(frequency: float, life: float) -> Mono:
    """A small church bell, far away."""
    return modal(
        frequency, BELL, (0.5, 0.8, 0.6, 0.3, 0.7, 0.2, 0.15, 0.06),
        (life, life * 0.6, life * 0.5, life * 0.4, life * 0.35, life * 0.2, life * 0.15, 0.3),
        0.004, 0.35,
    )  # fmt: skip


def cork(rng: np.random.Generator) -> Mono:
    """A fingertip on cork: a short, dark knock with a grain of friction."""
    body = modal(310, (1.0, 1.83, 3.1), (1.0, 0.5, 0.15), (0.07, 0.05, 0.03), 0.0012)
    grain = rng.standard_normal(len(body)) * np.exp(-np.arange(len(body)) / (0.006 * RATE))
    smooth = np.convolve(grain, np.hanning(13) / 6, mode="same")
    return onset(body + 0.22 * smooth, 0.0012)
