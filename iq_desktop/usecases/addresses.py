"""Where those are reached to whom a person is referred, or who sent a person: looked up in the directory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.address import Address, address_of, address_of_provider
from iq_desktop.usecases.routes import find_course

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.referral import Referral
    from iq_desktop.usecases.desk import Desk


def find_addresses(desk: Desk, case: CaseFile) -> Mapping[str, Address]:
    """Return the addresses of the recipients of a case that are known, by the identity of the referral."""
    entries = _entries(desk)
    found = ((one.id, _address(desk, one, entries)) for one in case.referrals)
    return {referral_id: address for referral_id, address in found if address is not None}


def find_address(desk: Desk, referral: Referral) -> Address | None:
    """Return the address of whoever a referral goes to as it is known today, or None.

    The entry of the directory counts first, then one of the same name, then what stands beside the offer of the course.
    The contact person is the one of the referral.
    """
    return _address(desk, referral, _entries(desk))


def _entries(desk: Desk) -> Mapping[str, Address]:
    organisations = {one.id: address_of(one) for one in desk.organisations.organisations()}
    return organisations | {one.id: address_of(one) for one in desk.bodies.shelf.bodies()}


def _address(desk: Desk, referral: Referral, entries: Mapping[str, Address]) -> Address | None:
    found = entries.get(referral.organisation_id)
    if found is None:
        found = _by_name((referral.recipient, *referral.recipient.split("·")), entries.values())
    if found is None and referral.course:
        course = find_course(desk, referral.course)
        found = address_of_provider(course) if course is not None else None
    if found is None or not found.in_one_line:
        return None
    return replace(found, contact_person=referral.contact_person or found.contact_person)


def _by_name(names: Iterable[str], known: Iterable[Address]) -> Address | None:
    wanted = {_plain(name) for name in names} - {""}
    return next((address for address in known if _plain(address.name) in wanted and address.in_one_line), None)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
