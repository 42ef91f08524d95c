"""Opens engines by the name of a voice; the model is loaded once, when first needed."""

import os
import threading
from pathlib import Path

from kiosk.narration.voices.catalogue import divide_voice, find_voice
from kiosk.narration.voices.engine import Engine
from kiosk.narration.voices.kokoro import Kokoro, Runner, load_style, open_model
from kiosk.narration.voices.model import model_file
from kiosk.narration.voices.system import System

STYLES = Path(__file__).resolve().parents[3] / "assets" / "voices"


class Studio:
    """Engines for baking. ``jobs`` scripts are spoken at once and share the processor."""

    def __init__(self, jobs: int = 1, styles: Path = STYLES) -> None:
        self._threads = max(1, (os.cpu_count() or 1) // max(1, jobs))
        self._styles = styles
        self._lock = threading.Lock()
        self._runner: Runner | None = None

    def engine(self, voice: str) -> Engine:
        """The engine of ``engine:name``. Raises NarrationError when it cannot be opened."""
        kind, name = divide_voice(voice)
        if kind == "kokoro":
            known = find_voice(name)
            return Kokoro(self._model(), load_style(self._styles / f"{name}.bin"), known)
        return System(name)

    def _model(self) -> Runner:
        with self._lock:
            if self._runner is None:
                self._runner = open_model(model_file(), self._threads)
            return self._runner
