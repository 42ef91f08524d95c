"""Bounds of a pack: nothing read from one is larger, longer or deeper than this.

The figures are generous for a booth's show and small enough that a hostile pack costs
milliseconds. Lengths of text count characters, sizes of files bytes.
"""

from __future__ import annotations

KIB = 1024
MIB = 1024 * KIB

# Files.
WINERY_BYTES = 256 * KIB
TEXT_BYTES = 512 * KIB
IMAGE_BYTES = 40 * MIB
CLIP_BYTES = 500 * MIB
SOUND_BYTES = 40 * MIB
BED_BYTES = 24 * MIB  # two minutes of 48 kHz stereo, uncompressed
PATH_LENGTH = 200

# Structure.
NESTING = 8  # brackets in brackets, and dots in one key
MARKS = 20_000  # lines, keys, commas and brackets of one file: parsing them takes half a second
FINDINGS = 200  # kept per pack; the rest would only repeat them
LANGUAGES = 12
SCENES = 60
WINES = 30
ROOMS = 12
WINDOWS = 40
DATES = 60
GRAPES = 12
GRAPE_NAMES = 60
PAIRINGS = 8
READINGS = 200
QUESTIONS = 60
KEYWORDS = 12
LIVING = 3  # things that move in one picture
LIVING_SHARE = 0.25  # of the picture that one may take: every pixel of it is drawn anew
DEPTH_SHARE = 0.7  # of the picture that what stands in front may take: it is drawn a second time
STOPS = 8
SPOTS = 12

# Text on screen.
ID_LENGTH = 40
NAME = 60
PLACE = 80
MOTTO = 120
GREETING = 120  # some six seconds: nobody waits longer to choose
TITLE = 60
LINE = 160
STYLE = 120
TASTE = 300
DISH = 60
QUESTION = 80
KEYWORD = 40
STOP_TITLE = 40
READING_WORD = 60
READING_SOUND = 160

# Spoken text. 600 characters is what the format promises; 45 s is as long as a passer-by stays.
SCRIPT = 600
SCRIPT_SECONDS = 45.0
ANSWER = 400

# Links. A QR code of 512 bytes is already version 19 at level M.
LINK = 512
PLAY = 2048  # no code carries it, and signed addresses are long

# Media, once decoded.
IMAGE_PIXELS = 50_000_000
IMAGE_SIDE = 12_000
IMAGE_SHARP_SIDE = 1600  # below this the long side looks soft on a 1920x1080 screen
PANORAMA_WIDTH = 8192  # the largest texture that every graphics card takes whole
PANORAMA_SHARP_WIDTH = 4096  # below this the 75 degrees on a screen are fewer than 850 pixels
DECODE_SECONDS = 60.0  # for one file; a machine slow enough to need more could not play it
MEDIA_FILES = 2000
CLIP_SECONDS = 120.0
CLIP_SIDE = 4096
SOUND_SECONDS = 300.0
BED_SECONDS = 120.0  # a bed is held in memory, 5 MB a minute
BED_SHORTEST = 10.0  # a shorter round is heard as one

IMAGE_SUFFIXES = (".webp", ".jpg", ".jpeg", ".png")
CUT_OUT_SUFFIXES = (".webp", ".png")  # those that can be transparent
CLIP_SUFFIXES = (".webm", ".mp4", ".mkv")
SOUND_SUFFIXES = (".wav", ".ogg")
