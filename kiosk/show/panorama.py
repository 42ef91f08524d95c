"""Looking around in a 360 x 180 degree picture: directions, and their places in a view.

A direction is (degrees right of the picture's middle, degrees above the horizon). A view is what a
camera without distortion (rectilinear) sees that was turned to the right by its heading, then up by
its pitch, and never leans: what stands upright in the middle of the view stands upright in it.
Places in a view are pixels from its top left corner, so that pixel (0, 0) reaches from 0 to 1.
"""

import math
from dataclasses import dataclass, replace

NARROWEST, WIDEST = 50.0, 90.0  # degrees across the view's longer side
STEEPEST = 60.0  # degrees of pitch
POLE = 5.0  # degrees that are never seen around zenith and nadir: the picture is a smear there


def wrapped(degrees: float) -> float:
    """The same direction from -180 up to, but not, 180 degrees."""
    return (degrees + 180.0) % 360.0 - 180.0


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a panorama.

    Attributes:
        heading: degrees right of the picture's middle, -180 to 180.
        pitch: degrees above the horizon.
        field: degrees seen across the longer side.
        width, height: pixels.
    """

    heading: float = 0.0
    pitch: float = 0.0
    field: float = WIDEST
    width: int = 1920
    height: int = 1080

    @property
    def focal(self) -> float:
        """Pixels from the eye to the view's plane."""
        return max(self.width, self.height) / 2 / math.tan(math.radians(self.field) / 2)

    @property
    def steepest(self) -> float:
        """Degrees up or down that the view may be turned to."""
        half = math.degrees(math.atan(self.height / 2 / self.focal))
        return max(0.0, min(STEEPEST, 90.0 - POLE - half))

    def ray(self, x: float, y: float) -> tuple[float, float]:
        """How far right and down a place lies from the middle of the view, for one ahead."""
        return (x - self.width / 2) / self.focal, (y - self.height / 2) / self.focal

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """The direction that is seen at a place, in degrees."""
        right, down = self.ray(x, y)
        sine, cosine = _turn(self.pitch)
        ahead, up = cosine + down * sine, sine - down * cosine
        turned = math.degrees(math.atan2(right, ahead))
        raised = math.degrees(math.atan2(up, math.hypot(right, ahead)))
        return wrapped(self.heading + turned), raised

    def place(self, right: float, up: float) -> tuple[float, float] | None:
        """Where a direction is seen, in the view or beside it; None for what lies behind."""
        sine, cosine = _turn(self.pitch)
        raised, level = _turn(up)
        aside, front = _turn(right - self.heading)
        ahead = level * front * cosine + raised * sine
        if ahead <= 1e-6:
            return None
        above = raised * cosine - level * front * sine
        x = self.width / 2 + self.focal * level * aside / ahead
        return x, self.height / 2 - self.focal * above / ahead

    def limited(self) -> "View":
        """The nearest view that may be shown."""
        view = replace(self, field=max(NARROWEST, min(WIDEST, self.field)))
        steep = view.steepest
        pitch = max(-steep, min(steep, view.pitch))
        return replace(view, heading=wrapped(view.heading), pitch=pitch)

    def holding(self, right: float, up: float, x: float, y: float) -> "View":
        """Turned so that a direction is seen at a place: what a finger took hold of stays under it.

        Above its limits of pitch the view follows only sideways.
        """
        aside, down = self.ray(x, y)
        length = math.sqrt(1 + aside * aside + down * down)
        share = length * math.sin(math.radians(up)) / math.sqrt(1 + down * down)
        lean = math.degrees(math.atan(down))
        pitch = math.degrees(math.asin(max(-1.0, min(1.0, share)))) + lean
        view = replace(self, pitch=pitch).limited()
        sine, cosine = _turn(view.pitch)
        turned = math.degrees(math.atan2(aside, cosine + down * sine))
        return replace(view, heading=wrapped(right - turned))


def _turn(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return math.sin(angle), math.cos(angle)
