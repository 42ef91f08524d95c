"""Cuts a script into captions: at phrase boundaries, two lines at most, readable in time.

Standard library only, because a playing booth cuts captions for scenes without narration.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.narration.languages import is_han
from kiosk.narration.script.spoken import STRENGTH
from kiosk.narration.track import Cue, Word

LINE_WIDTH = 44  # half-width columns: 44 Latin letters or 22 Chinese characters
LONGEST = 6.0  # seconds
SHORTEST = 1.0
_COMFORT = 3.4  # seconds a caption likes to stand
_AHEAD = 0.08  # a caption comes up this long before its first sound
_LINGER = 0.45  # and stays this long after its last, unless the next one is due
_CLOSING = frozenset("，。、；：！？）】」』》〉”’…—·,.;:!?)]}%％»~～")
_OPENING = frozenset("（【「『《〈“‘([{«¿¡")
_CLINGING = frozenset("的了着过地得吗呢吧们里上中下时后")  # never first in a caption
_NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Atom:
    """A word with the punctuation around it: characters and seconds, and the pause after."""

    first: int
    last: int
    start: float
    end: float
    strength: int


def width(text: str) -> int:
    """Columns a text takes: wide characters count two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut_cues(
    script: str, words: Sequence[Word], marks: Sequence[str], duration: float
) -> tuple[Cue, ...]:
    """Captions for a script whose words are timed.

    Args:
        script: the text as written; captions show it unchanged.
        words: every word with its time and its characters, in order.
        marks: the pause after each word, as in ``SpokenWord.mark``.
        duration: seconds of the sound; no caption is up after it.
    """
    atoms = _atoms(script, words, marks)
    if not atoms:
        return ()
    groups = _groups(script, atoms)
    cues: list[Cue] = []
    for index, (low, high) in enumerate(groups):
        text = two_lines(_clean(script[atoms[low].first : atoms[high - 1].last]))
        start = max(atoms[low].start - _AHEAD, cues[-1].end if cues else 0.0)
        end = atoms[high - 1].end + _LINGER
        if index + 1 < len(groups):
            following = atoms[high].start - _AHEAD
            # No flicker: a short gap is bridged, a caption never stands over the next one.
            end = following if following - end < _LINGER else end
        end = min(max(end, start + SHORTEST), duration) if index + 1 == len(groups) else end
        cues.append(
            Cue(text, start, max(min(end, duration), start), atoms[low].first,
                atoms[high - 1].last)
        )
    return tuple(cues)


def _atoms(script: str, words: Sequence[Word], marks: Sequence[str]) -> list[Atom]:
    atoms = []
    for index, word in enumerate(words):
        first = 0 if not index else _border(script, words[index - 1].last, word.first)
        last = (
            len(script)
            if index + 1 == len(words)
            else _border(script, word.last, words[index + 1].first)
        )
        atoms.append(Atom(first, last, word.start, word.end, STRENGTH[marks[index]]))
    return atoms


def _border(script: str, low: int, high: int) -> int:
    """Where between two words the first one's punctuation ends and the second's begins."""
    place = high
    while place > low and script[place - 1] in _OPENING:
        place -= 1
    return place


def _clean(text: str) -> str:
    """One line of text: inner line ends become spaces, between Chinese they vanish."""
    out = ""
    for part in text.split():
        tight = bool(out) and is_han(out[-1]) and is_han(part[0])
        wide = bool(out) and out[-1] in "，。、；：！？"
        out += part if not out or tight or wide else " " + part
    return out


def _groups(script: str, atoms: list[Atom]) -> list[tuple[int, int]]:
    """The cheapest division of the atoms into captions, as half-open index ranges."""
    best = [0.0] + [_NEVER * 10] * len(atoms)
    came = [0] * (len(atoms) + 1)
    for high in range(1, len(atoms) + 1):
        for low in range(high - 1, -1, -1):
            text = _clean(script[atoms[low].first : atoms[high - 1].last])
            if high - low > 1 and width(text) > 2 * LINE_WIDTH:
                break
            price = best[low] + _price(script, atoms, low, high, text)
            if price < best[high]:
                best[high], came[high] = price, low
    groups = []
    high = len(atoms)
    while high:
        groups.append((came[high], high))
        high = came[high]
    return groups[::-1]


def _price(script: str, atoms: list[Atom], low: int, high: int, text: str) -> float:
    """How bad one caption is: its length in time and where it is cut."""
    end = atoms[high - 1].end + _LINGER
    if high < len(atoms):
        end = min(end, atoms[high].start)
    seconds = end - atoms[low].start
    price = 0.3 + abs(math.log(max(seconds, 0.05) / _COMFORT)) ** 2
    if seconds > LONGEST:
        price += 30 + 10 * (seconds - LONGEST)
    if seconds < SHORTEST:
        price += 12 * (SHORTEST - seconds) + 3
    if not _fits(text):
        price += 200
    # A sentence that ends inside a caption is worse than one that ends with it.
    price += 0.9 * sum(atom.strength >= STRENGTH["."] for atom in atoms[low : high - 1])
    return price + _cut_price(script, atoms, high)


def _cut_price(script: str, atoms: list[Atom], high: int) -> float:
    if high == len(atoms):
        return 0.0
    strength = atoms[high - 1].strength
    price = {0: 5.0, 1: 0.7, 2: 0.3}.get(strength, 0.0)
    before = _clean(script[atoms[high - 1].first : atoms[high - 1].last])
    after = script[atoms[high].first : atoms[high].last].strip()
    if not strength and before and not is_han(before[-1]) and len(before) <= 3:
        price += 2.0  # do not leave an article or a preposition behind
    if after and after[0] in _CLINGING and not strength:
        price += 20.0
    return price


def _fits(text: str) -> bool:
    return all(width(line) <= LINE_WIDTH for line in two_lines(text).split("\n"))


def two_lines(text: str) -> str:
    """The text as it stands, or broken once where it reads best when it is too wide.

    No line begins with closing punctuation or ends with an opening one.
    """
    if width(text) <= LINE_WIDTH:
        return text
    candidates = [
        place for place in range(1, len(text)) if _may_break(text, place)
    ]
    if not candidates:
        middle = len(text) // 2
        return text[:middle] + "\n" + text[middle:]
    best = min(candidates, key=lambda place: _line_price(text, place))
    return text[:best].rstrip() + "\n" + text[best:].lstrip()


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in _CLOSING or before in _OPENING or after.isspace():
        return False
    if before == " ":
        rest = text[place:].lstrip()
        return bool(rest) and rest[0] not in _CLOSING
    wide_before = is_han(before) or (before in _CLOSING and ord(before) > 127)
    wide_after = is_han(after) or (after in _OPENING and ord(after) > 127)
    return (wide_before and (wide_after or after.isalnum())) or (wide_after and before.isalnum())


def _line_price(text: str, place: int) -> float:
    upper, lower = text[:place].rstrip(), text[place:].lstrip()
    price = abs(width(upper) - width(lower)) / 10
    for line in (upper, lower):
        price += 20.0 * max(0, width(line) - LINE_WIDTH)
    if upper[-1] in _CLOSING:
        price -= 2.5
    if lower[0] in _CLINGING:
        price += 6.0
    last = upper.rsplit(" ", 1)[-1]
    if not is_han(upper[-1]) and upper[-1] not in _CLOSING and len(last) <= 3:
        price += 1.5
    return price
