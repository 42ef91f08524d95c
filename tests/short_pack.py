"""A demonstration pack with a few of its scenes: its show is over soon."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kiosk import resources

BLOCK = re.compile(r"(?m)^(?=\[)")  # a table of winery.toml and what belongs to it


def write(library: Path, pack_id: str, scenes: tuple[int, ...], *, voiced: bool = False) -> Path:
    """Copy a demonstration pack into ``library`` and keep these scenes, by their places.

    What visitors ask and where they walk goes: it names scenes that are gone. Returns the folder.
    """
    without = shutil.ignore_patterns(*([] if voiced else ["narration"]))
    pack = library / pack_id
    shutil.copytree(resources.demonstration() / pack_id, pack, ignore=without)
    facts = pack / "winery.toml"
    blocks = BLOCK.split(facts.read_text("utf-8"))
    all_scenes = [block for block in blocks if block.startswith("[[scenes]]")]
    kept = {id(all_scenes[place]) for place in scenes}
    facts.write_text(
        "".join(
            block
            for block in blocks
            if not block.startswith(("[[questions]]", "[[tour]]"))
            and (not block.startswith("[[scenes]]") or id(block) in kept)
        ),
        "utf-8",
    )
    return pack
