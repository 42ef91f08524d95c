"""Finds the prepared questions of a pack: by topic, or by what a visitor types.

Letters match the beginnings of words whatever their accents, with a typo forgiven; in Chinese
they match pinyin, so that nobody needs an input method. What a visitor means is not guessed:
when less than half of what was typed is found, nothing is, and the screen can say so.
"""

import re
from dataclasses import dataclass

from kiosk.packs.model import Pack, Question, QuestionWords, Topic
from kiosk.show.ask_common import COMMON, COMMON_HAN, COMMON_PINYIN
from kiosk.show.ask_letters import HAN, likeness, plain
from kiosk.show.ask_match import (
    Piece,
    Spans,
    Text,
    answer_of,
    in_answer,
    in_title,
    merged,
    title_of,
)

MOST = 8  # questions that are offered
LONGEST = 40  # characters of what is typed that are looked at
_PIECES = 10
_QUESTION, _KEYWORD, _ANSWER = 1.0, 0.8, 0.4  # how much it says that a word stands there
_COMMON = 0.1  # how much a word counts that stands in every question
_SHARE = 0.5  # of what is typed that must be found
_GUESSED = 0.5  # how much of a mistyped word counts as found
_SURE = 8  # letters from which it is no guess
_BESIDE = 0.4  # of the best one's score that is worth offering
_PIECE = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
_APART = re.compile("|".join(COMMON_HAN))
_APART_TYPED = re.compile("|".join(COMMON_PINYIN))
_SHORTEST_TYPED = 2  # letters of what is left of pinyin without the common words
_ALL_HAN = re.compile(f"[{HAN}]+")
_BLANK = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A question that fits, with what fits in it: first and end character of each part."""

    question: Question
    words: QuestionWords
    score: float  # at most 1
    spans: Spans  # in the question's text; empty when keywords or the answer fit
    answer_spans: Spans  # in the answer's text


@dataclass(frozen=True, slots=True)
class _Entry:
    question: Question
    words: QuestionWords
    title: Text
    keywords: tuple[Text, ...]
    answer: Text


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
        whole = Piece(joined, 1.0, bool(_ALL_HAN.fullmatch(joined)), is_whole=True)
        forgiven = {piece for piece in pieces if not piece.is_han and not self._is_there(piece)}
        found = self._found((pieces, (whole,)), forgiven)
        if not found:
            parts = [part for part in _APART_TYPED.split(joined) if len(part) >= _SHORTEST_TYPED]
            found = self._found((tuple(Piece(part, 1.0, False) for part in parts),), set())
        best = max((one.score for one in found), default=0.0)
        found = [one for one in found if one.score >= _BESIDE * best]
        return tuple(sorted(found, key=lambda one: -one.score)[:most])

    def _found(self, ways: tuple[tuple[Piece, ...], ...], forgiven: set[Piece]) -> list[Found]:
        """The questions that fit in any of the ways to take apart what was typed."""
        found: list[Found] = []
        for entry in self._all():
            scored = [one for way in ways if (one := _score(entry, way, forgiven))]
            found += sorted(scored, key=lambda one: -one.score)[:1]
        return found

    def _all(self) -> tuple[_Entry, ...]:
        if self._entries is None:
            self._entries = tuple(
                _entry(question, self._words.questions[question.id])
                for question in self._pack.questions
                if question.id in self._words.questions
            )
        return self._entries

    def _pieces(self, typed: str) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for match in _PIECE.finditer(typed):
            is_han = bool(re.match(f"[{HAN}]", match[0]))
            if is_han:
                parts = [part for part in _APART.split(match[0]) if part] or [match[0]]
                found += [Piece(part, len(part) / 2, True) for part in parts]
            else:
                weight = _COMMON if match[0] in self._common else 1.0
                found.append(Piece(match[0], weight, False))
        return tuple(dict.fromkeys(found))[:_PIECES]

    def _is_there(self, piece: Piece) -> bool:
        """Whether a piece stands in any question as it is typed: then it is no typo."""
        return any(
            likeness(piece.text, word.plain)
            for entry in self._all()
            for text in (entry.title, *entry.keywords)
            for word in text.words
        )


def _entry(question: Question, words: QuestionWords) -> _Entry:
    keywords = tuple(title_of(keyword) for keyword in words.keywords)
    return _Entry(question, words, title_of(words.question), keywords, answer_of(words.answer))


def _score(entry: _Entry, pieces: tuple[Piece, ...], forgiven: set[Piece]) -> Found | None:
    """The entry with its score and what fits, or None when too little does."""
    total = sum(piece.weight for piece in pieces)
    there = gained = 0.0
    spans: set[tuple[int, int]] = set()
    answer_spans: set[tuple[int, int]] = set()
    for piece in pieces:
        forgive = piece in forgiven
        title = in_title(piece, entry.title, forgive=forgive)
        answer = in_answer(piece, entry.answer)
        hits = [(_QUESTION * title.quality, title), (_ANSWER * answer.quality, answer)]
        for text in entry.keywords:
            keyword = in_title(piece, text, forgive=forgive)
            hits.append((_KEYWORD * keyword.quality, keyword))
        best, hit = max(hits, key=lambda one: one[0])
        if best > 0:
            is_guess = hit.is_guess and len(piece.text) < _SURE
            there += piece.weight * (_GUESSED if is_guess else 1.0)
            gained += piece.weight * best
        spans.update(title.spans)
        answer_spans.update(answer.spans)
    if there < _SHARE * total or not gained:
        return None
    return Found(entry.question, entry.words, gained / total, merged(spans), merged(answer_spans))
