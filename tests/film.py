"""Looks at a film as an independent player sees it: its frames, its sound, and their times."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.rtmp_server import needed

RATE = 48_000
CLICK = 8000  # of 32767: louder than that is a click


@dataclass(frozen=True, slots=True)
class Film:
    """Times in seconds of one clock.

    ``shown`` is when each frame comes on, ``light`` its mean brightness (0 to 255); ``heard`` is
    the first sample's time, ``sound`` the samples of one side.
    """

    shown: NDArray[np.float64]
    light: NDArray[np.float64]
    heard: float
    sound: NDArray[np.int16]

    def flashes(self, above: float = 128.0) -> NDArray[np.float64]:
        """When the picture turned bright."""
        bright = self.light > above
        return self.shown[1:][bright[1:] & ~bright[:-1]]

    def clicks(self, above: int, quiet: float) -> NDArray[np.float64]:
        """When it became loud after a silence."""
        loud = np.flatnonzero(np.abs(self.sound.astype(int)) > above)
        first = loud[np.diff(loud, prepend=-RATE) > quiet * RATE]
        return self.heard + first / RATE

    def apart(self, quiet: float = 0.2) -> NDArray[np.float64]:
        """Sound against picture at each flash, seconds; positive: the sound is late."""
        flashes, clicks = self.flashes(), self.clicks(above=CLICK, quiet=quiet)
        assert len(flashes), "no flash is seen"
        assert len(clicks), "no click is heard"
        nearest = np.abs(clicks[None, :] - flashes[:, None]).argmin(1)
        return np.asarray(clicks[nearest] - flashes, np.float64)


def _ffmpeg(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = ["ffmpeg", "-hide_banner", "-nostdin", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=True)


def look_at(path: Path, crop: str = "iw:ih:0:0") -> Film:
    """Decode a film; ``crop`` is the part that is looked at, as ffmpeg's filter takes it."""
    needed("ffmpeg")
    told = _ffmpeg(
        "-copyts", "-i", path, "-map", "0:v:0",
        "-vf", f"crop={crop},scale=16:16,format=gray,showinfo", "-f", "null", "-",
    ).stderr.decode()  # fmt: skip
    rows = re.findall(r"pts_time:(-?[\d.]+).*?mean:\[(\d+)", told)
    shown = np.array([float(time) for time, _ in rows])
    light = np.array([float(mean) for _, mean in rows])
    heard = _ffmpeg(
        "-copyts", "-i", path, "-map", "0:a:0", "-af", "ashowinfo", "-f", "null", "-"
    ).stderr.decode()  # fmt: skip
    first = re.search(r"pts_time:(-?[\d.]+)", heard)
    assert first is not None, "there is no sound"
    samples = _ffmpeg(
        "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-"
    ).stdout
    return Film(shown, light, float(first[1]), np.frombuffer(samples, "<i2"))
