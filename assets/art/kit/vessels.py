"""Vessels beyond bottle and goblet: porcelain cups, hanging lamps, a telephone on its stand."""

import numpy as np
import skia

from kit.frame import Frame, smooth
from kit.palette import Rgb, mix, scale
from kit.solids import disc, ring
from kit.space import Stage, Vec, turned, unit


def cup(s: Stage, at: Vec, radius: float, height: float, *, axis: Vec = (0, 1, 0),
        tone: Rgb = (0.90, 0.91, 0.87), wine: Rgb | None = None, fill: float = 0.8,
        band: Rgb | None = None, cast: bool = True) -> None:
    """A small footed porcelain cup, ``fill`` of its height full of wine; ``axis`` may lean."""
    pal = s.f.pal
    wine = wine or pal.wine_lt
    outer = smooth(np.asarray([[radius * 0.44, 0.0], [radius * 0.43, height * 0.12],
                               [radius * 0.62, height * 0.26], [radius * 0.86, height * 0.55],
                               [radius * 0.97, height * 0.85], [radius, height]]), steps=5)
    if cast:
        p, _ = turned(outer, at)
        s.shadow(p, at[1], 0.5, 4)
        s.contact(at, radius * 0.5, 0.6)
    inner = smooth(np.asarray([[radius * 0.4, height * 0.3], [radius * 0.82, height * 0.55],
                               [radius * 0.975, height]]), steps=4)
    s.lathe(inner, at, scale(tone, 0.92), axis=axis, inside=True, gloss=0.1)
    ay = unit(axis)
    level = np.asarray(at) + ay * height * fill
    r = float(np.interp(height * fill, outer[:, 1], outer[:, 0])) * 0.955
    disc(s, tuple(level), axis, r, mix(wine, pal.wine_lt, 0.35), tex="wash", gloss=0.5)
    s.trail(ring(tuple(level), axis, r * 0.985), mix(pal.wine_lt, (1, 0.8, 0.75), 0.4), 1.8, 0.75)
    s.lathe(outer, at, tone, axis=axis, n=56, gloss=0.55)
    rim = ring(tuple(np.asarray(at) + ay * height), axis, radius)
    s.trail(rim, mix(tone, (1, 1, 1), 0.6), 2.2, 0.85)
    if band is not None:
        for t, w in ((0.9, 2.0), (0.83, 0.9), (0.2, 1.4)):
            loop = ring(tuple(np.asarray(at) + ay * height * t), axis,
                        float(np.interp(height * t, outer[:, 1], outer[:, 0])) * 1.004)
            out = loop - loop.mean(0)
            seen = ((s.cam.eye - loop) * out).sum(-1) > 0
            idx = np.flatnonzero(seen)
            k = np.roll(idx, -int(np.argmax(np.diff(np.r_[idx, idx[0] + len(loop)]) > 1)) - 1)
            s.trail(loop[k], band, w, 0.8)


def lamp_glow(f: Frame, x: float, y: float, size: float, colour: Rgb, alpha: float = 0.5) -> None:
    """A lamp far out of focus: a disc with a brighter rim; pixels."""
    f.oval(x, y, size * 2.6, size * 2.6, colour, alpha * 0.22, tex="plain", blur=size / f.u * 0.8,
           blend=skia.BlendMode.kScreen)
    f.oval(x, y, size, size, colour, alpha * 0.6, tex="wash", blur=size / f.u * 0.06,
           blend=skia.BlendMode.kScreen)
    box = skia.Rect.MakeLTRB(x - size * .95, y - size * .95, x + size * .95, y + size * .95)
    f.line(skia.Path.Oval(box), colour, size / f.u * 0.07, alpha * 0.45,
           blend=skia.BlendMode.kScreen, blur=size / f.u * 0.03)


def level_wine(s: Stage, at: Vec, axis: Vec, prof: np.ndarray, base: float, level: float,
               wine: Rgb, wine_lt: Rgb, side: float = -1.0, n: int = 72) -> None:
    """Wine in a leaning glass, its surface level: ``prof`` from the bowl's bottom up, ``base``
    and ``level`` heights in metres (level above the ground)."""
    y = np.linspace(base, prof[-1, 1] * 0.985, 60)
    body = np.stack([np.interp(y, prof[:, 1], prof[:, 0]) * 0.965, y], 1)
    p, nrm = turned(body, at, axis, n)
    rows = 14
    grid, norm = np.zeros((rows, n + 1, 3)), np.zeros((rows, n + 1, 3))
    for j in range(n + 1):
        high = np.maximum.accumulate(p[:, j, 1])
        stop = float(np.interp(level, high, np.arange(60)))
        pick = np.linspace(0, stop, rows)
        for c in range(3):
            grid[:, j, c] = np.interp(pick, np.arange(60), p[:, j, c])
            norm[:, j, c] = np.interp(pick, np.arange(60), nrm[:, j, c])
    norm = unit(norm)
    view = unit(s.cam.eye - grid)
    right = unit(np.cross(np.asarray([0, 1.0, 0]), view))
    x, front = (norm * -right).sum(-1), (norm * view).sum(-1)
    t = np.linspace(0, 1, rows)[:, None]
    lens = np.clip(x * -side * 0.9 + 0.30, 0, 1) ** 1.7 * np.clip(1.2 - t, 0, 1)
    rim = np.clip(1 - np.abs(front), 0, 1) ** 2.2 * 0.6
    tone = np.asarray(scale(wine, 0.8)) + np.asarray(wine_lt) * (0.95 * lens + 0.5 * rim)[..., None]
    s.mesh(grid, norm, wine, shade=np.clip(tone, 0, 1))
    top = grid[-1]
    s.f.fill(s.cam.see(top), mix(wine, wine_lt, 0.42), tex="wash")
    s.trail(top, mix(wine_lt, (1, 0.85, 0.8), 0.4), 1.8, 0.85)


def caustic(s: Stage, at: Vec, size: float, colour: Rgb, seed: int = 0) -> None:
    """The light a raised cup of wine throws on the table: a shadow with a red heart."""
    t = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    wob = 1 + 0.08 * np.sin(3 * t + seed) + 0.05 * np.sin(5 * t + 2 * seed)
    loop = np.stack([at[0] + size * wob * np.cos(t), np.full_like(t, at[1]),
                     at[2] + size * 0.85 * wob * np.sin(t)], -1)
    mid = np.asarray(at)
    s.f.fill(s.cam.see(loop), (0.02, 0.03, 0.03), 0.6, tex="plain", blur=7)
    s.f.fill(s.cam.see(mid + (loop - mid) * 0.74), colour, 0.6, tex="wash", blur=5)
    s.f.fill(s.cam.see(mid + (loop - mid) * 0.40 + [0.004, 0, 0.004]), mix(colour, (1, 0.7, 0.6), 0.4),
             0.5, tex="plain", blur=5, blend=skia.BlendMode.kScreen)


def telephone(s: Stage, at: Vec, height: float, *, turn: float = 0.0, tilt: float = 0.22,
              glow: Rgb = (1.0, 0.86, 0.62), picture: skia.Image | None = None) -> np.ndarray:
    """A telephone leaning on a small wire stand, its screen lit and facing the viewer; returns
    the screen's corners in pixels, from the lower left, counter-clockwise."""
    w = height * 0.48
    c, sn = np.cos(turn), np.sin(turn)
    right = np.asarray([c, 0, -sn])
    up = unit((sn * np.sin(tilt), np.cos(tilt), c * np.sin(tilt)))
    back = np.cross(up, right) * -1
    if back[2] < 0:
        back = -back
    base = np.asarray(at) + [0, 0.016, 0]
    foot = np.asarray(at) + back * 0.055
    foot[1] = at[1] + 0.003
    for k in (-0.3, 0.3):  # the stand: two legs behind, a lip in front
        s.trail(np.stack([base + right * w * k + up * height * 0.55, foot + right * w * k]),
                (0.12, 0.11, 0.11), 5.0)
        s.trail(np.stack([base + right * w * k, np.asarray(at) + right * w * k - back * 0.03]),
                (0.16, 0.15, 0.14), 6.0)
    s.contact((at[0], at[1], at[2]), w * 0.75, 0.7)

    def plate(inset: float, depth: float, radius: float) -> np.ndarray:
        """Corners rounded, as places."""
        hw, hh = w / 2 - inset, height / 2 - inset
        t = np.linspace(0, np.pi / 2, 6)
        q = []
        for cx, cy, a in ((hw, -hh, -np.pi / 2), (hw, hh, 0.0), (-hw, hh, np.pi / 2), (-hw, -hh, np.pi)):
            q.append(np.stack([cx - np.sign(cx) * radius + radius * np.cos(t + a),
                               cy - np.sign(cy) * radius + radius * np.sin(t + a)], 1))
        xy = np.vstack(q)
        return (base + up * height / 2 + back * depth + xy[:, :1] * right + xy[:, 1:] * up)

    f = s.f
    f.fill(s.cam.see(plate(0, 0.008, 0.010)), (0.03, 0.03, 0.035), tex="plain")
    body = plate(0, 0.0, 0.010)
    f.fill(s.cam.see(body), (0.055, 0.052, 0.055), tex="iron")
    f.line(s.cam.see(body), mix(glow, (0.3, 0.3, 0.3), 0.6), 1.6, 0.7, closed=True)
    pane = plate(0.0035, -0.0005, 0.008)
    xy = s.cam.see(pane)
    f.fill(xy, glow, tex="wash", grain=0.5)
    corner = [s.cam.see(base + right * w * a + up * height * b - back * 0.0005)
              for a, b in ((-0.46, 0.02), (0.46, 0.02), (0.46, 0.98), (-0.46, 0.98))]
    if picture is not None:
        src = [skia.Point(0, picture.height()), skia.Point(picture.width(), picture.height()),
               skia.Point(picture.width(), 0), skia.Point(0, 0)]
        m = skia.Matrix()
        m.setPolyToPoly(src, [skia.Point(float(x), float(y)) for x, y in corner])
        with f.clip(xy):
            f.canvas.save()
            f.canvas.concat(m)
            f.canvas.drawImage(picture, 0, 0, skia.SamplingOptions(
                skia.FilterMode.kLinear, skia.MipmapMode.kLinear))
            f.canvas.restore()
    return np.asarray(corner)


def room_picture(warm: Rgb, dark: Rgb, wine: Rgb, paper: Rgb) -> skia.Image:
    """What the telephone shows: a warm room, a glass lifted in it, and a line of talk below."""
    w, h = 300, 624
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    glow = np.exp(-(((x - 165) / 190) ** 2 + ((y - 220) / 260) ** 2))[..., None]
    data = np.zeros((h, w, 4), np.uint8)
    tone = np.asarray(mix(dark, warm, 0.38)) * (1 - glow) + np.asarray(mix(warm, (1, 1, 1), 0.25)) * glow
    data[..., :3] = np.clip(tone * 255, 0, 255)
    data[..., 3] = 255
    surface = skia.Surface(data, colorType=skia.ColorType.kRGBA_8888_ColorType)
    c = surface.getCanvas()

    def paint(tone: Rgb, alpha: float = 1.0, blur: float = 0.0) -> skia.Paint:
        out = skia.Paint(AntiAlias=True)
        out.setColor4f(skia.Color4f(*tone, alpha))
        if blur:
            out.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
        return out

    shade = mix(dark, warm, 0.12)
    for k in range(3):  # barrels along the wall
        c.drawOval(skia.Rect.MakeXYWH(-40 + 250 * (k % 2) - 20 * (k == 2), 300 - 70 * (k == 2), 140, 130), paint(shade, 0.55, 6))
    bowl = smooth(np.asarray([[150, 330], [112, 290], [104, 225], [118, 160]]), steps=8)
    other = (np.asarray([300.0, 0]) - bowl * [1, -1]) * [1, 1]
    shape = np.vstack([bowl, other[::-1]])
    path = skia.Path.Polygon([skia.Point(*q) for q in shape.tolist()], True)
    c.drawPath(path, paint(paper, 0.22))
    c.save()
    c.clipRect(skia.Rect.MakeLTRB(0, 240, w, 340))
    c.drawPath(path, paint(mix(wine, (0.9, 0.2, 0.15), 0.25)))
    c.restore()
    c.drawRect(skia.Rect.MakeLTRB(147, 330, 153, 420), paint(paper, 0.6))
    c.drawOval(skia.Rect.MakeLTRB(108, 412, 192, 430), paint(paper, 0.5))
    for k, wide in enumerate((150, 196, 120)):  # what people write, without words
        c.drawRoundRect(skia.Rect.MakeXYWH(22, 470 + 40 * k, wide, 24), 12, 12, paint(paper, 0.75 - 0.15 * k))
    c.drawOval(skia.Rect.MakeXYWH(22, 26, 40, 40), paint(paper, 0.85))
    c.drawRoundRect(skia.Rect.MakeXYWH(74, 34, 96, 24), 12, 12, paint(mix(wine, (0.8, 0.15, 0.1), 0.5), 0.95))
    return skia.Image.fromarray(data, colorType=skia.ColorType.kRGBA_8888_ColorType)


def clear_jar(s: Stage, at: Vec, prof: np.ndarray, level: float, wine: Rgb, wine_lt: Rgb, *,
              side: float = -1.0, n: int = 72, lens_gain: float = 0.9, cast: bool = True,
              floor_glow: float = 0.4) -> np.ndarray:
    """A vessel of clear glass turned from ``prof`` (radius, height), wine up to ``level``;
    returns the ring of its mouth."""
    light = np.asarray(s.light.key) / max(s.light.key)
    p, nrm = turned(prof, at, n=n)
    if cast:
        s.shadow(p, at[1], 0.42, 7)
        s.contact(at, float(prof[0, 0]) * 1.05, 0.6)
        spot = s.cam.see((at[0] + 0.9 * level, at[1], at[2] + 0.3 * level))
        size = s.cam.px(at) * float(prof[:, 0].max())
        s.f.oval(spot[0], spot[1], size, size * 0.28, wine_lt, floor_glow, tex="plain",
                 blur=size / s.f.u * 0.3, blend=skia.BlendMode.kScreen)

    def look(q: np.ndarray, m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        view = unit(s.cam.eye - q)
        right = unit(np.cross(np.asarray([0, 1.0, 0]), view))
        return (m * -right).sum(-1), (m * view).sum(-1)

    x, front = look(p, -nrm)
    edge = np.clip(1 - np.abs(front), 0, 1)
    s.mesh(p, -nrm, (1, 1, 1), shade=np.dstack([
        np.clip((0.2 + 0.3 * edge)[..., None] * light, 0, 1), 0.05 + 0.35 * edge ** 2.4]))
    y = np.linspace(prof[0, 1] + 0.004, level, 22)
    body = np.stack([np.interp(y, prof[:, 1], prof[:, 0]) * 0.94, y], 1)
    q, m = turned(body, at, n=n)
    x, front = look(q, m)
    t = np.linspace(0, 1, 22)[:, None]
    lens = np.clip(x * -side * 0.85 + 0.22, 0, 1) ** 1.8 * (0.55 + 0.45 * np.sin(np.pi * np.clip(t, 0, 1)))
    rim = np.clip(1 - np.abs(front), 0, 1) ** 2.4 * 0.4
    tone = np.asarray(scale(wine, 0.8)) + np.asarray(wine_lt) * (lens_gain * lens + rim)[..., None]
    s.mesh(q, m, wine, shade=np.clip(tone, 0, 1))
    disc(s, (at[0], at[1] + level, at[2]), (0, 1, 0), float(body[-1, 0]), mix(wine, wine_lt, 0.45))
    s.trail(ring((at[0], at[1] + level, at[2]), (0, 1, 0), float(body[-1, 0]) * 0.99),
            mix(wine_lt, (1, 0.85, 0.8), 0.35), 1.7, 0.75)
    x, front = look(p, nrm)
    edge = np.clip(1 - np.abs(front), 0, 1)
    win = np.clip((0.10 - np.abs(x - side * 0.55)) / 0.06 + 0.5, 0, 1)
    win = win * (1 - 0.7 * np.clip((0.016 - np.abs(x - side * 0.55)) / 0.02 + 0.5, 0, 1))
    thin = np.clip((0.04 - np.abs(x + side * 0.82)) / 0.05 + 0.5, 0, 1) * 0.5
    tone = (0.35 + 0.5 * edge + win + thin)[..., None] * light
    s.mesh(p, nrm, (1, 1, 1), shade=np.dstack([
        np.clip(tone, 0, 1), np.clip(0.04 + 0.6 * edge ** 2.6 + 0.55 * win + 0.3 * thin, 0, 0.92)]))
    mouth = ring((at[0], at[1] + float(prof[-1, 1]), at[2]), (0, 1, 0), float(prof[-1, 0]))
    s.trail(mouth, (float(light[0]), float(light[1]), float(light[2])), 2.0, 0.8)
    return mouth


FLASK = [(0.034, 0.0), (0.037, 0.006), (0.033, 0.035), (0.020, 0.085), (0.0135, 0.112), (0.0130, 0.140),
         (0.0165, 0.147)]
BEAKER = [(0.034, 0.0), (0.036, 0.006), (0.036, 0.088), (0.039, 0.094)]


def flask(kind: str) -> np.ndarray:
    """The outline of a laboratory glass: ``flask`` or ``beaker``."""
    return smooth(np.asarray({"flask": FLASK, "beaker": BEAKER}[kind]), steps=5)


def pipette(s: Stage, a: Vec, b: Vec, wine: Rgb, full: float = 0.6) -> None:
    """A glass pipette with a bulb, from tip a to end b, wine up to ``full`` of its length."""
    d = np.asarray(b, float) - np.asarray(a, float)
    t = np.asarray([0, 0.06, 0.30, 0.37, 0.5, 0.57, 0.8, 1.0])
    r = np.asarray([0.0012, 0.003, 0.003, 0.008, 0.008, 0.003, 0.003, 0.003])
    q = s.cam.see(np.asarray(a) + np.linspace(0, 1, 60)[:, None] * d)
    width = np.interp(np.linspace(0, 1, 60), t, r) * 2 * s.cam.px(a) / s.f.u
    light = np.asarray(s.light.key) / max(s.light.key)
    tone = (float(light[0]), float(light[1]), float(light[2]))
    cut = int(60 * full)
    s.f.taper(q, width * 1.25, tone, 0.28, tex="plain")
    s.f.taper(q[:cut], width[:cut] * 0.85, wine, 0.95, tex="plain")
    side = np.asarray([-1.0, -0.4]) * s.f.u
    s.f.taper(q + side * width.max() * 0.10, width * 0.24, (1, 1, 1), 0.75, tex="plain")
