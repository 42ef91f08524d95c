"""French as it is told rather than declaimed: espeak-ng's liaisons and its gn, mended.

espeak-ng links every plural to a following vowel. After a word that already ends in a consonant
("caisses en bois", "vignes après") speakers link only from determiners and adjectives before
their noun; elsewhere the link sounds stilted and is misheard: the recogniser of the benchmarks
made "desquelles s'embois" of "des caisses en bois".
"""

from collections.abc import Sequence

# Grevisse and Goosse, Le bon usage, on liaison: what links to its noun although it ends in a
# consonant sound.
_LINKING = frozenset(
    {
        "leurs", "plusieurs", "quelques", "certaines", "toutes", "autres", "mêmes", "diverses",
        "différentes", "nombreuses", "belles", "bonnes", "vieilles", "grandes", "petites",
        "longues", "premières", "dernières", "anciennes", "nouvelles", "jeunes", "hautes",
        "dans", "sans", "vers", "puis", "mes", "tes", "ses",
    }
)  # fmt: skip
_CONSONANTS = frozenset("bdfɡgjklmnɲŋpʁrstvwzʃʒ")


def as_told(words: Sequence[str], linked: Sequence[str], alone: Sequence[str]) -> list[str]:
    """Each word's symbols without stilted liaison, and gn said as one sound.

    Args:
        words: as written.
        linked: the model's symbols of each within its clause; a space at the end parts words.
        alone: the symbols of each said by itself.
    """
    made = []
    for word, piece, single in zip(words, linked, alone, strict=True):
        body, space = piece.rstrip(), piece[len(piece.rstrip()) :]
        own = single.rstrip()
        stilted = (
            word.lower() not in _LINKING
            and body.endswith("z")
            and own[-1:] in _CONSONANTS
            and body[:-1].endswith(own[-1:])
        )
        if stilted and not own.endswith("z"):
            body, space = body[:-1], space or " "
        if "gn" in word.lower():
            body = body.replace("nj", "ɲ")
        made.append(body + space)
    return made
