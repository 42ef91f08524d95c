"""A surveyor's map of a house's vineyards, to be framed: contours, a river, plots, the name."""

from pathlib import Path

import cv2
import numpy as np
import skia

from kit.type import font
from pack import Pack

SIZE = (1700, 1100)
INK = skia.Color(74, 48, 32, 220)


def chart(pack: Pack, path: Path) -> Path:
    """Draw it to ``path``; the same pixels every time."""
    w, h = SIZE
    rng = np.random.default_rng(7)
    coarse = rng.standard_normal((9, 13)).astype(np.float32)
    land = cv2.resize(coarse, (w, h), interpolation=cv2.INTER_CUBIC)
    land += np.linspace(1.6, -1.6, h, dtype=np.float32)[:, None]
    surface = skia.Surface(w, h)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(226, 208, 172))
    line = skia.Paint(AntiAlias=True, Color=skia.Color(150, 96, 58, 150))
    line.setStyle(skia.Paint.kStroke_Style)
    for k, level in enumerate(np.arange(-2.4, 2.6, 0.22)):
        line.setStrokeWidth(3.2 if k % 5 == 0 else 1.5)
        _trace(canvas, land, float(level), line)
    river = skia.Paint(AntiAlias=True, Color=skia.Color(70, 104, 116, 210))
    river.setStyle(skia.Paint.kStroke_Style)
    river.setStrokeWidth(15)
    course = skia.Path()
    course.moveTo(-20, h * 0.83)
    course.cubicTo(w * 0.25, h * 0.62, w * 0.34, h * 1.02, w * 0.56, h * 0.80)
    course.cubicTo(w * 0.72, h * 0.64, w * 0.82, h * 0.9, w + 20, h * 0.7)
    canvas.drawPath(course, river)
    _plots(canvas, rng, w, h)
    ink = skia.Paint(AntiAlias=True, Color=INK)
    name = next(iter(pack.wines.values())).house.upper()
    face = font("latin-bold", 86)
    wide = face.measureText(name)
    ground = skia.Paint(AntiAlias=True, Color=skia.Color(226, 208, 172, 235))
    canvas.drawRect(skia.Rect.MakeXYWH(w / 2 - wide / 2 - 40, 70, wide + 80, 140), ground)
    canvas.drawString(name, w / 2 - wide / 2, 172, face, ink)
    line.setColor(INK)
    line.setStrokeWidth(5)
    canvas.drawRect(skia.Rect.MakeXYWH(34, 34, w - 68, h - 68), line)
    line.setStrokeWidth(1.6)
    canvas.drawRect(skia.Rect.MakeXYWH(46, 46, w - 92, h - 92), line)
    surface.makeImageSnapshot().save(str(path), skia.kPNG)
    return path


def _trace(canvas: skia.Canvas, land: np.ndarray, level: float, line: skia.Paint) -> None:
    above = (land > level).astype(np.uint8)
    for ring in cv2.findContours(above, cv2.RETR_LIST, cv2.CHAIN_APPROX_TC89_KCOS)[0]:
        if len(ring) < 8:
            continue
        path = skia.Path()
        path.addPoly([skia.Point(float(x), float(y)) for x, y in ring[:, 0]], True)
        canvas.drawPath(path, line)


def _plots(canvas: skia.Canvas, rng: np.random.Generator, w: int, h: int) -> None:
    """Plots in wash, each with its rows."""
    for _ in range(15):
        x, y = rng.uniform(0.12, 0.86) * w, rng.uniform(0.26, 0.66) * h
        a, b, turn = rng.uniform(60, 130), rng.uniform(40, 80), rng.uniform(-30, 30)
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(turn)
        wash = skia.Paint(AntiAlias=True, Color=skia.Color(126, 44, 40, 96))
        canvas.drawRect(skia.Rect.MakeLTRB(-a, -b, a, b), wash)
        rows = skia.Paint(AntiAlias=True, Color=skia.Color(96, 30, 30, 170), StrokeWidth=2)
        for k in np.arange(-b + 9, b, 13):
            canvas.drawLine(-a + 6, float(k), a - 6, float(k), rows)
        canvas.restore()
