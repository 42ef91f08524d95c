"""QR codes: a room's link with the booth's campaign tag, as a matrix of modules.

Figures: ISO/IEC 18004 asks for a quiet zone of 4 modules; error correction M is enough on a
clean screen, H is needed when a logo hides up to a fifth of the symbol.
"""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError

from kiosk.errors import CodeError
from kiosk.packs.links import parse_link
from kiosk.packs.model import Room

QUIET_ZONE = 4  # modules on every side
WIDTHS_AWAY = 10.0  # a code is read from ten times its width (field notes, part 5)
LOGO_SHARE = 0.2  # of the symbol's area, at most, and only at level H

# Where a query parameter survives the platform's redirect. Short links (v.douyin.com, m.tb.cn,
# xhslink.com, ...) are opaque tokens: a tag there is dropped at best and breaks the link at worst.
TAGGED_PLATFORMS = frozenset({"web", "youtube"})


@dataclass(frozen=True, slots=True)
class Code:
    """A QR symbol without its quiet zone: ``rows`` of booleans, dark is True."""

    content: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def modules(self) -> int:
        """Modules along one side, quiet zone not counted."""
        return len(self.rows)

    def pixels_per_module(self, side: int) -> int:
        """Whole pixels per module so that symbol and quiet zone fit into ``side`` pixels."""
        return max(1, side // (self.modules + 2 * QUIET_ZONE))


def width_mm(distance_cm: float) -> float:
    """Millimetres that a code is wide, quiet zone and all, to be read from so far away."""
    return distance_cm * 10.0 / WIDTHS_AWAY


def tagged(url: str, campaign: str) -> str:
    """The link with ``utm_`` parameters where the platform keeps them, else unchanged.

    What the link already says stays as it is written, to the letter; an exhibitor's own tag is
    never overwritten.

    Raises:
        CodeError: the link is not one that may be shown.
    """
    if not campaign or parse_link(url).platform not in TAGGED_PLATFORMS:
        return url
    parts = urlsplit(url)
    own = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    tag = {"utm_medium": "booth", "utm_campaign": campaign}
    added = urlencode({name: value for name, value in tag.items() if name not in own})
    return urlunsplit(parts._replace(query="&".join(filter(None, (parts.query, added)))))


def encode(content: str, *, with_logo: bool = False, dense: bool = False) -> Code:
    """The QR symbol of ``content``.

    Args:
        content: text to encode, at most 1,273 bytes at level H, 2,953 at level L.
        with_logo: reserve level H so that a logo may cover up to a fifth of the symbol.
        dense: take level L for a long text: fewer and larger modules are read more easily from
            a clean screen than corrected ones.

    Raises:
        CodeError: the content does not fit into any QR version.
    """
    plain = ERROR_CORRECT_L if dense else ERROR_CORRECT_M
    level = ERROR_CORRECT_H if with_logo else plain
    symbol = qrcode.QRCode(error_correction=level, border=0)
    symbol.add_data(content)
    try:
        symbol.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise CodeError(
            f"{len(content)} characters do not fit into a QR code",
            where=content[:60],
            advice="use the platform's short link",
        ) from error
    return Code(content, tuple(tuple(bool(cell) for cell in row) for row in symbol.get_matrix()))


@lru_cache(maxsize=256)
def code_for(room: Room, campaign: str = "", *, with_logo: bool = False) -> Code:
    """The code that leads to a room by its link.

    Kept once made: a stage that follows its rooms' hours asks for the same codes several times
    a second, and making those of one winery takes 20 ms.

    Raises:
        CodeError: the room has no link, or the link is not one that may be shown.
    """
    if not room.url:
        raise CodeError("the room has no link", where=room.id, advice="give it an https link")
    link = parse_link(room.url)  # a second look: rooms can also come from elsewhere than packs
    return encode(tagged(link.url, campaign), with_logo=with_logo)
