"""The small good pack with what visitors explore: a flavour, questions, a tour of two stops."""

from __future__ import annotations

from pathlib import Path

from tests import good_pack

FLAVOUR = "flavour = { fruit = 3, acidity = 4, sweetness = 1, tannin = 3, body = 3, oak = 2 }\n"

FACTS = """\

[[questions]]
id = "oak-why"
topic = "making"
scene = "press"

[[questions]]
id = "pork"
topic = "table"
wine = "crianza"

[[tour]]
id = "vineyard"
panorama = "media/vineyard-360.png"
heading = 30
spots = [
  { at = [-40, -8], scene = "harvest" },
  { at = [120, 0], to = "cellar" },
]

[[tour]]
id = "cellar"
panorama = "media/cellar-360.png"
spots = [{ at = [0, 10.5], to = "vineyard" }]
"""

CHINESE = """\

[questions.oak-why]
question = "为什么用橡木桶？"
answer = "木头透气，酒在里面慢慢变得柔和。"
keywords = ["木桶"]
[questions.oak-why.readings]
"透气" = "tou4 qi4"

[questions.pork]
question = "红烧肉配什么酒？"
answer = "陈酿的单宁解腻，和红烧肉很合。"

[tour.vineyard]
title = "葡萄园"

[tour.cellar]
title = "酒窖"
"""

ENGLISH = """\

[questions.oak-why]
question = "Why oak barrels?"
answer = "Wood lets in a trace of air, and the wine slowly softens."
keywords = ["barrel", "wood"]

[questions.pork]
question = "Which wine with red-braised pork?"
answer = "The Crianza: its tannin cuts the fat."

[tour.vineyard]
title = "The vineyard"

[tour.cellar]
title = "The cellar"
"""


def write(library: Path, pack_id: str = "red-clay", *, media: bool = True) -> Path:
    """Write the pack into ``library`` and give its folder; ``media`` as in ``good_pack``."""
    pack = good_pack.write(library, pack_id, media=media)
    old = 'grapes = ["tempranillo"]\n'
    good_pack.edit(pack, "winery.toml", old, old + FLAVOUR)
    for file, more in (
        ("winery.toml", FACTS), ("text/zh-CN.toml", CHINESE), ("text/en.toml", ENGLISH)
    ):  # fmt: skip
        with (pack / file).open("a", encoding="utf-8") as out:
            out.write(more)
    for name in ("vineyard", "cellar"):
        panorama = good_pack.picture("PNG", (4096, 2048)) if media else b"x"
        (pack / "media" / f"{name}-360.png").write_bytes(panorama)
    return pack
