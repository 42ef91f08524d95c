"""What the public pages of YouTube and TikTok say of a live room.

Neither is a documented interface. Only marks that are there for on and for off are read; any other
page (sign in, consent, another country's, a captive portal's) is unknown.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from kiosk.live.probe.answers import UNKNOWN, Answer, FetchError, Outcome
from kiosk.live.probe.fetch import Fetcher

PAGE = 4 << 20  # bytes; YouTube's are about one million

_LIVE_NOW = re.compile(r'"isLiveNow":(true|false)\b')
_PLAYER = re.compile(r"\bytInitialPlayerResponse\s*=")
_CANONICAL = re.compile(
    r'<link rel="canonical" href="https://www\.youtube\.com/(channel/|watch\?v=)'
)
_STATE = re.compile(r'<script id="SIGI_STATE"[^>]*>(.{2,2000000}?)</script>', re.DOTALL)
_TIKTOK = {2: Answer.ON, 4: Answer.OFF}  # liveRoom.status: broadcasting, ended


def youtube(html: str) -> Answer:
    """Of the page ``youtube.com/@name/live`` or of a video."""
    canonical = _CANONICAL.search(html)
    if canonical is None:
        return Answer.UNKNOWN
    if canonical[1] == "channel/":  # the channel itself answers where nothing is on air
        return Answer.OFF if "ytInitialData" in html else Answer.UNKNOWN
    now = _LIVE_NOW.search(html)
    if now is None or _PLAYER.search(html) is None:
        return Answer.UNKNOWN
    return Answer.ON if now[1] == "true" else Answer.OFF


def tiktok(html: str) -> Answer:
    """Of the page ``tiktok.com/@name/live``."""
    state = _STATE.search(html)
    if state is None:
        return Answer.UNKNOWN
    try:
        found: Any = json.loads(state[1])
        status = found["LiveRoom"]["liveRoomUserInfo"]["liveRoom"]["status"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Answer.UNKNOWN
    return _TIKTOK.get(status, Answer.UNKNOWN) if type(status) is int else Answer.UNKNOWN


PAGES: dict[str, Callable[[str], Answer]] = {"youtube": youtube, "tiktok": tiktok}


class PageProbe:
    """Reads a page.

    Args:
        url: of the room.
        judge: what its text says.
    """

    def __init__(self, url: str, judge: Callable[[str], Answer]) -> None:
        self._url, self._judge = url, judge

    def ask(self, fetcher: Fetcher) -> Outcome:
        """Read it once. Raises FetchError."""
        with fetcher.open(self._url) as page:
            if page.status != 200:
                raise FetchError(f"the server says {page.status}")
            answer = self._judge(page.text(PAGE))
            return UNKNOWN if answer is Answer.UNKNOWN else Outcome(answer)
