"""What a centre has laid down about the data of its clients: who answers for it, on which ground, for how long.

Nothing here is law: the months are a proposal, and the legal ground is what the centre writes down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SMALLEST_CELL: Final = 5
"""Fewer people than this are never told in a figure."""
_MOST_MONTHS: Final = 1200


@dataclass(frozen=True, slots=True)
class PrivacyTerms:
    """The terms of a centre; `controller` is empty where it is the centre itself.

    A closed case is looked at `review_after_months` after its end, an open one `review_open_months` after the last work
    on it. `smallest_cell` is the fewest people that a figure may tell of.
    """

    controller: str = ""
    officer: str = ""
    authority: str = ""
    legal_basis: str = ""
    legal_basis_sensitive: str = ""
    recipients: str = ""
    further_measures: str = ""
    review_after_months: int = 36
    review_open_months: int = 24
    smallest_cell: int = SMALLEST_CELL

    @property
    def months_of_closed(self) -> int:
        """Months after which a closed case is looked at: at least one, at most a hundred years."""
        return min(max(self.review_after_months, 1), _MOST_MONTHS)

    @property
    def months_of_open(self) -> int:
        """Months after which an open case is looked at: at least one, at most a hundred years."""
        return min(max(self.review_open_months, 1), _MOST_MONTHS)

    @property
    def least_people(self) -> int:
        """The fewest people that a figure may tell of, never under five."""
        return max(self.smallest_cell, SMALLEST_CELL)
