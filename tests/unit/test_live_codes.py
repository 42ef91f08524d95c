"""QR codes: what they carry, and that an independent decoder reads them back."""

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from numpy.typing import NDArray

from kiosk import resources
from kiosk.errors import CodeError
from kiosk.live.codes import LOGO_SHARE, QUIET_ZONE, Code, code_for, encode, tagged
from kiosk.packs.library import Library
from kiosk.packs.model import Room

DOUYIN = "https://live.douyin.com/100000000011"
BOOTH = "hall-a-17"
TAG = f"utm_medium=booth&utm_campaign={BOOTH}"

DEMONSTRATION = Library(resources.demonstration())
ROOMS = [
    pytest.param(room, id=f"{pack_id}-{room.id}")
    for pack_id in DEMONSTRATION.ids()
    for room in DEMONSTRATION.load(pack_id).rooms
]


def picture(code: Code, pixels: int = 3) -> NDArray[np.uint8]:
    """The symbol in its quiet zone, whole pixels per module, black on white."""
    modules = np.pad(~np.array(code.rows), QUIET_ZONE, constant_values=True)
    return np.kron(modules, np.ones((pixels, pixels))).astype(np.uint8) * 255


def read(image: NDArray[np.uint8]) -> zxingcpp.Barcode | None:
    """The one code in a picture, if it can be read."""
    found = zxingcpp.read_barcodes(image)
    assert len(found) <= 1
    return found[0] if found else None


def decoded(code: Code, pixels: int = 3) -> str:
    """What a phone reads."""
    barcode = read(picture(code, pixels))
    assert barcode is not None
    return str(barcode.text)


def test_there_are_rooms_to_test() -> None:
    assert len(ROOMS) >= 8


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("with_logo", [False, True])
def test_every_room_of_the_demonstration_is_read_back(room: Room, with_logo: bool) -> None:
    code = code_for(room, BOOTH, with_logo=with_logo)
    assert code.content.startswith(room.url)
    for pixels in (2, 3, 7):
        assert decoded(code, pixels) == code.content
    barcode = read(picture(code))
    assert barcode is not None
    assert barcode.ec_level == ("H" if with_logo else "M")


def covered(code: Code) -> NDArray[np.uint8]:
    """The code with a logo of the largest size allowed over its middle."""
    image = picture(code, 8)
    middle, half = len(image) // 2, int(code.modules * 8 * LOGO_SHARE**0.5 / 2)
    image[middle - half : middle + half, middle - half : middle + half] = 128
    return image


def test_level_h_is_read_under_a_logo_and_level_m_is_not() -> None:
    # Nothing smaller than a version 7 symbol is covered: a larger share of alignment patterns.
    content = DOUYIN + "?" + "x" * 60
    under_logo = read(covered(encode(content, with_logo=True)))
    assert under_logo is not None
    assert under_logo.text == content
    assert read(covered(encode(content))) is None


def test_a_code_has_no_quiet_zone_of_its_own_and_is_square() -> None:
    code = encode(DOUYIN)
    assert all(len(row) == code.modules for row in code.rows)
    assert all(code.rows[0][:7]), "the finder pattern starts in the corner"
    assert code.modules == 29  # version 3 holds 42 bytes at level M


@pytest.mark.parametrize(
    ("side", "pixels"), [(36, 1), (37, 1), (73, 1), (74, 2), (370, 10), (5, 1)]
)
def test_pixels_per_module_are_whole_and_leave_the_quiet_zone(side: int, pixels: int) -> None:
    assert encode(DOUYIN).modules + 2 * QUIET_ZONE == 37
    assert encode(DOUYIN).pixels_per_module(side) == pixels


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.youtube.com/@x/live", f"https://www.youtube.com/@x/live?{TAG}"),
        ("https://example.com/a?b=1#part", f"https://example.com/a?b=1&{TAG}#part"),
        ("https://example.com/?", f"https://example.com/?{TAG}"),
    ],
)
def test_the_booths_tag_is_added_where_it_survives(url: str, expected: str) -> None:
    assert tagged(url, BOOTH) == expected


@pytest.mark.parametrize(
    "url",
    [
        DOUYIN,
        "https://v.douyin.com/iAbCdEf/",
        "https://m.tb.cn/h.abc",
        "https://v.kuaishou.com/abc",
        "https://xhslink.com/abc",
        "https://www.tiktok.com/@x/live",
    ],
)
def test_a_platforms_own_link_is_left_alone(url: str) -> None:
    assert tagged(url, BOOTH) == url


def test_without_a_campaign_nothing_is_added() -> None:
    assert tagged("https://example.com/a", "") == "https://example.com/a"


@pytest.mark.parametrize(
    ("query", "added"),
    [
        ("utm_campaign=mine", "&utm_medium=booth"),
        ("utm_medium=label", f"&utm_campaign={BOOTH}"),
        ("utm_medium=label&utm_campaign=mine", ""),
        ("utm_campaign=", "&utm_medium=booth"),
    ],
)
def test_an_exhibitors_own_tag_is_kept(query: str, added: str) -> None:
    url = f"https://example.com/?{query}"
    assert tagged(url, BOOTH) == url + added


@pytest.mark.parametrize(
    "query", ["a=1&a=2", "x=%20y", "live", "a=&b", "q=a+b&p=%E9%85%92", "a=1;b"]
)
def test_what_the_link_says_stays_to_the_letter(query: str) -> None:
    url = f"https://example.com/?{query}"
    assert tagged(url, BOOTH) == f"{url}&{TAG}"


def test_a_booths_name_is_written_safely() -> None:
    assert tagged("https://example.com/", "厅 1&x=#").endswith("utm_campaign=%E5%8E%85+1%26x%3D%23")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "snssdk1128://live",
        "javascript:alert(1)",
        "https://user@example.com/",
        "https://192.168.0.1/",
        "https://localhost/",
        "https://douyin.example.com/",
        "https://example.com:8443/",
        "https://example.com/\n",
        "not a link",
        "https://example.com/" + "x" * 600,
    ],
)
def test_a_link_that_may_not_be_shown_is_refused(url: str) -> None:
    room = Room("r", "web", url)
    with pytest.raises(CodeError, match="refused"):
        code_for(room)
    with pytest.raises(CodeError, match="refused"):
        code_for(room, BOOTH)


def test_a_room_with_only_an_image_has_no_link_to_encode() -> None:
    with pytest.raises(CodeError, match="channels: the room has no link; give it an https link"):
        code_for(Room("channels", "wechat-channels", image=Path("code.png")))


def test_content_that_fits_no_symbol_is_refused_in_one_sentence() -> None:
    encode("x" * 1273, with_logo=True)
    encode("x" * 2331)
    with pytest.raises(CodeError, match="1274 characters do not fit") as caught:
        encode("x" * 1274, with_logo=True)
    with pytest.raises(CodeError, match="2332 characters do not fit"):
        encode("x" * 2332)
    assert len(str(caught.value)) < 200
