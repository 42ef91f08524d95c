"""Find my wine: five answers give a ranking of a winery's wines, with the reasons for it.

Questions and answers are keys; the interface has their words. A wine is compared with what each
answer asks for, on the scales of ``Flavour`` and on the temperature it is served at, and by the
dishes it is paired with. Nothing is made up: what a pack does not say of a wine is "unknown",
and a wine that misses one answer by far does not "fit", however well it meets the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from kiosk.packs.model import Flavour, Pack, Wine
from kiosk.show.dishes import Dish, dishes_of

FITS = 0.7  # of 1: the mean from which a wine fits
MISSED = 0.4  # of 1: an answer met less than this is missed, and the wine does not fit
MET = 0.7  # of 1: an answer met this well is a reason for the wine
_UNKNOWN = 0.5  # what an answer counts of which nothing is known: neither for nor against
_SCALE = 4.0  # from 1 to 5
_PAIRED = 1.0
_NOT_PAIRED = 0.25  # dishes are named, but none of that kind
_BY_TASTE = 0.75  # at most, where taste says yes but no dish of that kind is named


class Matter(StrEnum):
    """What is asked."""

    SWEETNESS = "sweetness"
    BODY = "body"
    CHARACTER = "character"
    TABLE = "table"
    COOL = "cool"
    STRENGTH = "strength"


# What each answer asks for: a scale of Flavour, "serve" in degrees Celsius (the middle of the
# span) or "alcohol" in per cent, and the figure wanted on it.
_WANTED: dict[Matter, dict[str, dict[str, float]]] = {
    Matter.SWEETNESS: {
        "dry": {"sweetness": 1.0},
        "hint": {"sweetness": 2.5},
        "sweet": {"sweetness": 5.0},
    },
    Matter.BODY: {"light": {"body": 1.5}, "medium": {"body": 3.0}, "full": {"body": 5.0}},
    Matter.CHARACTER: {
        "fruity": {"fruit": 5.0, "oak": 2.0},
        "fresh": {"acidity": 5.0},
        "soft": {"tannin": 1.0},
        "oaky": {"oak": 5.0},
    },
    Matter.TABLE: {
        Dish.FISH: {"tannin": 1.0, "body": 2.0, "acidity": 4.0},
        Dish.MEAT: {"tannin": 4.0, "body": 4.0},
        Dish.SPICY: {"tannin": 1.5, "fruit": 4.0, "sweetness": 2.0},
        Dish.SWEET: {"sweetness": 5.0},
    },
    Matter.COOL: {"chilled": {"serve": 9.0}, "cool": {"serve": 13.0}, "room": {"serve": 17.0}},
    Matter.STRENGTH: {
        "light": {"alcohol": 11.0},
        "medium": {"alcohol": 13.5},
        "strong": {"alcohol": 18.0},
    },
}
# How far off is not met at all.
_RANGES = {"serve": 8.0, "alcohol": 5.0}
_BY_FLAVOUR = (Matter.SWEETNESS, Matter.BODY, Matter.CHARACTER, Matter.TABLE, Matter.COOL)
_WITHOUT = (Matter.TABLE, Matter.COOL, Matter.STRENGTH)


@dataclass(frozen=True, slots=True)
class Enquiry:
    """One question: what it is about, and its answers in the order to show them."""

    matter: Matter
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What was wanted and what the wine has, on one scale.

    ``scale`` is a field of ``Flavour`` (1 to 5), "serve" (degrees C) or "alcohol" (per cent).
    """

    scale: str
    wanted: float
    has: float


@dataclass(frozen=True, slots=True)
class Reason:
    """How one wine meets one answer."""

    matter: Matter
    answer: str
    met: float | None  # 0 to 1; None: the pack does not say
    figures: tuple[Figure, ...] = ()
    dish: int | None = None  # which of the wine's pairings it is, counted from 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One wine, how well it fits and why. Reasons are in the order of their weight."""

    wine: Wine
    score: float  # 0 to 1
    fits: bool  # well enough to be suggested; else the screen says that nothing fits well
    meets: tuple[Reason, ...]  # the answers it meets best, best first
    differs: tuple[Reason, ...]  # the answers it misses, worst first
    unknown: tuple[Reason, ...]  # the answers of which nothing is known


class Finder:
    """Finds among the wines of one pack."""

    def __init__(self, pack: Pack) -> None:
        self._wines = pack.wines
        self._dishes = {wine.id: dishes_of(pack, wine.id) for wine in pack.wines}
        self.has_flavours = any(wine.flavour is not None for wine in pack.wines)
        """Whether taste can be asked; else there are three questions in place of five."""

    @property
    def enquiries(self) -> tuple[Enquiry, ...]:
        """What to ask, in order; nothing when the pack has no wine."""
        if not self._wines:
            return ()
        matters = _BY_FLAVOUR if self.has_flavours else _WITHOUT
        return tuple(Enquiry(one, tuple(str(key) for key in _WANTED[one])) for one in matters)

    def suggest(self, answers: Mapping[Matter, str]) -> tuple[Suggestion, ...]:
        """All wines, the one that fits best first; equals keep the pack's order.

        Questions may be left out. Raises ValueError for an answer that is none of its question.
        """
        for matter, answer in answers.items():
            if answer not in _WANTED[matter]:
                raise ValueError(f"{answer!r} is no answer to {matter}")
        found = [self._suggestion(wine, answers) for wine in self._wines]
        return tuple(sorted(found, key=lambda one: -one.score))

    def _suggestion(self, wine: Wine, answers: Mapping[Matter, str]) -> Suggestion:
        # In the order of Matter, not of the mapping: the same answers give the same reasons.
        reasons = [self._reason(wine, one, answers[one]) for one in Matter if one in answers]
        known = [(reason.met, reason) for reason in reasons if reason.met is not None]
        score = fmean(_UNKNOWN if one.met is None else one.met for one in reasons or [_NO_REASON])
        return Suggestion(
            wine,
            round(score, 4),
            score >= FITS and all(met >= MISSED for met, _ in known),
            tuple(one for met, one in sorted(known, key=lambda pair: -pair[0]) if met >= MET),
            tuple(one for met, one in sorted(known, key=lambda pair: pair[0]) if met < MISSED),
            tuple(reason for reason in reasons if reason.met is None),
        )

    def _reason(self, wine: Wine, matter: Matter, answer: str) -> Reason:
        figures = tuple(
            Figure(scale, wanted, has)
            for scale, wanted in _WANTED[matter][answer].items()
            if (has := _has(wine, scale)) is not None
        )
        met = fmean(map(_closeness, figures)) if figures else None
        if matter is not Matter.TABLE:
            return Reason(matter, answer, met, figures)
        dishes = self._dishes[wine.id]
        for number, kinds in enumerate(dishes):
            if answer in kinds:
                return Reason(matter, answer, _PAIRED, figures, number)
        if met is not None:
            return Reason(matter, answer, min(met, _BY_TASTE), figures)
        return Reason(matter, answer, _NOT_PAIRED if dishes else None)


_NO_REASON = Reason(Matter.TABLE, "", None)


def _has(wine: Wine, scale: str) -> float | None:
    """A wine's figure on a scale; None when the pack does not say."""
    if scale == "serve":
        return sum(wine.serve) / 2
    if scale == "alcohol":
        return wine.alcohol
    return float(getattr(wine.flavour, scale)) if isinstance(wine.flavour, Flavour) else None


def _closeness(figure: Figure) -> float:
    """1 where the wine has what is wanted, 0 where it is as far off as it can be."""
    off = abs(figure.wanted - figure.has) / _RANGES.get(figure.scale, _SCALE)
    return max(0.0, 1.0 - off)
