"""The life of a presenter: what she does beside speaking, at any moment of the show."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from kiosk.narration.track import Track
from kiosk.presenter.life.blink import APART, Blink, blink_at, closure
from kiosk.presenter.life.chapter import Chapters
from kiosk.presenter.life.curve import ease
from kiosk.presenter.life.gaze import Look, glance, lids, saccade_seconds
from kiosk.presenter.life.gesture import GREETING, add_greeting, add_listening
from kiosk.presenter.life.motion import Motion
from kiosk.presenter.life.pose import (
    BREATH,
    CHANNELS,
    CHEEK,
    FORWARD,
    INNER,
    NOD,
    OUTER_LEFT,
    OUTER_RIGHT,
    RIGHT,
    SMILE,
    SQUINT,
    STEP,
    TILT,
    TURN,
    WIDE,
    Pose,
    Seam,
)
from kiosk.presenter.life.sway import Noise
from kiosk.presenter.life.told import Stream, Told

_SEEK: Final = 0.03  # seconds the audio's clock may slip before it counts as a leap
_AFTERWARDS: Final = 1.0  # a narration nobody hushes is over so long after its end
_LEAST: Final = 5e-4  # weights below this are 0
_CALM: Final = 0.15  # what is left of the breath with reduced motion
_PAIRS: Final = (("cheekSquintLeft", "cheekSquintRight", CHEEK),
                 ("mouthSmileLeft", "mouthSmileRight", SMILE))  # fmt: skip


class Life:
    """Blinks, gaze, breath, sway, beats and gestures of one presenter.

    Times are seconds: ``at`` and ``now`` of the show's clock, which never goes back. What is
    done depends on the seed, the calls and their times alone, not on when it is sampled; of
    the samples only the narration's position is learnt. ``reduced`` (reduced motion) leaves
    blinks, lids, gaze and a very small breath.
    """

    def __init__(self, seed: int, reduced: bool = False) -> None:
        self._seed = seed
        self._reduced = reduced
        self._calls = 0
        self._noise = Noise(Random(f"{seed}/sway"))
        self._chapters = Chapters(seed)
        self._told: Told | None = None
        self._origin = 0.0  # of the narration's seconds, on the show's clock
        self._listening = False
        self._side = 1.0
        self._greeted = -math.inf
        self._glance: Look | None = None
        self._changed = -math.inf
        self._seam: Seam | None = None
        self._shift = (-math.inf, 0.0, 0.0, 1.0)  # when, degrees right and up, seconds
        self._looks_from = -math.inf
        self._blinks_from = -math.inf
        self._asked: deque[tuple[float, Blink]] = deque(maxlen=4)  # when asked, the blink
        self._carried: Blink | None = None

    def tell(self, track: Track, at: float, begins: float = 0.0) -> None:
        """A narration begins at second ``begins`` of it; samples may correct where it is."""
        self._settle(at)
        told = Told(track, self._dice())

        def change() -> None:
            self._told, self._origin = told, at - begins

        self._change(at, change)

    def hush(self, at: float) -> None:
        """The narration ended or was cut."""
        self._settle(at)
        self._hush(at)

    def greet(self, at: float) -> None:
        """A session starts: brows, smile, a small nod, the head aside, eyes on the visitor."""
        self._settle(at)
        side = self._dice().choice((-1.0, 1.0))

        def change() -> None:
            self._greeted, self._side, self._glance = at, side, None
            self._forget_blinks_to_come(at)

        self._change(at, change)
        self._looks_from = at + GREETING - 1.0

    def listen(self, on: bool, at: float) -> None:
        """A visitor reads, or no longer does. While telling she does not listen."""
        self._settle(at)

        def change() -> None:
            self._listening = on

        if on != self._listening:
            self._change(at, change)
            self._ask_blink(at, at + 0.2, 0.5)

    def glance(self, right: float, up: float, at: float) -> None:
        """The scene changed: a look at it, degrees from the camera as the visitor sees it.

        It starts after a reaction time of 0.2 s and lasts about a second.
        """
        self._settle(at)
        look = glance(right, up, at)

        def change() -> None:
            self._glance = look
            self._forget_blinks_to_come(at)

        self._change(at, change)
        self._ask_blink(at, look.start, 0.3 + 0.02 * math.hypot(look.right, look.up))

    def sample(self, now: float, position: float | None) -> Motion:
        """What face and head do at ``now``.

        ``position`` is the narration's second by the audio device's clock, None when unknown
        or nothing is told; then it goes on from what was known last. A leap of it, as when a
        language changes in mid-narration, is followed as smoothly as a call.
        """
        self._follow(now, position)
        pose = self._pose(now)
        right, up = self._gaze(now)
        blink = self._blink(now)
        shut = 0.0 if blink is None else closure(blink, now - blink.start)
        if self._reduced:
            breath = 0.5 + _CALM * (pose[BREATH] - 0.5)
            pose = [0.0] * CHANNELS
            pose[BREATH] = breath
        return Motion(
            _shapes(pose, shut, up - pose[NOD]),
            (right, up),
            (pose[TURN], pose[NOD], pose[TILT]),
            (pose[RIGHT], pose[FORWARD]),
            min(max(pose[BREATH], 0.0), 1.0),
        )

    def _dice(self) -> Random:
        """Chance for one call, however many samples there were before it."""
        self._calls += 1
        return Random(f"{self._seed}/call/{self._calls}")

    def _follow(self, now: float, position: float | None) -> None:
        """Takes over the audio device's clock."""
        if self._told is not None and position is not None:
            origin = now - position
            if abs(origin - self._origin) < _SEEK:
                self._origin = origin
            else:

                def change() -> None:
                    self._origin = origin

                self._change(now, change)
        self._settle(now)

    def _hush(self, at: float) -> None:

        def change() -> None:
            self._told = None

        if self._told is not None:
            self._change(at, change)
            self._ask_blink(at, at + 0.15, 0.7)

    def _settle(self, now: float) -> None:
        """Ends a narration that was over before ``now`` and that nobody hushed."""
        if self._told is not None:
            over = self._origin + self._told.duration + _AFTERWARDS
            if now >= over:
                self._hush(max(over, self._changed))

    def _change(self, at: float, change: Callable[[], None]) -> None:
        """Changes what she does so that nothing jumps at ``at``."""
        pose, ahead = self._pose(at), self._pose(at + STEP)
        gaze = self._gaze(at)
        self._carried = self._blink(at)
        change()
        self._changed = at
        self._seam = None
        if self._carried is not None:
            self._blinks_from = max(at, self._carried.start + APART)
        else:
            self._blinks_from = at
        self._looks_from = max(self._looks_from, at)
        self._shift = (-math.inf, 0.0, 0.0, 1.0)
        gap = [old - new for old, new in zip(pose, self._pose(at), strict=True)]
        later = [old - new for old, new in zip(ahead, self._pose(at + STEP), strict=True)]
        speed = [(b - a) / STEP for a, b in zip(gap, later, strict=True)]
        self._seam = Seam(at, gap, speed)
        right, up = self._gaze(at)
        right, up = gaze[0] - right, gaze[1] - up
        self._shift = (at, right, up, saccade_seconds(math.hypot(right, up)))

    def _stream(self, now: float) -> tuple[Stream, float]:
        """The blinks and looks that apply, and the moment on their clock."""
        if self._told is not None:
            return self._told, now - self._origin
        chapter = self._chapters.at(now)
        return (chapter.listening if self._listening else chapter.quiet), now

    def _pose(self, now: float) -> Pose:
        """All smooth channels."""
        pose = [0.0] * CHANNELS
        told = self._told
        pose[: FORWARD + 1] = self._noise.at(now, told is not None)
        if told is not None:
            second = now - self._origin
            beats = told.beats
            brow, smile = beats.brow.at(second), beats.smile.at(second)
            pose[TURN] += beats.turned.at(second)
            pose[NOD] += beats.nodded.at(second) + beats.nod.at(second)
            pose[TILT] += beats.tilted.at(second)
            pose[INNER] += 0.7 * brow
            pose[OUTER_LEFT] += brow * (0.85 + told.uneven)
            pose[OUTER_RIGHT] += brow * (0.85 - told.uneven)
            pose[SMILE] += smile
            pose[CHEEK] += 0.5 * smile
            pose[BREATH] = told.breath.at(second)
        else:
            chapter = self._chapters.at(now)
            pose[BREATH] = chapter.breath.at(now)
            if self._listening:
                add_listening(pose, chapter.nods.at(now), self._side)
        pose[NOD] += 0.4 * (pose[BREATH] - 0.4)  # the chest lifts the head
        add_greeting(pose, now - self._greeted, self._side)
        look, time = self._aside(now)
        for one, when in ((look, time), (self._glance, now)):
            if one is not None:
                turn, nod = one.head(when)
                pose[TURN] += turn
                pose[NOD] += nod
        if self._seam is not None:
            self._seam.add_to(pose, now)
        return pose

    def _aside(self, now: float) -> tuple[Look | None, float]:
        """The look aside that is going on, and the moment on its clock."""
        stream, time = self._stream(now)
        look = stream.look(time)
        if look is not None and now - (time - look.start) < self._looks_from:
            return None, time
        return look, time

    def _gaze(self, now: float) -> tuple[float, float]:
        """Degrees from the camera, right and up."""
        chapter = self._chapters.at(now)
        right, up = chapter.right.at(now), chapter.up.at(now)
        look, time = self._aside(now)
        for one, when in ((look, time), (self._glance, now)):
            if one is not None:
                away = one.away(when)
                right += (one.right - right) * away
                up += (one.up - up) * away
        since, aside, above, seconds = self._shift
        left = 1.0 - ease((now - since) / seconds)
        return right + aside * left, up + above * left

    def _blink(self, now: float) -> Blink | None:
        """The last blink that has begun, on the show's clock."""
        latest = self._carried
        for _, blink in self._asked:
            if blink.start <= now and (latest is None or blink.start > latest.start):
                latest = blink
        stream, time = self._stream(now)
        offset = now - time
        index = stream.blinks_before(time)
        while index:
            index -= 1
            start = stream.blinks[index].start + offset
            if start < self._blinks_from or (latest is not None and start <= latest.start):
                break
            if not any(
                asked < start and abs(start - blink.start) < APART for asked, blink in self._asked
            ):
                return replace(stream.blinks[index], start=start)
        return latest

    def _ask_blink(self, at: float, start: float, chance: float) -> None:
        """A blink that belongs to a call, unless another is hardly over."""
        dice = self._dice()
        others = [blink.start for _, blink in self._asked]
        latest = self._blink(at)
        if latest is not None:
            others.append(latest.start)
        if dice.random() < chance and all(abs(start - other) >= APART for other in others):
            self._asked.append((at, blink_at(start, dice)))

    def _forget_blinks_to_come(self, at: float) -> None:
        """A glance that is called off needs no blink."""
        kept = [one for one in self._asked if one[1].start <= at]
        self._asked.clear()
        self._asked.extend(kept)


def _shapes(pose: Pose, shut: float, up: float) -> dict[str, float]:
    """ARKit's shapes of lids, brows, cheeks and smile; eyes are so many degrees up in the head."""
    sunk, lifted = lids(up)
    open_ = 1.0 - shut
    down = sunk + (1.0 - sunk) * shut
    wide = (lifted + pose[WIDE]) * open_
    squint = pose[SQUINT] * open_ + 0.12 * shut  # the ring muscle that shuts lids crimps them
    values = {
        "eyeBlinkLeft": down, "eyeBlinkRight": down, "eyeWideLeft": wide, "eyeWideRight": wide,
        "eyeSquintLeft": squint, "eyeSquintRight": squint, "browInnerUp": pose[INNER],
        "browOuterUpLeft": pose[OUTER_LEFT], "browOuterUpRight": pose[OUTER_RIGHT],
        "browDownLeft": 0.05 * shut, "browDownRight": 0.05 * shut,
    }  # fmt: skip
    for left, right, channel in _PAIRS:
        values[left] = values[right] = pose[channel]
    return {name: min(value, 1.0) for name, value in values.items() if value > _LEAST}
