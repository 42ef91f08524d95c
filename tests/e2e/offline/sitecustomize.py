"""Put first on the path of a program under test: every way out of the machine is refused."""

import socket
from typing import Any


class RefusedError(OSError):
    """The network is not to be touched."""


def _refuse(*_args: Any, **_kwargs: Any) -> Any:
    raise RefusedError("a socket was asked for")


class _NoSocket(socket.socket):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        raise RefusedError("a socket was asked for")


socket.socket = _NoSocket  # type: ignore[misc]
socket.create_connection = _refuse
socket.getaddrinfo = _refuse
