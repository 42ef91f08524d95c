"""The show into a live room: a real server, a real player, for as long as is wanted.

Prints frames a second held, sound against picture at every mark, gaps, cores of the show and of
the encoder; then kills the server and tells how soon a player shows the stream again. Ten minutes:

    python3 dev.py exec python benchmarks/bench_broadcast.py --seconds 600 --restarts 3
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.marked_cast import EVERY, LONG, LOUD, SIDE, TICK
from benchmarks.measure import ROOT, events, report
from kiosk import resources
from kiosk.live.broadcast.schedule import RATE
from tests.film import Film, look_at
from tests.rtmp_server import Player, RtmpServer, plays_within

KEY = "bench"
WARM = 8.0  # s before the player and the watch begin
BACK = 10.0  # s within which the stream must be back
BARS = {"fps": "as asked for", "sync_ms": 40, "gaps": 0, "back_s": BACK}

Figures = dict[str, Any]


def main() -> None:
    """Measure once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="of playing (default: 60)")
    parser.add_argument("--size", default="1080x1920")
    parser.add_argument("--fps", type=int, default=25)
    parser.add_argument("--restarts", type=int, default=1, help="how often the server is killed")
    parser.add_argument("--alone", action="store_true", help="without the presenter")
    parser.add_argument("--keep", type=Path, help="keep the film that the player took here")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-broadcast-") as name:
        folder = Path(name)
        server = RtmpServer(folder / "server")
        server.start()
        try:
            row = measured(server, folder, asked)
        finally:
            server.kill()
    report(
        "broadcast", seconds=asked.seconds, size=asked.size, wanted_fps=asked.fps,
        presenter=not asked.alone, cpus=os.cpu_count(), load=round(os.getloadavg()[0], 2), **row,
        bars=BARS,
    )  # fmt: skip


def measured(server: RtmpServer, folder: Path, asked: argparse.Namespace) -> Figures:
    """Run the show and look at it from outside."""
    record = folder / "events.jsonl"
    command = [
        sys.executable, str(ROOT / "benchmarks" / "marked_cast.py"), "--to", f"{server.url}/{KEY}",
        "--size", asked.size, "--fps", str(asked.fps), "--events", str(record), "--content",
        str(content(folder, asked.alone)),
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CELLARCAST_SETTINGS": os.devnull}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as show:
        try:
            time.sleep(WARM)
            film = folder / "seen.mkv"
            player = Player(f"{server.url}/{KEY}", film, asked.seconds)
            cores = used(show, asked.seconds)
            complaints = player.wait(60.0)
            if asked.keep:
                shutil.copy(film, asked.keep)
            back = [round(restarted(server, folder), 2) for _ in range(asked.restarts)]
        finally:
            show.send_signal(signal.SIGTERM)
            show.wait(60)
    row = {**looked_at(film, asked.fps), **cores, **told(record), "back_s": back}
    # CPU time of one frame: the steadiest figure where the machine has other work.
    row["encoder_ms_per_frame"] = round(1000 * row["encoder_cores"] / row["fps"], 2)
    row["show_ms_per_frame"] = round(1000 * row["show_cores"] / row["drawn_fps"], 2)
    return {**row, "complaints": complaints}


def content(folder: Path, alone: bool) -> Path:
    """The demonstration wineries; ``alone``: with a presenter whom nobody has."""
    if not alone:
        return resources.demonstration()
    for pack in sorted(resources.demonstration().iterdir()):
        if (pack / "winery.toml").exists():
            target = folder / "packs" / pack.name
            shutil.copytree(pack, target)
            facts = (target / "winery.toml").read_text("utf-8").splitlines()
            rows = [
                'presenter = "nobody"' if row.startswith("presenter ") else row for row in facts
            ]
            (target / "winery.toml").write_text("\n".join(rows), "utf-8")
    return folder / "packs"


def used(show: "subprocess.Popen[bytes]", seconds: float) -> Figures:
    """Cores of the show, the encoder and the senders over so many seconds, and memory."""
    spent: dict[tuple[str, int], tuple[float, float]] = {}
    memory: dict[str, int] = {}
    begun = time.monotonic()
    while (passed := time.monotonic() - begun) < seconds:
        root = psutil.Process(show.pid)
        for one in [root, *root.children()]:
            try:
                kind = kind_of(one.cmdline()) if one.pid != show.pid else "show"
                now = sum(one.cpu_times()[:2])
                memory[kind] = round(one.memory_info().rss / 1e6)
            except psutil.Error:
                continue
            first = spent.get((kind, one.pid), (now, now))[0]
            spent[kind, one.pid] = (first, now)
        time.sleep(min(1.0, seconds))
    row = dict.fromkeys((f"{kind}_cores" for kind, _ in spent), 0.0)
    for (kind, _), (first, last) in spent.items():
        row[f"{kind}_cores"] = round(row[f"{kind}_cores"] + (last - first) / passed, 3)
    programs = len(spent) - len(row)  # more than one of a kind: it was started again
    return {**row, "cores": round(sum(row.values()), 3), "started_again": programs,
            **{f"{kind}_mb": size for kind, size in memory.items()}}  # fmt: skip


def kind_of(command: list[str]) -> str:
    """What one of the show's children does."""
    return "encoder" if "matroska" in command else "sender"


def restarted(server: RtmpServer, folder: Path) -> float:
    """Kill the server; seconds from its being back to a player's seeing the stream."""
    server.kill()
    time.sleep(3.0)
    server.start()
    return plays_within(f"{server.url}/{KEY}", BACK, folder)


def looked_at(film: Path, fps: int) -> Figures:
    """What the player saw."""
    seen = look_at(film, crop=f"{SIDE // 2}:{SIDE // 2}:{SIDE // 4}:{SIDE // 4}")
    steps = np.diff(seen.shown)
    apart = 1000 * apart_at(seen)
    length = seen.shown[-1] - seen.shown[0]
    return {
        "played_s": round(float(length), 2),
        "fps": round(len(steps) / float(length), 3),
        "gaps": int((steps > 1.5 / fps).sum()),
        "sound_gaps": sound_gaps(film),
        "marks": len(apart),
        "sync_ms": round(float(np.abs(apart).max()), 2),
        "sync_first_ms": round(float(apart[0]), 2),
        "sync_last_ms": round(float(apart[-1]), 2),
    }


def apart_at(seen: Film) -> NDArray[np.float64]:
    """Sound against picture at each mark, seconds; positive: the sound is late."""
    flashes = seen.flashes()
    near = []
    for flash in flashes:
        first = round((flash - seen.heard - EVERY / 4) * RATE)
        part = seen.sound[max(0, first) : first + EVERY * RATE // 2].astype(np.float64)
        turned = part * np.exp(-2j * np.pi * TICK / RATE * np.arange(len(part)))
        loud = np.abs(np.convolve(turned, np.ones(LONG) / LONG, "same"))
        if loud.max(initial=0.0) > LOUD / 8:
            # The mean over a tick's length is highest in its middle.
            begun = max(0, first) + int(loud.argmax()) - LONG / 2
            near.append(seen.heard + begun / RATE - flash)
    return np.array(near)


def sound_gaps(film: Path) -> int:
    """How often a sound packet does not follow the one before it."""
    command = [
        "ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "packet=pts_time",
        "-of", "json", str(film),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True)
    times = [float(row["pts_time"]) for row in json.loads(done.stdout)["packets"]]
    return int((np.abs(np.diff(times) - 1024 / 48_000) > 0.005).sum())


def told(record: Path) -> Figures:
    """What the show says of itself."""
    steady = [row for row in events(record, "stream") if row["seconds"] > WARM]
    last = steady[-1]
    passed = last["seconds"] - steady[0]["seconds"]
    rungs = [[round(row["t"], 1), row["scale"], row["rate"]]
             for row in events(record, "presenter-rung")]  # fmt: skip
    drawn = [row["pps"] for row in events(record, "presenter-pace")]
    return {
        "codec": events(record, "broadcast")[-1]["codec"], "repeated": last["repeated"],
        "drawn_fps": round((last["drawn"] - steady[0]["drawn"]) / passed, 2),
        "left_out": last["left_out"], "skipped": last["skipped"], "given_up_s": last["given_up"],
        "lost": sorted({row["reason"] for row in events(record, "destination") if row["reason"]}),
        "encoder_lost": len(events(record, "encoder-lost")),
        "dropped": events(record, "health")[-1]["dropped"], "rungs": rungs,
        "presenter_pps": round(float(np.median(drawn)), 1) if drawn else 0.0,
    }  # fmt: skip


if __name__ == "__main__":
    main()
