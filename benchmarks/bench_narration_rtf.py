"""How fast narration is made: one line of JSON.

``rtf`` is elapsed time per second of speech over whole scripts, from text to Opus file,
the model already open; ``cpu`` is processor seconds per second of speech, which other
work on the machine does not touch. ``first`` is what opening the model adds.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from concurrent.futures import ThreadPoolExecutor

from kiosk.narration.languages import BASES
from kiosk.narration.speech import Line, narrate
from kiosk.narration.voices.catalogue import default_voice
from kiosk.narration.voices.studio import Studio

_DATA = Path(__file__).parent / "data" / "narration_tuning.json"
_BAR = 0.25
_SENTENCES = 4  # a scene's script


def main() -> int:
    """Measures and prints; 0 when the bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    sentences = json.loads(_DATA.read_text("utf-8"))
    lines = [
        Line(" ".join(sentences[language][:_SENTENCES]), (), language,
             default_voice(language, "hostess"))
        for language in BASES
    ]
    studio = Studio(args.jobs)
    began = time.perf_counter()
    narrate(Line("One.", (), "en", lines[1].voice), studio.engine(lines[1].voice), "0" * 20)
    first = time.perf_counter() - began
    began, worked = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(args.jobs) as pool:
        made = list(pool.map(lambda one: narrate(one, studio.engine(one.voice), "0" * 20), lines))
    elapsed, cpu = time.perf_counter() - began, time.process_time() - worked
    speech = sum(one.track.duration for one in made)
    figures = {
        "bench": "narration_rtf", "rtf": round(elapsed / speech, 3), "bar": _BAR,
        "cpu": round(cpu / speech, 3), "first": round(first, 2), "speech": round(speech, 1),
        "kbit_per_s": round(sum(len(one.audio) for one in made) * 8 / speech / 1000, 1),
        "jobs": args.jobs, "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 2),
        "passed": elapsed / speech <= _BAR,
    }
    print(json.dumps(figures))
    return 0 if figures["passed"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
