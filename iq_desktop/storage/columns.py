"""The words in which tables are declared: kinds of columns, each with the class of what stands in it."""

from __future__ import annotations

from enum import Enum
from typing import Final

from sqlalchemy import REAL, Column, Integer, LargeBinary, MetaData, Text, TextClause
from sqlalchemy import text as sql_text

_NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a later revision can change it."""

metadata = MetaData(naming_convention=_NAMES)
"""The tables of cases.db."""

reference_metadata = MetaData(naming_convention=_NAMES)
"""The tables of reference.db: nothing in them is about a person."""


class Privacy(Enum):
    """What a column tells about whom; rules for copying out and erasing hang on it."""

    PERSONAL = "personal"
    """Tells who a client is or how to reach them."""
    SENSITIVE = "sensitive"
    """Could harm a client in the wrong hands: origin, residence, benefits, health, what was told in confidence."""
    WORK = "work"
    """Belongs to the counselling of a client: levels, ratings, referrals, what was agreed."""
    CENTRE = "centre"
    """About the centre and its advisers."""
    TECHNICAL = "technical"
    """Keeps rows together: identities, positions, revisions."""
    PUBLIC = "public"
    """Published by others, about nobody."""


def words(name: str, kind: Privacy, *, begins_as: str | None = None) -> Column[str]:
    """Return a column of text that may be empty but is always there.

    `begins_as` is what stands in rows that are older than a column added by a later revision.
    """
    return Column(name, Text, nullable=False, info={"class": kind}, server_default=_literal(begins_as))


def words_or_none(name: str, kind: Privacy) -> Column[str]:
    """Return a column of text that is NULL where nothing was said: codes of answers, days, partial dates."""
    return Column(name, Text, nullable=True, info={"class": kind})


def number(name: str, kind: Privacy, *, begins_as: int | None = None) -> Column[int]:
    """Return a column of whole numbers; yes and no are 1 and 0; for `begins_as` see `words`."""
    default = None if begins_as is None else sql_text(str(begins_as))
    return Column(name, Integer, nullable=False, info={"class": kind}, server_default=default)


def number_or_none(name: str, kind: Privacy) -> Column[int]:
    """Return a column of whole numbers that may be unknown."""
    return Column(name, Integer, nullable=True, info={"class": kind})


def degrees_or_none(name: str) -> Column[float]:
    """Return a column of geographical degrees."""
    return Column(name, REAL, nullable=True, info={"class": Privacy.PUBLIC})


def octets(name: str, kind: Privacy) -> Column[bytes]:
    """Return a column of bytes."""
    return Column(name, LargeBinary, nullable=False, info={"class": kind})


def _literal(words_: str | None) -> TextClause | None:
    return None if words_ is None else sql_text("'" + words_.replace("'", "''") + "'")
