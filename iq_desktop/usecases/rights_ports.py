"""The port of the rights of a person: what is kept about them, the copy, the erasing, the figures that remain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.column_rules import ColumnRule, StoreRule, TableRows
    from iq_desktop.domain.erasure import EraseReason, Erasure, Mention
    from iq_desktop.domain.figures import FigureCount
    from iq_desktop.domain.keeping import DueReview
    from iq_desktop.domain.privacy_terms import PrivacyTerms
    from iq_desktop.usecases.progress import Progress


@dataclass(frozen=True, slots=True)
class Protection:
    """What of the technical protection can be measured in an open vault."""

    sqlcipher: str
    sqlite: str
    guessing_mib: int
    guessing_passes: int
    advisers: int
    journal_entries: int


class RightsOffice(Protocol):
    """The rights of a person in the vault; each writing call is one transaction with its entry in the journal."""

    def column_rules(self) -> Sequence[ColumnRule]:
        """Return the rules of every column of every table."""

    def store_rules(self) -> Sequence[StoreRule]:
        """Return the rules of every other place where something about a person can lie."""

    def rows_about(self, case_ids: Sequence[str]) -> Sequence[TableRows]:
        """Return every row about some cases that the rules give to the person, with all columns that they give."""

    def erase(
        self, case_ids: Sequence[str], reason: EraseReason, progress: Progress, *, keep_figures: bool = False
    ) -> Erasure:
        """Erase cases without rest, all or nothing, and return the protocol; figures of them may be kept.

        Takes seconds. Raises NoSuchCase where one is gone already.
        """

    def erasures(self) -> Sequence[Erasure]:
        """Return every erasing, newest first."""

    def left_behind(self) -> Sequence[StoreRule]:
        """Return the places in which something of erased persons may still lie and which only a person can empty."""

    def mentions_of(self, case_ids: Sequence[str], *, limit: int) -> Sequence[Mention]:
        """Return other cases in which the person of some cases seems to be named; takes seconds for very many cases."""

    def due_reviews(self, today: dt.date, *, limit: int) -> Sequence[DueReview]:
        """Return the cases whose keeping is to be looked at, the longest overdue first."""

    def count_due_reviews(self, today: dt.date) -> int:
        """Return how many cases are to be looked at."""

    def review_day_of(self, case_id: str) -> dt.date:
        """Return the day on which the keeping of a case is looked at; raises NoSuchCase."""

    def terms(self) -> PrivacyTerms:
        """Return what the centre has laid down, or the proposals."""

    def save_terms(self, terms: PrivacyTerms) -> None:
        """Keep what the centre has laid down."""

    def figures(self) -> Sequence[FigureCount]:
        """Return the anonymous figures that are kept."""

    def count_into_figures(self, progress: Progress) -> Sequence[str]:
        """Take closed cases that stand in no figure yet into the figures, as one batch; return which were taken.

        Nothing is taken while they are too few.
        """

    def protection(self) -> Protection:
        """Return what can be measured of the protection."""
