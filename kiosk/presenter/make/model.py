"""A presenter that was made, before it is written: frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.presenter.face.asset import Camera, Eye, Picture, Pose, Window
from kiosk.presenter.face.mesh import Part


@dataclass(frozen=True)
class Layer:
    """A picture of a single thing: BGR or straight BGRA (h, w, 3 or 4), at its window."""

    window: str
    picture: Picture


@dataclass(frozen=True)
class Presenter:
    """All that a folder holds.

    Lengths are metres in camera space, pictures BGR or straight BGRA of 8 bits. `names` and
    `roles` go by language (`en`, `zh-CN`), `voices` names the narration's voices that suit, best
    first. `licence`, `source` and `consent` are left out of the description when empty.
    """

    identity: str  # its folder's and its files' name
    names: Mapping[str, str]
    width: int
    height: int
    camera: Camera
    neck: tuple[float, float, float]
    windows: Mapping[str, Window]
    rest: Mapping[str, float]
    still: Picture
    poses: tuple[Pose, ...]
    layers: Mapping[str, Layer]
    eyes: Mapping[str, Eye]
    parts: Mapping[str, Part]
    roles: Mapping[str, str] = field(default_factory=dict)
    voices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    licence: str = ""
    source: str = ""
    consent: str = ""
