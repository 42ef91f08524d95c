"""The scanner that finds the lines of keys."""

from __future__ import annotations

import pytest

from kiosk.packs.lines import KeyPath, LineIndex

TEXT = '''\
format = 1  # [not] = "a key"
"quoted key" = 2
dotted.'inner'.last = 3

[theme]
ground = "#111"
list = [
  # a comment, with [ brackets
  { from = "1", to = "a]b" },
  { from = "2", days = ["x",
     "y"] }, [1.5, 2024-05-01 07:32:00],
]

[[scenes]]
id = "one"
script = """
first \\"""quoted
[not.a.table]
id = "no"
last"""
after = \'\'\'literal \\\'\'\'
[scenes.readings]
"a.b" = "c"
"caf\\u00e9" = "d"

[[scenes]]
id = "two"
[[scenes.parts]]
deep = 1
[[scenes.parts]]
deep = 2
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("quoted key",), 2),
        (("dotted",), 3),
        (("dotted", "inner", "last"), 3),
        (("theme",), 5),
        (("theme", "ground"), 6),
        (("theme", "list"), 7),
        (("theme", "list", 0), 9),
        (("theme", "list", 0, "to"), 9),
        (("theme", "list", 1, "days", 1), 11),
        (("theme", "list", 2, 1), 11),
        (("scenes",), 14),
        (("scenes", 0), 14),
        (("scenes", 0, "id"), 15),
        (("scenes", 0, "script"), 16),
        (("scenes", 0, "after"), 21),
        (("scenes", 0, "readings"), 22),
        (("scenes", 0, "readings", "a.b"), 23),
        (("scenes", 0, "readings", "café"), 24),
        (("scenes", 1), 26),
        (("scenes", 1, "id"), 27),
        (("scenes", 1, "parts", 1, "deep"), 31),
    ],
)
def test_line_of_a_key(path: KeyPath, line: int) -> None:
    assert LineIndex(TEXT).line(path) == line


def test_missing_key_is_at_its_table() -> None:
    assert LineIndex(TEXT).line(("scenes", 1, "picture")) == 26
    assert LineIndex(TEXT).line(("nothing",)) == 0


def test_phrase_inside_a_long_text_has_its_own_line() -> None:
    index = LineIndex(TEXT)
    assert index.line(("scenes", 0, "script"), "last") == 20
    assert index.line(("scenes", 0, "script"), "not there") == 16
    assert index.line(("scenes", 0, "id"), "two") == 15
