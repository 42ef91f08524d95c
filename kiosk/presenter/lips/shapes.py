"""Mouth shapes as weights of ARKit's blendshapes, over a face at rest.

Sizes follow the reference poses that were looked at on the hostess's face
(assets/presenters/hostess/hostess.toml), a little smaller: connected speech does not reach
the poses of a chart. ``mouthSmile`` is an offset to the smile the face rests with (0.54 on
the hostess), because rounding and opening take the smile away; all others are weights.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

CHANNELS: Final = (
    "jawOpen", "mouthFunnel", "mouthPucker", "mouthStretch", "mouthSmile",
    "mouthUpperUp", "mouthLowerDown", "mouthRollLower", "mouthPress", "tongueUp",
)  # fmt: skip
INDEX: Final = {name: index for index, name in enumerate(CHANNELS)}
_PAIRS: Final = frozenset(
    ("mouthStretch", "mouthSmile", "mouthUpperUp", "mouthLowerDown", "mouthPress")
)
# Channel -> the ARKit shapes it moves; tongueUp is no ARKit shape, the tongue's tip rises.
ARKIT: Final = {
    name: (f"{name}Left", f"{name}Right") if name in _PAIRS else (name,)
    for name in CHANNELS
    if name != "tongueUp"
}
SIGNED: Final = frozenset(("mouthSmile",))  # -1 to 1; the others 0 to 1

Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """Targets, and how much the sound insists on jaw, lips, rounding and tongue (dominance)."""

    target: dict[str, float]
    jaw: float
    lips: float
    round: float
    tongue: float = 0.2


def _shape(
    dominance: tuple[float, float, float, float],
    jaw: float = 0.0,
    *,
    funnel: float = 0.0,
    pucker: float = 0.0,
    stretch: float = 0.0,
    smile: float = 0.0,
    upper: float = 0.0,
    lower: float = 0.0,
    tongue: float = 0.0,
) -> Shape:
    target = {
        "jawOpen": jaw, "mouthFunnel": funnel, "mouthPucker": pucker, "mouthStretch": stretch,
        "mouthSmile": smile, "mouthUpperUp": upper, "mouthLowerDown": lower, "tongueUp": tongue,
    }  # fmt: skip
    return Shape(target, *dominance)


_VOWEL = (1.0, 1.0, 1.0, 0.3)
_WEAK = (0.7, 0.7, 0.45, 0.2)
_ROUND = (1.0, 1.0, 1.6, 0.3)
_GLIDE = (0.5, 0.7, 1.6, 0.3)
_SOUND = (0.5, 0.35, 0.12, 1.2)  # sonorants: the tongue works, the lips go along
_STOP = (0.8, 0.25, 0.10, 1.2)  # jaw counts only where the sound is long
_HISS = (0.0, 0.9, 0.25, 1.0)

SHAPES: Final = {
    "aa": _shape(_VOWEL, 0.46, smile=-0.34, upper=0.32, lower=0.15),
    "ah": _shape(_VOWEL, 0.36, smile=-0.32, upper=0.26, lower=0.15),
    "ae": _shape(_VOWEL, 0.43, stretch=0.15, smile=-0.22, upper=0.33, lower=0.20),
    "an": _shape(_VOWEL, 0.42, funnel=0.21, smile=-0.38, upper=0.15, lower=0.15),
    "eh": _shape(_VOWEL, 0.30, stretch=0.20, smile=-0.16, upper=0.32, lower=0.22),
    "ih": _shape(_VOWEL, 0.20, stretch=0.18, smile=-0.16, upper=0.30, lower=0.22),
    "ee": _shape(_VOWEL, 0.16, stretch=0.32, smile=-0.09, upper=0.38, lower=0.26),
    "ax": _shape(_WEAK, 0.26, smile=-0.28, upper=0.22, lower=0.16),
    "er": _shape(_WEAK, 0.24, funnel=0.19, pucker=0.11, smile=-0.36, upper=0.16, tongue=0.6),
    "sr": _shape(_WEAK, 0.11, stretch=0.12, smile=-0.22, upper=0.26, lower=0.24, tongue=0.4),
    "ao": _shape(_ROUND, 0.40, funnel=0.47, pucker=0.14, smile=-0.48),
    "oh": _shape(_ROUND, 0.33, funnel=0.49, pucker=0.27, smile=-0.54),
    "uh": _shape(_ROUND, 0.17, funnel=0.22, pucker=0.43, smile=-0.52),
    "oo": _shape(_ROUND, 0.12, funnel=0.18, pucker=0.63, smile=-0.54),
    "yy": _shape(_ROUND, 0.11, funnel=0.16, pucker=0.60, smile=-0.52),
    "oe": _shape(_ROUND, 0.24, funnel=0.28, pucker=0.36, smile=-0.50),
    "ww": _shape(_GLIDE, 0.09, funnel=0.16, pucker=0.63, smile=-0.54),
    "yw": _shape(_GLIDE, 0.09, funnel=0.15, pucker=0.59, smile=-0.52),
    "jj": _shape((0.5, 0.7, 0.5, 0.5), 0.15, stretch=0.24, smile=-0.12, upper=0.28, lower=0.22),
    "RR": _shape((0.5, 0.4, 0.6, 1.0), 0.15, funnel=0.29, pucker=0.20, smile=-0.36, tongue=0.6),
    "nn": _shape(_SOUND, 0.15, smile=-0.22, upper=0.22, lower=0.20, tongue=0.9),
    "TH": _shape(_STOP, 0.14, smile=-0.24, upper=0.22, lower=0.18, tongue=1.0),
    "DD": _shape(_STOP, 0.10, smile=-0.22, upper=0.22, lower=0.20, tongue=0.9),
    "kk": _shape((0.5, 0.2, 0.05, 0.6), 0.16, smile=-0.24, upper=0.18, lower=0.16),
    "SS": _shape(_HISS, 0.06, stretch=0.16, smile=-0.16, upper=0.28, lower=0.26, tongue=0.6),
    "CJ": _shape((0.0, 0.9, 0.6, 1.0), 0.07, stretch=0.24, smile=-0.12, upper=0.30, lower=0.26,
                 tongue=0.5),
    "CH": _shape((0.0, 0.9, 1.0, 1.0), 0.08, funnel=0.39, pucker=0.24, smile=-0.46, upper=0.14,
                 lower=0.14, tongue=0.6),
    # Lips that touch act through gates (coarticulation.py), not through dominance.
    "PP": _shape((0.0, 0.0, 0.0, 0.0)),
    "BB": _shape((0.0, 0.0, 0.0, 0.0)),
    "FF": _shape((0.0, 0.0, 0.0, 0.0)),
}  # fmt: skip

# Held while the lips touch: poses mm and ff.
CLOSED: Final = {"mouthPress": 0.60, "mouthRollLower": 0.12, "mouthSmile": -0.32}
BITTEN: Final = {
    "jawOpen": 0.055, "mouthRollLower": 0.80, "mouthUpperUp": 0.50, "mouthSmile": -0.38,
}  # fmt: skip
JAW_CAP: Final = 0.09  # with a sibilant the teeth nearly meet


def opening(weights: Weights) -> Weights:
    """How far apart the lips are, 0 when they touch; about 0.6 at a full "ah".

    ``weights`` is (..., 10) in the order of CHANNELS; the jaw opens most, the lips' own
    muscles and a funnel less.
    """
    jaw = weights[..., INDEX["jawOpen"]]
    lips = weights[..., INDEX["mouthUpperUp"]] + weights[..., INDEX["mouthLowerDown"]]
    return np.asarray(jaw + 0.25 * lips + 0.2 * weights[..., INDEX["mouthFunnel"]])
