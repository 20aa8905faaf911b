"""The reference occupations of NIQ in reference.db, and what else leads to them: ESCO's names and skills."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, column, delete, func, insert, select

from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation_names import names_in
from iq_desktop.domain.reference_occupation import ReferenceOccupation
from iq_desktop.storage.catalogue_states import save_state
from iq_desktop.storage.occupation_import import ESSENTIAL
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_index import (
    CATALOGUE_NAME,
    CATALOGUE_OTHER,
    CATALOGUE_TASK,
    NAME,
    OTHER_NAME,
    TASK,
    NamedWords,
    OccupationIndex,
    make_index,
)
from iq_desktop.storage.reference_tables import (
    catalogue,
    occupation,
    occupation_name,
    occupation_skill,
    occupation_twin,
    reference_hint,
    reference_occupation,
    skill_name,
)
from iq_desktop.storage.word_keys import fold_both

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select

_MOST_LINKS: Final = 4
"""A name that more occupations of ESCO share leads to none of them."""
_ASKED: Final[Select[Any]] = select(column("value")).select_from(
    func.json_each(bindparam("asked")).table_valued("value")
)
_STAMP: Final = prepare(
    select(catalogue.c.kind, catalogue.c.id, catalogue.c.version, catalogue.c.taken_in_on, catalogue.c.counts).order_by(
        catalogue.c.kind, catalogue.c.id
    )
)
_ALL: Final = prepare(
    select(
        reference_occupation.c.niq_id,
        reference_occupation.c.name,
        reference_hint.c.other_names,
        reference_hint.c.tasks,
        reference_hint.c.occupation_uri,
    )
    .outerjoin(reference_hint, reference_hint.c.niq_id == reference_occupation.c.niq_id)
    .order_by(reference_occupation.c.name)
)
_NAMED: Final = prepare(
    select(occupation_name.c.folded, occupation_name.c.occupation_id, occupation_name.c.is_other)
    .join(occupation, occupation.c.id == occupation_name.c.occupation_id)
    .where(occupation_name.c.folded.in_(_ASKED.scalar_subquery()), occupation.c.is_hidden == 0)
)
_LINKED: Final = prepare(
    select(occupation.c.uri, occupation.c.id).where(occupation.c.uri.in_(_ASKED.scalar_subquery()))
)
_twin: Final = occupation.alias("twin")
_TWINS: Final = prepare(
    select(occupation.c.uri, _twin.c.id)
    .join(occupation_twin, occupation_twin.c.occupation_id == occupation.c.id)
    .join(_twin, _twin.c.uri == occupation_twin.c.uri)
    .where(occupation.c.uri.in_(_ASKED.scalar_subquery()))
)
_URIS: Final = prepare(
    select(occupation.c.id, occupation.c.uri, occupation.c.isco).where(occupation.c.id.in_(_ASKED.scalar_subquery()))
)
_NAMES: Final = prepare(
    select(occupation_name.c.occupation_id, occupation_name.c.is_other, occupation_name.c.folded).where(
        occupation_name.c.occupation_id.in_(_ASKED.scalar_subquery())
    )
)
_TASKS: Final = prepare(
    select(occupation_skill.c.occupation_id, skill_name.c.name)
    .join(skill_name, skill_name.c.skill_id == occupation_skill.c.skill_id)
    .where(
        occupation_skill.c.occupation_id.in_(_ASKED.scalar_subquery()),
        occupation_skill.c.weight == ESSENTIAL,
        skill_name.c.language == "de",
    )
)


def take_in_reference_occupations(
    connection: Connection, occupations: Iterable[ReferenceOccupation], state: CatalogueState
) -> None:
    """Replace the list, or what the starter pack adds to it, within the caller's transaction."""
    table, hint, source = reference_occupation, reference_hint, state.kind.value
    found = list(occupations)
    is_list = state.kind is CatalogueKind.NIQ
    others = connection.execute(select(table.c.niq_id).where(table.c.source == CatalogueKind.NIQ.value).limit(1))
    if is_list or others.first() is None:
        connection.execute(delete(table))
        rows = ((one.niq_id, one.name, source) for one in found)
        prepare(insert(table)).run_many(connection, rows)
    if not is_list:
        connection.execute(delete(hint))
        hints = ((one.niq_id, json.dumps(one.other_names, ensure_ascii=False), one.tasks, one.occupation_uri)
                 for one in found)  # fmt: skip
        prepare(insert(hint)).run_many(connection, hints)
    if is_list:
        save_state(connection, state)


def read_stamp(connection: Connection) -> tuple[Sequence[Any], ...]:
    """Return what tells one state of the catalogues from another."""
    return tuple(_STAMP.rows(connection))


def read_index(connection: Connection) -> OccupationIndex:
    """Return the index of all reference occupations, with what ESCO says of those that it knows by the same name."""
    occupations = [_occupation(row) for row in _ALL.rows(connection)]
    links = _links(connection, occupations)
    keys = json.dumps(sorted({key for found in links.values() for key in found}))
    words: dict[int, list[NamedWords]] = defaultdict(list)
    for key, is_other, folded in _NAMES.rows(connection, asked=keys):
        words[key].append(NamedWords(folded, CATALOGUE_OTHER if is_other else CATALOGUE_NAME, folded))
    for key, task in _TASKS.rows(connection, asked=keys):
        words[key].append(NamedWords(fold_both(task), CATALOGUE_TASK, task))
    heads = {key: (uri, isco) for key, uri, isco in _URIS.rows(connection, asked=keys)}
    uris = {key: uri for key, (uri, _isco) in heads.items()}
    iscos = [dict.fromkeys(heads[key][1] for key in links[one.niq_id]) for one in occupations]
    return make_index([_entry(one, links[one.niq_id], uris, words) for one in occupations], iscos)


def _entry(
    one: ReferenceOccupation, keys: Sequence[int], uris: Mapping[int, str], words: Mapping[int, Sequence[NamedWords]]
) -> tuple[ReferenceOccupation, Iterable[NamedWords]]:
    known = ReferenceOccupation(one.niq_id, one.name, one.other_names, one.tasks, uris[keys[0]] if keys else "")
    return known, [*_own_words(one), *(word for key in keys for word in words[key])]


def _own_words(one: ReferenceOccupation) -> Iterator[NamedWords]:
    yield from (NamedWords(fold_both(name), NAME) for name in (one.name, *names_in(one.name)))
    for _language, other in one.other_names:
        yield from (NamedWords(fold_both(name), OTHER_NAME, name) for name in names_in(other))
    yield from (NamedWords(fold_both(task), TASK, task) for task in one.tasks.split(", ") if task)


def _links(connection: Connection, occupations: Sequence[ReferenceOccupation]) -> Mapping[str, Sequence[int]]:
    """Return the occupations of the catalogues that are the same, by the number of the reference occupation."""
    own = {one.niq_id: dict.fromkeys(fold_both(name) for name in names_in(one.name)) for one in occupations}
    asked = json.dumps(list(dict.fromkeys(name for names in own.values() for name in names)))
    named: dict[str, dict[int, int]] = defaultdict(dict)
    for folded, key, is_other in _NAMED.rows(connection, asked=asked):
        named[folded][key] = min(is_other, named[folded].get(key, 1))
    told = json.dumps([one.occupation_uri for one in occupations if one.occupation_uri])
    given = {row[0]: row[1] for row in _LINKED.rows(connection, asked=told)}
    given |= {row[0]: row[1] for row in _TWINS.rows(connection, asked=told)}
    return {
        one.niq_id: _keys_of(given.get(one.occupation_uri), [named[name] for name in own[one.niq_id] if name in named])
        for one in occupations
    }


def _keys_of(given: int | None, named: Sequence[Mapping[int, int]]) -> Sequence[int]:
    """Return what the starter pack tells, and what has the name as its first one, else as another one."""
    by_rank: dict[int, dict[int, None]] = {0: {}, 1: {}}
    for found in named:
        for key, is_other in found.items():
            by_rank[is_other][key] = None
    keys = by_rank[0] or by_rank[1]
    several = list(keys) if len(keys) <= _MOST_LINKS else []
    return list(dict.fromkeys([given, *several])) if given is not None else several


def _occupation(row: Sequence[Any]) -> ReferenceOccupation:
    niq_id, name, others, tasks, uri = row
    pairs = tuple((language, other) for language, other in json.loads(others or "[]"))
    return ReferenceOccupation(niq_id, name, pairs, tasks or "", uri or "")
