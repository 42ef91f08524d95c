"""The codes of findings: stable names that tests, JSON and translations hold on to."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """What can be wrong with a pack. Each has a sentence in every file of ``messages/``."""

    # Files and paths.
    PACK_MISSING = "pack_missing"
    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_KIND = "file_kind"
    FILE_UNUSED = "file_unused"
    PATH_FORM = "path_form"
    PATH_OUTSIDE = "path_outside"
    LINK_OUTSIDE = "link_outside"

    # TOML.
    NOT_UTF8 = "not_utf8"
    CONTROL_CHARACTER = "control_character"
    TOML_SYNTAX = "toml_syntax"
    TOO_DEEP = "too_deep"

    # Values.
    FORMAT_UNKNOWN = "format_unknown"
    KEY_MISSING = "key_missing"
    KEY_UNKNOWN = "key_unknown"
    WRONG_TYPE = "wrong_type"
    BAD_FORM = "bad_form"
    BAD_CHOICE = "bad_choice"
    OUT_OF_RANGE = "out_of_range"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY = "too_many"

    # How entries hang together.
    ID_NOT_FOLDER = "id_not_folder"
    ID_TWICE = "id_twice"
    WINE_UNKNOWN = "wine_unknown"
    ROOM_UNKNOWN = "room_unknown"
    ROOM_TARGET = "room_target"
    NO_ROOM = "no_room"
    NOTHING_LOOPS = "nothing_loops"
    DIAGRAM_MISPLACED = "diagram_misplaced"
    LIVING_OUTSIDE = "living_outside"
    LIVING_LARGE = "living_large"
    LIVING_UPRIGHT = "living_upright"
    DEPTH_OUTSIDE = "depth_outside"
    DEPTH_LARGE = "depth_large"
    DEPTH_UPRIGHT = "depth_upright"
    DEPTH_SOLID = "depth_solid"
    DEPTH_SHAPE = "depth_shape"
    SCENE_UNKNOWN = "scene_unknown"
    STOP_UNKNOWN = "stop_unknown"
    STOP_ITSELF = "stop_itself"
    SPOT_TARGET = "spot_target"
    NO_SPOTS = "no_spots"

    # Words.
    LANGUAGE_MISSING = "language_missing"
    LANGUAGE_UNLISTED = "language_unlisted"
    TEXT_MISSING = "text_missing"
    NAME_MISSING = "name_missing"
    TEXT_UNUSED = "text_unused"
    SCRIPT_MISSING = "script_missing"
    SCRIPT_LONG = "script_long"
    ANSWER_LONG = "answer_long"
    GLYPH_MISSING = "glyph_missing"
    WEAK_CONTRAST = "weak_contrast"

    # Timetables.
    BAD_TIME = "bad_time"
    BAD_DATE = "bad_date"
    DATE_PAST = "date_past"

    # Links.
    LINK_FORM = "link_form"
    LINK_SCHEME = "link_scheme"
    LINK_HOST = "link_host"
    LINK_USERINFO = "link_userinfo"
    LINK_PORT = "link_port"
    LINK_LOOKALIKE = "link_lookalike"
    LINK_TOO_LONG = "link_too_long"
    LINK_EXPIRES = "link_expires"
    LINK_PLATFORM = "link_platform"
    LINK_ELSEWHERE = "link_elsewhere"
    PLAY_KIND = "play_kind"
    PLAY_EXPIRES = "play_expires"

    # Media, once decoded.
    IMAGE_BROKEN = "image_broken"
    IMAGE_BOMB = "image_bomb"
    IMAGE_LARGE = "image_large"
    IMAGE_SOFT = "image_soft"
    FOCUS_MISSING = "focus_missing"
    PANORAMA_SHAPE = "panorama_shape"
    PANORAMA_LARGE = "panorama_large"
    PANORAMA_SOFT = "panorama_soft"
    CLIP_BROKEN = "clip_broken"
    CLIP_LONG = "clip_long"
    CLIP_LARGE = "clip_large"
    SOUND_BROKEN = "sound_broken"
    SOUND_LONG = "sound_long"
    BED_LONG = "bed_long"
    BED_SHORT = "bed_short"

    # Codes.
    CODE_UNREAD = "code_unread"

    # Advertising rules.
    AD_INDUCEMENT = "ad_inducement"
    AD_DRINKING = "ad_drinking"
    AD_DRIVING = "ad_driving"
    AD_RELIEF = "ad_relief"
    AD_HEALTH = "ad_health"
    AD_SUPERLATIVE = "ad_superlative"
    AD_MINORS = "ad_minors"

    # Narration.
    NARRATION_MISSING = "narration_missing"
    NARRATION_STALE = "narration_stale"
