"""What may not be said about wine, in seven languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.packs.advertising import Hit, Rules
from kiosk.packs.codes import Code

DEMONSTRATION = sorted(Path(__file__).parents[2].glob("content/wineries/*/text/*.toml"))

# language, text, code, phrase
FORBIDDEN = [
    ("zh-CN", "朋友来了，干杯！", Code.AD_INDUCEMENT, "干杯"),
    ("zh-CN", "他端起杯子一饮而尽。", Code.AD_DRINKING, "一饮而尽"),
    ("zh-CN", "自驾去酒庄。", Code.AD_DRIVING, "自驾"),
    ("zh-CN", "一杯解忧。", Code.AD_RELIEF, "解忧"),
    ("zh-CN", "常饮养生。", Code.AD_HEALTH, "养生"),
    ("zh-CN", "国家级酒庄，品质最佳。", Code.AD_SUPERLATIVE, "国家级"),
    ("zh-CN", "销量第一。", Code.AD_SUPERLATIVE, "销量第一"),
    ("zh-CN", "小朋友也喜欢。", Code.AD_MINORS, "小朋友"),
    ("en", "Cheers! Pour yourself one.", Code.AD_INDUCEMENT, "Cheers"),
    ("en", "He takes a sip.", Code.AD_DRINKING, "sip"),
    ("en", "Bring it on a road trip.", Code.AD_DRIVING, "road trip"),
    ("en", "It helps you unwind.", Code.AD_RELIEF, "unwind"),
    ("en", "Full of antioxidants.", Code.AD_HEALTH, "antioxidants"),
    ("en", "The best in Rioja.", Code.AD_SUPERLATIVE, "The best"),
    ("en", "Fun for the whole family.", Code.AD_MINORS, "for the whole family"),
    ("es", "Sírvete otra copa.", Code.AD_INDUCEMENT, "Sírvete"),
    ("es", "Es bueno para la salud.", Code.AD_HEALTH, "bueno para la salud"),
    ("es", "El mejor vino del valle.", Code.AD_SUPERLATIVE, "El mejor"),
    ("it", "Un sorso e via.", Code.AD_DRINKING, "sorso"),
    ("it", "Un vino che rilassa.", Code.AD_RELIEF, "rilassa"),
    ("fr", "Santé, et encore un verre !", Code.AD_INDUCEMENT, "Santé"),
    ("fr", "Une gorgée suffit.", Code.AD_DRINKING, "gorgée"),
    ("pt", "O melhor do Douro.", Code.AD_SUPERLATIVE, "O melhor"),
    ("pt", "Relaxe ao fim do dia.", Code.AD_RELIEF, "Relaxe"),
    ("de", "Zum Wohl!", Code.AD_INDUCEMENT, "Zum Wohl"),
    ("de", "Das hilft beim Einschlafen: ein Schluck.", Code.AD_DRINKING, "Schluck"),
]


@pytest.mark.parametrize(("language", "text", "code", "phrase"), FORBIDDEN)
def test_forbidden_phrase_is_found(language: str, text: str, code: Code, phrase: str) -> None:
    assert Hit(code, phrase) in Rules(language).find(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh-CN", "未成年人请勿饮酒。过量饮酒有害健康，请勿酒后驾车。"),
        ("zh-CN", "第一步，采收。最后一道工序。第一年在橡木桶里。"),
        ("en", "Please do not drink and drive. Not for sale to minors."),
        ("en", "Water stress is the driving force of these vines; the drinkability is high."),
        ("en", "Only sound, healthy grapes reach the tank."),
        ("es", "Si bebes, no conduzcas. Prohibida la venta a menores de 18 años."),
        ("es", "El camino conduce a la bodega; los niños de la casa dormían."),
        ("it", "Vietata la vendita ai minori di 18 anni."),
        ("fr", "L'abus d'alcool est dangereux pour la santé. À consommer avec modération."),
        ("fr", "L\u2019abus d\u2019alcool est dangereux pour la santé."),
        ("pt", "Seja responsável, beba com moderação."),
        ("de", "Kein Verkauf an Minderjährige."),
        ("ja", "乾杯"),
    ],
)
def test_lawful_words_are_left_alone(language: str, text: str) -> None:
    assert Rules(language).find(text) == []


def test_a_phrase_across_a_line_break_is_found() -> None:
    assert [hit.code for hit in Rules("en").find("the\nbest")] == [Code.AD_SUPERLATIVE]


@pytest.mark.parametrize("path", DEMONSTRATION, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_demonstration_scripts_keep_the_rules(path: Path) -> None:
    scenes = tomllib.loads(path.read_text(encoding="utf-8"))["scenes"]
    for name, words in scenes.items():
        for key in ("title", "line", "script"):
            assert Rules(path.stem).find(words.get(key, "")) == [], (name, key)
