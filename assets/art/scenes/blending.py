"""Blending: glasses, a cylinder, a page of figures."""

import numpy as np

from kit.frame import Frame
from kit.glass import bottle, cylinder, goblet
from kit.palette import mix, scale
from kit.space import Stage
from kit.still import candle, card
from kit.type import font
from pack import Pack
from scenes.settings import still


def notebook(s: Stage, x: float, z: float, lines: list[str], turn: float = 0.12) -> None:
    """An open book with figures in ink and a pen across it."""
    f, p = s.f, s.f.pal
    c, sn = np.cos(turn), np.sin(turn)

    def at(points: list[tuple[float, float]]) -> np.ndarray:
        return s.cam.see(np.asarray([[x + a * c - b * sn, 0.008, z + a * sn + b * c] for a, b in points]))
    w, h = 0.11, 0.15
    f.fill(at([(-w - .01, -h / 2 - .008), (w + .01, -h / 2 - .008), (w + .01, h / 2), (-w - .01, h / 2)]) + [0, 7 * f.u], (0.03, 0.02, 0.02), 0.7, tex="plain", blur=3)
    for side in (-1, 1):
        q = at([(0, -h / 2), (side * w, -h / 2), (side * w, h / 2), (0, h / 2)])
        f.fill(q, scale(p.paper, 0.80 if side > 0 else 0.70), tex="wash", grain=0.6)
        for k in range(9):
            t = -h / 2 + h * (k + 1) / 10
            f.line(at([(side * 0.012, t), (side * (w - 0.012), t)]), mix(p.paper, p.shade, 0.35), 1.0, 0.6)
            if k % 2 == 0 or side > 0:
                n = 14
                xs = np.linspace(0.016, (w - 0.02) * f.rng.uniform(0.5, 1), n)
                q2 = at([(side * v, t + 0.004 + 0.003 * np.sin(v * 900 + k)) for v in xs])
                f.line(q2, p.deep, 1.4, 0.75)
    f.line(at([(0, -h / 2), (0, h / 2)]), scale(p.paper, 0.4), 3, 0.6)
    f.taper(at([(0.02, -0.05), (0.13, 0.03)]) - [0, 6 * f.u], [3, 9, 9], p.accent, tex="plain")
    del lines


def pipette(s: Stage, x: float, z: float) -> None:
    """A glass wine thief lying across the table."""
    q = s.cam.see(np.asarray([[x - 0.13, 0.012, z - 0.05], [x, 0.012, z], [x + 0.14, 0.012, z + 0.05]]))
    f = s.f
    f.taper(q + [2, 6 * f.u], [8, 10, 22], (0.02, 0.02, 0.02), 0.5, tex="plain", blur=3)
    f.taper(q, [5, 9, 20], (0.75, 0.78, 0.76), 0.4, tex="plain")
    f.taper(q[:2], [3, 6], f.pal.wine_lt, 0.8, tex="plain")
    f.line(q - [0, 4 * f.u], (1, 1, 1), 1.6, 0.8)


def board(s: Stage, words: list[str]) -> None:
    """A chalk board on the wall with the trial blends."""
    f, p = s.f, s.f.pal
    q = card(s, (0.16, 0.15, 0.86), 0.50, 0.40, (0.09, 0.11, 0.11))
    f.line(q, p.wood_lt, 9, closed=True)
    k = float(q[1, 0] - q[0, 0])
    ft = font("latin", k * 0.10)
    for i, text in enumerate(words):
        f.canvas.drawString(text, float(q[0, 0]) + k * 0.08, float(q[3, 1]) + k * (0.16 + 0.155 * i), ft, f.paint((0.85, 0.85, 0.8), 0.8, "plain"))
    f.line([(q[0, 0] + k * .06, q[3, 1] + k * .66), (q[0, 0] + k * .9, q[3, 1] + k * .655)], (0.85, 0.85, 0.8), 1.8, 0.7)


WORDS = {
    "rioja": ["Tempranillo   85", "Graciano   10", "Garnacha   5"],
    "piedmont": ["sabbia   3", "marna   5", "sud-est   2"],
    "douro": ["rio 90 m   50", "alto 400 m   50"],
    "bordeaux": ["C. S.   62", "Merlot   33", "P. V.   5"],
    "qingtian": [],
}


def draw(f: Frame, pack: Pack, scene: str) -> None:
    """Paint it."""
    p, r = f.pal, f.region
    s = still(f, eye=0.26, look=0.135, zoom=f.pick(1.0, 0.92))
    if r in ("rioja", "bordeaux") and not f.portrait:
        board(s, WORDS[r])
    tones = [(p.wine, p.wine_lt), (scale(p.wine, 0.75), mix(p.wine, p.wine_lt, 0.6)), (mix(p.wine, p.wine_lt, 0.5), mix(p.wine_lt, p.sun, 0.2))]
    if scene == "filtering":
        qingtian(s)
        return
    back = {"rioja": 6, "piedmont": 3, "douro": 2, "bordeaux": 7}[r]
    xs = np.linspace(-0.30, 0.30, back)
    for k, x in enumerate(xs):
        goblet(s, (float(x), 0, 0.20 + 0.015 * (k % 2)), height=0.19, fill=0.26 + 0.04 * (k % 3), wine=tones[k % 3][0], wine_lt=tones[k % 3][1],
               kind="balloon" if r == "piedmont" else "tulip")
    if r == "piedmont":
        for k, x in enumerate((-0.17, -0.02, 0.13)):
            bottle(s, (x + 0.02, 0, 0.33), "burgundy", capsule=None, scale_by=0.8, cast=False)
            goblet(s, (x - 0.04, 0, 0.02 - 0.03 * k), height=0.20, kind="balloon", fill=0.3, wine=tones[k][0], wine_lt=tones[k][1])
        cylinder(s, (0.24, 0, -0.02), 0.022, 0.20, 0.13, *tones[0])
    elif r == "douro":
        cylinder(s, (-0.13, 0, 0.03), 0.032, 0.25, 0.17, scale(p.wine, 0.7), p.wine_lt)
        cylinder(s, (0.0, 0, -0.02), 0.032, 0.25, 0.12, mix(p.wine, p.wine_lt, 0.4), mix(p.wine_lt, p.sun, 0.25))
        goblet(s, (0.15, 0, -0.06), height=0.21, fill=0.36)
        for x, t in ((-0.25, "90 m"), (-0.18, "400 m")):
            del t
            bottle(s, (x, 0, 0.16), "port", scale_by=0.75, cast=False)
    else:
        for k, (x, lv) in enumerate(((-0.19, 0.17), (-0.11, 0.11), (-0.03, 0.07))):
            cylinder(s, (x, 0, 0.05 - 0.02 * k), 0.023, 0.24, lv, *tones[k])
        goblet(s, (0.08, 0, -0.03), height=0.215, fill=0.36)
        if r == "rioja":
            candle(s, (0.20, 0, 0.12), 0.13)
    notebook(s, -0.04 if r != "douro" else -0.02, -0.14, [])
    pipette(s, 0.22, -0.13)


def qingtian(s: Stage) -> None:
    """Clearing: a hazy jar, a clear one, and a page read through the wine."""
    f, p = s.f, s.f.pal
    haze, clear = mix(p.wine_lt, p.paper, 0.45), mix(p.wine_lt, (1.0, 0.45, 0.45), 0.3)
    q = card(s, (-0.02, 0.0, 0.24), 0.20, 0.24, scale(p.paper, 0.92))
    k = float(q[1, 0] - q[0, 0])
    ft = font("chinese", k * 0.13)
    for c, col in enumerate(("石上有雨", "缸里有梅", "岩雨坊记")):
        for i, ch in enumerate(col):
            f.canvas.drawString(ch, float(q[1, 0]) - k * (0.26 + 0.28 * c), float(q[3, 1]) + k * (0.22 + 0.19 * i), ft, f.paint(p.ground, 0.9, "plain"))
    cylinder(s, (-0.21, 0, 0.06), 0.042, 0.27, 0.20, mix(p.wine, p.paper, 0.35), haze, ticks=10)
    cylinder(s, (-0.10, 0, 0.02), 0.042, 0.27, 0.20, mix(p.wine, p.wine_lt, 0.3), mix(haze, clear, 0.6), ticks=10)
    goblet(s, (0.08, 0, 0.0), height=0.215, fill=0.42, wine=mix(p.wine, p.wine_lt, 0.55), wine_lt=clear)
    t = np.linspace(0, np.pi, 20)
    sheet_q = s.cam.see(np.stack([0.24 + 0.075 * np.cos(2 * t), 0.004 + 0 * t, -0.07 + 0.06 * np.sin(2 * t)], -1))
    f.fill(sheet_q + [3, 6 * f.u], (0.02, 0.03, 0.03), 0.5, tex="plain", blur=3)
    f.fill(sheet_q, p.paper, tex="cloth", grain=0.4)
    f.fill((sheet_q - sheet_q.mean(0)) * 0.6 + sheet_q.mean(0), mix(p.paper, p.wine_lt, 0.5), 0.7, tex="wash", grain=0.4)
    pipette(s, 0.02, -0.16)
