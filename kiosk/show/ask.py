"""Finds the prepared questions of a pack: by topic, or by what a visitor types.

Letters match the beginnings of words whatever their accents, with a typo forgiven; in Chinese
they match pinyin, so that nobody needs an input method. What a visitor means is not guessed:
when less than half of what was typed is found, nothing is, and the screen can say so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.packs.model import Pack, Question, QuestionWords, Topic
from kiosk.show.ask_common import COMMON, COMMON_HAN
from kiosk.show.ask_han import Syllables, find_typed, syllables_of
from kiosk.show.ask_letters import HAN, Word, likeness, mistyped, plain, words_of

MOST = 8  # questions that are offered
LONGEST = 40  # characters of what is typed that are looked at
_PIECES = 10
_QUESTION, _KEYWORD, _ANSWER = 1.0, 0.8, 0.4  # how much it says that a word stands there
_IN_ANSWERS = 3  # letters from which answers are searched
_COMMON = 0.1  # how much a word counts that stands in every question
_SHARE = 0.5  # of what is typed that must be found
_BESIDE = 0.4  # of the best one's score that is worth offering
_PARTLY = 0.7  # how much a piece of Chinese counts that stands there in parts only
_SINGLE = 0.6  # how much a single character says
_PIECE = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
_APART = re.compile("|".join(COMMON_HAN))
_ALL_HAN = re.compile(f"[{HAN}]+")
_BLANK = re.compile(r"[\W_]+")

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A question that fits, with what fits in it: first and end character of each part."""

    question: Question
    words: QuestionWords
    score: float  # at most 1
    spans: Spans  # in the question's text; empty when keywords or the answer fit
    answer_spans: Spans  # in the answer's text


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of what was typed."""

    text: str
    weight: float
    is_han: bool
    is_whole: bool = False  # all of it, which fits whole or not at all


@dataclass(frozen=True, slots=True)
class _Text:
    """One text to search."""

    text: str
    words: tuple[Word, ...]
    syllables: Syllables  # none for answers: pinyin would find too much in them


@dataclass(frozen=True, slots=True)
class _Entry:
    question: Question
    words: QuestionWords
    title: _Text
    keywords: tuple[_Text, ...]
    answer: _Text


@dataclass(frozen=True, slots=True)
class _Hit:
    quality: float
    spans: Spans = ()


_NO_HIT = _Hit(0.0)


class Ask:
    """The questions of a pack in one language. Not to be shared between threads while building."""

    def __init__(self, pack: Pack, language: str) -> None:
        self._pack = pack
        self._words = pack.words_in(language)
        self._common = COMMON.get(language.partition("-")[0].lower(), frozenset())
        self._entries: tuple[_Entry, ...] | None = None

    def topics(self) -> tuple[tuple[Topic, tuple[Question, ...]], ...]:
        """The topics that have questions, each with them in the pack's order."""
        return tuple(
            (topic, questions)
            for topic in Topic
            if (questions := tuple(one for one in self._pack.questions if one.topic is topic))
        )

    def prepare(self) -> None:
        """Read the questions now rather than at the first search: a moment, longer in Chinese."""
        self._all()

    def find(self, typed: str, most: int = MOST) -> tuple[Found, ...]:
        """The questions that fit what is typed, best first; none when nothing fits.

        Equals keep the pack's order; at most ``most`` are given.
        """
        pieces = self._pieces(plain(typed[:LONGEST]))
        if not pieces:
            return ()
        # A Chinese syllable may go on over a blank, and from letters into characters.
        joined = _BLANK.sub("", plain(typed[:LONGEST]))
        whole = _Piece(joined, 1.0, bool(_ALL_HAN.fullmatch(joined)), is_whole=True)
        forgiven = {piece for piece in pieces if not piece.is_han and not self._is_there(piece)}
        found = []
        for entry in self._all():
            scored = (_score(entry, pieces, forgiven), _score(entry, (whole,), set()))
            found += sorted((one for one in scored if one), key=lambda one: -one.score)[:1]
        best = max((one.score for one in found), default=0.0)
        found = [one for one in found if one.score >= _BESIDE * best]
        return tuple(sorted(found, key=lambda one: -one.score)[:most])

    def _all(self) -> tuple[_Entry, ...]:
        if self._entries is None:
            self._entries = tuple(
                _entry(question, self._words.questions[question.id])
                for question in self._pack.questions
                if question.id in self._words.questions
            )
        return self._entries

    def _pieces(self, typed: str) -> tuple[_Piece, ...]:
        found: list[_Piece] = []
        for match in _PIECE.finditer(typed):
            is_han = bool(re.match(f"[{HAN}]", match[0]))
            if is_han:
                parts = [part for part in _APART.split(match[0]) if part] or [match[0]]
                found += [_Piece(part, len(part) / 2, True) for part in parts]
            else:
                weight = _COMMON if match[0] in self._common else 1.0
                found.append(_Piece(match[0], weight, False))
        return tuple(dict.fromkeys(found))[:_PIECES]

    def _is_there(self, piece: _Piece) -> bool:
        """Whether a piece stands in any question as it is typed: then it is no typo."""
        return any(
            likeness(piece.text, word.plain)
            for entry in self._all()
            for text in (entry.title, *entry.keywords)
            for word in text.words
        )


def _entry(question: Question, words: QuestionWords) -> _Entry:
    def text_of(text: str) -> _Text:
        return _Text(text, words_of(text), syllables_of(text))

    answer = _Text(words.answer, words_of(words.answer), ())
    keywords = tuple(text_of(keyword) for keyword in words.keywords)
    return _Entry(question, words, text_of(words.question), keywords, answer)


def _score(entry: _Entry, pieces: tuple[_Piece, ...], forgiven: set[_Piece]) -> Found | None:
    """The entry with its score and what fits, or None when too little does."""
    total = sum(piece.weight for piece in pieces)
    there = gained = 0.0
    spans: set[tuple[int, int]] = set()
    answer_spans: set[tuple[int, int]] = set()
    for piece in pieces:
        fit: Callable[[_Text], _Hit] = _fits(piece, piece in forgiven)
        title, answer = fit(entry.title), _NO_HIT
        keyword = max((fit(text).quality for text in entry.keywords), default=0.0)
        if piece.is_han or len(piece.text) >= _IN_ANSWERS:
            answer = _in_answer(piece, entry.answer)
        best = max(_QUESTION * title.quality, _KEYWORD * keyword, _ANSWER * answer.quality)
        if best > 0:
            there += piece.weight
            gained += piece.weight * best
        spans.update(title.spans)
        answer_spans.update(answer.spans)
    if there < _SHARE * total or not gained:
        return None
    return Found(
        entry.question, entry.words, gained / total, _merged(spans), _merged(answer_spans)
    )


def _fits(piece: _Piece, forgive: bool) -> Callable[[_Text], _Hit]:
    def fit(text: _Text) -> _Hit:
        if piece.is_han:
            return _han(piece, text.text)
        hit = _letters(piece.text, text.words, mistyped if forgive else likeness)
        by_sound = find_typed(piece.text, text.syllables)
        if by_sound is not None and by_sound.quality > hit.quality:
            return _Hit(by_sound.quality, ((by_sound.start, by_sound.end),))
        return hit

    return fit


def _in_answer(piece: _Piece, answer: _Text) -> _Hit:
    if piece.is_han:
        return _han(piece, answer.text) if len(piece.text) > 1 else _NO_HIT
    return _letters(piece.text, answer.words, likeness)


def _letters(typed: str, words: tuple[Word, ...], like: Callable[[str, str], float]) -> _Hit:
    """The words that fit best, with the letters that do."""
    qualities = [like(typed, word.plain) for word in words]
    best = max(qualities, default=0.0)
    if not best:
        return _NO_HIT
    spans = tuple(
        _typed_part(typed, word)
        for word, quality in zip(words, qualities, strict=True)
        if quality == best
    )
    return _Hit(best, spans)


def _typed_part(typed: str, word: Word) -> tuple[int, int]:
    inside = word.plain.find(typed)
    if inside > 0:
        return word.ends[inside - 1], word.ends[inside + len(typed) - 1]
    return word.span(len(typed))


def _han(piece: _Piece, text: str) -> _Hit:
    """A piece of Chinese in a text: whole, or as the pairs of characters that stand there."""
    wanted = piece.text
    at = text.find(wanted)
    if at >= 0:
        quality = 1.0 if len(wanted) > 1 else _SINGLE
        return _Hit(quality, ((at, at + len(wanted)),))
    if piece.is_whole:
        return _NO_HIT
    pairs = [wanted[start : start + 2] for start in range(len(wanted) - 1)]
    there = [text.find(pair) for pair in pairs if pair in text]
    if not there or 2 * len(there) < len(pairs):
        return _NO_HIT
    return _Hit(_PARTLY * len(there) / len(pairs), tuple((at, at + 2) for at in there))


def _merged(spans: set[tuple[int, int]]) -> Spans:
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
