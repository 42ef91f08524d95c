"""Read an address of the web: little, not for long, and only from public hosts over https.

Written on sockets, because every wait must end at one deadline and when the booth closes: with a
time-out for each read, as HTTP libraries have it, a server that sends a byte a second holds on
for days. The host's addresses are looked at before one of them is connected to, so that no name
leads into the booth's own network (DNS rebinding).
"""

import errno
import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from kiosk import __version__
from kiosk.live.probe.answers import FetchError, Stopped

LONGEST = 15.0  # s for one address, redirects and all
CONNECT = 5.0  # s for one connection
SLICE = 0.25  # s between two looks at the clock and at whether the booth is closing
REDIRECTS = 3
ADDRESSES = 3  # of one host that are tried

_HEADERS = {
    "User-Agent": f"Cellarcast/{__version__} (booth screen)",
    "Accept": "*/*",
    "Accept-Language": "en",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_NO_ROUTE = frozenset({"ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"})
# No server answered; "no such name" alone may be a wrong address (see _offline).
_NO_NAME_SERVER = (socket.EAI_AGAIN, socket.EAI_FAIL)


@dataclass(slots=True)
class Limits:
    """When a fetch has to end.

    Attributes:
        until: on the monotonic clock.
        stop: set when the booth closes.
    """

    until: float
    stop: threading.Event
    monotonic: Callable[[], float]

    def wait(self) -> float:
        """Seconds to wait at most before looking again. Raises FetchError when it is over."""
        if self.stop.is_set():
            raise Stopped("the booth closes")
        left = self.until - self.monotonic()
        if left <= 0:
            raise FetchError("it takes too long")
        return min(SLICE, left)


class _Reader(io.RawIOBase):
    """A socket's bytes, within limits."""

    def __init__(self, wire: socket.socket, limits: Limits) -> None:
        self._wire, self._limits = wire, limits

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while True:
            self._wire.settimeout(self._limits.wait())
            try:
                return self._wire.recv_into(buffer)
            except TimeoutError:
                continue


class _Wire:
    """What http.client needs of a socket."""

    def __init__(self, wire: socket.socket, limits: Limits) -> None:
        self._wire, self._limits = wire, limits

    def makefile(self, *_: object, **__: object) -> io.BufferedReader:
        """The bytes that come."""
        return io.BufferedReader(_Reader(self._wire, self._limits))


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered; ``response`` gives more of the body."""

    url: str  # after redirects
    response: http.client.HTTPResponse
    limits: Limits

    @property
    def status(self) -> int:
        """Of HTTP."""
        return self.response.status

    @property
    def sized(self) -> bool:
        """Whether the server said how long the body is."""
        return self.response.length is not None

    def more(self, most: int = 65536) -> bytes:
        """What comes next, at most ``most`` bytes; b"" at the end. Raises FetchError."""
        try:
            return self.response.read1(most)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchError(_said(error)) from error

    def text(self, most: int) -> str:
        """The whole body. Raises FetchError: it is longer than ``most`` bytes, or breaks off."""
        body = bytearray()
        while chunk := self.more():
            body += chunk
            if len(body) > most:
                raise FetchError(f"it is longer than {most // 1024} kB")
        if self.response.length:
            raise FetchError("it broke off")
        return body.decode("utf-8", "replace")


class Fetcher:
    """Opens addresses. Used by one thread at a time; closing is heard from any.

    Args:
        longest: seconds for one address.
        local: allow http and this machine, for tests; nothing else.
    """

    def __init__(
        self,
        longest: float = LONGEST,
        *,
        local: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.stop = threading.Event()
        self.monotonic = monotonic
        self._longest, self._local = longest, local
        self._trust: ssl.SSLContext | None = None

    @contextmanager
    def open(self, url: str) -> Iterator[Page]:
        """GET an address.

        Raises:
            FetchError: it cannot be read, or may not be.
        """
        limits = Limits(self.monotonic() + self._longest, self.stop, self.monotonic)
        for _ in range(REDIRECTS + 1):
            parts = self._allowed(url)
            with self._connected(parts, limits) as wire:
                response = http.client.HTTPResponse(_Wire(wire, limits))  # type: ignore[arg-type]
                try:
                    _ask(wire, parts, response)
                    target = response.getheader("Location")
                    if not 300 <= response.status < 400 or target is None:
                        yield Page(url, response, limits)
                        return
                    url = urljoin(url, target)
                except (http.client.HTTPException, ValueError) as error:
                    raise FetchError(_said(error)) from error
                finally:
                    response.close()
        raise FetchError("it leads on and on")

    def _allowed(self, url: str) -> SplitResult:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as error:
            raise FetchError("it is no address") from error
        if not parts.hostname or parts.username is not None:
            raise FetchError("it is no plain address")
        if parts.scheme != "https" and not (self._local and parts.scheme == "http"):
            raise FetchError(f"{parts.scheme[:20]} is not https")
        if port not in (None, 443) and not self._local:
            raise FetchError(f"port {port} is not the web's")
        return parts

    @contextmanager
    def _connected(self, parts: SplitResult, limits: Limits) -> Iterator[socket.socket]:
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(_said(error), offline=_offline(error)) from error
        for _, _, _, _, address in found:
            self._public(str(address[0]))
        wire = self._dial(found[:ADDRESSES], limits)
        try:
            if parts.scheme == "https":
                wire = self._secured(wire, host, limits)
            yield wire
        except OSError as error:
            raise FetchError(_said(error)) from error
        finally:
            wire.close()

    def _public(self, address: str) -> None:
        number = ipaddress.ip_address(address.partition("%")[0])
        if not (number.is_global or (self._local and number.is_loopback)):
            raise FetchError(f"{address} is no public address")

    def _dial(self, found: list[Any], limits: Limits) -> socket.socket:
        trouble: OSError | None = None
        for family, kind, protocol, _, address in found:
            wire = socket.socket(family, kind, protocol)
            try:
                limits.wait()
                wire.settimeout(max(0.01, min(CONNECT, limits.until - limits.monotonic())))
                wire.connect(address)
            except OSError as error:
                trouble = error
                wire.close()
            except BaseException:
                wire.close()
                raise
            else:
                return wire
        reason = trouble or OSError("it has no address")
        raise FetchError(_said(reason), offline=_offline(reason)) from trouble

    def _secured(self, wire: socket.socket, host: str, limits: Limits) -> socket.socket:
        if self._trust is None:
            self._trust = ssl.create_default_context()
        wire.settimeout(max(0.01, min(CONNECT, limits.until - limits.monotonic())))
        return self._trust.wrap_socket(wire, server_hostname=host)


def _ask(wire: socket.socket, parts: SplitResult, response: http.client.HTTPResponse) -> None:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}"]
    lines += [f"{name}: {value}" for name, value in _HEADERS.items()]
    request = "\r\n".join(lines)
    if not request.isascii() or any(mark in path + parts.netloc for mark in "\r\n \t"):
        raise FetchError("it is no plain address")
    wire.sendall(f"{request}\r\n\r\n".encode())
    response.begin()


def _offline(error: Exception) -> bool:
    """Whether an error says that there is no network here, and not that one host is away."""
    if isinstance(error, socket.gaierror):
        return error.errno in _NO_NAME_SERVER or not _has_route()
    return isinstance(error, OSError) and _name(error) in _NO_ROUTE


def _has_route() -> bool:
    """Whether packets could leave this machine; none is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
        try:
            wire.connect(("192.0.2.1", 9))  # TEST-NET-1: nobody's
        except OSError:
            return False
    return True


def _name(error: OSError) -> str:
    # Windows has numbers of its own: WSAENETUNREACH is 10051 and is in the table as that.
    return errno.errorcode.get(error.errno or 0, "").removeprefix("WSA")


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
