"""A panorama's pixels: read once, then seen in any view. Imports OpenCV; not for the event loop."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np

from kiosk.errors import PackError
from kiosk.show.panorama import View

WIDEST_PICTURE = 6144  # pixels across that are kept: 75 MB
CELL = 8  # pixels between the rays that are computed; between them the map is straight enough
CHANNELS = 4


class PanoramaPicture:
    """An equirectangular picture, with a margin of one pixel taken from across the seam.

    Args:
        pixels: BGR, shape (height, width, 3), width twice the height.
    """

    def __init__(self, pixels: Any) -> None:
        height, width = pixels.shape[:2]
        self.width, self.height = width, height
        # Four channels: the screen takes them as they are, and OpenCV samples them twice as fast.
        self._pixels = np.empty((height + 2, width + 2, CHANNELS), np.uint8)
        self._pixels[..., 3] = 255
        self._pixels[1:-1, 1:-1, :3] = pixels
        self._pixels[1:-1, 0] = self._pixels[1:-1, -2]
        self._pixels[1:-1, -1] = self._pixels[1:-1, 1]
        self._pixels[0], self._pixels[-1] = self._pixels[1], self._pixels[-2]

    def seen(self, view: View, scale: float = 1.0) -> Any:
        """The view as BGRA, shape (view.height, view.width, 4).

        Args:
            view: whose pitch and field are within their limits.
            scale: of the pixels computed; below 1.0 they are enlarged again.
        """
        width, height = max(1, round(view.width * scale)), max(1, round(view.height * scale))
        where = self.map(view, width, height)
        # OpenCV's stubs do not know that one map can hold both coordinates.
        picture: Any = cv2.remap(  # type: ignore[call-overload]
            self._pixels, where, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        if (width, height) != (view.width, view.height):
            picture = cv2.resize(picture, (view.width, view.height), interpolation=cv2.INTER_LINEAR)
        return picture

    def map(self, view: View, width: int, height: int) -> Any:
        """Where each of ``width`` x ``height`` pixels of the view lies in the kept picture:
        float32, shape (height, width, 2), x then y.

        Exact for one ray in ``CELL`` x ``CELL``, straight between them: off by less than 0.05
        pixels of the picture (its test compares every ray).
        """
        wide, high = -(-width // CELL) + 2, -(-height // CELL) + 2
        x = (np.arange(wide, dtype=np.float32) - 0.5) * CELL * view.width / width
        y = (np.arange(high, dtype=np.float32) - 0.5) * CELL * view.height / height
        right = ((x - view.width / 2) / view.focal)[None]
        down = ((y - view.height / 2) / view.focal)[:, None]
        sine, cosine = np.sin(np.radians(view.pitch)), np.cos(np.radians(view.pitch))
        ahead, up = cosine + down * sine, sine - down * cosine
        grid = np.empty((high, wide, 2), np.float32)
        # One for the margin, a half because a pixel's middle lies half a pixel from its edge.
        turned = np.degrees(np.arctan2(right, ahead)) + view.heading
        grid[..., 0] = (turned / 360 + 0.5) * self.width + 0.5
        raised = np.degrees(np.arctan2(up, np.hypot(right, ahead)))
        grid[..., 1] = (0.5 - raised / 180) * self.height + 0.5
        return self._folded(grid, width, height)

    def _folded(self, grid: Any, width: int, height: int) -> Any:
        """The grid stretched to every pixel, and what lies beyond the seam brought back."""
        if float(grid[..., 0].min()) < 0.5:
            grid[..., 0] += self.width
        size = (grid.shape[1] * CELL, grid.shape[0] * CELL)
        full = cv2.resize(grid, size, interpolation=cv2.INTER_LINEAR)
        full = full[CELL : CELL + height, CELL : CELL + width]
        end = self.width + 0.5
        beyond = np.flatnonzero(grid[..., 0].max(axis=0) >= end)
        if beyond.size:
            part = full[:, max(0, (int(beyond[0]) - 2) * CELL) :, 0]
            part -= np.float32(self.width) * (part >= end)
        return full


def read(path: Path) -> PanoramaPicture:
    """Decode a panorama, made smaller where it is wider than ``WIDEST_PICTURE``.

    Raises:
        PackError: it cannot be read, or is no panorama.
    """
    try:
        pixels = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    except (OSError, cv2.error) as error:
        raise PackError("the panorama cannot be read", where=str(path)) from error
    if pixels is None or pixels.shape[1] != 2 * pixels.shape[0]:
        raise PackError(
            "this is no panorama of 360 x 180 degrees", where=str(path),
            advice="export it as an equirectangular picture, twice as wide as high",
        )  # fmt: skip
    if pixels.shape[1] > WIDEST_PICTURE:
        size = (WIDEST_PICTURE, WIDEST_PICTURE // 2)
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return PanoramaPicture(pixels)
