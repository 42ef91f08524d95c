"""Keeps stream keys out of everything that is written or printed."""

import re
from collections.abc import Iterable

HIDDEN = "[key]"
_SHORTEST = 4  # characters; hiding shorter ones would only garble the text around them
_PARTS = re.compile(r"[?&=/]")
_LONG = 12  # characters from which a part of a key is a secret of its own


class Redactor:
    """Replaces keys wherever they turn up in a text.

    Args:
        secrets: the keys; of a key with parameters (``name?sign=...``) the name and every long
            part count as well, since programs print addresses in pieces.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        found: set[str] = set()
        for secret in secrets:
            found |= {secret, secret.partition("?")[0]}
            found.update(part for part in _PARTS.split(secret) if len(part) >= _LONG)
        # The longest first: a part must not break the whole apart before it is found.
        kept = sorted((one for one in found if len(one) >= _SHORTEST), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, kept))) if kept else None

    def __call__(self, text: str) -> str:
        """The text without the keys."""
        return self._pattern.sub(HIDDEN, text) if self._pattern is not None else text
