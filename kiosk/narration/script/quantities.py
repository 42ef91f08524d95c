"""Numbers with their units, ranges and decimals in the languages of Latin script."""

import re

from kiosk.narration.script.cardinals import LIMIT, cardinal, year

_DECIMAL = {"en": "point", "es": "coma", "it": "virgola", "fr": "virgule", "pt": "vírgula",
            "de": "Komma"}
_TO = {"en": "to", "es": "a", "it": "a", "fr": "à", "pt": "a", "de": "bis"}
_MINUS = {"en": "minus", "es": "menos", "it": "meno", "fr": "moins", "pt": "menos", "de": "minus"}
# unit: singular and plural in en, es, it, fr, pt, de
_ORDER = ("en", "es", "it", "fr", "pt", "de")
_UNITS = {
    "%": ("percent", "por ciento", "per cento", "pour cent", "por cento", "Prozent"),
    "% vol": ("percent by volume", "por ciento en volumen", "per cento in volume",
              "pour cent en volume", "por cento em volume", "Volumenprozent"),
    "°C": ("degree Celsius|degrees Celsius", "grado|grados", "grado|gradi", "degré|degrés",
           "grau|graus", "Grad"),
    "°": ("degree|degrees", "grado|grados", "grado|gradi", "degré|degrés", "grau|graus", "Grad"),
    "m": ("metre|metres", "metro|metros", "metro|metri", "mètre|mètres", "metro|metros", "Meter"),
    "km": ("kilometre|kilometres", "kilómetro|kilómetros", "chilometro|chilometri",
           "kilomètre|kilomètres", "quilômetro|quilômetros", "Kilometer"),
    "cm": ("centimetre|centimetres", "centímetro|centímetros", "centimetro|centimetri",
           "centimètre|centimètres", "centímetro|centímetros", "Zentimeter"),
    "mm": ("millimetre|millimetres", "milímetro|milímetros", "millimetro|millimetri",
           "millimètre|millimètres", "milímetro|milímetros", "Millimeter"),
    "ha": ("hectare|hectares", "hectárea|hectáreas", "ettaro|ettari", "hectare|hectares",
           "hectare|hectares", "Hektar"),
    "l": ("litre|litres", "litro|litros", "litro|litri", "litre|litres", "litro|litros", "Liter"),
    "cl": ("centilitre|centilitres", "centilitro|centilitros", "centilitro|centilitri",
           "centilitre|centilitres", "centilitro|centilitros", "Zentiliter"),
    "ml": ("millilitre|millilitres", "mililitro|mililitros", "millilitro|millilitri",
           "millilitre|millilitres", "mililitro|mililitros", "Milliliter"),
    "hl": ("hectolitre|hectolitres", "hectolitro|hectolitros", "ettolitro|ettolitri",
           "hectolitre|hectolitres", "hectolitro|hectolitros", "Hektoliter"),
    "kg": ("kilogram|kilograms", "kilo|kilos", "chilo|chili", "kilo|kilos", "quilo|quilos",
           "Kilogramm"),
    "g": ("gram|grams", "gramo|gramos", "grammo|grammi", "gramme|grammes", "grama|gramas",
          "Gramm"),
    "g/l": ("gram per litre|grams per litre", "gramo por litro|gramos por litro",
            "grammo per litro|grammi per litro", "gramme par litre|grammes par litre",
            "grama por litro|gramas por litro", "Gramm pro Liter"),
    "h": ("hour|hours", "hora|horas", "ora|ore", "heure|heures", "hora|horas", "Stunden"),
    "€": ("euro|euros", "euro|euros", "euro|euro", "euro|euros", "euro|euros", "Euro"),
}
_FEMININE = {("es", "ha"), ("es", "h"), ("it", "h"), ("pt", "h"), ("fr", "h")}
_POINT = {"en": ".", "es": ",", "it": ",", "fr": ",", "pt": ",", "de": ","}

_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
QUANTITY = re.compile(
    rf"(?P<minus>[−-](?=\d))?(?P<low>{_NUMBER})"
    rf"(?:\s?[–—-]\s?(?P<high>{_NUMBER}))?"
    rf"(?:[\s\u00a0\u202f]?(?P<unit>{_UNIT}|º\s?C|℃)(?![^\W\d_]))?"
)


def _split_number(text: str, language: str) -> tuple[str, str, bool]:
    """Whole digits, decimal digits, and whether the number was written with groups.

    A sign before exactly three digits groups thousands unless it is the language's decimal
    sign and the digits do not end in 0 ("1.200 m" is said "twelve hundred" everywhere, but
    "1.205" is a decimal in English); before any other count of digits it is a decimal.
    """
    signs = re.findall(r"[.,]", text)
    digits = re.sub(r"\D", "", text)
    if not signs:
        return digits, "", digits != text
    head, _, tail = text.rpartition(signs[-1])
    if len(set(signs)) == 1 and (len(signs) > 1 or len(tail) == 3):
        decimal = signs[0] == _POINT[language] and not tail.endswith("0")
        if len(signs) > 1 or not (decimal or head.startswith("0")):
            return digits, "", True
    whole = re.sub(r"\D", "", head)
    return whole, tail, whole != head


def _number(text: str, language: str, *, bare: bool) -> str:
    digits, decimals, grouped = _split_number(text, language)
    if decimals:
        said = [cardinal(int(digits), language), _DECIMAL[language]]
        # Romance decimals of two digits are said as one number: "trece coma cinco", "doce coma 75".
        if language == "en" or decimals.startswith("0") or len(decimals) > 2:
            said += [cardinal(int(digit), language) for digit in decimals]
        else:
            said.append(cardinal(int(decimals), language))
        return " ".join(said)
    if (len(digits) > 1 and digits.startswith("0")) or int(digits) >= LIMIT:
        return " ".join(cardinal(int(digit), language) for digit in digits)
    value = int(digits)
    if bare and not grouped and 1100 <= value < 2100:
        return year(value, language)
    return cardinal(value, language)


def _one_before_noun(words: str, language: str, unit: str) -> str:
    """A number that ends in one agrees with its unit: un grado, una hora, ein Grad."""
    endings = {"es": ("uno", "un", "una"), "it": ("uno", "un", "una"), "pt": ("um", "um", "uma"),
               "fr": ("un", "un", "une"), "de": ("eins", "ein", "eine")}
    if language not in endings or unit.startswith("%"):
        return words
    ending, masculine, feminine = endings[language]
    if not words.endswith((" " + ending, "veintiuno")) and words != ending:
        return words
    if words.endswith("veintiuno") and (language, unit) not in _FEMININE:
        return words[:-3] + "ún"
    return words[: -len(ending)] + (feminine if (language, unit) in _FEMININE else masculine)


def say_quantity(match: re.Match[str], language: str) -> str:
    """What a match of QUANTITY is read as: "16–18 °C" -> "sixteen to eighteen degrees ..."."""
    unit = (match["unit"] or "").strip()
    unit = "°C" if unit.endswith("C") or unit == "℃" else unit
    bare = not unit
    words = [_MINUS[language]] if match["minus"] else []
    words.append(_number(match["low"], language, bare=bare))
    if match["high"]:
        words += [_TO[language], _number(match["high"], language, bare=bare)]
    if unit:
        words[-1] = _one_before_noun(words[-1], language, unit)
        one, _, many = _UNITS[unit][_ORDER.index(language)].partition("|")
        singular = not match["high"] and match["low"] == "1"
        words.append(one if singular or not many else many)
    return " ".join(words)
