"""The levels of everything that sounds, as plain figures: no library is loaded for them."""

SPEECH = -18.0  # LUFS, integrated, of every baked narration
BED = -24.0  # LUFS of every bed once read, whatever its file was; played far below that
