"""The list to take home on a phone without a network: a visitor keeps every wine of a winery, the
code is read from the booth's screen, and Chromium opens what it holds as a phone's browser does.

No name server and no proxy can be reached by that browser, so whatever is shown came by the code.
"""

import argparse
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import report

LANGUAGES = ("zh-CN", "en", "es", "it", "fr", "pt", "de")
PHONE = (412, 915)  # CSS pixels, a phone of middle size
CHROMIUM = [
    "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
    f"--window-size={PHONE[0]},{PHONE[1]}", "--force-device-scale-factor=2",
]  # fmt: skip


def codes(pack: str) -> dict[str, tuple[str, list[str]]]:
    """By language what the code on the screen holds, and the names of the wines that were kept."""
    import numpy as np  # noqa: PLC0415 - after the arguments
    import zxingcpp  # noqa: PLC0415
    from PySide6.QtCore import QPoint  # noqa: PLC0415
    from PySide6.QtGui import QImage  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from kiosk import resources  # noqa: PLC0415
    from kiosk.booth.settings import Settings  # noqa: PLC0415
    from kiosk.options import RunOptions  # noqa: PLC0415
    from kiosk.ui.screen import open_application, prepare_environment  # noqa: PLC0415
    from tests.visitor import Visitor  # noqa: PLC0415

    prepare_environment()
    open_application()
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / pack).symlink_to(resources.demonstration() / pack)
        options = RunOptions(Path(folder), size=(1920, 1080), windowed=True)
        visitor = Visitor(options, Settings(sound=False, idle_seconds=600))
        visitor.wait(lambda: visitor.heard("scene"), seconds=30)
        visitor.tap_at(QPoint(400, 300))
        for wine in [slip["id"] for slip in visitor.reads("wines")]:
            visitor.house.heart(wine)
        for language in LANGUAGES:
            visitor.house.speak(language)
            visitor.house.enter("list")
            QTest.qWait(1200)
            image = visitor.window.grabWindow().convertToFormat(QImage.Format.Format_Grayscale8)
            flat = np.frombuffer(image.constBits(), np.uint8)
            picture = flat.reshape(image.height(), image.bytesPerLine())[:, : image.width()]
            texts = [code.text for code in zxingcpp.read_barcodes(picture.copy())]
            pages = [text for text in texts if text.startswith("data:")]
            names = str(visitor.find("listNames").property("text")).split("\n")
            found[language] = (pages[0] if pages else "", names)
        visitor.close()
    return found


def opened(page: str, picture: Path | None) -> str:
    """The words a phone's browser shows of a page, from what it made of it."""
    taken = subprocess.run(
        [*CHROMIUM, "--dump-dom", page], capture_output=True, text=True, timeout=60, check=True
    ).stdout
    if picture:
        command = [*CHROMIUM, f"--screenshot={picture}", page]
        subprocess.run(command, capture_output=True, timeout=60, check=True)
    return html.unescape(re.sub(r"<[^>]+>", "\n", taken))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", default="vina-arcedo")
    parser.add_argument("--shots", type=Path, help="keep what the phone shows here")
    arguments = parser.parse_args()
    if arguments.shots:
        arguments.shots.mkdir(parents=True, exist_ok=True)
    figures: dict[str, Any] = {}
    for language, (page, names) in codes(arguments.pack).items():
        words = ""
        if page:
            shot = arguments.shots / f"{language}.png" if arguments.shots else None
            words = opened(page, shot)
        figures[language] = {
            "bytes": len(page.encode()),
            "wines_kept": len(names),
            "wines_read": sum(name in words for name in names),
        }
    report("take_away", **figures)


if __name__ == "__main__":
    main()
