"""From segments to weights at 60 Hz: what each sound does to its neighbours.

Dominance as in Cohen and Massaro (1993): every segment pulls each channel towards its
target with a strength that rises before and falls after it, and where several pull, the
mean of their targets weighted by strength holds. The times are JALI's (Edwards et al. 2016):
120 ms on either side, 60 ms behind a vowel, rounding from 150 ms ahead.

What must not be a mean is a gate laid over it: lips that touch are shut whatever their
neighbours want, teeth stay on the lip, a sibilant caps the jaw. All windows end, so beyond
them every weight is exactly zero: a mouth is still in silence.
"""

from itertools import pairwise
from typing import Final

import numpy as np

from kiosk.presenter.lips.segments import Segment
from kiosk.presenter.lips.shapes import BITTEN, CHANNELS, CLOSED, INDEX, JAW_CAP, SHAPES, Weights
from kiosk.presenter.lips.visemes import OBSTRUENTS, ROUNDED, SIBILANTS, TOUCHING

RATE: Final = 60
ONSET: Final = 0.120
OPENING: Final = 0.090  # before the first sound of a phrase
DECAY: Final = 0.120
HURRIED: Final = 0.060  # behind a vowel the mouth is moving already
ROUNDING: Final = 0.150
AFTERWARDS: Final = 0.090  # behind the last sound of a phrase; still by then
LONG: Final = 0.100  # obstruents from this length on move the jaw
_PARTING: Final = 0.055  # lips take that long from closed to free
_MEETING: Final = 0.070
_QUICKEST: Final = 0.042
_NEAR: Final = 0.72  # how far the lips close for a sound that brings them near
_BLOCK: Final = 256  # frames worked on at once: bounds memory, whatever the track

_ROUND = ("mouthFunnel", "mouthPucker", "mouthSmile")
_LIPS = ("mouthStretch", "mouthUpperUp", "mouthLowerDown")
_GROUPS: Final = (("jaw", ("jawOpen",)), ("lips", _LIPS), ("round", _ROUND),
                  ("tongue", ("tongueUp",)))  # fmt: skip
_SCALED: Final = frozenset(("jawOpen", "mouthUpperUp", "mouthLowerDown", "mouthStretch"))


def weights_of(segments: list[Segment], duration: float) -> Weights:
    """Weights, (frames, 10) in the order of CHANNELS, for ``duration`` seconds at 60 Hz."""
    frames = int(np.ceil(duration * RATE)) + 1
    out = np.zeros((frames, len(CHANNELS)))
    if not segments:
        return out
    spans = np.array([(one.start, one.end) for one in segments])
    gates = _gate_edges(segments)
    reach = 0.3
    for first in range(0, frames, _BLOCK):
        times = np.arange(first, min(first + _BLOCK, frames)) / RATE
        near = (spans[:, 0] < times[-1] + reach) & (spans[:, 1] > times[0] - reach)
        chosen = np.flatnonzero(near)
        if len(chosen):
            block = _blended([segments[i] for i in chosen], spans[chosen], times)
            _lay_gates([segments[i] for i in chosen], gates[chosen], times, block)
            out[first : first + len(times)] = block
    return out


def _rise(times: Weights, start: Weights, end: Weights) -> Weights:
    """0 up to ``start``, 1 from ``end`` on, a raised cosine between; (times, segments)."""
    part = (times[:, None] - start) / np.maximum(end - start, 1e-6)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * np.clip(part, 0.0, 1.0)))


def _window(times: Weights, edges: Weights) -> Weights:
    """1 from the second to the third edge, 0 outside the first and the last."""
    return _rise(times, edges[:, 0], edges[:, 1]) * (1.0 - _rise(times, edges[:, 2], edges[:, 3]))


def _edges(one: Segment, onset: float) -> tuple[float, float, float, float]:
    third = 0.3 * (one.end - one.start)
    return _inside(one, (one.start - onset, one.start + third, one.end - third, one.end + DECAY))


def _inside(
    one: Segment, edges: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Edges that keep to the phrase, its first opening and its decay."""
    begins, ends = one.phrase_start - OPENING, one.phrase_end + AFTERWARDS
    return max(edges[0], begins), max(edges[1], begins), edges[2], min(edges[3], ends)


def _blended(segments: list[Segment], spans: Weights, times: Weights) -> Weights:
    plain = _window(times, np.array([_edges(one, _onset(one)) for one in segments]))
    rounding = _window(times, np.array([_edges(one, _ahead(one)) for one in segments]))
    out = np.zeros((len(times), len(CHANNELS)))
    for group, channels in _GROUPS:
        strength = np.array([_strength(one, group) for one in segments])
        window = rounding if group == "round" else plain
        pull = window * strength
        # Where nobody pulls fully, the mouth is part of the way to its rest.
        share = 1.0 - np.prod(1.0 - window * np.minimum(strength, 1.0), axis=1)
        share /= np.maximum(pull.sum(axis=1), 1e-9)
        for channel in channels:
            target = np.array([_target(one, channel) for one in segments])
            out[:, INDEX[channel]] = (pull @ target) * share
    return out


def _onset(one: Segment) -> float:
    return HURRIED if one.after_vowel else ONSET


def _ahead(one: Segment) -> float:
    return ROUNDING if one.shape in ROUNDED else _onset(one)


def _strength(one: Segment, group: str) -> float:
    if group == "jaw" and one.shape in OBSTRUENTS and one.end - one.start < LONG:
        return 0.0
    return float(getattr(SHAPES[one.shape], group))


def _target(one: Segment, channel: str) -> float:
    value = SHAPES[one.shape].target.get(channel, 0.0)
    return value * one.scale if channel in _SCALED else value


def _gate_edges(segments: list[Segment]) -> Weights:
    """When each segment's gate begins, is full, ends to be full and is gone; (segments, 4).

    Two gates of the same kind leave each other room, so that a vowel between two bilabials
    is seen even where it is short.
    """
    edges = np.array([
        _inside(one, (one.start - _MEETING, one.start, one.end, one.end + _PARTING))
        for one in segments
    ])  # fmt: skip
    touching = [i for i, one in enumerate(segments) if one.shape in TOUCHING]
    for before, after in pairwise(touching):
        room = (edges[after, 1] - edges[before, 2]) / 2
        edges[before, 3] = min(edges[before, 3], edges[before, 2] + max(_QUICKEST, room))
        edges[after, 0] = max(edges[after, 0], edges[after, 1] - max(_QUICKEST, room))
    return edges


def _lay_gates(segments: list[Segment], edges: Weights, times: Weights, out: Weights) -> None:
    """Shuts, bites and caps in place."""
    windows = _window(times, edges)

    def gate(shapes: frozenset[str] | set[str], depth: float = 1.0) -> Weights:
        mine = [i for i, one in enumerate(segments) if one.shape in shapes]
        return np.asarray(1.0 - np.prod(1.0 - depth * windows[:, mine], axis=1))

    hiss, bite = gate(SIBILANTS), gate({"FF"})
    shut, near = gate({"PP"}), gate({"BB"}, _NEAR)
    jaw = out[:, INDEX["jawOpen"]]
    jaw += hiss * (JAW_CAP * (1.0 - np.exp(-jaw / JAW_CAP)) - jaw)
    for channel in CHANNELS:
        if channel == "tongueUp":
            continue
        value = out[:, INDEX[channel]]
        if channel in BITTEN or channel in {"mouthFunnel", "mouthPucker", "mouthLowerDown"}:
            value += bite * (BITTEN.get(channel, 0.25 * value) - value)
        if channel != "mouthSmile":
            value *= 1.0 - near * (0.4 if channel == "mouthPucker" else 1.0)
        kept = 0.6 * value if channel in {"mouthPucker", "mouthStretch"} else 0.0
        value += shut * (CLOSED.get(channel, kept) - value)
