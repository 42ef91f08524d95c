"""Between the director and the stage: cues become signals, what QML answers becomes events."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.events import Log
from kiosk.packs.model import Pack
from kiosk.show.cues import Cue, Poster, Prepare, Show, Transition, Turn
from kiosk.show.diagrams import explained_from
from kiosk.show.director import Director
from kiosk.show.interface_sounds import InterfaceSound
from kiosk.show.programme import Item
from kiosk.show.spoken import Speech, Spoken, cue_at, same_passage
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.presenter_picture import PresenterPicture
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.voice import Voice

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

TICK_MS = 100
ROOM_TICK_MS = 5000  # a room's state changes by the minute


class _Prepared:
    """A turn on its way to the stage: both the picture and the voice have to arrive."""

    def __init__(self, turn: Turn, view: SceneView, spoken: Spoken) -> None:
        self.turn, self.view, self.spoken = turn, view, spoken
        self.explained_from = explained_from(spoken) if view.diagram else None
        self.picture_ready = False
        self.voice_ready = False


@QmlElement
class StageController(QObject):
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

    prepareScene = Signal(SceneView)
    showScene = Signal(SceneView, str)
    captionChanged = Signal()
    posterChanged = Signal()

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
        super().__init__()
        self._director, self._factory = director, factory
        self._speech, self._voice, self._log = speech, voice, log
        self._first_lead = first_lead
        self._second_language = second_captions
        self._reduced_motion = reduced_motion
        self._pace = pace
        self._poster_words = poster
        self._presenter = presenter
        presenter.setParent(self)
        self._ambience = ambience
        ambience.setParent(self)
        self._prepared: dict[int, _Prepared] = {}
        self._current: _Prepared | None = None
        self._caption = self._second = ""
        self._spoke = self._ended = self._on_air = False
        self._poster = ""
        self._poster_scene: SceneView | None = None
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

    @Property(str, notify=captionChanged)
    def caption(self) -> str:
        """What is being said, at most two lines."""
        return self._caption

    @Property(str, notify=captionChanged)
    def secondCaption(self) -> str:
        """The same in the booth's second language."""
        return self._second

    @Property(str, notify=posterChanged)
    def poster(self) -> str:
        """Why the poster is shown, "" while the show plays."""
        return self._poster

    @Property(SceneView, notify=posterChanged)
    def posterScene(self) -> SceneView | None:
        """Whose room the poster still leads to, None when no pack could be read."""
        return self._poster_scene

    @Property(str, constant=True)
    def posterTitle(self) -> str:
        """The poster's large words."""
        return self._poster_words[0]

    @Property(str, constant=True)
    def posterLine(self) -> str:
        """What stands below them."""
        return self._poster_words[1]

    @Property(PresenterPicture, constant=True)
    def presenter(self) -> PresenterPicture:
        """The digital human."""
        return self._presenter

    @Slot()
    def stageFrame(self) -> None:
        """A frame of the stage has reached the screen."""
        self._presenter.stageFrame()

    @Property(bool, constant=True)
    def reducedMotion(self) -> bool:
        """No camera moves, no wipes."""
        return self._reduced_motion

    @Property(float, constant=True)
    def pace(self) -> float:
        """How many times faster than real the show runs."""
        return self._pace

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
        self._on_air = self._factory.on_air(cue.turn.item)
        self._spoke = self._ended = False
        self._set_caption("", "")
        if self._poster:
            self._poster, gone, self._poster_scene = "", self._poster_scene, None
            self.posterChanged.emit()
            if gone is not None:
                gone.deleteLater()
        self.showScene.emit(prepared.view, cue.transition.value)
        item = cue.turn.item
        self._presenter.show(item.pack.presenter, item.pack.theme, cue.transition is Transition.CUT)
        self._log(
            "scene", number=cue.turn.number, pack=item.pack.id, scene=item.scene.id,
            kind=item.scene.kind.value, language=item.language,
            transition=cue.transition.value, seconds=round(prepared.spoken.seconds, 3),
            voiced=prepared.spoken.audio is not None,
        )  # fmt: skip
        lead = self._first_lead if cue.transition is Transition.CUT else prepared.spoken.lead
        self._lead.start(int(lead * 1000 / self._pace))
        self._ambience.show(item.pack.bed)
        if prepared.spoken.audio is not None:
            self._ambience.speak(lead)

    def _speak(self) -> None:
        if self._current is not None:
            self._voice.play(self._current.turn.number)
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
            self._ambience.hush()
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

    def _set_caption(self, text: str, second: str) -> None:
        if (text, second) != (self._caption, self._second):
            self._caption, self._second = text, second
            self.captionChanged.emit()

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

    def _on_room_tick(self) -> None:
        if self._current is not None:
            item = self._current.turn.item
            self._current.view.set_room(self._factory.room(item))
            on_air = self._factory.on_air(item)
            if on_air and not self._on_air:
                self._ambience.sound(InterfaceSound.ON_AIR)
            self._on_air = on_air


def _script(pack: Pack, language: str, item: Item) -> str:
    words = pack.words_in(language).scenes.get(item.scene.id)
    return words.script if words else ""
