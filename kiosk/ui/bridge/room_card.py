"""What hangs on a scene and can change while it runs: the room, its code, the wine it sells."""

from dataclasses import dataclass

from kiosk.show.scene_copy import OfferText, RoomText


@dataclass(frozen=True, slots=True)
class RoomCard:
    """The back label's upper half, and what a broadcast says of the wine.

    Attributes:
        room: name, state, hours.
        code: URL of the code's image, one pixel per module; "" for none.
        modules: pixels along its side, quiet zone and all; 0: an image issued by a platform.
        pinned: name of the wine that somebody has pinned, "" for none.
        offer: the wine that is being sold: the pinned one, else the one the scene is about.
    """

    room: RoomText
    code: str
    modules: int
    pinned: str
    offer: OfferText
