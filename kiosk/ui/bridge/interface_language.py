"""The language of what a visitor touches: Qt's translations, changed while the booth runs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from kiosk.events import Log


class InterfaceLanguage(QObject):
    """At most one translation is installed; the sources are English.

    Args:
        folder: holds ``cellarcast_<lang>.qm``.
        log: told of a translation that cannot be read: the words are English then.
    """

    def __init__(self, folder: Path, log: Log) -> None:
        super().__init__()
        self._folder, self._log = folder, log
        self._translator: QTranslator | None = None
        self._language = ""
        self.retranslate: Callable[[], None] = lambda: None  # set by the screen: all texts anew

    def speak(self, language: str) -> None:
        """Have the interface speak a language from now on."""
        if language == self._language:
            return
        self._language = language
        self.close()
        translator = QTranslator(self)
        path = self._folder / f"cellarcast_{language}.qm"
        if translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
        else:
            translator.deleteLater()
            self._log("translation-missing", language=language)
        self.retranslate()

    def close(self) -> None:
        """Leave no translation with the application."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None
