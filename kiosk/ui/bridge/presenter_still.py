"""The presenter in a preview: one picture a scene, drawn at once."""

from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.errors import PresenterError
from kiosk.narration.track import Cue, Track
from kiosk.packs.model import Theme
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.face.light import light_of
from kiosk.presenter.face.portrait import Portrait, Pose
from kiosk.presenter.performer import find
from kiosk.presenter.still import speaking
from kiosk.ui.bridge.presenter_picture import MOST, PresenterPicture


class PresenterStill(PresenterPicture):
    """One presenter in a winery's light; nobody where she cannot be shown, as on the booth.

    Args:
        name: who.
        theme: the winery's colours.
        folders: where presenters are looked for, the first that has one wins.
    """

    def __init__(self, name: str, theme: Theme, folders: tuple[Path, ...]) -> None:
        super().__init__()
        self.missing: PresenterError | None = None
        self._name = name
        self._light = light_of(theme.light, theme.accent, theme.ground)
        self._figure: Figure | None = None
        self._portrait: Portrait | None = None
        self._place = (0, False)
        self._pose = Pose({})
        if not name:
            return
        try:
            self._figure = find(folders, name)
        except PresenterError as error:
            self.missing = error

    def _is_present(self) -> bool:
        return self._figure is not None

    @Slot(float, bool)
    def place(self, width: float, foot: bool) -> None:
        """How many pixels wide she stands, and whether her lower end is to fade."""
        place = (max(64, min(MOST, round(width))), foot)
        if self._figure is None or place == self._place:
            return
        self._place = place
        self._portrait = Portrait(self._figure, *place)
        self._portrait.light(self._light)
        self._draw()

    def say(self, track: Track, cue: Cue | None) -> None:
        """Be in the middle of a caption."""
        span = (cue.start, cue.end) if cue is not None else (0.0, track.duration)
        self._pose = speaking(self._name, track, *span)
        self._draw()

    def _draw(self) -> None:
        if self._portrait is not None:
            self._take_picture(self._portrait.draw(self._pose))
