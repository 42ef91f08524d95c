"""Which links a QR code may carry: plain https to a named host, nothing cleverer.

Links come from exhibitors and end on visitors' phones, so a form that could mislead is refused
rather than mended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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


def parse_link(url: str) -> Link:
    """Read a link strictly. Raises LinkError, whose ``code`` says what is wrong with it."""
    if len(url) > limits.LINK:
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
    platform = _platform(host)
    if platform == WEB and _BRANDS.search(host):
        raise LinkError(Code.LINK_LOOKALIKE, url)
    return Link(url, host, platform)


def platform_of(url: str) -> str:
    """The platform a link leads to, one of PLATFORMS. Raises LinkError as ``parse_link`` does."""
    return parse_link(url).platform


def _platform(host: str) -> str:
    if host in _HOSTS:
        return _HOSTS[host]
    labels = host.split(".")
    for start in range(1, len(labels)):
        if (platform := _HOSTS.get("." + ".".join(labels[start:]))) is not None:
            return platform
    return WEB
