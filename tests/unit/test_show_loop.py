"""Ten hours of the loop, and any order in which things can happen."""

from collections import Counter, defaultdict
from itertools import groupby, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.show.cues import Transition
from kiosk.show.director import PREPARE_LIMIT, Director, State
from kiosk.show.programme import Item, Programme
from tests.fakes import NEVER, FakeClock, FakeLibrary, FakeStage, pack, scene

HOUR = 3600.0
TICK = 0.25  # the slowest that the director allows

PACKS = [
    pack("bordeaux", ["land", "pick", "press", "live"], ("zh-CN", "en", "fr")),
    pack("douro", ["land", scene("port", weight=2), "foot", "rest"], ("zh-CN", "en", "pt")),
    pack("piedmont", ["fog", "pick", "cask"], ("zh-CN", "en", "it")),
    pack("qingtian", ["hill", "fruit"], ("zh-CN", "en")),
    pack("rioja", ["clay", scene("off", weight=0), "pick", "cask", "toast"], ("zh-CN", "en", "es")),
]


def seconds_of(item: Item) -> float:
    """Scenes of 8 to 21 s, as narrations are."""
    return 8.0 + len(item.scene.id + item.pack.id + item.language) % 14


def loading(item: Item) -> float:
    """A slow disk: up to 3.2 s."""
    return 0.4 * (len(item.scene.id + item.pack.id) % 9)


def test_ten_hours_show_every_scene_in_turn_and_in_every_language() -> None:
    clock = FakeClock()
    stage = FakeStage(Director(Programme(FakeLibrary(PACKS)), clock, seconds_of), clock, loading)
    stage.start()
    stage.run(10 * HOUR, TICK)
    assert stage.posters == []

    # In turn: wineries one after the other, each with its lap in one language.
    lap_of = {
        "bordeaux": ["land", "pick", "press", "live"],
        "douro": ["land", "port", "foot", "port", "rest"],
        "piedmont": ["fog", "pick", "cask"],
        "qingtian": ["hill", "fruit"],
        "rioja": ["clay", "pick", "cask", "toast"],
    }
    laps = [
        (winery, language, [key[1] for key in keys])
        for (winery, language), keys in groupby(stage.keys, lambda key: (key[0], key[2]))
    ][:-1]
    assert len(laps) > 100
    names = sorted(lap_of)
    turns: Counter[str] = Counter()
    for number, (winery, language, scenes) in enumerate(laps):
        assert winery == names[number % len(names)]
        assert scenes == lap_of[winery]
        languages = PACKS[names.index(winery)].languages
        begins = names.index(winery)  # each winery begins one language further on
        assert language == languages[(begins + turns[winery]) % len(languages)]
        turns[winery] += 1

    # No gap and no overlap: each scene stays for as long as it speaks, to the tick.
    for before, after in pairwise(stage.shown):
        late = after.at - before.at - seconds_of(before.turn.item)
        assert 0 <= late < TICK + 1e-6, (before, after)
        same = before.key[0] == after.key[0]
        assert after.transition is (Transition.DISSOLVE if same else Transition.WINE)

    spoken = defaultdict(set)
    for winery, scene_id, language in stage.keys:
        spoken[winery, scene_id].add(language)
    assert spoken == {
        (one.id, name): set(one.languages) for one in PACKS for name in lap_of[one.id]
    }


EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.floats(0.0, 20.0)),
        st.tuples(st.sampled_from(["ready", "failed", "hold", "release"]), st.integers(-3, 1)),
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None, database=None, derandomize=True)
@given(EVENTS)
def test_whatever_the_stage_answers_the_show_keeps_its_promises(
    events: list[tuple[str, float]],
) -> None:
    clock = FakeClock()
    director = Director(Programme(FakeLibrary(PACKS[3:])), clock, seconds_of)
    stage = FakeStage(director, clock, lambda _item: NEVER)
    stage.start()
    for name, figure in events:
        if name == "wait":
            stage.run(figure, TICK)
            continue
        number = stage.prepared[-1][1].number + int(figure)
        latest = figure == 0 and not any(one.turn.number == number for one in stage.shown)
        if name == "ready":
            if latest:
                stage._ready.add(number)
            stage.follow(director.ready(number))  # a Show of an unprepared turn fails in there
        elif name == "failed":
            stage.follow(director.failed(number))
        elif name == "hold":
            director.hold(number)
        else:
            stage.follow(director.release(number))
        # The stage and the director agree on what is on: one scene, or the poster, or (for at
        # most five seconds at the very start) nothing.
        assert (director.state is State.POSTER) == stage.under_poster
        if stage.under_poster:
            assert director.current is None
        elif stage.shown:
            assert director.current == stage.shown[-1].turn
        else:
            assert clock.monotonic() <= PREPARE_LIMIT + TICK

    # No turn is shown twice, numbers only grow, and a scene not failed plays to its end.
    numbers = [one.turn.number for one in stage.shown]
    assert numbers == sorted(set(numbers))
    if "failed" not in {name for name, _ in events}:
        for before, after in pairwise(stage.shown):
            assert after.at >= before.at + seconds_of(before.turn.item)

    # And from wherever it got, once pictures load again, it plays within the quarantine.
    stage.loading = lambda _item: 0.5
    before_recovery = len(stage.shown)
    stage.run(200, TICK)
    assert len(stage.shown) > before_recovery
    assert not stage.under_poster
