"""What avatars call their shapes and surfaces."""

from __future__ import annotations

import pytest

from kiosk.presenter.make.names import ARKIT, VISEMES, key, keys, role


def test_arkits_52_are_known_by_their_own_names() -> None:
    assert len(ARKIT) == 52
    assert [key(name) for name in ARKIT] == list(ARKIT)


@pytest.mark.parametrize(("raw", "ours"), [
    ("eyeBlink_L", "eyeBlinkLeft"), ("EyeBlinkRight", "eyeBlinkRight"),
    ("blendShape1.mouthSmile_R", "mouthSmileRight"), ("jaw_open", "jawOpen"),
    ("MOUTHFUNNEL", "mouthFunnel"), ("ARKit_jawOpen", "jawOpen"), ("mouth-pucker", "mouthPucker"),
    ("browInnerUp_L", "browInnerUpLeft"), ("eyesClosed", "eyeBlink"), ("mouthSmile", "mouthSmile"),
    ("viseme_aa", "v:aa"), ("viseme_PP", "v:PP"), ("viseme_I", "v:ih"), ("viseme_U", "v:ou"),
    ("Viseme_E", "v:E"), ("A", "v:aa"), ("vrm:ou", "v:ou"), ("vrm:blinkLeft", "eyeBlinkLeft"),
    ("Fcl_MTH_A", "v:aa"), ("Fcl_EYE_Close_L", "eyeBlinkLeft"), ("あ", "v:aa"),
    ("まばたき", "eyeBlink"), ("Blink", "eyeBlink"), ("vrm:happy", "x:happy"),
    ("waistSize", None), ("a", None), ("target 7", None), ("", None), ("B", None),
])  # fmt: skip
def test_names_in_files_are_ours(raw: str, ours: str | None) -> None:
    assert key(raw) == ours


def test_all_visemes_of_oculus_are_known() -> None:
    assert {key(f"viseme_{name}") for name in VISEMES} == {f"v:{name}" for name in VISEMES}


def test_presets_come_before_loose_names() -> None:
    assert keys(["A", "vrm:aa", "viseme_aa"]) == {"v:aa": "vrm:aa"}


@pytest.mark.parametrize(("name", "what"), [
    ("Wolf/Head/SkinMaterial", "skin"), ("EyeLeft/mesh/", "eye"), ("Body/Body/EyeIris", "eye"),
    ("Face/Face/N00_FaceEyelash", "lash"), ("Face/Face/N00_FaceBrow", "brow"),
    ("Face/Face/N00_Face_SKIN", "skin"), ("Face/Face/N00_FaceMouth", "mouth"),
    ("Teeth/Teeth/Mouth", "teeth"), ("Tongue_Mesh//", "tongue"), ("Hair001//Hair", "hair"),
    ("EyeAO_Mesh//", "shade"), ("Glasses//", "glasses"), ("Face/Merged/EyeWhite", "eye"),
    ("Outfit_Top//Outfit", "cloth"), ("Cube//Material", ""), ("Eyebrows//", "brow"),
    ("EyelidUpper//", ""),
])  # fmt: skip
def test_surfaces_are_known_by_material_then_mesh_then_node(name: str, what: str) -> None:
    assert role(name) == what
