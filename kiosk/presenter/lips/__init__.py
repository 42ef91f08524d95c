"""Lips from phonemes: a narration's track becomes mouth shapes at 60 Hz."""
