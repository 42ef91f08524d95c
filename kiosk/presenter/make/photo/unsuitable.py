"""Why a photograph cannot become a presenter, and what to do about each reason."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from kiosk.errors import PresenterError


class Reason(StrEnum):
    """One kind of unsuitable photograph."""

    MISSING = "missing"
    TOO_LARGE = "too-large"
    NO_PICTURE = "no-picture"
    DAMAGED = "damaged"
    NO_FACE = "no-face"
    SEVERAL_FACES = "several-faces"
    SMALL_FACE = "small-face"
    CUT_OFF = "cut-off"
    NO_SHOULDERS = "no-shoulders"
    COVERED = "covered"
    TURNED = "turned"
    NODDING = "nodding"
    TILTED = "tilted"
    EYES_CLOSED = "eyes-closed"
    EYES_HIDDEN = "eyes-hidden"
    MOUTH_OPEN = "mouth-open"
    BLURRED = "blurred"
    TOO_DARK = "too-dark"
    TOO_BRIGHT = "too-bright"
    HALF_SHADOW = "half-shadow"
    NO_COLOUR = "no-colour"


SAID: dict[Reason, tuple[str, str]] = {
    Reason.MISSING: ("there is no such file", "give the path of a photograph"),
    Reason.TOO_LARGE: (
        "the picture is too large to be read",
        "save it smaller, with at most 50 million pixels and 40 MB",
    ),
    Reason.NO_PICTURE: (
        "the file is no JPEG, PNG or WebP picture",
        "save the photograph as JPEG; phones can do that in their camera's settings",
    ),
    Reason.DAMAGED: (
        "the picture is damaged or cut off",
        "copy it from the camera or the phone again",
    ),
    Reason.NO_FACE: (
        "no face is found in it",
        "take a portrait from the front, with nothing before the face",
    ),
    Reason.SEVERAL_FACES: (
        "it shows more than one person",
        "cut it so that only one person is left",
    ),
    Reason.SMALL_FACE: (
        "the face is too small to be shown large",
        "go closer, or give the original file: the face must be {least} pixels wide",
    ),
    Reason.CUT_OFF: (
        "the head is cut off at the edge",
        "give a picture with air around all of head and hair",
    ),
    Reason.NO_SHOULDERS: (
        "the picture ends too close below the chin",
        "give a picture that shows the shoulders, too",
    ),
    Reason.COVERED: (
        "something covers the face",
        "take the portrait without mask, hand or hair before the face",
    ),
    Reason.TURNED: ("the head is turned to the side", "look straight into the camera"),
    Reason.NODDING: (
        "the head is raised or lowered",
        "hold the camera at the height of the eyes and look straight into it",
    ),
    Reason.TILTED: ("the head leans to one side", "hold head and camera upright"),
    Reason.EYES_CLOSED: ("the eyes are closed", "take the portrait with open eyes"),
    Reason.EYES_HIDDEN: (
        "the eyes cannot be seen clearly",
        "take dark or shining glasses off and let light fall into the face",
    ),
    Reason.MOUTH_OPEN: (
        "the mouth is open or shows teeth",
        "close the lips; a smile is welcome, the presenter opens the mouth by itself",
    ),
    Reason.BLURRED: (
        "the face is blurred",
        "hold the camera still, focus on the eyes, or give the original file",
    ),
    Reason.TOO_DARK: ("the face is too dark", "turn the face to a window or a lamp"),
    Reason.TOO_BRIGHT: ("the face is overexposed", "take it with less light or without flash"),
    Reason.HALF_SHADOW: (
        "one half of the face lies in shadow",
        "let soft light fall from the front, as from a window before you",
    ),
    Reason.NO_COLOUR: (
        "the skin has no colours of skin",
        "give a colour photograph, not a grey, tinted or drawn picture",
    ),
}
LEAST_WIDTH = 220  # pixels from ear to ear


class UnsuitableError(PresenterError):
    """A photograph that cannot become a presenter; the first of `reasons` weighs most."""

    def __init__(self, path: Path, *reasons: Reason) -> None:
        self.reasons = reasons
        what, advice = SAID[reasons[0]]
        super().__init__(what, where=str(path), advice=advice.format(least=LEAST_WIDTH))

    def others(self) -> list[str]:
        """A sentence for each further reason."""
        said = (SAID[reason] for reason in self.reasons[1:])
        return [f"{what}; {advice.format(least=LEAST_WIDTH)}." for what, advice in said]
