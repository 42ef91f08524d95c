"""Note names to frequencies."""

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def hertz(note: str) -> float:
    """Equal temperament at A4 = 440 Hz: "A4", "Bb2", "F#3"."""
    step = _STEPS[note[0]] + note.count("#") - note[1:].count("b") + 12 * int(note[-1])
    return float(440.0 * 2.0 ** ((step - 57) / 12))
