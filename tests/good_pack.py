"""A small pack with nothing wrong, for tests to break in one place at a time."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import soundfile
from PIL import Image

WINERY = """\
format = 1
id = "{id}"
version = "1.0.0"
languages = ["zh-CN", "en"]
presenter = "hostess"
logo = "media/logo.png"

[origin]
country = "ES"
latitude = 42.57
longitude = -2.85

[theme]
ground = "#1d1512"
paper = "#efe6d8"
ink = "#2a1d18"
light = "#f4ece0"
accent = "#a8452c"
wine = "#5a1220"
texture = "clay"

[voices]
zh-CN = "kokoro:zf_xiaoxiao"

[[scenes]]
id = "land"
kind = "story"
picture = "media/land.webp"
portrait = "media/land-portrait.jpg"
focus = [0.42, 0.40]
portrait_focus = [0.5, 0.3]
clip = "media/land.mp4"
hours = [{{ from = "22:00", to = "02:00", days = ["fri", "sat"] }}]

[[scenes]]
id = "harvest"
kind = "process"
picture = "media/harvest.png"
focus = [0.5, 0.5]

[[scenes]]
id = "press"
kind = "process"
picture = "media/harvest.png"
focus = [0.5, 0.5]
weight = 2

[[scenes]]
id = "crianza"
kind = "wine"
wine = "crianza"

[[scenes]]
id = "live"
kind = "promo"
room = "douyin"
picture = "media/land.webp"
focus = [0.5, 0.5]

[[wines]]
id = "crianza"
picture = "media/land.webp"
focus = [0.35, 0.5]
vintage = 2020
alcohol = 13.5
serve = [16, 18]
grapes = ["tempranillo"]

[[rooms]]
id = "douyin"
url = "https://live.douyin.com/100000000001"
timetable = [
  {{ from = "15:00", to = "17:00", days = ["mon", "tue"] }},
  {{ from = "20:00", to = "23:00", dates = ["2026-11-28"] }},
]
"""

CHINESE = """\
[winery]
name = "红土酒庄"
place = "西班牙里奥哈"
motto = "红土留水，冷石藏酒"

[readings]
"里奥哈" = "li3 ao4 ha1"

[scenes.land]
title = "红土"
line = "山挡住雨，土留住水。"
script = \"\"\"山挡住北边的雨，
红土把冬天的水留到夏天。\"\"\"

[scenes.harvest]
title = "手工采收"
line = "一串一剪。"
script = "九月底，天亮就开始采收。"

[scenes.press]
title = "压榨"
line = "慢慢压。"
script = "葡萄皮进压榨机，慢慢压。"

[scenes.crianza]
title = "陈酿"
line = "两年，十四个月在橡木桶里。"
script = "陈酿要等两年。"

[scenes.live]
title = "直播间"
line = "扫一扫，进酒窖看看。"
script = "扫屏幕上的码，跟着镜头下酒窖。"

[wines.crianza]
name = "红土陈酿"
style = "干红，橡木桶十四个月"
nose = "樱桃、甘草"
palate = "酒体中等"
pairing = ["孜然羊肉", "红烧肉"]

[grapes]
tempranillo = "丹魄"

[rooms]
douyin = "抖音 · 红土酒庄"
"""

ENGLISH = """\
[winery]
name = "Red Clay Cellars"
place = "Rioja Alta, Spain"
motto = "Red clay above, cool stone below"

[scenes.land]
title = "Red Clay"
line = "The mountain stops the rain."
script = "The mountain stops the rain, and the clay keeps winter's water all summer."
[scenes.land.readings]
"clay" = "/kleɪ/"

[scenes.harvest]
title = "By Hand"
line = "One bunch, one cut."
script = "Late in September, picking starts at first light."

[scenes.press]
title = "Pressing"
line = "Slowly."
script = "The skins go to the press, which squeezes slowly."

[scenes.crianza]
title = "Crianza"
line = "Two years, 14 months of them in oak."
script = "A Crianza waits two years."

[scenes.live]
title = "Meet Us Live"
line = "Scan the code and come down to the cellar."
script = "Scan the code on this screen and come down to the cellar."

[wines.crianza]
name = "Red Clay Crianza"
style = "Dry red, 14 months in oak"
nose = "Cherry, liquorice"
palate = "Medium body"
pairing = ["Cumin lamb", "Red-braised pork"]

[grapes]
tempranillo = "Tempranillo"

[rooms]
douyin = "Douyin · Red Clay Cellars"
"""


def write(library: Path, pack_id: str = "red-clay", *, media: bool = True) -> Path:
    """Write the pack into ``library`` and give its folder.

    Without ``media`` its files hold one byte each: enough for the reader, which decodes nothing.
    """
    pack = library / pack_id
    for folder in (pack / "text", pack / "media", pack / "voice" / "en"):
        folder.mkdir(parents=True)
    (pack / "winery.toml").write_text(WINERY.format(id=pack_id), encoding="utf-8")
    (pack / "text" / "zh-CN.toml").write_text(CHINESE, encoding="utf-8")
    (pack / "text" / "en.toml").write_text(ENGLISH, encoding="utf-8")
    for name, content in files().items() if media else dict.fromkeys(NAMES, b"x").items():
        (pack / name).write_bytes(content)
    return pack


def edit(pack: Path, file: str, old: str, new: str) -> None:
    """Replace the one passage ``old`` in a file of the pack."""
    path = pack / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def line_of(pack: Path, file: str, passage: str) -> int:
    """The line, from 1, of the first occurrence of a passage."""
    text = (pack / file).read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(passage)) + 1


NAMES = (
    "media/logo.png",
    "media/land.webp",
    "media/land-portrait.jpg",
    "media/harvest.png",
    "media/land.mp4",
    "voice/en/land.wav",
)


@cache
def files() -> dict[str, bytes]:
    """Real media, small in bytes: pictures of 1920x1080 and 1080x1920, a clip of 2 s, a tone."""
    contents = (
        picture("PNG", (200, 200)),
        picture("WEBP", (1920, 1080)),
        picture("JPEG", (1080, 1920)),
        picture("PNG", (1920, 1080)),
        clip(),
        sound(),
    )
    return dict(zip(NAMES, contents, strict=True))


def picture(kind: str, size: tuple[int, int]) -> bytes:
    """A picture of a slope of colour, so that every part of the file matters."""
    across = np.linspace(20, 220, size[0], dtype=np.uint8)
    down = np.linspace(10, 200, size[1], dtype=np.uint8)
    pixels = np.stack(np.broadcast_arrays(across, down[:, None], np.uint8(90)), axis=-1)
    out = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(out, kind)
    return out.getvalue()


def clip(
    seconds: float = 2.0,
    size: tuple[int, int] = (320, 180),
    rate: float = 10.0,
    suffix: str = ".mp4",
) -> bytes:
    """A clip whose frames differ, as mp4 or mkv."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"clip{suffix}"
        fourcc = cv2.VideoWriter.fourcc(*"mp4v")
        writer = cv2.VideoWriter(str(path), fourcc, rate, size)
        assert writer.isOpened(), "OpenCV was built without an mp4 encoder"
        for number in range(round(seconds * rate)):
            writer.write(np.full((size[1], size[0], 3), number % 200, np.uint8))
        writer.release()
        return path.read_bytes()


def sound(seconds: float = 0.5, rate: int = 24_000) -> bytes:
    """A wav of a 440 Hz tone."""
    times = np.arange(round(seconds * rate)) / rate
    out = io.BytesIO()
    soundfile.write(out, 0.1 * np.sin(2 * np.pi * 440 * times), rate, format="WAV")
    return out.getvalue()
