"""Puts utterances together: trimmed, with pauses between, and no clicks at the joins."""

from dataclasses import dataclass, replace

import numpy as np

from kiosk.narration.voices.engine import RATE, Samples, Speech, Timed

LEAD = 0.20  # seconds of quiet before the first sound: players take that long to open
TAIL = 0.35
_KEEP = 0.06  # seconds kept before the first and after the last sound of an utterance
_FADE = 0.012
_QUIET = 10 ** (-46 / 20)  # under the utterance's peak
_WINDOW = int(0.010 * RATE)


@dataclass(frozen=True, slots=True)
class Piece:
    """An utterance and the seconds of pause that follow it."""

    speech: Speech
    pause: float


def join(pieces: list[Piece]) -> Speech:
    """One speech of all pieces; symbol times are moved along and stay inside the sound."""
    samples: list[Samples] = [np.zeros(int(LEAD * RATE), np.float32)]
    symbols: list[Timed] = []
    position = len(samples[0])
    for index, piece in enumerate(pieces):
        start, end = sounding(piece.speech.samples)
        cut = faded(piece.speech.samples[start:end])
        offset = (position - start) / RATE
        low, high = position / RATE, (position + len(cut)) / RATE
        for one in piece.speech.symbols:
            first = min(max(one.start + offset, low), high)
            last = min(max(one.end + offset, first), high)
            symbols.append(replace(one, start=first, end=last))
        last_piece = index == len(pieces) - 1
        gap = TAIL if last_piece else max(0.0, piece.pause - 2 * _KEEP)
        samples += [cut, np.zeros(int(gap * RATE), np.float32)]
        position += len(cut) + len(samples[-1])
    return Speech(np.concatenate(samples), tuple(symbols))


def sounding(samples: Samples) -> tuple[int, int]:
    """First and last sample of what is heard, with a little room on either side."""
    count = len(samples) // _WINDOW
    if not count:
        return 0, len(samples)
    level = np.abs(samples[: count * _WINDOW]).reshape(count, _WINDOW).max(axis=1)
    heard = np.flatnonzero(level > _QUIET * max(float(level.max()), 1e-6))
    if not len(heard):
        return 0, len(samples)
    room = int(_KEEP * RATE)
    start = max(0, int(heard[0]) * _WINDOW - room)
    return start, min(len(samples), (int(heard[-1]) + 1) * _WINDOW + room)


def faded(samples: Samples) -> Samples:
    """The samples with a raised-cosine fade at both ends."""
    count = min(int(_FADE * RATE), len(samples) // 2)
    ramp = (0.5 - 0.5 * np.cos(np.linspace(0, np.pi, count, endpoint=False))).astype(np.float32)
    shaped = samples.copy()
    shaped[:count] *= ramp
    shaped[len(shaped) - count :] *= ramp[::-1]
    return shaped
