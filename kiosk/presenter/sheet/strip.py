"""A strip of frames of real speech: what the booth would show, four pictures a second."""

from __future__ import annotations

from kiosk.narration.track import Track
from kiosk.presenter.face.figure import Figure
from kiosk.presenter.face.light import light_of
from kiosk.presenter.life.life import Life
from kiosk.presenter.lips.track import lips_of
from kiosk.presenter.performer import Performer, Told, seed_of

from . import page
from .sitting import Sitting, cropped
from .told import Story

EVERY = 0.25  # s
WIDTH = 300  # pixels of a frame


def performer(figure: Figure, story: Story, width: int) -> Performer:
    """The presenter about to tell a story from second 0, in its winery's light."""
    theme = story.pack.theme
    teller = Performer(figure, Life(seed_of(figure.asset.name)), width, foot=False)
    teller.light(light_of(theme.light, theme.accent, theme.ground), 0.0, at_once=True)
    teller.tell(Told(story.track, lips_of(story.track)), 0.0)
    return teller


def frames(figure: Figure, story: Story, seconds: float) -> list[page.Tile]:
    """A frame every quarter of a second, with its time, sound and word."""
    teller, sitting = performer(figure, story, figure.asset.width), Sitting(figure)
    tiles = []
    for index in range(max(1, round(seconds / EVERY))):
        now = index * EVERY
        picture = page.on_ground(teller.draw(now, now))
        name, note = said(story.track, now)
        tiles.append(page.Tile(page.scaled(cropped(picture, sitting.head), WIDTH), name, note))
    return tiles


def said(track: Track, now: float) -> tuple[str, str]:
    """The sound of a moment, and its time and word."""
    sound = next((f"/{one.ipa}/" for one in track.phonemes if one.start <= now < one.end), "–")
    word = next((one.text for one in track.words if one.start <= now < one.end), "")
    return sound, f"{now:.2f} s  {word}"
