"""From an item of the programme to what the stage draws."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from kiosk.errors import CodeError
from kiosk.live.codes import QUIET_ZONE, code_for
from kiosk.live.desk import BY_TIMETABLE, RoomDesk
from kiosk.live.rooms import OnAir, platform_name
from kiosk.packs.model import Pack, Room
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.scene_copy import (
    OfferText,
    RoomText,
    furniture,
    offer_text,
    room_text,
    scene_text,
)
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.room_card import RoomCard
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.theme_view import ThemeView


@dataclass(frozen=True, slots=True)
class SceneFactory:
    """Builds scene views.

    Args:
        wordings: the stage's words.
        codes: where code images are kept for QML.
        campaign: the booth's tag in codes.
        wall: the fair's local time.
        refused: told of a link no code can be made of.
        desk: knows the rooms' state.
    """

    wordings: Wordings
    codes: CodeImages
    campaign: str
    wall: Callable[[], datetime]
    refused: Callable[[CodeError], None]
    desk: RoomDesk = BY_TIMETABLE

    def build(self, turn: Turn, seconds: float, parent: QObject) -> SceneView:
        """The view of one turn."""
        item = turn.item
        wording = self.wordings.of(item.language)
        scene = item.scene
        return SceneView(
            number=turn.number,
            kind=scene.kind.value,
            language=item.language,
            media=(scene.picture, scene.clip),
            text=scene_text(item, wording),
            card=self.card(item),
            furniture=furniture(item.language, self.wordings),
            theme=ThemeView(item.pack.theme, parent),
            seconds=seconds,
            parent=parent,
            diagram=scene.diagram.value if scene.diagram else "",
            living=scene.living,
            depth=scene.depth,
        )

    def card(self, item: Item) -> RoomCard:
        """What is said now of the item's room, and of the wine that is sold there."""
        pack, now = item.pack, self.wall()
        words, wording = pack.words_in(item.language), self.wordings.of(item.language)
        pinned, wine = self.desk.pinned(pack, now), self.desk.offered(pack, item.scene, now)
        room, text = self.desk.room(pack, item.scene, now), RoomText()
        if room is not None:
            name = words.rooms.get(room.id) or platform_name(room)
            state = self.desk.state(pack.id, room, now)
            text = room_text(room, name, wording, now, state)
        code, modules = self.code(room)
        return RoomCard(
            text, code, modules,
            words.wines[pinned.id].name if pinned and pinned.id in words.wines else "",
            offer_text(wine, words, wording) if wine else OfferText(),
        )  # fmt: skip

    def room(self, item: Item) -> Room | None:
        """Whose code is shown under the item now."""
        return self.desk.room(item.pack, item.scene, self.wall())

    def pinned(self, item: Item) -> str:
        """Id of the wine that is pinned in the item's winery, "" for none."""
        wine = self.desk.pinned(item.pack, self.wall())
        return wine.id if wine else ""

    def pin(self, pack: Pack, number: int) -> None:
        """Pin the pack's wine of that number, from 1; 0 lets go.

        Raises:
            KioskError: it cannot be written down; it holds until this program ends.
        """
        if self.desk.pins is not None:
            wine = pack.wines[number - 1].id if number else ""
            self.desk.pins.set(pack.id, wine, self.wall())

    def on_air(self, item: Item) -> bool:
        """Whether the item's room is on air now."""
        room = self.room(item)
        if room is None:
            return False
        return self.desk.state(item.pack.id, room, self.wall()).on_air is OnAir.NOW

    def code(self, room: Room | None) -> tuple[str, int]:
        """URL of a room's code and its modules; "" and 0 when there is none."""
        if room is None:
            return ("", 0)
        if room.image is not None:  # issued by the platform's app: shown as it is
            return (room.image.as_uri(), 0)
        try:
            code = code_for(room, self.campaign)
        except CodeError as error:
            self.refused(error)
            return ("", 0)
        return (self.codes.keep(code), code.modules + 2 * QUIET_ZONE)
