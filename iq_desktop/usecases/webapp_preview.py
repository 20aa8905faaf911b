"""How a table of the IQ Webapp is read, and what would come of it: values that are shown before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace

from iq_desktop.domain.duplicate import Duplicate
from iq_desktop.usecases.webapp_fields import fold
from iq_desktop.usecases.webapp_rows import Proposal, RowFault


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
