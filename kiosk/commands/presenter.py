"""``kiosk presenter``: presenters of one's own, from a photograph or from an avatar."""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
import unicodedata
from datetime import date
from pathlib import Path

from kiosk import resources
from kiosk.booth.settings import presenters_folder
from kiosk.errors import PresenterError, UsageError

LONGEST_NAME = 60
CONSENT = (12, 300)  # characters of a consent line: a sentence, no "yes"
ASKED = """\
A presenter made of a photograph looks like the person in it and speaks words that this person
never said. The screen says all the time that it is AI-generated. Make one only of a person who
knows this and agreed to be shown so.

Write one line that says who agreed, to what, and how it is known. It is kept with the presenter.
For example: Anna Weber agreed on paper to be shown as a speaking, AI-labelled presenter.
An empty line stops."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's own commands, and their options."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    photo = deeds.add_parser("from-photo", help="make a presenter of one portrait photograph")
    photo.add_argument("portrait", type=Path, metavar="PORTRAIT",
                       help="JPEG, PNG or WebP: one person from the front, lips closed")
    photo.add_argument("--consent", metavar="LINE",
                       help="who agreed to be shown, and how that is known; asked for otherwise")
    _common(photo)
    avatar = deeds.add_parser("import", help="make a presenter of a glTF or VRM avatar")
    avatar.add_argument("avatar", type=Path, metavar="AVATAR",
                        help=".glb or .vrm with ARKit, Oculus or VRM mouth shapes")
    _common(avatar)
    ready = deeds.add_parser("prepare", help="find again what live drawing needs of a presenter")
    ready.add_argument("folder", type=Path, metavar="FOLDER", help="the presenter's folder")
    deeds.add_parser("list", help="name the presenters that there are")


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", help="what the presenter is called (default: by the file)")
    parser.add_argument("--id", metavar="ID", help="the folder's name (default: from the name)")
    parser.add_argument("--out", type=Path, metavar="DIR",
                        help="the folder of presenters (default: beside the settings)")
    parser.add_argument("--replace", action="store_true",
                        help="put it in the place of one with the same ID")


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked. Returns the exit code."""
    if arguments.deed == "list":
        return _list()
    if arguments.deed == "prepare":
        _keep_figure(arguments.folder / f"{arguments.folder.resolve().name}.toml")
        return 0
    return _import(arguments) if arguments.deed == "import" else _from_photo(arguments)


def _from_photo(arguments: argparse.Namespace) -> int:
    name, identity, out = _called(arguments, arguments.portrait)
    consent = _consent(arguments.consent)
    # OpenCV is loaded only now: asking is quick
    from kiosk.presenter.make import folder  # noqa: PLC0415
    from kiosk.presenter.make.avatar import drawable  # noqa: PLC0415
    from kiosk.presenter.make.photo.from_photo import from_photo  # noqa: PLC0415
    from kiosk.presenter.make.photo.unsuitable import UnsuitableError  # noqa: PLC0415

    bar = _Bar()
    try:
        made = from_photo(arguments.portrait, identity, name, consent, bar.show)
        description = folder.write(made.presenter, out, check=drawable)
    except UnsuitableError as error:
        bar.close()
        for other in error.others():
            print(f"{arguments.portrait}: {other}", file=sys.stderr)
        raise
    finally:
        bar.close()
    if made.medallion:
        print("The background could not be told from the person: the portrait is an oval.")
    _done(name, description)
    return 0


def _import(arguments: argparse.Namespace) -> int:
    name, identity, out = _called(arguments, arguments.avatar)
    from kiosk.presenter.make.avatar import from_avatar  # noqa: PLC0415 - OpenCV

    bar = _Bar()
    try:
        report = from_avatar(
            arguments.avatar, out, name=arguments.name, identity=identity, progress=bar.show
        )
    finally:
        bar.close()
    print(f"{report.kind}: {len(report.found)} of the face's shapes are its own.")
    for source in dict.fromkeys(report.approximated.values()):
        shapes = [shape for shape, own in report.approximated.items() if own == source]
        print(f"  {', '.join(shapes)}: {source}")
    for part, source in report.parts.items():
        print(f"  {part}: {source}")
    if report.missing:
        print(f"  missing, the show does without: {', '.join(report.missing)}")
    if report.licence:
        print(f"  the avatar's own licence: {report.licence}")
    _done(arguments.name or name, report.description)
    return 0


def _keep_figure(description: Path) -> None:
    """Find now what live drawing needs, so that a booth shows the presenter at once."""
    from kiosk.presenter.face import asset, figure, store  # noqa: PLC0415 - OpenCV

    store.write(figure.prepare(asset.read(description)))


def _done(name: str, description: Path) -> None:
    _keep_figure(description)
    place = description.parent
    print(f"{name} is in {place}; name '{place.name}' in a pack's winery.toml.")


def _called(arguments: argparse.Namespace, file: Path) -> tuple[str, str, Path]:
    """Name, identity and the folder of presenters."""
    name = (arguments.name or file.stem.replace("_", " ").replace("-", " ")).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise UsageError(
            "the presenter's name cannot be shown",
            where="--name",
            advice=f"give 1 to {LONGEST_NAME} printable characters",
        )
    identity = arguments.id or _slug(name) or _slug(file.stem) or "presenter"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,31}", identity):
        raise UsageError(
            f"'{identity[:40]}' cannot name a folder",
            where="--id",
            advice="use at most 32 small letters, digits and hyphens",
        )
    out = arguments.out or presenters_folder()
    taken = [place / identity for place in (out, resources.presenters())]
    if any(place.exists() for place in taken) and not arguments.replace:
        raise UsageError(
            "there is a presenter of this name already",
            where=str(next(place for place in taken if place.exists())),
            advice="choose another with --id, or add --replace",
        )
    return name, identity, out


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:32].strip("-")


def _consent(given: str | None) -> str:
    """The consent line with today's date; asked for when a person sits there to answer."""
    if given is None and sys.stdin.isatty():
        print(ASKED)
        try:
            given = input("> ")
        except EOFError:
            given = ""
    line = " ".join((given or "").split())
    shortest, longest = CONSENT
    if not line:
        raise UsageError(
            "without the consent of the person shown no presenter is made",
            where="--consent",
            advice='say who agreed and how, such as "Anna Weber agreed on paper to be shown as a '
            'speaking, AI-labelled presenter"',
        )
    if not shortest <= len(line) <= longest or not line.isprintable():
        raise UsageError(
            "this is no consent that somebody could look up later",
            where="--consent",
            advice=f"say in {shortest} to {longest} characters who agreed, and how",
        )
    return f"{line} ({date.today().isoformat()})"


def _list() -> int:
    """Print every presenter: its ID, its name, where it is; what is wrong with a broken one."""
    from kiosk.presenter.face import asset  # noqa: PLC0415 - OpenCV

    for place, whose in ((resources.presenters(), "shipped"), (presenters_folder(), "yours")):
        for description in sorted(place.glob("*/*.toml")):
            if description.stem != description.parent.name:
                continue
            try:
                found = asset.read(description)
            except PresenterError as error:
                print(f"{description.stem:20} cannot be used: {error}")
                continue
            print(f"{found.name:20} {_named(description):24} {whose}: {description.parent}")
    return 0


def _named(description: Path) -> str:
    names = tomllib.loads(description.read_text("utf-8")).get("names", {})
    said = names.get("en") or next(iter(names.values()), "") if isinstance(names, dict) else ""
    return "".join(c for c in str(said)[:24] if c.isprintable())


class _Bar:
    """How far it is, on a terminal."""

    _WIDTH = 30

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def show(self, share: float, what: str) -> None:
        """Draw the bar."""
        if self._shown:
            full = round(share * self._WIDTH)
            bar = "#" * full + "." * (self._WIDTH - full)
            print(f"\r{bar} {share:4.0%} {what[:40]:40}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End its line."""
        if self._shown:
            print(file=sys.stderr)
            self._shown = False
