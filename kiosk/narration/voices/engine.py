"""What every engine answers with."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.narration.script.spoken import SpokenWord

RATE = 24_000  # samples a second, of the neural model and of everything baked

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Timed:
    """One symbol of the model (a sound, a mark, a space) with its time.

    ``word`` is the index of the spoken word it belongs to, -1 for pauses. Seconds.
    """

    symbol: str
    start: float
    end: float
    word: int


@dataclass(frozen=True, slots=True)
class Speech:
    """Mono samples at RATE, at the engine's own level, with every symbol's time."""

    samples: Samples
    symbols: tuple[Timed, ...]

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / RATE


class Engine(Protocol):
    """Speaks the words of one script in one voice."""

    def speak(self, words: list[SpokenWord]) -> Speech:
        """The words as speech. Raises NarrationError when it cannot be done."""
        ...
