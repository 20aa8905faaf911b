"""Which keys are told on a page: its own, those of a case, and those that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iq_desktop.ui.shell.commands import COMMANDS, Command, Whereabouts
from iq_desktop.wording.text import Text, say

_IN_ROWS: Final = {"go_to": say("Main areas"), "show_page": say("The pages of the case")}
"""Commands that are told in one row: they differ in their number only."""
_OF_A_CASE: Final = frozenset({"show_page", "print", "undo", "redo", "next_open", "next_page", "page_before"})


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Keys in Qt's portable form and what they do; `Ctrl+1 … 4` stands for a row of them."""

    keys: str
    text: Text


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys that belong together, under a heading."""

    heading: Text
    rows: tuple[KeyRow, ...]


FIELD_KEYS: Final = (
    KeyRow("Tab", say("Next field")),
    KeyRow("Shift+Tab", say("Field before")),
    KeyRow("Space", say("Choose an answer, press a button")),
    KeyRow("Alt+Down", say("Open the list of a field")),
)
"""Keys of every page with fields."""
LIST_KEYS: Final = (
    KeyRow("Down", say("Next line")),
    KeyRow("Return", say("Open what is chosen")),
)
"""Keys of every page with a list."""
COURSE_KEYS: Final = (
    *LIST_KEYS,
    KeyRow("Esc", say("Back to the list")),
    KeyRow("+", say("Map: nearer")),
    KeyRow("-", say("Map: farther")),
    KeyRow("Home", say("Map: all of Germany")),
)
"""Keys of the list of courses and of its map."""
PAPER_KEYS: Final = (
    KeyRow("+", say("Larger")),
    KeyRow("-", say("Smaller")),
    KeyRow("Home", say("First page")),
    KeyRow("End", say("Last page")),
    KeyRow("Return", say("Next place")),
    KeyRow("Shift+Return", say("Place before")),
)
"""Keys in the preview of a paper and in its line for words."""


def key_groups(where: Whereabouts, of_page: tuple[KeyRow, ...] = ()) -> tuple[KeyGroup, ...]:
    """Return the keys that work at a place; `of_page` are those that only the page that is shown knows."""
    case = [command for command in COMMANDS if command.deed in _OF_A_CASE]
    others = [command for command in COMMANDS if command.deed not in _OF_A_CASE]
    found = [KeyGroup(say("On this page"), (*of_page, *(FIELD_KEYS if where.is_in_case else ())))]
    if where.has_case:
        found.append(KeyGroup(say("In the case"), _rows(case)))
    found.append(KeyGroup(say("Everywhere"), _rows(others)))
    return tuple(group for group in found if group.rows)


def _rows(commands: list[Command]) -> tuple[KeyRow, ...]:
    rows: dict[str, KeyRow] = {}
    for command in commands:
        if not command.keys:
            continue
        first = rows.get(command.deed)
        if command.deed not in _IN_ROWS:
            rows[command.name] = KeyRow(command.shown_keys, command.text)
        elif first is None:
            rows[command.deed] = KeyRow(command.shown_keys, _IN_ROWS[command.deed])
        else:
            start = first.keys.partition(" … ")[0]
            rows[command.deed] = KeyRow(f"{start} … {command.shown_keys[-1]}", first.text)
    return tuple(rows.values())
