"""A recording in place of synthesis, timed against synthesised speech of the same script."""

from dataclasses import replace

import numpy as np

from kiosk.errors import NarrationError
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.sound.join import LEAD, TAIL, faded, sounding
from kiosk.narration.sound.warp import features, transfer, warp
from kiosk.narration.voices.engine import RATE, Engine, Samples, Speech

_RATIO = (0.45, 2.2)  # a recording this much shorter or longer does not say the same words


class Recorded:
    """An ``Engine`` that answers with a recording; ``guide`` speaks the same words."""

    def __init__(self, recording: Samples, guide: Engine, name: str) -> None:
        self._recording = recording
        self._guide = guide
        self._name = name

    def speak(self, words: list[SpokenWord]) -> Speech:
        """The recording, trimmed, with the guide's times carried over.

        Raises NarrationError when the recording is silent or far from the script's length.
        """
        start, end = sounding(self._recording)
        spoken = faded(self._recording[start:end])
        guide = self._guide.speak(words)
        first, last = sounding(guide.samples)
        ratio = len(spoken) / max(1, last - first)
        if not _RATIO[0] < ratio < _RATIO[1] or not np.abs(spoken).max(initial=0.0) > 1e-4:
            raise NarrationError(
                "the recording does not match the script "
                f"({len(spoken) / RATE:.1f} s against {(last - first) / RATE:.1f} s expected)",
                where=self._name, advice="record the script as it stands, or delete the file",
            )
        path = warp(features(guide.samples[first:last]), features(spoken))
        lead = np.zeros(int(LEAD * RATE), np.float32)
        tail = np.zeros(int(TAIL * RATE), np.float32)
        samples = np.concatenate((lead, spoken, tail))
        edges = np.array([(one.start, one.end) for one in guide.symbols]) - first / RATE
        moved = transfer(edges.ravel(), path, len(spoken) / RATE).reshape(-1, 2) + LEAD
        symbols = tuple(
            replace(one, start=float(a), end=float(b))
            for one, (a, b) in zip(guide.symbols, moved, strict=True)
        )
        return Speech(samples, symbols)
