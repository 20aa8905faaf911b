"""Reads JSON of strangers: no key twice, no depth or number of values without end, and the line of every value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Mapping

_DEEPEST: Final = 12
_MOST_VALUES: Final = 60_000
_LONGEST_KEY: Final = 160
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = re.compile(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?![0-9.eE])")
_WORDS: Final = {"true": True, "false": False, "null": None}


class BrokenJsonError(Exception):
    """A text is no JSON, or more than a pack needs; `line` is counted from 1."""

    def __init__(self, line: int, what: Text) -> None:
        """Keep where it is broken, and why."""
        super().__init__(what.message)
        self.line = line
        self.what = what


def read_json(content: bytes, first_line: int = 1, deepest: int = _DEEPEST) -> tuple[Any, Mapping[str, int]]:
    """Return what a text holds, and the line of each value by its path (`sections[1].items[0].code`).

    Numbers are whole; values lie at most `deepest` objects and lists inside each other. Raises BrokenJsonError.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = first_line + content.count(b"\n", 0, error.start)
        raise BrokenJsonError(line, say("the letters are not written as UTF-8")) from None
    reader = _Reader(text, first_line, deepest)
    value, at = reader.value(reader.skip(0), "", 0)
    at = reader.skip(at)
    if at != len(text):
        raise reader.broken(at, say("something follows after the end"))
    return value, reader.lines


class _Reader:
    """One text with the lines of what was read of it."""

    def __init__(self, text: str, first_line: int, deepest: int) -> None:
        self.text = text
        self.lines: dict[str, int] = {}
        self._starts = [match.end() for match in re.finditer("\n", text)]
        self._first = first_line
        self._deepest = deepest
        self._values = 0

    def value(self, at: int, place: str, depth: int) -> tuple[Any, int]:
        """Return the value that begins at a place of the text, and where it ends."""
        self._values += 1
        self.lines[place] = self._line(at)
        if depth > self._deepest or self._values > _MOST_VALUES:
            raise self.broken(at, say("there is more in it than a pack can need"))
        sign = self.text[at : at + 1]
        if sign == "{":
            return self._object(at, place, depth)
        if sign == "[":
            return self._list(at, place, depth)
        if sign == '"':
            return self._string(at)
        if number := _NUMBER.match(self.text, at):
            return int(number[0]), number.end()
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, at):
                return meaning, at + len(word)
        raise self.broken(at, say("this is no JSON"))

    def skip(self, at: int) -> int:
        """Return where the next sign stands."""
        match = _SPACE.match(self.text, at)
        return match.end() if match else at

    def broken(self, at: int, what: Text) -> BrokenJsonError:
        """Return the error for a place of the text."""
        return BrokenJsonError(self._line(at), what)

    def _object(self, at: int, place: str, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self.skip(at + 1)
        if self.text.startswith("}", at):
            return found, at + 1
        while True:
            start = at
            key, at = self._string(at)
            if len(key) > _LONGEST_KEY:
                raise self.broken(start, say("the key is too long"))
            if key in found:
                raise self.broken(start, say("the key “{key}” stands there twice", key=key))
            at = self._sign(self.skip(at), ":")
            found[key], at = self.value(at, f"{place}.{key}" if place else key, depth + 1)
            at = self.skip(at)
            if self.text.startswith("}", at):
                return found, at + 1
            at = self._sign(at, ",")

    def _list(self, at: int, place: str, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self.skip(at + 1)
        if self.text.startswith("]", at):
            return found, at + 1
        while True:
            one, at = self.value(at, f"{place}[{len(found)}]", depth + 1)
            found.append(one)
            at = self.skip(at)
            if self.text.startswith("]", at):
                return found, at + 1
            at = self._sign(at, ",")

    def _string(self, at: int) -> tuple[str, int]:
        match = _STRING.match(self.text, at)
        if match is None:
            raise self.broken(at, say("this is no JSON"))
        if "\\" not in match[0]:
            return match[0][1:-1], match.end()
        try:
            words: str = json.loads(match[0])
        except ValueError:
            raise self.broken(at, say("this is no JSON")) from None
        return words, match.end()

    def _sign(self, at: int, sign: str) -> int:
        if not self.text.startswith(sign, at):
            raise self.broken(at, say("this is no JSON"))
        return self.skip(at + 1)

    def _line(self, at: int) -> int:
        return self._first + bisect_right(self._starts, at)
