"""What a platform and the law ask of a digital human, shown before the first start.

Sending the show to a platform is the operator's informed choice: the card informs, and the choice
is remembered per platform.
"""

import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import BroadcastError
from kiosk.live.broadcast.destination import Destination

LAW = "china"  # the card that goes for every room that is not on this machine
_LARGEST = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Card:
    """The rules of one platform, in English and Chinese."""

    platform: str
    name: str
    hosts: tuple[str, ...]
    english: str
    chinese: str

    def __str__(self) -> str:
        return f"{self.name}\n\n{self.english.strip()}\n\n{self.chinese.strip()}\n"


def cards() -> dict[str, Card]:
    """Every card that ships with the program, by platform."""
    text = (Path(__file__).parent / "rules.toml").read_text("utf-8")
    return {
        platform: Card(platform, row["name"], tuple(row["hosts"]), row["en"], row["zh"])
        for platform, row in tomllib.loads(text).items()
    }


def cards_for(place: Destination) -> list[Card]:
    """What is to be read before sending there: the platform's card, if it has one, and the law's.

    A file and a server in the same network concern nobody but the operator.
    """
    if place.is_local:
        return []
    known = cards()
    own = [
        card for card in known.values()
        if any(_is_host(place.host, host) for host in card.hosts)
    ]  # fmt: skip
    return [*own, known[LAW]]


def _is_host(host: str, pattern: str) -> bool:
    return host == pattern.removeprefix(".") or (pattern[0] == "." and host.endswith(pattern))


class Accepted:
    """Remembers which cards the operator of this machine has accepted.

    Args:
        path: a JSON list; a missing or broken file means none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def unread(self, wanted: list[Card]) -> list[Card]:
        """The cards among these that have not been accepted, each once."""
        known = self._read()
        return [card for card in dict.fromkeys(wanted) if card.platform not in known]

    def accept(self, read: list[Card]) -> None:
        """Remember them; written aside and renamed, so that a power cut loses nothing.

        Raises:
            BroadcastError: the file cannot be written.
        """
        names = sorted(self._read() | {card.platform for card in read})
        aside = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("w", encoding="utf-8") as file:
                json.dump(names, file)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(self._path)
        except OSError as error:
            raise BroadcastError(
                f"it cannot be remembered that the rules were accepted ({error.strerror})",
                where=str(self._path), advice="make that folder writable",
            ) from error

    def _read(self) -> set[str]:
        try:
            with self._path.open("rb") as file:
                names = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return set()
        return {one for one in names if isinstance(one, str)} if isinstance(names, list) else set()


def require(
    places: list[Destination], accepted: Accepted, accept: bool, named: list[Card]
) -> list[Card]:
    """The cards to show now; empty when all were accepted before.

    Args:
        places: where the show is to go.
        accepted: what was accepted before.
        accept: the operator accepts what is shown now.
        named: cards that go for it besides, as the operator says.
    """
    unread = accepted.unread([*named, *(card for place in places for card in cards_for(place))])
    if unread and accept:
        accepted.accept(unread)
    return unread
