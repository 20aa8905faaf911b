"""What a centre answers most often: counted in the newest cases, so that lists of answers begin with it."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from iq_desktop.domain.rights import UNCOUNTED
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.storage.case_tables import client, contact, situation
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.seen_rows import of_seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

_SAMPLE: Final = 1000
"""The newest cases, in which is counted: it is quick, and what was usual years ago is forgotten."""
_ASKED: Final = (
    (contact, ("client_language", "interpreter_language")),
    (client, ("birth_country", "home_country", "residence_title", "nationalities", "mother_tongues")),
    (situation, ("scripts",)),
)
_SEVERAL: Final = frozenset({"nationalities", "mother_tongues", "scripts"})
"""Fields that hold a JSON list."""


def count_favourites(connection: Connection, most: int, sight: Sight = WHOLE) -> Mapping[str, tuple[str, ...]]:
    """Return for each field the codes that the newest real cases use most, of those that are seen."""
    found: dict[str, tuple[str, ...]] = {}
    for statement, (_table, names) in zip(_statements(sight), _ASKED, strict=True):
        rows = statement.rows(connection, most=_SAMPLE)
        for at, name in enumerate(names):
            counted = Counter(code for row in rows for code in _codes(name, row[at]))
            ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
            found[name] = tuple(code for code, _count in ranked[:most])
    return found


def _codes(name: str, cell: str | None) -> Sequence[str]:
    if not cell:
        return ()
    codes: list[str] = json.loads(cell) if name in _SEVERAL else [cell]
    return codes


_COUNTED: Final = tuple(func.instr(case_line.c.stops, stop.code) == 0 for stop in UNCOUNTED)


def _statement(sight: Sight, table: Table, names: Sequence[str]) -> Prepared:
    newest = (
        select(case_line.c.case_id)
        .where(case_line.c.is_invented == 0, *_COUNTED, *of_seen(sight))
        .order_by(case_line.c.line.desc())
        .limit(bindparam("most"))
    )
    return prepare(select(*(table.c[name] for name in names)).where(table.c.case_id.in_(newest)))


@lru_cache(maxsize=8)
def _statements(sight: Sight) -> tuple[Prepared, ...]:
    return tuple(_statement(sight, table, names) for table, names in _ASKED)
