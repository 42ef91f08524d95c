"""The prepared questions as QML reads them: by topic, and by what is typed."""

import html
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.packs.model import Pack
from kiosk.show.ask import Ask
from kiosk.show.ask_match import Spans
from kiosk.show.house import told_in

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 4  # matches that are offered beside the keys
BEFORE, AFTER = 8, 40  # letters of an answer that are shown around what fits in it


@QmlElement
class AskView(QObject):
    """The questions of the pack a visitor explores, in their language."""

    topicsChanged = Signal()
    readyChanged = Signal()
    _prepared = Signal(Ask)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._ask: Ask | None = None
        self._topics: list[dict[str, object]] = []
        self._wanted = self._ready = False
        self._prepared.connect(self._on_prepared)

    @Property(list, notify=topicsChanged)
    def topics(self) -> list[dict[str, object]]:
        """Topics that have questions: topic (its key), questions: id, question, answer."""
        return self._topics

    @Property(bool, notify=readyChanged)
    def ready(self) -> bool:
        """Whether what is typed can be looked for."""
        return self._ready

    def furnish(self, pack: Pack, language: str) -> None:
        """The questions of a pack for a visitor who reads ``language``."""
        told = told_in(pack, language)
        words = pack.words_in(told).questions
        self._ask = Ask(pack, told)
        self._topics = [
            {
                "topic": topic.value,
                "questions": [
                    {
                        "id": one.id,
                        "question": words[one.id].question,
                        "answer": words[one.id].answer,
                    }
                    for one in questions
                    if one.id in words
                ],
            }
            for topic, questions in self._ask.topics()
        ]
        self._set_ready(False)
        self.topicsChanged.emit()
        if self._wanted:
            self.prepare()

    @Slot()
    def prepare(self) -> None:
        """Read the questions for ``find`` while the visitor still looks around."""
        self._wanted = True
        ask = self._ask
        if ask is None or self._ready:
            return
        # Pinyin's dictionaries take most of a second: not on the thread that draws.
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="questions")
        self._pool.submit(self._prepare, ask)

    @Slot(str, result=list)
    def find(self, typed: str) -> list[dict[str, str]]:
        """The questions that fit, best first: id, question, and as StyledText in which what fits
        is underlined: marked (the question) and passage (of the answer, "" where the question
        itself fits). None before ``ready``.
        """
        if self._ask is None or not self._ready:
            return []
        return [
            {
                "id": found.question.id,
                "question": found.words.question,
                "marked": marked(found.words.question, found.spans),
                "passage": "" if found.spans else passage(found.words.answer, found.answer_spans),
            }
            for found in self._ask.find(typed, MOST)
        ]

    def rest(self) -> None:
        """The visitor has gone."""
        self._wanted = False

    def close(self) -> None:
        """Stop everything that runs."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _prepare(self, ask: Ask) -> None:
        ask.prepare()
        self._prepared.emit(ask)

    def _on_prepared(self, ask: Ask) -> None:
        if ask is self._ask:  # else the visitor has gone on to another language
            self._set_ready(True)

    def _set_ready(self, ready: bool) -> None:
        if ready != self._ready:
            self._ready = ready
            self.readyChanged.emit()


def marked(text: str, spans: Spans) -> str:
    """The text as StyledText, with these parts underlined; nothing in it is markup."""
    parts, at = [], 0
    for start, end in spans:
        parts += [html.escape(text[at:start]), "<u>", html.escape(text[start:end]), "</u>"]
        at = end
    return "".join([*parts, html.escape(text[at:])])


def passage(text: str, spans: Spans) -> str:
    """The words around the first of these parts, as ``marked`` gives them; "" without any."""
    if not spans:
        return ""
    start, end = spans[0]
    before = text[:start]
    # From the beginning of a word where there is one: Chinese has no blanks.
    first = max(0, start - BEFORE)
    first = first if first == 0 else before.find(" ", first) + 1 or first
    around = text[first : end + AFTER]
    head = "…" if first > 0 else ""
    return head + marked(around, ((start - first, end - first),))
