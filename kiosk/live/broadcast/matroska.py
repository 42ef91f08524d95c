"""Raw pictures and sound as one stream of Matroska, for a program that encodes them.

One pipe carries both with their times, so a picture can be left out without moving the sound, no
two pipes can wait for each other, and it works the same on every system. Elements and numbers are
those of RFC 9559 (Matroska) and RFC 8794 (EBML).
"""

import struct
from collections.abc import Iterator

TICK = 100_000  # ns: times are told in tenths of a millisecond
_TICKS = 1_000_000_000 // TICK  # a second
_PICTURE, _SOUND = 1, 2  # track numbers
_UNKNOWN = b"\x01\xff\xff\xff\xff\xff\xff\xff"  # size of a segment that has no end yet


def _element(identity: str, *content: bytes) -> bytes:
    body = b"".join(content)
    return bytes.fromhex(identity) + _size(len(body)) + body


def _size(length: int) -> bytes:
    return (length | 1 << 56).to_bytes(8, "big")


def _number(identity: str, value: int) -> bytes:
    return _element(identity, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def header(width: int, height: int, fps: int, rate: int) -> bytes:
    """What comes before the first frame.

    Args:
        width: of the I420 pictures, pixels, even.
        height: the same.
        fps: frames a second.
        rate: Hz of the 16-bit stereo sound.
    """
    ebml = _element(
        "1A45DFA3", _number("4286", 1), _number("42F7", 1), _number("42F2", 4),
        _number("42F3", 8), _element("4282", b"matroska"), _number("4287", 4),
        _number("4285", 2),
    )  # fmt: skip
    information = _element(
        "1549A966", _number("2AD7B1", TICK), _element("4D80", b"Cellarcast"),
        _element("5741", b"Cellarcast"),
    )  # fmt: skip
    picture = _element(
        "AE", _number("D7", _PICTURE), _number("73C5", _PICTURE), _number("83", 1),
        _number("9C", 0), _number("23E383", 1_000_000_000 // fps),
        _element("86", b"V_UNCOMPRESSED"),
        _element(
            "E0", _number("B0", width), _number("BA", height), _element("2EB524", b"I420")
        ),
    )  # fmt: skip
    sound = _element(
        "AE", _number("D7", _SOUND), _number("73C5", _SOUND), _number("83", 2), _number("9C", 0),
        _element("86", b"A_PCM/INT/LIT"),
        _element(
            "E1", _element("B5", struct.pack(">d", rate)), _number("9F", 2), _number("6264", 16)
        ),
    )  # fmt: skip
    tracks = _element("1654AE6B", picture, sound)
    return ebml + bytes.fromhex("18538067") + _UNKNOWN + information + tracks


def cluster(
    frame: int, fps: int, sound: bytes, picture: memoryview | bytes | None
) -> Iterator[memoryview | bytes]:
    """One frame's time: its sound, and its picture unless it is left out.

    The picture is handed on as it is, not copied.
    """
    time = _number("E7", round(frame * _TICKS / fps))
    heard = _element("A3", bytes([0x80 | _SOUND, 0, 0, 0x80]), sound)
    length = len(time) + len(heard)
    if picture is None:
        yield bytes.fromhex("1F43B675") + _size(length) + time + heard
        return
    shown = bytes([0x80 | _PICTURE, 0, 0, 0x80])
    opening = bytes.fromhex("A3") + _size(len(shown) + len(picture)) + shown
    length += len(opening) + len(picture)
    yield bytes.fromhex("1F43B675") + _size(length) + time + heard + opening
    yield picture
