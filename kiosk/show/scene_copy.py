"""What a scene sets in type, in its language: put together from the pack and the stage's words."""

from dataclasses import dataclass
from datetime import date, datetime, time

from kiosk.live.rooms import RoomState, room_state
from kiosk.live.timetable import is_past
from kiosk.packs.model import Room, SceneKind, Window, Wine, WineWords, Words
from kiosk.show.programme import Item
from kiosk.show.wording import Wording, Wordings

LAW_LANGUAGE = "zh-CN"  # the fair is in China: its legal texts are always there
WEEK = 7
DISHES = 3  # that are named on the stage; a session shows them all
MIDNIGHT = time(0, 0)  # as the end of a window it is written 24:00


@dataclass(frozen=True, slots=True)
class SceneText:
    """The words of one scene, ready to be set."""

    winery: str
    place: str
    title: str
    line: str
    step: str = ""
    step_number: int = 0
    steps: int = 0
    facts: tuple[str, ...] = ()  # short figures in a row
    notes: tuple[tuple[str, str], ...] = ()  # (label, text)
    diagram: tuple[str, ...] = ()  # labels, in the order of the drawing's marks


@dataclass(frozen=True, slots=True)
class RoomText:
    """What the back label says of a room."""

    name: str = ""
    state: str = ""
    invitation: str = ""
    timetable: tuple[str, ...] = ()
    notice: str = ""  # that there is no network here, where that matters


@dataclass(frozen=True, slots=True)
class OfferText:
    """What a broadcast says of the wine that is being sold."""

    words: str = ""  # where: in this live room
    name: str = ""
    vintage: str = ""  # "" for a wine without one


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is always on the stage, in the scene's language."""

    ai_label: str  # "" where the seal already says it in Chinese
    ai_note: str
    law: str
    law_chinese: str  # "" where ``law`` is Chinese already


def furniture(language: str, wordings: Wordings) -> Furniture:
    """The AI label and the legal texts for a scene told in ``language``."""
    words = wordings.of(language)
    chinese = words.language == LAW_LANGUAGE
    return Furniture(
        ai_label="" if chinese else words["ai_label"],
        ai_note=words["ai_note"],
        law=words["law"],
        law_chinese="" if chinese else wordings.of(LAW_LANGUAGE)["law"],
    )


def scene_text(item: Item, wording: Wording) -> SceneText:
    """The words of an item's scene."""
    words = item.pack.words_in(item.language)
    scene = item.scene
    spoken = words.scenes.get(scene.id)
    title = spoken.title if spoken else ""
    line = spoken.line if spoken else ""
    if scene.kind is SceneKind.PROCESS:
        total = item.pack.steps()
        return SceneText(
            words.name, words.place, title, line,
            step=wording.step(scene.step, total), step_number=scene.step, steps=total,
            diagram=wording.diagrams[scene.diagram] if scene.diagram else (),
        )  # fmt: skip
    if scene.kind is SceneKind.WINE:
        wine, told = item.pack.wine(scene.wine), words.wines[scene.wine]
        return SceneText(
            words.name, words.place, told.name, told.style,
            facts=wine_facts(wine, words.grapes, wording), notes=_notes(told, wording),
        )  # fmt: skip
    return SceneText(words.name, words.place, title, line)


def wine_facts(wine: Wine, grapes: dict[str, str], wording: Wording) -> tuple[str, ...]:
    """Vintage, grapes, alcohol, temperature: short figures in a row."""
    names = tuple(grapes.get(grape, grape) for grape in wine.grapes)
    year = (wording.vintage(wine.vintage),) if wine.vintage is not None else ()
    facts = (*year, wording.listed(names), wording.alcohol(wine.alcohol))
    return tuple(fact for fact in (*facts, wording.serve(*wine.serve)) if fact)


def _notes(told: WineWords, wording: Wording) -> tuple[tuple[str, str], ...]:
    rows = (
        (wording["nose"], told.nose),
        (wording["palate"], told.palate),
        (wording["pairing"], wording.listed(told.pairing[:DISHES])),
    )
    return tuple((label, text) for label, text in rows if text)


def room_text(
    room: Room, name: str, wording: Wording, now: datetime, state: RoomState | None = None
) -> RoomText:
    """What the label says of a room now; ``state`` where more is known than the timetable."""
    state = state or room_state(room, now)
    return RoomText(
        name=name,
        state=wording.room(state, now),
        invitation=wording["scan"],
        timetable=tuple(
            _hours(window, wording, now.date())
            for window in room.timetable
            if not is_past(window, now)
        ),
        notice=wording["offline"] if state.offline else "",
    )


def offer_text(wine: Wine, words: Words, wording: Wording) -> OfferText:
    """What is said of a wine that is being sold, in the pack's words and the stage's."""
    told = words.wines.get(wine.id)
    year = wording.vintage(wine.vintage) if wine.vintage is not None else ""
    return OfferText(wording["offered"], told.name if told else "", year)


def _hours(window: Window, wording: Wording, today: date) -> str:
    whole_day = window.start == window.end
    start = "00:00" if whole_day else f"{window.start:%H:%M}"
    end = "24:00" if whole_day or window.end == MIDNIGHT else f"{window.end:%H:%M}"
    span = f"{start}–{end}"
    closed = tuple(wording.date(day) for day in sorted(window.closed) if day >= today)
    but = f" ({wording['except'].format(dates=wording.listed(closed))})" if closed else ""
    return f"{_days(window, wording)}  {span}{but}"


def _days(window: Window, wording: Wording) -> str:
    dates = tuple(wording.date(day) for day in sorted(window.dates - window.closed))
    days = sorted(window.days)
    if len(days) == WEEK or not (days or dates):
        return wording["daily"]
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):  # a run
        names: tuple[str, ...] = (f"{wording.days[days[0] - 1]}–{wording.days[days[-1] - 1]}",)
    else:
        names = tuple(wording.days[day - 1] for day in days)
    return wording.listed((*names, *dates))
