"""Whole numbers as words in the languages of Latin script.

Each language is a table of words plus the few rules that joining them needs. Numbers go
up to 999,999,999,999; larger ones are read digit by digit by the caller.
"""

from collections.abc import Callable

LIMIT = 10**12

_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_LARGE = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés "
    "veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
_ES_TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_ES_HUNDREDS = (
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos "
    "ochocientos novecientos"
).split()
_IT = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici "
    "quattordici quindici sedici diciassette diciotto diciannove"
).split()
_IT_TENS = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf"
).split()
_FR_TENS = "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
_PT = (
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze "
    "dezesseis dezessete dezoito dezenove"
).split()
_PT_TENS = "- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()
_PT_HUNDREDS = (
    "- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos "
    "novecentos"
).split()
_DE = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_DE_TENS = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _english(n: int) -> str:
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10] + ("-" + _EN[n % 10] if n % 10 else "")
    if n < 1000:
        rest = " and " + _english(n % 100) if n % 100 else ""
        return _EN[n // 100] + " hundred" + rest
    size, name = next(one for one in _EN_LARGE if n >= one[0])
    below = n % size
    joint = " and " if 0 < below < 100 else " "
    return f"{_english(n // size)} {name}{joint}{_english(below) if below else ''}".strip()


def _spanish(n: int) -> str:
    if n < 30:
        return _ES[n]
    if n < 100:
        return _ES_TENS[n // 10] + (" y " + _ES[n % 10] if n % 10 else "")
    if n == 100:
        return "cien"
    if n < 1000:
        return (_ES_HUNDREDS[n // 100] + " " + (_spanish(n % 100) if n % 100 else "")).strip()
    if n < 10**6:
        head = "mil" if n < 2000 else _shortened_one(_spanish(n // 1000)) + " mil"
    else:
        millions = n // 10**6
        head = "un millón" if millions == 1 else _shortened_one(_spanish(millions)) + " millones"
    rest = n % 1000 if n < 10**6 else n % 10**6
    return (head + " " + (_spanish(rest) if rest else "")).strip()


def _shortened_one(words: str) -> str:
    """Spanish "uno" loses its ending before a noun: veintiún mil, treinta y un mil."""
    if words.endswith("veintiuno"):
        return words[:-3] + "ún"
    return words[:-1] if words.endswith("uno") else words


def _italian(n: int) -> str:
    if n < 20:
        return _IT[n]
    if n < 100:
        tens, unit = _IT_TENS[n // 10], n % 10
        if unit in (1, 8):
            tens = tens[:-1]
        return tens + ("" if not unit else "tré" if unit == 3 else _IT[unit])
    if n < 1000:
        head = ("" if n < 200 else _IT[n // 100]) + "cento"
        rest = _italian(n % 100) if n % 100 else ""
        return (head[:-1] if rest.startswith("ott") else head) + rest  # centottanta
    if n < 10**6:
        head = "mille" if n < 2000 else _italian(n // 1000) + "mila"
        return head + (_italian(n % 1000) if n % 1000 else "")
    millions = n // 10**6
    head = "un milione" if millions == 1 else _italian(millions) + " milioni"
    return (head + " " + (_italian(n % 10**6) if n % 10**6 else "")).strip()


def _french(n: int) -> str:
    if n < 20:
        return _FR[n]
    if n < 100:
        tens, unit = n // 10, n % 10
        if tens in (7, 9):
            joint = " et " if n == 71 else "-"
            return _FR_TENS[tens] + joint + _FR[n - 60 if tens == 7 else n - 80]
        if unit == 1 and tens < 8:
            return _FR_TENS[tens] + " et un"
        if n == 80:
            return "quatre-vingts"
        return _FR_TENS[tens] + ("-" + _FR[unit] if unit else "")
    if n < 1000:
        head = "cent" if n < 200 else _FR[n // 100] + " cent" + ("" if n % 100 else "s")
        return (head + " " + (_french(n % 100) if n % 100 else "")).strip()
    if n < 10**6:
        head = "mille" if n < 2000 else _french(n // 1000).removesuffix("s") + " mille"
        return (head + " " + (_french(n % 1000) if n % 1000 else "")).strip()
    millions = n // 10**6
    head = _french(millions) + (" million" if millions == 1 else " millions")
    return (head + " " + (_french(n % 10**6) if n % 10**6 else "")).strip()


def _portuguese(n: int) -> str:
    if n < 20:
        return _PT[n]
    if n < 100:
        return _PT_TENS[n // 10] + (" e " + _PT[n % 10] if n % 10 else "")
    if n == 100:
        return "cem"
    if n < 1000:
        return _PT_HUNDREDS[n // 100] + (" e " + _portuguese(n % 100) if n % 100 else "")
    if n < 10**6:
        head = "mil" if n < 2000 else _portuguese(n // 1000) + " mil"
        rest = n % 1000
    else:
        millions = n // 10**6
        head = "um milhão" if millions == 1 else _portuguese(millions) + " milhões"
        rest = n % 10**6
    if not rest:
        return head
    # "mil e duzentos", "mil e vinte", but "mil duzentos e vinte"
    joint = " e " if rest < 100 or rest % 100 == 0 else " "
    return head + joint + _portuguese(rest)


def _german(n: int) -> str:
    if n < 20:
        return _DE[n]
    if n < 100:
        unit = n % 10
        one = "ein" if unit == 1 else _DE[unit]
        return (one + "und" if unit else "") + _DE_TENS[n // 10]
    if n < 1000:
        head = "ein" if n < 200 else _DE[n // 100]
        return head + "hundert" + (_german(n % 100) if n % 100 else "")
    if n < 10**6:
        head = "ein" if n < 2000 else _german(n // 1000).removesuffix("s")
        return head + "tausend" + (_german(n % 1000) if n % 1000 else "")
    millions = n // 10**6
    head = "eine Million" if millions == 1 else _german(millions) + " Millionen"
    return (head + " " + (_german(n % 10**6) if n % 10**6 else "")).strip()


_CARDINALS: dict[str, Callable[[int], str]] = {
    "en": _english,
    "es": _spanish,
    "it": _italian,
    "fr": _french,
    "pt": _portuguese,
    "de": _german,
}


def can_count(language: str) -> bool:
    """Whether numbers can be spelled out in that base language."""
    return language in _CARDINALS


def cardinal(number: int, language: str) -> str:
    """The number in words. Raises KeyError for an unknown language, ValueError beyond LIMIT."""
    if not 0 <= number < LIMIT:
        raise ValueError(f"cannot spell {number}")
    return _CARDINALS[language](number)


def year(number: int, language: str) -> str:
    """A vintage as it is said: English and German pair the digits, the others count."""
    if language == "en" and 1100 <= number < 2100:
        high, low = divmod(number, 100)
        if low == 0:
            return _english(number) if high == 20 else _english(high) + " hundred"
        if high == 20 and low < 10:
            return "two thousand and " + _EN[low]
        return _english(high) + (" oh " + _EN[low] if low < 10 else " " + _english(low))
    if language == "de" and 1100 <= number < 2000:
        high, low = divmod(number, 100)
        return _german(high) + "hundert" + (_german(low) if low else "")
    return cardinal(number, language)
