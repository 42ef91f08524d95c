"""Links: which ones a QR code may carry."""

from __future__ import annotations

import pytest

from kiosk.packs.codes import Code
from kiosk.packs.links import LinkError, parse_link, platform_of


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://v.douyin.com/iAbCdEf/", "douyin"),
        ("https://live.douyin.com/100000000001", "douyin"),
        ("https://www.douyin.com/user/abc?from=share", "douyin"),
        ("https://m.tb.cn/h.5abcDEF?tk=xyz", "taobao"),
        ("https://tb.cn/h.5abc", "taobao"),
        ("https://shop123.taobao.com/", "taobao"),
        ("https://v.kuaishou.com/abc", "kuaishou"),
        ("https://live.kuaishou.com/u/abc", "kuaishou"),
        ("https://xhslink.com/a/b", "xiaohongshu"),
        ("https://www.xiaohongshu.com/user/profile/5", "xiaohongshu"),
        ("https://www.tiktok.com/@winery/live", "tiktok"),
        ("https://tiktok.com/@winery/live", "tiktok"),
        ("https://youtube.com/@winery/live", "youtube"),
        ("https://m.youtube.com/watch?v=abc", "youtube"),
        ("https://youtu.be/abc", "youtube"),
        ("https://weixin.qq.com/g/abc", "wechat-channels"),
        ("https://www.vina-arcedo.example/live#now", "web"),
        ("HTTPS://V.Douyin.COM/iAbC", "douyin"),
    ],
)
def test_platform_is_told_by_the_host(url: str, platform: str) -> None:
    assert platform_of(url) == platform


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://v.douyin.com/x", Code.LINK_SCHEME),
        ("snssdk1128://live?room=1", Code.LINK_SCHEME),
        ("javascript:alert(1)", Code.LINK_SCHEME),
        ("data:text/html,x", Code.LINK_SCHEME),
        ("v.douyin.com/x", Code.LINK_FORM),
        ("https:/v.douyin.com/x", Code.LINK_SCHEME),
        ("", Code.LINK_FORM),
        (" https://v.douyin.com/x", Code.LINK_FORM),
        ("https://v.douyin.com/x y", Code.LINK_FORM),
        ("https://v.douyin.com/x\n", Code.LINK_FORM),
        ("https://v.douyin.com/<script>", Code.LINK_FORM),
        ("https://v.douyin.com/%zz", Code.LINK_FORM),
        ("https://v.douyin.com/酒", Code.LINK_FORM),
        ("https://user@v.douyin.com/x", Code.LINK_USERINFO),
        ("https://v.douyin.com@evil.example/x", Code.LINK_USERINFO),
        ("https://v.douyin.com:443/x", Code.LINK_PORT),
        ("https://v.douyin.com:/x", Code.LINK_PORT),
        ("https://192.168.0.1/x", Code.LINK_HOST),
        ("https://[::1]/x", Code.LINK_HOST),
        ("https://[::1]:8080/x", Code.LINK_HOST),
        ("https://3232235521/x", Code.LINK_HOST),
        ("https://0x7f.1/x", Code.LINK_HOST),
        ("https://localhost/x", Code.LINK_HOST),
        ("https://booth.local/x", Code.LINK_HOST),
        ("https:///x", Code.LINK_HOST),
        ("https://v..douyin.com/x", Code.LINK_HOST),
        ("https://v.douyin.com./x", Code.LINK_HOST),
        ("https://v.douyin.com\\@evil.example/x", Code.LINK_USERINFO),
        ("https://v.dоuyin.com/x", Code.LINK_HOST),
        ("https://xn--v-0ta.com/x", Code.LINK_HOST),
        ("https://douyin.com.evil.example/x", Code.LINK_LOOKALIKE),
        ("https://live-douyin.example/x", Code.LINK_LOOKALIKE),
        ("https://d0uyin.com/x", Code.LINK_LOOKALIKE),
        ("https://mytaobao.com/x", Code.LINK_LOOKALIKE),
        ("https://v.douyin.com/" + "x" * 600, Code.LINK_TOO_LONG),
    ],
)
def test_misleading_link_is_refused_with_its_reason(url: str, code: Code) -> None:
    with pytest.raises(LinkError) as caught:
        parse_link(url)
    assert caught.value.code == code


def test_longest_link_that_fits() -> None:
    url = "https://v.douyin.com/"
    url += "x" * (512 - len(url))
    assert parse_link(url).url == url
    with pytest.raises(LinkError):
        parse_link(url + "x")


def test_only_wechat_links_expire() -> None:
    assert parse_link("https://wxaurl.cn/abc").expires
    assert not parse_link("https://v.douyin.com/abc").expires
