"""The rooms of a winery's house: what there is to read, see and be told."""

from dataclasses import astuple, dataclass, field
from datetime import datetime
from pathlib import Path

from kiosk.live.desk import BY_TIMETABLE, RoomDesk
from kiosk.live.rooms import platform_name
from kiosk.narration.told import GREETING, answer_name
from kiosk.packs.model import Media, Pack, Room, Scene, SceneKind, Stop, Wine
from kiosk.show.programme import Item
from kiosk.show.scene_copy import RoomText, room_text, wine_facts
from kiosk.show.session import Place
from kiosk.show.wording import Wording, numeral

# The interface's languages, each under its own name, in the order they are offered.
LANGUAGES = {
    "zh-CN": "中文",
    "en": "English",
    "es": "Español",
    "it": "Italiano",
    "fr": "Français",
    "pt": "Português",
    "de": "Deutsch",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A story or a step of the making."""

    scene: str
    mark: str  # its place among its kind, in numerals of the words' language
    title: str
    line: str
    picture: Media
    step: int = 0  # 1-based, 0: not of the making


@dataclass(frozen=True, slots=True)
class WineCard:
    """Everything a visitor is told of a wine."""

    id: str
    scene: str  # id of the scene that tells of it, "" for none
    name: str
    style: str
    picture: Media
    facts: tuple[str, ...]  # vintage, grapes, alcohol, temperature
    nose: str
    palate: str
    pairing: tuple[str, ...]
    flavour: tuple[int, ...] = ()  # fruit, acidity, sweetness, tannin, body, oak: 1 to 5; or none


@dataclass(frozen=True, slots=True)
class LiveRoom:
    """A live-stream room, and what is said of it now."""

    room: Room  # with the pinned wine's own link where one is pinned
    text: RoomText
    wine: str = ""  # name of the wine that is pinned there
    watch: bool = False  # its live picture can be watched here


@dataclass(frozen=True, slots=True)
class SpotCard:
    """What can be touched in a panorama: it tells a scene, or leads on to another stop."""

    right: float  # degrees right of the picture's middle
    up: float  # degrees above the horizon
    scene: str  # id, or ""
    to: str  # id of a stop, or ""
    name: str  # the scene's title, or the stop's


@dataclass(frozen=True, slots=True)
class StopCard:
    """A stop of the walk."""

    id: str
    mark: str  # its place in the walk, in numerals of the words' language
    title: str
    panorama: Path
    heading: float  # degrees right of the picture's middle at which one begins to look
    spots: tuple[SpotCard, ...]


@dataclass(frozen=True, slots=True)
class House:
    """A winery in one language."""

    language: str  # what the pack's words are in
    winery: str
    place: str
    motto: str
    story: tuple[Leaf, ...] = ()
    making: tuple[Leaf, ...] = ()
    wines: tuple[WineCard, ...] = ()
    tour: tuple[StopCard, ...] = ()  # in walking order
    places: tuple[Place, ...] = field(default=())  # the rooms that have something in them


def offered(language: str) -> str:
    """The interface language for a scene told in ``language``: itself, one of its base, English."""
    base = language.split("-", maxsplit=1)[0]
    kin = (code for code in LANGUAGES if code.split("-", maxsplit=1)[0] == base)
    return language if language in LANGUAGES else next(kin, "en")


def told_in(pack: Pack, language: str) -> str:
    """The pack's language for a visitor who reads ``language``: that, one of its base, English,
    the pack's own.
    """
    base = language.split("-", maxsplit=1)[0]
    kin = [code for code in pack.languages if code.split("-", maxsplit=1)[0] == base]
    candidates = (language, *kin, "en")
    return next((code for code in candidates if code in pack.languages), pack.languages[0])


def house(pack: Pack, language: str, wording: Wording) -> House:
    """The house for a visitor who reads ``language``; ``wording`` is that language's."""
    told = told_in(pack, language)
    words = pack.words_in(told)
    story = _leaves(pack, told, SceneKind.STORY)
    making = _leaves(pack, told, SceneKind.PROCESS)
    wines = tuple(_card(pack, wine, told, wording) for wine in pack.wines)
    there = {
        Place.STORY: bool(story),
        Place.MAKING: bool(making),
        Place.WINES: bool(wines),
        Place.ORIGIN: True,
        Place.WALK: bool(pack.tour),
        Place.FINDER: len(wines) > 1,
        Place.ASK: bool(pack.questions),
        Place.LIVE: bool(pack.rooms),
    }
    places = tuple(place for place, has in there.items() if has)
    tour = _stops(pack, told)
    return House(told, words.name, words.place, words.motto, story, making, wines, tour, places)


def live_rooms(
    pack: Pack, language: str, wording: Wording, now: datetime, desk: RoomDesk = BY_TIMETABLE
) -> tuple[LiveRoom, ...]:
    """The pack's live-stream rooms and their state now; the pinned wine's in its place, or first
    where it is none of the pack's.
    """
    words = pack.words_in(told_in(pack, language))
    wine = desk.pinned(pack, now)
    its = pack.room_of(wine) if wine else None
    rooms = [
        its if its and (its.id, its.platform) == (room.id, room.platform) else room
        for room in pack.rooms
    ]
    if its is not None and its not in rooms:
        rooms.insert(0, its)

    def said(room: Room) -> LiveRoom:
        name = words.rooms.get(room.id) or platform_name(room)
        text = room_text(room, name, wording, now, desk.state(pack.id, room, now))
        pinned = words.wines[wine.id].name if wine and room == its else ""
        return LiveRoom(room, text, pinned, desk.watchable(pack.id, room, now))

    return tuple(said(room) for room in rooms)


def item_of(pack: Pack, scene: str, language: str) -> Item | None:
    """What the stage is to tell a visitor; None when the pack has no such scene."""
    found = next((each for each in pack.scenes if each.id == scene), None)
    return Item(pack, found, told_in(pack, language)) if found else None


def answer_of(pack: Pack, question: str, language: str) -> Item | None:
    """What the stage is to tell who asks: over the picture of the scene or wine it is about, else
    the first scene's. None when the pack has no such question.
    """
    asked = next((each for each in pack.questions if each.id == question), None)
    if asked is None or not pack.scenes:
        return None
    wine = (each for each in pack.scenes if asked.wine and each.wine == asked.wine)
    own = (each for each in pack.scenes if each.id == asked.scene)
    scene = next(own, None) or next(wine, None) or pack.scenes[0]
    return Item(pack, scene, told_in(pack, language), answer_name(question))


def greeting_of(pack: Pack, scene: Scene, language: str) -> Item | None:
    """How the presenter greets a visitor, over the scene that is on the stage; None when the pack
    has no greeting in the visitor's language.
    """
    told = told_in(pack, language)
    return Item(pack, scene, told, GREETING) if pack.words_in(told).greeting else None


def _leaves(pack: Pack, language: str, kind: SceneKind) -> tuple[Leaf, ...]:
    words = pack.words_in(language).scenes
    told = (scene for scene in pack.scenes if scene.kind is kind and scene.id in words)
    return tuple(
        Leaf(
            scene.id, numeral(place, language), words[scene.id].title, words[scene.id].line,
            scene.picture, scene.step,
        )
        for place, scene in enumerate(told, start=1)
    )  # fmt: skip


def _stops(pack: Pack, language: str) -> tuple[StopCard, ...]:
    words = pack.words_in(language)
    titles = {scene: told.title for scene, told in words.scenes.items()}

    def spots(stop: Stop) -> tuple[SpotCard, ...]:
        return tuple(
            SpotCard(
                spot.right, spot.up, spot.scene, spot.to,
                words.tours.get(spot.to, spot.to) if spot.to else titles.get(spot.scene, ""),
            )
            for spot in stop.spots
        )  # fmt: skip

    return tuple(
        StopCard(
            stop.id, numeral(place, language), words.tours.get(stop.id, stop.id), stop.panorama,
            stop.heading, spots(stop),
        )
        for place, stop in enumerate(pack.tour, start=1)
    )  # fmt: skip


def _card(pack: Pack, wine: Wine, language: str, wording: Wording) -> WineCard:
    words = pack.words_in(language)
    told = words.wines[wine.id]
    scene = next((scene for scene in pack.scenes if _tells_of(scene, wine)), None)
    return WineCard(
        id=wine.id,
        scene=scene.id if scene else "",
        name=told.name,
        style=told.style,
        picture=wine.picture,
        facts=wine_facts(wine, words.grapes, wording),
        nose=told.nose,
        palate=told.palate,
        pairing=told.pairing,
        flavour=astuple(wine.flavour) if wine.flavour else (),
    )


def _tells_of(scene: Scene, wine: Wine) -> bool:
    return scene.kind is SceneKind.WINE and scene.wine == wine.id
