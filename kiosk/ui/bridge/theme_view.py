"""A winery's colours as QML sees them."""

from PySide6.QtCore import Property, QObject
from PySide6.QtGui import QColor
from PySide6.QtQml import QmlElement

from kiosk.packs.model import Theme

QML_IMPORT_NAME = "Cellarcast.Bridge"
QML_IMPORT_MAJOR_VERSION = 1

# The poster's own colours, for when no pack can be read: cellar dark, paper, burgundy.
HOUSE_THEME = Theme(
    ground="#17120f",
    paper="#efe8da",
    ink="#241a15",
    light="#f3ecdf",
    accent="#9c3b33",
    wine="#4a0f1c",
    texture="stone",
)


@QmlElement
class ThemeView(QObject):
    """The colours and the material of one winery; constant."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    @Property(QColor, constant=True)
    def ground(self) -> QColor:
        """The wall behind everything."""
        return QColor(self._theme.ground)

    @Property(QColor, constant=True)
    def paper(self) -> QColor:
        """Label paper."""
        return QColor(self._theme.paper)

    @Property(QColor, constant=True)
    def ink(self) -> QColor:
        """Text on paper."""
        return QColor(self._theme.ink)

    @Property(QColor, constant=True)
    def light(self) -> QColor:
        """Text on ground."""
        return QColor(self._theme.light)

    @Property(QColor, constant=True)
    def accent(self) -> QColor:
        """The winery's one colour."""
        return QColor(self._theme.accent)

    @Property(QColor, constant=True)
    def wine(self) -> QColor:
        """The rising-wine wipe."""
        return QColor(self._theme.wine)

    @Property(str, constant=True)
    def paperTile(self) -> str:
        """URL of a seamless tile: ``paper`` with the grain of the winery's material."""
        return self._tile(self._theme.paper)

    @Property(str, constant=True)
    def groundTile(self) -> str:
        """URL of a seamless tile: ``ground`` with that grain."""
        return self._tile(self._theme.ground)

    def _tile(self, colour: str) -> str:
        return f"image://material/{self._theme.texture}/{QColor(colour).name()[1:]}"
