"""Loudness, joins, alignment of recordings, and times of sounds."""

import io

import numpy as np
import pytest

from kiosk.errors import NarrationError
from kiosk.narration.script.spoken import SpokenWord
from kiosk.narration.sound.files import opus, read, resampled
from kiosk.narration.sound.join import LEAD, Piece, join
from kiosk.narration.sound.loudness import CEILING, TARGET, integrated, levelled, true_peak
from kiosk.narration.sound.warp import features, transfer, warp
from kiosk.narration.timing import phonemes_of, words_of
from kiosk.narration.voices.engine import RATE, Samples, Speech, Timed
from kiosk.narration.voices.recorded import Recorded


def tone(hertz: float, seconds: float, level: float = 1.0) -> Samples:
    time = np.arange(int(seconds * RATE)) / RATE
    return (level * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


def babble(seconds: float, seed: int) -> Samples:
    """Noise in syllables with loud pops, harder to level than speech."""
    random = np.random.default_rng(seed)
    time = np.arange(int(seconds * RATE)) / RATE
    noise = random.standard_normal(len(time)) * (0.5 - 0.5 * np.cos(2 * np.pi * 4 * time))
    noise[:: RATE // 2] *= 12
    return (0.02 * noise).astype(np.float32)


def test_loudness_of_the_reference_tone() -> None:
    # BS.1770: a 997 Hz sine at 0 dBFS in one channel is -3.01 LUFS.
    assert integrated(tone(997, 5), RATE) == pytest.approx(-3.01, abs=0.06)
    assert integrated(tone(997, 5, 0.1), RATE) == pytest.approx(-23.01, abs=0.06)


def test_silence_is_gated_out() -> None:
    speech = tone(997, 4, 0.1)
    quiet = np.concatenate((speech, np.zeros(4 * RATE, np.float32)))
    assert integrated(quiet, RATE) == pytest.approx(integrated(speech, RATE), abs=0.3)
    assert integrated(np.zeros(RATE, np.float32), RATE) == float("-inf")


def test_true_peak_sees_between_the_samples() -> None:
    time = np.arange(RATE)
    between = np.sin(2 * np.pi * time / 4 + np.pi / 4).astype(np.float32)
    assert np.abs(between).max() < 0.72
    assert true_peak(between) == pytest.approx(0.0, abs=0.1)


def test_levelling_reaches_the_target_under_the_ceiling() -> None:
    shaped = levelled(babble(6, 1), RATE)
    assert integrated(shaped, RATE) == pytest.approx(TARGET, abs=0.3)
    assert true_peak(shaped) <= CEILING + 0.05


def test_what_is_decoded_is_in_bounds() -> None:
    content, decoded = opus(babble(4, 2))
    assert content[:4] == b"OggS"
    assert b"OpusHead" in content[:64]
    assert true_peak(decoded) <= CEILING
    assert integrated(decoded, RATE) == pytest.approx(TARGET, abs=0.4)
    assert len(read(io.BytesIO(content))) == 4 * RATE


def test_silence_is_left_alone() -> None:
    assert not levelled(np.zeros(RATE, np.float32), RATE).any()


def test_joins_do_not_click_and_times_move_along() -> None:
    loud = np.concatenate((np.zeros(RATE // 2, np.float32), tone(200, 0.5, 0.5)))
    piece = Piece(Speech(loud, (Timed("a", 0.5, 1.4, 0),)), 0.4)
    joined = join([piece, piece])
    assert np.abs(np.diff(joined.samples)).max() < 0.05
    first, second = joined.symbols
    assert first.start == pytest.approx(LEAD + 0.06, abs=0.02)
    assert first.end <= second.start
    assert second.end <= joined.duration
    quiet = int((first.end + 0.1) * RATE)
    assert not joined.samples[quiet : quiet + RATE // 20].any()


def test_warping_finds_the_same_moments_at_another_pace() -> None:
    random = np.random.default_rng(5)
    pitches = random.uniform(200, 4000, 24)
    slow = np.concatenate([tone(pitch, 0.15) for pitch in pitches])
    fast = np.concatenate([tone(pitch, 0.10) for pitch in pitches])
    path = warp(features(slow), features(fast))
    assert (np.diff(path) >= 0).all()
    borders = np.arange(1, 24, dtype=np.float64) * 0.15
    moved = transfer(borders.astype(np.float64), path, len(fast) / RATE)
    assert np.abs(moved - np.arange(1, 24) * 0.10).max() < 0.05


class Guide:
    """An engine that plays one sound per word."""

    def speak(self, words: list[SpokenWord]) -> Speech:
        parts = [tone(300 + 500 * index, 0.3, 0.3) for index in range(len(words))]
        marks = [Timed("a", 0.3 * i, 0.3 * i + 0.3, i) for i in range(len(words))]
        return Speech(np.concatenate(parts), tuple(marks))


WORDS = [SpokenWord(str(i), i, i + 1, str(i), "en") for i in range(6)]


def test_a_recording_takes_over_the_times_of_its_guide() -> None:
    recording = np.concatenate(
        [np.zeros(RATE, np.float32), *(tone(300 + 500 * i, 0.45, 0.2) for i in range(6))]
    )
    speech = Recorded(recording, Guide(), "a.wav").speak(WORDS)
    for index, one in enumerate(speech.symbols):
        assert one.start == pytest.approx(LEAD + 0.06 + 0.45 * index, abs=0.09)


def test_a_recording_of_something_else_is_refused() -> None:
    for wrong in (tone(300, 0.4), np.zeros(2 * RATE, np.float32)):
        with pytest.raises(NarrationError, match="does not match"):
            Recorded(wrong, Guide(), "a.wav").speak(WORDS)


def test_resampling_keeps_the_sound() -> None:
    there = resampled(tone(440, 1), RATE, 48_000)
    back = resampled(there, 48_000, RATE)
    assert len(there) == 48_000
    assert np.abs(back - tone(440, 1))[500:-500].max() < 0.01


def test_marks_are_merged_into_their_sounds() -> None:
    zh = [SpokenWord("酿", 0, 1, "酿", "zh")]
    symbols = tuple(
        Timed(s, 0.1 * i, 0.1 * i + 0.1, 0 if s != " " else -1) for i, s in enumerate("nja↘ŋ ")
    )
    sounds = phonemes_of(symbols, zh, 1.0)
    assert [(one.ipa, one.stress) for one in sounds] == [("n", 0), ("j", 0), ("a", 4), ("ŋ", 0)]
    assert sounds[2].end == pytest.approx(0.4)
    en = [SpokenWord("time", 0, 4, "time", "en")]
    symbols = tuple(Timed(s, 0.1 * i, 0.1 * i + 0.1, 0) for i, s in enumerate("tˈIm"))
    sounds = phonemes_of(symbols, en, 1.0)
    assert [(one.ipa, one.stress) for one in sounds] == [("t", 0), ("aɪ", 1), ("m", 0)]
    assert sounds[1].start == pytest.approx(0.1)


def test_times_never_run_backwards_or_past_the_end() -> None:
    words = [SpokenWord(c, i, i + 1, c, "en") for i, c in enumerate("abc")]
    symbols = (Timed("a", -0.05, 0.3, 0), Timed("b", 0.2, 0.4, 1), Timed("s", 0.4, 1.3, 2))
    sounds = phonemes_of(symbols, words, 1.0)
    edges = [edge for one in sounds for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert edges[0] == 0.0
    assert edges[-1] == 1.0
    spans = words_of(symbols[:1] + symbols[2:], words, 1.0)
    assert spans[1].start == spans[1].end == spans[0].end
