"""Between a visitor and the show: the session, the house's rooms, the visitor's language."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.events import Log
from kiosk.narration.told import answer_name
from kiosk.packs.model import Pack
from kiosk.show.house import LANGUAGES, House, answer_of, house, item_of, live_rooms, offered
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.show.session import Phase, Place, Session, Summary
from kiosk.ui.bridge.house_copy import Rows, leaves_of, rooms_of, wines_of
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_controller import StageController

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250  # the countdown shows seconds
VOLUME_STEP = 0.25
OFFERED = [{"code": code, "name": name} for code, name in LANGUAGES.items()]


@QmlElement
class HouseController(QObject):
    """What a visitor sees, and all that a finger can do.

    Args:
        stage: shows and tells what is asked for.
        session: the visitor's.
        factory: words, codes and rooms.
        translate: makes the interface speak a language, at once.
        volume: the booth's own, 0 to 1; visitors stay within it.
        ended: told what a session was.
        log: told of every event.
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

    def __init__(
        self,
        stage: StageController,
        session: Session,
        factory: SceneFactory,
        translate: Callable[[str], None],
        volume: float,
        ended: Callable[[Summary], None],
        log: Log,
    ) -> None:
        super().__init__()
        self._stage, self._session, self._factory = stage, session, factory
        self._translate, self._volume, self._millimetre = translate, volume, 0.0
        self._ended, self._log = ended, log
        self._pack: Pack | None = None
        self._house: House | None = None
        self._detail = ""
        self._rooms: Rows = []
        self._phase, self._remaining = Phase.CLOSED, 0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        stage.tellingChanged.connect(self._on_telling)

    # What QML reads

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
        """Chapters: scene, title, line, step."""
        return leaves_of(self._house.story) if self._house else []

    @Property(list, notify=houseChanged)
    def making(self) -> list[dict[str, object]]:
        """Steps: scene, title, line, step."""
        return leaves_of(self._house.making) if self._house else []

    @Property(list, notify=houseChanged)
    def wines(self) -> list[dict[str, object]]:
        """Wines: id, scene, name, style, picture, facts, nose, palate, pairing, flavour."""
        return wines_of(self._house.wines) if self._house else []

    @Property(list, notify=roomsChanged)
    def rooms(self) -> list[dict[str, object]]:
        """Live rooms: id, platform, name, state, timetable, code, modules."""
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

    @Property(float, notify=millimetreChanged)
    def millimetre(self) -> float:
        """Pixels of the stage in a millimetre of the real screen, 0.0 when not known."""
        return self._millimetre

    # What a finger does

    @Slot(result=bool)
    def begin(self) -> bool:
        """The first touch. False when there is nothing to explore."""
        item = self._stage.item
        if self._phase is not Phase.CLOSED or item is None or not self._stage.explore():
            return False
        self._pack = item.pack
        self._session.open(item.pack.id, offered(item.language))
        self._tick.start()
        self._log("session", pack=item.pack.id, language=self._session.language)
        self._set_detail("")
        self._furnish()
        self.comfortChanged.emit()
        self.placeChanged.emit()
        self._look()
        self.sound(InterfaceSound.GREETING.value)
        return True

    @Slot()
    def touch(self) -> None:
        """A finger is on the screen."""
        self._session.touch()
        self._look()

    @Slot(str)
    def enter(self, place: str) -> None:
        """Go to a room."""
        self._session.enter(Place(place))
        self._stage.rest()
        self._set_detail("")
        self._log("place", name=place)
        self.placeChanged.emit()
        self.sound(InterfaceSound.OPEN.value if place != "contents" else InterfaceSound.BACK.value)

    @Slot(str)
    def show(self, detail: str) -> None:
        """Bring something of the room to the front without a word; "" puts it away."""
        self._set_detail(detail)
        self.sound(InterfaceSound.TOUCH.value)

    @Slot(str, str)
    def tell(self, scene: str, detail: str) -> None:
        """Show and tell a scene; ``detail`` is what comes to the front with it."""
        self._set_detail(detail)
        self.sound(InterfaceSound.TOUCH.value)
        item = item_of(self._pack, scene, self._session.language) if self._pack else None
        if item is not None:
            self._session.tell(scene)
            self._stage.visit(item)

    @Slot(str)
    def ask(self, question: str) -> None:
        """Have a prepared question answered."""
        self._set_detail(question)
        self.sound(InterfaceSound.TOUCH.value)
        language = self._session.language
        item = answer_of(self._pack, question, language) if self._pack else None
        if item is not None:
            self._session.tell(answer_name(question))
            self._stage.visit(item)

    @Slot()
    def hush(self) -> None:
        """Stop telling."""
        self._stage.rest()
        self.sound(InterfaceSound.TOUCH.value)

    @Slot(str)
    def speak(self, language: str) -> None:
        """Go on in another language; what is being told is told on in it."""
        if language not in LANGUAGES or language == self._session.language:
            return
        self._session.speak(language)
        self._log("language", code=language)
        item = self._stage.item
        self._furnish()
        self.sound(InterfaceSound.TOUCH.value)
        if self._pack is not None and item is not None and item.pack.id == self._pack.id:
            again = item_of(self._pack, item.scene.id, language)
            if again is not None and again.language != item.language:
                self._stage.visit(replace(again, question=item.question))

    @Slot(str)
    def heart(self, wine: str) -> None:
        """Put a wine on the visitor's list, or take it off."""
        kept = self._session.heart(wine)
        self._log("heart", wine=wine, kept=kept)
        self.heartsChanged.emit()
        self.sound(InterfaceSound.FOUND.value if kept else InterfaceSound.TOUCH.value)

    @Slot(str, bool)
    def comfortable(self, name: str, on: bool) -> None:
        """Larger text, contrast, reach or stillness, by the name of the property."""
        self._session.comfort = replace(self._session.comfort, **{name: on})
        if name == "still":
            self._stage.still(on)
        self._log("comfort", name=name, on=on)
        self.comfortChanged.emit()
        self.sound(InterfaceSound.TOUCH.value)

    @Slot(int)
    def louder(self, steps: int) -> None:
        """So many steps louder, or softer, between nothing and what the booth allows."""
        wanted = self._session.comfort.volume + steps * VOLUME_STEP
        volume = max(0.0, min(1.0, wanted))
        self._session.comfort = replace(self._session.comfort, volume=volume)
        self._stage.loudness(self._volume * volume)
        self._log("volume", share=volume)
        self.comfortChanged.emit()
        self.sound(InterfaceSound.TOUCH.value)

    @Slot()
    def finish(self) -> None:
        """The visitor is done."""
        self._end(self._session.close("left"))

    @Slot(str)
    def sound(self, name: str) -> None:
        """Let one of the interface's sounds be heard."""
        self._stage.sound(name)

    def measure(self, millimetre: float) -> None:
        """How many pixels of the stage a millimetre of the real screen has; 0.0: not known."""
        if millimetre != self._millimetre:
            self._millimetre = millimetre
            self.millimetreChanged.emit()

    def close(self) -> None:
        """Stop everything that runs."""
        self._tick.stop()

    # On the clock

    def _on_tick(self) -> None:
        summary = self._session.tick()
        if summary is not None:
            self._end(summary)
            return
        self._look()
        self._ask_rooms()

    def _ask_rooms(self) -> None:
        """What the rooms' state is now."""
        if self._pack is None:
            return
        language = self._session.language
        wording = self._factory.wordings.of(language)
        live = live_rooms(self._pack, language, wording, self._factory.wall())
        rooms = rooms_of(live, [self._factory.code(room) for room in self._pack.rooms])
        if rooms != self._rooms:
            self._rooms = rooms
            self.roomsChanged.emit()

    def _look(self) -> None:
        remaining = self._session.remaining
        if remaining != self._remaining:
            self._remaining = remaining
            self.remainingChanged.emit()
        phase = self._session.phase
        if phase is not self._phase:
            self._phase = phase
            if phase is Phase.WARNING:
                self._log("idle-warning", seconds=remaining)
            self.phaseChanged.emit()

    def _on_telling(self) -> None:
        if not self._stage.property("telling"):
            self._session.told()

    def _set_detail(self, detail: str) -> None:
        if detail != self._detail:
            self._detail = detail
            self.detailChanged.emit()

    def _furnish(self) -> None:
        """All words anew, in the visitor's language."""
        language = self._session.language
        if self._pack is not None and language:
            self._translate(language)
            self._house = house(self._pack, language, self._factory.wordings.of(language))
        self._ask_rooms()
        self.languageChanged.emit()
        self.houseChanged.emit()

    def _end(self, summary: Summary | None) -> None:
        if summary is None:
            return
        self._tick.stop()
        self._ended(summary)
        self._stage.still(self._session.comfort.still)
        self._stage.loudness(self._volume)
        self._look()
        self._stage.attract()
        self._set_detail("")
        self.heartsChanged.emit()
        self.comfortChanged.emit()
        self.placeChanged.emit()
