"""Reads tables of text by the names of their columns: CSV as ESCO, KldB and GeoNames publish it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Protocol

from iq_desktop.catalogues.containers import HEAD
from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue, listed
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iq_desktop.catalogues.containers import FoundFile
    from iq_desktop.catalogues.skipping import SkipLog
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.text import Text

STEP: Final = 500
"""Rows after which the progress is told, and a wish to stop is heard."""
_DELIMITERS: Final = ",;\t"

Row = tuple[int, list[str]]
"""The line on which a row begins, counted from 1, and its cells in the order that was asked for."""


class _CsvRows(Protocol):
    """What `csv.reader` returns."""

    @property
    def line_num(self) -> int:
        """The lines read so far."""

    def __next__(self) -> list[str]:
        """Return the next row."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns are needed and which are read where they are there; a missing one is read as empty."""

    needed: tuple[str, ...]
    wanted: tuple[str, ...] = ()


def find_header(head: bytes) -> tuple[str, ...]:
    """Return the names of the columns in the first line, or nothing where it is no table in UTF-8."""
    if b"\0" in head:
        return ()
    try:
        text = head.decode("utf-8-sig", errors="strict" if len(head) < HEAD else "ignore")
    except UnicodeDecodeError as error:
        text = head[: error.start].decode("utf-8-sig", errors="ignore")
    first = text.split("\n", 1)[0].rstrip("\r")
    return tuple(_names(first, _delimiter(first))) if first.isprintable() or "\t" in first else ()


def read_table(file: FoundFile, columns: Columns, skips: SkipLog, progress: Progress) -> Iterator[Row]:
    """Yield the rows of a CSV with a head, by the names of its columns.

    Blank lines are passed over, rows with too few cells are counted in `skips`. Raises IqError with file and line
    where columns are missing, bytes are no UTF-8, or the file ends inside a cell or a row.
    """
    with file.open() as stream, _as_text(stream) as text:
        try:
            first = text.readline()
            delimiter = _delimiter(first)
            names = _names(first.rstrip("\r\n"), delimiter)
            rows = csv.reader(text, delimiter=delimiter, strict=True)
            yield from _rows(file, rows, names, columns, skips, progress)
        except UnicodeDecodeError as error:
            raise BrokenFile(file.name, _undecodable_line(file), say("These bytes are no text in UTF-8.")) from error


def read_plain_table(file: FoundFile, width: int, progress: Progress) -> Iterator[Row]:
    """Yield the rows of a text file without a head whose cells are separated by tabs and never quoted.

    Raises IqError with file and line where a row has another number of cells or bytes are no UTF-8.
    """
    with file.open() as stream, _as_text(stream) as text:
        try:
            for number, line in enumerate(text, 1):
                if number % STEP == 0:
                    progress.step(number, None, say("Reading {file}", file=file.name))
                cells = line.rstrip("\r\n").split("\t")
                if len(cells) == width:
                    yield number, cells
                elif line.strip():
                    raise BrokenFile(file.name, number, say("The row has another number of cells than the others."))
        except UnicodeDecodeError as error:
            raise BrokenFile(file.name, _undecodable_line(file), say("These bytes are no text in UTF-8.")) from error


def _as_text(stream: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)


def _names(first: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _picker(file: FoundFile, names: Sequence[str], columns: Columns) -> Callable[[list[str]], list[str]]:
    """Return what picks the asked cells out of a row; raises IqError where a needed column is missing."""
    where = {name.casefold(): number for number, name in reversed(list(enumerate(names)))}
    missing = [name for name in columns.needed if name.casefold() not in where]
    if missing:
        raise IncompleteCatalogue(
            say("{file}, line 1: these columns are missing: {columns}", file=file.name, columns=listed(missing))
        )
    places = [where.get(name.casefold(), len(names)) for name in (*columns.needed, *columns.wanted)]

    def pick(cells: list[str]) -> list[str]:
        cells.append("")
        return [cells[place] for place in places]

    return pick


def _rows(
    file: FoundFile, rows: _CsvRows, names: Sequence[str], columns: Columns, skips: SkipLog, progress: Progress
) -> Iterator[Row]:
    pick = _picker(file, names, columns)
    cut_at = 0
    for number, (line, cells) in enumerate(_lines(file, rows), 1):
        if number % STEP == 0:
            progress.step(number, None, say("Reading {file}", file=file.name))
        if cut_at:
            skips.add(_another_width(file), cut_at)
            cut_at = 0
        if len(cells) == len(names):
            yield line, pick(cells)
        elif 0 < len(cells) < len(names):
            cut_at = line  # unless another row follows, the file was cut here
        elif cells:
            skips.add(_another_width(file), line)
    if cut_at:
        raise BrokenFile(file.name, cut_at, say("The file ends in the middle of a row."))


def _another_width(file: FoundFile) -> Text:
    return say("{file}: the row has another number of cells than the head", file=file.name)


def _lines(file: FoundFile, rows: _CsvRows) -> Iterator[Row]:
    """Yield each row with the line on which it begins; the head was line 1."""
    while True:
        line = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise BrokenFile(file.name, line, say("A cell in quotes is broken or never ends.")) from error
        yield line, cells


def _undecodable_line(file: FoundFile) -> int:
    """Return the first line that is no UTF-8."""
    with file.open() as stream:
        for number, line in enumerate(stream, 1):
            try:
                line.decode()
            except UnicodeDecodeError:
                return number
    return 1
