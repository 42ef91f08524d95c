"""Serves a page to a browser on this machine and takes down the frames it reports."""

import json
import threading
import time
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

KINDS = {
    ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
    ".webp": "image/webp", ".glb": "model/gltf-binary",
}  # fmt: skip
MOST = 4096  # bytes of a report


class Counter:
    """A page of files and made-up answers, and what it reports of its frames.

    Args:
        files: what is served under a path; a folder serves all below it.
        answers: what is answered with JSON.
    """

    def __init__(self, files: Mapping[str, Path], answers: Mapping[str, object]) -> None:
        self.files, self.answers = files, answers
        self.reports: list[tuple[float, dict[str, float]]] = []  # seconds (monotonic), figures
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
        self.page = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Serve no longer."""
        self._server.shutdown()
        self._server.server_close()

    def found(self, path: str) -> tuple[bytes, str] | None:
        """What lies under a path and its kind."""
        if path in self.answers:
            return json.dumps(self.answers[path]).encode(), KINDS[".json"]
        for start, file in self.files.items():
            if path == start and file.is_file():
                return file.read_bytes(), KINDS[file.suffix]
            inside = file / path.removeprefix(start)
            below = inside.resolve().is_relative_to(file.resolve())
            if start.endswith("/") and path.startswith(start) and below and inside.is_file():
                return inside.read_bytes(), KINDS[inside.suffix]
        return None


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, counter: Counter, *given: Any) -> None:
        self._counter = counter
        super().__init__(*given)

    def do_GET(self) -> None:
        found = self._counter.found(self.path.partition("?")[0])
        self.send_response(200 if found else 404)
        body, kind = found or (b"", "text/plain")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        body = self.rfile.read(min(MOST, int(self.headers.get("Content-Length", 0))))
        self._counter.reports.append((time.monotonic(), json.loads(body)))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002
        """Say nothing."""
