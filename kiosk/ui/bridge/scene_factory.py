"""From an item of the programme to what the stage draws."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.errors import CodeError
from kiosk.live.codes import QUIET_ZONE, code_for
from kiosk.live.desk import BY_TIMETABLE, RoomDesk
from kiosk.live.rooms import OnAir, platform_name
from kiosk.packs.model import Room
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.scene_copy import RoomText, furniture, room_text, scene_text
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.scene_view import SceneView
from kiosk.ui.bridge.theme_view import ThemeView


@dataclass(frozen=True, slots=True)
class SceneFactory:
    """Builds scene views.

    Args:
        wordings: the stage's words.
        codes: where code images are kept for QML.
        textures: folder of the material tiles.
        campaign: the booth's tag in codes.
        wall: the fair's local time.
        refused: told of a link no code can be made of.
        desk: knows the rooms' state.
    """

    wordings: Wordings
    codes: CodeImages
    textures: Path
    campaign: str
    wall: Callable[[], datetime]
    refused: Callable[[CodeError], None]
    desk: RoomDesk = BY_TIMETABLE

    def build(self, turn: Turn, seconds: float, parent: QObject) -> SceneView:
        """The view of one turn."""
        item = turn.item
        wording = self.wordings.of(item.language)
        scene = item.scene
        if scene.clip is not None:
            # Makes the type known to QML; here, because it brings Qt's multimedia along.
            import kiosk.ui.bridge.clip_painter  # noqa: F401, PLC0415
        return SceneView(
            number=turn.number,
            kind=scene.kind.value,
            language=item.language,
            media=(scene.picture, scene.clip.path.as_uri() if scene.clip else ""),
            text=scene_text(item, wording),
            room=self.room(item),
            code=self.code(item.pack.room_for(scene)),
            furniture=furniture(item.language, self.wordings),
            theme=ThemeView(item.pack.theme, self.textures.as_uri(), parent),
            seconds=seconds,
            parent=parent,
            diagram=scene.diagram.value if scene.diagram else "",
            living=scene.living,
        )

    def room(self, item: Item) -> RoomText:
        """What is said of the item's room now; nothing when it has none."""
        room = item.pack.room_for(item.scene)
        if room is None:
            return RoomText()
        name = item.pack.words_in(item.language).rooms.get(room.id) or platform_name(room)
        now = self.wall()
        state = self.desk.state(item.pack.id, room, now)
        return room_text(room, name, self.wordings.of(item.language), now, state)

    def on_air(self, item: Item) -> bool:
        """Whether the item's room is on air now."""
        room = item.pack.room_for(item.scene)
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
