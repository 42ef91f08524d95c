"""What the benchmarks share: a screen to draw on, a process watched from outside, one JSON line."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parents[1]
RIVALS = Path(__file__).resolve().parent / "rivals"


@dataclass(frozen=True)
class Screen:
    """A virtual screen: its display name and the file that holds its pixels."""

    display: str
    pixels: Path


@contextmanager
def screen(size: str = "1920x1080") -> Iterator[Screen]:
    """A virtual screen of that size."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24",
                "-fbdir", folder, "-nolisten", "tcp",
            ],
            pass_fds=[writer], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writer)
        try:
            number = os.read(reader, 16).decode().strip()
            yield Screen(f":{number}", Path(folder) / "Xvfb_screen0")
        finally:
            os.close(reader)
            server.terminate()
            server.wait()


def environment(shown: Screen, **extra: str) -> dict[str, str]:
    """The environment of a program under measurement."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    kept |= {"DISPLAY": shown.display, "PYTHONPATH": str(ROOT), "LIBGL_ALWAYS_SOFTWARE": "1"}
    return kept | {"CELLARCAST_SETTINGS": os.devnull} | extra


@dataclass
class Watched:
    """One program and what it used: cores (CPU seconds a second) and memory in MB."""

    process: subprocess.Popen[bytes]
    started: float
    samples: list[dict[str, float]] = field(default_factory=list)

    def _family(self) -> list[psutil.Process]:
        root = psutil.Process(self.process.pid)
        return [root, *root.children(recursive=True)]

    def cpu(self) -> float:
        """CPU seconds of the program and its children so far."""
        total = 0.0
        for member in self._family():
            try:
                times = member.cpu_times()
            except psutil.Error:
                continue
            total += times.user + times.system
        return total

    def sample(self) -> dict[str, float]:
        """Memory (RSS of one process, else shares of shared pages counted once), threads, files."""
        row = {"mb": 0.0, "threads": 0.0, "files": 0.0}
        family = self._family()
        for member in family:
            try:
                memory = member.memory_full_info() if len(family) > 1 else member.memory_info()
                row["mb"] += getattr(memory, "pss", memory.rss) / 1e6
                row["threads"] += member.num_threads()
                row["files"] += member.num_fds()
            except psutil.Error:
                continue
        self.samples.append(row)
        return row

    def cores(self, seconds: float, warm: float) -> float:
        """Cores used over ``seconds``, after ``warm`` seconds of running in."""
        time.sleep(max(0.0, self.started + warm - time.monotonic()))
        before, start = self.cpu(), time.monotonic()
        while time.monotonic() - start < seconds:
            time.sleep(min(1.0, seconds))
            self.sample()
        return (self.cpu() - before) / (time.monotonic() - start)

    def end(self) -> None:
        """Stop the program."""
        for member in self._family():
            try:
                member.terminate()
            except psutil.Error:
                continue
        self.process.wait(timeout=20)


@contextmanager
def watched(
    command: list[str], env: dict[str, str], complaints: Path | None = None
) -> Iterator[Watched]:
    """Start a program and end it; what it complains of (stderr) can be kept in a file."""
    with (complaints or Path(os.devnull)).open("wb") as errors:
        process = subprocess.Popen(
            command, env=env, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=errors
        )
    program = Watched(process, time.monotonic())
    try:
        yield program
    finally:
        if process.poll() is None:
            program.end()


def kiosk(log: Path, *words: str) -> list[str]:
    """The command line of a booth's screen that records what happens."""
    return [
        sys.executable, "-m", "kiosk", "run", "--size", "1920x1080", "--events", str(log), *words,
    ]  # fmt: skip


def events(log: Path, name: str) -> list[dict[str, Any]]:
    """What a booth's screen recorded of one kind."""
    rows = (json.loads(line) for line in log.read_text("utf-8").splitlines())
    return [row for row in rows if row["event"] == name]


def library(folder: Path, count: int) -> Path:
    """A library of ``count`` packs: the demonstration packs over and over, media linked."""
    sources = sorted(path for path in (ROOT / "content" / "wineries").iterdir() if path.is_dir())
    target = folder / f"library-{count}"
    for number in range(count):
        source = sources[number % len(sources)]
        pack = target / f"{source.name[:28]}-{number:04d}"
        shutil.copytree(source / "text", pack / "text")
        facts = (source / "winery.toml").read_text("utf-8")
        facts = facts.replace(f'id = "{source.name}"', f'id = "{pack.name}"', 1)
        (pack / "winery.toml").write_text(facts, "utf-8")
        for part in ("media", "narration"):
            if (source / part).is_dir():
                shutil.copytree(source / part, pack / part, copy_function=os.link)
    return target


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the project's own disk, so that files can be linked instead of copied."""
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".bench-") as folder:
        yield Path(folder)


def median(values: list[float], digits: int = 3) -> float:
    """The middle value, rounded."""
    return round(statistics.median(values), digits)


def report(name: str, **figures: object) -> None:
    """One line of figures."""
    print(json.dumps({"benchmark": name, **figures}, ensure_ascii=False))
