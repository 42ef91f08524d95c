"""What a visitor has before them, as QML reads it; who changes it is the controller."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.show.house import LANGUAGES, House
from kiosk.show.session import Phase, Session
from kiosk.ui.bridge.ask_view import AskView
from kiosk.ui.bridge.chart_view import ChartView
from kiosk.ui.bridge.finder_view import FinderView
from kiosk.ui.bridge.house_copy import Rows, leaves_of, wines_of

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

OFFERED = [{"code": code, "name": name} for code, name in LANGUAGES.items()]


@QmlElement
class HouseState(QObject):
    """The session, the room, the words of the house.

    Args:
        session: the visitor's.
        charts: of the origin.
    """

    phaseChanged = Signal()
    remainingChanged = Signal()
    placeChanged = Signal()
    languageChanged = Signal()
    houseChanged = Signal()
    heartsChanged = Signal()
    comfortChanged = Signal()
    roomsChanged = Signal()
    detailChanged = Signal()
    millimetreChanged = Signal()
    tellingChanged = Signal()

    def __init__(self, session: Session, charts: ChartView) -> None:
        super().__init__()
        self._session, self._charts = session, charts
        charts.setParent(self)
        self.chart_images = charts.images
        self._house: House | None = None
        self._rooms: Rows = []
        self._detail = ""
        self._phase, self._remaining = Phase.CLOSED, 0
        self._millimetre = self._code_width = 0.0
        self._telling = False
        self._asking, self._finding = AskView(self), FinderView(self)

    @Property(bool, notify=phaseChanged)
    def open(self) -> bool:
        """Whether a visitor is there."""
        return self._phase is not Phase.CLOSED

    @Property(bool, notify=phaseChanged)
    def warning(self) -> bool:
        """Whether the session is about to be reset."""
        return self._phase is Phase.WARNING

    @Property(int, notify=remainingChanged)
    def remaining(self) -> int:
        """Seconds until then."""
        return self._remaining

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """The room the visitor is in, by its name in `kiosk.show.session.Place`."""
        return self._session.place.value

    @Property(str, notify=detailChanged)
    def detail(self) -> str:
        """What of the room is in front: id of a scene, wine or room; "" for nothing yet."""
        return self._detail

    @Property(list, constant=True)
    def languages(self) -> list[dict[str, str]]:
        """All languages: code, name."""
        return OFFERED

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """What the visitor reads."""
        return self._session.language

    @Property(str, notify=languageChanged)
    def languageName(self) -> str:
        """Its own name."""
        return LANGUAGES.get(self._session.language, "")

    @Property(bool, notify=languageChanged)
    def chinese(self) -> bool:
        """Whether the interface is set as Chinese."""
        return self._session.language.startswith("zh")

    @Property(bool, notify=houseChanged)
    def chineseWords(self) -> bool:
        """Whether the pack's words are Chinese; they may be in another language than asked for."""
        return self._house is not None and self._house.language.startswith("zh")

    @Property(str, notify=houseChanged)
    def winery(self) -> str:
        """The winery's name."""
        return self._house.winery if self._house else ""

    @Property(str, notify=houseChanged)
    def where(self) -> str:
        """Where it lies."""
        return self._house.place if self._house else ""

    @Property(str, notify=houseChanged)
    def motto(self) -> str:
        """Its one sentence."""
        return self._house.motto if self._house else ""

    @Property(list, notify=houseChanged)
    def places(self) -> list[str]:
        """The rooms that have something in them."""
        return [place.value for place in self._house.places] if self._house else []

    @Property(list, notify=houseChanged)
    def story(self) -> list[dict[str, object]]:
        """Chapters: scene, mark, title, line, step."""
        return leaves_of(self._house.story) if self._house else []

    @Property(list, notify=houseChanged)
    def making(self) -> list[dict[str, object]]:
        """Steps: scene, mark, title, line, step."""
        return leaves_of(self._house.making) if self._house else []

    @Property(list, notify=houseChanged)
    def wines(self) -> list[dict[str, object]]:
        """Wines: id, scene, name, style, picture, facts, nose, palate, pairing, flavour."""
        return wines_of(self._house.wines) if self._house else []

    @Property(list, notify=roomsChanged)
    def rooms(self) -> list[dict[str, object]]:
        """Live rooms: id, platform, wine (pinned), watch, name, state, timetable, code, modules."""
        return self._rooms

    @Property(list, notify=heartsChanged)
    def hearts(self) -> list[str]:
        """Ids of the wines on the visitor's list."""
        return list(self._session.hearts)

    @Property(bool, notify=comfortChanged)
    def large(self) -> bool:
        """Larger text."""
        return self._session.comfort.large

    @Property(bool, notify=comfortChanged)
    def contrast(self) -> bool:
        """Black and white."""
        return self._session.comfort.contrast

    @Property(bool, notify=comfortChanged)
    def reach(self) -> bool:
        """Every control in the lower third."""
        return self._session.comfort.reach

    @Property(bool, notify=comfortChanged)
    def still(self) -> bool:
        """Nothing moves that need not."""
        return self._session.comfort.still

    @Property(float, notify=comfortChanged)
    def volume(self) -> float:
        """0 to 1, of what the booth allows."""
        return self._session.comfort.volume

    @Property(bool, notify=tellingChanged)
    def telling(self) -> bool:
        """Whether something is being told, or is about to be."""
        return self._telling

    @Property(AskView, constant=True)
    def asking(self) -> AskView:
        """The prepared questions."""
        return self._asking

    @Property(FinderView, constant=True)
    def finding(self) -> FinderView:
        """Five answers to a wine."""
        return self._finding

    @Property(ChartView, constant=True)
    def charts(self) -> ChartView:
        """Where it grows."""
        return self._charts

    @Property(float, notify=millimetreChanged)
    def millimetre(self) -> float:
        """Pixels of the stage in a millimetre of the real screen, 0.0 when not known."""
        return self._millimetre

    @Property(float, notify=millimetreChanged)
    def codeWidth(self) -> float:
        """Pixels that a code has to be wide for where people stand, 0.0 when not known."""
        return self._code_width

    def measure(self, millimetre: float, code_width: float) -> None:
        """What the real screen needs.

        Args:
            millimetre: pixels of the stage in one; 0.0: not known.
            code_width: pixels that a code has to be wide, as far as the layout bears it.
        """
        if (millimetre, code_width) != (self._millimetre, self._code_width):
            self._millimetre, self._code_width = millimetre, code_width
            self.millimetreChanged.emit()

    def _set_telling(self, telling: bool) -> None:
        if telling != self._telling:
            self._telling = telling
            self.tellingChanged.emit()

    def _set_detail(self, detail: str) -> None:
        if detail != self._detail:
            self._detail = detail
            self.detailChanged.emit()
