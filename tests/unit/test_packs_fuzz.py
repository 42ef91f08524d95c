"""Whatever stands in a pack's files, reading it gives a pack or a PackError, and quickly."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.packs.lines import LineIndex
from kiosk.packs.model import Pack
from kiosk.packs.read import BadPackError, read_pack
from kiosk.packs.wording import Wording
from tests import explored_pack, good_pack

# Reading is what is tested; the time of one example also holds the writing of files.
ROUNDS = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)

FILES = ("winery.toml", "text/zh-CN.toml", "text/en.toml")
_NUMBERS = ("1", "-1", "0.5", "nan", "inf", "1e400", "9" * 30, "0x7fffffffffffffffffff", "true")
_TEXTS = ('""', '"x"', '"' + "x" * 5000 + '"', '"\\u0000"', "'../../etc/passwd'")
_OTHERS = ("[]", "{}", "[[]]", "[1, 'a']", "{a = 1}", "1979-05-27", "07:32:00")
VALUES = st.sampled_from([*_NUMBERS, *_TEXTS, *_OTHERS])
SCRAPS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["[", "]", "[[", "]]", '"""', "'''", "{", "}", "=", ".", "#", "\\", "\r", '"']),
)


def read(files: dict[str, bytes]) -> Pack | None:
    with tempfile.TemporaryDirectory() as folder:
        pack = explored_pack.write(Path(folder), media=False)
        for name, content in files.items():
            (pack / name).write_bytes(content)
        try:
            return read_pack(pack)
        except BadPackError as error:
            assert any(finding.refused for finding in error.findings)
            for finding in error.findings:
                said = Wording("en").say(finding)
                assert said.what
                assert finding.line >= 0
            return None


def original(name: str) -> str:
    texts = (
        good_pack.WINERY.format(id="red-clay") + explored_pack.FACTS,
        good_pack.CHINESE + explored_pack.CHINESE,
        good_pack.ENGLISH + explored_pack.ENGLISH,
    )
    return dict(zip(FILES, texts, strict=True))[name]


@ROUNDS
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_any_bytes(name: str, content: bytes) -> None:
    read({name: content})


@ROUNDS
@given(st.sampled_from(FILES), st.data())
def test_any_value_in_any_place(name: str, data: st.DataObject) -> None:
    lines = original(name).splitlines()
    places = [number for number, line in enumerate(lines) if " = " in line]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4)):
        key = lines[place].partition(" = ")[0]
        lines[place] = f"{key} = {data.draw(VALUES)}"
    read({name: "\n".join(lines).encode()})


@ROUNDS
@given(st.sampled_from(FILES), st.data())
def test_scraps_anywhere(name: str, data: st.DataObject) -> None:
    text = original(name)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 40))
        text = text[:at] + data.draw(SCRAPS) + text[at + cut :]
    read({name: text.encode("utf-8", "surrogatepass")})


@ROUNDS
@given(st.text(alphabet="abc=.[]{}\"'\\#\n ,1", max_size=200))
def test_the_line_scanner_always_ends(text: str) -> None:
    assert 0 <= LineIndex(text).line(("a", "b", 0)) <= text.count("\n") + 1


def test_the_unbroken_pack_is_read() -> None:
    pack = read({name: original(name).encode() for name in FILES})
    assert pack is not None
    assert pack.id == "red-clay"
