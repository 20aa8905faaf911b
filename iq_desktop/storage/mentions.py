"""Where other cases name a person: words that somebody typed about a family, a friend or an interpreter.

Erasing a case cannot reach them. They are looked for by whole words of the name, so that somebody can read there first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Text, func, or_, select

from iq_desktop.domain.erasure import Mention
from iq_desktop.storage.case_rows import PART_TABLES, find_case
from iq_desktop.storage.columns import Privacy
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.seen_rows import of_seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Table

    from iq_desktop.domain.client import Client
    from iq_desktop.domain.role import Sight

_SHORTEST: Final = 4
"""Letters from which on a name is looked for: shorter ones stand in many words."""
_NAMES: Final = frozenset({"family_name", "given_names", "former_names", "transliteration", "pronunciation"})
"""Columns that name the person of the other case, who may well have the same name."""
_TOLD: Final = (Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK)


def find_mentions(connection: Connection, case_ids: Sequence[str], sight: Sight, limit: int) -> tuple[Mention, ...]:
    """Return the cases of others in which the person of some cases seems to be named, and in which part of each."""
    cases = (find_case(connection, case_id) for case_id in case_ids)
    names = tuple(dict.fromkeys(name for case in cases if case is not None for name in _names_of(case.client)))
    found: dict[str, Mention] = {}
    if not names:
        return ()
    for part, table in PART_TABLES.items():
        for row in connection.execute(_choose(table, names, case_ids, sight)):
            if row.case_id not in found and len(found) < limit and _is_whole(row[3:], names):
                found[row.case_id] = Mention(row.case_id, row.number, row.name, part)
    return tuple(found.values())


def _choose(table: Table, names: Iterable[str], case_ids: Sequence[str], sight: Sight) -> Any:
    columns = _columns_of(table)
    shown = (table.c.case_id, case_line.c.number, case_line.c.name, *columns)
    joined = table.join(case_line, case_line.c.case_id == table.c.case_id)
    is_named = or_(*(func.instr(column, name) > 0 for column in columns for name in names))
    return select(*shown).select_from(joined).where(is_named, table.c.case_id.not_in(case_ids), *of_seen(sight))


def _columns_of(table: Table) -> list[Any]:
    return [
        column
        for column in table.columns
        if isinstance(column.type, Text) and column.info["class"] in _TOLD and not _names_itself(column.name)
    ]


def _names_itself(column: str) -> bool:
    return any(column.startswith(name) for name in _NAMES)


def _names_of(client: Client) -> Iterator[str]:
    """Yield the family names, each in both scripts: given names alone say too little."""
    for words in (client.family_name, client.family_name_own_script):
        if len(words.strip()) >= _SHORTEST:
            yield words.strip()


def _is_whole(cells: Sequence[Any], names: Iterable[str]) -> bool:
    """Return whether a name stands somewhere as a word of its own."""
    words = "\n".join(str(cell) for cell in cells if cell)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names)
