"""A short film of a presenter telling a story, with its sound, labelled as made by AI."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from kiosk.errors import PackError, PresenterError
from kiosk.narration.track import write_whole
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.face.paint import over

from . import lettering
from .page import AIGC
from .strip import performer
from .told import Story
from .webm import read_ivf, read_ogg, webm

Bytes = NDArray[np.uint8]

RATE = 30
SIZE = (1280, 720)
MARGIN = 36  # pixels
COLUMN = 640  # pixels for the captions
TEXT, TITLE, SMALL = 34, 62, 26  # sizes of type
BLUR, DIM = 9, 0.62  # the picture recedes behind her


def film(
    figure: Figure, story: Story, seconds: float, path: Path, step: Callable[[], None]
) -> Path:
    """Write the film as WebM: VP8, and the narration's own Opus.

    Args:
        figure: who.
        story: what she tells, from its first word.
        seconds: how much of it.
        path: the file.
        step: called after every picture.

    Raises:
        PresenterError: this OpenCV cannot encode VP8.
        NarrationError: the sound cannot be read or the film not written.
        PackError: the scene's picture cannot be decoded.
    """
    sound = read_ogg(story.baked.audio)
    with tempfile.TemporaryDirectory() as folder:
        pictures = Path(folder) / "pictures.ivf"
        _encode(figure, story, seconds, pictures, step)
        title = f"{story.winery} · {story.title}"
        tags = {
            "TITLE": title,
            "COMMENT": "AI-generated: face, voice and pictures / 人工智能生成：人像、声音与画面",
            "AIGC": AIGC,
        }
        write_whole(path, webm(read_ivf(pictures), sound, seconds, tags))
    return path


def _encode(
    figure: Figure, story: Story, seconds: float, path: Path, step: Callable[[], None]
) -> None:
    high = SIZE[1]
    wide = round(high * figure.asset.width / figure.asset.height)
    teller = performer(figure, story, wide)
    place = np.s_[:, SIZE[0] - wide - MARGIN : SIZE[0] - MARGIN]
    grounds: dict[str, Bytes] = {}
    labels = _labels()
    code = cv2.VideoWriter.fourcc(*"VP80")
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, code, RATE, SIZE)
    if not writer.isOpened():
        raise PresenterError(
            "this OpenCV cannot encode VP8", advice="install opencv-python-headless again"
        )
    try:
        for index in range(max(1, round(seconds * RATE))):
            now = index / RATE
            caption = next(
                (cue.text for cue in story.track.cues if cue.start <= now < cue.end), ""
            )
            if caption not in grounds:
                grounds[caption] = _ground(story, caption)
            frame = grounds[caption].copy()
            frame[place] = over(teller.draw(now, now), np.ascontiguousarray(frame[place]))
            writer.write(over(labels, frame))
            step()
    finally:
        writer.release()


def _labels() -> Bytes:
    """What lies over everything: the AI label. Premultiplied BGRA."""
    sheet = Image.new("RGBA", SIZE)
    lettering.seal(ImageDraw.Draw(sheet), SIZE[0] - MARGIN, MARGIN, min(SIZE))
    return np.ascontiguousarray(np.asarray(sheet)[..., [2, 1, 0, 3]])


def _ground(story: Story, caption: str) -> Bytes:
    """The scene's picture, receded, with title and caption: BGR."""
    source = story.scene.picture.path
    try:
        with Image.open(source) as picture:
            sheet = picture.convert("RGB").resize(_cover(picture.size), Image.Resampling.LANCZOS)
    except (OSError, ValueError) as error:
        raise PackError(
            "the picture cannot be decoded",
            where=str(source),
            advice="save it again as WebP, JPEG or PNG",
        ) from error
    left, top = (sheet.width - SIZE[0]) // 2, (sheet.height - SIZE[1]) // 2
    sheet = sheet.crop((left, top, left + SIZE[0], top + SIZE[1]))
    sheet = sheet.filter(ImageFilter.GaussianBlur(BLUR))
    sheet = Image.fromarray(_receded(np.asarray(sheet), story.pack.theme.ground))
    draw = ImageDraw.Draw(sheet)
    lettering.write(draw, (MARGIN, MARGIN + SMALL), story.winery, SMALL)
    lettering.write(draw, (MARGIN, MARGIN + 110), story.title, TITLE, role=lettering.TITLE)
    lines = _lines(caption)
    for row, line in enumerate(lines):
        y = SIZE[1] - MARGIN - 8 - (len(lines) - 1 - row) * TEXT * 1.4
        lettering.write(draw, (MARGIN, y), line, TEXT)
    return np.ascontiguousarray(np.asarray(sheet)[..., ::-1])


def _cover(size: tuple[int, int]) -> tuple[int, int]:
    scale = max(SIZE[0] / size[0], SIZE[1] / size[1])
    return max(SIZE[0], round(size[0] * scale)), max(SIZE[1], round(size[1] * scale))


def _receded(picture: Bytes, ground: str) -> Bytes:
    """Darker towards the type at the left and below, into the winery's own dark. RGB."""
    dark = np.array([int(ground[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
    height, width = picture.shape[:2]
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    along = np.linspace(1, 0, width, dtype=np.float32)[None, :]
    keep = DIM * (1 - 0.55 * along * np.abs(2 * down - 1) ** 1.5)[..., None]
    return np.rint(picture * keep + dark * (1 - keep)).astype(np.uint8)


def _lines(caption: str) -> list[str]:
    """A caption's lines, broken where they do not fit."""
    lines: list[str] = []
    for line in caption.split("\n") if caption else []:
        words = line.split(" ") if " " in line else list(line)
        glue, row = (" " if " " in line else ""), ""
        for word in words:
            longer = f"{row}{glue}{word}" if row else word
            if row and lettering.length(longer, TEXT) > COLUMN:
                lines.append(row)
                longer = word
            row = longer
        lines.append(row)
    return lines
