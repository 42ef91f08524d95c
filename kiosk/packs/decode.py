"""Decodes media files in a process of its own: ``python -m kiosk.packs.decode``.

Decoders are large C libraries fed with strangers' files; one that crashes, hangs or grows must
not take the program with it. Each line in is a request ``{"kind", "path"}``, each line out an
answer: ``{"width", "height", "seconds"}`` or ``{"problem", "reason"}``, where the reason is a
key of ``[reasons]`` in ``messages/``; ``said`` holds the decoder's own words, if any.
"""

from __future__ import annotations

import json
import os
import sys
import warnings
from typing import Any

from kiosk.packs import limits

_MEMORY = 4 * 1024 * limits.MIB  # address space; decoders' threads reserve far more than they use
_BLOCK = 65_536  # sound frames decoded at a time

Answer = dict[str, Any]


def decode_image(path: str) -> Answer:
    """Decode a picture whole, once its header promises at most ``limits.IMAGE_PIXELS``."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only what is asked for

    Image.MAX_IMAGE_PIXELS = None  # the header is judged here, with the figures for the report
    formats = ("WEBP", "JPEG", "PNG")
    try:
        with Image.open(path, formats=formats) as image:
            width, height = image.size
            size = {"width": width, "height": height}
            if width * height > limits.IMAGE_PIXELS:
                return {"problem": "image_bomb", **size}
            if max(width, height) > limits.IMAGE_SIDE:
                return {"problem": "image_large", **size}
            image.verify()
        with Image.open(path, formats=formats) as image:
            image.load()
    except UnidentifiedImageError:
        return {"problem": "image_broken", "reason": "unrecognised"}
    return size


def decode_clip(path: str) -> Answer:
    """Decode the first and the last frame of a clip."""
    import cv2  # noqa: PLC0415 - only what is asked for

    clip = cv2.VideoCapture(path)
    try:
        if not clip.isOpened():
            return {"problem": "clip_broken", "reason": "undecodable"}
        width = int(clip.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = int(clip.get(cv2.CAP_PROP_FRAME_HEIGHT))
        rate, count = clip.get(cv2.CAP_PROP_FPS), clip.get(cv2.CAP_PROP_FRAME_COUNT)
        seconds = count / rate if rate > 0 else 0.0
        size = {"width": width, "height": height, "seconds": round(seconds, 2)}
        if max(width, height) > limits.CLIP_SIDE:
            return {"problem": "clip_large", **size}
        if seconds > limits.CLIP_SECONDS:
            return {"problem": "clip_long", **size}
        if not clip.read()[0]:
            return {"problem": "clip_broken", "reason": "no_picture"}
        if not _last_frame(clip, int(count)):
            return {"problem": "clip_broken", "reason": "truncated"}
        return size
    finally:
        clip.release()


def _last_frame(clip: Any, count: int) -> bool:
    """Whether the end of the clip decodes: its last frames, since containers miscount by a few."""
    import cv2  # noqa: PLC0415

    if count <= 1:
        return True
    for back in (1, 2, 4):
        clip.set(cv2.CAP_PROP_POS_FRAMES, max(0, count - back))
        if clip.read()[0]:
            return True
    return False


def decode_sound(path: str) -> Answer:
    """Decode a recording to its end, in blocks."""
    import soundfile  # noqa: PLC0415 - only what is asked for

    try:
        with soundfile.SoundFile(path) as sound:
            seconds = round(sound.frames / sound.samplerate, 2)
            if seconds > limits.SOUND_SECONDS:
                return {"problem": "sound_long", "seconds": seconds}
            decoded = sum(len(block) for block in sound.blocks(_BLOCK, dtype="float32"))
            if decoded < sound.frames:
                return {"problem": "sound_broken", "reason": "truncated"}
    except soundfile.LibsndfileError as error:
        said = str(error.error_string)
        reason = "unrecognised" if "not recognised" in said else "undecodable"
        return {"problem": "sound_broken", "reason": reason, "said": said}
    if not decoded:
        return {"problem": "sound_broken", "reason": "no_sound"}
    return {"seconds": seconds}


_DECODERS = {"image": decode_image, "clip": decode_clip, "sound": decode_sound}


def answer(request: Answer) -> Answer:
    """The answer to one request; whatever a decoder raises is an answer too."""
    kind = str(request["kind"])
    try:
        return _DECODERS[kind](str(request["path"]))
    except MemoryError:
        return {"problem": f"{kind}_broken", "reason": "memory"}
    except Exception as error:
        said = str(error) or type(error).__name__
        reason = "truncated" if "truncated" in said.lower() else "undecodable"
        return {"problem": f"{kind}_broken", "reason": reason, "said": said[:120]}


def main() -> None:
    """Answer requests from standard input until it ends."""
    os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"
    os.environ["OPENCV_LOG_LEVEL"] = "SILENT"
    warnings.simplefilter("ignore")
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
