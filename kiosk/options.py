"""What a command asks of the program, as plain values."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How the booth's screen is to be shown."""

    content: Path
    windowed: bool = False
    size: tuple[int, int] | None = None  # pixels
    rotation: int = 0  # degrees clockwise
    language: str | None = None
    seconds: float | None = None  # of real time; None: until it is closed
    shots: Path | None = None
    events: Path | None = None
    pace: float = 1.0
    mute: bool = False


@dataclass(frozen=True, slots=True)
class CastOptions:
    """Where the show is to be sent, and how."""

    size: tuple[int, int]  # pixels, both even
    fps: int
    kbps: int = 0  # of the pictures; 0: what suits the size
    producer: str = ""  # whom recordings name as their maker
    authority: Path | None = None  # certificates to trust for RTMPS; None: the system's
    seconds: float | None = None  # of the stream; None: until it is closed


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """Which scenes to draw, and how large."""

    pack: Path
    out: Path
    size: tuple[int, int] = (1920, 1080)
    language: str | None = None  # None: every language of the pack
