"""The captions of a recording, gathered while it is made."""

from pathlib import Path

from kiosk.errors import BroadcastError
from kiosk.narration.track import Cue
from kiosk.narration.vtt import webvtt


class CaptionLog:
    """Remembers what was shown when, in seconds of the stream."""

    def __init__(self) -> None:
        self._cues: list[Cue] = []
        self._text = ""
        self._since = 0.0

    def show(self, text: str, now: float) -> None:
        """Another caption stands from that moment on; "" for none."""
        if text == self._text:
            return
        if self._text and now > self._since:
            self._cues.append(Cue(self._text, self._since, now, 0, len(self._text)))
        self._text, self._since = text, now

    def write(self, path: Path, now: float) -> None:
        """End at that moment and write WebVTT.

        Raises:
            BroadcastError: the file cannot be written.
        """
        self.show("", now)
        try:
            path.write_text(webvtt(self._cues), "utf-8")
        except OSError as error:
            raise BroadcastError(
                f"the captions cannot be written ({error.strerror})", where=str(path),
                advice="make room, or record into another folder",
            ) from error
