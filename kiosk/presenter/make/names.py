"""What avatars call their face shapes, and what we call them.

Keys: ARKit's 52 names; the same without Left or Right where a file has one shape for both sides;
`v:` and a viseme of the Oculus set (Meta's reference: sil PP FF TH DD kk CH SS nn RR aa E ih oh
ou) for VRM's vowels, too; `x:` and a feeling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAIRED = (
    "browDown browOuterUp cheekSquint eyeBlink eyeLookDown eyeLookIn eyeLookOut eyeLookUp "
    "eyeSquint eyeWide mouthDimple mouthFrown mouthLowerDown mouthPress mouthSmile mouthStretch "
    "mouthUpperUp noseSneer"
).split()
_SINGLE = (
    "browInnerUp cheekPuff jawForward jawLeft jawOpen jawRight mouthClose mouthFunnel mouthLeft "
    "mouthPucker mouthRight mouthRollLower mouthRollUpper mouthShrugLower mouthShrugUpper tongueOut"
).split()
ARKIT = tuple(sorted([*_SINGLE, *(f"{n}{s}" for n in _PAIRED for s in ("Left", "Right"))]))
VISEMES = "PP FF TH DD kk CH SS nn RR aa E ih oh ou".split()

_OTHERS = {
    "mouthopen": "mouthOpen", "eyesclosed": "eyeBlink", "blink": "eyeBlink",
    "blinkleft": "eyeBlinkLeft", "blinkright": "eyeBlinkRight", "blinkl": "eyeBlinkLeft",
    "blinkr": "eyeBlinkRight", "eyesblink": "eyeBlink", "browsup": "browUp", "browup": "browUp",
    "browinnerupl": "browInnerUpLeft", "browinnerupr": "browInnerUpRight",
    "browinnerupleft": "browInnerUpLeft", "browinnerupright": "browInnerUpRight",
    "visemei": "v:ih", "visemeo": "v:oh", "visemeu": "v:ou", "visemee": "v:E",
    "vrmaa": "v:aa", "vrmih": "v:ih", "vrmou": "v:ou", "vrmee": "v:E", "vrmoh": "v:oh",
    "vrmblink": "eyeBlink", "vrmblinkleft": "eyeBlinkLeft", "vrmblinkright": "eyeBlinkRight",
    "vrmhappy": "x:happy", "vrmsurprised": "x:surprised", "vrmsad": "x:sad",
    "happy": "x:happy", "joy": "x:happy", "surprised": "x:surprised",
    "fclmtha": "v:aa", "fclmthi": "v:ih", "fclmthu": "v:ou", "fclmthe": "v:E", "fclmtho": "v:oh",
    "fcleyeclose": "eyeBlink", "fcleyeclosel": "eyeBlinkLeft", "fcleyecloser": "eyeBlinkRight",
    "fclmthsmile": "mouthSmile", "fclmthfun": "x:happy", "fclbrwsurprised": "browUp",
}  # fmt: skip
# Whole names that would be too short to find inside others: VRM's and MikuMikuDance's vowels.
_WHOLE = {
    "A": "v:aa", "I": "v:ih", "U": "v:ou", "E": "v:E", "O": "v:oh",
    "あ": "v:aa", "い": "v:ih", "う": "v:ou", "え": "v:E", "お": "v:oh",
    "まばたき": "eyeBlink", "aa": "v:aa", "ih": "v:ih", "ou": "v:ou", "ee": "v:E", "oh": "v:oh",
}  # fmt: skip


def _table() -> dict[str, str]:
    out = {name.lower(): name for name in (*ARKIT, *_PAIRED)}
    for name in _PAIRED:
        out[f"{name.lower()}l"], out[f"{name.lower()}r"] = f"{name}Left", f"{name}Right"
        out[f"left{name.lower()}"], out[f"right{name.lower()}"] = f"{name}Left", f"{name}Right"
    out |= {f"viseme{name.lower()}": f"v:{name}" for name in VISEMES}
    return out | _OTHERS


_TABLE = _table()


def key(raw: str) -> str | None:
    """Give our key for a shape's name in a file, or none.

    Only what follows the last dot counts, and case, spaces, hyphens and underscores do not:
    `blendShape1.eyeBlink_L` is `eyeBlinkLeft`.
    """
    last = raw.rsplit(".", 1)[-1].strip()
    if last in _WHOLE:
        return _WHOLE[last]
    plain = re.sub(r"[^a-z0-9]", "", last.lower())
    plain = re.sub(r"^(arkit|blendshape|morph|shape|head|face)(?=.{5})", "", plain) or plain
    return _TABLE.get(plain) or _TABLE.get(re.sub(r"\d+$", "", plain))


def keys(names: Iterable[str]) -> dict[str, str]:
    """Choose one of a file's names for each key, presets before loose ones: key -> name."""
    out: dict[str, str] = {}
    for raw in sorted(names, key=lambda n: (not n.startswith("vrm:"), n)):
        found = key(raw)
        if found:
            out.setdefault(found, raw)
    return out


def role(name: str) -> str:
    """Tell what a surface is by its material's, else its mesh's, else its node's name.

    Returns:
        one of brow, eye, glasses, hair, lash, mouth, skin, teeth, tongue, or "" for the rest.
    """
    for part in reversed(name.split("/")):
        plain = re.sub(r"[^a-z]+", " ", re.sub(r"([a-z])([A-Z])", r"\1 \2", part).lower())
        for found, pattern in _ROLES:
            if re.search(pattern, plain):
                return found
    return ""


_ROLES = (
    ("glasses", r"glass|spectacle|eye ?wear"),
    ("lash", r"lash|eye ?line"),
    ("brow", r"brow"),
    ("shade", r"eye ?(ao|occlusion|shadow|shade)|tear ?line"),
    ("teeth", r"teeth|tooth|dentur|gums?\b"),
    ("tongue", r"tongue"),
    ("eye", r"\beyes?(?! ?lid)|eyeball|iris|sclera|cornea|pupil"),
    ("hair", r"hair|beard|moustache|mustache"),
    ("mouth", r"face ?mouth|mouth ?(inner|inside|cavity)|inner ?mouth"),
    ("cloth", r"outfit|cloth|shirt|jacket|dress|top\b|body|torso|suit"),
    ("skin", r"head|face|skin"),
)
