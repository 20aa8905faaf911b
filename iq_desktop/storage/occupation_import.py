"""Takes a classification of occupations and skills in: merged by URI, all of it or nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, text

from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import Need, Occupation, SkillConcept, SkillRelation
from iq_desktop.storage.catalogue_states import save_state
from iq_desktop.storage.import_steps import CHUNK, Steps
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import (
    occupation,
    occupation_name,
    occupation_skill,
    occupation_text,
    occupation_twin,
    skill,
    skill_name,
    skill_text,
)
from iq_desktop.storage.word_keys import fold_both
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from iq_desktop.usecases.ports import OccupationContents
    from iq_desktop.usecases.progress import Progress

ESSENTIAL: Final = 3
"""An essential skill counts three times."""
_WEIGHTS: Final = {Need.ESSENTIAL: ESSENTIAL, Need.OPTIONAL: 1}
_OCCUPATIONS: Final = say("Saving occupations")
_SKILLS: Final = say("Saving skills")
_LINKS: Final = say("Saving links between occupations and skills")
_INDEX: Final = say("Preparing the search")


def take_in_occupations(
    connection: Connection, contents: OccupationContents, state: CatalogueState, progress: Progress
) -> None:
    """Replace one classification within the caller's transaction; languages that it does not bring stay."""
    source = state.kind.value
    steps = Steps(progress)
    occupations = _named(connection, occupation, source, contents.occupations())
    _drop(connection, occupation, source, {one.uri for one in occupations})
    keys = _save_occupations(connection, source, occupations, steps)
    skills = _named(connection, skill, source, contents.skills())
    _drop(connection, skill, source, {one.uri for one in skills})
    skill_keys = _save_skills(connection, source, skills, steps)
    mine = select(occupation.c.id).where(occupation.c.source == source).scalar_subquery()
    connection.execute(delete(occupation_skill).where(occupation_skill.c.occupation_id.in_(mine)))
    _save_links(connection, contents.relations(), keys, skill_keys, steps)
    progress.step(steps.done, None, _INDEX)
    for statement in _FINISHING:
        connection.execute(statement)
    save_state(connection, state)


_FINISHING: Final = (
    text(
        "UPDATE occupation SET"
        " essential_total = (SELECT count(*) FROM occupation_skill AS s"
        " WHERE s.occupation_id = occupation.id AND s.weight = :essential),"
        " optional_total = (SELECT count(*) FROM occupation_skill AS s"
        " WHERE s.occupation_id = occupation.id AND s.weight < :essential),"
        " is_hidden = EXISTS (SELECT 1 FROM occupation_twin AS t JOIN occupation AS o ON o.uri = t.uri"
        " WHERE t.occupation_id = occupation.id)"
    ).bindparams(essential=ESSENTIAL),
    text("INSERT INTO occupation_words(occupation_words) VALUES('rebuild')"),
    text("INSERT INTO occupation_parts(occupation_parts) VALUES('rebuild')"),
)


def _named(connection: Connection, table: Table, source: str, concepts: Iterable[Any]) -> list[Any]:
    """Return the concepts that this classification speaks for: the starter pack never changes what is in ESCO."""
    if source != CatalogueKind.STARTER.value:
        return list(concepts)
    others = set(connection.execute(select(table.c.uri).where(table.c.source != source)).scalars())
    return [one for one in concepts if one.uri not in others]


def _drop(connection: Connection, table: Table, source: str, uris: set[str]) -> None:
    """Delete the concepts that a classification no longer names, with all that hangs on them."""
    old = connection.execute(select(table.c.id, table.c.uri).where(table.c.source == source)).all()
    for key in (row.id for row in old if row.uri not in uris):
        connection.execute(delete(table).where(table.c.id == key))


def _save_occupations(
    connection: Connection, source: str, occupations: Sequence[Occupation], steps: Steps
) -> Mapping[str, int]:
    keys = _save_concepts(
        connection,
        occupation,
        ({"uri": one.uri, "source": source, "isco": one.isco, "kldb": one.kldb} for one in occupations),
        {"essential_total": 0, "optional_total": 0, "is_hidden": 0},
    )
    _save_twins(connection, source, {keys[one.uri]: one.same_as for one in occupations if one.same_as})
    languages = _languages(occupations)
    _forget_languages(connection, (occupation_text, occupation_name), occupation, source, languages)
    add_text, add_name = prepare(insert(occupation_text)), prepare(insert(occupation_name))
    for portion in steps.chunks(occupations, _OCCUPATIONS):
        add_text.run_many(connection, (row for one in portion for row in _texts(keys[one.uri], one, named=True)))
        add_name.run_many(connection, (row for one in portion for row in _searched_names(keys[one.uri], one)))
    return keys


def _save_twins(connection: Connection, source: str, twins: Mapping[int, str]) -> None:
    """Remember anew which occupations of a classification are the same as one of another."""
    mine = select(occupation.c.id).where(occupation.c.source == source).scalar_subquery()
    connection.execute(delete(occupation_twin).where(occupation_twin.c.occupation_id.in_(mine)))
    prepare(insert(occupation_twin)).run_many(connection, twins.items())


def _save_skills(
    connection: Connection, source: str, skills: Sequence[SkillConcept], steps: Steps
) -> Mapping[str, int]:
    rows = ({"uri": one.uri, "source": source, "kind": one.kind.value} for one in skills)
    keys = _save_concepts(connection, skill, rows, {})
    _forget_languages(connection, (skill_name, skill_text), skill, source, _languages(skills))
    add_name, add_text = prepare(insert(skill_name)), prepare(insert(skill_text))
    for portion in steps.chunks(skills, _SKILLS):
        names = (
            (keys[one.uri], language, name) for one in portion for language, name in dict(one.naming.names).items()
        )
        add_name.run_many(connection, names)
        add_text.run_many(connection, (row for one in portion for row in _texts(keys[one.uri], one, named=False)))
    return keys


def _save_concepts(
    connection: Connection, table: Table, rows: Iterable[dict[str, Any]], first: Mapping[str, Any]
) -> Mapping[str, int]:
    """Insert or update the rows of concepts and return all keys by URI; a key never changes."""
    keys = {row.uri: row.id for row in connection.execute(select(table.c.id, table.c.uri))}
    last = max(keys.values(), default=0)
    new: dict[str, dict[str, Any]] = {}
    old: dict[str, dict[str, Any]] = {}
    for row in rows:
        if row["uri"] in keys:
            old[row["uri"]] = row
        else:
            new[row["uri"]] = row
    for key, (uri, row) in enumerate(new.items(), start=last + 1):
        keys[uri] = key
        row.update(first, id=key)
    if new:
        connection.execute(insert(table), list(new.values()))
    for uri, row in old.items():
        connection.execute(table.update().where(table.c.id == keys[uri]), row)
    return keys


def _forget_languages(
    connection: Connection, tables: Iterable[Table], parent: Table, source: str, languages: Iterable[str]
) -> None:
    """Delete the texts of a classification in the languages that it brings anew."""
    mine = select(parent.c.id).where(parent.c.source == source).scalar_subquery()
    for table in tables:
        link = next(iter(table.c[name] for name in ("occupation_id", "skill_id") if name in table.c))
        for language in languages:
            connection.execute(delete(table).where(table.c.language == language, link.in_(mine)))


def _languages(concepts: Iterable[Occupation | SkillConcept]) -> Iterable[str]:
    found = {language for one in concepts for language, _ in (*one.naming.names, *one.other_names)}
    return found | {language for one in concepts for language, _ in one.description.names}


def _texts(key: int, concept: Occupation | SkillConcept, *, named: bool) -> Iterator[tuple[Any, ...]]:
    """Yield the texts of a concept: key, language, (name,) other names, description."""
    names = dict(concept.naming.names)
    descriptions = dict(concept.description.names)
    others: dict[str, list[str]] = {}
    for language, other in concept.other_names:
        others.setdefault(language, []).append(other)
    for language in dict.fromkeys((*names, *descriptions, *others)):
        further = json.dumps(others.get(language, []), ensure_ascii=False)
        name = (names.get(language, ""),) if named else ()
        if named or language in descriptions or language in others:
            yield (key, language, *name, further, descriptions.get(language, ""))


def _searched_names(key: int, one: Occupation) -> Iterator[tuple[Any, ...]]:
    """Yield the names by which an occupation is found; “Bäcker/Bäckerin” is found by either."""
    seen: set[tuple[str, str]] = set()
    for is_other, names in ((0, one.naming.names), (1, one.other_names)):
        for language, name in names:
            parts = [part.strip() for part in name.split("/")]
            whole = [] if len(parts) > 1 and not any(part.startswith("-") for part in parts) else [name]
            for part in (*whole, *(part for part in parts if part and not part.startswith("-"))):
                folded = fold_both(part)
                if folded and (language, folded) not in seen:
                    seen.add((language, folded))
                    yield (None, key, language, is_other, folded)


def _save_links(
    connection: Connection,
    relations: Iterable[SkillRelation],
    occupations: Mapping[str, int],
    skills: Mapping[str, int],
    steps: Steps,
) -> None:
    """Insert which occupation needs which skill; a pair that is both is essential, an unknown URI is left out."""
    weights: dict[tuple[int, int], int] = {}
    for one in relations:
        pair = (skills.get(one.skill_uri, 0), occupations.get(one.occupation_uri, 0))
        if all(pair):
            weights[pair] = max(weights.get(pair, 0), _WEIGHTS[one.need])
    add = prepare(insert(occupation_skill).prefix_with("OR IGNORE"))
    rows = sorted((skill_key, occupation_key, weight) for (skill_key, occupation_key), weight in weights.items())
    for portion in steps.chunks(rows, _LINKS, 10 * CHUNK):
        add.run_many(connection, portion)
