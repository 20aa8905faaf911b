"""What a restriction or a withdrawn consent stops at once, and what may still be done."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.consent import Purpose, valid_consent
from iq_desktop.domain.paper_move import are_only_returns
from iq_desktop.domain.referral import Referral, ReferralState
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.qualification import Paper


class Act(Enum):
    """What can be stopped; reading and keeping never are."""

    EDIT = "edit"
    PRINT = "print"
    REFER = "refer"
    COUNT = "count"
    ASK_LATER = "ask_later"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Stop:
    """Why something is stopped, in words, and what it stops; `code` is kept in lists."""

    code: str
    text: Text
    acts: frozenset[Act]


_ALL: Final = frozenset(Act)
RESTRICTED: Final = Stop("restricted", say("The data of this case are restricted: they are only kept."), _ALL)
NO_COUNSELLING: Final = Stop(
    "counselling", say("The consent to the counselling was withdrawn: the case is not worked on any more."), _ALL
)
NO_STATISTICS: Final = Stop(
    "statistics", say("The consent to statistics was withdrawn: the case is counted nowhere."), frozenset({Act.COUNT})
)
NO_REFERRAL: Final = Stop(
    "referral", say("The consent to referrals was withdrawn: nothing is passed on."), frozenset({Act.REFER})
)
NO_QUESTION_LATER: Final = Stop(
    "contact_later",
    say("The consent to a later question was withdrawn: nobody asks after six months."),
    frozenset({Act.ASK_LATER}),
)
UNCOUNTED: Final = (RESTRICTED, NO_COUNSELLING, NO_STATISTICS)
"""What keeps a case out of every count and every table."""
_OF_PURPOSE: Final = {
    Purpose.COUNSELLING: NO_COUNSELLING,
    Purpose.STATISTICS: NO_STATISTICS,
    Purpose.REFERRAL: NO_REFERRAL,
    Purpose.CONTACT_LATER: NO_QUESTION_LATER,
}
_WHILE_RESTRICTED: Final = frozenset({"id", "number", "revision", "adviser_id", "keeping", "consents", "corrections"})
"""Parts of a case that change although it is restricted: what concerns the rights of the person."""
_AFTER_COUNSELLING: Final = _WHILE_RESTRICTED | {"closing", "releases"}
_SENT: Final = frozenset(
    {
        ReferralState.SENT,
        ReferralState.ACCEPTED,
        ReferralState.CAME,
        ReferralState.STARTED,
        ReferralState.FINISHED,
    }
)


def what_is_stopped(case: CaseFile) -> tuple[Stop, ...]:
    """Return what is stopped in a case and why, the widest first; a purpose that was never asked for stops nothing."""
    found = [RESTRICTED] if case.keeping.is_restricted else []
    found += [stop for purpose, stop in _OF_PURPOSE.items() if is_withdrawn(case, purpose)]
    return tuple(found)


def is_withdrawn(case: CaseFile, purpose: Purpose) -> bool:
    """Return whether a consent was given for a purpose and none is valid any more."""
    was_given = any(consent.purpose is purpose for consent in case.consents)
    return was_given and valid_consent(case.consents, purpose) is None


def find_stop(case: CaseFile, act: Act) -> Stop | None:
    """Return what stops an act in a case, or none."""
    return next((stop for stop in what_is_stopped(case) if act in stop.acts), None)


def find_stop_of_change(before: CaseFile, after: CaseFile) -> Stop | None:
    """Return what forbids the step from the stored state of a case to another one, or none.

    Consents, restriction, review and corrections can always change; originals can always be handed back; a case whose
    counselling was ended by the person can be closed. A new referral, or one that goes out, needs its consent.
    """
    stops = what_is_stopped(before)
    if not stops:
        return None
    changed = {field.name for field in fields(before) if getattr(before, field.name) != getattr(after, field.name)}
    if changed & {"papers", "paper_moves"} and _only_handed_back(before, after):
        changed -= {"papers", "paper_moves"}
    if RESTRICTED in stops and changed - _WHILE_RESTRICTED:
        return RESTRICTED
    if NO_COUNSELLING in stops and changed - _AFTER_COUNSELLING:
        return NO_COUNSELLING
    return NO_REFERRAL if NO_REFERRAL in stops and _passes_on(before, after) else None


def _only_handed_back(before: CaseFile, after: CaseFile) -> bool:
    if len(before.papers) != len(after.papers) or not are_only_returns(before, after):
        return False
    return all(_rest_of(old) == _rest_of(new) for old, new in zip(before.papers, after.papers, strict=True))


def _rest_of(paper: Paper) -> tuple[object, ...]:
    """Return what of a paper does not tell where it is."""
    where = {"whereabouts", "who_has_it", "handed_back_on"}
    return tuple(getattr(paper, field.name) for field in fields(paper) if field.name not in where)


def _passes_on(before: CaseFile, after: CaseFile) -> bool:
    return any(_goes_out(one, before.referrals) for one in after.referrals) or any(_new_releases(before, after))


def _goes_out(referral: Referral, earlier: tuple[Referral, ...]) -> bool:
    known = next((one for one in earlier if one.id == referral.id), None)
    if known is None:
        return True
    return referral.state in _SENT and known.state is ReferralState.PLANNED


def _new_releases(before: CaseFile, after: CaseFile) -> Iterator[bool]:
    valid = {release.id for release in before.releases if release.is_valid}
    yield from (release.is_valid and release.id not in valid for release in after.releases)
