"""Servers on this machine that answer as live rooms' servers do, and as they should not."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"
PORTAL = PAGE + b"<html><title>Welcome to the fair's Wi-Fi</title>Please sign in.</html>"


@dataclass
class Visit:
    """One request, and the way to answer it."""

    path: str
    head: str
    number: int  # of the request, from 0
    stop: threading.Event
    _wire: socket.socket = field(repr=False)

    def send(self, content: bytes) -> None:
        """Send it all; raises OSError when the other side has gone."""
        self._wire.sendall(content)

    def rest(self, seconds: float) -> bool:
        """Wait. True: the server is being shut down."""
        return self.stop.wait(seconds)

    def drip(self, content: bytes, each: int = 1024, seconds: float = 1.0) -> None:
        """Send slowly: so many bytes, then a rest."""
        for start in range(0, len(content), each):
            self.send(content[start : start + each])
            if self.rest(seconds):
                return


Handler = Callable[[Visit], None]


@dataclass
class Server:
    """What runs, and what it was asked for."""

    port: int
    paths: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        """Of this server."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serving(handler: Handler) -> Iterator[Server]:
    """Answer every request by ``handler``, each in a thread of its own, until the block ends."""
    stop = threading.Event()
    threads: list[threading.Thread] = []
    wires: list[socket.socket] = []
    with socket.create_server(("127.0.0.1", 0)) as gate:
        gate.settimeout(0.05)
        server = Server(gate.getsockname()[1])

        def answer(wire: socket.socket) -> None:
            with wire, suppress(OSError):
                head = b""
                while b"\r\n\r\n" not in head:
                    chunk = wire.recv(65536)
                    if not chunk:
                        return
                    head += chunk
                text = head.decode()
                server.paths.append(text.split()[1])
                server.heads.append(text)
                handler(Visit(text.split()[1], text, len(server.paths) - 1, stop, wire))

        def accept() -> None:
            while not stop.is_set():
                try:
                    wire, _ = gate.accept()
                except TimeoutError:
                    continue
                wires.append(wire)
                threads.append(threading.Thread(target=answer, args=(wire,)))
                threads[-1].start()

        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield server
        finally:
            stop.set()
            accepting.join()
            for wire in wires:
                with suppress(OSError):
                    wire.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()


def playlist(sequence: int, segments: int = 3, target: int = 4, end: str = "") -> bytes:
    """A media playlist with its HTTP head."""
    names = "".join(
        f"#EXTINF:{target}.0,\nred-{sequence + each}.ts\n" for each in range(segments)
    )
    text = (
        f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:{target}\n"
        f"#EXT-X-MEDIA-SEQUENCE:{sequence}\n{names}{end}"
    )
    return (
        f"HTTP/1.1 200 OK\r\nContent-Length: {len(text)}\r\nConnection: close\r\n\r\n{text}"
    ).encode()


def flv_head() -> bytes:
    """The HTTP head and the beginning of a stream."""
    return PAGE.replace(b"text/html", b"video/x-flv") + b"FLV\x01\x05\0\0\0\x09" + bytes(4)


def flv_tag(milliseconds: int, size: int = 400) -> bytes:
    """A tag of the picture at a time."""
    time = milliseconds.to_bytes(4, "big")
    head = b"\x09" + size.to_bytes(3, "big") + time[1:] + time[:1] + bytes(3)
    return head + bytes(size) + (size + 11).to_bytes(4, "big")
