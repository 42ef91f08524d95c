"""``kiosk live``: the rooms' state, and the switch."""

from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.errors import UsageError
from tests import good_pack

ALWAYS = 'timetable = [{ from = "00:00", to = "24:00" }]\n'


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("CELLARCAST_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CELLARCAST_SETTINGS", str(tmp_path / "none.toml"))
    packs = tmp_path / "packs"
    packs.mkdir()
    pack = good_pack.write(packs, media=False)
    file = pack / "winery.toml"
    text = file.read_text("utf-8")
    text = text[: text.index("timetable")] + ALWAYS
    text += '\n[[rooms]]\nid = "shop"\nurl = "https://m.tb.cn/h.5abc"\n'
    file.write_text(text, "utf-8")
    (packs / "bad-pack").mkdir()
    return str(packs)


def test_rooms_are_listed_and_switched(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    def live(*words: str) -> list[str]:
        assert main(["live", *words, "--content", content]) == 0
        return capsys.readouterr().out.splitlines()

    before = ["red-clay/douyin: on air now", "red-clay/shop: scan any time"]
    assert live() == before
    assert live("red-clay/shop", "on", "--hours", "1") == ["red-clay/shop: on air now (by hand)"]
    (off,) = live("red-clay/douyin", "off")
    assert off.startswith("red-clay/douyin: next at 20")
    assert off.endswith(" 00:00 (by hand)")
    assert live()[1] == "red-clay/shop: on air now (by hand)"
    assert live("red-clay/shop", "auto") == before[1:]
    assert live("red-clay/douyin", "auto") == before[:1]


@pytest.mark.parametrize(
    "words",
    [["red-clay/none", "on"], ["shop", "on"], ["red-clay/shop", "on", "--hours", "0"],
     ["red-clay/shop", "on", "--hours", "25"]],
)  # fmt: skip
def test_what_cannot_be_is_said(content: str, words: list[str]) -> None:
    assert main(["live", *words, "--content", content]) == UsageError.exit_code


def test_a_wine_is_pinned_and_let_go(content: str, capsys: pytest.CaptureFixture[str]) -> None:
    def live(*words: str) -> list[str]:
        assert main(["live", *words, "--content", content]) == 0
        return capsys.readouterr().out.splitlines()

    assert live("pin", "red-clay", "crianza", "--for", "20") == [
        "red-clay: crianza is pinned for 20 minutes"
    ]
    assert live()[-1] == "red-clay: crianza is pinned"
    assert live("unpin") == ["red-clay: nothing is pinned"]
    assert len(live()) == 2
    live("pin", "red-clay", "crianza")
    assert live("unpin", "red-clay") == ["red-clay: nothing is pinned"]
    assert live("unpin") == [], "none is left"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pin", "red-clay"], "pin PACK WINE"),
        (["pin", "red-clay", "crianza", "alba"], "pin PACK WINE"),
        (["unpin", "red-clay", "crianza"], "unpin PACK"),
        (["pin", "red-clay", "none"], "its wines are crianza"),
        (["pin", "nowhere", "crianza"], "there are red-clay"),
        (["pin", "red-clay", "crianza", "--for", "0"], "number of minutes"),
        (["pin", "red-clay", "crianza", "--for", "nan"], "number of minutes"),
        (["red-clay/shop", "maybe"], "on, off, auto"),
        (["red-clay/shop", "on", "now"], "on, off, auto"),
    ],
)
def test_what_cannot_be_pinned_is_said(
    content: str, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["live", *words, "--content", content]) == UsageError.exit_code
    assert said in capsys.readouterr().err
