"""Write a presenter's description, `<id>.toml`, in the order of the shipped ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from kiosk.presenter.face.asset import Window

from .model import Presenter

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def text(presenter: Presenter) -> str:
    """Give the description as TOML."""
    p = presenter
    cx, cy = p.camera.centre
    about = {"licence": p.licence, "source": p.source, "consent": p.consent}
    lines = [
        f"id = {_text(p.identity)}",
        *(f"{key} = {_text(value)}" for key, value in about.items() if value),
        f"mesh = {_text(p.identity + '.glb')}",
        'rest = "rest.webp"',
        "",
        "[names]",
        *(f"{_key(k)} = {_text(v)}" for k, v in p.names.items()),
        "",
        "[roles]",
        *(f"{_key(k)} = {_text(v)}" for k, v in p.roles.items()),
        "",
        "[voices] # voices of the narration that suit, best first",
        *(f"{_key(k)} = [{', '.join(map(_text, v))}]" for k, v in p.voices.items()),
        "",
        "[canvas] # pixels",
        f"width = {p.width}",
        f"height = {p.height}",
        "",
        "[camera] # camera space: metres, x right, y up, looking along -z",
        "# pixel = [centre_x + focal * x / -z, centre_y - focal * y / -z]",
        f"focal = {float(p.camera.focal)!r}",
        f"centre = {_numbers((cx, cy))}",
        "",
        "[windows] # left, top, width, height in pixels of the canvas",
        *(f"{_key(k)} = {_window(w)}" for k, w in p.windows.items()),
        "",
        "[head]",
        f"neck = {_numbers(p.neck)} # pivot of nods and turns",
    ]
    for side, eye in p.eyes.items():
        lines += [
            "",
            f"[eyes.{_key(side)}]",
            f"centre = {_numbers(eye.centre)}",
            f"radius = {float(eye.radius)!r}",
        ]
    lines += ["", "[layers]", "# pictures of single things, at their windows"]
    for name, layer in p.layers.items():
        pose = "aa" if layer.window == "mouth" else "rest"
        lines.append(
            f"{_key(name)} = {{ file = {_text(name + '.webp')}, "
            f"window = {_text(layer.window)}, pose = {_text(pose)} }}"
        )
    lines += ["", "[weights.rest]", *_weights(p.rest)]
    for one in p.poses:
        lines += [
            "",
            f"[poses.{_key(one.name)}]",
            f"file = {_text(f'pose-{one.name}.webp')}",
            f"window = {_text(one.window)}",
            "",
            f"[poses.{_key(one.name)}.weights] # all that the picture shows",
            *_weights(one.weights),
        ]
    return "\n".join(lines) + "\n"


def _weights(weights: Mapping[str, float]) -> list[str]:
    return [f"{_key(k)} = {float(v)!r}" for k, v in sorted(weights.items())]


def _window(window: Window) -> list[int]:
    return [window.left, window.top, window.width, window.height]


def _numbers(values: Iterable[float]) -> str:
    return "[" + ", ".join(repr(float(v)) for v in values) + "]"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _text(value: str) -> str:
    """A TOML string: JSON's escapes are TOML's, but for DEL and lone surrogates."""
    clean = value.encode("utf-8", "replace").decode()
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007f")
