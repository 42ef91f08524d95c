"""What the life layer asks of a face at one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Motion:
    """Offsets to a face at rest that looks into the camera, where the visitor stands.

    ``shapes`` are ARKit's names with Left and Right apart, 0 to 1, only those that are not 0;
    the lips' own shapes are added to them. ``gaze`` is where both eyes look, in degrees from
    the camera as the visitor sees it: right and up are positive. The head's turn is already in
    it: on (0, 0) she looks at the visitor however her head is turned. ``head`` is in degrees:
    turn to the visitor's right, nod up, tilt to the visitor's right. ``lean`` is how far the
    shoulders are, in millimetres to the visitor's right and forward. ``breath`` is 0 empty to
    1 full.
    """

    shapes: dict[str, float]
    gaze: tuple[float, float]
    head: tuple[float, float, float]
    lean: tuple[float, float]
    breath: float

    @property
    def eyes(self) -> tuple[float, float]:
        """The eyes' own turn within the head, degrees right and up.

        The vestibulo-ocular reflex: in the light, with a gain of 1, the eyes turn against the
        head so that the gaze stays. For a face that turns its eyes together with its head.
        """
        return self.gaze[0] - self.head[0], self.gaze[1] - self.head[1]
