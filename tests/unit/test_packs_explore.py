"""Flavours, questions and the tour: read, bounded, checked, filled from the default language."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.packs import limits
from kiosk.packs.check import check_pack
from kiosk.packs.codes import Code
from kiosk.packs.findings import Finding
from kiosk.packs.model import Flavour, Question, QuestionWords, Spot, Stop, Topic
from kiosk.packs.read import inspect_pack, read_pack
from kiosk.packs.wording import LANGUAGES, Wording
from tests import explored_pack, good_pack

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
STOP = 'spots = [{ at = [0, 10.5], to = "vineyard" }]'


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return explored_pack.write(tmp_path, media=False)


def decoded(kind: str, path: Path) -> dict[str, int | float]:
    """Stands in for the decoder: everything is fine."""
    height = 4096 if path.stem.endswith("-360") else 1080
    return {"width": 8192 if height == 4096 else 1920, "height": height, "seconds": 2.0}


def said(findings: list[Finding]) -> list[tuple[Code, str, str, bool]]:
    return [(one.code, one.where, one.key, one.refused) for one in findings]


def test_nothing_is_wrong_with_it_when_really_decoded(tmp_path: Path) -> None:
    assert check_pack(explored_pack.write(tmp_path), FONTS) == []


def test_facts_arrive_as_they_are_written(pack: Path) -> None:
    read = read_pack(pack)
    assert read.wine("crianza").flavour == Flavour(
        fruit=3, acidity=4, sweetness=1, tannin=3, body=3, oak=2
    )
    assert read.questions == (
        Question("oak-why", Topic.MAKING, scene="press"),
        Question("pork", Topic.TABLE, wine="crianza"),
    )
    assert read.question("pork") is read.questions[1]
    media = read.root / "media"
    assert read.tour == (
        Stop(
            "vineyard", media / "vineyard-360.png", 30.0,
            (Spot(-40, -8, scene="harvest"), Spot(120, 0, to="cellar")),
        ),
        Stop("cellar", media / "cellar-360.png", 0.0, (Spot(0, 10.5, to="vineyard"),)),
    )  # fmt: skip
    assert read.stop("cellar") is read.tour[1]
    with pytest.raises(KeyError):
        read.question("cellar")
    with pytest.raises(KeyError):
        read.stop("pork")


def test_words_arrive_as_they_are_written(pack: Path) -> None:
    words = read_pack(pack).words_in("zh-CN")
    assert words.questions["oak-why"] == QuestionWords(
        "为什么用橡木桶？", "木头透气，酒在里面慢慢变得柔和。",
        ("木桶",), (("透气", "tou4 qi4"),), "zh-CN",
    )  # fmt: skip
    assert words.tours == {"vineyard": "葡萄园", "cellar": "酒窖"}


def test_a_pack_without_them_has_none(tmp_path: Path) -> None:
    read = read_pack(good_pack.write(tmp_path, media=False))
    assert (read.questions, read.tour, read.wine("crianza").flavour) == ((), (), None)
    assert (read.words_in("en").questions, read.words_in("en").tours) == ({}, {})


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ('[questions.pork]\nquestion = "Which wine with red-braised pork?"\n'
         'answer = "The Crianza: its tannin cuts the fat."\n', "questions.pork"),
        ('question = "Which wine with red-braised pork?"\n', "questions.pork.question"),
        ('answer = "The Crianza: its tannin cuts the fat."\n', "questions.pork.answer"),
    ],
)  # fmt: skip
def test_a_question_that_is_not_translated_is_wholly_in_the_default_language(
    pack: Path, old: str, key: str
) -> None:
    good_pack.edit(pack, "text/en.toml", old, "")
    read, findings = inspect_pack(pack)
    assert said(findings) == [(Code.TEXT_MISSING, "text/en.toml", key, False)]
    assert findings[0].details == {"fallback": "zh-CN"}
    assert read is not None
    words = read.words_in("en").questions
    assert words["pork"] == read.words_in("zh-CN").questions["pork"]
    assert (words["pork"].language, words["oak-why"].language) == ("zh-CN", "en")


@pytest.mark.parametrize(
    ("old", "key"),
    [
        ('[tour.cellar]\ntitle = "The cellar"\n', "tour.cellar"),
        ('title = "The cellar"\n', "tour.cellar.title"),
    ],
)
def test_a_title_that_is_not_translated_falls_back(pack: Path, old: str, key: str) -> None:
    good_pack.edit(pack, "text/en.toml", old, "")
    read, findings = inspect_pack(pack)
    assert said(findings) == [(Code.TEXT_MISSING, "text/en.toml", key, False)]
    assert read is not None
    assert read.words_in("en").tours == {"vineyard": "The vineyard", "cellar": "酒窖"}


def test_a_language_without_any_of_the_words_falls_back(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", explored_pack.ENGLISH, "")
    read, findings = inspect_pack(pack)
    keys = ["questions.oak-why", "questions.pork", "tour.vineyard", "tour.cellar"]
    assert said(findings) == [(Code.TEXT_MISSING, "text/en.toml", key, False) for key in keys]
    assert read is not None
    assert read.words_in("en").tours["cellar"] == "酒窖"


def test_keywords_need_no_translation(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", 'keywords = ["barrel", "wood"]\n', "")
    assert inspect_pack(pack)[1] == []


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("oak = 2", "oak = 6", Code.OUT_OF_RANGE, "wines.crianza.flavour.oak"),
        ("oak = 2", "oak = 0", Code.OUT_OF_RANGE, "wines.crianza.flavour.oak"),
        ("oak = 2", "oak = 2.5", Code.WRONG_TYPE, "wines.crianza.flavour.oak"),
        (", oak = 2", "", Code.KEY_MISSING, "wines.crianza.flavour.oak"),
        (explored_pack.FLAVOUR, "flavour = 3\n", Code.WRONG_TYPE, "wines.crianza.flavour"),
        ('"making"', '"makng"', Code.BAD_CHOICE, "questions.oak-why.topic"),
        ('topic = "making"\n', "", Code.KEY_MISSING, "questions.oak-why.topic"),
        ('id = "oak-why"', 'id = "Oak why"', Code.BAD_FORM, "questions[1].id"),
        ('id = "oak-why"', 'id = "pork"', Code.ID_TWICE, "questions.pork.id"),
        ('scene = "press"', 'scene = "prses"', Code.SCENE_UNKNOWN, "questions.oak-why.scene"),
        ('"table"\nwine = "crianza"', '"table"\nwine = "gran"', Code.WINE_UNKNOWN,
         "questions.pork.wine"),
        ('id = "cellar"', 'id = "vineyard"', Code.ID_TWICE, "tour.vineyard.id"),
        ("cellar-360.png", "cellar.png", Code.FILE_MISSING, "tour.cellar.panorama"),
        ("media/cellar-360.png", "../cellar.png", Code.PATH_OUTSIDE, "tour.cellar.panorama"),
        ("cellar-360.png", "cellar.gif", Code.FILE_KIND, "tour.cellar.panorama"),
        ("heading = 30", "heading = 400", Code.OUT_OF_RANGE, "tour.vineyard.heading"),
        (STOP, "spots = []", Code.NO_SPOTS, "tour.cellar.spots"),
        (STOP, "", Code.KEY_MISSING, "tour.cellar.spots"),
        ("[0, 10.5]", "[0, 91]", Code.OUT_OF_RANGE, "tour.cellar.spots[1].at"),
        ("[0, 10.5]", "[181, 0]", Code.OUT_OF_RANGE, "tour.cellar.spots[1].at"),
        ("[0, 10.5]", "[0]", Code.BAD_FORM, "tour.cellar.spots[1].at"),
        (', to = "vineyard"', "", Code.SPOT_TARGET, "tour.cellar.spots[1]"),
        (', to = "vineyard"', ', to = "vineyard", scene = "land"', Code.SPOT_TARGET,
         "tour.cellar.spots[1]"),
        ('scene = "harvest" }', 'scene = "picking" }', Code.SCENE_UNKNOWN,
         "tour.vineyard.spots[1].scene"),
        ('to = "vineyard"', 'to = "vineyrad"', Code.STOP_UNKNOWN, "tour.cellar.spots[1].to"),
        ('to = "vineyard"', 'to = "cellar"', Code.STOP_ITSELF, "tour.cellar.spots[1].to"),
    ],
)  # fmt: skip
def test_wrong_facts_are_refused_by_key_and_line(
    pack: Path, old: str, new: str, code: Code, key: str
) -> None:
    good_pack.edit(pack, "winery.toml", old, new)
    read, findings = inspect_pack(pack)
    assert read is None
    first = next(one for one in findings if one.refused)
    assert (first.code, first.where, first.key) == (code, "winery.toml", key)
    assert first.line > 0
    for language in LANGUAGES:
        assert Wording(language).say(first).advice


def test_a_near_name_is_suggested(pack: Path) -> None:
    good_pack.edit(pack, "winery.toml", 'to = "vineyard"', 'to = "vineyrad"')
    first = inspect_pack(pack)[1][0]
    assert first.details["suggestion"] == "vineyard"
    assert first.line == good_pack.line_of(pack, "winery.toml", "vineyrad")


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("为什么用橡木桶？", "为" * (limits.QUESTION + 1), Code.TEXT_TOO_LONG,
         "questions.oak-why.question"),
        ("陈酿的单宁解腻，和红烧肉很合。", "陈" * (limits.ANSWER + 1), Code.TEXT_TOO_LONG,
         "questions.pork.answer"),
        ("陈酿的单宁解腻，和红烧肉很合。", "", Code.TEXT_EMPTY, "questions.pork.answer"),
        ('["木桶"]', str(["x"] * (limits.KEYWORDS + 1)), Code.TOO_MANY,
         "questions.oak-why.keywords"),
        ('"木桶"', f'"{"木" * (limits.KEYWORD + 1)}"', Code.TEXT_TOO_LONG,
         "questions.oak-why.keywords"),
        ('title = "酒窖"', f'title = "{"酒" * (limits.STOP_TITLE + 1)}"', Code.TEXT_TOO_LONG,
         "tour.cellar.title"),
        ('[tour.cellar]\ntitle = "酒窖"\n', "", Code.KEY_MISSING, "tour.cellar"),
        ('question = "红烧肉配什么酒？"\n', "", Code.KEY_MISSING, "questions.pork.question"),
    ],
)  # fmt: skip
def test_wrong_words_of_the_default_language_are_refused(
    pack: Path, old: str, new: str, code: Code, key: str
) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", old, new)
    read, findings = inspect_pack(pack)
    assert read is None
    refused = [one for one in findings if one.refused]
    assert said(refused) == [(code, "text/zh-CN.toml", key, True)]


def test_words_that_nothing_asks_for_are_named(pack: Path) -> None:
    good_pack.edit(pack, "text/en.toml", "[tour.cellar]", "[tour.celar]")
    assert said(inspect_pack(pack)[1]) == [
        (Code.TEXT_MISSING, "text/en.toml", "tour.cellar", False),
        (Code.TEXT_UNUSED, "text/en.toml", "tour.celar", False),
    ]
    good_pack.edit(pack, "text/en.toml", "[questions.pork]", "[questions.prok]")
    assert (Code.TEXT_UNUSED, "text/en.toml", "questions.prok", False) in said(
        inspect_pack(pack)[1]
    )


@pytest.mark.parametrize(
    ("key", "entry", "most"),
    [
        ("questions", '[[questions]]\nid = "q{}"\ntopic = "house"\n', limits.QUESTIONS),
        ("tour", '[[tour]]\nid = "t{}"\npanorama = "media/land.webp"\n'
         'spots = [{{ at = [0, 0], scene = "land" }}]\n', limits.STOPS),
    ],
)  # fmt: skip
def test_their_number_is_bounded(pack: Path, key: str, entry: str, most: int) -> None:
    with (pack / "winery.toml").open("a", encoding="utf-8") as out:
        out.write("".join(entry.format(number) for number in range(most)))
    first = inspect_pack(pack)[1][0]
    assert (first.code, first.key) == (Code.TOO_MANY, key)


def test_the_number_of_spots_is_bounded(pack: Path) -> None:
    many = '{ at = [0, 0], scene = "land" },' * (limits.SPOTS + 1)
    good_pack.edit(pack, "winery.toml", STOP, f"spots = [{many}]")
    assert said(inspect_pack(pack)[1])[0][::2] == (Code.TOO_MANY, "tour.cellar.spots")


def test_answers_are_read_as_scripts_are(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", "木头透气", "国家级的木头透气")
    good_pack.edit(pack, "text/en.toml", "a trace of air", "a trace of \u12a0")
    good_pack.edit(pack, "text/zh-CN.toml", "陈酿的单宁解腻", "陈酿的单宁解腻" * 30)
    findings = check_pack(pack, FONTS, decode=decoded)
    assert said(findings) == [
        (Code.GLYPH_MISSING, "text/en.toml", "questions.oak-why.answer", False),
        (Code.AD_SUPERLATIVE, "text/zh-CN.toml", "questions.oak-why.answer", False),
        (Code.ANSWER_LONG, "text/zh-CN.toml", "questions.pork.answer", False),
    ]


def test_keywords_are_typed_and_never_shown(pack: Path) -> None:
    good_pack.edit(pack, "text/zh-CN.toml", '["木桶"]', '["最好", "\u12a0"]')
    assert check_pack(pack, FONTS, decode=decoded) == []


@pytest.mark.parametrize(
    ("size", "code", "refused"),
    [
        ((4096, 2049), Code.PANORAMA_SHAPE, True),
        ((2048, 4096), Code.PANORAMA_SHAPE, True),
        ((8194, 4097), Code.PANORAMA_LARGE, True),
        ((4094, 2047), Code.PANORAMA_SOFT, False),
    ],
)
def test_a_panorama_is_twice_as_wide_as_high_and_bounded(
    pack: Path, size: tuple[int, int], code: Code, refused: bool
) -> None:
    def measured(kind: str, path: Path) -> dict[str, int | float]:
        width, height = size if path.name == "cellar-360.png" else (8192, 4096)
        return {"width": width, "height": height, "seconds": 1.0}

    findings = check_pack(pack, FONTS, decode=measured)
    assert said(findings) == [(code, "media/cellar-360.png", "", refused)]
    for language in LANGUAGES:
        assert str(size[0]) in Wording(language).say(findings[0]).what


def test_a_panorama_is_really_decoded(tmp_path: Path) -> None:
    pack = explored_pack.write(tmp_path)
    path = pack / "media" / "cellar-360.png"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert said(check_pack(pack, FONTS)) == [
        (Code.IMAGE_BROKEN, "media/cellar-360.png", "", True)
    ]
    path.write_bytes(good_pack.picture("PNG", (4096, 2000)))
    assert said(check_pack(pack, FONTS)) == [
        (Code.PANORAMA_SHAPE, "media/cellar-360.png", "", True)
    ]


def test_a_recorded_answer_is_no_unused_file(pack: Path) -> None:
    for name in ("oak-why", "oka-why"):
        recording = pack / "voice" / "en" / "questions" / f"{name}.wav"
        recording.parent.mkdir(exist_ok=True)
        recording.write_bytes(b"x")
    assert said(check_pack(pack, FONTS, decode=decoded)) == [
        (Code.FILE_UNUSED, "voice/en/questions/oka-why.wav", "", False)
    ]
