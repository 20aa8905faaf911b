"""What is kept about whom, and the rules of every column: what of it a person gets as a copy, and how it is erased."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from iq_desktop.domain.choice import Choice
from iq_desktop.wording.text import NOTHING, Text, say


class About(Choice):
    """Whom something is about."""

    CLIENT = "client", say("Persons who are counselled")
    ADVISER = "adviser", say("Advisers of the centre")
    CENTRE = "centre", say("The centre itself")
    NOBODY = "nobody", say("Nobody: it is published or anonymous")


class Category(Choice):
    """What kind of thing is told."""

    IDENTITY = "identity", say("Name, birth, address, contact")
    SENSITIVE = "sensitive", say("Origin, residence, benefits, what was told in confidence")
    COUNSELLING = "counselling", say("Training, work, languages, competences, what was agreed")
    CENTRE = "centre", say("What concerns the centre and its advisers")
    TECHNICAL = "technical", say("Numbers that hold the entries together")
    PUBLIC = "public", say("Published or anonymous")


class Use(Choice):
    """For what something is kept."""

    COUNSELLING = "counselling", say("For the counselling")
    FINDING = "finding", say("To find the case and to remind of deadlines")
    PROOF = "proof", say("To prove who saw or changed what, and that rights were kept")
    CENTRE = "centre", say("To run the centre")
    STATISTICS = "statistics", say("For anonymous figures")
    REFERENCE = "reference", say("To look up occupations, courses and places")


class Kept(Choice):
    """How long something is kept."""

    WITH_CASE = "with_case", say("As long as the case, whose keeping is looked at regularly")
    HEAD_STAYS = "head_stays", say("The values as long as the case; day, kind and adviser remain as a proof")
    AS_PROOF = "as_proof", say("As a proof that names nobody")
    WITH_CENTRE = "with_centre", say("As long as the centre works with the program")
    FOREVER = "forever", say("Without a limit: it is about nobody")


class Export(Enum):
    """What of a column goes into the copy that a person gets."""

    VALUE = "value"
    """As a value with its label."""
    CODE = "code"
    """Only in the file for taking along: it holds the entries together."""
    JOURNAL = "journal"
    """Told in words: who saw or changed what, when."""
    LEFT_OUT = "left_out"
    """Not, for a reason that is told."""


class Erase(Enum):
    """What happens to a column when a case is erased."""

    WITH_CASE = "with_case"
    """The row goes with the case."""
    VALUES = "values"
    """The row with the old and new values goes."""
    KEPT = "kept"
    """It stays, for a reason that is told."""
    NOT_CONCERNED = "not_concerned"
    """It is not about the person."""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """The rules of one column; `reason` says why it is left out of the copy or stays after erasing."""

    table: str
    column: str
    about: About
    category: Category
    use: Use
    kept: Kept
    export: Export
    erase: Erase
    reason: Text = NOTHING

    @property
    def needs_reason(self) -> bool:
        """Whether somebody may ask why."""
        concerns = self.about is About.CLIENT
        return self.erase is Erase.KEPT or (concerns and self.export is Export.LEFT_OUT)


@dataclass(frozen=True, slots=True)
class StoreRule:
    """A place beside the tables where something about a person can lie, and how it goes when they are erased."""

    name: str
    title: Text
    how_erased: Text
    is_left: bool = False
    """Whether something of it stays that somebody must remove by hand, or that only time removes."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """Rows of one table that are about some cases; the cells of each row are in the order of `columns`.

    `part` is the name of the part of a case that lies there (empty for the case itself), `technical` are the columns
    that only hold rows together.
    """

    table: str
    part: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    technical: frozenset[str] = frozenset()
