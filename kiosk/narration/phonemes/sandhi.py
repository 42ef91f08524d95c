"""How Mandarin tones change beside each other.

The rules are those of Duanmu, The Phonology of Standard Chinese (2007), chapters 11-12:
third tones within a foot, and the numerals 一 and 不.
"""

from dataclasses import replace

from kiosk.narration.phonemes.pinyin import Syllable

_THIRD, _SECOND, _FOURTH, _FIRST = 3, 2, 4, 1
_ORDINAL = "第初"
_DIGITS = frozenset("零一二三四五六七八九十百千万亿点〇")


def numerals(text: str, syllables: list[Syllable], *, before: str = "") -> list[Syllable]:
    """一 and 不 before the next syllable of the same clause.

    ``text`` has one character per syllable. 一 is said yi2 before a fourth tone and yi4
    before the others, but keeps its first tone at the end, in numbers and after 第;
    不 is said bu2 before a fourth tone. ``before`` is the character before the text.
    """
    changed = list(syllables)
    for index, character in enumerate(text[:-1]):
        following = syllables[index + 1].tone
        previous = text[index - 1] if index else before
        if character == "不" and following == _FOURTH:
            changed[index] = replace(changed[index], tone=_SECOND)
        elif character == "一" and syllables[index].letters == "yi":
            counted = text[index + 1] in _DIGITS - set("百千万亿") or (
                previous in _DIGITS and previous != ""
            )
            if counted or (previous and previous in _ORDINAL):
                continue
            changed[index] = replace(
                changed[index], tone=_SECOND if following in (_FOURTH, 5) else _FOURTH
            )
    return changed


def third_tones(words: list[list[Syllable]]) -> list[list[Syllable]]:
    """Third tones within words, then across word borders of a clause.

    Inside a word of two, the first of two thirds rises. In longer words it is applied from
    the left within pairs. Across words, a word that ends in a third rises when the next
    begins with a (surface) third and either of the two is a single syllable.
    """
    inner = [_within(word) for word in words]
    for index in range(len(inner) - 1):
        word, following = inner[index], inner[index + 1]
        if not word or not following:
            continue
        close = len(word) == 1 or len(following) == 1
        if close and word[-1].tone == _THIRD and following[0].tone == _THIRD:
            word[-1] = replace(word[-1], tone=_SECOND)
    return inner


def _within(word: list[Syllable]) -> list[Syllable]:
    changed = list(word)
    for index in range(len(changed) - 1):
        if word[index].tone == _THIRD and word[index + 1].tone == _THIRD:
            changed[index] = replace(changed[index], tone=_SECOND)
    return changed
