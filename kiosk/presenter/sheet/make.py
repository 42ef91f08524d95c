"""All pictures of a presenter, one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.presenter.face.figure import Figure
from kiosk.presenter.performer import find, seed_of

from . import page
from .clip import RATE, film
from .poses import VISEMES, expressions, mouth
from .sitting import Sitting
from .strip import EVERY, frames
from .told import Story, story

LANGUAGES = ("zh-CN", "es")
SECONDS = 10.0
CLOSE, HEAD = 460, 400  # pixels of a mouth and of a head


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw, and where to.

    `folders` hold presenters, `content` packs; `seconds` of speech are shown in each language.
    """

    presenter: str
    out: Path
    folders: tuple[Path, ...]
    content: Path
    languages: tuple[str, ...] = LANGUAGES
    seconds: float = SECONDS


def sheets(wanted: Wanted, progress: Callable[[int, int], None]) -> list[Path]:
    """Draw viseme chart, expression sheet, and a strip and a film in each language.

    Returns the files written. ``progress`` is told how many pictures are done, and of how many.

    Raises:
        PresenterError: there is no such presenter, or her files are damaged.
        NarrationError: nothing is told in a language.
        DisplayError: a file cannot be written.
    """
    figure = find(wanted.folders, wanted.presenter)
    told = [story(wanted.content, wanted.presenter, language, wanted.seconds)
            for language in wanted.languages]  # fmt: skip
    try:
        wanted.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise page.unwritable(wanted.out, error) from error
    total = 2 + len(told) * (1 + max(1, round(wanted.seconds * RATE)))
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    written = [_visemes(figure, wanted.out), _expressions(figure, wanted.out)]
    done = 1
    step()
    for one in told:
        written.append(_strip(figure, one, wanted))
        step()
        path = wanted.out / f"clip-{one.language}.webm"
        written.append(film(figure, one, wanted.seconds, path, step))
    return written


def _visemes(figure: Figure, out: Path) -> Path:
    sitting = Sitting(figure)
    tiles = [
        page.Tile(
            sitting.take(mouth(shape), sitting.mouth, CLOSE), f"{shape}   {sounds}", words
        )
        for shape, sounds, words in VISEMES
    ]
    title = f"口型  Mouth shapes · {figure.asset.name}"
    sheet = page.page(title, "Each shape held over the face at rest", tiles, 6)
    return page.save(sheet, out / "visemes.png", title)


def _expressions(figure: Figure, out: Path) -> Path:
    sitting = Sitting(figure)
    tiles = [
        page.Tile(sitting.take(pose, sitting.bust, HEAD), chinese, english)
        for chinese, english, pose in expressions(seed_of(figure.asset.name))
    ]
    title = f"神态  Expressions · {figure.asset.name}"
    about = "Left and right as the visitor sees them"
    return page.save(page.page(title, about, tiles, 6), out / "expressions.png", title)


def _strip(figure: Figure, one: Story, wanted: Wanted) -> Path:
    tiles = frames(figure, one, wanted.seconds)
    title = f"{one.title} · {one.winery}"
    about = f"{figure.asset.name}, {one.language}, {one.track.voice}, every {EVERY} s"
    sheet = page.page(title, about, tiles, min(8, len(tiles)))
    return page.save(sheet, wanted.out / f"strip-{one.language}.png", title)
