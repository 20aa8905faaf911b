"""The rows of case lines, and the search index beside them: the two always change together."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, column, delete, insert, select, table

from iq_desktop.storage.case_line import CaseLine
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import prepare, prepare_update

if TYPE_CHECKING:
    from sqlalchemy import Connection

_COLUMNS: Final = tuple(field.name for field in fields(CaseLine))
_SEARCHED: Final = ("names", "sounds", "skeletons", "others")
_search: Final = table("case_search", column("rowid"), *(column(name) for name in _SEARCHED))
_KEY: Final = prepare(select(case_line.c.line).where(case_line.c.case_id == bindparam("case")))
_LINE: Final = prepare(
    select(*(case_line.c[name] for name in _COLUMNS)).where(case_line.c.case_id == bindparam("case"))
)
_ADD: Final = prepare(insert(case_line).values({name: bindparam(name) for name in _COLUMNS}))
_ENTER: Final = prepare(insert(_search).values({name: bindparam(name) for name in ("rowid", *_SEARCHED)}))
_LEAVE: Final = prepare(delete(_search).where(_search.c.rowid == bindparam("key")))


def add_line(connection: Connection, line: CaseLine) -> None:
    """Insert the line of a case with its search words."""
    _ADD.run(connection, **_cells(line))
    _enter(connection, _key_of(connection, line.case_id), line)


def find_line(connection: Connection, case_id: str) -> CaseLine:
    """Return the line of a case as it stands in the table, whatever rules it was made by."""
    row = _LINE.row(connection, case=case_id)
    if row is None:
        raise LookupError("a case without its line")
    return CaseLine(*row)


def change_line(connection: Connection, before: CaseLine, after: CaseLine) -> None:
    """Write the moment and what differs between two states of a line; the index only where its words differ."""
    old, new = _cells(before), _cells(after)
    changed = {name: cell for name, cell in new.items() if cell != old[name] or name == "changed_at"}
    change = prepare_update(case_line, ("case_id",), tuple(changed))
    if before.searched == after.searched:
        change.run(connection, key_case_id=after.case_id, **changed)
        return
    key = _key_of(connection, after.case_id)
    _LEAVE.run(connection, key=key)  # while the table still holds the words that are in the index
    change.run(connection, key_case_id=after.case_id, **changed)
    _enter(connection, key, after)


def remove_words(connection: Connection, case_id: str) -> None:
    """Take the words of a case out of the search index, while its line still holds them."""
    row = _KEY.row(connection, case=case_id)
    if row is not None:
        _LEAVE.run(connection, key=row[0])


def _enter(connection: Connection, key: int, line: CaseLine) -> None:
    _ENTER.run(connection, rowid=key, **dict(zip(_SEARCHED, line.searched, strict=True)))


def _key_of(connection: Connection, case_id: str) -> int:
    row = _KEY.row(connection, case=case_id)
    if row is None:
        raise LookupError("a case without its line")
    key: int = row[0]
    return key


def _cells(line: CaseLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in _COLUMNS}
