"""What a pack says aloud: its scenes' scripts, its questions' answers, its greeting.

Each has a name: a scene's id, ``questions/<id>``, ``GREETING``. Ids have no slash, so they never
meet, and the name is also where a recording lies below ``voice/<language>/``.
"""

from dataclasses import dataclass

from kiosk.packs.model import Pack, Words

GREETING = "house/greeting"
_ANSWERS = "questions/"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said under one name."""

    text: str
    readings: tuple[tuple[str, str], ...]  # the file's, then its own: later ones win
    language: str  # the one it is written in: the default one's after a fall-back


def answer_name(question_id: str) -> str:
    """The name of the answer to a question."""
    return _ANSWERS + question_id


def names_of(pack: Pack) -> list[str]:
    """The names of all that a pack says: its scenes, its answers, its greeting."""
    scenes = [scene.id for scene in pack.scenes]
    greets = any(words.greeting for words in pack.words.values())
    answers = [answer_name(question.id) for question in pack.questions]
    return scenes + answers + ([GREETING] if greets else [])


def told(pack: Pack, name: str, language: str) -> Told | None:
    """What is said under a name in a language; None when there is no such name."""
    words = pack.words_in(language)
    found = _entry(words, name)
    if found is None:
        return None
    text, readings, written = found
    written = written or language
    if written != language:
        words = pack.words_in(written)  # its readings belong to it, not to this language
    return Told(text, (*words.readings, *readings), written)


def _entry(words: Words, name: str) -> tuple[str, tuple[tuple[str, str], ...], str] | None:
    if name.startswith(_ANSWERS):
        asked = words.questions.get(name.removeprefix(_ANSWERS))
        return (asked.answer, asked.readings, asked.language) if asked else None
    if name == GREETING:
        return (words.greeting, (), words.language) if words.greeting else None
    scene = words.scenes.get(name)
    return (scene.script, scene.readings, scene.language) if scene else None
