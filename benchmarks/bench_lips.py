"""Lips beside the sound they belong to: one line of JSON.

Sentences are spoken as a scene's script is (kept in the cache folder, so a second run is
quick), decoded, and their lips computed from the track; ``lip_sound`` finds in the sound
when lips meet and part. ``--set tuning`` are the sentences that the tables of
kiosk/presenter/lips/moments.py were fitted with; the default held-out set had no part.

- closed: of all p, b, m those during which the lips touch at some sample at 60 Hz;
  closed_as_heard: of those heard to close, while they are.
- offset: when the lips leave the closed state, less when they are heard to part; late is
  positive. ``p99`` is of its absolute value; with under 100 cases that is nearly the worst.
- meeting: the same for the beginning of closures; a murmur begins less sharply than it ends.
- still: largest change of any weight in silences over 200 ms, from 120 ms after the sound
  ended (the mouth's decay) to 150 ms before it begins again (its anticipation).
- onset: when the mouth is half open for a vowel after such a silence, less when it sounds.
- correlation: of the lips' opening with the sound's amplitude, in steps of 1/60 s, and by
  how much the lips would have to be later for the best one.
"""

import argparse
import io
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.lip_sound import VOWELS, bilabials, closure, loudness, silences, steps
from kiosk.narration.key import narration_key
from kiosk.narration.languages import BASES
from kiosk.narration.sound.files import read
from kiosk.narration.speech import Line, narrate
from kiosk.narration.track import Track, read_track, write_track, write_whole
from kiosk.narration.voices.catalogue import default_voice
from kiosk.narration.voices.engine import Samples
from kiosk.narration.voices.model import cache_folder
from kiosk.narration.voices.studio import Studio
from kiosk.presenter.lips.coarticulation import RATE
from kiosk.presenter.lips.shapes import opening
from kiosk.presenter.lips.track import lips_of

_DATA = Path(__file__).parent / "data"
BARS = {"closed": 0.95, "offset_median_ms": 25, "offset_p99_ms": 60, "still": 0.0}
TOUCH = 0.02  # opening below which the lips touch; a full "ah" is about 0.6
PARTED = 0.05
_DECAY, _ANTICIPATION = 0.12, 0.15
_LAGS = range(-9, 10)


@dataclass(slots=True)
class Tally:
    """What was seen in one language."""

    bilabials: int = 0
    closed: int = 0
    heard: int = 0
    audible: int = 0
    closed_as_heard: list[bool] = field(default_factory=list)
    onsets: list[float] = field(default_factory=list)
    offsets: list[float] = field(default_factory=list)
    meetings: list[float] = field(default_factory=list)
    silences: int = 0
    motion: float = 0.0
    openings: list[NDArray[np.float64]] = field(default_factory=list)
    loud: list[NDArray[np.float64]] = field(default_factory=list)


def spoken(text: str, language: str, voice: str, studio: Studio) -> tuple[Samples, Track]:
    """A sentence as a booth plays it, spoken once and kept."""
    folder = cache_folder() / "bench-lips"
    path = folder / f"{narration_key(text, (), language, voice)}.ogg"
    if not path.with_suffix(".json").exists():
        made = narrate(Line(text, (), language, voice), studio.engine(voice), path.stem)
        write_whole(path, made.audio)
        write_track(path.with_suffix(".json"), made.track)
    return read(io.BytesIO(path.read_bytes())), read_track(path.with_suffix(".json"))


def parting(wide: NDArray[np.float64], near: float) -> float | None:
    """When the opening leaves the closed state, nearest to a moment; seconds."""
    away = np.flatnonzero((wide[:-1] < PARTED) & (wide[1:] >= PARTED))
    times = (away + (PARTED - wide[away]) / (wide[away + 1] - wide[away])) / RATE
    return float(times[np.argmin(np.abs(times - near))]) if len(times) else None


def half_open(wide: NDArray[np.float64], start: float) -> float:
    """When the opening first reaches half of the widest within 150 ms of a moment; seconds."""
    first = max(0, round((start - _ANTICIPATION) * RATE))
    part = wide[first : round((start + 0.15) * RATE)]
    at = int(np.argmax(part >= part.max() / 2))
    return (first + at) / RATE


def look(samples: Samples, track: Track, tally: Tally, say: bool) -> None:
    """Adds one narration to a language's tally."""
    weights = lips_of(track).weights()
    wide = opening(weights)
    times = np.arange(len(wide)) / RATE
    for one in track.phonemes:
        if one.ipa[0] in "pbm":
            within = wide[(times >= one.start - 0.04) & (times <= one.end + 0.02)]
            tally.bilabials += 1
            tally.closed += bool(within.min() <= TOUCH)
    rise = steps(samples)
    for expected in bilabials(track):
        tally.audible += 1
        found = closure(rise, expected)
        parted = parting(wide, found[1]) if found else None
        if found is None or parted is None:
            continue
        tally.heard += 1
        tally.offsets.append(1000 * (parted - found[1]))
        if not expected.paused:
            within = wide[(times >= found[0]) & (times <= found[1])]
            tally.closed_as_heard.append(bool(within.min(initial=1.0) <= TOUCH))
            met = parting(wide[::-1], times[-1] - found[0])
            tally.meetings.append(1000 * (times[-1] - (met or 0.0) - found[0]))
        if say and abs(tally.offsets[-1]) > 35:
            print(f"{tally.offsets[-1]:5.0f} ms  {expected.phoneme}", file=sys.stderr)
    change = np.abs(np.diff(weights, axis=0)).max(axis=1)
    vowels = np.array([one.start for one in track.phonemes if one.ipa[0] in VOWELS])
    before = {one.start for one in track.phonemes if one.ipa[0] not in VOWELS}
    for start, end in silences(samples):
        near = vowels[np.abs(vowels - end) < 0.1]
        if len(near) and not any(end - 0.1 < other < near[0] for other in before):
            tally.onsets.append(1000 * (half_open(wide, end) - end))
        inside = (times[:-1] >= start + _DECAY) & (times[1:] <= end - _ANTICIPATION)
        tally.silences += bool(inside.any())
        tally.motion = max(tally.motion, float(change[inside].max(initial=0.0)))
        if say and change[inside].max(initial=0.0) > 0:
            print(f"moves in silence {start:.2f}-{end:.2f}: "
                  f"{times[:-1][inside & (change > 0)]}", file=sys.stderr)  # fmt: skip
    tally.openings.append(wide)
    tally.loud.append(loudness(samples, times))


def figures(tally: Tally) -> dict[str, Any]:
    """A language's figures; ``passed`` against the bars."""
    late = np.array(tally.offsets)
    closed = tally.closed / max(1, tally.bilabials)
    as_heard = float(np.mean(tally.closed_as_heard))
    median, p99 = float(np.median(late)), float(np.percentile(np.abs(late), 99))
    best, lag = max((_correlation(tally, lag), lag) for lag in _LAGS)
    return {
        "bilabials": tally.bilabials,
        "closed": round(closed, 3),
        "closed_as_heard": round(as_heard, 3),
        "audible": tally.audible,
        "heard": tally.heard,
        "offset_median_ms": round(median, 1),
        "offset_p99_ms": round(p99, 1),
        "meeting_median_ms": round(float(np.median(tally.meetings)), 1),
        "onsets": len(tally.onsets),
        "onset_median_ms": round(float(np.median(tally.onsets)), 1) if tally.onsets else None,
        "silences": tally.silences,
        "still": round(tally.motion, 4),
        "correlation": round(_correlation(tally, 0), 3),
        "best_correlation": round(best, 3),
        "best_lag_ms": round(1000 * lag / RATE),
        "passed": min(closed, as_heard) >= BARS["closed"]
        and abs(median) <= BARS["offset_median_ms"]
        and p99 <= BARS["offset_p99_ms"]
        and tally.motion <= BARS["still"],
    }


def _correlation(tally: Tally, lag: int) -> float:
    """Between sound and lips that come ``lag`` frames later than they do."""
    pairs = [
        (wide[max(0, -lag) : len(wide) - max(0, lag)], loud[max(0, lag) : len(loud) + min(0, lag)])
        for wide, loud in zip(tally.openings, tally.loud, strict=True)
    ]
    lips, sound = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return float(np.corrcoef(lips, sound)[0, 1])


def main() -> int:
    """Measures and prints; 0 when every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("held_out", "tuning"), default="held_out")
    parser.add_argument("--lang", action="append", choices=BASES)
    parser.add_argument("--presenter", default="hostess", help="hostess or vintner")
    parser.add_argument("--say", action="store_true", help="name what is far off")
    args = parser.parse_args()
    sentences = json.loads((_DATA / f"narration_{args.set}.json").read_text("utf-8"))
    studio = Studio()
    result: dict[str, Any] = {"bench": "lips", "set": args.set, "bars": BARS}
    everything = []
    for language in args.lang or BASES:
        voice = default_voice(language, args.presenter)
        tally = Tally()
        for sentence in sentences[language]:
            look(*spoken(sentence, language, voice, studio), tally, args.say)
        result[language] = {"voice": voice, **figures(tally)}
        everything += tally.offsets
        print(language, result[language], file=sys.stderr, flush=True)
    late = np.array(everything)
    result["all"] = {
        "heard": len(late),
        "offset_median_ms": round(float(np.median(late)), 1),
        "offset_p99_ms": round(float(np.percentile(np.abs(late), 99)), 1),
    }
    passed = all(result[language]["passed"] for language in args.lang or BASES)
    result["passed"] = passed
    print(json.dumps(result))
    return 0 if passed else 1


if __name__ == "__main__":
    raise SystemExit(main())
