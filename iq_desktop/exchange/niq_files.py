"""Records of the documentation NIQ as files: form-encoded as the form sends them, CSV, JSON; and read back again."""

from __future__ import annotations

import csv
import io
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode

from iq_desktop.domain.niq_record import NiqRecord
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_SEPARATOR: Final = ";"
_COLUMNS: Final = 2
_MOST: Final = 20_000_000
"""Bytes of a table of Chiffres; a hundred thousand rows are a quarter of it."""


class RecordFiles:
    """The port `NiqFiles`."""

    def write(self, path: Path, records: Sequence[NiqRecord], form: NiqForm) -> None:
        """Write records; the file appears whole or not at all. Raises IqError where the disk refuses."""
        words = {NiqForm.FORM: as_form, NiqForm.CSV: as_csv, NiqForm.JSON: as_json}[form](records)
        draft = path.with_name(f"{path.name}.part")
        try:
            try:
                with draft.open("w", encoding="utf-8", newline="") as file:
                    file.write(words)
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise IqError(
                say("The records could not be written to “{name}”.", name=path.name),
                say("Please choose another folder, or close the program that has the file open."),
            ) from error

    def read_chiffres(self, path: Path) -> Mapping[str, str]:
        """Return the Chiffre of each `id` of a table `id;Chiffre`; raises IqError with the line where it is none.

        A first row of heads and rows without a Chiffre are passed over; commas and tabs divide as well.
        """
        found: dict[str, str] = {}
        for line, (name, chiffre) in _pairs(_read(path), path.name):
            if found.get(name, chiffre) != chiffre:
                raise _no_table(path.name, line, say("This id stands there twice, with two Chiffres."))
            found[name] = chiffre
        if not found:
            raise _no_table(path.name, 1, say("There is no Chiffre in it."))
        return found


def as_form(records: Iterable[NiqRecord]) -> str:
    """Return records as `application/x-www-form-urlencoded` in UTF-8, one record in each line."""
    return "".join(urlencode(record.pairs) + "\n" for record in records)


def from_form(words: str) -> tuple[NiqRecord, ...]:
    """Return the records of such lines."""
    lines = (line for line in words.splitlines() if line)
    return tuple(NiqRecord(tuple(parse_qsl(line, keep_blank_values=True))) for line in lines)


def as_json(records: Iterable[NiqRecord]) -> str:
    """Return records as a JSON list of objects, each with its fields in the order of the form."""
    return json.dumps([dict(record.pairs) for record in records], ensure_ascii=False, indent=1) + "\n"


def from_json(words: str) -> tuple[NiqRecord, ...]:
    """Return the records of such a list."""
    return tuple(NiqRecord(tuple(one.items())) for one in json.loads(words))


def as_csv(records: Sequence[NiqRecord]) -> str:
    """Return records as CSV with semicolons: a column for each field that any of them has, empty where one has none.

    Nothing is added to a value, whatever it begins with: the file is for NIQ, not for a spreadsheet.
    """
    heads = heads_of(records)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATOR, lineterminator="\r\n")
    writer.writerow(heads)
    for record in records:
        told = dict(record.pairs)
        writer.writerow([told.get(head, "") for head in heads])
    return out.getvalue()


def from_csv(words: str) -> tuple[NiqRecord, ...]:
    """Return the records of such a table; a field without a value counts as not told."""
    heads, *rows = csv.reader(io.StringIO(words, newline=""), delimiter=_SEPARATOR)
    return tuple(NiqRecord(tuple((head, cell) for head, cell in zip(heads, row, strict=True) if cell)) for row in rows)


def heads_of(records: Iterable[NiqRecord]) -> tuple[str, ...]:
    """Return the names of all fields that any record has, each behind the one that it follows in its record."""
    heads: list[str] = []
    for record in records:
        place = 0
        for name, _ in record.pairs:
            if name in heads:
                place = heads.index(name) + 1
            else:
                heads.insert(place, name)
                place += 1
    return tuple(heads)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST + 1)
    except OSError as error:
        raise IqError(say("“{name}” could not be read.", name=path.name)) from error
    if len(raw) > _MOST:
        raise IqError(say("“{name}” is too large for a table of Chiffres.", name=path.name))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _pairs(words: str, name: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the filled rows with their lines."""
    separator = max(";,\t", key=words.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=separator)
    try:
        for row in reader:
            cells = [clean_line(cell) for cell in row]
            if not any(cells[1:]) or cells[0].casefold() == "id":
                continue
            if len(cells) < _COLUMNS or not cells[0] or any(cells[_COLUMNS:]):
                raise _no_table(name, reader.line_num, say("A row holds the id and its Chiffre, and nothing else."))
            yield reader.line_num, (cells[0], cells[1])
    except csv.Error as error:
        raise _no_table(name, reader.line_num, say("This is no table.")) from error


def _no_table(name: str, line: int, text: Text) -> IqError:
    return IqError(
        say("“{name}”, line {line}: {text}", name=name, line=str(line), text=text),
        say("The table needs two columns: id;Chiffre. The ids stand in the records that were saved."),
    )
