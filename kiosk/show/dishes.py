"""What kind of dish a wine's pairings name, told from words of Chinese cooking.

Packs name dishes in words for people; only what is written in Chinese or English is understood,
and what is not understood is not guessed.
"""

import re
from enum import StrEnum

from kiosk.packs.model import Pack


class Dish(StrEnum):
    """Kinds of dish that ask for different wines."""

    FISH = "fish"  # and all else from the water
    MEAT = "meat"  # and poultry
    SPICY = "spicy"
    SWEET = "sweet"


# What looks like another kind: fish-fragrant pork has no fish, sweet-and-sour is no dessert.
_NOT_CHINESE = re.compile(
    "鱼香|糖醋|甜酸|酸甜|甜面酱|海鲜酱|蚝油|冰糖(?=肘|蹄|鸭|甲鱼)|萝卜糕|年糕|牛奶|牛油果|鸡蛋|鸡枞"
)
_NOT_ENGLISH = re.compile(
    r"fish[ -]fragrant|sweet[ -]and[ -]sour|sweet bean|oyster sauce|rice cakes?|radish cakes?"
)
_CHINESE = {
    Dish.FISH: re.compile("[鱼虾蟹蚝鲍贝蛤鲈鲤鳗鳜鳕鱿]|海鲜|海参|佛跳墙"),
    Dish.MEAT: re.compile("[肉牛羊猪鸡鸭鹅鸽兔]|排骨|排条|里脊|火腿|肘子|叉烧|狮子头"),
    Dish.SPICY: re.compile("辣|麻婆|宫保|水煮|川味|剁椒|泡椒|咖喱"),
    Dish.SWEET: re.compile(
        "[糕糖]|甜品|甜点|月饼|锅饼|酥饼|桃酥|凤梨酥|汤圆|豆沙|红枣|巧克力|布丁"
    ),
}
_ENGLISH = {
    Dish.FISH: re.compile(
        r"\b(?:fish|carp|bass|seafood|prawns?|shrimps?|crabs?|oysters?|scallops?|squid|eel"
        r"|sea cucumber|abalone|buddha jumps)\b"
    ),
    Dish.MEAT: re.compile(
        r"\b(?:pork|beef|lamb|mutton|chicken|duck|goose|pigeon|ham|ribs|brisket|shank|char siu"
        r"|meatballs?)\b"
    ),
    Dish.SPICY: re.compile(r"\b(?:spicy|chill?i(?:es)?|mapo|kung pao|sichuan|curry)\b"),
    Dish.SWEET: re.compile(
        r"\b(?:\w*cakes?|pastry|pastries|shortbread|desserts?|chocolate|red bean|dates|sugar|syrup"
        r"|pudding)\b"
    ),
}


def kinds_of(dish: str, language: str) -> frozenset[Dish]:
    """The kinds a dish belongs to; none when its language or the dish is not understood."""
    if language.startswith("zh"):
        told = _NOT_CHINESE.sub(" ", dish)
        return frozenset(kind for kind, words in _CHINESE.items() if words.search(told))
    if language.startswith("en"):
        told = _NOT_ENGLISH.sub(" ", dish.lower())
        return frozenset(kind for kind, words in _ENGLISH.items() if words.search(told))
    return frozenset()


def dishes_of(pack: Pack, wine_id: str) -> tuple[frozenset[Dish], ...]:
    """The kinds of each dish a wine is paired with, in the order of ``WineWords.pairing``.

    Empty when the pack names none, or none in a language that is understood.
    """
    for base in ("zh", "en"):
        for language in pack.languages:
            told = pack.words_in(language).wines.get(wine_id)
            if told is not None and told.language.startswith(base):
                kinds = tuple(kinds_of(dish, told.language) for dish in told.pairing)
                if any(kinds):
                    return kinds
    return ()
