"""Makes atlas.npz: the coasts of the world and the outlines of the countries that grow wine.

    npm pack world-atlas@2.0.2
    python assets/maps/build.py world-atlas-2.0.2.tgz

Needs Python 3.11, numpy 2.4.6 and opencv-python-headless 5.0.0. The package redistributes Natural
Earth's 1:10m data, which is in the public domain. The same package gives the same file.

Outlines of China, and of countries whose boundaries China's standard map draws otherwise, are left
out: a map of them shown in public in China needs an approval number. Coasts are shown for all.
"""

import hashlib
import json
import sys
import tarfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

PACKAGE = "032e7765f2ce00edaeafec23ff22bc3b"
UNIT = 0.001  # degrees: 110 m
SLACK = 0.006  # degrees that a simplified line may leave the true one by
SMALLEST = 1e-3  # square degrees: lesser islands are left out

# Countries with a vine-growing trade (OIV's list of producers), ISO 3166-1 numeric to alpha-2.
GROWERS = {
    "008": "AL", "012": "DZ", "032": "AR", "036": "AU", "040": "AT", "051": "AM", "031": "AZ",
    "056": "BE", "068": "BO", "070": "BA", "076": "BR", "100": "BG", "124": "CA", "152": "CL",
    "170": "CO", "191": "HR", "203": "CZ", "208": "DK", "218": "EC", "818": "EG", "231": "ET",
    "250": "FR", "268": "GE", "276": "DE", "300": "GR", "348": "HU", "372": "IE", "380": "IT",
    "398": "KZ", "417": "KG", "422": "LB", "438": "LI", "440": "LT", "442": "LU", "470": "MT",
    "484": "MX", "498": "MD", "499": "ME", "516": "NA", "528": "NL", "554": "NZ", "807": "MK",
    "578": "NO", "604": "PE", "616": "PL", "620": "PT", "642": "RO", "674": "SM", "703": "SK",
    "705": "SI", "710": "ZA", "724": "ES", "752": "SE", "756": "CH", "764": "TH", "788": "TN",
    "792": "TR", "826": "GB", "840": "US", "858": "UY", "860": "UZ",
}  # fmt: skip
Ring = NDArray[np.float64]


def lines_of(topology: dict[str, Any]) -> list[Ring]:
    """The arcs in degrees, (n, 2): longitude, latitude."""
    scale, shift = (np.array(topology["transform"][name]) for name in ("scale", "translate"))
    return [np.cumsum(arc, axis=0) * scale + shift for arc in topology["arcs"]]


def rings_of(shape: dict[str, Any], lines: list[Ring]) -> list[Ring]:
    """The outer rings of a shape; lakes and enclaves are left out."""
    if shape["type"] == "GeometryCollection":
        return [ring for part in shape["geometries"] for ring in rings_of(part, lines)]
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = []
    for polygon in polygons:
        parts = [lines[arc] if arc >= 0 else lines[~arc][::-1] for arc in polygon[0]]
        rings.append(np.concatenate([part[:-1] for part in parts]))
    return rings


def simplified(ring: Ring) -> Ring | None:
    """Fewer points, or None for what is too small to be seen."""
    if abs(cv2.contourArea(ring.astype(np.float32))) < SMALLEST:
        return None
    short = cv2.approxPolyDP(ring.astype(np.float32)[:, None], SLACK, True)[:, 0]
    return short if len(short) >= 3 else None


def packed(rings: list[Ring]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Steps from point to point in units, (n, 2), and how many points each ring has."""
    kept = [short for ring in rings if (short := simplified(ring)) is not None]
    points = np.rint(np.concatenate(kept) / UNIT).astype(np.int32)
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), np.int32))
    return steps, np.array([len(ring) for ring in kept], np.int32)


def read(package: Path, name: str) -> dict[str, Any]:
    """One file of the package."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/{name}")
        assert member is not None
        topology: dict[str, Any] = json.load(member)
    return topology


def main() -> None:
    """Read the package, write the file beside this script."""
    package = Path(sys.argv[1])
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    if not digest.startswith(PACKAGE):
        sys.exit(f"{package} is not the package this was made from ({digest})")
    land = read(package, "land-10m.json")
    countries = read(package, "countries-10m.json")
    lines = lines_of(countries)
    steps, sizes = packed(rings_of(land["objects"]["land"], lines_of(land)))
    arrays = {"land": steps, "land_sizes": sizes}
    outlines: dict[str, list[Ring]] = {code: [] for code in GROWERS.values()}
    for shape in countries["objects"]["countries"]["geometries"]:
        if code := GROWERS.get(shape.get("id", "")):  # outlying islands share their country's
            outlines[code] += rings_of(shape, lines)
    for code, rings in outlines.items():
        if not rings:
            sys.exit(f"the package lacks {code}")
        arrays[code], arrays[f"{code}_sizes"] = packed(rings)
    target = Path(__file__).with_name("atlas.npz")
    np.savez_compressed(target, **arrays)
    points = sum(len(array) for name, array in arrays.items() if not name.endswith("_sizes"))
    print(
        f"{target.name}: {len(GROWERS)} countries, {points} points, {target.stat().st_size} bytes"
    )


if __name__ == "__main__":
    main()
