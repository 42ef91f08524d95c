"""Every scene of a pack as a picture, drawn off screen by the stage's own rules."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import shiboken6
from PIL import Image as Picture
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import resources
from kiosk.booth.settings import Settings, presenters_folder
from kiosk.errors import DisplayError, PackError, PresenterError
from kiosk.options import PreviewOptions
from kiosk.packs.model import Pack
from kiosk.show.cues import Turn
from kiosk.show.programme import Item
from kiosk.show.spoken import Speech
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.presenter_still import PresenterStill
from kiosk.ui.bridge.preview_controller import PreviewController
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_images import furnish

PICTURE_LIMIT_MS = 15_000  # a picture that takes longer to decode is not fit for a booth
FAST = 80  # of Qt's 100 for PNG: a third of the time of its default, files a sixth larger
SHEET_WIDTH = 640  # pixels of one scene on the contact sheet, along its long side
SHEET_GAP = 16


class Drawer:
    """A window that is never shown, and the engine behind it.

    Args:
        factory: builds views.
        codes: the QR images.
        presenter: who stands in the scenes.
        size: pixels of each picture.
    """

    def __init__(
        self,
        factory: SceneFactory,
        codes: CodeImages,
        presenter: PresenterStill,
        size: tuple[int, int],
    ) -> None:
        self._factory = factory
        self._presenter = presenter
        self._controller = PreviewController()
        self._engine = QQmlApplicationEngine()
        furnish(self._engine, codes)
        self._engine.setInitialProperties(
            {
                "controller": self._controller, "presenter": presenter,
                "width": size[0], "height": size[1],
            }
        )  # fmt: skip
        self._engine.loadFromModule("Cellarcast.Stage", "PreviewWindow")
        roots = self._engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise DisplayError(
                "the stage cannot be loaded",
                where=str(resources.qml()),
                advice="install the program again",
            )
        self._window: QQuickWindow = roots[0]
        self._window.setVisible(True)

    def draw(
        self, item: Item, number: int, speech: Speech, path: Path, explained: bool = False
    ) -> None:
        """One scene into a PNG, with the caption of its middle; ``explained``: with its diagram.

        Raises:
            PackError: the scene's picture cannot be decoded.
        """
        spoken = speech.of(item)
        view = self._factory.build(Turn(number, item), spoken.seconds, self._controller)
        if explained:
            view.explain()
        cues = spoken.track.cues
        cue = cues[len(cues) // 2] if cues else None
        caption = cue.text if cue is not None else ""
        self._presenter.say(spoken.track, cue)
        loop = QEventLoop()
        outcome: list[bool] = []

        def answer(good: bool) -> None:
            outcome.append(good)
            loop.quit()

        self._controller.answered.connect(answer)
        QTimer.singleShot(0, lambda: self._controller.drawScene.emit(view, caption))
        limit = QTimer()
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        limit.start(PICTURE_LIMIT_MS)
        loop.exec()
        self._controller.answered.disconnect(answer)
        if outcome[:1] != [True]:
            raise PackError(
                "the picture cannot be decoded",
                where=str(item.scene.picture.path),
                advice="save it again as WebP, JPEG or PNG",
            )
        image = self._window.grabWindow()
        if image.isNull() or not image.save(str(path), quality=FAST):
            raise DisplayError(
                "the picture cannot be saved",
                where=str(path),
                advice="choose a folder that can be written to",
            )

    def close(self) -> None:
        """Let the engine go."""
        shiboken6.delete(self._engine)


def items(pack: Pack, language: str | None) -> Iterator[Item]:
    """The items to draw: every scene, in one language or in all."""
    for spoken in [language] if language else pack.languages:
        for scene in pack.scenes:
            yield Item(pack, scene, spoken)


def draw_pack(
    pack: Pack, options: PreviewOptions, settings: Settings, progress: Callable[[int, int], None]
) -> tuple[list[Path], PresenterError | None]:
    """Draw every scene and one contact sheet.

    Returns:
        The files written, the sheet last, and why nobody presents where somebody should.

    Raises:
        PackError: a picture cannot be decoded.
        DisplayError: a file cannot be written.
    """
    from datetime import datetime  # noqa: PLC0415 - only here

    from kiosk.show.wording import Wordings  # noqa: PLC0415

    codes = CodeImages()
    zone = settings.zone()
    factory = SceneFactory(
        Wordings(resources.stage_words()), codes, settings.booth,
        lambda: datetime.now(zone), lambda _error: None,
    )  # fmt: skip
    speech = Speech()
    options.out.mkdir(parents=True, exist_ok=True)
    presenter = PresenterStill(
        pack.presenter, pack.theme, (presenters_folder(), resources.presenters())
    )
    drawer = Drawer(factory, codes, presenter, options.size)
    written: list[Path] = []
    wanted = [
        (number, item, explained)
        for number, item in enumerate(items(pack, options.language), start=1)
        for explained in ((False, True) if item.scene.diagram else (False,))
    ]
    try:
        for done, (number, item, explained) in enumerate(wanted, start=1):
            what = f"{item.scene.id}-diagram" if explained else item.scene.id
            path = options.out / f"{number:03d}-{what}-{item.language}.png"
            drawer.draw(item, number, speech, path, explained)
            written.append(path)
            progress(done, len(wanted))
    finally:
        drawer.close()
    sheet = options.out / "contact-sheet.png"
    contact_sheet(written, sheet)
    return [*written, sheet], presenter.missing


def contact_sheet(pictures: list[Path], path: Path) -> None:
    """All pictures small, side by side, on the dark of a cellar."""
    tiles = []
    for source in pictures:
        with Picture.open(source) as picture:
            tile = picture.convert("RGB")
            tile.thumbnail((SHEET_WIDTH, SHEET_WIDTH), Picture.Resampling.LANCZOS)
            tiles.append(tile)
    width, height = tiles[0].size
    columns = max(1, round(math.sqrt(len(tiles) * height / width * 1.6)))
    rows = math.ceil(len(tiles) / columns)
    sheet = Picture.new(
        "RGB",
        (columns * (width + SHEET_GAP) + SHEET_GAP, rows * (height + SHEET_GAP) + SHEET_GAP),
        (23, 18, 15),
    )
    for index, tile in enumerate(tiles):
        row, column = divmod(index, columns)
        sheet.paste(
            tile,
            (SHEET_GAP + column * (width + SHEET_GAP), SHEET_GAP + row * (height + SHEET_GAP)),
        )
    sheet.save(path)
