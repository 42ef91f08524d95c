"""A real RTMP server (nginx with its RTMP module) and a real player (ffmpeg), for tests.

The server is started on a free port in a folder of its own; it can be killed and started again.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

NGINX = "/usr/sbin/nginx"
MODULE = "/usr/lib/nginx/modules/ngx_rtmp_module.so"
UP = 10.0  # s for the server to listen

_CONFIGURATION = """
load_module {module};
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 64; }}
rtmp {{
    access_log {folder}/access.log;
    server {{
        listen 127.0.0.1:{port};
        chunk_size 4096;
        application live {{
            live on;
            record off;
            wait_key on;
            wait_video on;
            {more}
        }}
    }}
}}
"""


def needed(*programs: str) -> None:
    """Fail, with the line to type, when the system lacks what a test needs."""
    for program in programs:
        if not (Path(program).exists() if program[0] == "/" else shutil.which(program)):
            pytest.fail(
                f"{program} is missing. `python3 dev.py test` installs it; by hand: sudo apt-get "
                "install -y --no-install-recommends ffmpeg nginx libnginx-mod-rtmp"
            )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RtmpServer:
    """nginx, on one port from its first start to its last.

    Args:
        folder: where it keeps its files.
        more: further lines of the application's configuration.
    """

    def __init__(self, folder: Path, more: str = "") -> None:
        needed(NGINX, MODULE, "ffmpeg")
        self.port = free_port()
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        text = _CONFIGURATION.format(module=MODULE, folder=folder, port=self.port, more=more)
        (folder / "nginx.conf").write_text(text, "utf-8")

    @property
    def url(self) -> str:
        """Its application's address."""
        return f"rtmp://127.0.0.1:{self.port}/live"

    def start(self) -> None:
        """Start and wait until it listens."""
        command = [NGINX, "-p", str(self._folder), "-c", str(self._folder / "nginx.conf")]
        command += ["-e", str(self._folder / "error.log")]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        until = time.monotonic() + UP
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1.0):
                return
            time.sleep(0.05)
        pytest.fail(f"nginx does not start: {self.log()}")

    def kill(self) -> None:
        """As when the power goes."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def log(self) -> str:
        """What it wrote."""
        path = self._folder / "error.log"
        return path.read_text("utf-8") if path.exists() else ""


@contextmanager
def rtmp_server(folder: Path, more: str = "") -> Iterator[RtmpServer]:
    """A running server."""
    server = RtmpServer(folder, more)
    server.start()
    try:
        yield server
    finally:
        server.kill()


class Player:
    """ffmpeg, taking what a room shows into a file as it comes.

    Args:
        url: the room's.
        path: the file, ``.mkv``.
        seconds: of the stream; then the player ends.
    """

    def __init__(self, url: str, path: Path, seconds: float) -> None:
        needed("ffmpeg")
        command = ["ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-rw_timeout"]
        command += ["20000000", "-i", url, "-t", str(seconds), "-c", "copy", "-y", str(path)]
        self.path = path
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def wait(self, timeout: float) -> str:
        """Wait until it ends; what it complained of."""
        try:
            return self._process.communicate(timeout=timeout)[1]
        except subprocess.TimeoutExpired:
            self._process.terminate()
            return self._process.communicate()[1] + " (it was ended)"


def plays_within(url: str, seconds: float, folder: Path) -> float:
    """Seconds until a player that keeps trying shows a moving picture; fails after ``seconds``."""
    begun = time.monotonic()
    path = folder / f"try-{os.getpid()}.mkv"
    while time.monotonic() - begun < seconds:
        with suppress(FileNotFoundError):
            path.unlink()
        Player(url, path, 0.5).wait(timeout=max(1.0, seconds - (time.monotonic() - begun)))
        if path.exists() and path.stat().st_size > 1000:
            return time.monotonic() - begun
        time.sleep(0.2)
    pytest.fail(f"nothing plays {seconds:.0f} s after the server was back")
