"""Typing a filled-in sheet: one key for each line, on to the next by itself, back with one key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from iq_desktop.domain.sheet_lines import SheetLine

NOTHING_TICKED = 0


@dataclass(frozen=True, slots=True)
class SheetTyping:
    """How far somebody is with a sheet: `at` is the place of the line whose key is awaited, `boxes` by line number.

    A box counts from 1; a line without a tick has 0, one that was not reached yet stands in no box.
    """

    lines: tuple[SheetLine, ...]
    at: int = 0
    boxes: Mapping[int, int] = field(default_factory=dict)

    @property
    def present(self) -> SheetLine | None:
        """The line whose key is awaited, none at the end."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    @property
    def answered(self) -> int:
        """How many lines have a tick."""
        return sum(box != NOTHING_TICKED for box in self.boxes.values())

    @property
    def ticked(self) -> dict[int, int]:
        """The value of each line that has a tick, by its number."""
        by_number = {line.number: line for line in self.lines}
        return {number: by_number[number].values[box - 1] for number, box in self.boxes.items() if box}


def press_box(typing: SheetTyping, box: int) -> SheetTyping:
    """Return the state after a key: box 1 is the first one from the left, 0 says that nothing is ticked.

    A key that the line has no box for, and any key behind the last line, changes nothing.
    """
    line = typing.present
    if line is None or not 0 <= box <= len(line.values):
        return typing
    return replace(typing, at=typing.at + 1, boxes={**typing.boxes, line.number: box})


def go_back(typing: SheetTyping) -> SheetTyping:
    """Return the state at the line before, whose key can be pressed again."""
    return replace(typing, at=max(typing.at - 1, 0))


def go_to_line(typing: SheetTyping, number: int) -> SheetTyping:
    """Return the state at a line by its number; an unknown one changes nothing."""
    place = next((at for at, line in enumerate(typing.lines) if line.number == number), typing.at)
    return replace(typing, at=place)


def read_numbers(words: str, lines: tuple[SheetLine, ...], most: int) -> tuple[int, ...] | None:
    """Return the numbers of lines in a ranking as somebody typed them (`4, 12 7`), or None where one cannot be.

    None is also the answer to a number twice and to more than `most`.
    """
    found = [int(part) for part in re.findall(r"\d+", words)]
    known = {line.number for line in lines}
    is_plain = not re.search(r"[^\d\s,;.–-]", words)
    if not is_plain or len(found) > most or len(set(found)) != len(found) or not set(found) <= known:
        return None
    return tuple(found)
