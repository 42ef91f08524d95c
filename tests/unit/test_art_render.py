"""The Blender-free half of the ray-traced pictures: plan, resumption, tone, depth."""

import ast
import json
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.art_scripts import RENDER, script

ROOT = Path(__file__).parents[2]
WINERIES = ROOT / "content" / "wineries"


plan = script("plan")
grade = script("grade")
fog = script("fog")


def job(**changes: Any) -> dict[str, Any]:
    return {"set": "wine", "samples": 4, "work": "/a", "threads": 2, **changes}


def test_preview_is_a_quarter_of_the_size_with_few_rays() -> None:
    full = plan.Shot("p", "s", "portrait", samples=40)
    small = plan.Shot("p", "s", "portrait", preview=True, samples=40)
    assert full.size == (1188, 2112)
    assert small.size == (297, 528)
    assert full.rays == 40
    assert small.rays == plan.PREVIEW[1]
    assert full.name != small.name


def test_a_preview_never_takes_more_rays_than_asked_for() -> None:
    assert plan.Shot("p", "s", "landscape", preview=True, samples=3).rays == 3


def test_both_orientations_unless_one_is_named() -> None:
    both = plan.shots(plan.options(["--pack", "a", "--scene", "x", "--scene", "y"]))
    assert [(s.scene, s.orientation) for s in both] == [
        ("x", "landscape"), ("x", "portrait"), ("y", "landscape"), ("y", "portrait"),
    ]  # fmt: skip
    one = plan.shots(plan.options(["--pack", "a", "--scene", "x", "--orientation", "portrait"]))
    assert [s.orientation for s in one] == ["portrait"]


def test_a_panorama_is_one_picture_twice_as_wide_as_high() -> None:
    (shot,) = plan.shots(plan.options(["--pack", "a", "--scene", "cellar-360"]))
    assert shot.orientation == "round"
    assert shot.size == (4096, 2048)


def test_every_round_of_a_picture_is_kept_by_itself(tmp_path: Path) -> None:
    folders = plan.rounds(tmp_path)
    assert folders[0] == tmp_path
    assert len(set(folders)) == len(folders) == plan.ROUNDS


def test_without_a_scene_all_finished_ones_are_meant() -> None:
    named = [(s.pack, s.scene) for s in plan.shots(plan.options(["--orientation", "portrait"]))]
    assert named == [(pack, scene) for pack, scenes in plan.finished().items() for scene in scenes]


def test_an_unknown_orientation_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        plan.options(["--orientation", "square"])
    assert "square" in capsys.readouterr().err


def test_passes_are_good_only_with_the_stamp_of_their_job(tmp_path: Path) -> None:
    wanted = plan.stamp(job())
    assert not plan.rendered(tmp_path, wanted)
    (tmp_path / "passes.npz").write_bytes(b"x")
    assert not plan.rendered(tmp_path, wanted), "cut between the passes and the stamp"
    plan.keep(tmp_path, wanted)
    assert plan.rendered(tmp_path, wanted)
    assert not plan.rendered(tmp_path, plan.stamp(job(samples=5)))
    (tmp_path / "passes.npz").unlink()
    assert not plan.rendered(tmp_path, wanted)


def test_the_stamp_follows_rays_not_the_machine(tmp_path: Path) -> None:
    assert plan.stamp(job()) == plan.stamp(job(work="/b", threads=1))
    assert plan.stamp(job()) != plan.stamp(job(set="ageing"))
    label = tmp_path / "label.png"
    label.write_bytes(b"one")
    before = plan.stamp(job(label=str(label)))
    label.write_bytes(b"two")
    assert plan.stamp(job(label=str(label))) != before


def test_a_set_depends_on_its_own_script_and_the_kit_only() -> None:
    names = {path.name for path in plan.sources("wine")}
    assert {"wine.py", "still.py", "shade.py", "film.py"} <= names
    assert "ageing.py" not in names


def test_a_set_depends_on_the_sets_it_borrows_from() -> None:
    names = {path.name for path in plan.sources("cellar_360")}
    assert {"cellar_360.py", "ageing.py", "still.py"} <= names
    assert "terrain.py" not in names
    through = {path.name for path in plan.sources("tasting_360")}
    assert {"cellar_360.py", "ageing.py", "terrain.py"} <= through


def test_the_job_survives_json() -> None:
    told = job(band=[0.1, 0.2], look={"gain": 1.0})
    assert plan.stamp(json.loads(json.dumps(told))) == plan.stamp(told)


def test_tone_keeps_order_and_black() -> None:
    light = np.geomspace(1e-3, 8, 64, dtype=np.float32)
    out = grade.filmic(light)
    assert np.all(np.diff(out) >= 0)
    assert grade.filmic(np.zeros(1))[0] == 0
    assert 0.3 < grade.filmic(np.asarray([0.18]))[0] < 0.5


@pytest.mark.parametrize("region", sorted(grade.GRADES))
def test_every_winery_has_a_grade_that_leaves_grey_nearly_grey(region: str) -> None:
    flat = np.full((8, 8, 3), 0.18, np.float32)
    out = grade.tone(flat, grade.GRADES[region]).mean((0, 1))
    assert 0.2 < out.mean() < 0.6
    assert np.ptp(out) < 0.12, "a grade tints, it does not paint"


def test_grades_differ_between_wineries() -> None:
    flat = np.full((8, 8, 3), 0.05, np.float32)
    seen = {tuple(grade.tone(flat, g).mean((0, 1)).round(3)) for g in grade.GRADES.values()}
    assert len(seen) == len(grade.GRADES)


def test_the_same_seed_gives_the_same_pixels() -> None:
    light = np.random.default_rng(1).random((16, 24, 3), np.float32)
    one, two, other = (
        grade.bytes8(grade.tone(light, grade.GRADES["douro"], seed), seed) for seed in (3, 3, 4)
    )
    assert np.array_equal(one, two)
    assert not np.array_equal(one, other)


def test_a_slow_gradient_is_dithered_not_banded() -> None:
    ramp = np.tile(np.linspace(0.10, 0.11, 400, dtype=np.float32)[:, None], (400, 1, 3))
    bytes_ = grade.bytes8(ramp.reshape(400, 400, 3)).astype(float)
    assert len(np.unique(bytes_)) >= 3
    assert abs(bytes_.mean() - ramp.mean() * 255) < 0.6


def test_depth_is_a_quarter_of_the_size_and_bright_in_front() -> None:
    depth = np.tile(np.linspace(1, 9, 80, dtype=np.float32)[:, None], (1, 40))
    depth[-8:] = 1e10  # the sky
    out = grade.depth_map(depth)
    assert out.shape == (20, 10)
    assert out.dtype == np.uint8
    assert out[0, 0] > 200
    assert out[-1, 0] < 10


def test_a_panorama_is_developed_with_its_other_end_beside_it() -> None:
    picture = np.arange(24.0).reshape(2, 4, 3)
    wide = grade.around(picture, 2)
    assert wide.shape == (2, 8, 3)
    assert np.array_equal(wide[:, :2], picture[:, -2:])
    assert np.array_equal(wide[:, -2:], picture[:, :2])
    assert grade.around(picture[..., 0], 1).shape == (2, 6), "depth has no channels"


def finished(all_round: bool) -> list[tuple[str, str]]:
    named = [(pack, scene) for pack, scenes in plan.finished().items() for scene in scenes]
    return [(pack, scene) for pack, scene in named if scene.endswith(plan.ROUND) == all_round]


@pytest.mark.parametrize(("pack", "scene"), finished(all_round=False))
def test_a_finished_scene_is_in_its_pack_in_both_sizes(pack: str, scene: str) -> None:
    facts = tomllib.loads((WINERIES / pack / "winery.toml").read_text("utf-8"))
    wines = {wine["id"] for wine in facts["wines"]}
    assert scene in wines | {told["id"] for told in facts["scenes"]}
    for orientation, size in plan.SIZES.items():
        ending = "-portrait" if orientation == "portrait" else ""
        path = WINERIES / pack / "media" / f"{scene}{ending}.webp"
        with Image.open(path) as picture:
            assert picture.size == size
        assert path.stat().st_size < 900_000


def told_sets() -> set[str]:
    """Every set that a table of `houses.py` or `works.py` names for a scene."""
    named: set[str] = set()
    for script_name in ("houses", "works"):
        for node in ast.parse((RENDER / f"{script_name}.py").read_text("utf-8")).body:
            table = ast.unparse(node.targets[0]) if isinstance(node, ast.Assign) else ""
            if isinstance(node, ast.Assign) and (table.endswith("SETS") or table == "OUTDOORS"):
                named |= set(ast.literal_eval(node.value).values())
    return named


def test_every_set_that_a_scene_is_sent_to_is_there() -> None:
    named = told_sets()
    assert len(named) > 15
    missing = [one for one in named if not (RENDER / "blender" / "sets" / f"{one}.py").is_file()]
    assert missing == []


@pytest.mark.parametrize(("pack", "scene"), finished(all_round=True))
def test_a_finished_panorama_is_walked_through_and_has_no_seam(pack: str, scene: str) -> None:
    facts = tomllib.loads((WINERIES / pack / "winery.toml").read_text("utf-8"))
    assert f"media/{scene}.webp" in {stop["panorama"] for stop in facts["tour"]}
    assert (RENDER / "blender" / "sets" / f"{scene.replace('-', '_')}.py").is_file()
    path = WINERIES / pack / "media" / f"{scene}.webp"
    assert path.stat().st_size < 3_000_000
    with Image.open(path) as picture:
        assert picture.size == plan.FORMATS["round"]
        pixels = np.asarray(picture.convert("RGB"), float)
    across = np.abs(pixels[:, 0] - pixels[:, -1]).mean()
    beside = np.abs(np.diff(pixels, axis=1)).mean((0, 2)).max()
    assert across <= beside, "the ends meet no worse than any two neighbours"


def hollow(distance: float = 200.0) -> tuple[Any, Any]:
    """Grey light, and depth that is near in the lower half of the picture."""
    depth = np.full((90, 160), 1000.0, np.float32)
    depth[45:] = 0.5 * distance
    return np.full((90, 160, 3), 0.2, np.float32), depth


def test_fog_lies_behind_what_is_near_and_drifts_round_without_a_seam() -> None:

    banks = (fog.Bank(200.0, 0.0, 1.0, 0.8, drift=0.2),)
    morning = fog.Air((0.8, 0.8, 0.8), banks, ())
    light, depth = hollow()
    first, later = (fog.foggy(light, depth, morning, phase) for phase in (0.0, 0.37))
    assert np.array_equal(first[46:], light[46:])
    assert (first[10:44] > light[10:44]).all()
    assert np.abs(later - first).max() > 0.02
    assert np.allclose(fog.foggy(light, depth, morning, 1.0), first, atol=1e-4)
    frame = 1 / 250
    for phase in (0.0, 0.25, 0.4999, 0.5, 0.75, 1 - frame):
        now, then = (fog.foggy(light, depth, morning, at) for at in (phase, phase + frame))
        assert np.abs(then - now).max() < 0.02, phase


def test_billows_repeat_without_an_edge() -> None:
    field = fog.billows(3)
    inside = np.abs(np.diff(field, axis=1)).max()
    assert np.abs(field[:, 0] - field[:, -1]).max() <= inside
    assert np.abs(field[0] - field[-1]).max() <= np.abs(np.diff(field, axis=0)).max()
