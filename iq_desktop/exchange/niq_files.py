"""Records of the documentation NIQ as files: form-encoded as the form sends them, CSV, JSON; and read back again."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, urlencode

from iq_desktop.domain.niq_record import NiqRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SEPARATOR: Final = ";"


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
