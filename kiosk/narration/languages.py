"""What narration knows about languages: base tags, writing and who speaks them.

Tags are BCP 47 as in a pack (``zh-CN``, ``en``, ``pt``). Nothing here needs a model.
"""

BASES = ("zh", "en", "es", "it", "fr", "pt")  # spoken by the neural voices


def base_of(tag: str) -> str:
    """The language alone, in lower case: ``zh-Hans-CN`` -> ``zh``."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def region_of(tag: str) -> str:
    """The region in upper case, "" when the tag names none: ``en-gb`` -> ``GB``."""
    for part in tag.replace("_", "-").split("-")[1:]:
        if len(part) == 2 and part.isalpha():
            return part.upper()
    return ""


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one (URO, extension A, compatibility block)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or character == "〇"
    )
