"""What large pictures and a busy heap took goes back to the system."""

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from ctypes import CDLL, c_size_t, c_void_p
from pathlib import Path
from kiosk.booth.memory import return_large_blocks

libc = CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = c_void_p, [c_size_t], [c_void_p]

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

def picture():
    block = libc.malloc(10 << 20)
    libc.memset(c_void_p(block), 1, 10 << 20)
    return block

if sys.argv[1] == "fixed":
    assert return_large_blocks()
libc.free(picture())  # from here on glibc would keep such blocks in its heap
before = megabytes()
pictures = [picture() for _ in range(8)]
small = libc.malloc(1 << 20)  # lies above them in the heap
for one in pictures:
    libc.free(one)
print(megabytes() - before)
"""


HEAP = """
import sys
from ctypes import CDLL, c_size_t, c_void_p
from pathlib import Path
from kiosk.booth.memory import return_free_pages

libc = CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = c_void_p, [c_size_t], [c_void_p]

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

blocks = [libc.malloc(60_000) for _ in range(800)]
for one in blocks:
    libc.memset(c_void_p(one), 1, 60_000)
for one in blocks[:-1]:  # the last lies above them and lives
    libc.free(one)
before = megabytes()
if sys.argv[1] == "tidied":
    assert return_free_pages()
print(before - megabytes())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own habit")
def test_free_pages_below_what_lives_go_back() -> None:
    given = {}
    for how in ("as-is", "tidied"):
        done = subprocess.run(
            [sys.executable, "-c", HEAP, how],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        given[how] = float(done.stdout)
    assert abs(given["as-is"]) < 2
    assert given["tidied"] > 40


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own habit")
def test_a_busy_moment_does_not_stay_in_memory() -> None:
    kept = {}
    for how in ("as-is", "fixed"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, how],
            capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        kept[how] = float(done.stdout)
    assert kept["as-is"] > 40, "there is something to give back"
    assert kept["fixed"] < 2
