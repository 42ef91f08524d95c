"""The code that carries a visitor's list to their phone, as large as the screen has room for."""

from collections.abc import Sequence

from kiosk.errors import CodeError
from kiosk.live.codes import QUIET_ZONE, Code
from kiosk.packs.model import Pack
from kiosk.show.take_away import MOST, Heart, Phrases, TakeAway, take_away, take_away_code

PIXELS = 4  # a module, at least: read from 60 cm by any phone (field notes, part 5)
# Bytes that versions 21, 17, 14, 11 and 9 hold at level L (ISO/IEC 18004, table 7).
_SIZES = (MOST, 644, 458, 321, 230)


def carried(
    pack: Pack,
    hearts: Sequence[str],
    language: str,
    phrases: Phrases,
    campaign: str,
    side: float,
) -> tuple[TakeAway, Code]:
    """The list with as much detail as a code of ``side`` screen pixels shows, quiet zone and all.

    Args:
        pack: whose wines they are.
        hearts: ids of its wines, at least one.
        language: one of the pack's.
        phrases: the interface's words around the list.
        campaign: the booth's tag in links.
        side: pixels. Where not even the shortest list fits at ``PIXELS`` a module, the shortest.

    Raises:
        CodeError: the list is empty, or its shortest form fits into no code.
    """
    kept = [Heart(pack, wine) for wine in hearts]
    shortest: tuple[TakeAway, Code] | None = None
    for most in _SIZES:
        try:
            one = take_away(kept, language, phrases, campaign, most)
        except CodeError:
            if shortest is None:
                raise
            break
        shortest = one, take_away_code(one)
        if (shortest[1].modules + 2 * QUIET_ZONE) * PIXELS <= side:
            break
    assert shortest is not None
    return shortest
