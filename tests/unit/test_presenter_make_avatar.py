"""Strangers' avatars become presenters that the show can draw, or are refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from kiosk.presenter.face import asset, raster
from kiosk.presenter.face.asset import Asset
from kiosk.presenter.face.mesh import Part, Shape
from kiosk.presenter.make import gltf
from kiosk.presenter.make.anatomy import dissect
from kiosk.presenter.make.avatar import Report, from_avatar, slug
from kiosk.presenter.make.figure import CAMERA, stand
from kiosk.presenter.make.names import ARKIT
from kiosk.presenter.make.refine import refined
from kiosk.presenter.make.shapes import NEEDED
from tests import avatars
from tests.avatars import Glb

KINDS: dict[str, Callable[[], Glb]] = {
    "arkit.glb": avatars.figure,
    "oculus.glb": lambda: avatars.figure(avatars.oculus),
    "nana.vrm": avatars.vrm0,
    "nana1.vrm": avatars.vrm1,
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """A presenter of each kind of avatar, drawn rough and quick."""
    folder = tmp_path_factory.mktemp("avatars")
    return {
        name: from_avatar(
            avatars.save(build(), folder / name), folder / "out", name=name.split(".")[0], fine=1
        )
        for name, build in KINDS.items()
    }


@pytest.fixture(scope="module")
def read(made: dict[str, Report]) -> dict[str, Asset]:
    return {name: asset.read(report.description) for name, report in made.items()}


def lips(found: Asset, weights: dict[str, float]) -> tuple[float, float, float]:
    """Height of the upper and of the lower lip's middle, and the mouth's width, metres."""
    skin = found.parts["skin"]
    jaw = skin.shapes["jawOpen"]
    down = np.zeros(len(skin.vertices))
    down[jaw.at] = -jaw.shift[:, 1]
    firm = jaw.at[-jaw.shift[:, 1] > 0.98 * down.max()]
    seam = firm[skin.vertices[firm, 1] > skin.vertices[firm, 1].max() - 2e-4]
    posed = skin.posed(weights)
    top = (down < 0.05 * down.max()) & (skin.vertices[:, 2] > skin.vertices[seam, 2].min() - 0.004)
    top &= np.abs(skin.vertices[:, 0]) < 0.004
    top &= skin.vertices[:, 1] > skin.vertices[seam, 1].max() - 1e-4
    upper = np.nonzero(top)[0][np.argmin(skin.vertices[top, 1])]
    middle = seam[np.argmin(np.abs(skin.vertices[seam, 0]))]
    return float(posed[upper, 1]), float(posed[middle, 1]), float(np.ptp(posed[seam, 0]))


@pytest.mark.parametrize("name", KINDS)
def test_an_avatar_becomes_a_presenter_that_can_be_drawn(
    name: str, read: dict[str, Asset], made: dict[str, Report]
) -> None:
    found = read[name]
    assert [pose.name for pose in found.poses] == [
        "blink", "aa", "ee", "oo", "oh", "ff", "mm", "smile", "ah",
    ]  # fmt: skip
    assert made[name].missing == ()
    assert set(NEEDED) <= set(found.parts["skin"].shapes)
    assert (found.width, found.height, found.camera) == (960, 1280, CAMERA)
    assert found.still[..., 3].max() == 255
    assert found.still[:40, :40, 3].max() == 0
    for side in ("left", "right"):
        x, y, z = found.eyes[side].centre
        assert x == pytest.approx(0.025 if side == "left" else -0.025, abs=0.004)
        assert (y, z) == pytest.approx((0.0503, -1.179), abs=2e-3)


@pytest.mark.parametrize("name", KINDS)
def test_the_jaw_parts_the_lips_and_rounding_narrows_them(
    name: str, read: dict[str, Asset]
) -> None:
    upper, low, width = lips(read[name], {})
    assert abs(upper - low) < 0.002
    open_upper, open_low, _ = lips(read[name], {"jawOpen": 1.0})
    assert 0.018 < low - open_low < 0.04
    assert abs(upper - open_upper) < 0.002
    assert lips(read[name], {"mouthPucker": 1.0})[2] < 0.85 * width
    stretch = {"mouthStretchLeft": 1.0, "mouthStretchRight": 1.0}
    assert lips(read[name], stretch)[2] > width
    # rounding alone hardly opens the mouth: the jaw's share was taken out
    _, round_low, _ = lips(read[name], {"mouthPucker": 1.0})
    assert abs(round_low - low) < 0.006


@pytest.mark.parametrize("name", KINDS)
def test_a_blink_hides_most_of_the_eyeballs(name: str, read: dict[str, Asset]) -> None:
    found = read[name]
    rest, shut = eye_pixels(found, found.rest), eye_pixels(found, found.poses[0].weights)
    assert rest > 400
    assert shut < 0.45 * rest


def eye_pixels(found: Asset, weights: dict[str, float]) -> int:
    skin = found.parts["skin"]
    window = found.windows["eyes"]
    corner = np.array([window.left, window.top], np.float32)
    posed = skin.posed(weights)
    over = raster.cover(found.camera.pixels(posed) - corner, -posed[:, 2], skin.triangles,
                        window.width, window.height)  # fmt: skip
    seen = 0
    for side in ("eye-left", "eye-right"):
        eye = found.parts[side]
        places = found.camera.pixels(eye.vertices) - corner
        ball = raster.cover(places, -eye.vertices[:, 2], eye.triangles,
                            window.width, window.height)  # fmt: skip
        seen += int((ball.depth < over.depth).sum())
    return seen


@pytest.mark.parametrize("name", KINDS)
def test_the_pictures_show_what_they_are_called(name: str, read: dict[str, Asset]) -> None:
    found = read[name]
    poses = {pose.name: pose for pose in found.poses}
    _, low, _ = lips(found, {})
    window = found.windows["mouth"]
    x, y = found.camera.pixels(np.array([[0, low, -1.13]], np.float32))[0]
    column, row = int(x) - window.left, int(y) - window.top
    strip = np.s_[row + 2 : row + 40, column - 8 : column + 8]
    dark = [float(np.quantile(poses[k].picture[strip].max(2), 0.1)) for k in ("mm", "ah")]
    assert dark[0] > 100  # lips closed: skin
    assert dark[1] < 60  # the mouth's inside
    for layer in ("teeth-upper", "teeth-lower"):
        alpha = found.layers[layer][..., 3]
        assert 500 < (alpha > 128).sum() < 30_000
    eyes = found.layers["eyes"][..., 3] > 128
    assert eyes[:, : eyes.shape[1] // 2].sum() == pytest.approx(
        eyes[:, eyes.shape[1] // 2 :].sum(), rel=0.05
    )


def test_all_shapes_are_found_where_a_file_has_all(made: dict[str, Report]) -> None:
    report = made["arkit.glb"]
    assert (report.kind, report.found, report.approximated) == ("glTF", ARKIT, {})
    assert report.parts["teeth"].startswith("made")
    assert report.parts["body"] == "none: the head stands alone"


def test_what_a_file_of_visemes_lacks_is_made_of_them(made: dict[str, Report]) -> None:
    report = made["oculus.glb"]
    assert report.found == ()
    assert report.approximated["jawOpen"].startswith("v:aa x 2.")
    assert report.approximated["mouthFunnel"].startswith("oh less")
    assert report.approximated["mouthPucker"].startswith("ou less")
    assert report.approximated["mouthStretchLeft"].startswith("ih less")
    assert report.approximated["mouthRollLower"] == "lower lip of FF"
    assert report.approximated["eyeBlinkLeft"] == "eyeBlink of both sides"
    assert report.approximated["browInnerUp"].startswith("laid over")


@pytest.mark.parametrize(("name", "kind", "licence"), [
    ("nana.vrm", "VRM 0", "CC0"), ("nana1.vrm", "VRM 1", "https://vrm.dev/licenses/1.0/"),
])  # fmt: skip
def test_a_vrm_figure_says_its_kind_and_licence(
    name: str, kind: str, licence: str, made: dict[str, Report]
) -> None:
    report = made[name]
    assert (report.kind, report.licence) == (kind, licence)
    assert f'licence = "{licence}"' in report.description.read_text("utf-8")
    assert report.approximated["jawOpen"].startswith("v:aa")


def test_a_figure_that_looks_the_other_way_is_turned_round(read: dict[str, Asset]) -> None:
    """VRM 0 faces -z and VRM 1 faces +z; the pictures are the same."""
    away = np.abs(read["nana.vrm"].still.astype(int) - read["nana1.vrm"].still.astype(int))
    assert away.mean() < 0.2


def test_what_is_drawn_to_be_shown_without_light_is_known(tmp_path: Path) -> None:
    flats = []
    for mark in ("VRM", "MToon", "unlit"):
        file = avatars.vrm0() if mark == "VRM" else avatars.vrm1()
        material = file.document["materials"][0]
        if mark == "VRM":
            shaders = [{"shader": "VRM/MToon"}, {"shader": "Standard"}]
            file.document["extensions"]["VRM"]["materialProperties"] = shaders
        elif mark == "MToon":
            material["extensions"] = {"VRMC_materials_mtoon": {}}
        else:
            material["extensions"] = {"KHR_materials_unlit": {}}
        found = gltf.read(avatars.save(file, tmp_path / "a.vrm"))
        flats.append([surface.material.flat for surface in found.surfaces])
    assert flats == [[True, False, False]] * 3


@pytest.mark.parametrize("scale", [0.01, 100.0])
def test_an_avatar_may_be_in_any_unit(tmp_path: Path, scale: float) -> None:
    figures = [
        stand(gltf.read(avatars.save(avatars.figure(scale=s), tmp_path / "a.glb")), tmp_path)
        for s in (1.0, scale)
    ]
    assert np.allclose(figures[0].surfaces[0].vertices, figures[1].surfaces[0].vertices, atol=1e-5)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_an_avatar_may_face_any_way(tmp_path: Path, angle: int) -> None:
    file = avatars.figure()
    half = np.radians(angle / 2)
    for node in file.document["nodes"]:
        node["rotation"] = [0, float(np.sin(half)), 0, float(np.cos(half))]
    turned = stand(gltf.read(avatars.save(file, tmp_path / "a.glb")), tmp_path)
    straight = stand(gltf.read(avatars.save(avatars.figure(), tmp_path / "b.glb")), tmp_path)
    assert np.allclose(turned.surfaces[0].vertices, straight.surfaces[0].vertices, atol=1e-4)


def test_eyes_are_found_by_the_bones_that_turn_them_and_by_their_form(tmp_path: Path) -> None:
    vertices, _, triangles = avatars.head()
    balls = [avatars.ball(side) for side in (1, -1)]
    joined = np.concatenate([vertices, *(points for points, _ in balls)])
    flat = np.concatenate(
        [triangles, balls[0][1] + len(vertices), balls[1][1] + len(vertices) + len(balls[0][0])]
    )
    move = {k: np.pad(d, ((0, len(joined) - len(d)), (0, 0)))
            for k, d in avatars.oculus(vertices).items()}  # fmt: skip
    bones = np.zeros((len(joined), 4))
    bones[len(vertices) :, 0] = 1
    bones[len(vertices) + len(balls[0][0]) :, 0] = 2
    shares = np.tile([1.0, 0, 0, 0], (len(joined), 1))
    for skinned, how in ((True, "the bones that turn them"), (False, "their round form")):
        file = Glb()
        skin = file.material("Everything", (0.8, 0.6, 0.5))
        more = {"JOINTS_0": bones, "WEIGHTS_0": shares} if skinned else {}
        one = file.primitive(joined, flat, skin, move, **more)
        mesh = file.mesh("Figure", [one], move)
        number = file.node("Figure", mesh=mesh)
        if skinned:
            joints = [file.node(name) for name in ("Head", "LeftEye", "RightEye")]
            file.document["skins"] = [{"joints": joints}]
            file.document["nodes"][number]["skin"] = 0
        figure = stand(gltf.read(avatars.save(file, tmp_path / "a.glb")), tmp_path)
        assert figure.eyes_from == how
        assert figure.roles.count("eye") == 1
        radius = [figure.eyes[side].radius for side in ("left", "right")]
        assert radius[0] == pytest.approx(radius[1], rel=0.02)


def test_a_mouths_own_inside_is_drawn_where_no_teeth_are_apart(tmp_path: Path) -> None:
    file = avatars.figure(avatars.oculus, form=avatars.with_mouth)
    report = from_avatar(avatars.save(file, tmp_path / "a.glb"), tmp_path, fine=1)
    assert report.parts["teeth"].startswith("in the mouth's own mesh")
    found = asset.read(report.description)
    assert found.layers["teeth-upper"][..., 3].max() == 0
    assert (found.layers["teeth-lower"][..., 3] > 128).sum() > 3000


def test_teeth_of_its_own_are_parted_and_the_lower_ones_go_with_the_jaw(tmp_path: Path) -> None:
    file = avatars.figure(avatars.oculus)
    y = np.array([0.004, 0.0, -0.001, -0.005]) + avatars.MOUTH
    rows = [np.stack([np.linspace(-0.015, 0.015, 9), np.full(9, h), np.full(9, 0.078)], 1)
            for h in y]  # fmt: skip
    first = np.concatenate([np.arange(8), np.arange(8) + 18])
    quads = np.stack([first, first + 9, first + 10, first + 1], 1)
    flat = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    white = file.material("Teeth", (0.9, 0.9, 0.9))
    mesh = file.mesh("Teeth", [file.primitive(np.concatenate(rows), flat, white, {})], {})
    file.node("Teeth", mesh=mesh)
    path = avatars.save(file, tmp_path / "a.glb")
    body = dissect(gltf.read(path), stand(gltf.read(path), path), path)
    assert body.parts_from["teeth"] == "its own"
    upper, low = body.parts["teeth-upper"], body.parts["teeth-lower"]
    assert upper.vertices[:, 1].min() > low.vertices[:, 1].max()
    assert "jawOpen" not in upper.shapes
    assert (low.shapes["jawOpen"].shift[:, 1] < -0.02).all()


def test_a_coarse_skin_is_split_until_its_sides_are_short() -> None:
    skin = Part(
        "skin",
        np.array([[-0.05, -0.05, -1], [0.05, -0.05, -1], [0, 0.05, -1]], np.float32),
        np.array([[0, 1, 2]], np.int32),
        {"jawOpen": Shape(np.array([1], np.int32), np.array([[0, -0.02, 0]], np.float32))},
    )
    fine = refined(skin, CAMERA, (0, 0, -1), 0.2)
    assert len(fine.triangles) == 4**7  # of 340 pixels: 2.6 now
    shape = fine.shapes["jawOpen"]
    assert (np.diff(shape.at) > 0).all()
    # the split changes neither form nor movement: what is linear stays so
    share = (fine.vertices[:, 0] - 0.5 * fine.vertices[:, 1] + 0.025) / 0.1
    moved = np.zeros(len(fine.vertices))
    moved[shape.at] = shape.shift[:, 1]
    assert np.allclose(moved, -0.02 * share, atol=1e-6)
    assert refined(fine, CAMERA, (0, 0, -1), 0.2) is fine


def test_stretched_arms_are_let_down(tmp_path: Path) -> None:
    """An arm along x, skinned to its bones, hangs; what is skinned elsewhere stays."""
    file = avatars.figure()
    upper = file.node("LeftArm", translation=[0.15, -0.2, 0])
    lower = file.node("LeftForeArm", root=False, translation=[0.25, 0, 0])
    file.document["nodes"][upper]["children"] = [lower]
    inverse = np.tile(np.eye(4), (2, 1, 1))
    inverse[0, 3, :3], inverse[1, 3, :3] = (-0.15, 0.2, 0), (-0.4, 0.2, 0)
    number = file.accessor(inverse.reshape(-1, 16), 5126, "MAT4")
    file.document["skins"] = [{"joints": [upper, lower], "inverseBindMatrices": number}]
    arm = np.array([[0.15, -0.2, 0], [0.4, -0.2, 0], [0.65, -0.2, 0.01], [0.65, -0.2, -0.01]])
    joints = np.array([[0, 0, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]])
    one = file.primitive(
        arm, np.array([[0, 1, 2], [1, 2, 3]]), file.material("Sleeve", (1, 0, 0)), {},
        JOINTS_0=joints, WEIGHTS_0=np.tile([1.0, 0, 0, 0], (4, 1)),
    )  # fmt: skip
    file.node("Sleeve", mesh=file.mesh("Sleeve", [one], {}), skin=0)
    found = gltf.read(avatars.save(file, tmp_path / "a.glb"))
    hung = found.surfaces[-1].vertices
    assert hung[0] == pytest.approx([0.15, -0.2, 0], abs=1e-5)
    assert np.linalg.norm(hung[2:].mean(0) - hung[0]) == pytest.approx(0.5, abs=1e-3)
    assert hung[2, 1] < -0.6


def test_progress_goes_up_to_the_whole(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    path = avatars.save(avatars.figure(avatars.oculus), tmp_path / "Zoë 2.glb")
    report = from_avatar(
        path, tmp_path, progress=lambda share, what: told.append((share, what)), fine=1
    )
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert report.description == tmp_path / "zo-2" / "zo-2.toml"
    text = report.description.read_text("utf-8")
    assert 'source = "Zoë 2.glb"' in text
    assert 'zh-CN = "Zoë 2"' in text


@pytest.mark.parametrize(("text", "folder"), [
    ("Round Nana", "round-nana"), ("  --x--", "x"), ("娜娜", ""), ("a" * 50, "a" * 32),
])  # fmt: skip
def test_a_folders_name_comes_of_the_presenters(text: str, folder: str) -> None:
    assert slug(text) == folder
