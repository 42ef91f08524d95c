"""Through what a show reaches people: a booth's screen and loudspeaker, or a stream."""

from dataclasses import dataclass

from kiosk.show.clock import Clock
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.voice import Voice


@dataclass(frozen=True, slots=True)
class Outlets:
    """What differs between the two; everything else of the show is the same."""

    clock: Clock
    voice: Voice
    ambience: Ambience
    presenter: PresenterController
