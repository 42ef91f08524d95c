"""The engines that turn phonemes or text into speech, and the voices they have."""

from kiosk.narration.voices.catalogue import default_voice

__all__ = ["default_voice"]
