"""The composition root of the booth's screen: builds, wires and shuts down.

Nothing here outlives ``run_booth``: the engine goes before the objects it uses, and those before
the application, which is the order Qt needs.
"""

import signal
from dataclasses import dataclass

from kiosk import resources
from kiosk.booth.memory import return_large_blocks
from kiosk.booth.settings import Settings, presenters_folder
from kiosk.events import Events, Log
from kiosk.options import RunOptions
from kiosk.packs.library import Library
from kiosk.show.clock import SystemClock
from kiosk.show.director import PREPARE_LIMIT, Director
from kiosk.show.programme import Programme
from kiosk.show.session import Comfort, Session, Summary
from kiosk.show.spoken import FIRST_LEAD, Speech
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.chart_view import ChartView
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.house_controller import HouseController
from kiosk.ui.bridge.interface_language import InterfaceLanguage
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.voice import Voice
from kiosk.ui.screen import Screen, has_graphics, open_application, prepare_environment


@dataclass(frozen=True, slots=True)
class Booth:
    """What is behind the screen: the stage, and the house a visitor explores on it."""

    stage: StageController
    house: HouseController
    language: InterfaceLanguage

    def close(self) -> None:
        """Stop everything that runs."""
        self.house.close()
        self.stage.close()


def build_booth(options: RunOptions, settings: Settings, events: Log, codes: CodeImages) -> Booth:
    """Everything behind the screen, wired; not started."""
    clock = SystemClock(settings.zone(), options.pace)
    languages = {options.language: 1} if options.language else settings.languages or None
    programme = Programme(
        Library(options.content), languages, settings.pack_weights,
        lambda pack_id, error: events("set-aside", pack=pack_id, reason=str(error)),
    )  # fmt: skip
    speech = Speech()
    director = Director(
        programme,
        clock,
        lambda item: speech.of(item).seconds,
        prepare_limit=PREPARE_LIMIT * options.pace,
    )
    wordings = Wordings(resources.stage_words())
    factory = SceneFactory(
        wordings, codes, resources.textures(), settings.booth, clock.wall,
        lambda error: events("code-refused", reason=str(error)),
    )  # fmt: skip
    audible = settings.sound and options.pace == 1.0 and not options.mute
    voice = Voice(clock, settings.volume, settings.audio_trim_ms / 1000, audible=audible)
    ambience = Ambience(
        clock, resources.sounds(), settings.volume, settings.sound_bed, settings.sound_interface,
        audible, events,
    )  # fmt: skip
    presenter = PresenterController(
        clock, voice.position, (presenters_folder(), resources.presenters()), has_graphics(),
        settings.reduced_motion, options.pace, events,
    )  # fmt: skip
    words = wordings.of(options.language or "zh-CN")
    stage = StageController(
        director, factory, speech, voice, FIRST_LEAD, settings.second_captions,
        settings.reduced_motion, options.pace, (words["poster_title"], words["poster_line"]),
        presenter, ambience, events,
    )  # fmt: skip
    language = InterfaceLanguage(resources.interface_words(), events)
    house = HouseController(
        stage, Session(clock, Comfort(still=settings.reduced_motion), settings.idle_seconds),
        factory, language.speak, settings.volume, ChartView(resources.atlas(), events),
        lambda summary: tell(summary, events), events,
    )  # fmt: skip
    return Booth(stage, house, language)


def tell(summary: Summary, events: Log) -> None:
    """What a session was, as an event."""
    path = [[stay.place.value, round(stay.seconds, 1)] for stay in summary.path]
    events(
        "session-end", pack=summary.pack, ended=summary.ended, seconds=round(summary.seconds, 1),
        languages=list(summary.languages), path=path, touches=summary.touches,
        hearts=list(summary.hearts), told=list(summary.told),
    )  # fmt: skip


def run_booth(options: RunOptions, settings: Settings) -> int:
    """Show the booth's screen until it is closed or its time is over.

    Returns:
        The exit code.

    Raises:
        DisplayError: the window cannot be made.
    """
    return_large_blocks()
    prepare_environment()
    events = Events(options.events)
    application = open_application()
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    codes = CodeImages()
    booth = build_booth(options, settings, events, codes)
    screen = Screen(booth, codes, options, events, settings.screen_mm)
    try:
        screen.open()
        booth.stage.start()
        return application.exec()
    finally:
        booth.close()
        screen.close()
        events("closed")
        events.close()
