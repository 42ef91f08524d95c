"""Where a key stands in a TOML text: a scanner that knows lines, which ``tomllib`` does not.

It runs only when something has to be reported, on text that ``tomllib`` has accepted.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]

# Possessive throughout: each character is read once, so hostile text costs linear time.
STRINGS = (
    r'"""(?:[^"\\]|\\(?:.|\n)|"(?!""))*+(?:"{3,5}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+(?:"|(?=\n)|\Z)'
    r"|'[^'\n]*+(?:'|(?=\n)|\Z)"
)
_TOKEN = re.compile(
    rf"(?P<skip>[ \t\r]+|\#[^\n]*)|(?P<newline>\n)|(?P<string>{STRINGS})"
    r"""|(?P<mark>[\[\]{}=,.])|(?P<bare>[^\s\[\]{}=,."'\#]+)"""
)
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r", "b": "\b", "f": "\f"}
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


class LineIndex:
    """Lines (from 1) of the keys of one TOML text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._tokens = [
            _Token(match.lastgroup or "", match[0], match.start(), match.end())
            for match in _TOKEN.finditer(text)
            if match.lastgroup != "skip"
        ]
        self._at = 0
        self._spans: dict[KeyPath, tuple[int, int]] = {}
        self._arrays: dict[KeyPath, int] = {}
        self._document()

    def line(self, path: KeyPath, phrase: str = "") -> int:
        """The line of a key, or of a phrase inside its value; a missing key's is its table's.

        Returns 0 when not even a parent of the key is written down.
        """
        while path and path not in self._spans:
            path = path[:-1]
        if not path:
            return 0
        start, end = self._spans[path]
        if phrase:
            found = self._text.find(phrase, start, end)
            start = found if found >= 0 else start
        return bisect_right(self._breaks, start - 1) + 1

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next_mark(self, marks: str) -> bool:
        token = self._peek()
        return token is not None and token.kind == "mark" and token.text in marks

    def _document(self) -> None:
        prefix: KeyPath = ()
        while (token := self._peek()) is not None:
            if token.kind == "newline":
                self._at += 1
            elif self._next_mark("["):
                prefix = self._header(token)
            else:
                self._pair(prefix)
                self._skip_line()

    def _header(self, opening: _Token) -> KeyPath:
        self._at += 1
        is_array = self._next_mark("[")
        if is_array:
            self._at += 1
        keys = self._keys("]")
        path: KeyPath = ()
        for number, key in enumerate(keys):
            path += (key,)
            if is_array and number == len(keys) - 1:
                self._arrays[path] = self._arrays.get(path, -1) + 1
                self._spans.setdefault(path, (opening.start, opening.end))
            if path in self._arrays:
                path += (self._arrays[path],)
        self._spans[path] = (opening.start, opening.end)
        self._skip_line()
        return path

    def _keys(self, closing: str) -> list[str]:
        keys: list[str] = []
        while (token := self._peek()) is not None and token.kind != "newline":
            if token.kind == "mark" and token.text in closing:
                break
            self._at += 1
            if token.kind == "bare":
                keys.append(token.text)
            elif token.kind == "string":
                keys.append(_unquoted(token.text))
        return keys

    def _pair(self, prefix: KeyPath) -> None:
        token = self._peek()
        if token is None:
            return
        path = prefix
        for key in self._keys("="):
            path += (key,)
            self._spans.setdefault(path, (token.start, token.end))
        if self._next_mark("="):
            self._at += 1
        self._value(path)
        last = self._tokens[min(self._at, len(self._tokens)) - 1]
        self._spans[path] = (token.start, last.end)

    def _value(self, path: KeyPath) -> None:
        if self._next_mark("["):
            self._at += 1
            self._items(path)
        elif self._next_mark("{"):
            self._at += 1
            self._inline(path)
        else:
            while (token := self._peek()) is not None:
                if token.kind == "newline" or self._next_mark(",]}"):
                    return
                self._at += 1

    def _items(self, path: KeyPath) -> None:
        number = 0
        while (token := self._peek()) is not None:
            if token.kind == "newline":
                self._at += 1
            elif self._next_mark(","):
                self._at += 1
                number += 1
            elif self._next_mark("]}"):
                self._at += 1
                return
            else:
                before = self._at
                self._value((*path, number))
                self._at = max(self._at, before + 1)
                last = self._tokens[self._at - 1]
                self._spans[(*path, number)] = (token.start, last.end)

    def _inline(self, path: KeyPath) -> None:
        while (token := self._peek()) is not None:
            if token.kind == "newline" or self._next_mark(","):
                self._at += 1
            elif self._next_mark("]}"):
                self._at += 1
                return
            else:
                before = self._at
                self._pair(path)
                self._at = max(self._at, before + 1)

    def _skip_line(self) -> None:
        while (token := self._peek()) is not None and token.kind != "newline":
            self._at += 1


def _unquoted(token: str) -> str:
    if token.startswith("'"):
        return token.strip("'")
    return _ESCAPE.sub(_unescaped, token.strip('"'))


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= sys.maxunicode else "\ufffd"
    return _ESCAPES.get(code, code)
