"""Where the show may be sent: RTMP, RTMPS, or an MP4 file. Nothing else.

Addresses are typed by operators and handed to another program, so their form is checked narrowly,
and the part that lets anyone stream in the operator's name (the key) is kept apart from the rest.
"""

import ipaddress
import re
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.errors import UsageError

MP4 = ".mp4"
_LONGEST = 1024  # characters
_LONGEST_KEY = 900  # characters; platforms' signed ones have some 300, ffmpeg's lines 999
_ADDRESS = re.compile(r"(rtmps?)://([^/?#@]+)/([^#]+)", re.IGNORECASE)
_LABEL = r"[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"({_LABEL}(?:\.{_LABEL})*)(?::([0-9]{{1,5}}))?", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z0-9\-._~/?&=:%+,!$*@()|]+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Destination:
    """One place to send to. ``str`` and ``repr`` of it hold no key."""

    name: str  # what it is called in everything that is written
    server: str = ""  # rtmp://host/app; "" for a file
    key: str = field(default="", repr=False)
    path: Path | None = None

    @property
    def host(self) -> str:
        """The server's host, without port; "" for a file."""
        found = _ADDRESS.fullmatch(self.server)
        return found[2].partition(":")[0].lower() if found else ""

    @property
    def is_local(self) -> bool:
        """Whether it stays on this machine or in its own network."""
        try:
            address = ipaddress.ip_address(self.host)
        except ValueError:
            return not self.server or self.host == "localhost" or "." not in self.host
        return address.is_private or address.is_loopback


def destination(text: str, key: str | None = None) -> Destination:
    """Read an address.

    Args:
        text: ``rtmp://host/app/key``, ``rtmps://...`` or the name of an ``.mp4`` file.
        key: the stream key; then ``text`` is the server's address alone.

    Raises:
        UsageError: it is neither; the message repeats no more than the scheme and the host.
    """
    if not _SCHEME.match(text):
        return _file(text)
    scheme = text.partition("://")[0].lower()
    if scheme not in ("rtmp", "rtmps"):
        raise UsageError(
            f"{scheme}:// is no way to send the show", where="--to",
            advice="give an rtmp:// or rtmps:// address, or a file ending in .mp4",
        )  # fmt: skip
    found = _ADDRESS.fullmatch(text)
    host = _HOST.fullmatch(found[2]) if found else None
    if found is None or host is None or not _is_port(host[2]):
        raise _refused(scheme, "names no host and application")
    rest = found[3].rstrip("/") if key is not None else found[3]
    if len(text) > _LONGEST or not _WORDS.fullmatch(rest) or ".." in rest.split("/"):
        raise _refused(scheme, "has characters that no platform gives out")
    if key is None:
        # Everything after the application is the key, parameters included: rtmp://host/app/key.
        before, mark, after = rest.partition("?")
        folder, _, last = before.rpartition("/")
        if not folder or not last:
            raise _refused(scheme, "has no stream key; give it by --key-name or at the end")
        rest, key = folder, last + mark + after
    elif "?" in rest:
        raise _refused(scheme, "has parameters, which belong to the stream key")
    check_key(key)
    server = f"{scheme}://{found[2].lower()}/{rest}"
    return Destination(found[2].lower(), server, key)


def check_key(key: str) -> None:
    """Raises UsageError where a stream key cannot be one; does not repeat it."""
    if not key or len(key) > _LONGEST_KEY or not _WORDS.fullmatch(key):
        raise UsageError(
            "the stream key is empty, too long or has characters that no platform gives out",
            where="--to", advice="copy it again from the platform's page",
        )  # fmt: skip


def _file(text: str) -> Destination:
    path = Path(text)
    if path.suffix.lower() != MP4:
        raise UsageError(
            "that is neither an address nor an MP4 file", where="--to",
            advice="give an rtmp:// or rtmps:// address, or a file ending in .mp4",
        )  # fmt: skip
    if not path.parent.is_dir():
        raise UsageError(
            "there is no such folder", where=str(path.parent), advice="make it first"
        )
    return Destination(path.name, path=path.absolute())


def _is_port(text: str | None) -> bool:
    return text is None or 0 < int(text) < 65536


def _refused(scheme: str, why: str) -> UsageError:
    return UsageError(
        f"the {scheme} address {why}", where="--to",
        advice=f"write it like {scheme}://live.example.com/app/stream-key",
    )  # fmt: skip
