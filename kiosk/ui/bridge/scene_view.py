"""One turn of the show as QML sees it: words ready to be set, pictures, colours, code."""

from pathlib import Path

from PySide6.QtCore import Property, QObject, QPointF, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.packs.model import Area, Depth, Layers, Living, Media
from kiosk.show.scene_copy import Furniture, SceneText
from kiosk.ui.bridge.room_card import RoomCard
from kiosk.ui.bridge.theme_view import ThemeView

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SceneView(QObject):
    """A scene in one language; constant but for its room's card and how its code is shown."""

    def __init__(
        self,
        number: int,
        kind: str,
        language: str,
        media: tuple[Media, Media | None],
        text: SceneText,
        card: RoomCard,
        furniture: Furniture,
        theme: ThemeView,
        seconds: float,
        parent: QObject,
        diagram: str = "",
        living: tuple[Living, ...] = (),
        depth: Depth | None = None,
    ) -> None:
        super().__init__(parent)
        self._number, self._kind, self._language = number, kind, language
        self._picture, self._clip = media
        self._text, self._card, self._furniture = text, card, furniture
        self._plain = False
        self._theme = theme
        theme.setParent(self)
        self._seconds = seconds
        self._diagram, self._explaining, self._part = diagram, False, -1
        self._living = living
        self._wide = depth.wide if depth else None
        self._upright = depth.upright if depth else None

    @Property(int, constant=True)
    def number(self) -> int:
        """Which appearance this is; names the scene towards the director."""
        return self._number

    @Property(str, constant=True)
    def kind(self) -> str:
        """story, process, wine or promo."""
        return self._kind

    @Property(str, constant=True)
    def language(self) -> str:
        """BCP 47."""
        return self._language

    @Property(bool, constant=True)
    def chinese(self) -> bool:
        """Whether the words are set as Chinese."""
        return self._language.startswith("zh")

    @Property(float, constant=True)
    def seconds(self) -> float:
        """How long the scene is meant to stay."""
        return self._seconds

    @Property(str, constant=True)
    def picture(self) -> str:
        """URL of the picture for wide screens."""
        return self._picture.path.as_uri()

    @Property(str, constant=True)
    def portraitPicture(self) -> str:
        """URL of the picture for upright screens."""
        return (self._picture.portrait or self._picture.path).as_uri()

    @Property(QPointF, constant=True)
    def subject(self) -> QPointF:
        """The subject in the wide picture, fractions from the top left."""
        return QPointF(self._picture.focus.x, self._picture.focus.y)

    @Property(QPointF, constant=True)
    def portraitSubject(self) -> QPointF:
        """The subject in the upright picture."""
        focus = self._picture.portrait_focus if self._picture.portrait else self._picture.focus
        return QPointF(focus.x, focus.y)

    @Property(str, constant=True)
    def clip(self) -> str:
        """URL of a moving picture for wide screens, "" for none."""
        return _url(self._clip.path if self._clip else None)

    @Property(str, constant=True)
    def portraitClip(self) -> str:
        """The same for upright screens; "" too where it would not begin with their picture."""
        if self._clip is None or (self._picture.portrait and not self._clip.portrait):
            return ""
        return _url(self._clip.portrait or self._clip.path)

    @Slot()
    def openClip(self) -> None:
        """Make the clip's type known to QML; it brings Qt's multimedia along, the first time."""
        import kiosk.ui.bridge.clip_painter  # noqa: F401, PLC0415

    @Property(list, constant=True)
    def living(self) -> list[dict[str, object]]:
        """What moves in the wide picture: kind, area (fractions of it), colour and so on."""
        return [_moving(each, each.area, self._wide) for each in self._living if each.area]

    @Property(list, constant=True)
    def portraitLiving(self) -> list[dict[str, object]]:
        """What moves in the upright picture."""
        things = [(each, each.portrait_area) for each in self._living]
        return [_moving(each, area, self._upright) for each, area in things if area]

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type]
    def depth(self) -> dict[str, object]:
        """The wide picture's layers: far, near, area (fractions of it), hinge; empty for none."""
        return _parted(self._wide)

    @Property("QVariantMap", constant=True)  # type: ignore[arg-type]
    def portraitDepth(self) -> dict[str, object]:
        """The upright picture's layers."""
        return _parted(self._upright)

    @Property(str, constant=True)
    def diagram(self) -> str:
        """Name of the drawing that explains the step, "" for none."""
        return self._diagram

    @Property(list, constant=True)
    def diagramLabels(self) -> list[str]:
        """The drawing's labels, in the order of its marks."""
        return list(self._text.diagram)

    explainingChanged = Signal()

    def explain(self) -> None:
        """Have the drawing take the picture's place, where there is one."""
        if self._diagram and not self._explaining:
            self._explaining = True
            self.explainingChanged.emit()

    @Property(bool, notify=explainingChanged)
    def explaining(self) -> bool:
        """Whether the drawing is shown, or on its way."""
        return self._explaining

    partChanged = Signal()

    @Slot(int)
    def pick(self, part: int) -> None:
        """Bring one of the drawing's labels to the front, or, when it is there, none."""
        self._part = -1 if part == self._part else part
        self.partChanged.emit()

    @Property(int, notify=partChanged)
    def part(self) -> int:
        """The label in front, -1 for none."""
        return self._part

    @Property(str, constant=True)
    def winery(self) -> str:
        """The winery's name."""
        return self._text.winery

    @Property(str, constant=True)
    def place(self) -> str:
        """Where it lies."""
        return self._text.place

    @Property(str, constant=True)
    def title(self) -> str:
        """Large, short."""
        return self._text.title

    @Property(str, constant=True)
    def line(self) -> str:
        """The one sentence to remember."""
        return self._text.line

    @Property(str, constant=True)
    def step(self) -> str:
        """ "Step 4 of 9", "" when the scene is not of the making."""
        return self._text.step

    @Property(int, constant=True)
    def stepNumber(self) -> int:
        """1-based, 0 when the scene is not of the making."""
        return self._text.step_number

    @Property(int, constant=True)
    def steps(self) -> int:
        """How many steps the making has."""
        return self._text.steps

    @Property(list, constant=True)
    def facts(self) -> list[str]:
        """Vintage, alcohol, temperature."""
        return list(self._text.facts)

    @Property(list, constant=True)
    def noteLabels(self) -> list[str]:
        """Nose, palate, pairing."""
        return [label for label, _ in self._text.notes]

    @Property(list, constant=True)
    def noteTexts(self) -> list[str]:
        """What is noted, in the labels' order."""
        return [text for _, text in self._text.notes]

    cardChanged = Signal()

    def set_card(self, card: RoomCard) -> None:
        """Say anew whose room it is and how it is: the hour has turned, or a wine is pinned."""
        if card != self._card:
            self._card = card
            self.cardChanged.emit()

    @Property(str, notify=cardChanged)
    def code(self) -> str:
        """URL of the code's image, one pixel per module."""
        return self._card.code

    @Property(int, notify=cardChanged)
    def codeModules(self) -> int:
        """Pixels along the code image's side."""
        return self._card.modules

    codePlainChanged = Signal()

    @Property(bool, notify=codePlainChanged)
    def codePlain(self) -> bool:
        """Whether the code is shown larger and on white, as it was not read otherwise."""
        return self._plain

    def make_plain(self) -> None:
        """Show the code so."""
        if not self._plain:
            self._plain = True
            self.codePlainChanged.emit()

    @Property(str, notify=cardChanged)
    def roomName(self) -> str:
        """The room as its platform shows it."""
        return self._card.room.name

    @Property(str, notify=cardChanged)
    def roomState(self) -> str:
        """On air now, next at, or scan any time."""
        return self._card.room.state

    @Property(str, notify=cardChanged)
    def roomNotice(self) -> str:
        """That there is no network here, "" where that does not matter."""
        return self._card.room.notice

    @Property(str, notify=cardChanged)
    def invitation(self) -> str:
        """Scan for the live room."""
        return self._card.room.invitation

    @Property(list, notify=cardChanged)
    def timetable(self) -> list[str]:
        """The room's hours, a line each."""
        return list(self._card.room.timetable)

    @Property(str, notify=cardChanged)
    def pinnedWine(self) -> str:
        """Name of the wine that somebody has pinned: room and code are its own. "" for none."""
        return self._card.pinned

    @Property(str, notify=cardChanged)
    def offerWords(self) -> str:
        """That the wine is to be had in this live room."""
        return self._card.offer.words

    @Property(str, notify=cardChanged)
    def offerName(self) -> str:
        """The wine that is being sold, "" for none."""
        return self._card.offer.name

    @Property(str, notify=cardChanged)
    def offerVintage(self) -> str:
        """Its year, "" where it has none."""
        return self._card.offer.vintage

    @Property(str, constant=True)
    def aiLabel(self) -> str:
        """AI-generated, in the scene's language; "" where the seal already says it."""
        return self._furniture.ai_label

    @Property(str, constant=True)
    def aiNote(self) -> str:
        """Voice and pictures are AI-generated."""
        return self._furniture.ai_note

    @Property(str, constant=True)
    def law(self) -> str:
        """Alcohol and minors, in the scene's language."""
        return self._furniture.law

    @Property(str, constant=True)
    def lawChinese(self) -> str:
        """The same in Chinese where the scene's language is another, else ""."""
        return self._furniture.law_chinese

    @Property(ThemeView, constant=True)
    def theme(self) -> ThemeView:
        """The winery's colours."""
        return self._theme


def _url(path: Path | None) -> str:
    return path.as_uri() if path else ""


def _moving(living: Living, area: Area, layers: Layers | None) -> dict[str, object]:
    """One of them for QML; ``kind`` names its component.

    What lies wholly where the near layer is belongs to a thing in front, and moves with it.
    """
    return {
        "kind": living.kind.value.capitalize(),
        "area": _rect(area),
        "colour": living.colour,
        "strength": living.strength,
        "mirrored": living.mirrored,
        "near": layers is not None and _rect(layers.area).contains(_rect(area)),
    }


def _parted(layers: Layers | None) -> dict[str, object]:
    if layers is None:
        return {}
    return {
        "far": layers.far.as_uri(),
        "near": layers.near.as_uri(),
        "area": _rect(layers.area),
        "hinge": QPointF(layers.hinge.x, layers.hinge.y),
    }


def _rect(area: Area) -> QRectF:
    return QRectF(area.x, area.y, area.width, area.height)
