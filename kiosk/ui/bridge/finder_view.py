"""Find my wine, as QML reads it: the question that is due, then what fits and why."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.packs.model import Pack, SceneKind
from kiosk.show.finder import Finder, Matter, Reason, Suggestion
from kiosk.show.house import told_in
from kiosk.show.wording import Wording

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

OFFERED = 2  # the best, and what comes next


@QmlElement
class FinderView(QObject):
    """The questions of the pack a visitor explores, their answers so far, the suggestions."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pack: Pack | None = None
        self._finder: Finder | None = None
        self._told = ""
        self._wording: Wording | None = None
        self._answers: list[str] = []

    @Property(int, notify=changed)
    def steps(self) -> int:
        """How many questions there are."""
        return len(self._finder.enquiries) if self._finder else 0

    @Property(int, notify=changed)
    def step(self) -> int:
        """How many are answered."""
        return len(self._answers)

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether all are."""
        return self._finder is not None and len(self._answers) >= len(self._finder.enquiries)

    @Property(bool, notify=changed)
    def tastes(self) -> bool:
        """Whether the pack says how its wines taste; else less is asked."""
        return self._finder is not None and self._finder.has_flavours

    @Property(str, notify=changed)
    def matter(self) -> str:
        """What is asked now, by its key in `kiosk.show.finder.Matter`; "" when all is."""
        due = self._due()
        return due[0] if due else ""

    @Property(list, notify=changed)
    def answers(self) -> list[str]:
        """The keys of the answers to it."""
        due = self._due()
        return list(due[1]) if due else []

    @Property(list, notify=changed)
    def suggestions(self) -> list[dict[str, object]]:
        """The best wine and the next: id, scene, name, style, fits, serve, alcohol, and the
        reasons: meets, differs, unknown. A reason: matter, answer, dish, and the wine's figures
        by their scale. Nothing before all questions are answered.
        """
        if self._finder is None or not self.done or not self._answers:
            return []
        matters = (enquiry.matter for enquiry in self._finder.enquiries)
        given: dict[Matter, str] = dict(zip(matters, self._answers, strict=True))
        return [self._row(one) for one in self._finder.suggest(given)[:OFFERED]]

    def furnish(self, pack: Pack, language: str, wording: Wording) -> None:
        """The wines of a pack for a visitor who reads ``language``; answers stay."""
        if pack is not self._pack:
            self._pack, self._finder = pack, Finder(pack)
            self._answers = []
        self._told, self._wording = told_in(pack, language), wording
        self.changed.emit()

    @Slot(str)
    def answer(self, key: str) -> None:
        """Answer the question that is due."""
        due = self._due()
        if due and key in due[1]:
            self._answers.append(key)
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """Take the last answer back."""
        if self._answers:
            self._answers.pop()
            self.changed.emit()

    @Slot()
    def again(self) -> None:
        """Begin anew."""
        self._answers = []
        self.changed.emit()

    def _due(self) -> tuple[str, tuple[str, ...]] | None:
        if self._finder is None or len(self._answers) >= len(self._finder.enquiries):
            return None
        enquiry = self._finder.enquiries[len(self._answers)]
        return enquiry.matter.value, enquiry.answers

    def _row(self, one: Suggestion) -> dict[str, object]:
        assert self._pack is not None
        assert self._wording is not None
        wine = one.wine
        words = self._pack.words_in(self._told).wines[wine.id]
        scenes = (
            scene.id
            for scene in self._pack.scenes
            if scene.kind is SceneKind.WINE and scene.wine == wine.id
        )

        def rows(reasons: tuple[Reason, ...]) -> list[dict[str, object]]:
            return [
                {
                    "matter": reason.matter.value,
                    "answer": reason.answer,
                    "dish": "" if reason.dish is None else _at(words.pairing, reason.dish),
                    "figures": {figure.scale: figure.has for figure in reason.figures},
                }
                for reason in reasons
            ]

        return {
            "id": wine.id,
            "scene": next(scenes, ""),
            "name": words.name,
            "style": words.style,
            "fits": one.fits,
            "serve": self._wording.serve(*wine.serve),
            "alcohol": self._wording.alcohol(wine.alcohol),
            "meets": rows(one.meets),
            "differs": rows(one.differs),
            "unknown": rows(one.unknown),
        }


def _at(dishes: tuple[str, ...], number: int) -> str:
    """That dish; "" where a translation names fewer."""
    return dishes[number] if number < len(dishes) else ""
