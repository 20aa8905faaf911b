"""Finds and reads occupations: by their beginning, by words, by parts of German compounds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, case, column, func, select, table

from iq_desktop.domain.occupation import Naming, Need, Occupation, OccupationSkill, SkillKind
from iq_desktop.storage.name_keys import fold
from iq_desktop.storage.occupation_import import ESSENTIAL
from iq_desktop.storage.occupation_spelling import PARTS, WORDS, other_queries
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.reference_tables import (
    kldb,
    kldb_isco,
    occupation,
    occupation_name,
    occupation_skill,
    occupation_text,
    occupation_twin,
    skill,
    skill_name,
)
from iq_desktop.storage.word_keys import quoted, telling_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

_LAST: Final = "\U0010ffff"
_SHORTEST_PART: Final = 3
"""Letters of a part inside a word (the index holds groups of three)."""
_KLDB_DIGITS: Final = 5
_LONGEST_TYPED: Final = 200
_MOST_WORDS: Final = 8
"""What is pasted beyond that is not looked for."""
_OTHER_NAME: Final = 1000
_OTHER_LANGUAGE: Final = 100
_PARENT: Final[Select[Any]] = select(column("value")).select_from(
    func.json_each(bindparam("keys")).table_valued("value")
)

# The nearer a name is to what was typed, the smaller: preferred before other names, the language of the desk before
# others, short before long.
_nearness: Final = (
    occupation_name.c.is_other * _OTHER_NAME
    + case((occupation_name.c.language == bindparam("language"), 0), else_=_OTHER_LANGUAGE)
    + func.length(occupation_name.c.folded)
)

# An occupation of the starter pack whose twin is there lends it its names: whoever types “Automechaniker” is shown what
# ESCO calls otherwise.
_twin: Final = occupation.alias("twin")
_twin_key: Final = (
    select(_twin.c.id)
    .select_from(_twin.join(occupation_twin, occupation_twin.c.uri == _twin.c.uri))
    .where(occupation_twin.c.occupation_id == occupation.c.id)
    .correlate(occupation)
    .scalar_subquery()
)
_shown_key: Final = case((occupation.c.is_hidden == 1, _twin_key), else_=occupation.c.id).label("shown")


def _by_name(found_in: FromClause, *conditions: ColumnElement[bool]) -> Prepared:
    statement = (
        select(_shown_key, func.min(_nearness).label("near"))
        .select_from(found_in)
        .join(occupation, occupation.c.id == occupation_name.c.occupation_id)
        .where(*conditions)
        .group_by("shown")
        .order_by("near", "shown")
        .limit(bindparam("most"))
    )
    return prepare(statement)


def _by_index(name: str) -> Prepared:
    index = table(name, column("rowid"), column(name))
    joined = index.join(occupation_name, occupation_name.c.id == index.c.rowid)
    return _by_name(joined, index.c[name].op("MATCH")(bindparam("query")))


_BY_BEGINNING: Final = _by_name(
    occupation_name,
    occupation_name.c.folded >= bindparam("first"),
    occupation_name.c.folded < bindparam("last"),
)
_BY_WORDS: Final = _by_index(WORDS)
_BY_PARTS: Final = _by_index(PARTS)
# A code of KldB is the occupation's own, or that of its twin in the starter pack, which somebody has checked. The table
# leads from KldB to ISCO: back it says something only where it is complete and names a group once.
_starter: Final = occupation.alias("starter")
_twin_kldb: Final = (
    select(case((func.min(_starter.c.kldb) == func.max(_starter.c.kldb), func.min(_starter.c.kldb)), else_=""))
    .select_from(_starter.join(occupation_twin, occupation_twin.c.occupation_id == _starter.c.id))
    .where(occupation_twin.c.uri == occupation.c.uri)
    .correlate(occupation)
    .scalar_subquery()
)
_unlinked: Final = kldb.c.code.not_in(select(kldb_isco.c.kldb))
_is_whole: Final = (
    select(kldb.c.code).exists()
    & ~select(kldb.c.code).where(func.length(kldb.c.code) == _KLDB_DIGITS, _unlinked).exists()
)
_only_kldb: Final = (
    select(case((func.count() == 1, func.min(kldb_isco.c.kldb)), else_=""))
    .where(kldb_isco.c.isco == occupation.c.isco, kldb_isco.c.rank == 1, _is_whole)
    .correlate(occupation)
    .scalar_subquery()
)
_kldb: Final = func.coalesce(
    func.nullif(occupation.c.kldb, ""), func.nullif(_twin_kldb, ""), func.nullif(_only_kldb, ""), ""
)
_HEADS: Final = prepare(
    select(occupation.c.id, occupation.c.uri, occupation.c.isco, _kldb, occupation_twin.c.uri)
    .outerjoin(occupation_twin, occupation_twin.c.occupation_id == occupation.c.id)
    .where(occupation.c.id.in_(_PARENT.scalar_subquery()))
)
_TEXTS: Final = prepare(
    select(
        occupation_text.c.occupation_id,
        occupation_text.c.language,
        occupation_text.c.name,
        occupation_text.c.other_names,
        occupation_text.c.description,
    )
    .where(occupation_text.c.occupation_id.in_(_PARENT.scalar_subquery()))
    .order_by(occupation_text.c.occupation_id, occupation_text.c.language)
)
_KEY: Final = prepare(select(occupation.c.id).where(occupation.c.uri == bindparam("uri")))
_SKILLS: Final = prepare(
    select(occupation_skill.c.skill_id, occupation_skill.c.weight, skill.c.uri, skill.c.kind)
    .join(skill, skill.c.id == occupation_skill.c.skill_id)
    .where(occupation_skill.c.occupation_id == bindparam("occupation"))
)
_SKILL_NAMES: Final = prepare(
    select(skill_name.c.skill_id, skill_name.c.language, skill_name.c.name)
    .where(skill_name.c.skill_id.in_(_PARENT.scalar_subquery()))
    .order_by(skill_name.c.skill_id, skill_name.c.language)
)
_NEEDS: Final = {ESSENTIAL: Need.ESSENTIAL, 1: Need.OPTIONAL}
_KINDS: Final = {kind.value: kind for kind in SkillKind}


def find_occupations(connection: Connection, words: str, language: str, limit: int) -> tuple[Occupation, ...]:
    """Return occupations whose name begins with the words, has words that begin so, or has them as parts.

    Where there is none, slips are forgiven, and what is written too much is left out.
    """
    typed = fold(words[:_LONGEST_TYPED])
    if not typed:
        return ()
    keys: dict[int, None] = {}
    rows = _BY_BEGINNING.rows(connection, language=language, first=typed, last=typed + _LAST, most=limit)
    keys.update((row[0], None) for row in rows)
    telling = telling_words(typed)[:_MOST_WORDS]
    for statement, query in ((_BY_WORDS, _words_query(telling)), (_BY_PARTS, _parts_query(telling))):
        if query and len(keys) < limit:
            found = statement.rows(connection, language=language, query=query, most=limit + len(keys))
            keys.update((row[0], None) for row in found)
    if not keys:
        tries = (
            (_BY_WORDS if index == WORDS else _BY_PARTS).rows(connection, language=language, query=query, most=limit)
            for index, query in other_queries(connection, telling)
        )
        keys.update((row[0], None) for row in next(filter(None, tries), ()))
    return read_occupations(connection, list(keys)[:limit])


def find_key(connection: Connection, uri: str) -> int | None:
    """Return the key of an occupation, or none."""
    row = _KEY.row(connection, uri=uri)
    return row[0] if row else None


def read_occupations(connection: Connection, keys: Sequence[int]) -> tuple[Occupation, ...]:
    """Return occupations by their keys, in the same order."""
    asked = json.dumps(list(keys))
    texts: dict[int, list[Sequence[Any]]] = {}
    for row in _TEXTS.rows(connection, keys=asked):
        texts.setdefault(row[0], []).append(row)
    found = {row[0]: _occupation(row, texts.get(row[0], [])) for row in _HEADS.rows(connection, keys=asked)}
    return tuple(found[key] for key in keys if key in found)


def read_skills(connection: Connection, occupation_key: int) -> tuple[OccupationSkill, ...]:
    """Return the skills of an occupation, essential ones first, then by their German name."""
    rows = _SKILLS.rows(connection, occupation=occupation_key)
    namings = read_namings(connection, (row[0] for row in rows))
    skills = (skill_of(row[1:], namings.get(row[0], Naming(()))) for row in rows)
    return tuple(sorted(skills, key=_place))


def read_namings(connection: Connection, skill_keys: Iterable[int]) -> dict[int, Naming]:
    """Return the names of skills by key."""
    names: dict[int, list[tuple[str, str]]] = {}
    for key, language, name in _SKILL_NAMES.rows(connection, keys=json.dumps(list(dict.fromkeys(skill_keys)))):
        names.setdefault(key, []).append((language, name))
    return {key: Naming(tuple(pairs)) for key, pairs in names.items()}


def skill_of(row: Sequence[Any], naming: Naming) -> OccupationSkill:
    """Return the skill of a row with weight, URI and kind."""
    weight, uri, kind = row
    return OccupationSkill(uri, naming, _NEEDS[weight], _KINDS[kind])


def _place(one: OccupationSkill) -> tuple[bool, str]:
    return one.need is not Need.ESSENTIAL, fold(one.naming.in_language("de"))


def _occupation(head: Sequence[Any], texts: Sequence[Sequence[Any]]) -> Occupation:
    _key, uri, isco, code, twin = head
    return Occupation(
        uri=uri,
        naming=Naming(tuple((language, name) for _, language, name, _, _ in texts if name)),
        isco=isco,
        kldb=code,
        description=Naming(tuple((language, words) for _, language, _, _, words in texts if words)),
        other_names=tuple((language, other) for _, language, _, others, _ in texts for other in json.loads(others)),
        same_as=twin or "",
    )


def _words_query(words: Iterable[str]) -> str:
    return " AND ".join(f"{quoted(word)} *" for word in words)


def _parts_query(words: Iterable[str]) -> str:
    return " AND ".join(quoted(word) for word in words if len(word) >= _SHORTEST_PART)
