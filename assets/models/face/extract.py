"""Take the networks out of MediaPipe's npm packages; README.md beside this file names them."""

from __future__ import annotations

import hashlib
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
# The packed file of face_mesh holds several networks one after another, as its loader.js lists.
PACKED = "package/face_mesh_solution_packed_assets.data"
MESH = "mediapipe-face_mesh-0.4.1657299874.tgz"
SELFIE = "mediapipe-selfie_segmentation-0.1.1675465747.tgz"
PLACES: dict[str, tuple[str, str, slice]] = {
    "face_landmark.tflite": (MESH, PACKED, slice(2495952, 3737848)),
    "face_detection_short_range.tflite": (MESH, PACKED, slice(3757224, 3986256)),
    "selfie_segmentation.tflite": (SELFIE, "package/selfie_segmentation.tflite", slice(None)),
}


def main(archives: list[Path]) -> int:
    """Write what the archives hold beside this file. Returns the exit code."""
    by_name = {archive.name: archive for archive in archives}
    listed = (HERE / "README.md").read_text("utf-8")
    for name, (archive, member, piece) in PLACES.items():
        if archive not in by_name:
            print(f"{archive} was not given; get it with npm pack", file=sys.stderr)
            return 1
        with tarfile.open(by_name[archive]) as tar:
            held = tar.extractfile(member)
            if held is None:
                print(f"{archive} holds no {member}", file=sys.stderr)
                return 1
            data = held.read()[piece]
        if hashlib.sha256(data).hexdigest() not in listed:
            print(f"{name} is not what README.md lists", file=sys.stderr)
            return 1
        (HERE / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
