"""How long a case is kept and when that is looked at again, what is restricted, and what the person had corrected."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.privacy_terms import PrivacyTerms

_MONTHS: Final = 12


class KeepReason(Choice):
    """Why a case is kept longer."""

    GOES_ON = "goes_on", say("The counselling goes on")
    PROCEDURE = "procedure", say("A procedure is still running")
    CLAIMS = "claims", say("The person may need it for claims of their own")
    DUTY = "duty", say("A law or the funding body asks for it")
    WISH = "wish", say("The person wishes it")
    OTHER = "other", say("Other")


class RestrictReason(Choice):
    """Why the data may only be kept and not used (GDPR, Article 18)."""

    DISPUTED = "disputed", say("The person says that something is wrong; this is being checked")
    UNLAWFUL = "unlawful", say("The person does not want erasure but restriction")
    CLAIMS = "claims", say("The person needs the data for claims of their own")
    OBJECTED = "objected", say("The person has objected; this is being checked")


@dataclass(frozen=True, slots=True)
class Keeping:
    """How a case is kept.

    `review_on` is a day that somebody has set, with a reason, instead of the one that the rules give; `reviewed_on` is
    when it was last looked at. While `restricted_since` is set, the case is only kept; `look_again_on` reminds of it,
    but only lifting it ends it. `is_counted` tells that it stands in the anonymous figures already.
    """

    review_on: dt.date | None = None
    reason: KeepReason | None = None
    reason_in_words: str = ""
    reviewed_on: dt.date | None = None
    restricted_since: dt.date | None = None
    restriction: RestrictReason | None = None
    restriction_in_words: str = ""
    look_again_on: dt.date | None = None
    is_counted: bool = False

    @property
    def is_restricted(self) -> bool:
        """Whether the case may only be kept."""
        return self.restricted_since is not None

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what an extension or a restriction still lacks, and what cannot be."""
        found: list[Problem] = []
        if self.review_on is not None and self.reason is None:
            found.append(Problem("reason", say("Why is the case kept longer?")))
        if self.restricted_since is not None and self.restricted_since > today:
            found.append(Problem("restricted_since", say("This day lies in the future."), Weight.WRONG))
        if self.is_restricted and self.restriction is None:
            found.append(Problem("restriction", say("Why is the case restricted?")))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Correction:
    """Something that the person had corrected, or that was refused: what was wrong, what is right, when, by whom.

    `done_on` is empty while it waits; `refused_because` says why it was not corrected.
    """

    what: str = ""
    was: str = ""
    became: str = ""
    asked_on: dt.date | None = None
    done_on: dt.date | None = None
    refused_because: str = ""
    adviser_id: str = ""
    id: str = field(default_factory=new_id)

    @property
    def is_open(self) -> bool:
        """Whether the person still waits for an answer."""
        return self.done_on is None and not self.refused_because

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the correction still lacks, and what cannot be."""
        found: list[Problem] = []
        if not self.what:
            found.append(Problem("what", say("What is to be corrected?")))
        if not self.became and not self.refused_because:
            found.append(Problem("became", say("What is right?")))
        if self.asked_on is None:
            found.append(Problem("asked_on", say("On which day did the person ask for it?")))
        elif self.asked_on > today:
            found.append(Problem("asked_on", say("This day lies in the future."), Weight.WRONG))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class DueReview:
    """A case whose keeping is to be looked at: since when, and what it is called."""

    case_id: str
    number: str
    name: str
    review_on: dt.date
    adviser_id: str = ""
    is_closed: bool = False


def review_day(keeping: Keeping, closed_on: dt.date | None, worked_on: dt.date, terms: PrivacyTerms) -> dt.date:
    """Return the day on which the keeping of a case is looked at; every case has one.

    It is the day that somebody has set; else the months of the centre after the end of the counselling, or, while it
    goes on, after the day on which somebody last worked on it.
    """
    if keeping.review_on is not None:
        return keeping.review_on
    if closed_on is not None:
        return months_after(max(closed_on, keeping.reviewed_on or closed_on), terms.months_of_closed)
    return months_after(max(worked_on, keeping.reviewed_on or worked_on), terms.months_of_open)


def months_after(day: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last of its month; beyond every calendar its first or last day."""
    at = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(at, _MONTHS)
    if year > dt.MAXYEAR:
        return dt.date.max
    if year < dt.MINYEAR:
        return dt.date.min
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
