"""The stage while its rooms' network is gone, slow (1 kB/s), lying, or well: frames a second.

A local server stands for the platform; the booth asks it as it asks a room that has a play
address. Each state runs in a process of its own, on Qt's raster renderer under Xvfb.
"""

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ROOT, environment, report, scratch, screen

STATES = ("well", "gone", "slow", "lying")
ON_AIR = "On air now"
WARM, SECONDS = 6.0, 12.0
PORTAL = b"<html><body>Welcome to the fair's network. Please log in.</body></html>"


def answer(state: str, visit: Any) -> None:
    """What the server says to one question."""
    from tests.rooms_server import playlist  # noqa: PLC0415 - the child's

    if state == "well":
        visit.send(playlist(visit.number, target=1))
    elif state == "slow":
        visit.drip(playlist(1) * 40, each=100, seconds=0.1)
    else:
        visit.send(PORTAL)


def inside(state: str) -> dict[str, Any]:
    """Count frames within the booth's own process."""
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from kiosk import app, resources  # noqa: PLC0415
    from kiosk.booth.settings import Settings  # noqa: PLC0415
    from kiosk.live.probe.fetch import Fetcher  # noqa: PLC0415
    from kiosk.live.probe.hls import HlsProbe  # noqa: PLC0415
    from kiosk.options import RunOptions  # noqa: PLC0415
    from kiosk.ui.screen import open_application, prepare_environment  # noqa: PLC0415
    from tests.rooms_server import serving  # noqa: PLC0415
    from tests.visitor import Visitor  # noqa: PLC0415

    prepare_environment()
    open_application()
    frames: list[float] = []
    with ExitStack() as stack:
        server = stack.enter_context(serving(lambda visit: answer(state, visit)))
        url = "http://127.0.0.1:9/none.m3u8" if state == "gone" else server.url()
        vars(app).update(
            Fetcher=lambda: Fetcher(longest=5.0, local=True),
            probe_for=lambda _room, _pages: HlsProbe(url),
        )
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "vina-arcedo").symlink_to(resources.demonstration() / "vina-arcedo")
        options = RunOptions(folder, size=(1920, 1080), windowed=True, language="en")
        visitor = Visitor(options, Settings(sound=False))
        visitor.window.frameSwapped.connect(lambda: frames.append(time.monotonic()))
        QTest.qWait(int(WARM * 1000))
        asked, since = len(server.paths), time.monotonic()
        QTest.qWait(int(SECONDS * 1000))
        counted = [at for at in frames if at >= since]
        gaps = sorted(b - a for a, b in itertools.pairwise(counted))
        texts = (str(item.property("text")) for item in visitor.items())
        said = next((text for text in texts if text.startswith(ON_AIR)), "")
        asked = len(server.paths) if state != "gone" else asked
        visitor.close()
    return {
        "fps": round(len(counted) / SECONDS, 1),
        "p99_ms": round(gaps[int(len(gaps) * 0.99)] * 1e3, 1),
        "asked": asked,
        "on_air": said != "",
    }


def main() -> None:
    """Run every state."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inside", nargs=2, metavar=("STATE", "OUT"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.inside:
        state, out = wanted.inside
        Path(out).write_text(json.dumps(inside(state)), "utf-8")
        return
    results: dict[str, Any] = {}
    with screen() as shown, scratch() as folder:
        for state in STATES:
            out = folder / f"{state}.json"
            command = [sys.executable, __file__, "--inside", state, str(out)]
            extra = {"CELLARCAST_STATE": str(folder / "state")}
            subprocess.run(command, env=environment(shown, **extra), cwd=ROOT, check=True)
            results[state] = json.loads(out.read_text("utf-8"))
    report("network", seconds=SECONDS, **results)


if __name__ == "__main__":
    main()
