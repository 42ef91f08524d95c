"""When a step's diagram takes the place of its picture."""

from kiosk.show.spoken import SENTENCE_END, Spoken

EARLIEST, LATEST = 0.18, 0.45  # shares of the narration: the picture is seen, and time is left
USUAL = 1 / 3  # of the narration, where no sentence ends between the two
NEEDED = 7.0  # s a diagram has to stay to be understood; else the picture does


def explained_from(spoken: Spoken) -> float | None:
    """When the diagram is due, in seconds of the narration; None where the scene is too short.

    With the first caption that ends a sentence after the picture has been seen, so that it does
    not change in the middle of a thought; else after a third.
    """
    length = spoken.track.duration
    ends = [
        cue.end
        for cue in spoken.track.cues
        if EARLIEST * length <= cue.end <= LATEST * length and _closes(cue.text)
    ]
    due = ends[0] if ends else length * USUAL
    return due if spoken.seconds - spoken.lead - due >= NEEDED else None


def _closes(text: str) -> bool:
    end = len(text.rstrip())
    return any(match.end() == end for match in SENTENCE_END.finditer(text))
