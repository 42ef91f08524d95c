"""``kiosk report``: what a journal says, in three forms."""

import csv
import io
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.__main__ import main
from kiosk.booth.entries import Entry
from kiosk.booth.journal_file import JournalFile
from kiosk.booth.report import summed
from kiosk.booth.report_text import as_csv, as_text, duration
from kiosk.errors import JournalError, UsageError

ZONE = ZoneInfo("Asia/Shanghai")
NOON = 1_795_838_400.0  # 2026-11-28 12:00 in Shanghai
DAY = 86_400.0


def shown(at: float, scene: str, seconds: float, language: str) -> Entry:
    told = {"scene": scene, "language": language, "seconds": seconds}
    return Entry(at, "shown", "red-clay", told)


def session(seconds: float, languages: list[str], path: list[list[object]]) -> Entry:
    told = {"seconds": seconds, "languages": languages, "path": path, "touches": 5,
            "hearts": ["crianza"], "ended": "idle"}  # fmt: skip
    return Entry(NOON + 50, "session", "red-clay", told)


ENTRIES = [
    Entry(NOON - DAY, "start", "", {"version": "0.1.0"}),
    shown(NOON - DAY, "land", 100.0, "en"),
    shown(NOON, "land", 20.5, "zh-CN"),
    shown(NOON + 21, "cellar", 3000.0, "en"),
    Entry(NOON, "code", "red-clay", {"room": "douyin", "language": "en", "seconds": 40.0}),
    Entry(NOON, "code", "red-clay", {"room": "taobao", "language": "en", "seconds": 90.0}),
    Entry(NOON, "code", "red-clay", {"room": "douyin", "language": "es", "seconds": 60.0}),
    session(30.0, ["zh-CN"], [["contents", 10.0], ["wines", 20.0]]),
    session(90.0, ["en", "zh-CN", "en"], [["wines", 60.0], ["ask", 30.0]]),
    session(40.0, ["es"], [["contents", 40.0]]),
    Entry(NOON, "question", "red-clay", {"question": "oak-why", "language": "en"}),
    Entry(NOON, "fault", "red-clay", {"fault": "clip-failed", "scene": "", "reason": "红土"}),
    Entry(NOON + 60, "fault", "red-clay",
          {"fault": "clip-failed", "scene": "", "reason": "红土", "unsaid": 4}),
]  # fmt: skip


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "journal.sqlite"
    file = JournalFile(path)
    file.write(ENTRIES)
    file.close()
    monkeypatch.setenv("CELLARCAST_JOURNAL", str(path))
    monkeypatch.setenv("CELLARCAST_SETTINGS", str(tmp_path / "none.toml"))
    return path


def test_sums() -> None:
    report = summed(ENTRIES)
    assert (report.first, report.last, report.starts) == (NOON - DAY, NOON + 60, 1)
    cellar, land = report.shown
    assert (cellar.name, cellar.times, cellar.seconds) == ("cellar", 1, 3000.0)
    assert (land.times, land.seconds, land.languages) == (2, 120.5, {"en": 100.0, "zh-CN": 20.5})
    assert [(code.name, code.seconds, code.times) for code in report.codes] == [
        ("douyin", 100.0, 2), ("taobao", 90.0, 1)
    ]  # fmt: skip
    sessions = report.sessions
    assert (sessions.count, sessions.median_seconds, sessions.touches) == (3, 40.0, 15)
    assert list(sessions.rooms.items()) == [("wines", 80.0), ("contents", 50.0), ("ask", 30.0)]
    assert sessions.languages == {"zh-CN": 2, "en": 1, "es": 1}
    assert report.questions[0].times == 1
    (fault,) = report.faults
    assert (fault.times, fault.last) == (6, NOON + 60)


def test_text_is_tables_in_the_fair_s_time(
    journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "From 2026-11-27 12:00+08:00 to 2026-11-28 12:01+08:00; starts of the screen: 1"
    )
    assert "  red-clay  cellar      1  50 min 00 s  en" in lines
    assert "  red-clay  land        2  2 min 00 s   en, zh-CN" in lines
    assert "  3 (3 idle), median 40 s, 15 touches, 3 wines on lists" in lines
    assert lines.index("Codes on screen") > lines.index("Sessions")


def test_json_since_a_day(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--json", "--since", "2026-11-28"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["first"] == "2026-11-28 12:00+08:00", "midnight is the fair's"
    assert [row["name"] for row in report["shown"]] == ["cellar", "land"]
    assert report["shown"][1]["seconds"] == 20.5
    assert main(["report", "--json", "--since", "2026-11-28T12:00:30"]) == 0
    assert json.loads(capsys.readouterr().out)["shown"] == []


def test_csv_into_a_file(journal: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.csv"
    assert main(["report", "--csv", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfsection,pack")
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    codes = {(row["name"], row["language"]): row for row in rows if row["section"] == "code"}
    assert codes["douyin", ""]["seconds"] == "100.0"
    assert codes["douyin", "es"]["seconds"] == "60.0"
    assert {row["section"] for row in rows} == {
        "shown", "code", "sessions", "sessions-ended", "sessions-room", "sessions-language",
        "question", "fault",
    }  # fmt: skip


def test_no_cell_is_a_formula() -> None:
    report = summed([Entry(1.0, "fault", "=1+1", {"fault": "x-failed", "reason": "y"})])
    assert "fault,'=1+1,x-failed" in as_csv(report, ZONE)


def test_an_empty_time_is_said(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--since", "2030-01-01"]) == 0
    assert capsys.readouterr().out == "The journal has no entries for this time.\n"
    assert "Sessions\n  none\n" in as_text(summed(ENTRIES[:2]), ZONE)


def test_what_cannot_be_is_one_sentence(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "--since", "yesterday"]) == UsageError.exit_code
    assert main(["report", "--journal", str(tmp_path / "no.db")]) == JournalError.exit_code
    noise = tmp_path / "noise.db"
    noise.write_bytes(b"noise" * 1000)
    assert main(["report", "--journal", str(noise)]) == JournalError.exit_code
    assert main(["report", "--out", str(tmp_path / "no" / "x")]) == JournalError.exit_code
    assert main(["report", "--journal", str(tmp_path)]) == JournalError.exit_code
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 5
    assert "there is no journal; let the booth's screen run first" in err
    assert "file is not a database" in err


def test_a_running_booth_s_journal_can_be_read(journal: Path) -> None:
    file = JournalFile(journal)
    file.write([shown(NOON, "late", 1.0, "en")])
    assert main(["report"]) == 0
    file.close()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.4, "0 s"), (59.6, "1 min 00 s"), (61, "1 min 01 s"), (7500, "2 h 05 min")],
)
def test_durations(seconds: float, said: str) -> None:
    assert duration(seconds) == said
