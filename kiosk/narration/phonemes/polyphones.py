"""Characters whose reading hangs on their neighbours, where a dictionary of words guesses.

Only what wine and harvest scripts are full of: 得, 只, 种 and 干. A reading given by the
lexicon or by a pack is never touched.
"""

from kiosk.narration.phonemes.pinyin import Syllable

_COUNTED = frozenset("〇零一二两三四五六七八九十百千万几每这那各品")
_PLANTED = frozenset("它在下满着")
_MUST = frozenset("往等有要先去让赶靠")  # after these 得 is "must", dei3
_GAINED = frozenset("获得 取得 值得 难得 赢得 心得 所得 求得 博得 得以 得到 得意 得名 得知".split())
_SORTS = frozenset("种 种子 种类 种种".split())
_DE, _DEI, _TO_GAIN = Syllable("de", 5), Syllable("dei", 3), Syllable("de", 2)
_ONE_OF, _TO_PLANT, _DRY = Syllable("zhi", 1), Syllable("zhong", 4), Syllable("gan", 1)


def settle(word: str, before: str, after: str, reading: list[Syllable]) -> list[Syllable]:
    """The reading of a word with its doubtful characters settled.

    ``before`` and ``after`` are the characters around the word in its clause, "" at the
    ends. One syllable per character; another number of syllables is left alone.
    """
    if len(reading) != len(word):
        return reading
    settled = list(reading)
    for index, character in enumerate(word):
        previous = word[index - 1] if index else before
        following = word[index + 1] if index + 1 < len(word) else after
        if character == "得":
            if {previous + character, character + following} & _GAINED:
                settled[index] = _TO_GAIN  # also where the cut between words fell inside it
            else:
                settled[index] = _DEI if following and following in _MUST else _DE
        elif character == "只" and previous in _COUNTED and previous:
            settled[index] = _ONE_OF
        elif character == "种" and previous not in _COUNTED and (
            following in _PLANTED or (not index and character + following not in _SORTS)
        ):
            settled[index] = _TO_PLANT
        elif character == "干" and word in ("干", "干的", "干了"):
            settled[index] = _DRY
    return settled
