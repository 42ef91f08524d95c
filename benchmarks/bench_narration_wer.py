"""Word errors of Whisper-base on baked narration: one line of JSON.

Every sentence goes the whole way of a scene's script (normalised, spoken, levelled, Opus)
and is decoded again before it is heard. ``--set tuning`` measures the sentences that
voices and rules were chosen with; the default is the held-out set, which nothing was
chosen with. ``--say`` prints what was heard wrong to standard error.

Numbers are spelled out, and case, punctuation, apostrophes and hyphens are left out, in what
was said and in what was heard alike. French spellings of one sound ("versez", "verser") are
one word, since no listener can tell them apart; ``spelled`` beside it counts them as errors.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.recogniser import heard, whisper_base
from benchmarks.wording import by_ear, errors, units
from kiosk.narration.languages import BASES
from kiosk.narration.speech import Line, narrate
from kiosk.narration.voices.catalogue import default_voice
from kiosk.narration.voices.studio import Studio

_DATA = Path(__file__).parent / "data"
BARS = {"en": 3.0, "es": 7.0, "it": 8.0, "fr": 9.0, "pt": 11.0, "zh": 12.0}  # per cent


def main() -> int:
    """Measures and prints; 0 when every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("held_out", "tuning"), default="held_out")
    parser.add_argument("--lang", action="append", choices=BASES)
    parser.add_argument("--presenter", default="hostess", help="hostess or vintner")
    parser.add_argument("--voice", default="", help="engine:name instead of the presenter's")
    parser.add_argument("--say", action="store_true")
    args = parser.parse_args()
    sentences = json.loads((_DATA / f"narration_{args.set}.json").read_text("utf-8"))
    studio, model = Studio(), whisper_base()
    figures: dict[str, object] = {"bench": "narration_wer", "set": args.set, "bars": BARS}
    passed = True
    for language in args.lang or BASES:
        voice = args.voice or default_voice(language, args.presenter)
        engine = studio.engine(voice)
        wrong = spelled = total = 0
        for sentence in sentences[language]:
            made = narrate(Line(sentence, (), language, voice), engine, "0" * 20)
            text = heard(model, made.decoded, language)
            wanted, got = units(sentence, language), units(text, language)
            count = errors(by_ear(wanted, language), by_ear(got, language))
            wrong, total = wrong + count, total + len(wanted)
            spelled += errors(wanted, got)
            if args.say and count:
                print(f"{count}  {sentence}\n   {text}", file=sys.stderr)
        rate = round(100 * wrong / total, 1)
        passed = passed and rate <= BARS[language]
        figures[language] = {
            "voice": voice, "percent": rate, "wrong": wrong, "spelled": spelled, "units": total
        }
        print(language, figures[language], file=sys.stderr, flush=True)
    figures["passed"] = passed
    print(json.dumps(figures, ensure_ascii=False))
    return 0 if passed else 1


if __name__ == "__main__":
    raise SystemExit(main())
