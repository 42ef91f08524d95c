"""The scripts of `assets/art/render`, for tests: no package, and not on the path."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

RENDER = Path(__file__).parents[1] / "assets" / "art" / "render"


def script(name: str) -> ModuleType:
    """One of the folder's scripts."""
    spec = importlib.util.spec_from_file_location(f"art_render_{name}", RENDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module
