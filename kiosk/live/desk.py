"""All that is known of the rooms' state: the manual switch, the probe, the timetable."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.live.probe.answers import Answer
from kiosk.live.probe.prober import Prober
from kiosk.live.rooms import RoomState, room_state
from kiosk.live.switch import Switches
from kiosk.packs.model import Room


@dataclass(frozen=True, slots=True)
class RoomDesk:
    """Answers at once, from what is already known; without parts, from the timetable alone."""

    switches: Switches | None = None
    prober: Prober | None = None

    def state(self, pack: str, room: Room, now: datetime) -> RoomState:
        """The state of a pack's room; it is asked about from now on, where that can be done."""
        switch = self.switches.of(pack, room.id, now) if self.switches else None
        if self.prober is None:
            return room_state(room, now, switch)
        answer: Answer = self.prober.answer(pack, room)
        return room_state(room, now, switch, answer, self.prober.offline(pack, room))

    def close(self) -> None:
        """Ask no more."""
        if self.prober is not None:
            self.prober.close()


BY_TIMETABLE = RoomDesk()
