#!/usr/bin/env python3
"""Set Cellarcast up and start it, with nothing but Python's standard library.

    python3 dev.py run [options]        the show on this screen (kiosk run)
    python3 dev.py test [options]       every check and test (pytest)
    python3 dev.py exec kiosk ...       any command in the program's environment
    python3 dev.py setup [group ...]    only set up: runtime narration broadcast dev bench art
    python3 dev.py clean                remove the environment and every cache

The first start makes an environment in .venv, fetches the pinned packages and, on Debian and
Ubuntu, the system libraries; later starts find the stamp in .venv and go straight on.
"""

from __future__ import annotations

import ctypes
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TextIO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "cellarcast.json"
REQUIREMENTS = ROOT / "requirements"
OLDEST = (3, 11)
UNFINISHED = "unfinished"  # a group's entry in the stamp while pip is at work on it
SETUP_VERSION = 1  # raise it when the way of setting up changes, so that everyone sets up anew
GROUPS = ("runtime", "narration", "broadcast", "dev", "bench", "art")
GROUP_NOTES = {
    "runtime": "the program, about 160 MB",
    "narration": "speech synthesis, about 90 MB",
    "broadcast": "the way to the system's keyring, about 6 MB",
    "dev": "checks and tests, about 35 MB",
    "bench": "a speech recogniser for benchmarks, about 220 MB",
    "art": "the drawing library of the artwork, about 15 MB",
}
NEEDED = {"narrate": "narration", "broadcast": "broadcast"}  # groups of single commands
NO_DISPLAY = 4  # kiosk.errors.DisplayError.exit_code
ROOM_NEEDED = 1_500_000_000  # bytes: packages, unpacked, beside pip's own copies


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


def ask(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command quietly and keep what it prints."""
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def say(text: str) -> None:
    """Tell the person at the keyboard what happens, apart from any command's output."""
    print(f"Cellarcast: {text}", file=sys.stderr, flush=True)


def interpreter() -> Path:
    """The environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(group: str) -> str:
    """What a group's set-up depends on, in a few characters."""
    data = b"".join((REQUIREMENTS / name).read_bytes() for name in (f"{group}.txt", "system.txt"))
    return f"{SETUP_VERSION}-{len(data)}-{zlib.crc32(data):08x}"


def python_version() -> str:
    """The Python that the environment has to be made with."""
    return ".".join(str(part) for part in sys.version_info[:2])


def read_stamp() -> dict[str, str]:
    """What was set up, by group; empty when nothing is usable."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    usable = isinstance(stamp, dict) and stamp.get("python") == python_version()
    return stamp if usable and interpreter().exists() else {}


def missing_groups(wanted: tuple[str, ...]) -> list[str]:
    """The groups that still have to be set up."""
    stamp = read_stamp()
    return [group for group in wanted if stamp.get(group) != fingerprint(group)]


def write_stamp(stamp: dict[str, str]) -> None:
    """Replace the stamp in one step, so that a power cut leaves the old one or the new one."""
    aside = STAMP.with_suffix(".new")
    aside.write_text(json.dumps(stamp, indent=1, sort_keys=True), "utf-8")
    aside.replace(STAMP)


def is_there(name: str) -> bool:
    """Whether the system's loader finds a library, its path a program, or a file is there."""
    if name.startswith("/"):
        return Path(name).exists()
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_from_system(groups: list[str]) -> dict[str, list[str]]:
    """Libraries and programs that the groups need and this Linux lacks, with their packages."""
    missing = {}
    for line in (REQUIREMENTS / "system.txt").read_text("utf-8").splitlines():
        group, *names = line.split()
        if group in groups and not is_there(names[0]):
            missing[names[0]] = names[1:]
    return missing


def apt_prefix() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks for no password."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and ask("sudo", "-n", "true").returncode == 0:
        return ["sudo", "-n"]
    return None


def known_package(names: list[str]) -> str:
    """The first of the names that this release has."""
    for name in names[:-1]:
        if ask("apt-cache", "show", name).returncode == 0:
            return name
    return names[-1]


def apt_install(missing: dict[str, list[str]]) -> None:
    """Install packages through apt, or say exactly what to type."""
    if not shutil.which("apt-get"):
        raise SetupError(
            "this system lacks " + ", ".join(missing) + ". Install them with its package "
            "manager, then start again."
        )
    prefix = apt_prefix()
    if prefix is not None:
        ask(*prefix, "apt-get", "update", "-qq")
    packages = sorted({known_package(names) for names in missing.values()})
    by_hand = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    if prefix is None:
        raise SetupError(f"system packages are missing. Type this, then start again:\n{by_hand}")
    say(f"installing {len(packages)} system packages: {' '.join(packages)}")
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq"]
    done = ask(*command, "--no-install-recommends", *packages)
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise SetupError("apt could not install them:\n" + "\n".join(last) + f"\nTry: {by_hand}")


def prepare_system(groups: list[str]) -> None:
    """Bring a Linux system to what the groups need; other systems have it all in the wheels."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_from_system(groups)
    if missing:
        apt_install(missing)


def clean_environment() -> dict[str, str]:
    """The variables to start Python with: this folder's code, and nothing from outside."""
    dropped = {"PYTHONHOME", "PYTHONSTARTUP", "PIP_USER", "PIP_TARGET", "PIP_PREFIX"}
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    environment |= {"PYTHONNOUSERSITE": "1", "PYTHONPATH": str(ROOT)}
    if sys.platform == "linux" and not {"LC_ALL", "LC_CTYPE", "LANG"} & environment.keys():
        environment["LANG"] = "C.UTF-8"  # Qt complains about less
    return environment


def make_environment() -> None:
    """Make .venv anew with pip in it."""
    if sys.platform.startswith("linux") and not importlib.util.find_spec("ensurepip"):
        apt_install({"venv": [f"python3.{sys.version_info.minor}-venv", "python3-venv"]})
    if shutil.disk_usage(ROOT).free < ROOM_NEEDED:
        raise SetupError(
            "less than 1.5 GB of disk space is free here. Make room, then start again."
        )
    say("making the environment in .venv")
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", sys.executable)
    done = ask(base, "-I", "-m", "venv", str(VENV))
    if done.returncode:
        raise SetupError("Python could not make an environment:\n" + done.stdout + done.stderr)


def install(group: str, *, again: bool) -> None:
    """Fetch a group's pinned packages; only wheels, each checked against its hash.

    ``again`` mends what an interrupted set-up left half written.
    """
    say(f"fetching {GROUP_NOTES[group]}")
    command = [str(interpreter()), "-I", "-m", "pip", "install", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "-r", str(REQUIREMENTS / f"{group}.txt")]
    command += ["--force-reinstall"] if again else []
    command += [] if sys.stderr.isatty() else ["--quiet"]
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    # pip's own words belong beside ours, not in a command's output.
    done = subprocess.run(command, env=clean_environment() | quiet, stdout=sys.stderr, check=False)
    if done.returncode:
        raise SetupError(
            f"pip could not install the packages of requirements/{group}.txt (see above). "
            "Check the network, then start again; what was fetched is kept."
        )


def check_runtime() -> None:
    """Load Qt once: it names a system library that is still missing."""
    done = ask(str(interpreter()), "-I", "-c", "import PySide6.QtQuick, PySide6.QtMultimedia")
    if done.returncode:
        raise SetupError("Qt does not load: " + done.stderr.strip().splitlines()[-1])


def hold(lock: TextIO) -> None:
    """Wait until no other process sets up; let go when the file is closed."""
    if sys.platform == "win32":
        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(lock, fcntl.LOCK_EX)


def set_up(groups: list[str], wanted: tuple[str, ...]) -> None:
    """Set up the missing groups; all that are wanted when there is no environment."""
    prepare_system(groups)
    stamp = read_stamp()
    if not stamp:
        make_environment()
        stamp = {"python": python_version()}
        groups = list(wanted)
    for group in groups:
        again = stamp.get(group) == UNFINISHED
        write_stamp(stamp | {group: UNFINISHED})
        install(group, again=again)
        if group == "runtime":
            check_runtime()
        stamp[group] = fingerprint(group)
        write_stamp(stamp)
    say("set up")


def ready(*wanted: str) -> None:
    """Set up whatever of the groups is not; does nothing when all are."""
    if missing_groups(wanted):
        with (ROOT / ".venv.lock").open("w") as lock:
            hold(lock)
            missing = missing_groups(wanted)  # another process may have done it meanwhile
            if missing:
                set_up(missing, wanted)


def become(command: list[str], environment: dict[str, str]) -> int:
    """Hand this process over to a command; on Windows start it and wait."""
    if os.name != "nt":
        os.execve(command[0], command, environment)
    try:
        return subprocess.call(command, env=environment)
    except KeyboardInterrupt:
        return 130


def kiosk_command(arguments: list[str]) -> list[str]:
    """The program itself; -P keeps a `kiosk` of the current folder out."""
    return [str(interpreter()), "-P", "-m", "kiosk", *arguments]


def has_display() -> bool:
    """Whether Qt can open a window (or was told to draw elsewhere)."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def run(arguments: list[str]) -> int:
    """`dev.py run`: the show."""
    helping = {"-h", "--help"} & set(arguments)
    if not helping and not has_display():
        say(
            "there is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so the show has "
            "no screen. Start it from the desktop, or look at its scenes as pictures:\n"
            "python3 dev.py exec kiosk preview content/wineries/vina-arcedo --out preview"
        )
        return NO_DISPLAY
    ready("runtime")
    return become(kiosk_command(["run", *arguments]), clean_environment())


def execute(arguments: list[str]) -> int:
    """`dev.py exec`: any command in the environment."""
    if not arguments:
        raise SetupError("exec needs a command, for example: python3 dev.py exec kiosk check PACK")
    name, *rest = arguments
    if name == "kiosk":
        command = next((word for word in rest if not word.startswith("-")), "")
        ready("runtime", *([NEEDED[command]] if command in NEEDED else []))
        return become(kiosk_command(rest), clean_environment())
    ready("runtime", *([] if name == "python" else ["dev"]))
    program = interpreter().with_name(name + (".exe" if os.name == "nt" else ""))
    if not program.exists():
        raise SetupError(f"there is no program {name} in the environment")
    return become([str(program), *rest], clean_environment())


def test(arguments: list[str]) -> int:
    """`dev.py test`: pytest, as tests/suite.py starts it."""
    ready("runtime", "narration", "broadcast", "dev")
    prepare_system(["narration", "broadcast", "dev"])  # programs can be removed after the set-up
    command = [str(interpreter()), "-P", str(ROOT / "tests" / "suite.py"), *arguments]
    return become(command, clean_environment())


def setup(arguments: list[str]) -> int:
    """`dev.py setup`: the named groups, or what a booth needs."""
    unknown = sorted(set(arguments) - set(GROUPS))
    if unknown:
        raise SetupError(f"there is no group {unknown[0]}; there are: {' '.join(GROUPS)}")
    ready("runtime", *(group for group in arguments if group != "runtime"))
    say("everything asked for is set up")
    return 0


def clean(_arguments: list[str]) -> int:
    """`dev.py clean`: away with everything that can be made again."""
    caches = [".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache"]
    for name in [".venv", "build", "dist", *caches]:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for cache in [*ROOT.rglob("__pycache__")]:
        shutil.rmtree(cache, ignore_errors=True)
    (ROOT / ".venv.lock").unlink(missing_ok=True)
    return 0


COMMANDS = {"run": run, "test": test, "exec": execute, "setup": setup, "clean": clean}


def main(arguments: list[str]) -> int:
    """Do one command; returns the exit code."""
    if sys.version_info < OLDEST:
        here = ".".join(str(part) for part in sys.version_info[:2])
        say(
            f"Python 3.11 or newer is needed, and this is {here}. Start it with a newer one, "
            "for example: python3.12 dev.py run"
        )
        return 1
    if not arguments or arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 0 if arguments else 64
    command = COMMANDS.get(arguments[0])
    if command is None:
        say(f"there is no command {arguments[0]}; there are: {' '.join(COMMANDS)}")
        return 64
    try:
        return command(arguments[1:])
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped; start again to go on where it stopped")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
