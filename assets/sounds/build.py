"""Synthesise the beds and interface sounds.

    python assets/sounds/build.py [NAME ...] [--force] [--look DIR]

Names are those of the packs (``vina-arcedo`` ...), ``generic``, or of interface sounds (``touch``
...); without any, whatever is missing or older than the code is made. ``--look`` draws a
spectrogram of each. The same sources give the same samples.
"""

import argparse
import importlib
import io
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from assets.sounds.kit.circle import RATE, Stereo, band  # noqa: E402 - the path is set above
from assets.sounds.touches import TOUCHES  # noqa: E402
from kiosk.narration.sound import levels  # noqa: E402
from kiosk.narration.sound.loop import SEAM  # noqa: E402
from kiosk.narration.sound.loudness import integrated, true_peak  # noqa: E402

TOUCH_LEVEL = -26.0  # LUFS of the loudest 0.4 s and more: 8 below speech
CEILING = -6.0  # dBFS, true peak
SPEAKERS = band(150, 7000, 1.0)
_EFFORT = 0.90  # libsndfile's compression level: about 60 kbit/s for both channels

PACKS = (
    "vina-arcedo", "cascina-bruvel", "quinta-da-lousamoura", "chateau-valombrac", "yanyu-fang"
)  # fmt: skip
# Every sound file of the project: name -> where it is kept.
FILES: dict[str, Path] = {
    "generic": HERE / "bed.ogg",
    **{name: ROOT / "content" / "wineries" / name / "media" / "bed.ogg" for name in PACKS},
    **{name: HERE / "interface" / f"{name}.ogg" for name in TOUCHES},
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What a made sound measures."""

    seconds: float
    loudness: float  # LUFS
    peak: float  # dBFS, true peak
    centroid: float  # Hz


def script(name: str) -> Path:
    """The file that says how a sound is made."""
    return HERE / "touches.py" if name in TOUCHES else HERE / "beds" / f"{_module(name)}.py"


def synthesise(name: str) -> Stereo:
    """The sound at its level, (frames, 2); of a bed once round, then its first SEAM seconds again.

    The repeated part lets a player fade the end into the start (``kiosk.narration.sound.loop``).
    """
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    if name in TOUCHES:
        sound = TOUCHES[name](rng)
        return _levelled(sound, TOUCH_LEVEL)
    bed = importlib.import_module(f"assets.sounds.beds.{_module(name)}")
    # A screen's loudspeakers are small: what they cannot play would only take level away.
    once = _levelled(bed.make(rng).shaped(SPEAKERS).samples, levels.BED)
    return np.concatenate([once, once[: int(SEAM * RATE)]])


def encode(sound: Stereo) -> bytes:
    """The sound as Ogg Opus."""
    buffer = io.BytesIO()
    soundfile.write(
        buffer, sound.astype(np.float32), RATE, format="OGG", subtype="OPUS",
        compression_level=_EFFORT,
    )  # fmt: skip
    return buffer.getvalue()


def measure(sound: Stereo) -> Figures:
    """Level, peak and where the energy lies."""
    single = sound.astype(np.float32)
    power = (np.abs(np.fft.rfft(sound, axis=0)) ** 2).sum(axis=1)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return Figures(
        len(sound) / RATE, integrated(single, RATE), max(true_peak(side) for side in single.T),
        float((hertz * power).sum() / power.sum()),
    )  # fmt: skip


def _module(name: str) -> str:
    return name.replace("-", "_")


def _levelled(sound: Stereo, target: float) -> Stereo:
    """At the target loudness, or as loud as the ceiling of the peaks allows."""
    sound = sound - sound.mean(axis=0) if len(sound) > 10 * RATE else sound
    figures = measure(sound)
    gain = min(target - figures.loudness, CEILING - figures.peak)
    return np.asarray(sound * 10 ** (gain / 20))


def _stale(name: str) -> bool:
    path = FILES[name]
    if not path.exists():
        return True
    sources = [script(name), Path(__file__), *(HERE / "kit").glob("*.py")]
    return max(source.stat().st_mtime for source in sources) > path.stat().st_mtime


def _look(sound: Stereo, path: Path) -> None:
    """A spectrogram as a picture: time to the right, 0 to 8 kHz upwards, 80 dB of grey."""
    import cv2  # noqa: PLC0415 - only when asked for

    size, hop = 2048, max(256, len(sound) // 1400)
    mono = sound.mean(axis=1)
    starts = range(0, len(mono) - size, hop)
    frames = np.stack([mono[start : start + size] for start in starts]) * np.hanning(size)
    level = 20 * np.log10(np.abs(np.fft.rfft(frames, axis=1)) + 1e-9)[:, : size // 3].T
    grey = np.clip((level - level.max() + 80) / 80 * 255, 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), grey[::-1])


def main() -> int:
    """Make what is asked for; prints one line a sound."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    ask.add_argument("name", nargs="*", choices=[*FILES, []])
    ask.add_argument("--force", action="store_true")
    ask.add_argument("--look", type=Path)
    args = ask.parse_args()
    names = args.name or [name for name in FILES if args.force or _stale(name)]
    for number, name in enumerate(names, 1):
        print(f"{number:2}/{len(names)}  {name:22} ...", end="\r", flush=True)
        start = time.perf_counter()
        sound = synthesise(name)
        content = encode(sound)
        path = FILES[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".part")
        aside.write_bytes(content)
        aside.replace(path)
        heard = measure(np.asarray(soundfile.read(io.BytesIO(content))[0], np.float64))
        if args.look:
            _look(sound, args.look / f"{name}.png")
        print(
            f"{number:2}/{len(names)}  {name:22} {time.perf_counter() - start:5.1f} s  "
            f"{heard.seconds:5.1f} s of sound  {heard.loudness:6.1f} LUFS  "
            f"peak {heard.peak:6.1f} dBFS  centroid {heard.centroid:5.0f} Hz  "
            f"{len(content) / 1024:4.0f} KiB",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
