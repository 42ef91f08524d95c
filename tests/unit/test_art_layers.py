"""Pictures parted by their depth: both layers are the picture, and move without a ghost."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.art_scripts import RENDER, script

ROOT = Path(__file__).parents[2]
WINERIES = ROOT / "content" / "wineries"
W, H = 352, 198  # a sixth of the pictures' size
CAMERA = 0.25  # metres over the table
HORIZON = 0.3


parting = script("parting")
PLAN = parting.Plan(ground=(0, 0.5, 1, 1), reach=2.0, hinge=(0.4, 0.8))
LIT = np.array([180, 150, 110])


def table() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A dark bottle on a table before a lit wall: picture, depth, and where the bottle is."""
    rng = np.random.default_rng(3)
    rows = np.arange(H)[:, None] / H
    ground = CAMERA / np.maximum(0.3 * (rows - HORIZON), 1e-6)
    depth = np.broadcast_to(np.minimum(ground, 4.0), (H, W)).astype(np.float32).copy()
    foot = CAMERA / (0.3 * (0.8 - HORIZON))
    bottle = np.zeros((H, W), bool)
    bottle[int(0.2 * H) : int(0.8 * H), int(0.35 * W) : int(0.45 * W)] = True
    depth[bottle] = foot
    picture = np.where(depth[..., None] > 3.9, LIT, LIT * 0.6)
    picture[bottle] = (20, 30, 24)
    picture = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 0.6)
    grained = picture + rng.normal(0, 1.5, (H, W, 1))
    return np.clip(grained + 0.5, 0, 255).astype(np.uint8), depth, bottle


@pytest.fixture(scope="module")
def parted() -> Any:
    picture, depth, _ = table()
    return parting.part(picture, depth, PLAN, 8)


def test_the_ground_is_found_though_something_stands_on_it() -> None:
    _, depth, bottle = table()
    height = 1 - parting.plane(depth, PLAN.ground) * depth
    table_rows = np.zeros((H, W), bool)
    table_rows[int(0.6 * H) :] = True
    assert np.abs(height[table_rows & ~bottle]).max() < 0.002
    # The bottle's neck is as high over the table as geometry has it: (0.8 - 0.3) of its distance.
    neck = height[int(0.25 * H), int(0.4 * W)]
    assert neck == pytest.approx(1 - (0.25 - HORIZON) / (0.8 - HORIZON), abs=0.02)


def test_near_is_what_stands_in_front_and_nothing_of_the_table(parted: Any) -> None:
    _, _, bottle = table()
    left, top, width, height = parted.area
    alpha = np.zeros((H, W), np.uint8)
    alpha[top : top + height, left : left + width] = parted.near[..., 3]
    inside = cv2.erode(bottle.astype(np.uint8), np.ones((3, 3))) > 0
    outside = cv2.dilate(bottle.astype(np.uint8), np.ones((11, 11))) == 0
    assert alpha[inside][: -4 * W // 10].min() > 240
    assert alpha[outside].max() < 20
    assert (alpha[outside] > 3).mean() < 0.002


def test_both_layers_together_are_the_picture(parted: Any) -> None:
    picture, _, _ = table()
    off = np.abs(parting.over(parted).astype(int) - picture)
    assert (off > 2).mean() < 1e-4
    assert off.mean() < 0.2


def test_behind_it_nothing_of_it_is_left(parted: Any) -> None:
    """What the camera uncovers is background: neither the thing's own colour nor its outline."""
    picture, _, bottle = table()
    about = cv2.dilate(bottle.astype(np.uint8), np.ones((7, 7))) > 0
    wall = about & (np.arange(H)[:, None] < int(0.45 * H))
    far = parted.far.astype(int)
    assert np.abs(far[wall] - LIT).max() < 25
    assert far[about].min() > 60  # the bottle is (20, 30, 24)
    rough = (far - cv2.GaussianBlur(far.astype(np.float32), (0, 0), 2))[wall].std()
    beside = picture[: int(0.4 * H), : int(0.3 * W)].astype(np.float32)
    assert rough > 0.4 * (beside - cv2.GaussianBlur(beside, (0, 0), 2)).std()  # with its grain


def test_come_closer_it_covers_its_place_without_a_ghost(parted: Any) -> None:
    hinge = (0.4 * W, 0.8 * H)
    moved = parting.over(parted, 1.06, hinge).astype(int)
    # Beside the grown bottle there is plain wall, though its outline was there or is not far.
    x, y = int(0.40 * W), int(0.3 * H)
    row = moved[y, : x - int(0.05 * W * 1.06) - 3]
    assert np.abs(row - LIT).max() < 20
    assert moved[y, x].max() < 50


def test_near_has_room_around_it_and_lies_on_whole_pixels_of_the_screen(parted: Any) -> None:
    left, top, width, height = parted.area
    assert left % parting.GRID == top % parting.GRID == 0
    assert parted.near.shape == (height, width, 4)
    alpha = parted.near[..., 3]
    assert alpha[0].max() == alpha[:, 0].max() == alpha[:, -1].max() == 0


def test_a_place_where_nothing_stands_is_said() -> None:
    picture, depth, _ = table()
    with pytest.raises(AssertionError, match="nothing stands out"):
        parting.part(picture, depth, parting.Plan((0, 0.5, 1, 1), 2.0, (0, 0), at=((0.9, 0.9),)), 8)


def shipped() -> list[tuple[str, str, str]]:
    found = []
    for facts in sorted(WINERIES.glob("*/winery.toml")):
        for scene in tomllib.loads(facts.read_text("utf-8"))["scenes"]:
            depth = scene.get("depth", {})
            found += [(facts.parent.name, scene["id"], "")] * ("far" in depth)
            found += [(facts.parent.name, scene["id"], "portrait_")] * ("portrait_far" in depth)
    return found


def test_at_least_four_scenes_have_layers_for_both_kinds_of_screen() -> None:
    both = shipped()
    assert len({(pack, scene) for pack, scene, _ in both}) >= 4
    assert {prefix for _, _, prefix in both} == {"", "portrait_"}
    tables = tomllib.loads((RENDER / "layers.toml").read_text("utf-8"))
    named = {
        (pack, scene, {"landscape": "", "portrait": "portrait_"}[turn])
        for pack, scenes in tables.items()
        for scene, turns in scenes.items()
        for turn in turns
    }
    assert named == set(both)


@pytest.mark.parametrize(("pack", "scene", "prefix"), shipped())
def test_shipped_layers_are_their_picture(pack: str, scene: str, prefix: str) -> None:
    facts = tomllib.loads((WINERIES / pack / "winery.toml").read_text("utf-8"))
    told = next(one for one in facts["scenes"] if one["id"] == scene)
    depth = told["depth"]
    holder = (
        told
        if "picture" in told
        else next(one for one in facts["wines"] if one["id"] == told["wine"])
    )
    picture, far, near = (
        np.asarray(Image.open(WINERIES / pack / name))
        for name in (
            holder["portrait" if prefix else "picture"], depth[f"{prefix}far"],
            depth[f"{prefix}near"],
        )
    )  # fmt: skip
    h, w = picture.shape[:2]
    left, top, width, height = (
        round(v * n) for v, n in zip(depth[f"{prefix}area"], (w, h, w, h), strict=True)
    )
    assert far.shape == picture.shape
    assert near.shape == (height, width, 4)
    off = np.abs(
        parting.over(parting.Layers(far, near, (left, top, width, height))).astype(int) - picture
    )
    assert off.mean() < 2  # each was compressed for itself
    soft = cv2.blur(off.mean(-1).astype(np.float32), (8, 8))
    assert soft.max() < 12  # and nowhere is something missing or moved
    plan = tomllib.loads((RENDER / "layers.toml").read_text("utf-8"))[pack][scene]
    turn = "portrait" if prefix else "landscape"
    assert depth[f"{prefix}hinge"] == plan[turn]["hinge"]
