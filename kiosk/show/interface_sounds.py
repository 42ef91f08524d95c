"""What a visitor hears of the booth itself: cork, oak and glass."""

from enum import StrEnum


class InterfaceSound(StrEnum):
    """Each is a file of that name in ``assets/sounds/interface``."""

    TOUCH = "touch"  # anything that answers to a finger
    OPEN = "open"  # a page, a wine, a tour opens
    BACK = "back"  # and closes
    FOUND = "found"  # something was found or kept
    GREETING = "greeting"  # a session begins
    ON_AIR = "on-air"  # the room whose code is shown has gone on air
