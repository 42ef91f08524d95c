"""A telephone on its stand, what it shows, and lamps far out of focus."""

import numpy as np
import skia

from kit.frame import Frame, smooth
from kit.palette import Rgb, mix
from kit.space import Stage, Vec, unit


def lamp_glow(f: Frame, x: float, y: float, size: float, colour: Rgb, alpha: float = 0.5) -> None:
    """A lamp far out of focus: a disc with a brighter rim; pixels."""
    f.oval(
        x,
        y,
        size * 2.6,
        size * 2.6,
        colour,
        alpha * 0.22,
        tex="plain",
        blur=size / f.u * 0.8,
        blend=skia.BlendMode.kScreen,
    )
    f.oval(
        x,
        y,
        size,
        size,
        colour,
        alpha * 0.6,
        tex="wash",
        blur=size / f.u * 0.06,
        blend=skia.BlendMode.kScreen,
    )
    box = skia.Rect.MakeLTRB(x - size * 0.95, y - size * 0.95, x + size * 0.95, y + size * 0.95)
    f.line(
        skia.Path.Oval(box),
        colour,
        size / f.u * 0.07,
        alpha * 0.45,
        blend=skia.BlendMode.kScreen,
        blur=size / f.u * 0.03,
    )


def telephone(
    s: Stage,
    at: Vec,
    height: float,
    *,
    turn: float = 0.0,
    tilt: float = 0.22,
    glow: Rgb = (1.0, 0.86, 0.62),
    picture: skia.Image | None = None,
) -> np.ndarray:
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
        s.trail(
            np.stack([base + right * w * k + up * height * 0.55, foot + right * w * k]),
            (0.12, 0.11, 0.11),
            5.0,
        )
        s.trail(
            np.stack([base + right * w * k, np.asarray(at) + right * w * k - back * 0.03]),
            (0.16, 0.15, 0.14),
            6.0,
        )
    s.contact((at[0], at[1], at[2]), w * 0.75, 0.7)

    def plate(inset: float, depth: float, radius: float) -> np.ndarray:
        """Corners rounded, as places."""
        hw, hh = w / 2 - inset, height / 2 - inset
        t = np.linspace(0, np.pi / 2, 6)
        q = []
        for cx, cy, a in (
            (hw, -hh, -np.pi / 2),
            (hw, hh, 0.0),
            (-hw, hh, np.pi / 2),
            (-hw, -hh, np.pi),
        ):
            q.append(
                np.stack(
                    [
                        cx - np.sign(cx) * radius + radius * np.cos(t + a),
                        cy - np.sign(cy) * radius + radius * np.sin(t + a),
                    ],
                    1,
                )
            )
        xy = np.vstack(q)
        return base + up * height / 2 + back * depth + xy[:, :1] * right + xy[:, 1:] * up

    f = s.f
    f.fill(s.cam.see(plate(0, 0.008, 0.010)), (0.03, 0.03, 0.035), tex="plain")
    body = plate(0, 0.0, 0.010)
    f.fill(s.cam.see(body), (0.055, 0.052, 0.055), tex="iron")
    f.line(s.cam.see(body), mix(glow, (0.3, 0.3, 0.3), 0.6), 1.6, 0.7, closed=True)
    pane = plate(0.0035, -0.0005, 0.008)
    xy = s.cam.see(pane)
    f.fill(xy, glow, tex="wash", grain=0.5)
    corner = [
        s.cam.see(base + right * w * a + up * height * b - back * 0.0005)
        for a, b in ((-0.46, 0.02), (0.46, 0.02), (0.46, 0.98), (-0.46, 0.98))
    ]
    if picture is not None:
        src = [
            skia.Point(0, picture.height()),
            skia.Point(picture.width(), picture.height()),
            skia.Point(picture.width(), 0),
            skia.Point(0, 0),
        ]
        m = skia.Matrix()
        m.setPolyToPoly(src, [skia.Point(float(x), float(y)) for x, y in corner])
        with f.clip(xy):
            f.canvas.save()
            f.canvas.concat(m)
            f.canvas.drawImage(
                picture,
                0,
                0,
                skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear),
            )
            f.canvas.restore()
    return np.asarray(corner)


def room_picture(warm: Rgb, dark: Rgb, wine: Rgb, paper: Rgb) -> skia.Image:
    """What the telephone shows: a warm room, a glass lifted in it, and a line of talk below."""
    w, h = 300, 624
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    glow = np.exp(-(((x - 165) / 190) ** 2 + ((y - 220) / 260) ** 2))[..., None]
    data = np.zeros((h, w, 4), np.uint8)
    tone = (
        np.asarray(mix(dark, warm, 0.38)) * (1 - glow)
        + np.asarray(mix(warm, (1, 1, 1), 0.25)) * glow
    )
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
        c.drawOval(
            skia.Rect.MakeXYWH(-40 + 250 * (k % 2) - 20 * (k == 2), 300 - 70 * (k == 2), 140, 130),
            paint(shade, 0.55, 6),
        )
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
        c.drawRoundRect(
            skia.Rect.MakeXYWH(22, 470 + 40 * k, wide, 24), 12, 12, paint(paper, 0.75 - 0.15 * k)
        )
    c.drawOval(skia.Rect.MakeXYWH(22, 26, 40, 40), paint(paper, 0.85))
    c.drawRoundRect(
        skia.Rect.MakeXYWH(74, 34, 96, 24), 12, 12, paint(mix(wine, (0.8, 0.15, 0.1), 0.5), 0.95)
    )
    return skia.Image.fromarray(data, colorType=skia.ColorType.kRGBA_8888_ColorType)
