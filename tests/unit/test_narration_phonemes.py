"""IPA in the model's symbols, and which sounds belong to which word."""

import pytest

from kiosk.errors import NarrationError
from kiosk.narration.phonemes import espeak
from kiosk.narration.phonemes.french import as_told
from kiosk.narration.phonemes.inventory import TOKENS, to_kokoro
from kiosk.narration.phonemes.split import split_by_words
from kiosk.narration.phonemes.utterance import sound_out
from kiosk.narration.script.reader import read_script


@pytest.mark.parametrize(
    ("ipa", "language", "wanted"),
    [
        ("t͡ʃ", "es", "ʧ"),
        ("t͡s", "it", "ʦ"),
        ("a͡ɪ", "en", "I"),
        ("o͡ʊ", "en", "O"),
        ("ə͡ʊ", "en-gb", "Q"),
        ("lˈe͡ɪɚ", "en", "lˈAəɹ"),
        ("nˈɪɹ", "en", "nˈɪɹ"),
        ("bˈɑːɾəl", "en", "bˈɑTᵊl"),
        ("vˈɛ̃", "fr", "vˈɛ\u0303"),
        ("d̪ˈiː", "it", "dˈiː"),
        ("ɜː", "en", "ɜɹ"),
        ("ɡɾaˈθjano", "es", "ɡɾaˈθjano"),
        ("pjˈat͡sːa", "it", "pjˈaʦːa"),
        ("ŋg", "es", "ŋɡ"),
    ],
)
def test_mapping(ipa: str, language: str, wanted: str) -> None:
    assert to_kokoro(ipa, language) == wanted


def test_nothing_outside_the_inventory_is_left() -> None:
    assert set(to_kokoro("ʘɓ日A\u0329x", "fr")) <= set(TOKENS)


def test_token_ids_are_unique() -> None:
    assert len(set(TOKENS.values())) == len(TOKENS)


def test_words_are_cut_where_spaces_stand() -> None:
    assert split_by_words("la kasa roxa", ["la", "kasa", "roxa"]) == ["la ", "kasa ", "roxa"]


def test_words_run_together_are_cut_by_their_sounds() -> None:
    assert split_by_words("wˈIn ʌvðə hˈɪl", ["wˈIn", "ʌv", "ðə", "hˈɪl"]) == [
        "wˈIn ",
        "ʌv",
        "ðə ",
        "hˈɪl",
    ]


def test_liaison_stays_with_the_word_before() -> None:
    assert split_by_words("lez amˈi", ["le", "amˈi"]) == ["lez ", "amˈi"]


def test_a_number_of_several_words_keeps_its_spaces() -> None:
    cut = split_by_words("katˈoɾθe poɾθjˈɛnto ðe", ["katˈoɾθe poɾθjˈɛnto", "de"])
    assert cut == ["katˈoɾθe poɾθjˈɛnto ", "ðe"]


@pytest.mark.parametrize(
    ("clause", "words"),
    [("abc def", ["xyz", "", "def"]), ("", ["a"]), ("a b", []), ("q", ["", ""])],
)
def test_cutting_never_loses_a_sound(clause: str, words: list[str]) -> None:
    cut = split_by_words(clause, words)
    assert len(cut) == len(words)
    if words:
        assert "".join(cut).split() == clause.split()


def test_a_reading_replaces_what_the_rules_say() -> None:
    words = read_script("El Rioja es", "es", readings={"Rioja": "/riˈɔxa/"})
    assert [one.symbols.strip() for one in sound_out(words)][1] == "riˈɔxa"


def test_missing_program_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(NarrationError, match="espeak-ng is not installed"):
        espeak.find_program()


def test_every_line_gets_an_answer() -> None:
    answers = espeak.phonemise(["la casa", "", "¿el vino? ¡sí!"], "es")
    assert len(answers) == 3
    assert answers[1] == ""
    assert answers[2].split()[0] == "el"


def test_option_like_text_is_text() -> None:
    assert espeak.phonemise(["--version"], "es")[0]


@pytest.mark.parametrize(
    ("words", "linked", "alone", "told"),
    [
        # a noun ending in a consonant does not link …
        (["caisses", "en"], ["kˈɛsz", "ɑ̃ "], ["kˈɛs", "ˈɑ̃"], ["kˈɛs ", "ɑ̃ "]),
        (["vignes", "après"], ["vˈiɲz", "apʁˈɛ"], ["vˈiɲ", "apʁˈɛ"], ["vˈiɲ ", "apʁˈɛ"]),
        # … a determiner or an adjective before its noun does
        (["quelques", "arbres"], ["kɛlkz", "ˈaʁbʁ "], ["kɛlk", "ˈaʁbʁ"], ["kɛlkz", "ˈaʁbʁ "]),
        # nor is a link touched that follows a vowel, or a z of the word's own
        (["les", "amis"], ["lez", "amˈi "], ["le", "amˈi"], ["lez", "amˈi "]),
        (["douze", "ans"], ["dˈuz", "ˈɑ̃ "], ["dˈuz", "ˈɑ̃"], ["dˈuz", "ˈɑ̃ "]),
        # gn is one sound
        (["vigneron"], ["vinjəʁˈɔ̃ "], ["vinjəʁˈɔ̃"], ["viɲəʁˈɔ̃ "]),
    ],
)
def test_french_is_told_not_declaimed(
    words: list[str], linked: list[str], alone: list[str], told: list[str]
) -> None:
    assert as_told(words, linked, alone) == told
