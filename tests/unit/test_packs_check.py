"""The deep check: what only decoding, fonts and reading as an editor bring to light."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.errors import KioskError
from kiosk.packs.check import check_pack, contrast, spoken_seconds
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding
from kiosk.packs.glyphs import covered_characters, undrawable
from tests import good_pack

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"
TODAY = date(2026, 11, 1)


def decoded(kind: str, path: Path) -> dict[str, Any]:
    """Stands in for the decoder: everything is fine."""
    return {"width": 1920, "height": 1080, "seconds": 2.0}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return good_pack.write(tmp_path, media=False)


def found(pack: Path) -> list[Finding]:
    return check_pack(pack, FONTS, TODAY, decoded)


def test_good_pack_is_clean_when_really_decoded(tmp_path: Path) -> None:
    assert check_pack(good_pack.write(tmp_path), FONTS, TODAY) == []


def test_missing_glyph_names_character_and_line(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", '"Pressing"', '"Pressing \u12a0\u12a1"')
    findings = found(pack)
    line = good_pack.line_of(pack, "text/en.toml", "Pressing \u12a0")
    assert [(f.code, f.where, f.key, f.line) for f in findings] == [
        (Code.GLYPH_MISSING, "text/en.toml", "scenes.press.title", line)
    ] * 2
    assert findings[0].details == {"character": "\u12a0", "point": "U+12A0"}


def test_readings_are_for_the_voice_and_need_no_glyphs(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", '"/kleɪ/"', '"\u12a0"')
    assert found(pack) == []


def test_forbidden_phrase_has_the_line_it_stands_in(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", "红土把冬天的水", "这是国家级的水")
    line = good_pack.line_of(pack, "text/zh-CN.toml", "国家级")
    assert [(f.code, f.key, f.line, f.details) for f in found(pack)] == [
        (Code.AD_SUPERLATIVE, "scenes.land.script", line, {"phrase": "国家级"})
    ]


def test_long_script_is_estimated(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", "陈酿要等两年。", "陈酿要等两年。" * 40)
    assert [(f.code, f.refused) for f in found(pack)] == [(Code.SCRIPT_LONG, False)]


def test_speech_is_slower_in_chinese_characters() -> None:
    assert spoken_seconds("酒" * 43) == pytest.approx(10)
    assert spoken_seconds("x" * 145) == pytest.approx(10)


def test_dates_that_are_over(pack: Path) -> None:
    late = check_pack(pack, FONTS, date(2026, 11, 29), decoded)
    assert [(f.code, f.key, f.details) for f in late] == [
        (Code.DATE_PAST, "rooms.douyin.timetable[2].dates", {"last": "2026-11-28"})
    ]
    assert check_pack(pack, FONTS, date(2026, 11, 28), decoded) == []


def test_weak_contrast(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'ink = "#2a1d18"', 'ink = "#b0a090"')
    line = good_pack.line_of(pack, "winery.toml", "ink =")
    assert [(f.code, f.key, f.line) for f in found(pack)] == [
        (Code.WEAK_CONTRAST, "theme.ink", line)
    ]


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_unused_and_unlisted_files(pack: Path) -> None:
    (pack / "media" / "spare.webp").write_bytes(b"x")
    (pack / "voice" / "en" / "lnad.wav").write_bytes(b"x")
    (pack / "text" / "fr.toml").write_text("[winery]\n")
    assert [(f.code, f.where) for f in found(pack)] == [
        (Code.LANGUAGE_UNLISTED, "text/fr.toml"),
        (Code.FILE_UNUSED, "media/spare.webp"),
        (Code.FILE_UNUSED, "voice/en/lnad.wav"),
    ]


def test_focus_is_asked_for(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", "portrait_focus = [0.5, 0.3]\n", "")
    assert [(f.code, f.key) for f in found(pack)] == [
        (Code.FOCUS_MISSING, "scenes.land.portrait_focus")
    ]


def test_small_picture_is_soft_but_a_small_logo_is_not(pack: Path) -> None:
    def small(kind: str, path: Path) -> dict[str, Any]:
        return {"width": 900, "height": 1599, "seconds": 1.0}

    findings = check_pack(pack, FONTS, TODAY, small)
    assert {(f.code, f.where) for f in findings} == {
        (Code.IMAGE_SOFT, "media/land.webp"),
        (Code.IMAGE_SOFT, "media/land-portrait.jpg"),
        (Code.IMAGE_SOFT, "media/harvest.png"),
    }


def test_refused_pack_is_still_decoded(pack: Path) -> None:
    def broken(kind: str, path: Path) -> dict[str, Any]:
        return (
            {"problem": f"{kind}_broken", "reason": "crash"}
            if kind == "clip"
            else decoded("", path)
        )

    (pack / "winery.toml").write_bytes(b"\xff")
    findings = check_pack(pack, FONTS, TODAY, broken)
    assert [f.code for f in findings] == [Code.NOT_UTF8, Code.CLIP_BROKEN]


def test_broken_file_that_nothing_uses_is_a_warning(pack: Path) -> None:
    def broken(kind: str, path: Path) -> dict[str, Any]:
        bad = path.name == "spare.webp"
        return {"problem": "image_broken", "reason": "crash"} if bad else decoded(kind, path)

    (pack / "media" / "spare.webp").write_bytes(b"x")
    findings = check_pack(pack, FONTS, TODAY, broken)
    assert [(f.code, f.refused) for f in findings] == [
        (Code.FILE_UNUSED, False),
        (Code.IMAGE_BROKEN, False),
    ]


def test_links_in_the_media_folder_are_not_followed(pack: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.webp"
    secret.write_bytes(b"x")
    (pack / "media" / "more").symlink_to(tmp_path, target_is_directory=True)
    (pack / "media" / "one.webp").symlink_to(secret)
    seen: list[Path] = []

    def watching(kind: str, path: Path) -> dict[str, Any]:
        seen.append(path)
        return decoded(kind, path)

    check_pack(pack, FONTS, TODAY, watching)
    assert all(path.is_relative_to(pack) and "more" not in path.parts for path in seen)
    assert len(seen) == len(good_pack.NAMES)


def test_shipped_fonts_draw_chinese_and_european_words() -> None:
    covered = covered_characters(FONTS)
    assert undrawable("红土酒庄，杨梅。Viña Müller Côte São – “è” 18 °C\n\u200d", covered) == []
    assert undrawable("a\u12a0b\u12a0", covered) == ["\u12a0"]


def test_decomposed_letter_is_drawn_as_one_glyph() -> None:
    assert undrawable("n\u0303", {ord("ñ")}) == []


def test_no_fonts_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="there are no fonts"):
        covered_characters(tmp_path)
    (tmp_path / "a.ttf").write_bytes(b"not a font")
    with pytest.raises(KioskError, match="the font is broken"):
        covered_characters(tmp_path)
