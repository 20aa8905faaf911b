"""Reads many cases at once, with only the parts that are asked for: a few statements for a whole window of cases."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.case_tables import case_file
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.prepared import Prepared, prepare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

_HEAD: Final = codec_of(CaseFile)
_LIST: Final = func.json_each(bindparam("cases")).table_valued("value")
"""The identities of the cases, handed over as one JSON list."""


def find_cases(connection: Connection, case_ids: Sequence[str], parts: frozenset[str]) -> tuple[CaseFile, ...]:
    """Return cases in the order of their identities, without those that are gone.

    Of what a case has several of, only the named `parts` are read; the others are empty. Such a case must never be
    saved.
    """
    asked = _as_list(case_ids)
    heads = {row[0]: row for row in _heads().rows(connection, cases=asked)}
    children = {name: _read_children(connection, name, asked) for name in sorted(parts)}
    return tuple(_case(heads[one], one, children) for one in case_ids if one in heads)


def _as_list(case_ids: Sequence[str]) -> str:
    return json.dumps(list(case_ids))


def _case(row: Sequence[Any], case_id: str, children: Mapping[str, Mapping[str, list[Any]]]) -> CaseFile:
    start = len(_HEAD.columns) + 1
    told: dict[str, Any] = {}
    for name, part in _HEAD.parts.items():
        if part.several:
            told[name] = tuple(children[name][case_id]) if name in children else ()
            continue
        codec = codec_of(part.kind)
        end = start + len(codec.columns)
        told[name] = codec.from_row(row[start:end])
        start = end
    return _HEAD.from_row(row[1 : len(_HEAD.columns) + 1], **told)


def _read_children(connection: Connection, name: str, asked: str) -> Mapping[str, list[Any]]:
    codec = codec_of(_HEAD.parts[name].kind)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in _children(name).rows(connection, cases=asked):
        found[row[0]].append(codec.from_row(row[1:]))
    return found


@lru_cache(maxsize=1)
def _heads() -> Prepared:
    """Return the question for what cases have once: identity, head, and each part in the order of its name."""
    columns: list[Any] = [case_file.c.id, *(case_file.c[column] for column in _HEAD.columns)]
    joined: Any = case_file
    for name, part in _HEAD.parts.items():
        if not part.several:
            table = PART_TABLES[name]
            columns += [table.c[column] for column in codec_of(part.kind).columns]
            joined = joined.join(table, table.c.case_id == case_file.c.id)
    return prepare(select(*columns).select_from(joined).where(case_file.c.id.in_(select(_LIST.c.value))))


@lru_cache(maxsize=64)
def _children(name: str) -> Prepared:
    table = PART_TABLES[name]
    columns = [table.c[column] for column in codec_of(_HEAD.parts[name].kind).columns]
    found = select(table.c.case_id, *columns).where(table.c.case_id.in_(select(_LIST.c.value)))
    return prepare(found.order_by(table.c.case_id, table.c.position))
