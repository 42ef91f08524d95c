"""Draw the diagrams' plates and the little things over them: ``python build.py [NAME ...]``.

Needs PySide6 and Pillow, which the program itself needs. About five seconds for all.
"""

import io
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from kiosk.ui.immortal import keep_constants  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402

from make.plates import GRAINS, PLATES, engrave  # noqa: E402


def save(name: str) -> int:
    """Draw one and keep it without loss; answers its bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    engrave(name).save(buffer, "PNG")
    path = HERE / "plates" / f"{name}.webp"
    with Image.open(io.BytesIO(bytes(buffer.data().data()))) as picture:
        picture.save(path, lossless=True, quality=100, method=6, exact=False)
    return path.stat().st_size


def main() -> None:
    """Draw what is asked for, or all."""
    keep_constants()
    application = QGuiApplication(["build", "-platform", "offscreen"])
    names = sys.argv[1:] or [*PLATES, *GRAINS]
    for number, name in enumerate(names, start=1):
        print(f"{number}/{len(names)} {name}: {save(name) / 1000:.0f} kB", flush=True)
    del application


if __name__ == "__main__":
    main()
