"""The live-stream rooms of ``winery.toml``, and the way from a wine to where it is sold."""

from __future__ import annotations

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.fields import ID, Table
from kiosk.packs.links import PLATFORMS, Link, LinkError, parse_link, parse_play
from kiosk.packs.model import Room
from kiosk.packs.scenes import Frames, meant
from kiosk.packs.windows import read_windows


def read_rooms(root: Table, frames: Frames) -> tuple[Room, ...]:
    """Read ``[[rooms]]`` in order."""
    rooms: list[Room] = []
    for table in root.tables("rooms", limits.ROOMS):
        room_id = table.text("id", limits.ID_LENGTH, form=(ID, "douyin"))
        if room_id:
            table.name = f"rooms.{room_id}"
        if room_id in {room.id for room in rooms}:
            table.refuse(Code.ID_TWICE, "id", value=room_id)
        if table.has("url") == table.has("image"):
            table.refuse(Code.ROOM_TARGET)
        link = _link(table, "url")
        image = None
        if table.has("image"):
            image = frames.required(table, "image", limits.IMAGE_SUFFIXES)
        platform = table.choice("platform", PLATFORMS, required=table.has("image"))
        if link is not None:
            if platform and platform != link.platform:
                table.warn(Code.LINK_PLATFORM, "platform", value=platform, platform=link.platform)
            platform = link.platform
        play = _play(table)
        timetable = read_windows(table, "timetable")
        table.finish("url", "image")
        rooms.append(Room(room_id, platform, link.url if link else "", image, timetable, play))
    return tuple(rooms)


def read_way(wine: Table, rooms: tuple[Room, ...]) -> tuple[str, str, str]:
    """A wine's optional ``room`` and ``link``. Returns room id, link and the link's platform."""
    room_id = wine.text("room", limits.ID_LENGTH, required=False)
    known = [room.id for room in rooms]
    if room_id and room_id not in known:
        wine.refuse(Code.ROOM_UNKNOWN, "room", **meant(room_id, known))
        room_id = ""
    link = _link(wine, "link")
    if link is None:
        return room_id, "", ""
    named = (room for room in rooms if room.id == room_id)
    room = next(named, rooms[0] if rooms else None)
    if room is not None and room.platform != link.platform:
        details = {"value": link.platform, "platform": room.platform, "room": room.id}
        wine.warn(Code.LINK_ELSEWHERE, "link", **details)
    return room_id, link.url, link.platform


def _link(table: Table, key: str) -> Link | None:
    """A link for a code; None when there is none or it is refused."""
    url = table.text(key, 4 * limits.LINK, required=False)
    if not url:
        return None
    try:
        link = parse_link(url)
    except LinkError as refusal:
        table.refuse(refusal.code, key, url=url, most=limits.LINK)
        return None
    if link.expires:
        table.warn(Code.LINK_EXPIRES, key, url=url)
    return link


def _play(table: Table) -> str:
    """The address of the live picture, "" when there is none or it is refused."""
    url = table.text("play", 2 * limits.PLAY, required=False)
    if not url:
        return ""
    try:
        play = parse_play(url)
    except LinkError as refusal:
        table.refuse(refusal.code, "play", url=url, most=limits.PLAY)
        return ""
    if play.expires is not None:
        table.warn(Code.PLAY_EXPIRES, "play", url=url, date=play.expires.isoformat())
    return play.url
