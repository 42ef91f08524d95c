"""From noisy passes to clean linear light."""

from collections.abc import Mapping

import numpy as np
import pyoidn

KEPT = 0.06  # share of the undenoised light mixed back: texture the denoiser would smear


def clean(passes: Mapping[str, np.ndarray]) -> np.ndarray:
    """Denoise ``image`` (h, w, 3, linear) by ``albedo`` and ``normal``; float32."""
    light = np.ascontiguousarray(np.maximum(passes["image"].astype(np.float32), 0))
    albedo = np.ascontiguousarray(np.clip(passes["albedo"].astype(np.float32), 0, 1))
    normal = np.ascontiguousarray(np.clip(passes["normal"].astype(np.float32), -1, 1))
    smooth = pyoidn.denoise(light, albedo=albedo, normal=normal, hdr=True)
    own = np.minimum(light, smooth * 2 + 0.02)  # single sparks do not come back
    out: np.ndarray = smooth * (1 - KEPT) + own * KEPT
    return out
