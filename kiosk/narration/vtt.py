"""Captions as WebVTT (w3.org/TR/webvtt1)."""

from collections.abc import Iterable

from kiosk.narration.track import Cue


def webvtt(cues: Iterable[Cue]) -> str:
    """The text of a .vtt file; what could be markup is escaped."""
    blocks = ["WEBVTT\n"]
    for number, cue in enumerate(cues, 1):
        blocks.append(f"{number}\n{_stamp(cue.start)} --> {_stamp(cue.end)}\n{_escape(cue.text)}\n")
    return "\n".join(blocks)


def _stamp(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"


def _escape(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "\n".join(line for line in escaped.split("\n") if line.strip())
