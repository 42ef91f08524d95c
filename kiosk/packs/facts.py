"""``winery.toml``: everything about a pack that needs no translation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.explore import read_flavour, read_questions, read_tour
from kiosk.packs.fields import ID, ID_EXAMPLE, Table
from kiosk.packs.files import PackFiles
from kiosk.packs.links import PLATFORMS, LinkError, parse_link
from kiosk.packs.model import FORMAT, Origin, Question, Room, Scene, Stop, Theme, Wine
from kiosk.packs.scenes import Frames, read_scenes
from kiosk.packs.windows import read_windows

TEXTURES = ("clay", "linen", "slate", "limestone", "stone")
COLOURS = ("ground", "paper", "ink", "light", "accent", "wine")
PACK_ID = (re.compile(r"[a-z0-9-]{2,40}"), "vina-arcedo")
LANGUAGE = (re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"), "zh-CN")
_VERSION = (re.compile(r"\d{1,5}\.\d{1,5}\.\d{1,5}"), "1.0.0")
_COUNTRY = (re.compile(r"[A-Z]{2}"), "ES")
_COLOUR = (re.compile(r"#[0-9A-Fa-f]{6}"), "#5a1220")
_VOICE = (re.compile(r"[a-z][a-z0-9_-]*:[A-Za-z0-9_. +-]{1,60}"), "kokoro:ef_dora")


@dataclass(frozen=True, slots=True)
class Facts:
    """What ``winery.toml`` says, checked."""

    id: str
    version: str
    origin: Origin
    languages: tuple[str, ...]
    theme: Theme
    presenter: str
    voices: dict[str, str]
    scenes: tuple[Scene, ...]
    wines: tuple[Wine, ...]
    rooms: tuple[Room, ...]
    logo: Path | None
    bed: Path | None
    questions: tuple[Question, ...]
    tour: tuple[Stop, ...]


def read_facts(root: Table, files: PackFiles) -> Facts:
    """Read the file's root table; whatever is off is in the table's report."""
    version = root.whole("format", 0, 10**6)
    if version != FORMAT and root.has("format"):
        root.refuse(Code.FORMAT_UNKNOWN, "format", value=version, known=FORMAT)
    pack_id = root.text("id", limits.ID_LENGTH, form=PACK_ID)
    if pack_id and pack_id != files.root.name:
        root.refuse(Code.ID_NOT_FOLDER, "id", value=pack_id, folder=files.root.name)
    frames = Frames(files)
    rooms = _rooms(root, files)
    wines = _wines(root, frames)
    languages = _languages(root)
    scenes = read_scenes(root, frames, wines, rooms)
    return Facts(
        id=pack_id,
        version=root.text("version", 20, form=_VERSION),
        origin=_origin(root),
        languages=languages,
        theme=_theme(root),
        presenter=root.text("presenter", limits.ID_LENGTH, form=(ID, "hostess")),
        voices=_voices(root, languages),
        scenes=scenes,
        wines=wines,
        rooms=rooms,
        logo=frames.optional(root, "logo"),
        bed=_bed(root, frames),
        questions=read_questions(root, scenes, wines),
        tour=read_tour(root, frames, scenes),
    )


def _languages(root: Table) -> tuple[str, ...]:
    found = root.texts("languages", limits.LANGUAGES, 20)
    for number, language in enumerate(found):
        if not LANGUAGE[0].fullmatch(language):
            root.refuse(Code.BAD_FORM, "languages", value=language, example=LANGUAGE[1])
        elif language in found[:number]:
            root.refuse(Code.ID_TWICE, "languages", value=language)
    if root.has("languages") and not found and not root.report.refused:
        root.refuse(Code.TEXT_EMPTY, "languages")
    return found


def _origin(root: Table) -> Origin:
    table = root.table("origin")
    if table is None:
        return Origin("", 0, 0)
    origin = Origin(
        country=table.text("country", 2, form=_COUNTRY),
        latitude=table.number("latitude", -90, 90),
        longitude=table.number("longitude", -180, 180),
    )
    table.finish()
    return origin


def _theme(root: Table) -> Theme:
    table = root.table("theme")
    if table is None:
        return Theme(**dict.fromkeys(COLOURS, "#000000"), texture="stone")
    colours = {name: table.text(name, 7, form=_COLOUR) for name in COLOURS}
    theme = Theme(**colours, texture=table.choice("texture", TEXTURES))
    table.finish()
    return theme


def _voices(root: Table, languages: tuple[str, ...]) -> dict[str, str]:
    table = root.table("voices", required=False)
    if table is None:
        return {}
    voices = {name: table.text(name, 80, required=False, form=_VOICE) for name in languages}
    table.finish()
    return {language: voice for language, voice in voices.items() if voice}


def _bed(root: Table, frames: Frames) -> Path | None:
    table = root.table("sound", required=False)
    if table is None:
        return None
    bed = frames.optional(table, "bed", limits.SOUND_SUFFIXES)
    table.finish()
    return bed


def _wines(root: Table, frames: Frames) -> tuple[Wine, ...]:
    wines: list[Wine] = []
    for table in root.tables("wines", limits.WINES):
        wine_id = table.text("id", limits.ID_LENGTH, form=(ID, ID_EXAMPLE))
        if wine_id:
            table.name = f"wines.{wine_id}"
        if wine_id in {wine.id for wine in wines}:
            table.refuse(Code.ID_TWICE, "id", value=wine_id)
        serve = table.pair("serve", -5, 40) or (0.0, 0.0)
        if serve[0] > serve[1]:
            table.refuse(Code.OUT_OF_RANGE, "serve", value=serve[0], least=-5, most=serve[1])
        wine = Wine(
            id=wine_id,
            picture=frames.picture(table),
            vintage=table.whole("vintage", 1800, 2200) if table.has("vintage") else None,
            alcohol=table.number("alcohol", 0, 80),
            serve=serve,
            grapes=table.texts("grapes", limits.GRAPES, limits.ID_LENGTH, required=False),
            flavour=read_flavour(table),
        )
        table.finish("vintage")
        wines.append(wine)
    return tuple(wines)


def _rooms(root: Table, files: PackFiles) -> tuple[Room, ...]:
    rooms: list[Room] = []
    for table in root.tables("rooms", limits.ROOMS):
        room_id = table.text("id", limits.ID_LENGTH, form=(ID, "douyin"))
        if room_id:
            table.name = f"rooms.{room_id}"
        if room_id in {room.id for room in rooms}:
            table.refuse(Code.ID_TWICE, "id", value=room_id)
        if table.has("url") == table.has("image"):
            table.refuse(Code.ROOM_TARGET)
        url = table.text("url", 4 * limits.LINK, required=False)
        image = None
        if table.has("image"):
            image = Frames(files).required(table, "image", limits.IMAGE_SUFFIXES)
        said = table.choice("platform", PLATFORMS, required=table.has("image"))
        platform = _platform(table, url, said) if url else said
        timetable = read_windows(table, "timetable")
        table.finish("url", "image")
        rooms.append(Room(room_id, platform, url, image, timetable))
    return tuple(rooms)


def _platform(table: Table, url: str, said: str) -> str:
    try:
        link = parse_link(url)
    except LinkError as refusal:
        table.refuse(refusal.code, "url", url=url, most=limits.LINK)
        return said
    if link.expires:
        table.warn(Code.LINK_EXPIRES, "url", url=url)
    if said and said != link.platform:
        table.warn(Code.LINK_PLATFORM, "platform", value=said, platform=link.platform)
    return link.platform
