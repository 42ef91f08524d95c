"""The neural voice: Kokoro-82M, int8, on the processor."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import NarrationError
from kiosk.narration.phonemes.inventory import MAX_TOKENS, PAD, PAUSES, STRESS, TOKENS
from kiosk.narration.phonemes.utterance import Sounded, sound_out
from kiosk.narration.script.spoken import SENTENCE_END, STRENGTH, SpokenWord
from kiosk.narration.sound.join import Piece, join
from kiosk.narration.voices.catalogue import Voice
from kiosk.narration.voices.engine import RATE, Samples, Speech, Timed
from kiosk.narration.voices.signed import with_signed_input

UNIT = 600 / RATE  # seconds per duration unit; measured: their sum is the audio's length
_COMFORTABLE = 180  # symbols after which the next sentence starts a new utterance
_SHORT = 60  # an utterance below this takes the next sentence in
_PAUSES = {",": 0.22, ";": 0.38, ":": 0.35, "…": 0.55, ".": 0.55, "!": 0.55, "?": 0.6}


class Runner(Protocol):
    """The model: token ids, a style row (1, 256) and a speed give samples and durations."""

    def __call__(
        self, tokens: Sequence[int], style: NDArray[np.float32], speed: float
    ) -> tuple[Samples, NDArray[np.float32]]: ...


def open_model(path: Path, threads: int) -> Runner:
    """The model in an ONNX Runtime session with that many threads."""
    import onnxruntime  # noqa: PLC0415  (0.1 s, and only needed here)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            with_signed_input(path), options, providers=["CPUExecutionProvider"]
        )
    except NarrationError:
        raise
    except Exception as error:  # the library raises its own unnamed kinds
        raise NarrationError(
            "the voice model cannot be opened", where=str(path), advice="delete it and try again"
        ) from error

    def run(
        tokens: Sequence[int], style: NDArray[np.float32], speed: float
    ) -> tuple[Samples, NDArray[np.float32]]:
        audio, durations = session.run(
            None,
            {
                "tokens": np.array([tokens], dtype=np.int64),
                "style": style.reshape(1, 256).astype(np.float32),
                "speed": np.array([speed], dtype=np.float32),
            },
        )
        return np.asarray(audio, np.float32).ravel(), np.asarray(durations, np.float32).ravel()

    return run


def load_style(path: Path) -> NDArray[np.float32]:
    """A voice's style table, (510, 256). Raises NarrationError when the file is not one."""
    try:
        flat = np.fromfile(path, "<f4")
    except OSError as error:
        raise NarrationError(
            "the voice cannot be read", where=str(path), advice="restore it from assets/voices"
        ) from error
    if flat.size != MAX_TOKENS * 256 or not np.isfinite(flat).all():
        raise NarrationError(
            "this is no voice style of 510 rows", where=str(path), advice="restore the file"
        )
    return flat.reshape(MAX_TOKENS, 256)


class Kokoro:
    """An ``Engine`` over the neural model, for one voice."""

    def __init__(
        self, run: Runner, style: NDArray[np.float32], voice: Voice, *, speed: float | None = None
    ) -> None:
        self._run = run
        self._style = style
        self._voice = voice
        self._speed = voice.speed if speed is None else speed

    def speak(self, words: list[SpokenWord]) -> Speech:
        """The words as speech, utterance by utterance, with natural pauses between."""
        dialect = self._voice.language if self._voice.language == "en-gb" else ""
        pieces = []
        for first, utterance in divide(sound_out(words, dialect=dialect)):
            speech = self._utter(first, utterance)
            pieces.append(Piece(speech, _PAUSES.get(utterance[-1].word.mark, 0.3)))
        if not pieces:
            raise NarrationError("there is nothing to say in this script")
        return join(pieces)

    def _utter(self, first: int, utterance: list[Sounded]) -> Speech:
        symbols: list[tuple[str, int]] = []
        for index, sounded in enumerate(utterance, first):
            body = sounded.symbols.rstrip() if sounded.word.mark else sounded.symbols
            symbols += [(symbol, index if symbol != " " else -1) for symbol in body]
            if sounded.word.mark:
                symbols += [(sounded.word.mark, -1), (" ", -1)]
        while symbols and symbols[-1][0] == " ":
            symbols.pop()
        tokens = [PAD, *(TOKENS[symbol] for symbol, _ in symbols), PAD]
        row = self._style[min(len(symbols), MAX_TOKENS) - 1]
        samples, durations = self._run(tokens, row, self._speed)
        if len(durations) != len(tokens):
            raise NarrationError("the voice model gave no times for its phonemes")
        ends = np.cumsum(durations, dtype=np.float64) * UNIT
        late = self._voice.late
        timed = [
            Timed(symbol, float(start) - late, float(end) - late, word)
            for (symbol, word), start, end in zip(symbols, ends[:-2], ends[1:-1], strict=True)
        ]
        return Speech(samples, tuple(timed))


def divide(sounded: list[Sounded]) -> list[tuple[int, list[Sounded]]]:
    """Utterances with the index of their first word: sentences, short ones joined.

    An utterance stays under MAX_TOKENS; one sentence that does not is cut at its last
    clause border, else between words.
    """
    cuts, start, length, border = [], 0, 0, 0
    for index, one in enumerate(sounded):
        size = len(one.symbols) + 2
        if length + size > MAX_TOKENS - 2 and index > start:
            cut = border if border > start else index
            cuts.append(cut)
            start = cut
            length = sum(len(other.symbols) + 2 for other in sounded[start:index])
        length += size
        strength = STRENGTH[one.word.mark]
        if strength:
            border = index + 1
        if strength >= SENTENCE_END and length >= _SHORT:
            following = _sentence_length(sounded, index + 1)
            if length + following > _COMFORTABLE or following >= _SHORT:
                cuts.append(index + 1)
                start, length = index + 1, 0
    edges = [0, *cuts, len(sounded)]
    spans = [(a, sounded[a:b]) for a, b in pairwise(edges) if b > a]
    return [(a, part) for a, part in spans if any(_sounds(one.symbols) for one in part)]


def _sentence_length(sounded: list[Sounded], start: int) -> int:
    length = 0
    for one in sounded[start:]:
        length += len(one.symbols) + 2
        if STRENGTH[one.word.mark] >= SENTENCE_END:
            break
    return length


def _sounds(symbols: str) -> bool:
    return any(symbol not in PAUSES and symbol not in STRESS for symbol in symbols)
