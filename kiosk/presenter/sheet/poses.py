"""What the sheets show: mouth shapes with sounds that have them, and expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kiosk.presenter.face.portrait import Pose
from kiosk.presenter.life.gaze import lids
from kiosk.presenter.life.gesture import GREETING
from kiosk.presenter.life.life import Life
from kiosk.presenter.life.motion import Motion
from kiosk.presenter.lips.shapes import ARKIT, BITTEN, CLOSED, SHAPES
from kiosk.presenter.performer import together

# Shape, sounds in IPA, and words in which a visitor hears it. The glides ww and yw look like oo
# and yy, jj like ee, ah and uh lie between their neighbours, BB is a PP that does not quite touch,
# sr an SS that lasts: they have no picture of their own.
VISEMES: Final = (
    ("rest", "", "安静 · silence"),
    ("PP", "p b m", "葡萄 · barrica"),
    ("FF", "f v", "风土 · fino"),
    ("TH", "θ ð", "north · cepa"),
    ("DD", "t d", "单宁 · tinto"),
    ("nn", "n l ɲ r", "年份 · luna"),
    ("kk", "k ɡ x ŋ", "果香 · copa"),
    ("SS", "s z", "丝滑 · sol"),
    ("CJ", "ɕ t͡ɕ", "酒 · 细腻"),
    ("CH", "ʃ t͡ʃ ʂ", "石头 · ocho"),
    ("RR", "ɹ", "red · ripe"),
    ("ee", "i", "米 · vino"),
    ("ih", "ɪ ɨ", "hint · crisp"),
    ("eh", "e ɛ", "夜 · tierra"),
    ("ae", "æ", "black · glass"),
    ("aa", "a ɑ", "茶 · casa"),
    ("ax", "ə ɤ", "喝 · the"),
    ("an", "ɑ̃", "grand · blanc"),
    ("ao", "ɔ ɒ", "cork · hot"),
    ("oh", "o", "波 · rojo"),
    ("oe", "ø œ", "feu · cœur"),
    ("er", "ɚ", "二 · cellar"),
    ("oo", "u w", "壶 · uva"),
    ("yy", "y ɥ", "雨 · cru"),
)
GLANCE: Final = (-14.0, 3.0)  # degrees to the picture's middle, as on the stage
_AT: Final = 10.0  # the moment of the show's clock at which something is asked of her
_OPEN: Final = 0.12  # a lid further down is blinking


def mouth(shape: str) -> Pose:
    """The face at rest with one mouth shape held."""
    held = {"rest": {}, "PP": CLOSED, "FF": BITTEN}.get(shape)
    target = SHAPES[shape].target if held is None else held
    weights = {arkit: value for name, value in target.items() for arkit in ARKIT.get(name, (name,))}
    return Pose(weights)


def expressions(seed: int) -> list[tuple[str, str, Pose]]:
    """Names in Chinese and English, and poses; greeting, listening and glancing from her life."""

    def held(*, gaze: tuple[float, float] = (0.0, 0.0),
             head: tuple[float, float, float] = (0.0, 0.0, 0.0), breath: float = 0.3,
             **pairs: float) -> Pose:  # fmt: skip
        shapes = {f"{name}{side}": value for name, value in pairs.items()
                  for side in ("Left", "Right")}  # fmt: skip
        if "browInnerUp" in pairs:  # the one that is no pair
            shapes["browInnerUp"] = pairs["browInnerUp"]
        return together(Motion(shapes, gaze, head, (0.0, 0.0), breath), {})

    def looking(right: float, up: float) -> Pose:
        sunk, lifted = lids(up)
        return held(gaze=(right, up), eyeBlink=sunk, eyeWide=lifted)

    greets, listens, looks = Life(seed), Life(seed), Life(seed)
    greets.greet(_AT)
    listens.listen(True, _AT)
    looks.glance(*GLANCE, _AT)
    return [
        ("静", "at rest", held()),
        ("笑", "smile", held(mouthSmile=0.32, cheekSquint=0.25)),
        ("半眨", "blink, half", held(eyeBlink=0.5, eyeSquint=0.06)),
        ("眨", "blink, full", held(eyeBlink=1.0, eyeSquint=0.12, browDown=0.05)),
        ("扬眉", "brows up", held(browInnerUp=0.5, browOuterUp=0.55)),
        ("皱眉", "brows down", held(browDown=0.5)),
        ("看左", "eyes left 14°", looking(-14.0, 0.0)),
        ("看右", "eyes right 14°", looking(14.0, 0.0)),
        ("看上", "eyes up 8°", looking(0.0, 8.0)),
        ("看下", "eyes down 10°", looking(0.0, -10.0)),
        ("转左", "head left 4°", held(head=(-4.0, 0.0, 0.0))),
        ("转右", "head right 4°", held(head=(4.0, 0.0, 0.0))),
        ("抬头", "nod up 4°", held(head=(0.0, 4.0, 0.0))),
        ("点头", "nod down 4°", held(head=(0.0, -4.0, 0.0))),
        ("侧左", "tilt left 4°", held(head=(0.0, 0.0, -4.0))),
        ("侧右", "tilt right 4°", held(head=(0.0, 0.0, 4.0))),
        ("呼", "breathed out", held(breath=0.0)),
        ("吸", "breathed in", held(breath=1.0)),
        ("迎客 · 起", "greeting begins", _open_eyed(greets, _AT + 0.45)),
        ("迎客 · 中", "greeting, height", _open_eyed(greets, _AT + 1.1)),
        ("迎客 · 收", "greeting, end", _open_eyed(greets, _AT + 0.8 * GREETING)),
        ("聆听", "listening", _open_eyed(listens, _AT + 2.0)),
        ("聆听 · 点头", "listening, a nod", _least(listens, lambda one: one.head[1])),
        ("看画面", "glance at the picture", _open_eyed(looks, _AT + 0.9)),
    ]  # fmt: skip


def _open_eyed(life: Life, moment: float) -> Pose:
    """The nearest moment, from there on, between two blinks."""
    for step in range(30):
        motion = life.sample(moment + step / 30, None)
        if motion.shapes.get("eyeBlinkLeft", 0.0) < _OPEN:
            break
    else:
        motion = life.sample(moment, None)
    return together(motion, {})


def _least(life: Life, of: Callable[[Motion], float]) -> Pose:
    """The moment of the next twelve seconds at which something is least."""
    motions = [life.sample(_AT + step / 15, None) for step in range(180)]
    seen = [one for one in motions if one.shapes.get("eyeBlinkLeft", 0.0) < _OPEN] or motions
    return together(min(seen, key=of), {})
