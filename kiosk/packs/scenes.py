"""The scenes of ``winery.toml`` and the pictures that scenes and wines name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.depth import read_depth
from kiosk.packs.fields import ID, ID_EXAMPLE, Table, nearest
from kiosk.packs.files import PackFiles
from kiosk.packs.living import read_living
from kiosk.packs.model import Diagram, Focus, Media, Room, Scene, SceneKind, Wine
from kiosk.packs.windows import read_windows

_NOWHERE = Path()


class Frames:
    """Turns the file names of a table into paths inside the pack."""

    def __init__(self, files: PackFiles) -> None:
        self._files = files

    @property
    def nowhere(self) -> Path:
        """What stands for a file that was refused."""
        return _NOWHERE

    def picture(self, table: Table) -> Media:
        """``picture`` with its optional ``portrait``, ``focus`` and ``portrait_focus``."""
        path = self.required(table, "picture", limits.IMAGE_SUFFIXES) or _NOWHERE
        portrait = self.optional(table, "portrait")
        focus = _focus(table, "focus") or Focus()
        portrait_focus = _focus(table, "portrait_focus")
        if portrait_focus is None:
            portrait_focus = Focus() if portrait else focus
        return Media(path, portrait, focus, portrait_focus)

    def required(self, table: Table, key: str, suffixes: tuple[str, ...]) -> Path | None:
        """A file that the pack cannot play without."""
        name = table.text(key, limits.PATH_LENGTH)
        return self._media(table, key, name, suffixes, needed=True) if name else None

    def optional(
        self, table: Table, key: str, suffixes: tuple[str, ...] = limits.IMAGE_SUFFIXES
    ) -> Path | None:
        """A file the show has a fall-back for: when it is missing, that is a warning."""
        name = table.text(key, limits.PATH_LENGTH, required=False)
        return self._media(table, key, name, suffixes, needed=False) if name else None

    def _media(
        self, table: Table, key: str, name: str, suffixes: tuple[str, ...], *, needed: bool
    ) -> Path | None:
        # The line is looked for only when something is off: most files are fine.
        before = len(table.report.findings)
        path = self._files.media(
            name, suffixes, where=table.source.name, key=table.key(key), needed=needed
        )
        table.report.place(before, table.line, key)
        return path


def read_scenes(
    root: Table, frames: Frames, wines: tuple[Wine, ...], rooms: tuple[Room, ...]
) -> tuple[Scene, ...]:
    """Read ``[[scenes]]`` in order; references to wines and rooms are resolved."""
    scenes: list[Scene] = []
    step = 0
    for table in root.tables("scenes", limits.SCENES, required=True):
        scene_id = table.text("id", limits.ID_LENGTH, form=(ID, ID_EXAMPLE))
        if scene_id:
            table.name = f"scenes.{scene_id}"
        if scene_id in {scene.id for scene in scenes}:
            table.refuse(Code.ID_TWICE, "id", value=scene_id)
        kind = table.choice("kind", [str(kind) for kind in SceneKind])
        step += kind == SceneKind.PROCESS
        wine = _wine(table, kind, wines)
        clip = frames.optional(table, "clip", limits.CLIP_SUFFIXES)
        upright = frames.optional(table, "portrait_clip", limits.CLIP_SUFFIXES) if clip else None
        if kind == SceneKind.WINE and not table.has("picture"):
            picture = wine.picture if wine else Media(_NOWHERE)
        else:
            picture = frames.picture(table)
        scenes.append(
            Scene(
                id=scene_id,
                kind=SceneKind(kind or "story"),
                picture=picture,
                clip=Media(clip, upright, picture.focus, picture.portrait_focus) if clip else None,
                weight=table.whole("weight", 0, 9, default=1),
                windows=read_windows(table, "hours"),
                step=step if kind == SceneKind.PROCESS else 0,
                wine=wine.id if wine else "",
                room=_room(table, kind, rooms),
                diagram=_diagram(table, kind),
                living=read_living(table, picture.portrait is not None),
                depth=read_depth(table, frames, picture.portrait is not None),
            )
        )
        table.finish("picture", "portrait", "focus", "portrait_focus", "wine", "room")
    if root.has("scenes") and not root.report.refused and not any(scene.weight for scene in scenes):
        root.refuse(Code.NOTHING_LOOPS, "scenes")
    return tuple(scenes)


def _wine(table: Table, kind: str, wines: tuple[Wine, ...]) -> Wine | None:
    name = table.text("wine", limits.ID_LENGTH, required=kind == SceneKind.WINE)
    for wine in wines:
        if name and wine.id == name:
            return wine
    if name:
        table.refuse(Code.WINE_UNKNOWN, "wine", **meant(name, (wine.id for wine in wines)))
    return None


def _room(table: Table, kind: str, rooms: tuple[Room, ...]) -> str:
    name = table.text("room", limits.ID_LENGTH, required=False)
    known = [room.id for room in rooms]
    if name and name not in known:
        table.refuse(Code.ROOM_UNKNOWN, "room", **meant(name, known))
    if kind == SceneKind.PROMO and not rooms and not name:
        table.refuse(Code.NO_ROOM)
    if kind == SceneKind.PROMO and not name and rooms:
        return rooms[0].id
    return name


def _diagram(table: Table, kind: str) -> Diagram | None:
    name = table.choice("diagram", [str(diagram) for diagram in Diagram], required=False)
    if not name:
        return None
    if kind != SceneKind.PROCESS:
        table.warn(Code.DIAGRAM_MISPLACED, "diagram", value=name)
        return None
    return Diagram(name)


def meant(name: str, known: Iterable[str]) -> dict[str, str]:
    """The details of a finding about a name that is not there, with the nearest one that is."""
    near = nearest(name, known)
    return {"value": name, "suggestion": near} if near else {"value": name}


def _focus(table: Table, key: str) -> Focus | None:
    pair = table.pair(key, 0, 1, required=False)
    return Focus(*pair) if pair else None
