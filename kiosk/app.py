"""The composition root of the booth's screen: builds, wires and shuts down.

Nothing here outlives ``run_booth``: the engine goes before the objects it uses, and those before
the application, which is the order Qt needs.
"""

import signal

from kiosk import resources
from kiosk.booth.memory import return_large_blocks
from kiosk.booth.settings import Settings, presenters_folder
from kiosk.events import Events, Log
from kiosk.options import RunOptions
from kiosk.packs.library import Library
from kiosk.show.clock import SystemClock
from kiosk.show.director import PREPARE_LIMIT, Director
from kiosk.show.programme import Programme
from kiosk.show.spoken import FIRST_LEAD, Speech
from kiosk.show.wording import Wordings
from kiosk.ui.bridge.ambience import Ambience
from kiosk.ui.bridge.code_images import CodeImages
from kiosk.ui.bridge.outlets import Outlets
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.voice import Voice
from kiosk.ui.screen import Screen, has_graphics, open_application, prepare_environment


def booth_outlets(options: RunOptions, settings: Settings, events: Log) -> Outlets:
    """The booth's clock, its audio device, and the presenter on its screen."""
    clock = SystemClock(settings.zone(), options.pace)
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
    return Outlets(clock, voice, ambience, presenter)


def build_controller(
    options: RunOptions, settings: Settings, events: Log, codes: CodeImages,
    outlets: Outlets | None = None,
) -> StageController:  # fmt: skip
    """Everything behind the stage, wired, not started; with the booth's outlets or others."""
    outlets = outlets or booth_outlets(options, settings, events)
    clock = outlets.clock
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
    words = wordings.of(options.language or "zh-CN")
    return StageController(
        director, factory, speech, outlets.voice, FIRST_LEAD, settings.second_captions,
        settings.reduced_motion, options.pace, (words["poster_title"], words["poster_line"]),
        outlets.presenter, outlets.ambience, events,
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
    controller = build_controller(options, settings, events, codes)
    screen = Screen(controller, codes, options, events)
    try:
        screen.open()
        controller.start()
        return application.exec()
    finally:
        controller.close()
        screen.close()
        events("closed")
        events.close()
