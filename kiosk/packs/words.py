"""``text/<lang>.toml``: the words of a pack, with gaps filled from its default language.

A scene, wine or question that is incomplete in a language is shown wholly in the default one:
half a card in each would be read by nobody, and a script must be spoken in the language it is
written in. ``SceneWords.language`` says which one that is.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.packs import limits
from kiosk.packs.codes import Code
from kiosk.packs.facts import Facts
from kiosk.packs.fields import Table
from kiosk.packs.files import PackFiles
from kiosk.packs.findings import Report
from kiosk.packs.model import QuestionWords, Scene, SceneKind, SceneWords, WineWords, Words
from kiosk.packs.toml_text import TomlText, load_toml

Readings = tuple[tuple[str, str], ...]


def text_name(language: str) -> str:
    """Where the words of a language stand inside a pack."""
    return f"text/{language}.toml"


def read_words(
    files: PackFiles, facts: Facts, winery: Table
) -> tuple[dict[str, Words], dict[str, TomlText]]:
    """The words per language and the files they came from; findings go to ``winery.report``."""
    report = winery.report
    words: dict[str, Words] = {}
    sources: dict[str, TomlText] = {}
    default: Words | None = None
    for language in facts.languages:
        name = text_name(language)
        if default is not None and not (files.root / name).is_file():
            winery.warn(Code.LANGUAGE_MISSING, "languages", file=name, fallback=default.language)
            words[language] = replace(default, language=language)
            continue
        source = load_toml(files, name, limits.TEXT_BYTES)
        if source is None:
            break
        sources[name] = source
        words[language] = _Reader(source, report, facts, language, default).read()
        default = default or words[language]
    return words, sources


class _Reader:
    """Reads one language's file against what ``winery.toml`` names."""

    def __init__(
        self, source: TomlText, report: Report, facts: Facts, language: str, default: Words | None
    ) -> None:
        self._root = Table(source, report)
        self._facts = facts
        self._language = language
        self._default = default

    def read(self) -> Words:
        root, default = self._root, self._default
        winery = root.table("winery", required=default is None)
        name = self._own_words(winery, "name", limits.NAME, default.name if default else "")
        place = self._own_words(winery, "place", limits.PLACE, default.place if default else "")
        motto = self._own_words(winery, "motto", limits.MOTTO, default.motto if default else "")
        greeting = winery.text("greeting", limits.GREETING, required=False) if winery else ""
        if default is not None and default.greeting and not greeting:
            self._missing(winery or root, "greeting" if winery else "winery.greeting")
        if winery is not None:
            winery.finish()
        wines = self._wines()
        words = Words(
            language=self._language,
            name=name,
            place=place,
            motto=motto,
            scenes=self._scenes(wines),
            wines=wines,
            grapes=self._names("grapes", [g for wine in self._facts.wines for g in wine.grapes]),
            rooms=self._names("rooms", [room.id for room in self._facts.rooms]),
            questions=self._questions(),
            tours=self._tours(),
            readings=_readings(root),
            greeting=greeting,
        )
        root.finish()
        return words

    def _own_words(self, winery: Table | None, key: str, most: int, fallback: str) -> str:
        """Words about the winery itself: required in the default language, except the motto."""
        if winery is None:
            if self._default is not None and fallback:
                self._missing(self._root, f"winery.{key}")
            return fallback
        required = self._default is None and key != "motto"
        own = winery.text(key, most, required=required)
        if not own and fallback:
            self._missing(winery, key)
        return own or fallback

    def _scenes(self, wines: dict[str, WineWords]) -> dict[str, SceneWords]:
        tables = self._root.table("scenes", required=self._default is None)
        found = {scene.id: self._scene(tables, scene, wines) for scene in self._facts.scenes}
        if tables is not None:
            tables.finish(code=Code.TEXT_UNUSED)
        return found

    def _scene(self, tables: Table | None, scene: Scene, wines: dict[str, WineWords]) -> SceneWords:
        default = self._default.scenes[scene.id] if self._default else None
        # A wine's card can stand on the wine's own words.
        needed = default is None and scene.kind is not SceneKind.WINE
        table = tables.table(scene.id, required=needed) if tables else None
        if table is None:
            if default is not None and (default.title or default.script):
                self._missing(tables or self._root, scene.id if tables else f"scenes.{scene.id}")
            named = wines[scene.wine].name if scene.wine in wines else ""
            return default or SceneWords(named, "", "", language=self._language)
        title = table.text("title", limits.TITLE, required=needed)
        if not title and scene.wine in wines and wines[scene.wine].language == self._language:
            title = wines[scene.wine].name
        words = SceneWords(
            title=title,
            line=table.text("line", limits.LINE, required=False),
            script=table.text("script", limits.SCRIPT, required=False, lines=True),
            readings=_readings(table),
            language=self._language,
        )
        table.finish()
        if default is None:
            if not table.has("script"):
                table.warn(Code.SCRIPT_MISSING, "script")
            return words
        for key in ("title", "line", "script"):
            if getattr(default, key) and not getattr(words, key):
                self._missing(table, key)
                return default
        return words

    def _wines(self) -> dict[str, WineWords]:
        tables = self._root.table(
            "wines", required=self._default is None and bool(self._facts.wines)
        )
        found = {wine.id: self._wine(tables, wine.id) for wine in self._facts.wines}
        if tables is not None:
            tables.finish(code=Code.TEXT_UNUSED)
        return found

    def _wine(self, tables: Table | None, wine_id: str) -> WineWords:
        default = self._default.wines[wine_id] if self._default else None
        table = tables.table(wine_id, required=default is None) if tables else None
        if table is None:
            if default is not None:
                self._missing(tables or self._root, wine_id if tables else f"wines.{wine_id}")
            return default or WineWords("", "", "", "", ())
        words = WineWords(
            name=table.text("name", limits.NAME, required=default is None),
            style=table.text("style", limits.STYLE, required=False),
            nose=table.text("nose", limits.TASTE, required=False),
            palate=table.text("palate", limits.TASTE, required=False),
            pairing=table.texts("pairing", limits.PAIRINGS, limits.DISH, required=False),
            language=self._language,
        )
        table.finish()
        if default is not None:
            for key in ("name", "style", "nose", "palate", "pairing"):
                if getattr(default, key) and not getattr(words, key):
                    self._missing(table, key)
                    return default
        return words

    def _names(self, key: str, wanted: list[str]) -> dict[str, str]:
        """Names of grapes or rooms; one that is named nowhere is shown as its id, in capitals."""
        table = self._root.table(key, required=False)
        default: dict[str, str] = getattr(self._default, key) if self._default else {}
        found: dict[str, str] = {}
        for entry in dict.fromkeys(wanted):
            name = table.text(entry, limits.NAME, required=False) if table else ""
            if not name and entry in default:
                self._missing(table or self._root, entry if table else f"{key}.{entry}")
                name = default[entry]
            elif not name:
                name = entry.replace("-", " ").title()
                at = table or self._root
                at.warn(Code.NAME_MISSING, entry if table else f"{key}.{entry}", shown=name)
            found[entry] = name
        if table is not None:
            table.finish(code=Code.TEXT_UNUSED)
        return found

    def _questions(self) -> dict[str, QuestionWords]:
        wanted = self._facts.questions
        tables = self._root.table("questions", required=self._default is None and bool(wanted))
        found = {question.id: self._question(tables, question.id) for question in wanted}
        if tables is not None:
            tables.finish(code=Code.TEXT_UNUSED)
        return found

    def _question(self, tables: Table | None, question_id: str) -> QuestionWords:
        default = self._default.questions[question_id] if self._default else None
        table = tables.table(question_id, required=default is None) if tables else None
        if table is None:
            if default is not None:
                at = question_id if tables else f"questions.{question_id}"
                self._missing(tables or self._root, at)
            return default or QuestionWords("", "", language=self._language)
        words = QuestionWords(
            question=table.text("question", limits.QUESTION, required=default is None),
            answer=table.text("answer", limits.ANSWER, required=default is None, lines=True),
            keywords=table.texts("keywords", limits.KEYWORDS, limits.KEYWORD, required=False),
            readings=_readings(table),
            language=self._language,
        )
        table.finish()
        if default is not None:
            for key in ("question", "answer"):
                if not getattr(words, key):
                    self._missing(table, key)
                    return default
        return words

    def _tours(self) -> dict[str, str]:
        """Titles of the tour's stops."""
        wanted = self._facts.tour
        tables = self._root.table("tour", required=self._default is None and bool(wanted))
        found: dict[str, str] = {}
        for stop in wanted:
            default = self._default.tours[stop.id] if self._default else ""
            required = self._default is None
            table = tables.table(stop.id, required=required) if tables else None
            title = table.text("title", limits.STOP_TITLE, required=required) if table else ""
            if table is not None:
                table.finish()
            if not title and not required:
                if table is not None:
                    self._missing(table, "title")
                else:
                    self._missing(tables or self._root, stop.id if tables else f"tour.{stop.id}")
            found[stop.id] = title or default
        if tables is not None:
            tables.finish(code=Code.TEXT_UNUSED)
        return found

    def _missing(self, table: Table, key: str) -> None:
        fallback = self._default.language if self._default else ""
        table.warn(Code.TEXT_MISSING, key, fallback=fallback)


def _readings(table: Table) -> Readings:
    found = table.mapping("readings", limits.READINGS, limits.READING_WORD, limits.READING_SOUND)
    return tuple(found.items())
