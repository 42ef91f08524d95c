"""The encoded stream (MPEG-TS, ISO 13818-1) cut where a receiver can begin: at key frames.

Only packet headers are looked at. Whoever joins late is given the tables first, then a key frame.
"""

from dataclasses import dataclass

PACKET = 188  # bytes
SYNC = 0x47
TABLES_PID = 0x0000  # the programme association table
MAP_PID = 0x1000  # the programme map, as the encoder is told
PICTURE_PID = 0x0100  # the pictures, as the encoder is told


@dataclass(frozen=True, slots=True)
class Piece:
    """Some packets; ``key``: they begin with a key frame. ``frames`` of them begin here."""

    data: bytes
    key: bool
    frames: int


class Cutter:
    """Takes bytes as they come from the encoder and gives pieces."""

    def __init__(self) -> None:
        self._rest = b""
        self._tables: dict[int, bytes] = {}

    @property
    def tables(self) -> bytes:
        """What a receiver has to know before its first packet; empty while it is not known."""
        known = [self._tables.get(pid) for pid in (TABLES_PID, MAP_PID)]
        return b"".join(one for one in known if one) if all(known) else b""

    def feed(self, data: bytes) -> list[Piece]:
        """The whole packets in what has come so far, parted before every key frame.

        Raises:
            ValueError: it is no transport stream.
        """
        data = self._rest + data
        whole = len(data) - len(data) % PACKET
        self._rest = data[whole:]
        pieces: list[Piece] = []
        begin, frames, key = 0, 0, False
        for at in range(0, whole, PACKET):
            if data[at] != SYNC:
                raise ValueError("the encoder's stream has lost its packets")
            starts = data[at + 1] & 0x40
            pid = (data[at + 1] & 0x1F) << 8 | data[at + 2]
            if pid in (TABLES_PID, MAP_PID):
                self._tables[pid] = data[at : at + PACKET]
            if not starts or pid != PICTURE_PID:
                continue
            # An adaptation field (0x20) that is not empty and says "random access" (0x40).
            if data[at + 3] & 0x20 and data[at + 4] > 0 and data[at + 5] & 0x40:
                if at > begin:
                    pieces.append(Piece(data[begin:at], key, frames))
                begin, frames, key = at, 0, True
            frames += 1
        if whole > begin:
            pieces.append(Piece(data[begin:whole], key, frames))
        return pieces
