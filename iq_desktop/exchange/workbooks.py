"""Workbooks for spreadsheets (XLSX): any number of rows in little memory, each cell a text, a number or a day."""

from __future__ import annotations

import datetime as dt
import os
import re
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from iq_desktop.usecases.export_ports import NextSheet
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iq_desktop.usecases.export_ports import Cell, Sheet

_MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its head (a limit of the file format)."""
_LONGEST: Final = 32_767
"""Signs of a cell (a limit of the file format)."""
_NOT_ALLOWED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that XML cannot hold."""
_FORMULA: Final = frozenset("=+-@\t\r")
"""Signs with which a spreadsheet begins to calculate once somebody edits the cell (OWASP, CSV injection)."""
_RICH: Final = ("<r>", "</r>")
"""Words that begin and end so the writer would take for markup of its own; a space behind them keeps them words."""
_FIRST_DAY: Final = dt.date(1900, 3, 1)
"""Before it, spreadsheets disagree about the number of a day."""


class XlsxFiles:
    """The port `WorkbookFiles`: sheets stream row by row; words are never read as a formula."""

    def write(self, path: Path, sheets: Sequence[Sheet]) -> tuple[int, ...]:
        """Write a workbook and return how many rows each sheet has; a file appears whole or not at all.

        Rows that no longer fit into a sheet go on in a further one. What is half written lies beside the file and
        nowhere else. Raises IqError where the disk refuses; whatever the rows raise leaves nothing behind.
        """
        draft = path.with_name(f"{path.name}.part")
        try:
            try:
                written = _write(draft, sheets)
                _make_sure(draft)
                draft.replace(path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
        except (OSError, XlsxWriterException) as error:
            raise IqError(
                say("The table could not be written to “{name}”.", name=path.name),
                say("Please choose another folder, or close the program that has the file open."),
            ) from error
        return written


def _write(draft: Path, sheets: Sequence[Sheet]) -> tuple[int, ...]:
    with tempfile.TemporaryDirectory(prefix=f".{draft.name}-", dir=draft.parent) as beside:
        book = xlsxwriter.Workbook(
            str(draft),
            {
                "constant_memory": True,
                "tmpdir": beside,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_date_format": "dd.mm.yyyy",
            },
        )
        try:
            head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
            pages = [_Page(book, sheet, head) for sheet in sheets]
            for place, sheet in enumerate(sheets):
                _write_rows(pages[place:], sheet.rows)
            return tuple(page.written for page in pages)
        finally:
            book.close()


class _Page:
    """One sheet that is being written; rows that no longer fit go on in a further one."""

    def __init__(self, book: Any, sheet: Sheet, head: Any) -> None:
        self._book, self._sheet, self._head = book, sheet, head
        self._defused = book.add_format({"quote_prefix": True})
        self._page = _begin(book, sheet, 1, head)
        self.written = 0

    def write(self, row: Iterable[Cell]) -> None:
        """Write the next row."""
        place = self.written % _MOST_ROWS
        if self.written and not place:
            self._page = _begin(self._book, self._sheet, self.written // _MOST_ROWS + 1, self._head)
        _write_row(self._page, place + 1, row, self._defused)
        self.written += 1


def _write_rows(pages: Sequence[_Page], rows: Iterable[tuple[Cell, ...] | NextSheet]) -> None:
    """Write the rows of a sheet, and those for the sheet behind it as they come up."""
    for row in rows:
        if isinstance(row, NextSheet):
            pages[1].write(row.cells)
        else:
            pages[0].write(row)


def _begin(book: Any, sheet: Sheet, part: int, head: Any) -> Any:
    page = book.add_worksheet(sheet.name if part == 1 else f"{sheet.name} {part}")
    page.freeze_panes(1, 0)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for column, words in enumerate(sheet.heads):
        page.write_string(0, column, words, head)
    return page


def _write_row(page: Any, place: int, row: Iterable[Cell], defused: Any) -> None:
    for column, cell in enumerate(row):
        if cell is None or cell == "":
            continue
        if isinstance(cell, dt.date):
            _write_day(page, place, column, cell)
        elif isinstance(cell, int):
            page.write_number(place, column, cell)
        else:
            words = _clean(cell)
            page.write_string(place, column, words, defused if words[:1] in _FORMULA else None)


def _clean(words: str) -> str:
    """Return words as a cell can hold them; what is printable needs no second look."""
    kept = (words if words.isprintable() else _NOT_ALLOWED.sub("", words))[:_LONGEST]
    is_markup = kept.startswith(_RICH[0]) and kept.endswith(_RICH[1])
    return f"{kept[: _LONGEST - 1]} " if is_markup else kept


def _write_day(page: Any, place: int, column: int, day: dt.date) -> None:
    if day >= _FIRST_DAY:
        page.write_datetime(place, column, dt.datetime(day.year, day.month, day.day))  # noqa: DTZ001  (a day has no zone)
    else:
        page.write_string(place, column, day.isoformat())


def _make_sure(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
