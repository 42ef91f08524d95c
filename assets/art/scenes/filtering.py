"""Clearing, the bayberry wine's own step; it shares the laboratory table with blending."""

from scenes.blending import draw

__all__ = ["draw"]
