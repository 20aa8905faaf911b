"""Reads the German classification of occupations (KldB 2010) and the table that leads from it to ISCO-08.

Source: Bundesagentur für Arbeit; leading zeros belong to the codes.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.tables import Columns, find_header, read_table
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import KldbEntry, KldbToIsco
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iq_desktop.usecases.ports import ReferenceStore
    from iq_desktop.usecases.progress import Progress

CODES: Final = Columns(("code", "level", "label_de"))
TABLE: Final = Columns(("kldb2010", "rank", "isco08"))
_YEAR: Final = re.compile(r"kldb.*?2010.*?v?(20\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KldbCatalogue:
    """The codes, the table, or both."""

    files: tuple[FoundFile, ...]
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take in what is there; raises IqError with file and line where it is broken."""
        skips = SkipLog()
        codes_file, table_file = _only(self.files, CODES), _only(self.files, TABLE)
        entries = read_codes(codes_file, skips, progress) if codes_file else ()
        table = read_isco_table(table_file, {entry.code for entry in entries}, skips, progress) if table_file else ()
        for file, found in ((codes_file, entries), (table_file, table)):
            if file and not found:
                raise IncompleteCatalogue(say("{file} holds no row that can be used.", file=file.name))
        counts = ((say("KldB codes"), len(entries)), (say("Links from KldB to ISCO-08"), len(table)))
        state = CatalogueState(
            kind=CatalogueKind.KLDB,
            id="kldb2010",
            version=_version(self.files),
            taken_in_on=self.today,
            counts=tuple(count for count in counts if count[1]),
            skipped=skips.result(),
            notice=say("Classification of Occupations 2010: Federal Employment Agency (Bundesagentur für Arbeit)."),
        )
        store.replace_kldb(entries, table, state, progress)
        return state


def is_kldb(header: Iterable[str]) -> bool:
    """Return whether a table holds KldB codes or leads to ISCO-08, by the names of its columns."""
    names = set(header)
    return names.issuperset(CODES.needed) or names.issuperset(TABLE.needed)


def read_codes(file: FoundFile, skips: SkipLog, progress: Progress) -> tuple[KldbEntry, ...]:
    """Return the codes; zeros that a spreadsheet has cut off are put back by the level."""
    found: dict[str, KldbEntry] = {}
    for line, (code, level, label) in read_table(file, CODES, skips, progress):
        digits, name = code.strip().zfill(_number(level)), unicodedata.normalize("NFC", " ".join(label.split()))
        if not _is_code(digits, 5) or len(digits) != _number(level):
            skips.add(say("{file}: no code of one to five digits", file=file.name), line)
        elif not name:
            skips.add(say("{file}: no name", file=file.name), line)
        elif digits in found:
            skips.add(say("{file}: the same code once more", file=file.name), line)
        else:
            found[digits] = KldbEntry(digits, name)
    return tuple(found.values())


def read_isco_table(file: FoundFile, known: set[str], skips: SkipLog, progress: Progress) -> tuple[KldbToIsco, ...]:
    """Return the rows of the table; `known` are the codes that it may name, all where it is empty."""
    found: dict[tuple[str, str], KldbToIsco] = {}
    for line, (kldb, rank, isco) in read_table(file, TABLE, skips, progress):
        five, four = kldb.strip().zfill(5), isco.strip().zfill(4)
        if not _is_code(five, 5) or not _is_code(four, 4) or not _number(rank):
            skips.add(say("{file}: no code of five digits, no rank or no group of four digits", file=file.name), line)
        elif known and five not in known:
            skips.add(say("{file}: a code that the KldB does not have", file=file.name), line)
        elif (five, four) in found:
            skips.add(say("{file}: the same link once more", file=file.name), line)
        else:
            found[five, four] = KldbToIsco(five, four, _number(rank))
    return tuple(found.values())


def _only(files: Iterable[FoundFile], columns: Columns) -> FoundFile | None:
    """Return the file with these columns; raises IqError where there are two."""
    fitting = [file for file in files if set(find_header(file.head())).issuperset(columns.needed)]
    if len(fitting) > 1:
        raise IncompleteCatalogue(
            say("{file} and {other} hold the same. Please choose one.", file=fitting[0].name, other=fitting[1].name)
        )
    return fitting[0] if fitting else None


def _is_code(digits: str, most: int) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) <= most


def _number(words: str) -> int:
    """Return a small positive number, or 0."""
    cleaned = words.strip()
    return int(cleaned) if _is_code(cleaned, 2) else 0


def _version(files: Iterable[FoundFile]) -> str:
    """Return the edition by the name of a file: 2020 for kldb2010_v2020_codes_de.csv."""
    for file in files:
        if match := _YEAR.search(file.name):
            return match[1]
    return "2010"
