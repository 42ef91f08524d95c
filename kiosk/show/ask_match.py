"""How well a piece of what was typed fits a text, and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.show.ask_han import Syllables, find_typed, syllables_of
from kiosk.show.ask_letters import Word, likeness, mistyped, words_of

PARTLY = 0.7  # how much a piece of Chinese counts that stands there in parts only
SINGLE = 0.6  # how much a single character says
_IN_ANSWERS = 3  # letters from which answers are searched

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what was typed."""

    text: str
    weight: float
    is_han: bool
    is_whole: bool = False  # all of it, which fits whole or not at all


@dataclass(frozen=True, slots=True)
class Text:
    """A text to search."""

    text: str
    words: tuple[Word, ...]
    syllables: Syllables  # none for answers: pinyin would find too much in them


@dataclass(frozen=True, slots=True)
class Hit:
    """How good a match is, from 0 to 1, and where it stands: first and end characters."""

    quality: float
    spans: Spans = ()
    is_guess: bool = False  # a typo was forgiven


NO_HIT = Hit(0.0)


def title_of(text: str) -> Text:
    """A question or a keyword to search."""
    return Text(text, words_of(text), syllables_of(text))


def answer_of(text: str) -> Text:
    """An answer to search."""
    return Text(text, words_of(text), ())


def in_title(piece: Piece, text: Text, *, forgive: bool) -> Hit:
    """A piece in a question or a keyword; ``forgive`` lets it be mistyped."""
    if piece.is_han:
        return _han(piece, text.text)
    hit = _letters(piece.text, text.words, mistyped if forgive else likeness)
    by_sound = find_typed(piece.text, text.syllables)
    if by_sound is not None and by_sound.quality > hit.quality:
        return Hit(by_sound.quality, ((by_sound.start, by_sound.end),))
    return Hit(hit.quality, hit.spans, is_guess=forgive)


def in_answer(piece: Piece, answer: Text) -> Hit:
    """A piece in an answer: longer ones only, and as they are written."""
    if piece.is_han:
        return _han(piece, answer.text) if len(piece.text) > 1 else NO_HIT
    if len(piece.text) < _IN_ANSWERS:
        return NO_HIT
    return _letters(piece.text, answer.words, likeness)


def _letters(typed: str, words: tuple[Word, ...], like: Callable[[str, str], float]) -> Hit:
    """The words that fit best, with the letters that do."""
    qualities = [like(typed, word.plain) for word in words]
    best = max(qualities, default=0.0)
    if not best:
        return NO_HIT
    spans = tuple(
        _typed_part(typed, word)
        for word, quality in zip(words, qualities, strict=True)
        if quality == best
    )
    return Hit(best, spans)


def _typed_part(typed: str, word: Word) -> tuple[int, int]:
    inside = word.plain.find(typed)
    if inside > 0:
        return word.ends[inside - 1], word.ends[inside + len(typed) - 1]
    return word.span(len(typed))


def _han(piece: Piece, text: str) -> Hit:
    """A piece of Chinese in a text: whole, or in the parts that stand there."""
    wanted = piece.text
    at = text.find(wanted)
    if at >= 0:
        quality = 1.0 if len(wanted) > 1 else SINGLE
        return Hit(quality, ((at, at + len(wanted)),))
    if piece.is_whole:
        return NO_HIT
    spans = tuple(_parts(wanted, text))
    covered = sum(end - start for start, end in spans)
    if 2 * covered < len(wanted):
        return NO_HIT
    return Hit(PARTLY * covered / len(wanted), spans)


def _parts(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the longest parts of at least two characters stand in a text."""
    start = 0
    while start < len(wanted) - 1:
        end = start + 2
        at = text.find(wanted[start:end])
        if at < 0:
            start += 1
            continue
        while end < len(wanted) and (longer := text.find(wanted[start : end + 1])) >= 0:
            at, end = longer, end + 1
        yield at, at + end - start
        start = end


def merged(spans: set[tuple[int, int]]) -> Spans:
    """Spans in order, those that touch made one."""
    return tuple(_joined(sorted(spans)))


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not spans:
        return
    start, end = spans[0]
    for first, last in spans[1:]:
        if first > end:
            yield start, end
            start, end = first, last
        else:
            end = max(end, last)
    yield start, end
