"""Numbers, dates, units and ranges as Mandarin says them."""

import re

DIGITS = "零一二三四五六七八九"
_SMALL = ("", "十", "百", "千")
_LARGE = ("", "万", "亿", "万亿")
_LIMIT_DIGITS = 16

# Longest first when matched. A unit's value is what is said after (or, for %, before) the number.
_UNITS = {
    "°C": "摄氏度", "℃": "摄氏度", "°": "度", "km": "公里", "cm": "厘米", "mm": "毫米", "m": "米",
    "ha": "公顷", "ml": "毫升", "mL": "毫升", "cl": "厘升", "hl": "百升", "l": "升", "L": "升",
    "kg": "公斤", "g": "克", "g/L": "克每升", "g/l": "克每升", "h": "小时", "€": "欧元",
    "㎡": "平方米", "m²": "平方米",
}
_PERCENT = ("% vol", "%vol", "%", "％")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_UNIT = "|".join(re.escape(u) for u in sorted((*_UNITS, *_PERCENT), key=len, reverse=True))
QUANTITY = re.compile(
    rf"(?P<minus>[−-](?=\d))?(?P<low>{_NUMBER})(?P<lowunit>[°℃%％]C?)?"
    rf"(?:\s?[–—~～至-]\s?(?P<high>{_NUMBER}))?"
    rf"(?:\s?(?P<unit>{_UNIT})(?![A-Za-z]))?(?P<year>\s?年(?![龄间份]))?"
)
# Before these a lone 2 is said 两; ordinals (第2) and dates keep 二.
_MEASURES = "个种款支瓶杯座位次米升吨公千棵株片只家天代层道步年小周"


def digits(text: str) -> str:
    """Each digit by its name: "2019" -> 二零一九."""
    return "".join(DIGITS[int(digit)] for digit in text)


def cardinal(number: int) -> str:
    """A whole number: 1200 -> 一千二百, 10 -> 十, 20304 -> 两万零三百零四."""
    if number == 0:
        return DIGITS[0]
    text = str(number)
    if len(text) > _LIMIT_DIGITS:
        return digits(text)
    groups: list[str] = []
    while text:
        groups.insert(0, text[-4:])
        text = text[:-4]
    said = ""
    gap = False
    for place, group in zip(range(len(groups) - 1, -1, -1), groups, strict=True):
        value = int(group)
        if value == 0:
            gap = bool(said)
            continue
        part = _group(value)
        if said and (gap or value < 1000):
            said += DIGITS[0]
        said += ("两" if part == "二" and place else part) + _LARGE[place]
        gap = False
    return said[1:] if said.startswith("一十") else said


def _group(value: int) -> str:
    said, gap = "", False
    text = str(value)
    for place, digit in zip(range(len(text) - 1, -1, -1), text, strict=True):
        if digit == "0":
            gap = bool(said)
            continue
        name = "两" if digit == "2" and place == 3 else DIGITS[int(digit)]
        said += (DIGITS[0] if gap else "") + name + _SMALL[place]
        gap = False
    return said


def number(text: str) -> str:
    """A number as written: "1,200" -> 一千二百, "13.5" -> 十三点五, "007" -> 零零七."""
    whole, _, decimals = text.replace(",", "").partition(".")
    by_digit = len(whole) > 1 and whole.startswith("0")
    said = digits(whole) if by_digit else cardinal(int(whole))
    return said + ("点" + digits(decimals) if decimals else "")


def say_quantity(match: re.Match[str], following: str, preceding: str = "") -> str:
    """What a match of QUANTITY is read as.

    ``following`` and ``preceding`` are the characters around it: before a measure word a
    lone 2 is said 两, after 第 it is not, and four digits before 年 are said one by one.
    """
    low, high, unit = match["low"], match["high"], match["unit"] or match["lowunit"] or ""
    is_year = match["year"] is not None and not unit and len(low) == 4
    if is_year:
        return digits(low) + ("到" + digits(high) if high else "") + "年"
    said = number(low)
    if low == "2" and not high and preceding != "第":
        after = _UNITS.get(unit, "") or ("年" if match["year"] else following)
        said = "两" if after[:1] and after[0] in _MEASURES else said
    if high:
        said += "到" + number(high)
    if match["minus"]:
        said = "零下" + said if unit in ("°C", "℃") else "负" + said
    if unit in _PERCENT:
        said = "百分之" + said.replace("到", "到百分之")
    else:
        said += _UNITS.get(unit, "")
    return said + ("年" if match["year"] else "")
