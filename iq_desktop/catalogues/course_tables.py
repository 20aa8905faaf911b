"""Reads tables of courses (CSV) whose columns are recognised by their heads, or as somebody corrected it."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import HEAD, FoundFile, find_files
from iq_desktop.catalogues.course_cells import read_row
from iq_desktop.catalogues.open_qcat_offer import Unusable
from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.domain.course_mapping import TABLE_MARK, CourseMapping, CourseTable, looks_like_courses, propose_mapping
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.usecases.progress import Progress
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.usecases.ports import ReferenceStore

_DELIMITERS: Final = ";,\t|"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_EXAMPLES: Final = 5
_STEP: Final = 500
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the bytes of a table become cells."""

    encoding: str
    delimiter: str
    heads: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """What was found while reading."""

    skips: SkipLog = field(default_factory=SkipLog)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class TableContents:
    """A table of courses, read as it is asked for."""

    file: FoundFile
    layout: _Layout
    mapping: CourseMapping
    catalogue: str
    progress: Progress
    found: _Found = field(default_factory=_Found)

    @property
    def is_update(self) -> bool:
        """A table that is taken in again replaces what it held before."""
        return False

    def offers(self) -> Iterator[CourseOffer]:
        """Yield the offers; raises IqError where the file is broken or nothing in it can be used."""
        heads = self.layout.heads
        places = [(name, heads.index(head)) for name, head in self.mapping.columns if head in heads]
        for number, (line, cells) in enumerate(_rows(self.file, self.layout), 1):
            if number % _STEP == 0:
                self.progress.step(number, None, say("Reading {file}", file=self.file.name))
            try:
                named = {name: cells[at] for name, at in places if at < len(cells)}
                offer = self._checked(read_row(named, self.catalogue, _number(cells)))
            except Unusable as error:
                self.found.skips.add(error.reason, line)
                continue
            yield offer
        if not self.found.ids:
            raise IncompleteCatalogue(say("{file} holds no course that can be used.", file=self.file.name))

    def removed(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())

    def told(self, state: CatalogueState) -> CatalogueState:
        """Return the state with what was found."""
        counts = ((say("Offers"), len(self.found.ids)),)
        return replace(state, counts=counts, skipped=self.found.skips.result())

    def _checked(self, offer: CourseOffer) -> CourseOffer:
        if offer.id in self.found.ids:
            raise Unusable(say("the same identity once more"))
        self.found.ids.add(offer.id)
        return offer


@dataclass(frozen=True, slots=True)
class CourseTableFile:
    """A table of courses that was recognised, and how it is read."""

    file: FoundFile
    mapping: CourseMapping
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the offers in as a whole; raises IqError with file and line where the file is broken."""
        layout = _layout_of(self.file)
        if layout is None or not self.mapping.is_enough:
            raise IncompleteCatalogue(
                say("{file}: no column gives the title of the courses.", file=self.file.name),
            )
        name = self.mapping.name or _name_of(self.file)
        catalogue = f"{TABLE_MARK}{hashlib.sha256(name.casefold().encode()).hexdigest()[:12]}"
        contents = TableContents(self.file, layout, self.mapping, catalogue, progress)
        state = CatalogueState(
            CatalogueKind.COURSES,
            catalogue,
            name,
            self.today,
            notice=say("Courses: from a table that somebody gave you."),
        )
        store.take_courses(contents, state, progress)
        return contents.told(state)


class CourseCsv:
    """The port `CourseTables` on CSV files."""

    def look(self, path: Path) -> CourseTable | None:
        """Return heads and first rows of a table of courses, None where the file is none; raises IqError."""
        files = find_files(path)
        layout = _layout_of(files[0]) if len(files) == 1 else None
        if layout is None:
            return None
        rows = tuple(tuple(cells) for _, cells in islice(_rows(files[0], layout), _EXAMPLES))
        proposed = propose_mapping(layout.heads, _name_of(files[0]))
        return CourseTable(files[0].name, layout.heads, rows, proposed, layout.encoding, layout.delimiter)


def find_table_heads(file: FoundFile) -> tuple[str, ...]:
    """Return the heads of a table of courses, nothing where the file is none."""
    layout = _layout_of(file)
    return layout.heads if layout is not None and looks_like_courses(layout.heads) else ()


def _layout_of(file: FoundFile) -> _Layout | None:
    """Return how the cells of a table are written, by its first bytes; None where it is no table."""
    head = file.head()
    encoding = _encoding_of(head)
    if b"\0" in head and encoding != "utf-16":
        return None
    first = head.decode(encoding, errors="ignore").split("\n", 1)[0].rstrip("\r")
    delimiter = max(_DELIMITERS, key=first.count)
    if not first.count(delimiter):
        return None
    try:
        heads = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        return None
    return _Layout(encoding, delimiter, tuple(" ".join(one.split()) for one in heads))


def _encoding_of(head: bytes) -> str:
    """Return how a text is written: UTF-16 or UTF-8 by its bytes, else as spreadsheets on Windows write."""
    if head[:2] in _UTF_16:
        return "utf-16"
    whole = head if len(head) < HEAD else head[: head.rfind(b"\n") + 1 or HEAD]
    try:
        whole.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _rows(file: FoundFile, layout: _Layout) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows below the heads with their lines; empty ones are passed over.

    Some programs leave empty cells at the end of rows away. Where only the last row is short, the file was cut there.
    """
    short: list[int] = []
    with _text_of(file, layout) as text:
        rows = csv.reader(text, delimiter=layout.delimiter, strict=True)
        line = last = 1
        try:
            next(rows, None)
            line = rows.line_num + 1
            for cells in rows:
                if any(cell.strip() for cell in cells):
                    if len(cells) < len(layout.heads):
                        short.append(line)
                    yield line, cells
                    last = line
                line = rows.line_num + 1
        except csv.Error as error:
            raise BrokenFile(file.name, line, say("A cell in quotes is broken or never ends.")) from error
        except UnicodeError as error:
            raise BrokenFile(
                file.name, rows.line_num + 1, say("These bytes are no text as the rest of the file is.")
            ) from error
    if short == [last]:
        raise BrokenFile(file.name, last, say("The file ends in the middle of a row."))


@contextmanager
def _text_of(file: FoundFile, layout: _Layout) -> Iterator[io.TextIOWrapper]:
    with file.open() as stream:
        yield io.TextIOWrapper(stream, encoding=layout.encoding, errors="strict", newline="")


def _number(cells: list[str]) -> str:
    """Return a number of a row that has none: what stands in it, so that the same row is the same offer next time."""
    return hashlib.sha256("\x1f".join(cell.strip() for cell in cells).encode()).hexdigest()[:16]


def _name_of(file: FoundFile) -> str:
    return file.name.rsplit(".", 1)[0][:_LONGEST_NAME]
