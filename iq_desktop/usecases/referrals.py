"""Agreeing on next steps and referring a person to a course or a body."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.referral import AgreedPoint, Referral, ReferralKind
from iq_desktop.domain.referral_step import FAILED

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.usecases.desk import Desk

REMIND_AFTER: Final = dt.timedelta(days=14)
"""When the page Today asks how a referral went."""
ON_THE_SLIP: Final = 3
"""Points that stand on the slip „What we agreed“."""


def is_referred_to(case: CaseFile, course_key: str) -> bool:
    """Return whether the person was referred to a course, and it has not failed: then one refers to it once more."""
    return any(one.course == course_key and one.state not in FAILED for one in case.referrals)


def refer_to_course(desk: Desk, case: CaseFile, course: CourseOffer, reason: str = "") -> CaseFile:
    """Return the case with a planned referral to a course; the same course again only after a referral that failed."""
    if is_referred_to(case, course.key):
        return case
    failed = next((one for one in reversed(case.referrals) if one.course == course.key), None)
    referral = Referral(
        recipient=" · ".join(part for part in (course.title, course.provider) if part),
        kind=ReferralKind.COURSE,
        reason=reason,
        course=course.key,
        place=course.place,
        starts_on=course.starts_on,
        agreed_on=desk.clock.today(),
        remind_on=desk.clock.today() + REMIND_AFTER,
    )
    if failed is None:
        return replace(case, referrals=(*case.referrals, referral))
    return once_more(case, failed, replace(referral, contact_person=failed.contact_person))


def once_more(case: CaseFile, failed: Referral, again: Referral) -> CaseFile:
    """Return the case with a new referral in place of one that failed, about which nobody asks any more.

    Its reason and what its letter shall tell come along.
    """
    quiet = change_referral(case, replace(failed, remind_on=None))
    taken = replace(again, reason=again.reason or failed.reason, shares=failed.shares, earlier_id=failed.id)
    return replace(quiet, referrals=(*quiet.referrals, taken))


def add_referral(desk: Desk, case: CaseFile, kind: ReferralKind, recipient: str) -> CaseFile:
    """Return the case with a planned referral to a body in words."""
    today = desk.clock.today()
    referral = Referral(recipient.strip(), kind, agreed_on=today, remind_on=today + REMIND_AFTER)
    return replace(case, referrals=(*case.referrals, referral))


def change_referral(case: CaseFile, referral: Referral) -> CaseFile:
    """Return the case with another state of one referral."""
    return replace(case, referrals=tuple(referral if one.id == referral.id else one for one in case.referrals))


def remove_referral(case: CaseFile, referral: Referral) -> CaseFile:
    """Return the case without a referral and its steps; what was agreed to for it stays on the page Contact."""
    return replace(
        case,
        referrals=tuple(one for one in case.referrals if one.id != referral.id),
        referral_steps=tuple(one for one in case.referral_steps if one.referral_id != referral.id),
    )


def add_point(case: CaseFile, point: AgreedPoint) -> CaseFile:
    """Return the case with one more thing agreed."""
    return replace(case, agreement=(*case.agreement, point))


def change_point(case: CaseFile, point: AgreedPoint) -> CaseFile:
    """Return the case with another state of one thing agreed; a task that was made of it is done with it."""
    before = next((one for one in case.agreement if one.id == point.id), point)
    changed = replace(case, agreement=tuple(point if one.id == point.id else one for one in case.agreement))
    if (before.done_on is None) is (point.done_on is None):
        return changed
    tasks = (
        replace(one, is_done=point.done_on is not None, done_on=point.done_on) if one.source_id == point.id else one
        for one in case.appointments
    )
    return replace(changed, appointments=tuple(tasks))


def remove_point(case: CaseFile, point: AgreedPoint) -> CaseFile:
    """Return the case without one thing agreed."""
    return replace(case, agreement=tuple(one for one in case.agreement if one.id != point.id))


def move_point(case: CaseFile, point: AgreedPoint, by: int) -> CaseFile:
    """Return the case with one thing agreed moved by places: -1 goes up, +1 down; at the ends it stays."""
    others = [one for one in case.agreement if one.id != point.id]
    place = [one.id for one in case.agreement].index(point.id) + by
    others.insert(max(place, 0), point)
    return replace(case, agreement=tuple(others))
