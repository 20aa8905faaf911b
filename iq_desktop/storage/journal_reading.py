"""Windows of the journal: newest first, narrowed in SQL, found by an index however many entries there are."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, func, or_, select, tuple_

from iq_desktop.domain.journal import ENTRY_KINDS, EntryGroup, JournalLine
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import moment_words
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.seen_rows import is_seen, of_seen
from iq_desktop.storage.tables import journal, journal_payload
from iq_desktop.usecases.field_labels import TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

    from iq_desktop.domain.journal import JournalCode, JournalQuery

OTHER: Final = "other"
"""What a link calls the other case in the journal."""
_ORDER: Final = (journal.c.utc.desc(), journal.c.device.desc(), journal.c.seq.desc())
_PLACE: Final = tuple_(journal.c.utc, journal.c.device, journal.c.seq)


def read_window(
    connection: Connection,
    query: JournalQuery,
    *,
    limit: int,
    start: int = 0,
    after: JournalLine | None = None,
    sight: Sight = WHOLE,
) -> tuple[JournalLine, ...]:
    """Return some entries, newest first: behind an entry, or from a place on."""
    keys = select(journal.c.device, journal.c.seq).where(*_conditions(query, sight)).order_by(*_ORDER)
    if after is not None:
        keys = keys.where(tuple_(moment_words(after.utc), after.device, after.number) > _PLACE)
    lines = _lines(connection, keys.limit(limit).offset(start))
    return lines if sight.is_whole else _without_hidden(connection, lines, sight)


def count_lines(connection: Connection, query: JournalQuery, sight: Sight = WHOLE) -> int:
    """Return how many entries there are."""
    counted = select(func.count()).select_from(journal).where(*_conditions(query, sight))
    found: int = connection.execute(counted).scalar_one()
    return found


def list_actors(connection: Connection) -> tuple[str, ...]:
    """Return the identities of everybody who ever wrote."""
    return tuple(connection.execute(select(journal.c.actor).distinct().order_by(journal.c.actor)).scalars())


def find_coded(connection: Connection, code: JournalCode) -> JournalLine | None:
    """Return the entry of some device to which a check code belongs, or None."""
    rows = connection.execute(select(journal.c.device, journal.c.mac).where(journal.c.seq == code.number)).all()
    for row in rows:
        if row.mac.hex().upper().startswith(code.seal):
            keys = select(journal.c.device, journal.c.seq).where(
                journal.c.device == row.device, journal.c.seq == code.number
            )
            return _lines(connection, keys)[0]
    return None


def find_line(connection: Connection, device: str, number: int) -> JournalLine | None:
    """Return one entry, or None; what does not look like an entry any more is none."""
    keys = select(journal.c.device, journal.c.seq).where(journal.c.device == device, journal.c.seq == number)
    try:
        found = _lines(connection, keys)
    except ValueError:  # bent so that it cannot be read
        return None
    return found[0] if found else None


def read_telling_rows(connection: Connection, case_id: str) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Return by what the rows of a case are told apart now: part and cells, by the row's identity."""
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for part, names in TITLES.items():
        table = PART_TABLES[part]
        columns = [table.c[name] for name in ("id", *names)]
        for row in connection.execute(select(*columns).where(table.c.case_id == case_id)):
            cells = dict(zip(names, row[1:], strict=True))
            found[row[0]] = part, cells
    return found


def _lines(connection: Connection, keys: Select[Any]) -> tuple[JournalLine, ...]:
    wanted = keys.subquery()
    joined = (
        wanted.join(journal, and_(journal.c.device == wanted.c.device, journal.c.seq == wanted.c.seq))
        .outerjoin(
            journal_payload,
            and_(journal_payload.c.device == wanted.c.device, journal_payload.c.seq == wanted.c.seq),
        )
        .outerjoin(case_line, case_line.c.case_id == journal.c.case_id)
    )
    columns = (
        *(journal.c[name] for name in ("device", "seq", "utc", "actor", "kind", "case_id")),
        journal_payload.c.payload,
        case_line.c.number,
        case_line.c.name,
    )
    rows = connection.execute(select(*columns).select_from(joined).order_by(*_ORDER))
    return _with_others(connection, tuple(_line_of(row) for row in rows))


def _with_others(connection: Connection, lines: tuple[JournalLine, ...]) -> tuple[JournalLine, ...]:
    """Return the lines with the number of each case that one of them calls the other one."""
    others = {str(line.payload[OTHER]) for line in lines if OTHER in line.payload}
    if not others:
        return lines
    chosen = select(case_line.c.case_id, case_line.c.number).where(case_line.c.case_id.in_(others))
    numbers = {row.case_id: row.number for row in connection.execute(chosen)}
    return tuple(
        replace(line, other_number=numbers.get(str(line.payload[OTHER]), "")) if OTHER in line.payload else line
        for line in lines
    )


def _line_of(row: Row[Any]) -> JournalLine:
    return JournalLine(
        device=row.device,
        number=row.seq,
        utc=dt.datetime.fromisoformat(row.utc),
        actor=row.actor,
        kind=row.kind,
        case_id=row.case_id or "",
        case_number=row.number or "",
        case_name=row.name or "",
        payload={} if row.payload is None else json.loads(row.payload),
        is_erased=row.payload is None,
    )


def _conditions(query: JournalQuery, sight: Sight) -> Sequence[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [] if sight.is_whole else [_of_seen(sight)]
    if query.actor:
        found.append(journal.c.actor == query.actor)
    if query.case_id:
        found.append(journal.c.case_id == query.case_id)
    if query.group is EntryGroup.OTHER and not query.kind:
        found.append(journal.c.kind.not_in([kind.code for kind in ENTRY_KINDS]))
    elif query.kinds:
        found.append(journal.c.kind.in_(query.kinds))
    if query.first_day:
        found.append(journal.c.utc >= _midnight(query.first_day))
    if query.last_day:
        found.append(journal.c.utc < _midnight(query.last_day + dt.timedelta(days=1)))
    return found


def _of_seen(sight: Sight) -> ColumnElement[bool]:
    """Return the condition that an entry is about a case that is seen, or one's own and about none."""
    mine = and_(journal.c.case_id.is_(None), journal.c.actor == sight.adviser_id)
    return or_(is_seen(sight, journal.c.case_id), mine)


def _without_hidden(connection: Connection, lines: Sequence[JournalLine], sight: Sight) -> tuple[JournalLine, ...]:
    """Return the lines without what they say of a link to a case that is hidden."""
    others = {str(line.payload[OTHER]) for line in lines if OTHER in line.payload}
    chosen = select(case_line.c.case_id).where(case_line.c.case_id.in_(others), *of_seen(sight))
    seen = set(connection.execute(chosen).scalars())
    return tuple(
        replace(line, payload={}, other_number="")
        if OTHER in line.payload and line.payload[OTHER] not in seen
        else line
        for line in lines
    )


def _midnight(day: dt.date) -> str:
    return moment_words(dt.datetime.combine(day, dt.time()).astimezone())
