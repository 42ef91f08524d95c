"""Starts pytest as the suite wants it: shared out among the processors, each with its own screen.

`python3 dev.py test` calls this in the project's environment. A screen has one keyboard focus, so
tests that run side by side need one each; tests/conftest.py takes it from CELLARCAST_TEST_SCREENS.
"""

import contextlib
import os
import queue
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST = 4  # workers: each may start programs of its own


@contextlib.contextmanager
def virtual_screen() -> Iterator[str]:
    """A screen in memory, and its name for DISPLAY. Raises SystemExit where it does not start."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), *"-screen 0 1920x1080x24 -nolisten tcp".split()]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as pipe:
                number = pipe.readline().strip()
            if not number:
                sys.exit("the virtual screen (Xvfb) for the tests does not start")
            yield f":{number}"
        finally:
            server.terminate()


def main(arguments: list[str]) -> int:
    """Run pytest; returns its exit code. Named paths or workers are left as they are asked for."""
    command = [sys.executable, "-P", "-m", "pytest", *arguments]
    workers = min(os.cpu_count() or 1, MOST)
    if any(word.startswith(("-n", "-p")) or Path(word.partition("::")[0]).exists()
           for word in arguments):  # fmt: skip
        workers = 1
    if workers > 1:
        # In order, so that the long files (tests/e2e) do not come last, with one worker idle.
        command += ["-n", str(workers), "--dist", "loadfile", "--no-loadscope-reorder"]
    environment = os.environ.copy()
    with contextlib.ExitStack() as stack:
        if sys.platform.startswith("linux"):
            screens = [stack.enter_context(virtual_screen()) for _ in range(workers)]
            environment |= {
                "DISPLAY": screens[0],
                "CELLARCAST_TEST_SCREENS": " ".join(screens),
                "LIBGL_ALWAYS_SOFTWARE": "1",
                "QT_QPA_PLATFORM": "xcb",
            }
            environment.pop("WAYLAND_DISPLAY", None)
        windows = 0
        if workers > 1:
            windows = run_windows(workers, environment)
            command += ["--ignore", "tests/ui"]
        return max(windows, subprocess.call(command, cwd=ROOT, env=environment))


def run_windows(workers: int, environment: dict[str, str]) -> int:
    """Run each file of tests/ui in a process of its own, as every booth is; the worst exit code.

    What Qt keeps for the life of a process (devices, translators, renderers) is then no test's.
    """
    free: queue.SimpleQueue[str] = queue.SimpleQueue()
    for screen in environment.get("CELLARCAST_TEST_SCREENS", "").split() or [""] * workers:
        free.put(screen)

    def run(path: Path) -> int:
        screen = free.get()  # nobody else's meanwhile: a screen has one keyboard focus
        words = [sys.executable, "-P", "-m", "pytest", "-q", str(path.relative_to(ROOT))]
        try:
            return subprocess.call(words, cwd=ROOT, env=environment | {"DISPLAY": screen})
        finally:
            free.put(screen)

    files = sorted((ROOT / "tests" / "ui").glob("test_*.py"))
    with ThreadPoolExecutor(workers) as pool:
        return max(pool.map(run, files), default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
