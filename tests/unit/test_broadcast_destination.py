"""Which addresses are taken, and that a stream key stays out of everything that is written."""

import os
from pathlib import Path

import pytest

from kiosk.errors import KioskError, UsageError
from kiosk.live.broadcast.destination import check_key, destination
from kiosk.live.broadcast.redact import HIDDEN, Redactor

KEY = "stream-8842?sign=5f3a9c0e77ab41d2&t=1764"


def test_an_address_is_parted_into_server_and_key() -> None:
    place = destination(f"rtmp://push.example.com:1936/live/{KEY}")
    assert place.server == "rtmp://push.example.com:1936/live"
    assert place.key == KEY
    assert place.name == "push.example.com:1936"
    assert place.host == "push.example.com"
    assert not place.is_local


def test_an_application_may_have_parts_and_the_key_stands_last() -> None:
    place = destination("rtmps://Live.Example.com/app/instance/abcd")
    assert (place.server, place.key) == ("rtmps://live.example.com/app/instance", "abcd")


@pytest.mark.parametrize("address", ["rtmp://a.example.com/live2", "rtmp://a.example.com/live2/"])
def test_with_a_named_key_the_address_is_the_servers(address: str) -> None:
    place = destination(address, KEY)
    assert (place.server, place.key) == ("rtmp://a.example.com/live2", KEY)


def test_a_file_is_a_destination(tmp_path: Path) -> None:
    place = destination(str(tmp_path / "show.MP4"))
    assert place.path == tmp_path / "show.MP4"
    assert (place.server, place.key, place.name) == ("", "", "show.MP4")
    assert place.is_local


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com/live/key", "file:///etc/passwd", "srt://example.com:9000",
        "tee:rtmp://a/b/c", "concat:a|b", "pipe:1", "rtmp://", "rtmp:///live/key",
        "rtmp://example.com/live", "rtmp://example.com:0/live/key", "rtmp://example.com:99999/l/k",
        "rtmp://user:word@example.com/live/key", "rtmp://exa mple.com/live/key",
        "rtmp://-x.com/live/key", "rtmp://example.com/live/key with spaces",
        "rtmp://example.com/live/key\nrtmp_conn=x", "rtmp://example.com/../key",
        "rtmp://example.com/live/key#part", "rtmp://example.com/live/" + "k" * 2000,
        "show.avi", "show", "", "nowhere/at/all/show.mp4", "-version", "rtmp://example.com/live/'k'",
    ],
)  # fmt: skip
def test_everything_else_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(UsageError) as refused:
        destination(address)
    said = str(refused.value)
    assert "key with" not in said
    assert "word" not in said
    assert "/key" not in said.replace("/app/stream-key", "")


@pytest.mark.parametrize("key", ["", "a b", "a\nb", "k" * 901, "ключ", 'a"b', "a\\b"])
def test_a_key_that_cannot_be_one_is_refused_unrepeated(key: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_key(key)
    assert not key or key not in str(refused.value)
    with pytest.raises(UsageError):
        destination("rtmp://example.com/live", key)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True), ("192.168.1.20", True), ("10.0.0.9:1935", True), ("localhost", True),
        ("stream-box", True), ("8.8.8.8", False), ("live.example.com", False),
    ],
)  # fmt: skip
def test_what_stays_in_the_house_is_told_apart(host: str, local: bool) -> None:
    assert destination(f"rtmp://{host}/live/key").is_local is local


def test_no_way_of_printing_a_destination_shows_its_key() -> None:
    place = destination(f"rtmp://push.example.com/live/{KEY}")
    for told in (repr(place), str(place), f"{place}", repr([place])):
        assert "8842" not in told
        assert "5f3a" not in told


def test_a_key_is_taken_out_whole_and_in_parts() -> None:
    redact = Redactor([KEY])
    assert redact(f"cannot open rtmp://h/live/{KEY}: denied") == (
        f"cannot open rtmp://h/live/{HIDDEN}: denied"
    )
    assert "5f3a9c0e77ab41d2" not in redact("[rtmp] sign=5f3a9c0e77ab41d2 is not valid")
    assert redact("stream-8842 is already publishing") == f"{HIDDEN} is already publishing"
    assert redact("nothing to hide, t=1764") == "nothing to hide, t=1764"


def test_several_keys_and_none() -> None:
    redact = Redactor(["", "first-secret-key", "second-secret-key", "abc"])
    assert redact("second-secret-key abc first-secret-key") == f"{HIDDEN} abc {HIDDEN}"
    assert Redactor()("text") == "text"


def test_a_longer_key_is_not_broken_by_a_shorter_one_in_it() -> None:
    redact = Redactor(["abcdefghijkl", "abcdefghijkl-yyyy"])
    assert redact("abcdefghijkl-yyyy") == HIDDEN


def test_errors_are_the_programs_own(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match="no such folder"):
        destination(os.fspath(tmp_path / "no" / "show.mp4"))
