"""Asking: what visitors type finds the question they mean, or honestly nothing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from kiosk.packs.model import Pack, Question, QuestionWords, Topic, Words
from kiosk.show.ask import LONGEST, MOST, Ask, Found
from tests import fakes

QUESTIONS = (
    ("oak-why", Topic.MAKING),
    ("pork", Topic.TABLE),
    ("serve", Topic.TABLE),
    ("vines", Topic.LAND),
    ("keep", Topic.WINES),
)
CHINESE = {
    "oak-why": QuestionWords("为什么用橡木桶？", "木头透气，酒慢慢变得柔和。", ("木桶", "陈酿")),
    "pork": QuestionWords("红烧肉配什么酒？", "陈酿的单宁解腻。", ("下饭菜",)),
    "serve": QuestionWords("多少度最合适？", "十六到十八度，单宁不会发涩。", ("温度",)),
    "vines": QuestionWords("重庆能种葡萄吗？", "太湿了。", ("女贞", "Crianza")),
    "keep": QuestionWords("买回去长期放在哪？", "放在暗处。", ("收藏",)),
}
ENGLISH = {
    "oak-why": QuestionWords(
        "Why oak barrels?", "Wood lets in a trace of air and softens the wine.", ("wood", "cask")
    ),
    "pork": QuestionWords("Which wine with red-braised pork?", "The Crianza.", ("dish", "meat")),
    "serve": QuestionWords("How cool do I serve it?", "At 16 to 18 degrees.", ("temperature",)),
    "vines": QuestionWords("How old are the vines?", "Sixty years.", ("vineyard",)),
    "keep": QuestionWords("How long can I keep it?", "Ten years in the dark.", ("cellar",)),
}


def asked(language: str, words: dict[str, QuestionWords]) -> Pack:
    """A pack with these words for its five questions."""
    told = {key: replace(one, language=language) for key, one in words.items()}
    return replace(
        fakes.pack("aa", languages=(language,)),
        questions=tuple(Question(name, topic) for name, topic in QUESTIONS),
        words={language: Words(language, "A", "B", "", questions=told)},
    )


def asking(language: str, words: dict[str, QuestionWords], first: str = "") -> Ask:
    """``first`` replaces the first question."""
    changed = {**words}
    if first:
        changed["oak-why"] = replace(words["oak-why"], question=first)
    return Ask(asked(language, changed), language)


CHINESE_ASK = asking("zh-CN", CHINESE)
ENGLISH_ASK = asking("en", ENGLISH)


def ids(found: tuple[Found, ...]) -> list[str]:
    return [one.question.id for one in found]


def marked(one: Found) -> list[str]:
    return [one.words.question[start:end] for start, end in one.spans]


def test_topics_hold_their_questions_in_order() -> None:
    assert [(topic, [one.id for one in own]) for topic, own in ENGLISH_ASK.topics()] == [
        (Topic.LAND, ["vines"]),
        (Topic.MAKING, ["oak-why"]),
        (Topic.WINES, ["keep"]),
        (Topic.TABLE, ["pork", "serve"]),
    ]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("xiangmutong", "橡木桶"),
        ("xmt", "橡木桶"),
        ("xiangmt", "橡木桶"),
        ("xmtong", "橡木桶"),
        ("xiang mu tong", "橡木桶"),
        ("XIANG'MU'TONG", "橡木桶"),
        ("xiangmuto", "橡木桶"),
        ("xiangmut", "橡木桶"),
        ("mutong", "木桶"),
        ("橡木", "橡木"),
        ("橡木tong", "橡木桶"),
        ("橡mt", "橡木桶"),
        ("wsmyxmt", "为什么用橡木桶"),
        ("xianmutong", "橡木桶"),  # as the south says it
    ],
)
def test_pinyin_finds_chinese_without_an_input_method(typed: str, part: str) -> None:
    found = CHINESE_ASK.find(typed)
    assert ids(found)[0] == "oak-why"
    assert marked(found[0]) == [part]


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("chongqing", "vines"),  # 重 is also zhong
        ("zhongqing", "vines"),
        ("changqi", "keep"),  # 长 is also zhang
        ("zhangqi", "keep"),
        ("nvzhen", "vines"),
        ("nuzhen", "vines"),
        ("nüzhen", "vines"),
        ("hong shao rou", "pork"),
        ("hsr", "pork"),
        ("hongsaorou", "pork"),
        ("wendu", "serve"),
        ("shoucang", "keep"),
        ("crianza", "vines"),
    ],
)
def test_pinyin_knows_all_readings_and_keywords(typed: str, question: str) -> None:
    assert ids(CHINESE_ASK.find(typed))[0] == question


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("peishenmejiu", "pork"),
        ("peishenmexiafancai", "pork"),
        ("ruheshoucang", "keep"),
        ("weishenmejiage", ""),
        ("zenme shoucang", "keep"),
        ("zenme jiage", ""),
        ("duoshaodu", "serve"),  # as it stands there, not 度 alone
    ],
)
def test_common_words_between_pinyin_are_passed_over(typed: str, question: str) -> None:
    assert ids(CHINESE_ASK.find(typed))[:1] == ([question] if question else [])


def test_the_reading_that_is_meant_goes_first() -> None:
    ask = asking("zh-CN", CHINESE, "种子是什么？")
    right, other = ask.find("chongqing")[0], ask.find("zhongqing")[0]
    assert right.score > other.score
    assert ids(asking("zh-CN", CHINESE, "中情？").find("zhongqing"))[0] == "oak-why"


def test_full_syllables_say_more_than_initials() -> None:
    scores = [CHINESE_ASK.find(typed)[0].score for typed in ("xiangmutong", "xiangmt", "xmt")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 3
    assert CHINESE_ASK.find("橡mutong")[0].score == 1.0, "characters among them too"


@pytest.mark.parametrize(
    ("typed", "questions"),
    [
        ("橡木桶有什么好处", ["oak-why"]),
        ("请问你们的红烧肉配哪款酒", ["pork"]),
        ("柔和", ["oak-why"]),  # in the answer, and 和 is no "and" here
        ("单宁", ["pork", "serve"]),  # both in answers: in the pack's order
        ("陈酿", ["oak-why", "pork"]),  # a keyword before an answer
        ("收藏价格", ["keep"]),  # half of it
        ("木桶价格表", []),  # less than half
        ("为什么价格", []),  # common words alone are no half
        ("温度多少", ["serve"]),
        ("价格", []),
        ("jiage", []),
        ("停车场在哪里", []),
    ],
)
def test_characters_match_too(typed: str, questions: list[str]) -> None:
    assert ids(CHINESE_ASK.find(typed)) == questions


def test_a_match_in_the_answer_is_marked_there() -> None:
    one = CHINESE_ASK.find("柔和")[0]
    assert one.spans == ()
    assert [one.words.answer[start:end] for start, end in one.answer_spans] == ["柔和"]


@pytest.mark.parametrize(
    ("typed", "question", "parts"),
    [
        ("oak", "oak-why", ["oak"]),
        ("bar", "oak-why", ["bar"]),
        ("BARREL", "oak-why", ["barrel"]),
        ("barel", "oak-why", ["barre"]),
        ("brarel", "oak-why", ["barrel"]),
        ("barrle", "oak-why", ["barrel"]),
        ("casks", "oak-why", []),  # the keyword is "cask"
        ("why oak", "oak-why", ["Why", "oak"]),
        ("tell me about oak please", "oak-why", ["oak"]),
        ("pork red", "pork", ["red", "pork"]),
        ("temprature", "serve", []),
        ("vineyrad", "vines", []),
        ("soften", "oak-why", []),
    ],
)
def test_words_are_found_by_their_beginnings_and_typos_are_forgiven(
    typed: str, question: str, parts: list[str]
) -> None:
    found = ENGLISH_ASK.find(typed)
    assert ids(found)[:1] == [question]
    assert marked(found[0]) == parts


def test_what_stands_there_is_no_typo() -> None:
    assert ids(ENGLISH_ASK.find("vine"))[:1] == ["vines"]
    assert "pork" not in ids(ENGLISH_ASK.find("vine")), "one letter from wine"


def test_an_ending_is_no_typo() -> None:
    words = {
        "oak-why": QuestionWords("One cask?", "Yes."),
        "pork": QuestionWords("Two casks?", "Yes."),
        "serve": QuestionWords("A mask?", "Yes."),
    }
    assert ids(Ask(asked("en", words), "en").find("casks")) == ["pork", "oak-why"]


def test_four_letters_with_a_typo_are_a_whole_word_or_nothing() -> None:
    assert ids(asking("en", ENGLISH, "A castle?").find("cost")) == []
    assert ids(asking("en", ENGLISH, "A cast?").find("cost")) == ["oak-why"]


def test_a_typo_beside_what_is_not_there_is_no_match() -> None:
    assert ENGLISH_ASK.find("barel helicopter") == ()
    assert ids(ENGLISH_ASK.find("barrel helicopter")) == ["oak-why"]
    assert ids(ENGLISH_ASK.find("temprature helicopter")) == ["serve"], "long enough to be sure"


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "?!", "_", "helicopter", "do you have a helicopter", "how much is parking", "zzz"],
)
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert ENGLISH_ASK.find(typed) == ()


@pytest.mark.parametrize(
    ("language", "question", "typed", "parts"),
    [
        ("fr", "Comment s'élève le vin ?", "eleve", ["élève"]),
        ("fr", "Le chai, c'est quoi, au cœur ?", "coeur", ["cœur"]),
        ("es", "¿Cuántos años envejece?", "anos", ["años"]),
        ("pt", "Como é a região?", "regiao", ["região"]),
        ("it", "Perché così poco?", "cosi", ["così"]),
        ("de", "Wozu das Eichenfass?", "fass", ["fass"]),
        ("de", "Größe des Fasses?", "grosse", ["Größe"]),
        ("fr", "Cafe\u0301 ou vin ?", "café", ["Cafe\u0301"]),
    ],
)
def test_accents_and_capitals_do_not_matter(
    language: str, question: str, typed: str, parts: list[str]
) -> None:
    found = asking(language, ENGLISH, question).find(typed)
    assert ids(found)[:1] == ["oak-why"]
    assert marked(found[0]) == parts


def test_a_question_that_fell_back_is_found_in_its_own_language() -> None:
    pack = asked("en", {**ENGLISH, "oak-why": CHINESE["oak-why"]})
    assert ids(Ask(pack, "en").find("xiangmutong")) == ["oak-why"]


def test_a_title_goes_before_a_keyword_and_that_before_an_answer() -> None:
    words = {
        "oak-why": QuestionWords("One?", "All about barrels.", ()),
        "pork": QuestionWords("Two?", "Yes.", ("barrels",)),
        "serve": QuestionWords("Three barrels?", "Yes.", ()),
    }
    found = Ask(asked("en", words), "en").find("barrels")
    assert ids(found) == ["serve", "pork", "oak-why"]
    assert [one.score for one in found] == [1.0, 0.8, 0.4]


def test_little_is_not_looked_for_in_answers_and_says_little_in_titles() -> None:
    assert CHINESE_ASK.find("透") == ()
    assert ids(CHINESE_ASK.find("透气")) == ["oak-why"]
    assert CHINESE_ASK.find("酒")[0].score == 0.6
    assert CHINESE_ASK.find("收藏价格")[0].score == pytest.approx(0.8 * 0.7 / 2)
    assert ENGLISH_ASK.find("tr") == ()
    assert ids(ENGLISH_ASK.find("tra")) == ["oak-why"]


def test_what_fits_far_less_than_the_best_is_not_offered() -> None:
    words = {
        "oak-why": QuestionWords("A cask?", "Yes."),
        "pork": QuestionWords("Two?", "It has casks."),
    }
    assert ids(Ask(asked("en", words), "en").find("cask")) == ["oak-why"]
    assert ids(Ask(asked("en", {"pork": words["pork"]}), "en").find("cask")) == ["pork"]


def test_what_is_offered_is_bounded_and_so_is_what_is_read() -> None:
    words = {f"q{n}": QuestionWords(f"Barrel {n}?", "Yes.") for n in range(30)}
    pack = replace(
        asked("en", words), questions=tuple(Question(key, Topic.HOUSE) for key in words)
    )
    ask = Ask(pack, "en")
    assert ids(ask.find("barrel")) == [f"q{n}" for n in range(MOST)]
    assert len(ask.find("barrel", 3)) == 3
    far = "barrel" + " " * LONGEST + "helicopter submarine"
    assert ids(ask.find(far)) == ids(ask.find("barrel"))


def test_asking_twice_gives_the_same() -> None:
    assert CHINESE_ASK.find("x") == asking("zh-CN", CHINESE).find("x")


def test_a_pack_without_questions_has_no_answer() -> None:
    ask = Ask(fakes.pack("aa"), "en")
    assert (ask.topics(), ask.find("oak")) == ((), ())


def test_the_dictionary_of_readings_is_not_loaded_before_it_is_needed() -> None:
    program = (
        "import sys, kiosk.show.ask\n"
        "assert 'pypinyin' not in sys.modules\n"
        "from kiosk.show.ask_han import syllables_of\n"
        "syllables_of('oak 13')\n"
        "assert 'pypinyin' not in sys.modules\n"
        "syllables_of('橡')\n"
        "assert 'pypinyin' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
