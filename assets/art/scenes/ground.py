"""Rolling ground."""

import numpy as np


def roll(*waves: tuple[float, float, float, float]):
    """Ground from a few long waves: (height, along x, along z, phase)."""

    def height(x: np.ndarray, z: np.ndarray) -> np.ndarray:
        return sum(h * np.sin(x * a + z * b + c) for h, a, b, c in waves) + 0 * x

    return height
