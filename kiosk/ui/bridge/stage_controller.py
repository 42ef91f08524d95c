"""Between the director and the stage: cues become signals, what QML answers becomes events."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtQml import QmlElement

from kiosk.errors import KioskError
from kiosk.events import Log
from kiosk.narration.told import told
from kiosk.packs.model import Pack
from kiosk.show.cues import Cue, Poster, Prepare, Show, Transition, Turn
from kiosk.show.diagrams import explained_from
from kiosk.show.director import Director
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.show.programme import Item
from kiosk.show.spoken import Speech, Spoken, cue_at, same_moment, same_passage
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.stage_state import StageState
from kiosk.ui.bridge.voice import Voice

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 100
VISIT_LEAD = 0.35  # s of picture before the first word, where somebody has asked for it
ROOM_TICK_MS = 5000  # a room's state changes by the minute


class _Prepared:
    """A turn on its way to the stage: both the picture and the voice have to arrive."""

    def __init__(self, turn: Turn, view: SceneView, spoken: Spoken) -> None:
        self.turn, self.view, self.spoken = turn, view, spoken
        self.explained_from = explained_from(spoken) if view.diagram else None
        self.picture_ready = False
        self.voice_ready = False


@QmlElement
class StageController(StageState):
    """What the stage shows now.

    Args:
        director: decides.
        factory: builds views.
        speech: finds narrations.
        voice: speaks them.
        first_lead: seconds between the very first picture and the first word.
        second_captions: language of a second caption line, "" for none.
        reduced_motion: no camera moves, no wipes.
        pace: how many times faster than real the show runs (rehearsals).
        poster: title and line of the poster.
        presenter: who tells it.
        ambience: what is heard beside the voice.
        log: told of every event, as ``log(name, **figures)``.
    """

    def __init__(
        self,
        director: Director,
        factory: SceneFactory,
        speech: Speech,
        voice: Voice,
        first_lead: float,
        second_captions: str,
        reduced_motion: bool,
        pace: float,
        poster: tuple[str, str],
        presenter: PresenterController,
        ambience: Ambience,
        log: Log,
    ) -> None:
        super().__init__(reduced_motion, pace, poster, presenter)
        self._director, self._factory = director, factory
        self._speech, self._voice, self._log = speech, voice, log
        self._first_lead = first_lead
        self._second_language = second_captions
        presenter.setParent(self)
        self._ambience = ambience
        ambience.setParent(self)
        self._prepared: dict[int, _Prepared] = {}
        self._current: _Prepared | None = None
        self._spoke = self._ended = self._on_air = False
        self._pinned = ""  # id of the wine, in the winery that is shown
        self._offset = 0.0
        self._latest: Turn | None = None
        self._lead = QTimer(self)
        self._lead.setSingleShot(True)
        self._lead.timeout.connect(self._speak)
        self._tick = QTimer(self)
        self._tick.setInterval(max(10, int(TICK_MS / pace)))
        self._tick.timeout.connect(self._on_tick)
        self._rooms = QTimer(self)
        self._rooms.setInterval(ROOM_TICK_MS)
        self._rooms.timeout.connect(self._on_room_tick)
        voice.setParent(self)
        voice.loaded.connect(self._on_voice)
        voice.failed.connect(self._on_failed)

    @Slot()
    def stageFrame(self) -> None:
        """A frame of the stage has reached the screen."""
        self._presenter.stageFrame()

    @property
    def item(self) -> Item | None:
        """What is on the stage."""
        return self._current.turn.item if self._current else None

    def start(self) -> None:
        """Open the show."""
        self._tick.start()
        self._rooms.start()
        self._follow(self._director.start())

    def close(self) -> None:
        """Stop everything that runs."""
        for timer in (self._tick, self._rooms, self._lead):
            timer.stop()
        self._presenter.close()
        self._voice.close()
        self._ambience.close()

    def explore(self) -> bool:
        """Give the stage to a visitor. False when there is nothing to explore."""
        if not self._director.explore():
            return False
        self.rest()
        self._set_exploring(True)
        self._presenter.greet()
        return True

    def visit(self, item: Item) -> None:
        """Show and tell the visitor this; what is told already goes on in its language."""
        self._follow(self._director.visit(item, self._moment(item)))

    def rest(self) -> None:
        """Tell nothing; the scene stays, she listens."""
        self._lead.stop()
        self._voice.stop()
        self._presenter.hush()
        self._presenter.listen(True)
        self._ambience.hush()
        self._set_caption("", "")
        self._set_telling(False)

    def attract(self) -> None:
        """The visitor has gone: the loop goes on."""
        self.rest()
        self._presenter.listen(False)
        self._set_exploring(False)
        self._follow(self._director.attract())

    def loudness(self, volume: float) -> None:
        """How loud everything is, 0 to 1."""
        self._voice.loudness(volume)
        self._ambience.loudness(volume)

    def _moment(self, item: Item) -> float:
        """Where another language takes up what is on the stage; 0.0 for anything else."""
        current = self._current
        if current is None:
            return 0.0
        now = current.turn.item
        same = (now.pack.id, now.scene.id, now.told) == (
            item.pack.id, item.scene.id, item.told
        )  # fmt: skip
        if not same or now.language == item.language:
            return 0.0
        position = self._voice.position()
        track = current.spoken.track
        heard = track.duration if position is None and not self._lead.isActive() else position or 0
        return same_moment(
            track, _script(now.pack, now.language, now), heard,
            self._speech.of(item).track, _script(item.pack, item.language, item),
        )  # fmt: skip

    @Slot(int)
    def sceneReady(self, number: int) -> None:
        """The stage has the scene's picture in hand."""
        prepared = self._prepared.get(number)
        if prepared is not None:
            prepared.picture_ready = True
            self._both(prepared)

    @Slot(int, str)
    def sceneFailed(self, number: int, reason: str) -> None:
        """The scene's picture cannot be shown."""
        self._on_failed(number, reason)

    @Slot(str)
    def sound(self, name: str) -> None:
        """Let one of the interface's sounds be heard."""
        self._ambience.sound(InterfaceSound(name))

    @Slot(int, str)
    def clipFailed(self, number: int, reason: str) -> None:
        """The scene's clip does not play; its picture stays, so the scene goes on."""
        self._log("clip-failed", number=number, reason=reason)

    @Slot(int)
    def layersFailed(self, number: int) -> None:
        """The picture's layers cannot be shown; it stays whole, so the scene goes on."""
        self._log("layers-failed", number=number)

    @Slot(int)
    def sceneGone(self, number: int) -> None:
        """The stage has let go of a scene; its view can be dropped."""
        prepared = self._prepared.pop(number, None)
        if prepared is not None:
            self._voice.forget(number)
            self._presenter.forget(number)
            prepared.view.deleteLater()

    def _both(self, prepared: _Prepared) -> None:
        if prepared.picture_ready and prepared.voice_ready:
            self._follow(self._director.ready(prepared.turn.number))

    def _on_voice(self, number: int) -> None:
        prepared = self._prepared.get(number)
        if prepared is not None:
            prepared.voice_ready = True
            self._both(prepared)

    def _on_failed(self, number: int, reason: str) -> None:
        prepared = self._prepared.get(number)
        where = prepared.turn.item.key if prepared else ("", "")
        self._log("scene-failed", number=number, pack=where[0], scene=where[1], reason=reason)
        self._follow(self._director.failed(number))

    def _on_tick(self) -> None:
        self._follow(self._director.tick())
        self._update_caption()

    def _follow(self, cues: Iterable[Cue]) -> None:
        for cue in cues:
            if isinstance(cue, Prepare):
                self._prepare(cue.turn)
            elif isinstance(cue, Show):
                self._show(cue)
            elif isinstance(cue, Poster):
                self._show_poster(cue.reason)

    def _prepare(self, turn: Turn) -> None:
        self._latest = turn
        spoken = self._speech.of(turn.item)
        view = self._factory.build(turn, spoken.seconds, self)
        self._prepared[turn.number] = _Prepared(turn, view, spoken)
        self._voice.load(turn.number, spoken.audio, spoken.track.duration)
        self._presenter.prepare(turn.number, turn.item.pack.presenter, spoken.track)
        self.prepareScene.emit(view)

    def _show(self, cue: Show) -> None:
        prepared = self._prepared[cue.turn.number]
        self._voice.stop()
        self._presenter.hush()
        self._ambience.hush()
        self._current = prepared
        item = cue.turn.item
        prepared.view.set_card(self._factory.card(item))  # it may have been prepared long ago
        self._on_air, self._pinned = self._factory.on_air(item), self._factory.pinned(item)
        self._spoke = self._ended = False
        self._set_caption("", "")
        if self._poster:
            self._poster, gone, self._poster_scene = "", self._poster_scene, None
            self.posterChanged.emit()
            if gone is not None:
                gone.deleteLater()
        self.showScene.emit(prepared.view, cue.transition.value)
        self._presenter.show(item.pack.presenter, item.pack.theme, cue.transition is Transition.CUT)
        room = self._factory.room(item)
        self._log(
            "scene", number=cue.turn.number, pack=item.pack.id, scene=item.scene.id,
            kind=item.scene.kind.value, language=item.language,
            wine=item.scene.wine, room=room.id if room else "", pinned=self._pinned,
            transition=cue.transition.value, seconds=round(prepared.spoken.seconds, 3),
            voiced=prepared.spoken.audio is not None,
        )  # fmt: skip
        if self._exploring:
            prepared.view.explain()  # who asks how it is made wants to see it at once
        lead = self._first_lead if cue.transition is Transition.CUT else prepared.spoken.lead
        if self._exploring:
            lead = VISIT_LEAD
        self._offset = cue.offset
        self._set_telling(True)
        self._lead.start(int(lead * 1000 / self._pace))
        self._ambience.show(item.pack.bed)
        if prepared.spoken.audio is not None:
            self._ambience.speak(lead)

    def _speak(self) -> None:
        if self._current is not None:
            self._voice.play(self._current.turn.number, self._offset)
            self._presenter.tell(self._current.turn.number)
            self._update_caption()

    def _update_caption(self) -> None:
        position, current = self._voice.position(), self._current
        if position is None or current is None:
            return
        words = current.spoken.track.words
        if not self._spoke and words and position >= words[0].start:
            self._spoke = True
            self._log("first-word", number=current.turn.number, sounding=self._voice.sounding)
        if not self._ended and position >= current.spoken.track.duration:
            self._ended = True
            self._presenter.hush()
            self._presenter.listen(self._exploring)
            self._ambience.hush()
            self._set_telling(False)
        due = current.explained_from
        if due is not None and position >= due and not current.view.explaining:
            current.view.explain()
            self._log("diagram", number=current.turn.number, name=current.view.diagram)
        cue = cue_at(current.spoken.track, position)
        text = cue.text if cue else ""
        if text != self._caption:
            second = self._second_line(current, cue.first) if cue else ""
            self._set_caption(text, second)
            if text:
                self._log("caption", number=current.turn.number, text=text)

    def _second_line(self, current: _Prepared, character: int) -> str:
        item, language = current.turn.item, self._second_language
        if language in ("", item.language) or language not in item.pack.languages:
            return ""
        told = _script(item.pack, item.language, item)
        other = _script(item.pack, language, item)
        if not told or not other:
            return ""
        track = self._speech.of(item, language).track
        at = same_passage(character / len(told), told, other) * len(other)
        before = [cue for cue in track.cues if cue.first <= at + 1]
        return before[-1].text.replace("\n", " ") if before else ""

    def _show_poster(self, reason: str) -> None:
        self._voice.stop()
        self._current = None
        self._poster = reason
        self._presenter.leave()
        self._ambience.leave()
        if self._latest is not None:
            self._poster_scene = self._factory.build(self._latest, 0.0, self)
        self._set_caption("", "")
        self._log("poster", reason=reason)
        self.posterChanged.emit()

    @Slot(int)
    def pin(self, number: int) -> None:
        """The operator's hot-key: pin the winery's wine of that number, from 1; 0 lets go."""
        item = self.item
        if item is None or number > len(item.pack.wines):
            return
        try:
            self._factory.pin(item.pack, number)
        except KioskError as error:  # it holds all the same, in this program
            self._log("pin-failed", pack=item.pack.id, reason=str(error))
        self._on_room_tick()

    def _on_room_tick(self) -> None:
        if self._current is not None:
            item = self._current.turn.item
            self._current.view.set_card(self._factory.card(item))
            on_air, pinned = self._factory.on_air(item), self._factory.pinned(item)
            if on_air and not self._on_air:
                self._ambience.sound(InterfaceSound.ON_AIR)
            if pinned != self._pinned:
                room = self._factory.room(item)
                self._log(
                    "pin", pack=item.pack.id, wine=pinned, room=room.id if room else "",
                    language=item.language,
                )  # fmt: skip
            self._on_air, self._pinned = on_air, pinned


def _script(pack: Pack, language: str, item: Item) -> str:
    words = told(pack, item.told or item.scene.id, language)
    return words.text if words else ""
