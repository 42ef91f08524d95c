"""The poses that are drawn of a photograph, which itself is the rest: weights of ARKit shapes."""

from __future__ import annotations

EYES, MOUTH = "eyes", "mouth"


def _both(**weights: float) -> dict[str, float]:
    return {f"{name}{side}": value for name, value in weights.items() for side in ("Left", "Right")}


# The mouth's are the hostess's, less the smile that is her rest and not everybody's.
POSES: dict[str, tuple[str, dict[str, float]]] = {
    "blink": (EYES, _both(eyeBlink=1.0)),
    "aa": (MOUTH, {"jawOpen": 0.48, **_both(mouthLowerDown=0.15, mouthUpperUp=0.30)}),
    "ee": (
        MOUTH,
        {
            "jawOpen": 0.16,
            **_both(mouthLowerDown=0.26, mouthUpperUp=0.34, mouthSmile=0.22, mouthStretch=0.30),
        },
    ),
    "oo": (MOUTH, {"jawOpen": 0.10, "mouthFunnel": 0.36, "mouthPucker": 0.72}),
    "oh": (MOUTH, {"jawOpen": 0.36, "mouthFunnel": 0.50, "mouthPucker": 0.30}),
    "ff": (MOUTH, {"jawOpen": 0.09, "mouthRollLower": 0.45, **_both(mouthUpperUp=0.34)}),
    "mm": (MOUTH, {"mouthClose": 0.06, "mouthRollLower": 0.12, **_both(mouthPress=0.5)}),
    "smile": (
        MOUTH,
        {
            "jawOpen": 0.08,
            **_both(cheekSquint=0.3, mouthLowerDown=0.16, mouthUpperUp=0.26, mouthSmile=0.5),
        },
    ),
    "ah": (MOUTH, {"jawOpen": 0.85, **_both(mouthLowerDown=0.22, mouthUpperUp=0.22)}),
}
