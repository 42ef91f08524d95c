"""What the stage shows, as QML reads it; who changes it is the controller."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.presenter_picture import PresenterPicture
from kiosk.ui.bridge.scene_view import SceneView

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StageState(QObject):
    """Captions, poster, presenter, motion, and whether a visitor has the stage.

    Args:
        reduced_motion: no camera moves, no wipes.
        pace: how many times faster than real the show runs (rehearsals).
        poster: title and line of the poster.
        presenter: who tells it.
    """

    prepareScene = Signal(SceneView)
    showScene = Signal(SceneView, str)
    captionChanged = Signal()
    motionChanged = Signal()
    exploringChanged = Signal()
    tellingChanged = Signal()
    posterChanged = Signal()

    def __init__(
        self,
        reduced_motion: bool,
        pace: float,
        poster: tuple[str, str],
        presenter: PresenterController,
    ) -> None:
        super().__init__()
        self._reduced_motion, self._pace = reduced_motion, pace
        self._poster_words, self._presenter = poster, presenter
        self._caption = self._second = ""
        self._exploring = self._telling = False
        self._poster = ""
        self._poster_scene: SceneView | None = None

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

    @Property(bool, notify=motionChanged)
    def reducedMotion(self) -> bool:
        """No camera moves, no wipes."""
        return self._reduced_motion

    @Property(float, constant=True)
    def pace(self) -> float:
        """How many times faster than real the show runs."""
        return self._pace

    @Property(bool, notify=exploringChanged)
    def exploring(self) -> bool:
        """Whether a visitor has the stage."""
        return self._exploring

    @Property(bool, notify=tellingChanged)
    def telling(self) -> bool:
        """Whether something is being told, or is about to be."""
        return self._telling

    def still(self, on: bool) -> None:
        """Whether nothing moves that need not."""
        if on != self._reduced_motion:
            self._reduced_motion = on
            self.motionChanged.emit()

    def _set_exploring(self, on: bool) -> None:
        self._exploring = on
        self.exploringChanged.emit()

    def _set_telling(self, on: bool) -> None:
        if on != self._telling:
            self._telling = on
            self.tellingChanged.emit()

    def _set_caption(self, text: str, second: str) -> None:
        if (text, second) != (self._caption, self._second):
            self._caption, self._second = text, second
            self.captionChanged.emit()
