"""A pack's own bed: read, decoded for real, within bounds; without it the generic one plays."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.packs import limits
from kiosk.packs.check import check_pack
from kiosk.packs.codes import Code
from kiosk.packs.read import inspect_pack, read_pack
from tests import good_pack

FONTS = Path(__file__).parents[2] / "assets" / "fonts"


def with_bed(library: Path, entry: str = 'bed = "media/bed.wav"', seconds: float = 12.0) -> Path:
    """A good pack that names a bed."""
    pack = good_pack.write(library)
    good_pack.edit(pack, "winery.toml", "[voices]", f"[sound]\n{entry}\n\n[voices]")
    samples = np.random.default_rng(1).standard_normal((round(seconds * 8000), 2)) * 0.01
    soundfile.write(pack / "media" / "bed.wav", samples, 8000, subtype="PCM_16")
    return pack


def found(pack: Path) -> list[tuple[Code, str, str, bool]]:
    """What the deep check says of sound: code, file, key, refused."""
    return [
        (finding.code, finding.where, finding.key, finding.refused)
        for finding in check_pack(pack, FONTS)
        if "bed" in f"{finding.code} {finding.where} {finding.key}" or "sound" in finding.key
    ]


def test_a_bed_is_read_and_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    pack = with_bed(tmp_path)
    assert read_pack(pack).bed == pack.resolve() / "media" / "bed.wav"
    assert found(pack) == []


def test_a_pack_without_one_has_none(tmp_path: Path) -> None:
    assert read_pack(good_pack.write(tmp_path, media=False)).bed is None


def test_a_bed_that_nothing_names_is_an_unused_file(tmp_path: Path) -> None:
    pack = with_bed(tmp_path, entry="")
    assert found(pack) == [(Code.FILE_UNUSED, "media/bed.wav", "", False)]


@pytest.mark.parametrize(
    ("entry", "code", "refused"),
    [
        ('bed = "media/bad.ogg"', Code.FILE_MISSING, False),
        ('bed = "media/bed.mp3"', Code.FILE_KIND, True),
        ('bed = "../bed.wav"', Code.PATH_OUTSIDE, True),
        ("bed = 1", Code.WRONG_TYPE, True),
    ],
)
def test_a_wrong_entry_is_named_with_its_key_and_line(
    tmp_path: Path, entry: str, code: Code, refused: bool
) -> None:
    pack = with_bed(tmp_path, entry)
    read, findings = inspect_pack(pack)
    assert [(one.code, one.where, one.key, one.refused) for one in findings] == [
        (code, "winery.toml", "sound.bed", refused)
    ]
    assert findings[0].line == good_pack.line_of(pack, "winery.toml", entry)
    assert (read is None) is refused
    if read is not None:
        assert read.bed is None, "the generic bed stands in"


def test_an_unknown_entry_beside_it_is_named(tmp_path: Path) -> None:
    pack = with_bed(tmp_path, 'bad = "media/bed.wav"')
    _, findings = inspect_pack(pack)
    assert [(one.code, one.key) for one in findings] == [(Code.KEY_UNKNOWN, "sound.bad")]


@pytest.mark.parametrize(
    ("seconds", "code", "refused"),
    [
        (limits.BED_SHORTEST - 2, Code.BED_SHORT, False),
        (limits.BED_SECONDS + 5, Code.BED_LONG, True),
        (limits.SOUND_SECONDS + 5, Code.BED_LONG, True),
    ],
)
def test_how_long_it_lasts_is_judged(
    tmp_path: Path, seconds: float, code: Code, refused: bool
) -> None:
    pack = with_bed(tmp_path, seconds=seconds)
    assert found(pack) == [(code, "media/bed.wav", "", refused)]


def test_a_broken_bed_is_found_by_decoding(tmp_path: Path) -> None:
    pack = with_bed(tmp_path)
    (pack / "media" / "bed.wav").write_bytes(b"RIFF1234WAVEjunk")
    assert found(pack) == [(Code.SOUND_BROKEN, "media/bed.wav", "", True)]


def test_a_bed_that_is_too_large_is_not_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = with_bed(tmp_path)
    monkeypatch.setattr(limits, "BED_BYTES", 100)
    assert found(pack) == [(Code.FILE_TOO_LARGE, "media/bed.wav", "", True)]
