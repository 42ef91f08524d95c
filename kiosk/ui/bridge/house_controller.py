"""Between a visitor and the show: the session, the house's rooms, the visitor's language."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QTimer, Slot
from PySide6.QtQml import QmlElement

from kiosk.errors import CodeError
from kiosk.events import Log
from kiosk.live.codes import QUIET_ZONE
from kiosk.live.watch.sources import Source
from kiosk.narration.told import answer_name
from kiosk.packs.model import Pack, Room, Scene
from kiosk.show.house import (
    LANGUAGES,
    answer_of,
    greeting_of,
    house,
    item_of,
    live_rooms,
    offered,
    told_in,
)
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.show.session import Phase, Place, Session, Summary
from kiosk.show.take_away import Phrases
from kiosk.ui.bridge.chart_view import ChartView
from kiosk.ui.bridge.house_copy import rooms_of
from kiosk.ui.bridge.house_state import HouseState
from kiosk.ui.bridge.live_watch import LiveWatch
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.take_home import carried
from kiosk.ui.bridge.walk import Walk

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 250  # the countdown shows seconds
VOLUME_STEP = 0.25


@QmlElement
class HouseController(HouseState):
    """What a visitor sees, and all that a finger can do.

    Args:
        stage: shows and tells what is asked for.
        session: the visitor's.
        factory: words, codes and rooms.
        walk: the panoramas.
        watch: the live picture.
        sources: where a room's live picture comes from.
        translate: makes the interface speak a language, at once.
        volume: the booth's own, 0 to 1; visitors stay within it.
        charts: of the origin.
        ended: told what a session was.
        log: told of every event.
    """

    def __init__(
        self,
        stage: StageController,
        session: Session,
        factory: SceneFactory,
        walk: Walk,
        watch: LiveWatch,
        sources: Callable[[Room], Source | None],
        translate: Callable[[str], None],
        volume: float,
        charts: ChartView,
        ended: Callable[[Summary], None],
        log: Log,
    ) -> None:
        super().__init__(session, charts)
        self._stage, self._factory = stage, factory
        self._walk, self._watch, self._sources = walk, watch, sources
        watch.setParent(self)
        walk.setParent(self)
        self._translate, self._volume = translate, volume
        self._ended, self._log = ended, log
        self._pack: Pack | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        stage.tellingChanged.connect(self._on_telling)

    @Property(Walk, constant=True)
    def walk(self) -> Walk:
        """The walk through the winery."""
        return self._walk

    @Property(LiveWatch, constant=True)
    def watch(self) -> LiveWatch:
        """The live picture of a room."""
        return self._watch

    # What a finger does

    @Slot(result=bool)
    def begin(self) -> bool:
        """The first touch. False when there is nothing to explore."""
        item = self._stage.item
        if self._phase is not Phase.CLOSED or item is None or not self._stage.explore():
            return False
        self._pack = item.pack
        self._charts.origin = item.pack.origin
        self._session.open(item.pack.id, offered(item.language))
        self._tick.start()
        self._log("session", pack=item.pack.id, language=self._session.language)
        self._set_detail("")
        self._furnish()
        self._walk.still(self._session.comfort.still)
        self.comfortChanged.emit()
        self.placeChanged.emit()
        self._look()
        self.sound(InterfaceSound.GREETING.value)
        self._greet(item.scene)
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
        self._watch.leave()
        self._stage.rest()
        self._set_detail("")
        if self._session.place is Place.WALK:
            self._walk.enter()
        else:
            self._walk.leave()
        self._log("place", name=place)
        if place == Place.LIVE and self._rooms:  # whose code is large from the start
            pinned = (row["id"] for row in self._rooms if row["wine"])
            self._log("detail", name=next(pinned, self._rooms[0]["id"]))
        self.placeChanged.emit()
        self.sound(InterfaceSound.OPEN.value if place != "contents" else InterfaceSound.BACK.value)

    @Slot(str)
    def show(self, detail: str) -> None:
        """Bring something of the room to the front without a word; "" puts it away."""
        self._watch.leave()
        self._set_detail(detail)
        self._log("detail", name=detail)
        self.sound(InterfaceSound.TOUCH.value)

    @Slot(str)
    def watchLive(self, room: str) -> None:
        """Watch a room's live picture here."""
        rooms = self._pack.rooms if self._pack is not None else ()
        found = next((each for each in rooms if each.id == room), None)
        source = self._sources(found) if found is not None else None
        if source is not None:
            self._watch.begin(room, source)
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
            self._log("question", id=question)
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
                self._stage.visit(replace(again, told=item.told))

    @Slot(str)
    def heart(self, wine: str) -> None:
        """Put a wine on the visitor's list, or take it off."""
        kept = self._session.heart(wine)
        self._log("heart", wine=wine, kept=kept)
        self.heartsChanged.emit()
        self.sound(InterfaceSound.FOUND.value if kept else InterfaceSound.TOUCH.value)

    @Slot(str, list, float, result="QVariant")
    def takeAway(self, heading: str, more: list[str], side: float) -> dict[str, object]:
        """The code that carries the visitor's list to their phone.

        Args:
            heading: of the list.
            more: "and so many more", by how many, from none.
            side: screen pixels that the code may take, quiet zone and all.

        Returns:
            code (URL), modules (with the quiet zone), shown and more (wines on it and not); empty
            without a list.
        """
        if self._pack is None or not self._session.hearts:
            return {}
        law = self._factory.wordings.of(self._session.language)["law"].replace("\n", " ")
        phrases = Phrases(heading, more.__getitem__, law)
        told = told_in(self._pack, self._session.language)
        try:
            one, code = carried(
                self._pack, self._session.hearts, told, phrases, self._factory.campaign, side
            )
        except CodeError as error:
            self._log("code-refused", reason=str(error))
            return {}
        return {
            "code": self._factory.codes.keep(code),
            "modules": code.modules + 2 * QUIET_ZONE,
            "shown": one.shown,
            "more": one.more,
        }

    @Slot(str, bool)
    def comfortable(self, name: str, on: bool) -> None:
        """Larger text, contrast, reach or stillness, by the name of the property."""
        self._session.comfort = replace(self._session.comfort, **{name: on})
        if name == "still":
            self._stage.still(on)
            self._walk.still(on)
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

    def close(self) -> None:
        """Stop everything that runs."""
        self._tick.stop()
        self._asking.close()
        self._charts.close()
        self._walk.close()
        self._watch.close()

    def _greet(self, scene: Scene) -> None:
        """Say who is at home, over the picture that is on the stage."""
        language = self._session.language
        item = greeting_of(self._pack, scene, language) if self._pack else None
        if item is not None:
            self._stage.visit(item)

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
        live = live_rooms(
            self._pack, language, wording, self._factory.wall(), self._factory.desk
        )
        rooms = rooms_of(live, [self._factory.code(each.room) for each in live])
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
        telling = bool(self._stage.property("telling"))
        self._walk.listen(telling)
        if not telling:
            self._session.told()
        self._set_telling(telling)

    def _furnish(self) -> None:
        """All words anew, in the visitor's language."""
        language = self._session.language
        if self._pack is not None and language:
            self._translate(language)
            wording = self._factory.wordings.of(language)
            self._house = house(self._pack, language, wording)
            self._asking.furnish(self._pack, language)
            self._finding.furnish(self._pack, language, wording)
            self._walk.furnish(self._house.tour)
        self._ask_rooms()
        self.languageChanged.emit()
        self.houseChanged.emit()

    def _end(self, summary: Summary | None) -> None:
        if summary is None:
            return
        self._tick.stop()
        self._walk.leave()
        self._watch.leave()
        self._asking.rest()
        self._finding.again()
        self._ended(summary)
        self._stage.still(self._session.comfort.still)
        self._stage.loudness(self._volume)
        self._look()
        self._charts.forget()
        self._stage.attract()
        self._set_detail("")
        self.heartsChanged.emit()
        self.comfortChanged.emit()
        self.placeChanged.emit()
