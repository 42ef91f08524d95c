"""Nods and brows on prominent words, the head's way from phrase to phrase, smiles at ends.

Head movement follows the voice's pitch and loudness closely (Munhall et al. 2004). Brows
begin to rise before the word they belong to and are highest on it, more at the beginning of
an utterance; nods peak on it or after (Kim, Cvejic and Davis 2014). Both fall on some accents
only: on all of them it is a toy.
"""

from dataclasses import dataclass
from random import Random
from typing import Final

from kiosk.presenter.life.curve import Curve, Key
from kiosk.presenter.life.phrases import Phrase

APART: Final = 0.95  # seconds between beats; the curves below take no longer
# Chances of a phrase's most prominent word (and where it ends a sentence), of a sentence's
# first, of any other.
_STRONGEST: Final = 0.4
_CLOSING: Final = 0.6
_OPENING: Final = 0.35
_OTHER: Final = 0.04
_LULL: Final = 4.0  # seconds without any beat


@dataclass(frozen=True, slots=True)
class Beat:
    """When it peaks; degrees of the nod; how far brows rise."""

    time: float
    nod: float
    brow: float


@dataclass(frozen=True, slots=True)
class Beats:
    """Curves over the seconds of a narration: degrees of the head, shapes of brows and smile."""

    beats: tuple[Beat, ...]
    nod: Curve
    brow: Curve
    turned: Curve
    nodded: Curve
    tilted: Curve
    smile: Curve


def beats_of(phrases: list[Phrase], duration: float, dice: Random) -> Beats:
    """What head and brows do with the words of a narration."""
    beats = _chosen(phrases, dice)
    nod: list[Key] = []
    brow: list[Key] = []
    for beat in beats:
        time = beat.time
        if beat.nod:
            nod += ((time - 0.46, 0.0), (time - 0.21, 0.3 * beat.nod), (time, -beat.nod),
                    (time + 0.44, 0.0))  # fmt: skip
        if beat.brow:
            brow += ((time - 0.32, 0.0), (time - 0.03, beat.brow), (time + 0.1, beat.brow),
                     (time + 0.56, 0.0))  # fmt: skip
    turned, nodded, tilted = _postures(phrases, duration, dice)
    return Beats(tuple(beats), Curve(nod), Curve(brow), turned, nodded, tilted,
                 _smiles(phrases, dice))  # fmt: skip


def _chosen(phrases: list[Phrase], dice: Random) -> list[Beat]:
    """The accents that are shown; of two that are too near, the more prominent."""
    wanted: list[tuple[float, float, Beat]] = []
    for phrase in phrases:
        strongest = max(phrase.accents, key=lambda one: one.weight, default=None)
        for index, accent in enumerate(phrase.accents):
            opening = phrase.opens and index == 0
            chance, size = _OTHER, dice.uniform(0.6, 1.1)
            if accent is strongest:
                chance = _CLOSING if phrase.closes else _STRONGEST
                size = dice.uniform(1.2, 2.1)
            elif opening:
                chance, size = _OPENING, dice.uniform(0.8, 1.4)
            if dice.random() >= chance:
                continue
            kind = dice.random()
            brow = 0.0 if kind < (0.25 if opening else 0.55) else dice.uniform(0.16, 0.34)
            nod = 0.0 if kind > 0.88 else size
            wanted.append((size, accent.time, Beat(accent.time, nod, brow)))
    kept: list[Beat] = []
    for _, time, beat in sorted(wanted, key=lambda one: one[0], reverse=True):
        if all(abs(time - other.time) >= APART for other in kept):
            kept.append(beat)
    return _without_lulls(phrases, sorted(kept, key=lambda one: one.time), dice)


def _without_lulls(phrases: list[Phrase], beats: list[Beat], dice: Random) -> list[Beat]:
    """Chance alone leaves the head dead for whole sentences: the best words there get a nod."""
    accents = [accent for phrase in phrases for accent in phrase.accents]
    full: list[Beat] = []
    before = phrases[0].start - APART if phrases else 0.0
    rest = [*beats, None]
    while rest:
        after = rest[0].time if rest[0] else phrases[-1].end + APART if phrases else before
        between = [one for one in accents if before + APART <= one.time <= after - APART]
        if after - before > _LULL and between:
            near = [one for one in between if _LULL / 2 <= one.time - before <= _LULL]
            best = max(near or between[:1], key=lambda one: one.weight)
            brow = dice.uniform(0.16, 0.3) if dice.random() < 0.5 else 0.0
            full.append(Beat(best.time, dice.uniform(0.9, 1.5), brow))
            before = best.time
            continue
        first = rest.pop(0)
        if first:
            full.append(first)
            before = first.time
    return full


def _postures(
    phrases: list[Phrase], duration: float, dice: Random
) -> tuple[Curve, Curve, Curve]:
    """Turn, nod and tilt: each phrase is held a little differently, sentences sink to their end."""
    keys: tuple[list[Key], list[Key], list[Key]] = ([], [], [])
    now = (0.0, 0.0, 0.0)
    free = 0.0
    side = dice.choice((-1.0, 1.0))
    for phrase in phrases:
        start = phrase.start - 0.3
        if start < free and keys[0]:
            continue
        lift = 0.5 if phrase.opens else -0.5 if phrase.closes else dice.uniform(-0.3, 0.3)
        target = (side * dice.uniform(0.4, 1.3), lift, dice.uniform(-0.8, 0.8))
        side = -side if dice.random() < 0.7 else side
        for axis, old, new in zip(keys, now, target, strict=True):
            axis.extend(((start, old), (start + 0.75, new)))
        now, free = target, start + 0.8
    end = max(duration - 0.2, free)
    for axis, old in zip(keys, now, strict=True):
        axis.extend(((end, old), (end + 0.9, 0.0)))
    return Curve(keys[0]), Curve(keys[1]), Curve(keys[2])


def _smiles(phrases: list[Phrase], dice: Random) -> Curve:
    """Small ones in the pauses between sentences; the last stays a while."""
    keys: list[Key] = []
    for index, phrase in enumerate(phrases):
        final = index + 1 == len(phrases)
        if not final and not (phrase.closes and phrase.pause >= 0.3):
            continue
        size, end = dice.uniform(0.1, 0.18), phrase.end
        stays = end + 1.0 if final else phrases[index + 1].start
        if keys and end - 0.06 < keys[-1][0]:
            continue
        keys += ((end - 0.06, 0.0), (min(end + 0.3, stays), size), (stays, size),
                 (stays + 0.4, 0.0))  # fmt: skip
    return Curve(keys)
