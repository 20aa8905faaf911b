"""Reads the members of long lists out of JSON, one after the other, however large the file is."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.refusal import BrokenFile
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.catalogues.containers import FoundFile

_PIECE: Final = 1 << 18
_LONGEST_MEMBER: Final = 4_000_000
"""Characters of one member; the longest real ones have some 30,000."""
_BETWEEN: Final = re.compile(r"[\s,]*")
_DECODER: Final = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list with the line on which it begins, counted from 1."""

    line: int
    value: Any


def stream_members(file: FoundFile, opening: re.Pattern[str]) -> Iterator[Member]:
    """Yield the members of every list that follows an opening.

    Raises BrokenFile where bytes are no UTF-8, a member is no JSON, or the file ends inside a list.
    """
    with file.open() as stream:
        reader = _Reader(file, stream)
        try:
            while reader.find(opening):
                yield from reader.members()
        except UnicodeDecodeError as error:
            raise BrokenFile(file.name, reader.line, say("These bytes are no text in UTF-8.")) from error


class _Reader:
    """A window that walks over the text of a file."""

    def __init__(self, file: FoundFile, stream: IO[bytes]) -> None:
        self.line = 1
        self._file = file
        self._text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")
        self._window = ""
        self._is_over = False

    def find(self, opening: re.Pattern[str]) -> bool:
        """Go behind the next opening; return whether there was one."""
        while True:
            match = opening.search(self._window)
            if match:
                self._drop(match.end())
                return True
            self._drop(max(len(self._window) - _LONGEST_OPENING, 0))
            if not self._more():
                return False

    def members(self) -> Iterator[Member]:
        """Yield the members up to the end of the list."""
        while True:
            self._drop(self._skip())
            sign = self._window[:1]
            if sign == "]":
                self._drop(1)
                return
            if not sign:
                raise BrokenFile(self._file.name, self.line, say("The file ends in the middle of a list."))
            begin = self.line
            value, end = self._member()
            self._drop(end)
            yield Member(begin, value)

    def _member(self) -> tuple[Any, int]:
        while True:
            try:
                return _DECODER.raw_decode(self._window)
            except (ValueError, RecursionError) as error:
                is_too_long = len(self._window) > _LONGEST_MEMBER
                if isinstance(error, RecursionError) or is_too_long or not self._more():
                    raise BrokenFile(self._file.name, self.line, say("This is no sound JSON.")) from None

    def _skip(self) -> int:
        while True:
            match = _BETWEEN.match(self._window)
            end = match.end() if match else 0
            if end < len(self._window) or not self._more():
                return end

    def _drop(self, count: int) -> None:
        self.line += self._window.count("\n", 0, count)
        self._window = self._window[count:]

    def _more(self) -> bool:
        if self._is_over:
            return False
        piece = self._text.read(_PIECE)
        self._is_over = not piece
        self._window += piece
        return bool(piece)


_LONGEST_OPENING: Final = 64
