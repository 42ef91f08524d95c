"""Whether a code can be read: what a decoder makes of a screen's own picture.

Measured over all packs: OpenCV's ArUco-based detector reads every code of a screen's picture, and
at a third of its size with mild blur once that is enlarged; its older detector reads one of fifty.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from kiosk.live.codes import QUIET_ZONE, Code

CONTRAST = 0.4  # of white, between light and dark: grade C of ISO/IEC 15415
SCALES = (1.0, 2.0, 0.5)  # a decoder may miss at one size what it reads at another
SMALLEST = 2  # pixels a module, as drawn by ``drawn``: the smallest a stage shows


def shining(level: float) -> float:
    """The light of a screen's level, both as shares of white (sRGB, IEC 61966-2-1): contrast is
    one of light, and a level of half gives a fifth of it.
    """
    return level / 12.92 if level <= 0.04045 else float(((level + 0.055) / 1.055) ** 2.4)


def read(picture: NDArray[np.uint8]) -> set[str]:
    """What the QR code that fills a picture says; nothing where phones would not read it.

    A decoder reads any contrast from a perfect picture, cameras in a bright hall do not: less than
    ``CONTRAST`` counts as unread.

    Args:
        picture: greys, rows by columns.
    """
    dark, light = np.percentile(picture, (5, 95)) / 255
    if shining(light) - shining(dark) < CONTRAST:
        return set()
    found: set[str] = set()
    for scale in SCALES:
        scaled = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        try:
            _, texts, _, _ = cv2.QRCodeDetectorAruco().detectAndDecodeMulti(scaled)
        except cv2.error:  # the detector's own doubts about a shape it took for a code
            continue
        found |= {text for text in texts if text}
        if found:
            break
    return found


def drawn(code: Code, paper: tuple[int, int, int], pixels: int = SMALLEST) -> NDArray[np.uint8]:
    """A code as the stage draws it, black on a winery's paper, in greys.

    Args:
        code: without its quiet zone.
        paper: red, green and blue, 0 to 255.
        pixels: of a module's side.
    """
    red, green, blue = paper
    grey = round(0.299 * red + 0.587 * green + 0.114 * blue)
    rows = np.where(np.array(code.rows, bool), 0, grey).astype(np.uint8)
    framed = np.pad(rows, QUIET_ZONE, constant_values=grey)
    return framed.repeat(pixels, 0).repeat(pixels, 1)
