"""Tables of competent bodies: one row for each, by the names of German heads, as a spreadsheet keeps them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import find_files
from iq_desktop.catalogues.packs import load_pack
from iq_desktop.catalogues.refusal import BrokenFile
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.tables import Columns, find_header, read_table
from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.domain.identity import new_id
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

HEADS: Final = {
    "Name": "name",
    "Art": "kind",
    "Zuständig für": "responsible_for",
    "Land": "region",
    "Straße": "street",
    "PLZ": "postal_code",
    "Ort": "place",
    "Telefon": "phone",
    "E-Mail": "email",
    "Web": "web",
    "Ansprechperson": "contact_person",
    "Bemerkungen": "remarks",
    "Stand": "checked_on",
    "Kennung": "id",
}
"""The heads of the table with the fields that they stand for."""
_COLUMNS: Final = Columns(("Name",), tuple(head for head in HEADS if head != "Name"))
_MOST: Final = 5_000
_DEFUSED: Final = ("'=", "'+", "'-", "'@")
"""How a cell begins that was kept from being calculated."""


class BodyCsv:
    """The port `BodyTables`."""

    def heads(self) -> Sequence[str]:
        """Return the heads of the columns."""
        return tuple(HEADS)

    def row(self, body: CompetentBody, kinds: Mapping[str, BodyKind]) -> Sequence[str]:
        """Return the cells of a body in the order of the heads."""
        words = {kind: name for name, kind in kinds.items()}
        return tuple(_cell(getattr(body, field), words) for field in HEADS.values())

    def read(self, path: Path, kinds: Mapping[str, BodyKind]) -> Sequence[CompetentBody]:
        """Return the bodies of a table in UTF-8; rows without a name are left out. Raises IqError."""
        files = find_files(path)
        if len(files) != 1 or "Name" not in find_header(files[0].head()):
            raise IqError(
                say("{file} is no list of bodies: it needs a column “Name”.", file=path.name),
                say("Please save the directory as a table first, and fill in the same columns."),
            )
        found: list[CompetentBody] = []
        for line, cells in read_table(files[0], _COLUMNS, SkipLog(), Silence()):
            named = dict(zip((*_COLUMNS.needed, *_COLUMNS.wanted), map(_plain, cells), strict=True))
            if not named["Name"]:
                continue
            if len(found) == _MOST:
                raise BrokenFile(path.name, line, say("The list has more than {most} rows.", most=str(_MOST)))
            found.append(_body(named, kinds, path.name, line))
        return tuple(found)


def read_starter_bodies(folder: Path) -> tuple[CompetentBody, ...]:
    """Return the first entries of a directory, which are kinds of bodies; raises BrokenPack."""
    rows = load_pack(folder, "bodies").content["bodies"]
    kinds = {kind.value: kind for kind in BodyKind}
    return tuple(
        CompetentBody(name=one["name"], kind=kinds[one["kind"]], responsible_for=one["responsible_for"]) for one in rows
    )


def _body(named: Mapping[str, str], kinds: Mapping[str, BodyKind], file: str, line: int) -> CompetentBody:
    words = {HEADS[head]: cell for head, cell in named.items() if head not in {"Art", "Stand", "Kennung"}}
    return CompetentBody(
        **words,
        kind=kinds.get(named["Art"]) or (BodyKind.OTHER if named["Art"] else None),
        checked_on=_day(named["Stand"], file, line),
        id=named["Kennung"] or new_id(),
    )


def _day(words: str, file: str, line: int) -> dt.date | None:
    """Return a day that is written as 2026-11-23 or 23.11.2026."""
    if not words:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(words, form).date()  # noqa: DTZ007  (a day has no zone)
        except ValueError:
            continue
    raise BrokenFile(file, line, say("“{words}” is no day such as 23.11.2026.", words=words))


def _cell(value: object, words: Mapping[BodyKind, str]) -> str:
    if isinstance(value, BodyKind):
        return words[value]
    if isinstance(value, dt.date):
        return value.strftime("%d.%m.%Y")
    return "" if value is None else str(value)


def _plain(cell: str) -> str:
    """Return a cell as it was before it was kept from being calculated."""
    words = clean_line(cell)
    return words[1:] if words.startswith(_DEFUSED) else words
