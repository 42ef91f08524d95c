"""Where the files that ship with the program are: one gateway for all of them."""

import sys
from pathlib import Path


def root() -> Path:
    """The folder that holds ``assets``, ``content`` and ``i18n``.

    Beside the package in a checkout, inside the bundle when installed from one.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def fonts() -> Path:
    """The shipped fonts."""
    return root() / "assets" / "fonts"


def textures() -> Path:
    """Tiles of the wineries' materials."""
    return root() / "assets" / "textures"


def sounds() -> Path:
    """The bed of packs without one of their own, and the interface's sounds."""
    return root() / "assets" / "sounds"


def plates() -> Path:
    """The diagrams' line work."""
    return root() / "assets" / "diagrams" / "plates"


def presenters() -> Path:
    """The shipped presenters, a folder each."""
    return root() / "assets" / "presenters"


def demonstration() -> Path:
    """The demonstration packs."""
    return root() / "content" / "wineries"


def stage_words() -> Path:
    """The stage's own words, one file per language."""
    return root() / "i18n" / "stage"


def interface_words() -> Path:
    """The interface's translations, ``cellarcast_<lang>.qm`` beside their sources."""
    return root() / "i18n"


def qml() -> Path:
    """The QML import path."""
    return Path(__file__).resolve().parent / "ui" / "qml"


def face_models() -> Path:
    """The networks that find a face in a photograph."""
    return root() / "assets" / "models" / "face"


def atlas() -> Path:
    """Coasts and outlines for maps."""
    return root() / "assets" / "maps" / "atlas.npz"
