"""How long a scene or an answer lasts and what is said: narration, its pauses, its captions."""

import re
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import NarrationError
from kiosk.narration.shelf import Shelf, silent_track
from kiosk.narration.told import told
from kiosk.narration.track import Cue, Track
from kiosk.packs.model import Pack
from kiosk.show.programme import Item

LEAD = 0.9  # s of picture before the first word: a dissolve is over by then
ANSWER_LEAD = 0.3  # s from the tap on a question to the first word of its answer
FIRST_LEAD = 0.1  # s at the very start: a visitor should hear a word within 2.5 s
TAIL = 1.4  # s of picture after the last word
SHORTEST = 7.0  # s; less is a flicker at 5 m
BREATH = 0.08  # s before a word from which a passage is taken up
KEPT = 32  # scenes and answers whose tracks are kept in memory, a few kilobytes each

# The quotation marks and brackets that close a sentence belong to it.
SENTENCE_END = re.compile(r"(?:[。！？!?…]+|\.(?=[”’»\"')\]]*(?:\s|$)))[”’»」』）\"')\]]*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The narration of a scene or an answer; its track counts from the audio's first sample."""

    track: Track
    audio: Path | None  # None: not baked, captions only
    lead: float

    @property
    def seconds(self) -> float:
        """How long the scene stays."""
        return max(SHORTEST, self.lead + self.track.duration + TAIL)


def cue_at(track: Track, seconds: float) -> Cue | None:
    """The caption to be shown at that time of the audio, None between captions."""
    index = bisect_right([cue.start for cue in track.cues], seconds) - 1
    if index < 0:
        return None
    cue = track.cues[index]
    return cue if seconds < cue.end else None


def passages(script: str) -> list[int]:
    """Character positions at which the sentences of a script begin."""
    starts = [0]
    for match in SENTENCE_END.finditer(script):
        rest = script[match.end() :]
        if rest.strip():
            starts.append(match.end() + len(rest) - len(rest.lstrip()))
    return starts


def same_passage(position: float, told: str, other: str) -> float:
    """Where in ``other`` a listener of ``told`` is, both as fractions of the script's length.

    Translations keep their sentences: sentence for sentence where the counts agree, else by
    the share of the whole.
    """
    here, there = passages(told), passages(other)
    if len(here) != len(there) or not told or not other:
        return position
    at = position * len(told)
    index = max(0, bisect_right(here, at) - 1)
    start, end = here[index], (here[index + 1] if index + 1 < len(here) else len(told))
    share = (at - start) / max(1, end - start)
    begin = there[index]
    finish = there[index + 1] if index + 1 < len(there) else len(other)
    return (begin + share * (finish - begin)) / len(other)


def same_moment(told: Track, script: str, seconds: float, other: Track, words: str) -> float:
    """Seconds into ``other``, which speaks ``words``, where one is who heard ``told`` so far.

    A whole passage is never cut into: it begins anew at its first word, as one would say it.
    """
    heard, spoken = told.words or told.cues, other.words or other.cues
    if seconds >= told.duration:
        return other.duration
    if not heard or not spoken or not script or not words:
        return 0.0
    index = bisect_right([row.start for row in heard], seconds) - 1
    at = heard[index].first / len(script) if index >= 0 else 0.0
    character = same_passage(at, script, words) * len(words)
    begun = [place for place in passages(words) if place <= character + 0.5]
    first = next((row for row in spoken if row.first >= begun[-1]), spoken[-1])
    return 0.0 if first is spoken[0] else max(0.0, first.start - BREATH)


class Speech:
    """Finds what is spoken for an item or an answer; remembers the last few."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Path, str, str], Spoken] = OrderedDict()

    def of(self, item: Item, language: str | None = None) -> Spoken:
        """The narration of an item, or its captions timed for reading when none is baked."""
        language = language or item.language
        if item.told:
            return self._kept_or_found(item.pack, item.told, language, ANSWER_LEAD)
        return self._kept_or_found(item.pack, item.scene.id, language, LEAD)

    def _kept_or_found(self, pack: Pack, name: str, language: str, lead: float) -> Spoken:
        key = (pack.root, name, language)
        if key not in self._kept:
            self._kept[key] = self._find(pack, name, language, lead)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _find(self, pack: Pack, name: str, language: str, lead: float) -> Spoken:
        try:
            baked = Shelf(pack).find(name, language)
            if baked is not None:
                return Spoken(baked.track, baked.audio, lead)
        except (NarrationError, OSError):
            # A damaged track, or a recording on a stick that was pulled out, must not stop the
            # show; `kiosk check` names it.
            pass
        its = told(pack, name, language)
        if its is None:
            return Spoken(silent_track("", language), None, lead)
        return Spoken(silent_track(its.text, its.language), None, lead)
