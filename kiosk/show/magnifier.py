"""A picture under two fingers: closer, up to three times, and moved about while it is."""

from dataclasses import dataclass, field

from kiosk.show.fingers import Fingers, Grip

CLOSEST = 3.0
LEAST = 1.05  # a picture hardly closer than it was goes back when the fingers leave it


@dataclass(slots=True)
class Magnifier:
    """Where a picture lies that covers a stage.

    Attributes:
        width, height: of the stage and of the picture at rest, pixels.
        seen: pixels of the height, from the top, that nothing lies before.
        scale: 1.0 to ``CLOSEST``.
        x, y: where the picture's top left corner is, pixels; at most 0.
        fingers: that hold it.
    """

    width: float = 1.0
    height: float = 1.0
    seen: float = 1.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    fingers: Fingers = field(default_factory=Fingers)
    _held: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 1.0)

    @property
    def near(self) -> bool:
        """Whether the picture is closer than at rest."""
        return self.scale > 1.0

    def press(self, finger: int, x: float, y: float) -> None:
        """A finger comes down."""
        if self.fingers.press(finger, x, y):
            self._hold()

    def drag(self, finger: int, x: float, y: float) -> None:
        """A finger moves: what is held stays under the fingers."""
        grip = self.fingers.grip if self.fingers.move(finger, x, y) else None
        if grip is not None:
            self._follow(grip)

    def lift(self, finger: int) -> None:
        """A finger leaves."""
        if self.fingers.lift(finger):
            self._hold()
            if self.fingers.grip is None and self.scale < LEAST:
                self.back()

    def back(self) -> None:
        """As it was."""
        self.scale, self.x, self.y = 1.0, 0.0, 0.0
        self._hold()

    def _hold(self) -> None:
        grip = self.fingers.grip
        if grip is not None:
            x, y = (grip.x - self.x) / self.scale, (grip.y - self.y) / self.scale
            self._held = (x, y, grip.spread, self.scale)

    def _follow(self, grip: Grip) -> None:
        x, y, spread, scale = self._held
        if spread and grip.spread:
            self.scale = max(1.0, min(CLOSEST, scale * grip.spread / spread))
        # What lies behind the counter can be brought up, the more the closer it is.
        more = (self.height - self.seen) * min(1.0, 2 * (self.scale - 1))
        self.x = max(self.width * (1 - self.scale), min(0.0, grip.x - x * self.scale))
        self.y = max(self.height * (1 - self.scale) - more, min(0.0, grip.y - y * self.scale))
