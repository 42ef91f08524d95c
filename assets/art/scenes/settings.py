"""Where the still lifes stand: each region's wall, weather and light."""

import numpy as np

from kit.frame import Frame
from kit.land import mist, ridge, sky
from kit.noise import cover
from kit.palette import Rgb, mix, scale
from kit.rooms import masonry, shaft, window
from kit.space import Camera, Light, Stage
from kit.sprites import Sheet, sheet
from kit.still import ledge

LIGHTS: dict[str, tuple[tuple[float, float, float], Rgb, Rgb]] = {
    "rioja": ((-0.75, 0.8, -0.55), (1.75, 1.45, 1.05), (0.07, 0.06, 0.06)),
    "piedmont": ((-0.9, 0.5, 0.1), (1.35, 1.28, 1.15), (0.12, 0.13, 0.14)),
    "douro": ((-0.95, 0.35, -0.25), (1.75, 1.15, 0.65), (0.10, 0.11, 0.14)),
    "bordeaux": ((-0.85, 0.65, -0.3), (1.55, 1.53, 1.44), (0.11, 0.12, 0.14)),
    "qingtian": ((-0.6, 0.85, -0.35), (1.30, 1.32, 1.25), (0.16, 0.18, 0.17)),
}


def fruit(f: Frame, side: float = -1.0) -> Sheet:
    """The winery's sprites."""
    return sheet(f.pal, side, "bayberry" if f.region == "qingtian" else "grape")


def still(
    f: Frame,
    *,
    zoom: float = 1.0,
    eye: float = 0.17,
    look: float = 0.14,
    front: float = -0.24,
    shift: float = 0.0,
    outdoor: bool = False,
    top: Rgb | None = None,
    tex: str | None = None,
) -> Stage:
    """A ledge with the region's background behind it; returns the stage to set things on.

    Metres: the ledge is y = 0, things stand within x -0.22 to 0.22, z -0.2 to 0.3.
    """
    at, key, amb = LIGHTS[f.region]
    anchor = (f.ax + shift * f.w, f.y(0.395) if not f.portrait else f.y(0.315))
    cam = Camera(f, (0.0, eye, -1.25), (0.0, look, 0.0), f.pick(1.95, 2.75) * zoom, anchor)
    s = Stage(f, cam, Light(at, key, amb, bounce=scale(amb, 0.5)))
    if outdoor or f.region in ("douro", "qingtian"):
        open_air(f)
    else:
        wall(f, s)
    p = f.pal
    stone = {
        "rioja": (scale(p.wood, 0.9), "wood"),
        "piedmont": (scale(p.wood, 0.85), "wood"),
        "douro": (mix(p.stone, p.earth, 0.3), "stone"),
        "bordeaux": (scale(p.stone, 0.62), "stone"),
        "qingtian": (mix(p.stone, p.shade, 0.45), "stone"),
    }[f.region]
    ledge(
        s,
        top or stone[0],
        front=front,
        tex=tex or stone[1],
        boards=0.16 if stone[1] == "wood" else 0,
    )
    return s


def wall(f: Frame, s: Stage) -> None:
    """An indoor background."""
    p = f.pal
    f.canvas.clear(0xFF000000)
    r = f.region
    z = 0.9
    if r == "rioja":
        s.plane(
            (-3, -0.6, z),
            (6, 0, 0),
            (0, 3.2, 0),
            mix(p.earth, p.stone, 0.35),
            k=10,
            tex="stone",
            grain=160,
        )
        patch = (
            f.pool(0.30, 0.30, 0.22, 0.34, 0.9)
            if not f.portrait
            else f.pool(0.36, 0.26, 0.5, 0.2, 0.9)
        )
        f.expose(0.16 + 0.62 * patch)
        x0 = -0.36
        for k in range(2):  # the window's own shape thrown on the wall, cut by its bar
            q = s.cam.see(
                np.asarray(
                    [
                        [x0 + k * 0.17, 0.10, z],
                        [x0 + 0.15 + k * 0.17, 0.14, z],
                        [x0 + 0.28 + k * 0.17, 0.62, z],
                        [x0 + 0.13 + k * 0.17, 0.60, z],
                    ]
                )
            )
            f.fill(q, p.sun, 0.30, tex="stone", blur=4)
    elif r == "piedmont":
        s.plane(
            (-3, -0.6, z),
            (6, 0, 0),
            (0, 3.2, 0),
            mix(p.shade, p.wood, 0.25),
            k=10,
            tex="stone",
            grain=130,
        )
        f.expose(0.25 + 0.5 * f.pool(0.32, 0.32, 0.35, 0.5, 1.0))
        window(
            s,
            (-0.50, 0.06, z - 0.1),
            0.46,
            0.62,
            mix(p.sky_lt, p.sky, 0.3),
            mix(p.stone, p.shade, 0.5),
            (2, 3),
            0.14,
        )
        a = s.cam.see(
            np.asarray([[-0.5, 0.06, z], [-0.04, 0.06, z], [-0.04, 0.68, z], [-0.5, 0.68, z]])
        )
        with f.clip(a):
            for k, t in enumerate((0.2, 0.42)):
                x = np.linspace(a[0, 0], a[1, 0], 40)
                y = (
                    a[0, 1]
                    - (0.42 - t) * (a[0, 1] - a[2, 1])
                    - 14 * f.u * np.sin(x / (60 + 30 * k) + k)
                )
                f.fill(
                    np.vstack([np.stack([x, y], 1), [a[1], a[0]]]),
                    mix(p.far, p.shade, 0.12 + 0.25 * k),
                    0.7,
                )
    else:
        s.plane((-3, -0.6, z), (6, 0, 0), (0, 3.2, 0), scale(p.stone, 0.5), k=6)
        masonry(
            s,
            np.asarray([-2.4, -0.4, z]),
            np.asarray([4.8, 0, 0]),
            np.asarray([0, 2.2, 0]),
            mix(p.stone, p.stone_lt, 0.45),
            course=0.21,
            block=0.42,
            spread=0.06,
            rough=0.03,
        )
        f.expose(
            0.26
            + 0.95
            * (
                f.pool(0.26, 0.22, 0.34, 0.42, 1.0)
                if not f.portrait
                else f.pool(0.3, 0.2, 0.6, 0.26, 1.0)
            )
        )
        shaft(
            f,
            (-0.05, -0.08),
            (0.55, 0.62) if not f.portrait else (0.9, 0.5),
            0.05,
            0.16,
            p.sun,
            0.16,
        )


def open_air(f: Frame) -> None:
    """The country behind a parapet, out of focus."""
    p = f.pal
    hz = f.pick(0.40, 0.33)
    if f.region == "douro":
        sky(
            f,
            f.y(hz + 0.05),
            mix(p.sky, p.deep, 0.35),
            p.sky_lt,
            sun=(0.2, hz - 0.02),
            glow=p.sun,
            clouds=0.35,
        )
        for k, (b, rel) in enumerate(((0.0, 0.10), (0.06, 0.14), (0.16, 0.20))):
            ridge(
                f,
                f.y(hz + b),
                f.h * rel,
                mix(p.far, p.deep, 0.15 + 0.36 * k),
                lit=mix(p.earth_lt, p.deep, 0.2 + 0.2 * k),
                dark=scale(p.deep, 1.1),
                marks=700,
                fade=mix(p.sky_lt, p.earth, 0.3) if k < 2 else None,
            )
    elif f.region == "qingtian":
        sky(f, f.y(hz + 0.1), mix(p.sky, p.sky_lt, 0.35), p.sky_lt, clouds=0.25)
        for k, (b, rel) in enumerate(((-0.04, 0.22), (0.05, 0.24), (0.16, 0.24))):
            ridge(
                f,
                f.y(hz + b),
                f.h * rel,
                mix(p.far, p.leaf_dk, 0.12 + 0.36 * k),
                beta=2.0,
                marks=500,
                fade=mix(p.sky_lt, p.sky, 0.4),
                peaks=((0.62 + 0.12 * k, 0.8, 0.06), (0.2 + 0.07 * k, 0.6, 0.05)),
            )
        mist(f, hz + 0.08, hz + 0.2, p.sky_lt, 0.55)
    elif f.region == "piedmont":
        sky(f, f.y(hz), p.sky, p.sky_lt, sun=(0.24, hz - 0.08), glow=p.sun, clouds=0.15)
        for k in range(3):
            ridge(
                f,
                f.y(hz + 0.06 * k),
                f.h * 0.09,
                mix(p.far, p.shade, 0.1 + 0.3 * k),
                marks=400,
                fade=mix(p.sky_lt, p.far, 0.5),
            )
    elif f.region == "bordeaux":
        sky(f, f.y(hz), p.sky, p.sky_lt, clouds=0.6)
        ridge(f, f.y(hz + 0.04), f.h * 0.02, mix(p.far, p.leaf_dk, 0.5), marks=200)
        ridge(f, f.y(hz + 0.10), f.h * 0.03, mix(p.leaf_dk, p.leaf, 0.4), marks=600, lit=p.leaf_lt)
    else:
        sky(f, f.y(hz), p.sky, p.sky_lt, clouds=0.4)
        ridge(f, f.y(hz + 0.02), f.h * 0.12, p.far, marks=800, lit=p.stone_lt)
        ridge(f, f.y(hz + 0.10), f.h * 0.05, p.earth, marks=700, lit=p.earth_lt)
    f.soften(np.ones((f.h, f.w), np.float32), 5)
    yy, xx = np.mgrid[0 : f.h, 0 : f.w].astype(np.float32)
    drift = (cover(f.w, f.h, 2.6, 41, 2.2) - 0.5) * 0.06
    t = np.clip((xx / f.w + drift - 0.40) / 0.6, 0, 1) if not f.portrait else 0 * xx
    low = np.clip((yy / f.h + drift - 0.40) / 0.26, 0, 1)
    dark = 1 - (1 - 0.62 * t * t * (3 - 2 * t)) * (1 - 0.55 * low)
    shade = np.asarray(scale(p.shade, 1.0), np.float32)
    f.expose(1 - dark[..., None] * (1 - 0.35 * shade))


def dusk(f: Frame, keep: float = 0.34) -> None:
    """Quiet the right third for whoever stands there."""
    if f.portrait:
        return
    xx = (np.mgrid[0 : f.h, 0 : f.w][1] / f.w).astype(np.float32)
    drift = (cover(f.w, f.h, 2.6, 43, 2.2) - 0.5) * 0.08
    t = np.clip((xx + drift - 0.52) / 0.42, 0, 1)
    f.expose(1 - (1 - keep) * t * t * (3 - 2 * t))
