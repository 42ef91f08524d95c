"""Which links a QR code may carry: plain https to a named host, nothing cleverer.

Links come from exhibitors and end on visitors' phones, so a form that could mislead is refused
rather than mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl

from kiosk.errors import CodeError
from kiosk.packs import limits
from kiosk.packs.codes import Code

WEB = "web"

# Host, or ".domain" for any host below it. Hosts as the platforms' own share buttons write them.
_HOSTS = {
    "v.douyin.com": "douyin",
    "live.douyin.com": "douyin",
    "www.douyin.com": "douyin",
    "douyin.com": "douyin",
    "m.tb.cn": "taobao",
    "tb.cn": "taobao",
    ".taobao.com": "taobao",
    ".tmall.com": "taobao",
    "v.kuaishou.com": "kuaishou",
    "live.kuaishou.com": "kuaishou",
    "www.kuaishou.com": "kuaishou",
    "xhslink.com": "xiaohongshu",
    "www.xiaohongshu.com": "xiaohongshu",
    "tiktok.com": "tiktok",
    ".tiktok.com": "tiktok",
    "youtube.com": "youtube",
    ".youtube.com": "youtube",
    "youtu.be": "youtube",
    "channels.weixin.qq.com": "wechat-channels",
    "weixin.qq.com": "wechat-channels",
    "wxaurl.cn": "wechat-channels",
}
PLATFORMS = tuple(dict.fromkeys([*_HOSTS.values(), WEB]))

# As their users know them; of any other host its name is said.
NAMES = {
    "douyin": "抖音 Douyin",
    "taobao": "淘宝 Taobao",
    "kuaishou": "快手 Kuaishou",
    "xiaohongshu": "小红书 RED",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "wechat-channels": "微信视频号 WeChat",
}

PLAY_KINDS = ("m3u8", "flv")  # HLS and HTTP-FLV, by the end of the path

# Query parameters that say when a signed address ends, in seconds since 1970 of this base:
# Tencent Cloud, Wangsu, Alibaba Cloud, and the common ones.
_ENDS = {"txtime": 16, "wsabstime": 16, "auth_key": 10, "expires": 10, "expire": 10,
         "x-expires": 10}  # fmt: skip

# WeChat's URL links stop working after 30 days; its app issues lasting codes as images.
EXPIRING = "wechat-channels"

_LINK = re.compile(r"https://([^/?#]*)((?:[/?#].*)?)", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z]{{2,63}}")
_REST = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]*")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PRIVATE = (".local", ".localhost", ".internal", ".lan", ".home", ".test", ".invalid")
_BRANDS = re.compile(
    r"d[o0]uy[i1l]n|t[a4][o0]b[a4][o0]|tmall|ku[a4]ish[o0]u|xi[a4][o0]h[o0]ngshu|xhslink"
    r"|t[i1l]kt[o0]k|y[o0]utu(?:be|\.be)|wei?xin|wechat"
)


class LinkError(CodeError):
    """A link that no QR code may carry; ``code`` says why."""

    def __init__(self, code: Code, url: str) -> None:
        self.code = code
        super().__init__(
            f"the link is refused ({code.value})", where=url[:80], advice="use a plain https link"
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be shown: https, ASCII, a public host name."""

    url: str
    host: str  # lower case
    platform: str  # one of PLATFORMS

    @property
    def expires(self) -> bool:
        """Whether the platform lets such links die after 30 days."""
        return self.platform == EXPIRING


@dataclass(frozen=True, slots=True)
class Play:
    """The address of a live picture: https, ASCII, a public host name; never shown to anybody."""

    url: str
    kind: str  # one of PLAY_KINDS
    expires: date | None  # when its signature ends (UTC), None: it does not say


def parse_link(url: str) -> Link:
    """Read a link strictly. Raises LinkError, whose ``code`` says what is wrong with it."""
    host, _ = _public(url, limits.LINK)
    platform = _platform(host)
    if platform == WEB and _BRANDS.search(host):
        raise LinkError(Code.LINK_LOOKALIKE, url)
    return Link(url, host, platform)


def parse_play(url: str) -> Play:
    """Read the address of a live picture strictly; platforms' own servers may have any name.

    Raises:
        LinkError: its ``code`` says what is wrong with it.
    """
    _, rest = _public(url, limits.PLAY)
    path, _, query = rest.partition("#")[0].partition("?")
    kind = path.lower().rpartition(".")[2]
    if kind not in PLAY_KINDS:
        raise LinkError(Code.PLAY_KIND, url)
    return Play(url, kind, _end(query))


def platform_of(url: str) -> str:
    """The platform a link leads to, one of PLATFORMS. Raises LinkError as ``parse_link`` does."""
    return parse_link(url).platform


def _public(url: str, longest: int) -> tuple[str, str]:
    """Host (lower case) and what follows it. Raises LinkError: not https to a public host."""
    if len(url) > longest:
        raise LinkError(Code.LINK_TOO_LONG, url)
    match = _LINK.fullmatch(url)
    if match is None:
        known = _SCHEME.match(url) is not None
        raise LinkError(Code.LINK_SCHEME if known else Code.LINK_FORM, url)
    authority, rest = match[1].lower(), match[2]
    if "@" in authority:
        raise LinkError(Code.LINK_USERINFO, url)
    host, colon, _ = authority.partition(":")
    if not _HOST.fullmatch(host) or "xn--" in host or host.endswith(_PRIVATE):
        raise LinkError(Code.LINK_HOST, url)
    if colon:
        raise LinkError(Code.LINK_PORT, url)
    if not _REST.fullmatch(rest) or _BAD_PERCENT.search(rest):
        raise LinkError(Code.LINK_FORM, url)
    return host, rest


def _end(query: str) -> date | None:
    """When a signed address ends, by the names that content networks use."""
    for name, value in parse_qsl(query):
        base = _ENDS.get(name.lower())
        if base is None:
            continue
        try:  # Alibaba's is followed by a dash and its signature
            return datetime.fromtimestamp(int(value.partition("-")[0], base), UTC).date()
        except (ValueError, OverflowError, OSError):
            continue
    return None


def _platform(host: str) -> str:
    if host in _HOSTS:
        return _HOSTS[host]
    labels = host.split(".")
    for start in range(1, len(labels)):
        if (platform := _HOSTS.get("." + ".".join(labels[start:]))) is not None:
            return platform
    return WEB
