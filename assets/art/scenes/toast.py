"""The toast: glasses lifted until rim meets rim, the light coming through the wine."""

import numpy as np
import skia

from kit.cellar import air, quiet
from kit.frame import Frame
from kit.glass import goblet, goblet_profile
from kit.palette import Rgb, mix
from kit.space import Stage, Vec, unit
from kit.vessels import caustic, cup, level_wine
from pack import Pack
from scenes.settings import still

HEIGHT = 0.225


def lean(angle: float, away: float = 0.0) -> Vec:
    """An axis leaning ``angle`` radians to the right and ``away`` from the viewer."""
    x, y, z = unit((np.sin(angle), np.cos(angle) * np.cos(away), np.sin(away)))
    return (float(x), float(y), float(z))


def meet(axis: Vec, height: float, rim: float, at: Vec, side: float) -> Vec:
    """Where a glass stands when the point of its rim towards ``side`` is at a place."""
    ay = unit(axis)
    right = unit(np.cross(np.asarray(axis), (0, 0, 1.0))) * -side
    if right[0] * side < 0:
        right = -right
    p = np.asarray(at) - ay * height - right * rim
    return (float(p[0]), float(p[1]), float(p[2]))


def ringing(f: Frame, at: np.ndarray, colour: Rgb) -> None:
    """The point of light where two rims touch."""
    for grow, a in ((95, 0.14), (38, 0.24), (10, 0.8)):
        f.oval(
            at[0],
            at[1],
            grow * f.u,
            grow * f.u,
            colour,
            a,
            tex="plain",
            blur=grow * 0.45,
            blend=skia.BlendMode.kScreen,
        )


def raised(
    s: Stage, at: Vec, axis: Vec, kind: str, wine: Rgb, wine_lt: Rgb, fill: float, key: float
) -> None:
    """One glass off the table, its wine level however it leans."""
    prof = goblet_profile(kind, HEIGHT)
    start = int(np.argmax(prof[:, 1] > HEIGHT * 0.455))
    base = float(prof[start, 1])
    up = float(unit(axis)[1])
    level = at[1] + (base + (HEIGHT - base) * fill) * up
    level_wine(s, at, axis, prof[start:], base + 0.001, level, wine, wine_lt)
    goblet(
        s,
        at,
        height=HEIGHT,
        kind=kind,
        fill=0.03,
        wine=wine,
        wine_lt=wine,
        axis=axis,
        cast=False,
        key=key,
    )


def grapes(f: Frame) -> None:
    """Stemmed glasses."""
    p, r = f.pal, f.region
    s = still(f, zoom=f.pick(1.42, 1.18), look=f.pick(0.215, 0.205), eye=0.225, front=-0.22)
    fall_back(f)
    kind = {"piedmont": "balloon"}.get(r, "tulip")
    rim = float(goblet_profile(kind, HEIGHT)[-1, 0])
    wine, wine_lt = p.wine, p.wine_lt
    if r == "piedmont":
        wine, wine_lt = mix(p.wine, p.wine_lt, 0.30), mix(p.wine_lt, (1.0, 0.5, 0.35), 0.25)
    touch = (0.0, 0.315, 0.0)
    raised(
        s,
        (0.012, touch[1] - HEIGHT + 0.004, 0.10),
        lean(0.03, -0.10),
        kind,
        wine,
        wine_lt,
        0.33,
        0.5,
    )
    for side, tilt in ((1.0, 0.27), (-1.0, -0.24)):
        ax = lean(tilt, 0.04)
        raised(
            s,
            meet(ax, HEIGHT, rim, touch, side),
            ax,
            kind,
            wine,
            mix(wine_lt, p.sun, 0.32),
            0.40,
            1.2,
        )
    ringing(f, s.cam.see(touch), p.sun)
    quiet(f, 0.8, foot=0.22, line=f.pick(0.50, 0.56))
    air(f, mix(p.shade, p.sun, 0.3), 0.20 if r != "douro" else 0.0)


def fall_back(f: Frame) -> None:
    """Put the room behind the glasses out of focus and warm its light behind them."""
    p = f.pal
    f.soften(np.ones((f.h, f.w), np.float32), 9)
    glow = f.pool(
        f.pick(0.42, 0.5), f.pick(0.30, 0.22), f.pick(0.17, 0.36), f.pick(0.26, 0.15), 1.1
    )
    f.veil(
        glow, mix(p.sun, p.earth_lt, 0.35), 0.42 if f.region not in ("qingtian", "douro") else 0.18
    )


def bayberry(f: Frame) -> None:
    """Porcelain cups over the wiped stone table, and their red shadow."""
    p = f.pal
    s = still(f, zoom=f.pick(1.62, 1.30), look=f.pick(0.105, 0.105), eye=0.25, front=-0.14)
    f.soften(np.ones((f.h, f.w), np.float32), 5)
    s.light.at, s.light.key, s.light.amb = (
        (-0.75, 0.75, -0.85),
        (1.9, 1.9, 1.78),
        (0.20, 0.22, 0.21),
    )
    wine = mix(p.wine, p.wine_lt, 0.45)
    for k, (x, z) in enumerate(((-0.005, 0.055), (0.10, 0.085), (0.055, 0.0))):
        caustic(s, (x, 0.001, z), 0.038, p.wine_lt, k)
    r, h = 0.047, 0.052
    band = mix(p.leaf_dk, (0.12, 0.22, 0.46), 0.5)
    for at, ax in (
        ((0.005, 0.128, 0.075), lean(0.02, -0.26)),
        ((-0.054, 0.100, 0.0), lean(0.16, -0.22)),
        ((0.056, 0.097, -0.01), lean(-0.15, -0.24)),
    ):
        cup(
            s,
            at,
            r,
            h,
            axis=ax,
            tone=(0.95, 0.96, 0.92),
            wine=wine,
            fill=0.84,
            band=band,
            cast=False,
        )
    ringing(f, s.cam.see((0.001, 0.150, -0.012)), (0.95, 0.97, 0.92))
    quiet(f, 0.55, left=0.55, foot=0.35, line=f.pick(0.58, 0.62))


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    (bayberry if f.region == "qingtian" else grapes)(f)
