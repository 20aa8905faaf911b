"""How a table of the IQ Webapp is read, and what would come of it: values that are shown before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Change
from iq_desktop.domain.duplicate import Duplicate
from iq_desktop.usecases.webapp_fields import (
    MOST_QUALIFICATIONS,
    PERSON_FIELDS,
    QUALIFICATION_FIELDS,
    Shape,
    field_of,
    fold,
    label_of,
    qualification_code,
)
from iq_desktop.usecases.webapp_rows import Proposal, RowFault
from iq_desktop.usecases.webapp_values import COUNTRY, list_of, words_of
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.webapp_ports import TableFile

_SHOWN: Final = 60
"""Signs of an example that are shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a workbook is read: which sheets, which field each column is, and what unknown words mean.

    `people` and `talks` are places of sheets, `talks` None where there are no follow-up contacts; codes are empty for
    columns that go into the notes. `answers` are pairs of list and folded word, with the code that was chosen.
    """

    people: int
    talks: int | None
    codes: tuple[str, ...]
    talk_codes: tuple[str, ...] = ()
    answers: tuple[tuple[str, str, str], ...] = ()

    def with_code(self, place: int, code: str) -> Reading:
        """Return it with another field for a column; the column that had this field before has none any more."""
        codes = tuple("" if code and one == code else one for one in self.codes)
        return replace(self, codes=(*codes[:place], code, *codes[place + 1 :]))

    def with_answer(self, name: str, said: str, code: str) -> Reading:
        """Return it with the meaning of a word, for all rows; an empty code leaves it in the notes alone."""
        others = tuple(one for one in self.answers if one[:2] != (name, fold(said)))
        return replace(self, answers=(*others, (name, fold(said), code)))


@dataclass(frozen=True, slots=True)
class Looked:
    """One row as it would be taken in: what may be the same person already, or in which row they stood before."""

    proposal: Proposal
    known: tuple[Duplicate, ...] = ()
    same_row: int = 0

    @property
    def row(self) -> int:
        """The number of the row in the spreadsheet."""
        return self.proposal.row

    @property
    def is_double(self) -> bool:
        """Whether the person seems to be there already."""
        return bool(self.known or self.same_row)


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen: each row, cells that cannot be read, words that are unknown (field, word, how often)."""

    rows: tuple[Looked, ...]
    faults: tuple[RowFault, ...] = ()
    unknown: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: how many cases went, and which stayed because somebody has changed them since."""

    count: int
    left: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """One column of the table of people: its place, its head, something that stands in it, and its field's code."""

    place: int
    head: str
    example: str
    code: str

    @property
    def field(self) -> Text:
        """The name of its field."""
        return label_of(self.code) if self.code else say("Goes into the notes")


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A word that fits no answer of its field, in how many rows it stands, and the answer that was chosen for it."""

    code: str
    said: str
    count: int

    @property
    def name(self) -> str:
        """The name of the list that its field has."""
        return COUNTRY if field_of(self.code).shape is Shape.COUNTRY else list_of(self.code)


def read_columns(file: TableFile, reading: Reading) -> tuple[ReadColumn, ...]:
    """Return the columns that say anything, each with its first words."""
    sheet = file.sheets[reading.people]
    examples: dict[int, str] = {}
    for row in sheet.rows:
        for place, cell in enumerate(row.cells):
            if place not in examples and (said := words_of(cell)):
                examples[place] = said
    return tuple(
        ReadColumn(place, sheet.heads[place] or str(place + 1), said[:_SHOWN], reading.codes[place])
        for place, said in sorted(examples.items())
    )


def field_options(reading: Reading) -> tuple[tuple[str, Text], ...]:
    """Return the fields from which one can choose for a column: those of the person, and of two qualifications more."""
    used = [int(code.split(".")[1]) for code in reading.codes if code.startswith("qualification.")]
    most = min(max(used, default=-1) + 3, MOST_QUALIFICATIONS)
    person = tuple((one.code, one.label) for one in PERSON_FIELDS)
    codes = (qualification_code(place, one.code) for place in range(most) for one in QUALIFICATION_FIELDS)
    return (*person, *((code, label_of(code)) for code in codes))


def answer_options(value: UnknownValue) -> tuple[tuple[str, Text], ...]:
    """Return the answers from which one can choose for an unknown word; states have their own list."""
    choices = field_of(value.code).choices
    return tuple((one.value, one.label) for one in choices or ())


def unclear_first(rows: Sequence[Looked]) -> tuple[Looked, ...]:
    """Return the rows in the order in which they are looked at: what is known or unclear before the others."""
    return tuple(sorted(rows, key=lambda one: not (one.is_double or one.proposal.faults)))
