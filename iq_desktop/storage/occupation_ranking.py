"""Ranks all occupations by how well a person's skills fit them, as one query."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, case, column, func, select

from iq_desktop.domain.occupation import Naming, Need, OccupationSkill
from iq_desktop.domain.route import RankedOccupation
from iq_desktop.storage.name_keys import fold
from iq_desktop.storage.occupation_import import ESSENTIAL
from iq_desktop.storage.occupation_search import read_namings, read_occupations, skill_of
from iq_desktop.storage.prepared import prepare
from iq_desktop.storage.reference_tables import occupation, occupation_skill, skill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

_asked: Final[Select[Any]] = select(column("value")).select_from(
    func.json_each(bindparam("uris")).table_valued("value")
)
_mine: Final = select(skill.c.id).where(skill.c.uri.in_(_asked.scalar_subquery())).cte("mine")
_had: Final = (
    select(occupation_skill.c.occupation_id, func.sum(occupation_skill.c.weight).label("points"))
    .where(occupation_skill.c.skill_id.in_(select(_mine.c.id)))
    .group_by(occupation_skill.c.occupation_id)
    .cte("had")
)
_score: Final = (_had.c.points * 1.0) / (ESSENTIAL * occupation.c.essential_total + occupation.c.optional_total)
_RANKED: Final = prepare(
    select(_had.c.occupation_id, _score.label("score"), occupation.c.essential_total, occupation.c.optional_total)
    .join(occupation, occupation.c.id == _had.c.occupation_id)
    .order_by(_score.desc(), _had.c.points.desc(), _had.c.occupation_id)
    .limit(bindparam("most"))
)
_ranked_keys: Final[Select[Any]] = select(column("value")).select_from(
    func.json_each(bindparam("keys")).table_valued("value")
)
_has: Final = case((occupation_skill.c.skill_id.in_(select(_mine.c.id)), 1), else_=0)
_SHOWN: Final = prepare(
    select(
        occupation_skill.c.occupation_id,
        _has,
        occupation_skill.c.skill_id,
        occupation_skill.c.weight,
        skill.c.uri,
        skill.c.kind,
    )
    .join(skill, skill.c.id == occupation_skill.c.skill_id)
    .where(
        occupation_skill.c.occupation_id.in_(_ranked_keys.scalar_subquery()),
        (occupation_skill.c.weight == ESSENTIAL) | (_has == 1),
    )
)


def rank_occupations(connection: Connection, skill_uris: Sequence[str], limit: int) -> tuple[RankedOccupation, ...]:
    """Return the occupations that need some of these skills, best first; skills that nobody knows do not count.

    A profile that was taken up with the starter pack is ranked with its occupations also after ESCO has come.
    """
    uris = json.dumps(list(dict.fromkeys(skill_uris)))
    ranked = _RANKED.rows(connection, uris=uris, most=limit)
    keys = [row[0] for row in ranked]
    rows = _SHOWN.rows(connection, uris=uris, keys=json.dumps(keys))
    namings = read_namings(connection, (row[2] for row in rows))
    fits: dict[int, list[OccupationSkill]] = {key: [] for key in keys}
    missing: dict[int, list[OccupationSkill]] = {key: [] for key in keys}
    for row in rows:
        (fits if row[1] else missing)[row[0]].append(skill_of(row[3:], namings.get(row[2], Naming(()))))
    occupations = dict(zip(keys, read_occupations(connection, keys), strict=True))
    return tuple(
        RankedOccupation(occupations[key], score, _sorted(fits[key]), _sorted(missing[key]), essential, optional)
        for key, score, essential, optional in ranked
    )


def _sorted(skills: list[OccupationSkill]) -> tuple[OccupationSkill, ...]:
    return tuple(sorted(skills, key=_place))


def _place(one: OccupationSkill) -> tuple[Any, ...]:
    return one.need is not Need.ESSENTIAL, fold(one.naming.in_language("de"))
