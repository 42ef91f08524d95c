"""Broken and hostile media: found by really decoding them, each within bounds."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs.check import check_pack
from kiosk.packs.codes import Code
from kiosk.packs.media import DecodeProcess
from tests import good_pack

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises any size."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(10_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


# name, file, its new content from the old, code, refused
MEDIA: list[tuple[str, str, Callable[[bytes], bytes], Code]] = [
    ("image bomb", "media/harvest.png", lambda _: bomb(60_000, 60_000), Code.IMAGE_BOMB),
    ("long image", "media/harvest.png", lambda _: bomb(20_000, 100), Code.IMAGE_LARGE),
    ("truncated png", "media/harvest.png", lambda old: old[: len(old) // 2], Code.IMAGE_BROKEN),
    ("truncated webp", "media/land.webp", lambda old: old[: len(old) // 2], Code.IMAGE_BROKEN),
    (
        "truncated jpg",
        "media/land-portrait.jpg",
        lambda old: old[: len(old) // 2],
        Code.IMAGE_BROKEN,
    ),
    ("renamed text", "media/land.webp", lambda _: b"[winery]\nname = 'x'\n", Code.IMAGE_BROKEN),
    ("other format", "media/land.webp", lambda _: b"GIF89a" + bytes(50), Code.IMAGE_BROKEN),
    ("NUL bytes", "media/land.webp", lambda old: bytes(len(old)), Code.IMAGE_BROKEN),
    ("truncated clip", "media/land.mp4", lambda old: old[: len(old) // 2], Code.CLIP_BROKEN),
    ("NUL clip", "media/land.mp4", lambda old: bytes(len(old)), Code.CLIP_BROKEN),
    ("long clip", "media/land.mp4", lambda _: good_pack.clip(130, (64, 36), 2.0), Code.CLIP_LONG),
    ("broken sound", "voice/en/land.wav", lambda _: b"RIFF1234WAVEjunk", Code.SOUND_BROKEN),
    ("long sound", "voice/en/land.wav", lambda _: good_pack.sound(310, 1000), Code.SOUND_LONG),
]


@pytest.mark.parametrize(
    ("file", "change", "code"), [case[1:] for case in MEDIA], ids=[case[0] for case in MEDIA]
)
def test_bad_media_is_found_by_decoding(
    tmp_path: Path, file: str, change: Callable[[bytes], bytes], code: Code
) -> None:
    pack = good_pack.write(tmp_path)
    (pack / file).write_bytes(change((pack / file).read_bytes()))
    findings = check_pack(pack, FONTS)
    assert [(f.code, f.where, f.refused) for f in findings if f.refused] == [(code, file, True)]


def test_clip_without_its_end_is_truncated(tmp_path: Path) -> None:
    whole = good_pack.clip(3.0, suffix=".mkv")
    file = tmp_path / "clip.mkv"
    answers = []
    with DecodeProcess() as process:
        for content in (whole, whole[: len(whole) // 2]):
            file.write_bytes(content)
            answers.append(process.decode("clip", file))
    assert answers == [
        {"width": 320, "height": 180, "seconds": 3.0},
        {"problem": "clip_broken", "reason": "truncated"},
    ]


HANGS = "import sys; sys.stdin.readline(); sys.stdin.read()"
CRASHES = "import os, sys; sys.stdin.readline(); os.abort()"


@pytest.mark.parametrize(("program", "reason"), [(HANGS, "timeout"), (CRASHES, "crash")])
def test_decoder_that_hangs_or_dies_is_a_finding_and_the_next_file_is_decoded(
    tmp_path: Path, program: str, reason: str
) -> None:
    file = tmp_path / "any.webp"
    with DecodeProcess([sys.executable, "-c", program], seconds=0.5) as process:
        first = process.decode("image", file)
        second = process.decode("image", file)
    assert first == second == {"problem": "image_broken", "reason": reason}
