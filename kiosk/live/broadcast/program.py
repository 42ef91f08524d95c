"""The ffmpeg program: found on the system, run unmodified as a process of its own.

It encodes and sends. Nothing of it is imported or linked: builds of FFmpeg that can encode H.264 on
the processor carry x264, which is under the GPL (PyAV's wheels do, as shared libraries).
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.errors import BroadcastError

PROGRAM = "ffmpeg"
_TIMEOUT = 20.0  # s; a trial of an encoder takes 0.1 to 1 s
_CARD = "/dev/dri/renderD128"

# A Ctrl+C at the terminal is for us alone: we end the programs in order. No console window pops up.
APART: dict[str, Any] = (
    {"creationflags": 0x0800_0200} if sys.platform == "win32" else {"start_new_session": True}
)

Run = Callable[[Sequence[str]], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Codec:
    """How to ask for one H.264 encoder.

    ``before`` goes before the input, ``filters`` brings pictures to where it wants them,
    ``options`` belong to the encoder.
    """

    name: str
    before: tuple[str, ...] = ()
    filters: str = "format=yuv420p"
    options: tuple[str, ...] = ()


# The best first: hardware, then the processor. No B frames: they cost work and delay.
CODECS = (
    Codec("h264_vaapi", ("-vaapi_device", _CARD), "format=nv12,hwupload"),
    Codec("h264_qsv", filters="format=nv12", options=("-preset", "veryfast")),
    Codec("h264_nvenc", options=("-preset", "p4", "-rc", "cbr")),
    Codec("h264_videotoolbox", options=("-realtime", "1")),
    Codec("h264_mf", filters="format=nv12", options=("-rate_control", "cbr")),
    Codec("libx264", options=("-preset", "superfast", "-sc_threshold", "0")),
    Codec("libopenh264", options=("-allow_skip_frames", "0")),
)
_SOFTWARE = {"libx264", "libopenh264"}
_MANY_CORES = 4  # from there on x264 takes the next better preset


def how_to_install(platform: str = sys.platform) -> str:
    """The line to type on this system."""
    if platform == "win32":
        return "type this, then start again: winget install ffmpeg"
    if platform == "darwin":
        return "type this, then start again: brew install ffmpeg"
    return "type this, then start again: sudo apt-get install -y --no-install-recommends ffmpeg"


def find_program() -> str:
    """Where ffmpeg is.

    Raises:
        BroadcastError: it is not installed.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise BroadcastError(
            "the program ffmpeg, which encodes and sends the show, is not installed",
            advice=how_to_install(),
        )
    return program


def run(command: Sequence[str]) -> tuple[int, str]:
    """Run a short command; its exit code and all that it said."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            timeout=_TIMEOUT, check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        return -1, type(error).__name__
    return done.returncode, done.stdout.decode("utf-8", "replace")


def choose(program: str, size: tuple[int, int], ask: Run = run) -> Codec:
    """The best encoder that really works on this machine.

    An encoder can be listed and still lack its hardware or driver, so each is tried on a few
    pictures of the size that will be sent.

    Raises:
        BroadcastError: this ffmpeg encodes no H.264.
    """
    code, listed = ask([program, "-hide_banner", "-encoders"])
    names = {words[1] for words in map(str.split, listed.splitlines()) if len(words) > 1}
    if code != 0 or "aac" not in names:
        raise BroadcastError(
            "ffmpeg does not work, or has no AAC encoder", where=program,
            advice="install the system's own ffmpeg",
        )  # fmt: skip
    picture = f"color=black:s={size[0]}x{size[1]}:r=25:d=0.2"
    for codec in CODECS:
        if codec.name not in names:
            continue
        trial = [
            program, "-hide_banner", "-nostdin", "-loglevel", "error", *codec.before, "-f", "lavfi",
            "-i", picture, "-vf", codec.filters, "-c:v", codec.name, *codec.options, "-bf", "0",
            "-b:v", "1M", "-f", "null", "-",
        ]  # fmt: skip
        if ask(trial)[0] == 0:
            return codec
    raise BroadcastError(
        "this ffmpeg encodes no H.264", where=program, advice="install the system's own ffmpeg"
    )


def encoding(
    program: str, codec: Codec, fps: int, kbps: int, cores: int | None = None
) -> list[str]:
    """The command that makes a transport stream (standard output) of raw Matroska (input).

    Args:
        program: where ffmpeg is.
        codec: which encoder.
        fps: frames a second; a picture that is left out is shown again.
        kbps: of the pictures.
        cores: of this machine.
    """
    options = list(codec.options)
    if codec.name == "libx264" and (cores or os.cpu_count() or 1) >= _MANY_CORES:
        options[options.index("superfast")] = "veryfast"
    return [
        program, "-hide_banner", "-nostdin", "-loglevel", "error", *codec.before,
        "-probesize", "32", "-analyzeduration", "0", "-f", "matroska", "-i", "pipe:0",
        # Alone, -r would show the picture after a gap early instead of the one before it longer.
        "-vf", f"fps={fps},{codec.filters}", "-r", str(fps),
        "-c:v", codec.name, *options, "-bf", "0", "-g", str(2 * fps),
        "-b:v", f"{kbps}k", "-maxrate", f"{kbps}k", "-bufsize", f"{2 * kbps}k",
        # OpenCV's conversion is BT.601's; players must be told, for HD they assume BT.709.
        "-colorspace", "smpte170m", "-color_primaries", "bt709", "-color_trc", "bt709",
        "-color_range", "tv",
        "-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-ac", "2",
        "-muxdelay", "0", "-muxpreload", "0", "-mpegts_start_pid", "256",
        "-mpegts_pmt_start_pid", "4096", "-flush_packets", "1", "-f", "mpegts", "pipe:1",
    ]  # fmt: skip


_TAKING = (
    "-hide_banner", "-nostdin", "-loglevel", "error", "-progress", "pipe:1", "-stats_period", "1",
    "-probesize", "500000", "-analyzeduration", "1000000", "-f", "mpegts", "-i", "pipe:0",
    "-map", "0:v:0", "-map", "0:a:0", "-c", "copy",
)  # fmt: skip


def sending(program: str, server: str, preset: str) -> list[str]:
    """The command that sends a transport stream to a live room.

    The stream key is not in it, since everyone on a machine can read command lines.

    Args:
        program: where ffmpeg is.
        server: the room's server.
        preset: a file of options, made by ``preset_of``.
    """
    return [
        program, *_TAKING, "-flvflags", "no_duration_filesize", "-fpre", preset,
        "-f", "flv", server,
    ]  # fmt: skip


def must_hide_keys(program: str, ask: Run = run) -> None:
    """Make sure that this ffmpeg takes options from a file (all do from 0.6 to 7 at least).

    Raises:
        BroadcastError: it does not; a stream key would have to be an argument.
    """
    if not re.search(r"^-fpre\b", ask([program, "-hide_banner", "-h", "long"])[1], re.MULTILINE):
        raise BroadcastError(
            "this ffmpeg takes no options from a file, so that the stream key would be seen in the "
            "list of running programs", where=program,
            advice="install the system's own ffmpeg, or version 7",
        )  # fmt: skip


def preset_of(server: str, key: str, authority: Path | None = None) -> str:
    """The options that are nobody's business, as ffmpeg reads them from a file.

    Args:
        server: the room's server.
        key: its stream key.
        authority: a file of certificates to trust instead of the system's.
    """
    options = {"rtmp_playpath": key, "rtmp_live": "live"}
    if server.startswith("rtmps"):
        options["tls_verify"] = "1"
        if authority is not None:
            options["ca_file"] = str(authority)
    return "".join(f"{name}={value}\n" for name, value in options.items())


def recording(program: str, path: Path, label: str, part: int) -> list[str]:
    """The command that writes a transport stream into an MP4 file.

    Args:
        program: where ffmpeg is.
        path: the file.
        label: the value of its ``AIGC`` metadata.
        part: 0; 1, 2 ... where a stream was interrupted, and the file gets a number.
    """
    if part:
        path = path.with_stem(f"{path.stem}-{part + 1}")
    return [
        program, *_TAKING, "-metadata", f"AIGC={label}", "-movflags",
        "+use_metadata_tags+faststart", "-f", "mp4", "-y", str(path),
    ]  # fmt: skip


def is_software(codec: Codec) -> bool:
    """Whether the processor does the work."""
    return codec.name in _SOFTWARE
