"""A stage's size as it is written on the command line."""

from kiosk.errors import UsageError

SMALLEST, LARGEST = 320, 8192  # pixels along one side of a stage


def screen_size(text: str) -> tuple[int, int]:
    """``1920x1080`` as two numbers. Raises UsageError."""
    width, cross, height = text.lower().partition("x")
    if cross and width.isdecimal() and height.isdecimal() and len(text) <= 9:
        size = (int(width), int(height))
        if all(SMALLEST <= side <= LARGEST for side in size):
            return size
    raise UsageError(
        f"{text!r} is not a size", where="--size",
        advice=f"write it like 1920x1080, each side from {SMALLEST} to {LARGEST}",
    )  # fmt: skip
