"""All that is known of the rooms: which one sells what is shown, and whether it is on air."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.live.pins import Pins
from kiosk.live.probe.answers import Answer
from kiosk.live.probe.prober import Prober
from kiosk.live.rooms import OnAir, RoomState, room_state
from kiosk.live.switch import Switches
from kiosk.packs.model import Pack, Room, Scene, Wine


@dataclass(frozen=True, slots=True)
class RoomDesk:
    """Answers at once, from what is already known; without parts, from pack and timetable alone."""

    switches: Switches | None = None
    prober: Prober | None = None
    pins: Pins | None = None
    watching: bool = True  # live pictures may be offered

    def state(self, pack: str, room: Room, now: datetime) -> RoomState:
        """The state of a pack's room; it is asked about from now on, where that can be done."""
        switch = self.switches.of(pack, room.id, now) if self.switches else None
        if self.prober is None:
            return room_state(room, now, switch)
        answer: Answer = self.prober.answer(pack, room)
        return room_state(room, now, switch, answer, self.prober.offline(pack, room))

    def pinned(self, pack: Pack, now: datetime) -> Wine | None:
        """The wine that somebody has pinned; None when nobody has, or the pack has none such."""
        wanted = self.pins.of(pack.id, now) if self.pins else ""
        return next((wine for wine in pack.wines if wine.id == wanted), None)

    def room(self, pack: Pack, scene: Scene, now: datetime) -> Room | None:
        """The room whose code is shown under a scene: the pinned wine's, else the scene's own."""
        wine = self.pinned(pack, now)
        return pack.room_of(wine) if wine is not None else pack.room_for(scene)

    def offered(self, pack: Pack, scene: Scene, now: datetime) -> Wine | None:
        """The wine that is being sold: the pinned one, else the one that the scene is about."""
        told = next((wine for wine in pack.wines if wine.id == scene.wine), None)
        return self.pinned(pack, now) or told

    def watchable(self, pack: str, room: Room, now: datetime) -> bool:
        """Whether the room is on air and its play address has just been found to run."""
        if not self.watching or self.prober is None or not room.play:
            return False
        on_air = self.state(pack, room, now).on_air is OnAir.NOW
        return on_air and self.prober.answer(pack, room) is Answer.ON

    def close(self) -> None:
        """Ask no more."""
        if self.prober is not None:
            self.prober.close()


BY_TIMETABLE = RoomDesk()
