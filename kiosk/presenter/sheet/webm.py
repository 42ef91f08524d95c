"""Puts pictures and sound that are encoded already into one WebM file.

VP8 comes from an IVF file (OpenCV writes them, its wheels carry libvpx and no GPL encoder), Opus
from the narration's own Ogg file, so that nothing is encoded twice. After the WebM container
guidelines, RFC 9559 (Matroska), RFC 3533 (Ogg), RFC 7845 and RFC 6716 section 3.1 (Opus).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import NarrationError, PresenterError

SECOND = 1000  # the file's ticks are milliseconds
CLUSTER = 2 * SECOND  # a cluster's blocks count from its start, in 16 bits
PRE_ROLL = 80_000_000  # ns, RFC 7845 section 4.6
OPUS_RATE = 48_000
# ms of one frame by the configuration in the first five bits of a packet
_FRAME_MS = (10, 20, 40, 60) * 3 + (10, 20) * 2 + (2.5, 5, 10, 20) * 4


@dataclass(frozen=True, slots=True)
class Sound:
    """An Opus stream: its header, and packets with the milliseconds at which they begin."""

    head: bytes
    packets: list[tuple[float, bytes]]

    @property
    def skip(self) -> int:
        """Nanoseconds that a decoder throws away at the start."""
        return int(struct.unpack_from("<H", self.head, 10)[0]) * 1_000_000_000 // OPUS_RATE


@dataclass(frozen=True, slots=True)
class Film:
    """VP8 frames with the seconds at which they are shown, and their size in pixels."""

    size: tuple[int, int]
    frames: list[tuple[float, bytes]]


def read_ivf(path: Path) -> Film:
    """The frames of an IVF file. Raises PresenterError when it is not a whole one."""
    raw = path.read_bytes()
    try:
        mark, _, head, codec, width, height, rate, scale = struct.unpack_from("<4sHH4sHHII", raw)
        if (mark, codec) != (b"DKIF", b"VP80") or not rate:
            raise ValueError("it holds no VP8")
        at, frames = head, []
        while at < len(raw):
            size, stamp = struct.unpack_from("<IQ", raw, at)
            frame = raw[at + 12 : at + 12 + size]
            if len(frame) != size:
                raise ValueError("it ends in the middle of a frame")
            frames.append((stamp * scale / rate, frame))
            at += 12 + size
    except (struct.error, ValueError) as error:
        raise PresenterError(
            f"the pictures cannot be encoded ({error})",
            where=str(path),
            advice="install opencv-python-headless again",
        ) from error
    return Film((width, height), frames)


def read_ogg(path: Path) -> Sound:
    """The packets of an Ogg Opus file. Raises NarrationError when it is not one."""
    try:
        packets = _packets(path.read_bytes())
        if len(packets) < 3 or not packets[0].startswith(b"OpusHead") or len(packets[0]) < 19:
            raise ValueError("it holds no Opus")
        at, timed = 0.0, []
        for packet in packets[2:]:
            timed.append((at, packet))
            at += _milliseconds(packet)
    except (OSError, struct.error, ValueError, IndexError) as error:
        raise NarrationError(
            f"the sound cannot be read ({error})", where=str(path),
            advice="bake the narration again",
        ) from error
    return Sound(packets[0], timed)


def _packets(raw: bytes) -> list[bytes]:
    at, packets, part = 0, [], b""
    while at < len(raw):
        if raw[at : at + 4] != b"OggS":
            raise ValueError("a page is damaged")
        lacing = raw[at + 27 : at + 27 + raw[at + 26]]
        at += 27 + len(lacing)
        for size in lacing:
            part += raw[at : at + size]
            at += size
            if size < 255:
                packets.append(part)
                part = b""
    if at != len(raw):
        raise ValueError("it ends in the middle of a page")
    return packets


def _milliseconds(packet: bytes) -> float:
    kind = packet[0] & 3
    count = 1 if kind == 0 else 2 if kind < 3 else packet[1] & 63
    return _FRAME_MS[packet[0] >> 3] * count


def webm(film: Film, sound: Sound, seconds: float, tags: dict[str, str]) -> bytes:
    """The file: pictures and sound up to ``seconds``, and what is to be known about it."""
    blocks = [(round(at * SECOND), 1, data, not data[0] & 1) for at, data in film.frames]
    blocks += [(round(at), 2, data, True) for at, data in sound.packets if at < seconds * SECOND]
    blocks.sort(key=lambda block: (block[0], -block[1]))
    head = _element(0x1A45DFA3, b"".join((
        _number(0x4286, 1), _number(0x42F7, 1), _number(0x42F2, 4), _number(0x42F3, 8),
        _text(0x4282, "webm"), _number(0x4287, 4), _number(0x4285, 2),
    )))  # fmt: skip
    facts = _element(0x1549A966, b"".join((
        _number(0x2AD7B1, 1_000_000), _element(0x4489, struct.pack(">d", seconds * SECOND)),
        _text(0x7BA9, tags.get("TITLE", "")), _text(0x4D80, "Cellarcast"),
        _text(0x5741, "Cellarcast"),
    )))  # fmt: skip
    body = facts + _tracks(film, sound) + _tags(tags) + _clusters(blocks)
    return head + _element(0x18538067, body)


def _tracks(film: Film, sound: Sound) -> bytes:
    size = _number(0xB0, film.size[0]) + _number(0xBA, film.size[1])
    heard = _element(0xB5, struct.pack(">d", float(OPUS_RATE))) + _number(0x9F, sound.head[9])
    pictures = b"".join((
        _number(0xD7, 1), _number(0x73C5, 1), _number(0x83, 1), _text(0x86, "V_VP8"),
        _element(0xE0, size),
    ))  # fmt: skip
    voice = b"".join((
        _number(0xD7, 2), _number(0x73C5, 2), _number(0x83, 2), _text(0x86, "A_OPUS"),
        _number(0x56AA, sound.skip), _number(0x56BB, PRE_ROLL), _element(0x63A2, sound.head),
        _element(0xE1, heard),
    ))  # fmt: skip
    return _element(0x1654AE6B, _element(0xAE, pictures) + _element(0xAE, voice))


def _tags(tags: dict[str, str]) -> bytes:
    simple = b"".join(
        _element(0x67C8, _text(0x45A3, name) + _text(0x4487, value)) for name, value in tags.items()
    )
    return _element(0x1254C367, _element(0x7373, _element(0x63C0, b"") + simple))


def _clusters(blocks: list[tuple[int, int, bytes, bool]]) -> bytes:
    made, start, part = b"", 0, b""
    for at, track, data, key in blocks:
        # A cluster begins with a picture that needs no other, so that a player can leap there.
        if part and at - start >= CLUSTER and track == 1 and key:
            made += _element(0x1F43B675, _number(0xE7, start) + part)
            start, part = at, b""
        flags = 0x80 if key else 0
        part += _element(0xA3, struct.pack(">BhB", 0x80 | track, at - start, flags) + data)
    return made + _element(0x1F43B675, _number(0xE7, start) + part)


def _element(name: int, content: bytes) -> bytes:
    code = name.to_bytes((name.bit_length() + 7) // 8, "big")
    return code + (len(content) | 1 << 56).to_bytes(8, "big") + content


def _number(name: int, value: int) -> bytes:
    return _element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def _text(name: int, value: str) -> bytes:
    return _element(name, value.encode())
