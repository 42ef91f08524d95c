"""Seamless material tiles for the stage: clay, linen, slate, limestone, stone.

    python assets/art/textures.py

Each is 512 by 512, quiet (a few per cent of contrast about its own colour), and repeats
without a seam because its noise is made in the frequency domain.
"""

from pathlib import Path

import numpy as np
from PIL import Image

from kit.noise import field
from kit.palette import rgb

SIZE = 512
QUALITY = 96  # a surface is made of the tile's grain alone, enlarged: blocks would show
HERE = Path(__file__).resolve().parent


def noise(beta: float, seed: int, stretch: float = 1.0) -> np.ndarray:
    """A seamless field about 0, standard deviation about 0.17."""
    return field(beta, seed, stretch, SIZE) - 0.5


def clay() -> np.ndarray:
    """Fired clay: soft clouds, fine grit, a few pale specks of lime."""
    grit = noise(0.3, 901)
    lime = np.clip(noise(0.8, 903) - 0.38, 0, 1) * 1.2
    tone = 0.16 * noise(1.8, 902) + 0.10 * grit + lime
    return paint("#7c4432", tone)


def linen() -> np.ndarray:
    """Linen: warp and weft with slubs."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    weave = np.sin(x * 2 * np.pi / 4) * np.sin(y * 2 * np.pi / 4)
    tone = (
        0.045 * weave
        + 0.22 * noise(1.2, 911, 24.0)
        + 0.22 * noise(1.2, 912, 1 / 24)
        + 0.08 * noise(2.2, 913)
    )
    return paint("#c9c2b2", tone)


def slate() -> np.ndarray:
    """Slate: fine bedding across the tile, cleaved edges catching light."""
    bed = noise(1.7, 921, 10.0)
    cleave = np.roll(bed, 2, 0) - bed
    return paint("#3c4046", 0.42 * bed + 1.1 * cleave + 0.06 * noise(0.3, 922))


def limestone() -> np.ndarray:
    """Sawn limestone: warm clouds and the small pits of shells."""
    pits = np.clip(noise(1.1, 931) - 0.22, 0, 1)
    return paint("#d8cdb4", 0.14 * noise(1.8, 932) + 0.06 * noise(0.2, 933) - 0.55 * pits)


def stone() -> np.ndarray:
    """Qingtian stone: waxy, veined, jade green to grey."""
    warp = noise(2.6, 941) * 14
    veins = np.exp(-((np.sin(warp + noise(2.0, 942) * 6)) ** 2) * 22)
    return paint("#6f8d80", 0.16 * noise(1.9, 943) + 0.10 * veins + 0.05 * noise(0.3, 944))


def paint(colour: str, tone: np.ndarray) -> np.ndarray:
    """Colour a tone field, (h, w, 3) uint8."""
    out = np.asarray(rgb(colour)) * (1 + tone[..., None])
    result: np.ndarray = np.clip(out * 255, 0, 255).astype(np.uint8)
    return result


def main() -> None:
    """Write every tile."""
    folder = HERE.parent / "textures"
    folder.mkdir(exist_ok=True)
    for make in (clay, linen, slate, limestone, stone):
        path = folder / f"{make.__name__}.webp"
        Image.fromarray(make()).save(path, "WEBP", quality=QUALITY, method=6)
        print(f"{path.name:16} {path.stat().st_size / 1024:5.0f} KiB")


if __name__ == "__main__":
    main()
