"""A shipped narration to be told on the sheets and in the clip."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import NarrationError
from kiosk.narration.shelf import Baked, Shelf
from kiosk.narration.track import Track
from kiosk.packs.library import Library
from kiosk.packs.model import Pack, Scene

LONGEST = 60.0  # s


@dataclass(frozen=True, slots=True)
class Story:
    """One scene's narration in one language."""

    pack: Pack
    scene: Scene
    language: str
    baked: Baked

    @property
    def track(self) -> Track:
        """Its times. Raises NarrationError when the file is damaged."""
        return self.baked.track

    @property
    def title(self) -> str:
        """The scene's title."""
        return self.pack.words_in(self.language).scenes[self.scene.id].title

    @property
    def winery(self) -> str:
        """The winery's name."""
        return self.pack.words_in(self.language).name


def story(content: Path, presenter: str, language: str, seconds: float) -> Story:
    """The first baked narration in a language that lasts so long, else the longest.

    A pack of this presenter's is preferred.

    Raises:
        NarrationError: nothing is baked in that language.
        PackError: there is no folder of packs.
    """
    library = Library(content)
    packs = [library.load(pack_id) for pack_id in library.ids()]
    packs.sort(key=lambda pack: pack.presenter != presenter)
    longest: Story | None = None
    for pack in packs:
        if language not in pack.languages:
            continue
        shelf = Shelf(pack)
        for scene in pack.scenes:
            baked = shelf.find(scene.id, language)
            if baked is None:
                continue
            found = Story(pack, scene, language, baked)
            if baked.track.duration >= seconds:
                return found
            if longest is None or baked.track.duration > longest.track.duration:
                longest = found
    if longest is None:
        spoken = sorted({one for pack in packs for one in pack.languages})
        raise NarrationError(
            f"nothing is told in {language!r}",
            where=str(content),
            advice=f"choose from {', '.join(spoken)}",
        )
    return longest
