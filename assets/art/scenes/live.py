"""Live: a table at dusk with a bottle, a glass and a lit telephone on its stand."""

import numpy as np

from kit.cellar import quiet
from kit.frame import Frame, argb
from kit.glass import SHAPES, bottle, goblet
from kit.label import label
from kit.palette import Rgb, mix, scale
from kit.space import Camera, Light, Stage
from kit.still import ledge
from kit.telephone import lamp_glow, room_picture, telephone
from pack import Pack
from scenes.wine import ARCS, BANDS

NIGHT: dict[str, tuple[Rgb, Rgb]] = {  # upper and lower air of the evening
    "rioja": ((0.105, 0.085, 0.115), (0.40, 0.20, 0.13)),
    "piedmont": ((0.11, 0.125, 0.155), (0.36, 0.29, 0.24)),
    "douro": ((0.10, 0.10, 0.15), (0.46, 0.25, 0.14)),
    "bordeaux": ((0.10, 0.115, 0.16), (0.34, 0.28, 0.25)),
    "qingtian": ((0.085, 0.125, 0.13), (0.24, 0.29, 0.26)),
}


def evening(f: Frame) -> None:
    """Air losing its light, and lamps too far off to be things."""
    top, low = NIGHT[f.region]
    f.canvas.clear(argb(top))
    n = 40
    horizon = f.y(f.pick(0.62, 0.46))
    for k in range(n):
        t = k / (n - 1)
        f.fill(
            [(0, horizon * t), (f.w, horizon * t), (f.w, f.h), (0, f.h)],
            mix(top, low, t**2.2),
            tex="plain",
        )
    f.veil(f.pool(f.pick(0.34, 0.4), f.pick(0.48, 0.36), f.pick(0.36, 0.6), 0.2, 1.2), low, 0.5)
    warm = mix(f.pal.sun, (1.0, 0.62, 0.28), 0.55)
    tall = f.pick(1.0, 0.72)
    strings = (
        ((-0.04, 0.03), (0.66, 0.10), 0.17, (50, 15), 9),
        ((0.10, -0.06), (1.06, 0.02), 0.13, (13, 42), 11),
        ((-0.02, 0.455), (1.02, 0.47), -0.015, (8, 8), 26),
    )
    for k, (a, b, sag, size, count) in enumerate(strings):
        t = np.sort(
            np.clip((np.arange(count) + f.rng.uniform(-0.16, 0.16, count)) / (count - 1), 0, 1)
        )
        bend = np.interp(t, (0, 1), (0, 1)) ** (1.35 if size[0] > size[1] else 0.75)
        x = a[0] + (b[0] - a[0]) * bend
        y = (a[1] + (b[1] - a[1]) * bend + sag * 4 * bend * (1 - bend)) * tall
        if k < 2:
            f.line(
                np.stack([x * f.w, y * f.h - 30 * f.u], 1), scale(wire(f), 0.6), 1.6, 0.35, blur=1.5
            )
        for i in range(count):
            if k == 2 and f.rng.uniform() < 0.35:
                continue
            big = float(np.interp(bend[i], (0, 1), size)) * float(f.rng.uniform(0.9, 1.12))
            far = 0.9 if x[i] < 0.6 or f.portrait else 0.40
            tone = mix(warm, ((1.0, 0.55, 0.2), f.pal.accent, f.pal.sun)[i % 3], 0.28)
            lamp_glow(
                f, f.x(float(x[i])), f.y(float(y[i])), big * f.u * f.pick(1.0, 1.1), tone, far
            )


def wire(f: Frame) -> Rgb:
    """The colour of a wire against the evening."""
    return mix(f.pal.ground, f.pal.deep, 0.5)


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    evening(f)
    cam = Camera(
        f,
        (0.0, 0.19, -1.25),
        (0.0, 0.135, 0.0),
        f.pick(2.2, 2.3),
        (f.pick(0.425, 0.49) * f.w, f.y(f.pick(0.42, 0.335))),
    )
    key = scale(mix((1.0, 0.72, 0.42), p.sun, 0.3), 1.0)
    s = Stage(
        f,
        cam,
        Light(
            (-0.55, 0.55, -0.35),
            (1.35 * key[0], 1.35 * key[1], 1.35 * key[2]),
            (0.055, 0.06, 0.085),
            near=False,
        ),
    )
    wood = {"douro": mix(p.stone, p.earth, 0.3), "qingtian": mix(p.wood, p.shade, 0.3)}.get(
        r, scale(p.wood, 0.9)
    )
    ledge(
        s,
        wood,
        front=-0.22,
        back=0.55,
        tex="stone" if r == "douro" else "wood",
        boards=0.0 if r == "douro" else 0.16,
    )
    # the screen's own light on the table
    spot = cam.see((0.10, 0.0, -0.13))
    f.oval(spot[0], spot[1], 190 * f.u, 34 * f.u, (1.0, 0.74, 0.45), 0.30, tex="plain", blur=26)
    words = next(iter(pack.wines.values()))
    bottle(
        s,
        (-0.125, 0, 0.05),
        SHAPES[r],
        label=label(r, words, p),
        band=BANDS[r],
        arc=ARCS[r],
        turn=0.14,
        glow=(0.30, 0.04, 0.04),
        capsule={"bordeaux": p.deep, "douro": (0.15, 0.15, 0.17)}.get(r, p.accent),
    )
    picture = room_picture(mix(p.sun, (1.0, 0.74, 0.40), 0.45), p.shade, p.wine_lt, p.paper)
    screen = telephone(
        s, (0.092, 0, -0.01), 0.180, turn=-0.16, glow=(1.0, 0.84, 0.6), picture=picture
    )
    mid = screen.mean(0)
    goblet(
        s,
        (-0.022, 0, -0.075),
        height=0.20,
        kind="balloon" if r == "piedmont" else "tulip",
        fill=0.36,
        wine=mix(p.wine, p.wine_lt, 0.25),
        wine_lt=mix(p.wine_lt, (1.0, 0.6, 0.35), 0.25),
        side=-1.0,
    )
    quiet(f, 0.55, left=0.55, start=0.58, foot=0.4, line=f.pick(0.62, 0.60))
    reach = np.hypot(*(screen[2] - screen[0])) / 2
    y, x = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    halo = np.exp(-(((x - mid[0]) / (reach * 2.0)) ** 2 + ((y - mid[1]) / (reach * 1.9)) ** 2))
    f.veil(halo, (1.0, 0.72, 0.42), 0.17)
