"""Makes samples of the bed: what ``BedMix`` says, played round and round, as 16-bit stereo."""

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.sound.loop import Stereo
from kiosk.narration.voices.engine import RATE
from kiosk.show.bed import BedMix

BLOCK = RATE // 50  # frames between two questions for the gains; drawn as a line between

_Round = NDArray[np.int16]  # (frames, 2): half the memory of what it was read as


class BedBlocks:
    """The beds in memory and where in each the listener is.

    Args:
        mix: says which are heard, and how loud.
    """

    def __init__(self, mix: BedMix) -> None:
        self._mix = mix
        self._rounds: dict[str, _Round] = {}
        self._at: dict[str, int] = {}
        self._gains: dict[str, float] = {}

    def keep(self, bed: str, samples: Stereo) -> None:
        """Take a bed's samples, once round."""
        self._rounds[bed] = np.rint(np.clip(samples, -1, 1) * 32767).astype(np.int16)
        self._at[bed] = 0

    def has(self, bed: str) -> bool:
        """Whether a bed is in memory."""
        return bed in self._rounds

    def forget_silent(self) -> None:
        """Let go of the beds that are not heard."""
        for bed in [bed for bed in self._rounds if bed not in self._gains and bed != self._mix.bed]:
            del self._rounds[bed], self._at[bed]

    def render(self, start: float, frames: int) -> bytes:
        """The next samples.

        Args:
            start: the moment at which the first of them is heard.
            frames: how many; whole blocks are cheapest.
        """
        edges = np.unique([*range(0, frames, BLOCK), frames])
        before = self._gains
        asked = [before, *(self._mix.gains(start + edge / RATE) for edge in edges[1:])]
        self._gains = asked[-1]
        total = np.zeros((frames, 2), np.float32)
        for bed in {name for gains in asked for name in gains} & self._rounds.keys():
            curve = [gains.get(bed, 0.0) for gains in asked]
            if not any(curve):
                continue
            level = np.interp(np.arange(frames), edges, curve).astype(np.float32)
            total += self._next(bed, frames) * level[:, None]
        return np.rint(np.clip(total, -32768, 32767)).astype("<i2").tobytes()

    def _next(self, bed: str, frames: int) -> _Round:
        """The next samples of one bed, from its start again after its end."""
        samples, at = self._rounds[bed], self._at[bed]
        self._at[bed] = (at + frames) % len(samples)
        if at + frames <= len(samples):
            return samples[at : at + frames]
        return samples.take(np.arange(at, at + frames), axis=0, mode="wrap")
