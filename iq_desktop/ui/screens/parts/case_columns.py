"""The columns of the list of cases on the screen: words from `usecases.case_columns`, room and marks from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.niq import NiqLight
from iq_desktop.ui.kit.table import Column
from iq_desktop.usecases.case_columns import CASE_COLUMNS, USUAL_COLUMNS, Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.usecases.case_columns import CaseColumn
    from iq_desktop.wording.tongue import Tongue

_WEIGHTS: Final = {
    "name": 3,
    "own_script": 2,
    "occupation": 2,
    "open_pages": 2,
    "language": 1,
    "place": 1,
    "origins": 1,
}
_MARKS: Final = {NiqLight.RED: "danger", NiqLight.AMBER: "warn", NiqLight.GREEN: "good"}
TIGHT: Final = ("name", "number", "language", "changed", "match")
"""The usual columns where there is little room, or where the quick view tells the others anyway."""


def case_key(row: CaseRow) -> str:
    """Return what makes two rows the same case."""
    return row.id


def screen_columns(advisers: Callable[[], Mapping[str, str]]) -> tuple[Column, ...]:
    """Return every column; `advisers` gives the names of advisers by identity, as they are known then."""
    return tuple(
        Column(
            column.name,
            column.title,
            _Words(column, advisers),
            _WEIGHTS.get(column.name, 0),
            _niq_mark if column.name == "niq" else None,
        )
        for column in CASE_COLUMNS
    )


def hidden_columns(chosen: Sequence[str], *, is_tight: bool, has_words: bool) -> frozenset[str]:
    """Return which columns are not shown: those that nobody chose, and how it was found while nothing is searched."""
    shown = set(chosen) or set(TIGHT if is_tight else USUAL_COLUMNS)
    if has_words:
        shown.add("match")
        if is_tight and not chosen:
            shown.discard("changed")  # the name, which one searches for, needs the room
    else:
        shown.discard("match")
    return frozenset(column.name for column in CASE_COLUMNS) - shown


class _Words:
    """Says what a column tells of a row."""

    def __init__(self, column: CaseColumn, advisers: Callable[[], Mapping[str, str]]) -> None:
        self._column, self._advisers = column, advisers

    def __call__(self, row: Any, tongue: Tongue) -> str:
        return self._column.words(row, Teller(tongue, self._advisers()))


def _niq_mark(row: CaseRow) -> str:
    return _MARKS[row.niq] if row.niq else ""
