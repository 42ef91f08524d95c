"""Bundles of hair. Strands are polylines with a radius per point; `tone` 0-1 shades them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass
class Strands:
    """Bundles of strands: positions (n, k, 3), radii (n, k), tones (n)."""

    bundles: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = field(default_factory=list)

    def add(
        self,
        paths: np.ndarray,
        radius: np.ndarray,
        tone: np.ndarray,
        taper: float = 0.7,
        root: float = 0.5,
    ) -> None:
        """Add strands that grow from `root` of their radius and taper to 1 - `taper`."""
        s = np.linspace(0, 1, paths.shape[1])
        profile = (root + (1 - root) * np.minimum(1, s * 8)) * (1 - taper * s**3)
        self.bundles.append((paths, radius[:, None] * profile[None], tone))

    def flat(self) -> dict[str, np.ndarray]:
        """Return points, radii, tones and counts as flat arrays."""
        return {
            "points": np.concatenate([p.reshape(-1, 3) for p, _, _ in self.bundles]).astype("f4"),
            "radii": np.concatenate([r.ravel() for _, r, _ in self.bundles]).astype("f4"),
            "tones": np.concatenate([np.repeat(t, p.shape[1]) for p, _, t in self.bundles]).astype(
                "f4"
            ),
            "counts": np.concatenate(
                [np.full(len(p), p.shape[1]) for p, _, _ in self.bundles]
            ).astype("i4"),
        }
