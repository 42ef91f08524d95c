"""What a picture needs to know of its pack."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from kit.label import Words
from kit.palette import Palette, palettes

ROOT = Path(__file__).resolve().parents[2]
WINERIES = ROOT / "content" / "wineries"
REGIONS = {
    "vina-arcedo": "rioja",
    "cascina-bruvel": "piedmont",
    "quinta-da-lousamoura": "douro",
    "chateau-valombrac": "bordeaux",
    "yanyu-fang": "qingtian",
}
LABELS = {  # what stands on the label, where the wine's full name is too long for it
    "barbera": "Barbera d’Alba",
    "tawny": "10 Year Old Tawny Port",
    "tinto": "Douro Tinto",
}


@dataclass
class Pack:
    """Palette, words and wines of one winery."""

    id: str
    region: str
    palette: Palette
    scenes: list[str] = field(default_factory=list)
    wines: dict[str, Words] = field(default_factory=dict)

    @property
    def media(self) -> Path:
        """Where its pictures go."""
        return WINERIES / self.id / "media"


def load(pack_id: str) -> Pack:
    """Read a pack's facts and words."""
    facts = tomllib.loads((WINERIES / pack_id / "winery.toml").read_text("utf-8"))
    text = tomllib.loads((WINERIES / pack_id / "text" / "en.toml").read_text("utf-8"))
    chinese = tomllib.loads((WINERIES / pack_id / "text" / "zh-CN.toml").read_text("utf-8"))
    region = REGIONS[pack_id]
    out = Pack(pack_id, region, palettes()[region])
    out.scenes = [s["id"] for s in facts["scenes"] if s["kind"] != "wine"]
    house = text["winery"]["name"]
    for rank, wine in enumerate(facts["wines"]):
        name = LABELS.get(wine["id"], text["wines"][wine["id"]]["name"])
        if name != house:
            name = name.replace(house, "").strip()
        zh = chinese["winery"]["name"]
        if region == "qingtian":
            name = chinese["wines"][wine["id"]]["name"].replace(zh, "").replace("杨梅酒", "")
        out.wines[wine["id"]] = Words(
            house, name, text["winery"]["place"], str(wine.get("vintage", "")), zh, rank
        )
    return out
