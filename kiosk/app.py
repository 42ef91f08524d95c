"""The composition root of the booth's screen: builds, wires and shuts down.

Nothing here outlives ``run_booth``: the engine goes before the objects it uses, and those before
the application, which is the order Qt needs.
"""

import signal
from dataclasses import dataclass

from kiosk import __version__, resources
from kiosk.booth.journal import Journal
from kiosk.booth.memory import return_large_blocks
from kiosk.booth.places import journal_path, pins_path, state_folder, switches_path
from kiosk.booth.settings import Settings, presenters_folder
from kiosk.booth.step import Step
from kiosk.events import Events, Log, to_all
from kiosk.live.desk import RoomDesk
from kiosk.live.pins import Pins
from kiosk.live.probe.fetch import Fetcher
from kiosk.live.probe.prober import Prober, probe_for
from kiosk.live.switch import Switches
from kiosk.live.watch.sources import source_for
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
from kiosk.ui.bridge.live_watch import LONGEST, LiveWatch
from kiosk.ui.bridge.outlets import Outlets
from kiosk.ui.bridge.presenter_controller import PresenterController
from kiosk.ui.bridge.scene_factory import SceneFactory
from kiosk.ui.bridge.stage_controller import StageController
from kiosk.ui.bridge.voice import Voice
from kiosk.ui.bridge.walk import Walk
from kiosk.ui.screen import Screen, has_graphics, open_application, prepare_environment


@dataclass(frozen=True, slots=True)
class Booth:
    """What is behind the screen: the stage, and the house a visitor explores on it."""

    stage: StageController
    house: HouseController
    language: InterfaceLanguage
    desk: RoomDesk

    def close(self) -> None:
        """Stop everything that runs."""
        self.house.close()
        self.stage.close()
        self.desk.close()
        self.language.close()


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


@dataclass(frozen=True, slots=True)
class Show:
    """What is behind the stage, on a booth's screen or in a stream."""

    stage: StageController
    factory: SceneFactory

    def close(self) -> None:
        """Stop everything that runs."""
        self.stage.close()
        self.factory.desk.close()


def build_show(
    options: RunOptions, settings: Settings, events: Log, codes: CodeImages, outlets: Outlets
) -> Show:
    """Everything behind the stage, wired, not started; by whatever it is heard and seen."""
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
        wordings, codes, settings.booth, clock.wall,
        lambda error: events("code-refused", reason=str(error)), room_desk(settings),
    )  # fmt: skip
    words = wordings.of(options.language or "zh-CN")
    stage = StageController(
        director, factory, speech, outlets.voice, FIRST_LEAD, settings.second_captions,
        settings.reduced_motion, options.pace, (words["poster_title"], words["poster_line"]),
        outlets.presenter, outlets.ambience, events,
    )  # fmt: skip
    return Show(stage, factory)


def build_booth(options: RunOptions, settings: Settings, events: Log, codes: CodeImages) -> Booth:
    """Everything behind the booth's screen, wired; not started."""
    outlets = booth_outlets(options, settings, events)
    show = build_show(options, settings, events, codes, outlets)
    language = InterfaceLanguage(resources.interface_words(), events)
    comfort = Comfort(still=settings.reduced_motion)
    house = HouseController(
        show.stage, Session(outlets.clock, comfort, settings.idle_seconds),
        show.factory, Walk(events), LiveWatch(lambda: Fetcher(LONGEST), events), source_for,
        language.speak, settings.volume,
        ChartView(resources.atlas(), events),
        lambda summary: tell(summary, events), events,
    )  # fmt: skip
    return Booth(show.stage, house, language, show.factory.desk)


def room_desk(settings: Settings) -> RoomDesk:
    """What knows the rooms' state; nothing is asked before a room is to be shown."""
    pages = settings.live_probe_pages
    prober = Prober(Fetcher(), lambda room: probe_for(room, pages)) if settings.live_probe else None
    return RoomDesk(Switches(switches_path()), prober, Pins(pins_path()), settings.live_watch)


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
    file = Events(options.events)
    # A rehearsal at another pace is no proof of play.
    journal = Journal(journal_path(), file) if options.pace == 1.0 else None
    step = Step(state_folder()) if settings.step else None
    events = to_all(file, *(each for each in (journal, step) if each is not None))
    application = open_application()
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    codes = CodeImages()
    booth = build_booth(options, settings, events, codes)
    screen = Screen(booth, codes, options, events, settings)
    try:
        events("start", version=__version__)
        screen.open()
        booth.stage.start()
        return application.exec()
    finally:
        booth.close()
        screen.close()
        events("closed")
        for record in (journal, step):
            if record is not None:
                record.close()
        file.close()
