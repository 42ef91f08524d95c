"""What a pack says, as plain frozen values (format 1).

Everything here has been checked for shape and bounds by ``kiosk.packs.read``; paths are
absolute and inside the pack's folder. Words are looked up per language through
``Words`` and fall back to the pack's default language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

FORMAT = 1


class SceneKind(StrEnum):
    """What a scene shows; each kind has one QML component of the same name."""

    STORY = "story"
    PROCESS = "process"
    WINE = "wine"
    PROMO = "promo"


class Diagram(StrEnum):
    """What goes on inside, in a step of the making; each has one QML component."""

    PICKING = "picking"  # a berry ripens on the vine, and the bunch is cut
    SORTING = "sorting"  # sound grapes go along the table, the rest is taken out
    CRUSHING = "crushing"  # stems off, skins opened between rollers
    FERMENTING = "fermenting"  # yeast, carbon dioxide, the cap, and wine pumped over it
    PRESSING = "pressing"  # the basket press
    AGEING = "ageing"  # air through the oak, the angels' share, lees
    BLENDING = "blending"  # three wines become one
    FILTERING = "filtering"  # the haze sinks in the cold, then one sheet of filter
    BOTTLING = "bottling"  # filled, corked, laid down


class LivingKind(StrEnum):
    """What brings a picture alive; each has one QML component."""

    MIST = "mist"  # veils drift across the area from left to right
    BUBBLES = "bubbles"  # they come up in the ellipse inside the area, and burst
    CANDLE = "candle"  # the area is the flame
    POUR = "pour"  # runs from the area's upper left corner to its lower right one
    LEAVES = "leaves"  # leave a branch and fall through the area
    DUST = "dust"  # motes float in the area, where light falls


@dataclass(frozen=True, slots=True)
class Focus:
    """The subject's place in a picture: fractions of width and height from the top left."""

    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or clip inside the pack, with an optional second frame for upright screens."""

    path: Path
    portrait: Path | None = None
    focus: Focus = Focus()
    portrait_focus: Focus = Focus()


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of the day and days in which something applies, in the fair's local time.

    ``start`` later than ``end`` crosses midnight and belongs to the day it starts on;
    equal times mean the whole day. ``days`` holds ISO weekdays 1-7 (empty: every day);
    ``dates`` holds single days (empty: no limit). Both set: either matches. On the days in
    ``closed`` nothing opens, whatever else matches.
    """

    start: time = time(0, 0)
    end: time = time(0, 0)
    days: frozenset[int] = frozenset()
    dates: frozenset[date] = frozenset()
    closed: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture: fractions of its width and height, from the top left."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Living:
    """Something that moves in a scene's picture. At least one of the areas is given."""

    kind: LivingKind
    area: Area | None  # in the picture; None: nothing moves there
    portrait_area: Area | None  # in the one for upright screens
    strength: float = 1.0  # 0.1 to 1: how much it is seen
    colour: str = ""  # #rrggbb; "": the theme's light, or the kind's own
    mirrored: bool = False  # to the left instead of to the right


@dataclass(frozen=True, slots=True)
class Layers:
    """A picture in two: ``near`` lies over ``far`` in ``area`` and makes the picture whole."""

    far: Path  # the picture with what is behind filled in
    near: Path  # what stands in front, cut out
    area: Area  # where near lies in the picture
    hinge: Focus  # the place of the picture that stays where it is when near comes closer


@dataclass(frozen=True, slots=True)
class Depth:
    """The layers of a scene's pictures. At least one is given."""

    wide: Layers | None
    upright: Layers | None  # the same where the scene has one picture for all screens


@dataclass(frozen=True, slots=True)
class Scene:
    """The unit of the show."""

    id: str
    kind: SceneKind
    picture: Media
    clip: Media | None = None
    weight: int = 1  # turns per lap of its pack; 0 keeps it out of the loop
    windows: tuple[Window, ...] = ()  # empty: always
    step: int = 0  # process: 1-based; the count is the number of process scenes
    wine: str = ""  # wine: id
    room: str = ""  # promo: id; elsewhere: the room whose code is shown, "" for the first
    diagram: Diagram | None = None  # process: explains the step after its picture
    living: tuple[Living, ...] = ()  # what moves in the picture
    depth: Depth | None = None  # the picture in layers, for a camera that moves through it


@dataclass(frozen=True, slots=True)
class Flavour:
    """How much of each a wine has, from 1 (little) to 5 (much)."""

    fruit: int
    acidity: int
    sweetness: int
    tannin: int
    body: int
    oak: int


@dataclass(frozen=True, slots=True)
class Wine:
    """A wine's facts that need no translation."""

    id: str
    picture: Media
    vintage: int | None  # None: not a vintage wine
    alcohol: float  # per cent by volume
    serve: tuple[float, float]  # degrees Celsius, lowest and highest
    grapes: tuple[str, ...]  # keys into the grapes table of the texts
    flavour: Flavour | None = None  # None: the winery has not said
    room: str = ""  # id: where it is sold, "" for the first room
    link: str = ""  # https, to this wine itself: shown instead of the room's
    platform: str = ""  # of the link


@dataclass(frozen=True, slots=True)
class Room:
    """A live-stream room: a link (or an image issued by its app) and when it is on air."""

    id: str
    platform: str
    url: str = ""
    image: Path | None = None
    timetable: tuple[Window, ...] = ()
    play: str = ""  # https address of the live picture (HLS or HTTP-FLV), to ask and to watch


class Topic(StrEnum):
    """What a prepared question is about; the lists that visitors browse."""

    LAND = "land"
    MAKING = "making"
    WINES = "wines"
    TABLE = "table"
    HOUSE = "house"
    BUYING = "buying"


@dataclass(frozen=True, slots=True)
class Question:
    """A question that visitors ask, with an answer prepared in the texts."""

    id: str
    topic: Topic
    scene: str = ""  # id: its picture is shown with the answer
    wine: str = ""  # id: the wine it is about; its picture is shown when there is no scene


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a panorama to touch. Exactly one of ``scene`` and ``to`` is given."""

    right: float  # degrees right of the picture's middle, -180 to 180
    up: float  # degrees above the horizon, -90 to 90
    scene: str = ""  # id: what is told there
    to: str = ""  # id of the stop it leads to


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the walk through the winery: one panorama and what can be touched in it."""

    id: str
    panorama: Path  # equirectangular, twice as wide as high
    heading: float  # degrees right of the picture's middle at which one begins to look
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A winery's colours, as #rrggbb, and the material that type sits on."""

    ground: str  # darkest: the wall behind everything
    paper: str  # lightest: label paper
    ink: str  # text on paper
    light: str  # text on ground
    accent: str  # the winery's one colour
    wine: str  # the colour of the rising-wine wipe
    texture: str  # clay, linen, slate, limestone or stone


@dataclass(frozen=True, slots=True)
class SceneWords:
    """The words of one scene in one language."""

    title: str
    line: str  # the one sentence to remember
    script: str  # spoken; "" when the scene is silent
    readings: tuple[tuple[str, str], ...] = ()  # word -> how it is said, see narration.lexicon
    language: str = ""  # what the words are written in: the default one's after a fall-back


@dataclass(frozen=True, slots=True)
class WineWords:
    """The words of one wine in one language."""

    name: str
    style: str
    nose: str
    palate: str
    pairing: tuple[str, ...]
    language: str = ""  # what the words are written in: the default one's after a fall-back


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """The words of one question in one language."""

    question: str
    answer: str  # spoken and captioned
    keywords: tuple[str, ...] = ()  # more that visitors may type; never shown
    readings: tuple[tuple[str, str], ...] = ()  # as a scene's
    language: str = ""  # what the words are written in: the default one's after a fall-back


@dataclass(frozen=True, slots=True)
class Words:
    """Every visitor-facing word of a pack in one language."""

    language: str
    name: str  # the winery's
    place: str  # "Rioja Alta, Spain"
    motto: str
    scenes: dict[str, SceneWords] = field(default_factory=dict)
    wines: dict[str, WineWords] = field(default_factory=dict)
    grapes: dict[str, str] = field(default_factory=dict)
    rooms: dict[str, str] = field(default_factory=dict)
    questions: dict[str, QuestionWords] = field(default_factory=dict)
    tours: dict[str, str] = field(default_factory=dict)  # titles of the tour's stops
    readings: tuple[tuple[str, str], ...] = ()
    greeting: str = ""  # said to a visitor who comes; never another language's


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the wine grows."""

    country: str  # ISO 3166-1 alpha-2
    latitude: float  # degrees north
    longitude: float  # degrees east


@dataclass(frozen=True, slots=True)
class Pack:
    """One winery's content."""

    id: str
    root: Path
    version: str
    origin: Origin
    languages: tuple[str, ...]  # BCP 47; the first is the default
    theme: Theme
    presenter: str
    voices: dict[str, str]  # language -> "engine:voice"
    scenes: tuple[Scene, ...]
    wines: tuple[Wine, ...]
    rooms: tuple[Room, ...]
    words: dict[str, Words]  # one entry per language of ``languages``, gaps already filled
    logo: Path | None = None
    bed: Path | None = None  # sound under the show; None: the generic one
    questions: tuple[Question, ...] = ()  # in the order shown within their topic
    tour: tuple[Stop, ...] = ()  # in walking order

    def scene(self, scene_id: str) -> Scene:
        """The scene of that id. Raises KeyError when there is none."""
        return _of_id(self.scenes, scene_id)

    def wine(self, wine_id: str) -> Wine:
        """The wine of that id. Raises KeyError when there is none."""
        return _of_id(self.wines, wine_id)

    def question(self, question_id: str) -> Question:
        """The question of that id. Raises KeyError when there is none."""
        return _of_id(self.questions, question_id)

    def stop(self, stop_id: str) -> Stop:
        """The stop of the tour of that id. Raises KeyError when there is none."""
        return _of_id(self.tour, stop_id)

    def room_for(self, scene: Scene) -> Room | None:
        """The room whose code a scene shows: its own, else its wine's, else the pack's first."""
        wine = self.wine(scene.wine) if scene.wine else None
        if scene.room:
            return self._room(scene.room)
        return self.room_of(wine) if wine else self._room("")

    def room_of(self, wine: Wine) -> Room | None:
        """The room that sells a wine, with the wine's own link where it has one.

        A link to another platform is a room of its own: the timetable says nothing of it.
        """
        room = self._room(wine.room)
        if not wine.link:
            return room
        if room is None or room.platform != wine.platform:
            return Room(wine.id, wine.platform, wine.link)
        return replace(room, url=wine.link, image=None)

    def _room(self, room_id: str) -> Room | None:
        named = (room for room in self.rooms if room.id == room_id)
        return next(named, self.rooms[0] if self.rooms else None)

    def steps(self) -> int:
        """How many process steps the making has."""
        return sum(1 for scene in self.scenes if scene.kind is SceneKind.PROCESS)

    def words_in(self, language: str) -> Words:
        """The words in that language, else in the default one."""
        return self.words.get(language) or self.words[self.languages[0]]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _of_id(items: Iterable[_N], wanted: str) -> _N:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
