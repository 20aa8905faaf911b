"""Nothing is kept by forgetting: which cases are to be looked at, keeping longer with a reason, the centre's terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.keeping import DueReview, KeepReason, months_after
from iq_desktop.domain.role import Act
from iq_desktop.usecases.permissions import require

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.privacy_terms import PrivacyTerms
    from iq_desktop.usecases.desk import Desk

SHOWN: Final = 200
"""Due reviews that are shown at once."""
YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Reviews:
    """The cases whose keeping is to be looked at, the longest overdue first, and how many there are."""

    due: Sequence[DueReview]
    count: int


def list_due_reviews(desk: Desk) -> Reviews:
    """Return the cases whose keeping is to be looked at today."""
    today = desk.clock.today()
    return Reviews(desk.rights.due_reviews(today, limit=SHOWN), desk.rights.count_due_reviews(today))


def review_day_of(desk: Desk, case_id: str) -> dt.date:
    """Return the day on which the keeping of a case is looked at; raises NoSuchCase."""
    return desk.rights.review_day_of(case_id)


def keep_longer(desk: Desk, case: CaseFile, until: dt.date, reason: KeepReason, words: str = "") -> CaseFile:
    """Return the case kept until a new day, with the reason; a day that has passed is a year from today."""
    today = desk.clock.today()
    day = until if until > today else months_after(today, YEAR)
    keeping = replace(case.keeping, review_on=day, reason=reason, reason_in_words=words, reviewed_on=today)
    return replace(case, keeping=keeping)


def keep_by_the_rules(desk: Desk, case: CaseFile) -> CaseFile:
    """Return the case looked at today and kept as the rules of the centre say, from today on."""
    keeping = replace(case.keeping, review_on=None, reason=None, reason_in_words="", reviewed_on=desk.clock.today())
    return replace(case, keeping=keeping)


def terms_of_centre(desk: Desk) -> PrivacyTerms:
    """Return what the centre has laid down about the data of its clients, or the proposals."""
    return desk.rights.terms()


def complete_terms(terms: PrivacyTerms) -> PrivacyTerms:
    """Return terms in which the proposals stand where a number was left empty, and no figure tells of too few."""
    usual = type(terms)()
    return replace(
        terms,
        review_after_months=terms.review_after_months or usual.review_after_months,
        review_open_months=terms.review_open_months or usual.review_open_months,
        smallest_cell=max(terms.smallest_cell or 0, usual.smallest_cell),
    )


def save_terms(desk: Desk, terms: PrivacyTerms) -> tuple[Change, ...]:
    """Keep what the centre has laid down; raises NotAllowed."""
    require(desk, Act.SET_PRIVACY)
    desk.rights.save_terms(terms)
    return (Change(Area.CENTRE),)
