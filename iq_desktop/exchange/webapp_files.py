"""Reads workbooks that others made: values only, with limits on everything, nothing of it is ever run or fetched.

What a workbook claims to hold is counted before it is unpacked; formulas stay unread (the value that stood there last
counts), macros and links to other files are refused.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, Final

import openpyxl

from iq_desktop.usecases.webapp_ports import Cell, TableFile, TableRow, TableSheet
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MOST_OCTETS: Final = 60_000_000
MOST_UNPACKED: Final = 600_000_000
_MOST_GROWTH: Final = 200
"""How many times larger a part may become; sheets of words stay far below."""
_SMALL: Final = 1_000_000
"""Parts below it may grow as they like."""
_MOST_PARTS: Final = 2_000
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 600
_MOST_SHEETS: Final = 12
_LONGEST: Final = 32_767
"""Signs of a cell (a limit of the file format)."""
_PROLOG: Final = 4_096
"""Octets of a part among which it would declare entities of its own; honest workbooks declare none."""
_HEAD_WITHIN: Final = 15
"""Rows among which the heads stand: some exports begin with a title."""
_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How encrypted workbooks, and those of before 2007, begin."""
_ZIP: Final = b"PK\x03\x04"
_UNSAFE: Final = re.compile(r"vbaproject|externallink|/activex/|/embeddings/|macrosheets|dialogsheets", re.IGNORECASE)
_NOT_SHOWN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class XlsxTables:
    """The port `TableReader`."""

    def read(self, path: Path) -> TableFile:
        """Return the sheets of a workbook that have heads; raises IqError, and nothing was changed."""
        _check_file(path)
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
            try:
                sheets = tuple(sheet for page in book.worksheets[:_MOST_SHEETS] if (sheet := _read_sheet(page)))
            finally:
                book.close()
        except IqError:
            raise
        except MemoryError as error:
            raise _too_large(path) from error
        except Exception as error:  # a damaged workbook fails in many ways inside the library
            raise IqError(
                say("“{name}” is damaged and cannot be read.", name=path.name),
                say("Please export it again from the IQ Webapp, or open it in a spreadsheet and save it as XLSX."),
            ) from error
        if not sheets:
            raise IqError(
                say("“{name}” holds no table with rows.", name=path.name),
                say("Please choose the file that the IQ Webapp exported."),
            )
        return TableFile(path.name, sheets)


def _check_file(path: Path) -> None:
    """Refuse what is no workbook, is locked, or would not fit, before anything is unpacked."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(8)
    except OSError as error:
        raise IqError(
            say("“{name}” cannot be opened.", name=path.name),
            say("Please close it in the other program, or copy it to this computer first."),
        ) from error
    if begin.startswith(_LOCKED):
        raise IqError(
            say("“{name}” is locked with a password, or comes from a very old program.", name=path.name),
            say("Please open it in a spreadsheet and save it as XLSX without a password."),
        )
    if not begin.startswith(_ZIP):
        raise IqError(
            say("“{name}” is no workbook.", name=path.name),
            say("Please choose the XLSX file that the IQ Webapp exported."),
        )
    if size > MOST_OCTETS:
        raise _too_large(path)
    _check_parts(path)


def _check_parts(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as parts:
            listed = parts.infolist()
            declares = any(_declares_entities(parts, part) for part in listed[:_MOST_PARTS])
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise IqError(
            say("“{name}” is not whole.", name=path.name),
            say("Please copy or export it again."),
        ) from error
    names = {part.filename for part in listed}
    if declares or any(_UNSAFE.search(name) for name in names):
        raise IqError(
            say("“{name}” holds macros, embedded files or links to other files, and was not opened.", name=path.name),
            say("Please copy the table into a new workbook and choose that one."),
        )
    if any(part.flag_bits & 1 for part in listed):
        raise IqError(
            say("“{name}” is locked with a password, or comes from a very old program.", name=path.name),
            say("Please open it in a spreadsheet and save it as XLSX without a password."),
        )
    is_bomb = any(
        part.file_size > _SMALL and part.file_size > _MOST_GROWTH * max(part.compress_size, 1) for part in listed
    )
    if is_bomb or len(listed) > _MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
        raise _too_large(path)
    if "xl/workbook.xml" not in names:
        raise IqError(
            say("“{name}” is no workbook.", name=path.name),
            say("Please choose the XLSX file that the IQ Webapp exported."),
        )


def _declares_entities(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    if part.flag_bits & 1 or not part.filename.endswith((".xml", ".rels")):
        return False
    with parts.open(part) as stream:
        begin = stream.read(_PROLOG).replace(b"\x00", b"").upper()
    return b"<!DOCTYPE" in begin or b"<!ENTITY" in begin


def _too_large(path: Path) -> IqError:
    return IqError(
        say("“{name}” is too large to be read safely.", name=path.name),
        say("Please export fewer records at once; several files can be taken in one after the other."),
    )


def _read_sheet(page: Any) -> TableSheet | None:
    """Return the rows of a sheet below the first row that looks like heads; None for a sheet without any."""
    page.reset_dimensions()  # what a file claims about its size is not believed
    rows = _read_rows(page.iter_rows(values_only=True))
    begin: list[TableRow] = []
    for row in rows:
        begin.append(row)
        if len(begin) >= _HEAD_WITHIN:
            break
    if not begin:
        return None
    place = max(range(len(begin)), key=lambda at: (_words_in(begin[at]), -at))
    heads = tuple(str(cell).strip() if cell is not None else "" for cell in begin[place].cells)
    below = [row for row in (*begin[place + 1 :], *rows) if row.cells]
    if not below:
        return None
    width = max(len(heads), *(len(row.cells) for row in below))
    return TableSheet(str(page.title), heads + ("",) * (width - len(heads)), tuple(below))


def _words_in(row: TableRow) -> int:
    return sum(isinstance(cell, str) and bool(cell.strip()) and len(cell) < 120 for cell in row.cells)  # noqa: PLR2004


def _read_rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[TableRow]:
    """Yield the rows that hold something, without empty cells at their end."""
    for number, row in enumerate(rows, 1):
        cells = [_clean(cell) for cell in row[:MOST_COLUMNS]]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            continue
        if number > MOST_ROWS or (len(row) > MOST_COLUMNS and any(cell is not None for cell in row[MOST_COLUMNS:])):
            raise IqError(
                say("The table has more rows or columns than can be taken in at once."),
                say("Please export fewer records at once; several files can be taken in one after the other."),
            )
        yield TableRow(number, tuple(cells))


def _clean(cell: Any) -> Cell:
    if isinstance(cell, str):
        return _NOT_SHOWN.sub("", cell)[:_LONGEST]
    if cell is None or isinstance(cell, (bool, int, float, dt.datetime, dt.date)):
        return cell
    return str(cell)[:_LONGEST]
