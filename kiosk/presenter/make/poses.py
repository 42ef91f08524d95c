"""The pictures a presenter needs, as weights: the hostess's, which were looked at and chosen."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final

# Names without a side stand for both.
REST: Final = {
    "browInnerUp": 0.12, "cheekSquint": 0.2, "eyeSquint": 0.08, "mouthPress": 0.12,
    "mouthSmile": 0.54,
}  # fmt: skip
_CALM: Final = {"browInnerUp": 0.12, "eyeSquint": 0.08}
POSES: Final[Mapping[str, tuple[str, Mapping[str, float]]]] = {
    "blink": ("eyes", {**REST, "eyeBlink": 1.0}),
    "aa": ("mouth", {**_CALM, "cheekSquint": 0.1, "jawOpen": 0.48, "mouthLowerDown": 0.15,
                     "mouthSmile": 0.18, "mouthUpperUp": 0.38}),
    "ee": ("mouth", {**_CALM, "cheekSquint": 0.2, "jawOpen": 0.16, "mouthLowerDown": 0.28,
                     "mouthSmile": 0.45, "mouthStretch": 0.35, "mouthUpperUp": 0.45}),
    "oo": ("mouth", {**_CALM, "jawOpen": 0.1, "mouthFunnel": 0.42, "mouthPucker": 0.95}),
    "oh": ("mouth", {**_CALM, "jawOpen": 0.38, "mouthFunnel": 0.62, "mouthPucker": 0.35}),
    "ff": ("mouth", {**_CALM, "jawOpen": 0.09, "mouthRollLower": 0.5, "mouthSmile": 0.15,
                     "mouthUpperUp": 0.42}),
    "mm": ("mouth", {**_CALM, "mouthPress": 0.6, "mouthRollLower": 0.12, "mouthSmile": 0.22}),
    "smile": ("mouth", {**_CALM, "cheekSquint": 0.5, "jawOpen": 0.11, "mouthLowerDown": 0.22,
                        "mouthSmile": 0.75, "mouthUpperUp": 0.4}),
    "ah": ("mouth", {**_CALM, "jawOpen": 1.0, "mouthLowerDown": 0.25, "mouthUpperUp": 0.25}),
}  # fmt: skip


def spread(weights: Mapping[str, float], known: Container[str]) -> dict[str, float]:
    """Write names without a side out for both, and leave out what a face does not have."""
    out = {}
    for name, value in weights.items():
        for one in (name, f"{name}Left", f"{name}Right"):
            if one in known:
                out[one] = float(value)
    return out
