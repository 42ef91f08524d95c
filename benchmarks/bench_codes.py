"""Codes on the stage as phones see them: every scene of every pack, in both orientations.

Pictures of `kiosk preview` as they are, at a third of their size and soft, and with moire of
growing depth; read by two decoders: zxing-cpp, and OpenCV's, which is given twice the pixels where
a picture was made small, as a phone's zoom would.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cv2
import numpy as np
import zxingcpp

from benchmarks.measure import ROOT, report
from kiosk.live.codes import code_for
from kiosk.packs.library import Library
from tests.from_afar import PERIODS, Picture, small, soft, striped

SIZES = ("1920x1080", "1080x1920")
DEPTHS = (0.2, 0.3, 0.4)


def by_zxing(picture: Picture) -> set[str]:
    """What zxing-cpp reads."""
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def by_opencv(picture: Picture) -> set[str]:
    """What OpenCV reads."""
    zoom = 2 if picture.shape[0] < 720 else 1
    seen = cv2.resize(picture, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_CUBIC)
    try:
        return set(cv2.QRCodeDetectorAruco().detectAndDecodeMulti(seen)[1])
    except cv2.error:
        return set()


def views(picture: Picture) -> dict[str, Picture]:
    """By name what is looked at."""
    third = small(picture)
    found = {"whole": picture, "third": third, "third_soft": soft(third)}
    for depth in DEPTHS:
        for period in PERIODS:
            name = f"third_soft_moire_{depth}_{period:g}px"
            found[name] = striped(soft(third, 0.6), period, depth)
    return found


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", action="append", help="only this; may be given again")
    wanted = parser.parse_args().pack
    library = Library(ROOT / "content" / "wineries")
    rates: dict[str, dict[str, int]] = {}
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for pack_id in wanted or library.ids():
            pack = library.load(pack_id)
            said = {code_for(room).content for room in pack.rooms if room.url}
            for size in SIZES:
                out = Path(folder) / pack_id / size
                words = ["--out", str(out), "--size", size, "--lang", "en"]
                command = [sys.executable, "-m", "kiosk", "preview", str(pack.root), *words]
                subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
                for path in sorted(out.glob("0*.png")):
                    picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
                    assert picture is not None
                    count += 1
                    for name, seen in views(np.asarray(picture, np.uint8)).items():
                        row = rates.setdefault(name, {"zxing": 0, "opencv": 0})
                        row["zxing"] += bool(by_zxing(seen) & said)
                        row["opencv"] += bool(by_opencv(seen) & said)
    percent = {
        name: {who: round(100 * hits / count, 1) for who, hits in row.items()}
        for name, row in rates.items()
    }
    report("codes", pictures=count, percent=percent)


if __name__ == "__main__":
    main()
