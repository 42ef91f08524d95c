"""The journal on disks that are full, write-protected, damaged, or lose their power."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.booth.entries import Entry
from kiosk.booth.journal import RETRY, Journal
from kiosk.booth.journal_file import JournalFile, read_entries

ROOT = Path(__file__).parents[2]

# Writes through the real journal under a limit of the operating system: at 64 kB a write fails.
FULL = """
import resource, sys, time
from pathlib import Path
from kiosk.booth.journal import Journal
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
told, now = [], [0.0]
journal = Journal(
    Path(sys.argv[1]), lambda event, **figures: told.append((event, figures)),
    monotonic=lambda: now[0], gather=0,
)
for number in range(3000):
    journal("scene", pack="red-clay", scene=f"scene-{number}", language="en", room="douyin")
    now[0] += 20
    if number % 50 == 0:
        time.sleep(0.01)
journal.close()
print(len(told), told[0][0], told[0][1]["reason"])
"""

# Says every entry that is committed, for ever.
WRITER = """
import sys
from pathlib import Path
from kiosk.booth.entries import Entry
from kiosk.booth.journal_file import JournalFile
file = JournalFile(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    file.write([Entry(0.0, "shown", "p", {"number": number})])
    print(number, flush=True)
    number += 1
"""


class Booth:
    """A journal on a clock that the test moves; ``tell`` collects what is said of trouble."""

    def __init__(self, path: Path) -> None:
        self.now = 0.0
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.journal = Journal(path, self._tell, monotonic=lambda: self.now, gather=0)

    def _tell(self, event: str, **figures: Any) -> None:
        self.told.append((event, figures))

    def write(self, scene: str) -> None:
        """Have one entry written, or refused, before this returns."""
        self.journal._write([Entry(self.now, "shown", "p", {"scene": scene})])
        self.journal("caption")  # nothing to remember; trouble is said at any event


def scenes(path: Path) -> list[str]:
    return [entry.data["scene"] for entry in read_entries(path) if entry.kind == "shown"]


def run(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("limit", ["0", "65536"])
def test_a_full_disk_is_said_once_and_the_show_goes_on(tmp_path: Path, limit: str) -> None:
    done = run(FULL, str(tmp_path / "journal.sqlite"), limit)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    count, event, reason = done.stdout.split(maxsplit=2)
    assert (count, event) == ("1", "journal-failed")
    assert reason.strip() in ("disk I/O error", "database or disk is full")


def test_a_folder_that_cannot_be_written_to_is_said_once_and_tried_again(tmp_path: Path) -> None:
    blocked = tmp_path / "state"
    blocked.write_text("a file where the folder should be")
    booth = Booth(blocked / "journal.sqlite")
    booth.write("one")
    booth.write("two")
    booth.now += RETRY
    booth.write("three")
    assert [event for event, _ in booth.told] == ["journal-failed"]
    blocked.unlink()
    booth.write("four")
    assert not blocked.exists(), "not tried before its time"
    booth.now += RETRY
    booth.write("five")
    booth.journal.close()
    gap, five = read_entries(blocked / "journal.sqlite")
    assert gap.data == {"fault": "journal-gap", "reason": "4 entries could not be written"}
    assert five.data["scene"] == "five"
    assert len(booth.told) == 1


@pytest.mark.parametrize("damage", ["head", "middle", "noise", "cut"])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "journal.sqlite"
    file = JournalFile(path)
    file.write([Entry(0.0, "shown", "p", {"scene": f"old {number}"}) for number in range(2000)])
    file.close()
    content = bytearray(path.read_bytes())
    if damage == "head":
        content[:100] = b"\0" * 100
    elif damage == "middle":
        for page in range(1, len(content) // 4096):
            content[page * 4096 : page * 4096 + 64] = os.urandom(64)
    elif damage == "noise":
        content[:] = b"not a journal " * 5000
    else:
        del content[len(content) // 2 :]
    path.write_bytes(content)
    booth = Booth(path)
    booth.write("new")
    booth.journal.close()
    assert [event for event, _ in booth.told] == ["journal-damaged"]
    assert booth.told[0][1] == {"set_aside": "journal.damaged.sqlite"}
    assert (tmp_path / "journal.damaged.sqlite").read_bytes() == bytes(content)
    fault, new = read_entries(path)
    assert (fault.data["fault"], new.data["scene"]) == ("journal-damaged", "new")


def test_a_file_that_is_damaged_while_it_is_open_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    booth = Booth(path)
    for number in range(300):
        booth.write(f"old {number}")
    assert booth.journal._file is not None
    booth.journal._file._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    booth.journal._file._base.execute("PRAGMA cache_size=0")
    with path.open("r+b") as file:
        file.write(b"\xff" * path.stat().st_size)
    booth.journal._file._base.execute("PRAGMA shrink_memory")
    for number in range(3):
        booth.write(f"new {number}")
        booth.now += RETRY
    booth.journal.close()
    assert scenes(path) == ["new 0", "new 1", "new 2"]
    assert "journal-damaged" in {event for event, _ in booth.told}


def test_only_one_damaged_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    for number in range(3):
        path.write_bytes(b"noise %d " % number * 500)
        booth = Booth(path)
        booth.write("new")
        booth.journal.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "journal.damaged.sqlite", "journal.sqlite"
    ]  # fmt: skip
    assert (tmp_path / "journal.damaged.sqlite").read_bytes().startswith(b"noise 2")


def test_an_empty_file_after_a_power_cut_is_a_new_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    path.touch()
    booth = Booth(path)
    booth.write("new")
    booth.journal.close()
    assert (booth.told, scenes(path)) == ([], ["new"])


def test_fifty_kills_in_the_middle_of_writing_lose_nothing_committed(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    said = -1
    for kill in range(50):
        command = [sys.executable, "-c", WRITER, str(path), str(said + 1)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            for _ in range(1 + kill % 7):  # then it is killed wherever it is by now
                said = int(writer.stdout.readline())
            os.kill(writer.pid, signal.SIGKILL)
            said = max([said, *map(int, writer.stdout.read().splitlines())])
            writer.wait()
        kept = [entry.data["number"] for entry in read_entries(path)]
        assert kept[: said + 1] == list(range(said + 1))
        assert len(kept) <= said + 2, "at most the one that was committed and not yet said"
        said = kept[-1]
    file = JournalFile(path)
    assert file._base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    file.close()
