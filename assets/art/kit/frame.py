"""The sheet a picture is painted on: a skia canvas over a numpy array, and its pens."""

from collections.abc import Sequence

import cv2
import numpy as np
import skia

from kit.noise import cover, textured
from kit.palette import Palette, Rgb

SIZES = {"landscape": (2112, 1188), "portrait": (1188, 2112)}  # 10 % more than the screen
Points = Sequence[tuple[float, float]] | np.ndarray


def argb(colour: Rgb, alpha: float = 1.0) -> int:
    """A colour as skia's 32-bit integer."""
    r, g, b = (round(255 * min(max(v, 0.0), 1.0)) for v in colour)
    return round(255 * min(max(alpha, 0.0), 1.0)) << 24 | r << 16 | g << 8 | b


def points(xy: Points) -> list[skia.Point]:
    """Skia points of an (n, 2) array."""
    return [skia.Point(x, y) for x, y in np.asarray(xy, float).tolist()]


def poly(xy: Points, closed: bool = True) -> skia.Path:
    """A polygon."""
    return skia.Path.Polygon(points(xy), closed)


def smooth(xy: Points, closed: bool = False, steps: int = 8) -> np.ndarray:
    """A Catmull-Rom curve through the given points, as an (m, 2) array."""
    p = np.asarray(xy, float)
    n = len(p)
    if closed:
        p = np.vstack([p[-1:], p, p[:2]])
    else:
        p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for i in range(1, (n + 1) if closed else n):
        a, b, c, d = p[i - 1], p[i], p[i + 1], p[i + 2]
        out.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    if not closed:
        out.append(p[-2:-1])
    return np.vstack(out)


class Frame:
    """One picture being painted.

    ``u`` is a thousandth of the short side in pixels; ``ax, ay`` is where the subject sits.
    """

    def __init__(self, region: str, palette: Palette, orientation: str, seed: int) -> None:
        self.region = region
        self.pal = palette
        self.portrait = orientation == "portrait"
        self.w, self.h = SIZES[orientation]
        self.u = min(self.w, self.h) / 1000
        self.rng = np.random.default_rng(seed)
        self.seed = seed
        self.pixels = np.zeros((self.h, self.w, 4), np.uint8)
        self.surface = skia.Surface(
            self.pixels,
            colorType=skia.ColorType.kRGBA_8888_ColorType,
            alphaType=skia.AlphaType.kPremul_AlphaType,
        )
        self.canvas = self.surface.getCanvas()
        self.fine = np.zeros((self.h, self.w), np.float32)  # where the press must keep letters
        self.ax, self.ay = (
            (0.5 * self.w, 0.31 * self.h) if self.portrait else (0.44 * self.w, 0.42 * self.h)
        )

    def pick(self, landscape: float, portrait: float) -> float:
        """One parameter, two layouts."""
        return portrait if self.portrait else landscape

    def x(self, fraction: float) -> float:
        """Pixels from the left."""
        return fraction * self.w

    def y(self, fraction: float) -> float:
        """Pixels from the top."""
        return fraction * self.h

    def paint(
        self,
        colour: Rgb,
        alpha: float = 1.0,
        tex: str = "wash",
        blur: float = 0.0,
        blend: skia.BlendMode = skia.BlendMode.kSrcOver,
    ) -> skia.Paint:
        """A filling paint of one pigment, lying on its texture's own scale (see ``fill``)."""
        if tex == "plain":
            paint = skia.Paint(AntiAlias=True)
            paint.setColor(argb(colour, alpha))
        else:
            paint = skia.Paint(textured(tex))
            r, g, b = (min(c * 1.18, 1.0) for c in colour)
            paint.setColorFilter(skia.ColorFilters.Blend(argb((r, g, b)), skia.BlendMode.kModulate))
            paint.setAlphaf(alpha)
        if blur > 0:
            paint.setMaskFilter(
                skia.MaskFilter.MakeBlur(skia.BlurStyle.kNormal_BlurStyle, blur * self.u, False)
            )
        paint.setBlendMode(blend)
        return paint

    def fill(
        self,
        shape: skia.Path | Points,
        colour: Rgb,
        alpha: float = 1.0,
        *,
        tex: str = "wash",
        grain: float = 1.0,
        angle: float = 0.0,
        blur: float = 0.0,
        blend: skia.BlendMode = skia.BlendMode.kSrcOver,
    ) -> None:
        """Fill a path or polygon (pixels); ``grain`` is the size of its texture, ``angle`` its
        direction in degrees."""
        path = shape if isinstance(shape, skia.Path) else poly(shape)
        paint = self.paint(colour, alpha, tex, blur, blend)
        if tex == "plain":
            self.canvas.drawPath(path, paint)
            return
        matrix = skia.Matrix.Translate(*self.rng.uniform(0, 900, 2).tolist())
        matrix.preRotate(angle)
        matrix.preScale(grain * self.u, grain * self.u)
        back = skia.Matrix()
        if not matrix.invert(back):
            raise ValueError(f"grain {grain}")
        moved = skia.Path(path)
        moved.transform(back)
        self.canvas.save()
        self.canvas.concat(matrix)
        self.canvas.drawPath(moved, paint)
        self.canvas.restore()

    def line(
        self,
        xy: skia.Path | Points,
        colour: Rgb,
        width: float,
        alpha: float = 1.0,
        closed: bool = False,
        **style: object,
    ) -> None:
        """Stroke a line; width in u."""
        path = xy if isinstance(xy, skia.Path) else poly(xy, closed)
        paint = self.paint(colour, alpha, str(style.pop("tex", "plain")), **style)  # type: ignore[arg-type]
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width * self.u)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

    def oval(
        self,
        cx: float,
        cy: float,
        rx: float,
        ry: float,
        colour: Rgb,
        alpha: float = 1.0,
        **style: object,
    ) -> None:
        """Fill an ellipse given in pixels."""
        box = skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry)
        self.fill(skia.Path.Oval(box), colour, alpha, **style)  # type: ignore[arg-type]

    def taper(
        self,
        xy: Points,
        widths: Sequence[float] | np.ndarray,
        colour: Rgb,
        alpha: float = 1.0,
        **style: object,
    ) -> None:
        """A brush stroke of changing width (u) along a line (pixels)."""
        p = np.asarray(xy, float)
        d = np.gradient(p, axis=0)
        d /= np.linalg.norm(d, axis=1, keepdims=True) + 1e-9
        normal = np.stack([-d[:, 1], d[:, 0]], 1)
        half = (
            np.interp(np.linspace(0, 1, len(p)), np.linspace(0, 1, len(widths)), np.asarray(widths))
            * self.u
            / 2
        )
        self.fill(
            np.vstack([p + normal * half[:, None], (p - normal * half[:, None])[::-1]]),
            colour,
            alpha,
            **style,
        )  # type: ignore[arg-type]

    def strokes(
        self,
        at: np.ndarray,
        angle: np.ndarray | float,
        length: np.ndarray | float,
        width: float,
        colours: Sequence[Rgb],
        alpha: float = 0.5,
        bend: float = 0.15,
        weights: np.ndarray | None = None,
    ) -> None:
        """Many short marks: ``at`` (n, 2) pixels, lengths and width in u, colours dealt out."""
        n = len(at)
        if n == 0:
            return
        a = np.broadcast_to(angle, n)
        half = np.broadcast_to(length, n) * self.u / 2
        d = np.stack([np.cos(a), np.sin(a)], 1) * half[:, None]
        side = np.stack([-d[:, 1], d[:, 0]], 1) * self.rng.uniform(-bend, bend, (n, 1)) * 2
        ends = np.stack([at - d, at + side, at + d], 1)
        deal = (
            self.rng.integers(0, len(colours), n)
            if weights is None
            else np.clip((weights * len(colours)).astype(int), 0, len(colours) - 1)
        )
        for i, colour in enumerate(colours):
            path = skia.Path()
            for (x0, y0), (x1, y1), (x2, y2) in ends[deal == i].tolist():
                path.moveTo(x0, y0)
                path.quadTo(x1, y1, x2, y2)
            self.line(path, colour, width * float(self.rng.uniform(0.8, 1.25)), alpha)

    def scatter(self, path: skia.Path, n: int) -> np.ndarray:
        """About n random points inside a path, (m, 2) pixels."""
        box = path.getBounds()
        p = self.rng.uniform((box.left(), box.top()), (box.right(), box.bottom()), (n, 2))
        keep = [path.contains(x, y) for x, y in p.tolist()]
        return p[np.asarray(keep, bool)]

    def clip(self, shape: skia.Path | Points) -> "Clip":
        """Paint only inside a shape: ``with frame.clip(path): ...``."""
        return Clip(self, shape if isinstance(shape, skia.Path) else poly(shape))

    def veil(self, mask: np.ndarray, colour: Rgb, strength: float = 1.0) -> None:
        """Lay a mist of one colour over the picture; mask (h, w) 0 to 1."""
        m = np.clip(mask * strength, 0, 1)[..., None].astype(np.float32)
        tone = np.asarray(colour, np.float32) * 255
        base = self.pixels[..., :3].astype(np.float32)
        self.pixels[..., :3] = np.clip(base + (tone - base) * m, 0, 255).astype(np.uint8)

    def expose(self, gain: np.ndarray) -> None:
        """Multiply by light: gain (h, w) or (h, w, 3), in sRGB values."""
        g = gain if gain.ndim == 3 else gain[..., None]
        base = self.pixels[..., :3].astype(np.float32)
        self.pixels[..., :3] = np.clip(base * g, 0, 255).astype(np.uint8)

    def pool(
        self, cx: float, cy: float, rx: float, ry: float, soft: float = 1.0, rough: float = 0.35
    ) -> np.ndarray:
        """A ragged ellipse of light (h, w), 1 inside falling to 0; fractions of the picture."""
        y, x = np.mgrid[0 : self.h, 0 : self.w].astype(np.float32)
        r = np.hypot((x / self.w - cx) / rx, (y / self.h - cy) / ry)
        r += rough * (cover(self.w, self.h, 2.4, 50 + self.seed % 7, 1.6) - 0.5)
        out: np.ndarray = np.clip((1 + soft - r) / soft, 0, 1)
        return out * out * (3 - 2 * out)

    def soften(self, mask: np.ndarray, radius: float) -> None:
        """Lose focus where mask is 1; radius in u."""
        k = max(int(radius * self.u) | 1, 3)
        base = self.pixels[..., :3]
        soft = cv2.GaussianBlur(base, (0, 0), k / 2.5)
        m = np.clip(mask, 0, 1)[..., None]
        self.pixels[..., :3] = (base * (1 - m) + soft * m).astype(np.uint8)


class Clip:
    """A clip that is lifted again at the end of its block."""

    def __init__(self, frame: Frame, path: skia.Path) -> None:
        self.frame, self.path = frame, path

    def __enter__(self) -> None:
        self.frame.canvas.save()
        self.frame.canvas.clipPath(self.path, doAntiAlias=True)

    def __exit__(self, *_: object) -> None:
        self.frame.canvas.restore()
