"""What of a case another office may be told: only what the person agreed to for this recipient, and nothing else.

A case is never passed on by leaving things out: a new one is made that holds what may be told. A field that is added to
the case later is therefore not told before somebody writes it down here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import ChosenOccupation, Competence
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.language_skill import LanguageSkill
from iq_desktop.domain.qualification import Qualification, WorkKind, WorkPeriod
from iq_desktop.domain.referral import Referral, Shared
from iq_desktop.domain.rights import Act, find_stop

if TYPE_CHECKING:
    from collections.abc import Collection

    from iq_desktop.domain.consent import Release

_BETWEEN: Final = "·"
"""Stands between a course and who offers it."""
_PRIVATE: Final = frozenset({WorkKind.CARE})
"""Care for the own family is no work that an office asks for."""


def may_be_told(case: CaseFile, referral: Referral) -> bool:
    """Return whether the recipient of a referral may be told anything about the person, if only the name.

    It takes a release from secrecy for just this recipient (`find_release`); a restriction or a withdrawn consent to
    referrals stops it. The consent to referrals in general tells nobody anything.
    """
    return find_stop(case, Act.REFER) is None and find_release(case, referral) is not None


def find_release(case: CaseFile, referral: Referral) -> Release | None:
    """Return the release that lets the recipient of a referral be told something, or None.

    One that was given for this referral comes before one for an earlier referral to the same recipient, in whose place
    this one came, and that before one for the recipient as such.
    """
    return next(reversed(holding_releases(case, referral)), None)


def holding_releases(case: CaseFile, referral: Referral) -> tuple[Release, ...]:
    """Return every release that lets the recipient of a referral be told something, the one that decides last.

    Each must name the recipient, so that nobody else is told where a referral goes to somebody else later.
    """
    return tuple(one for one in _fitting_releases(case, referral) if one.is_valid)


def _fitting_releases(case: CaseFile, referral: Referral) -> list[Release]:
    """Return the releases for a recipient, withdrawn ones too: free ones, those of earlier referrals, its own."""
    names = {_plain(part) for part in (referral.recipient, *referral.recipient.split(_BETWEEN))} - {""}
    fitting = [one for one in case.releases if _plain(one.recipient) in names]
    order = ("", *reversed(_with_earlier(case, referral)))
    return [one for bound_to in order for one in fitting if one.referral_id == bound_to]


def _with_earlier(case: CaseFile, referral: Referral) -> tuple[str, ...]:
    """Return the identities of a referral and of those that failed before it, the newest first."""
    before = {one.id: one.earlier_id for one in case.referrals}
    found, wanted = [referral.id], referral.earlier_id
    while wanted and wanted not in found:
        found.append(wanted)
        wanted = before.get(wanted, "")
    return tuple(found)


def told_fields(case: CaseFile, referral: Referral) -> tuple[Shared, ...]:
    """Return what the recipient may be told beside the name: what the letter shall tell and the release covers.

    A release that says in words alone what may be told lets only the name be told, until its fields are agreed.
    """
    release = find_release(case, referral) if find_stop(case, Act.REFER) is None else None
    if release is None:
        return ()
    return tuple(one for one in referral.shares if one in release.shares)


def missing_fields(case: CaseFile, referral: Referral) -> tuple[Shared, ...]:
    """Return what the letter shall tell and may not, because the person did not agree to it for this recipient."""
    told = told_fields(case, referral)
    return tuple(one for one in referral.shares if one not in told)


def is_release_withdrawn(case: CaseFile, referral: Referral) -> bool:
    """Return whether the person took a release for this referral back, and gave no other one."""
    known = (*_fitting_releases(case, referral), *(one for one in case.releases if one.referral_id == referral.id))
    taken_back = any(one.withdrawn_on is not None and one.referral_id for one in known)
    return find_release(case, referral) is None and taken_back


def told_case(case: CaseFile, referral: Referral) -> CaseFile:
    """Return a case that holds what the recipient of a referral may be told; number and recipient always stay."""
    kept = Referral(
        recipient=referral.recipient,
        kind=referral.kind,
        course=referral.course,
        place=referral.place,
        contact_person=referral.contact_person,
        id=referral.id,
    )
    told = CaseFile(opened_on=case.opened_on, id=case.id, number=case.number, referrals=(kept,))
    return _with_shared(told, case, referral) if may_be_told(case, referral) else told


def _with_shared(told: CaseFile, case: CaseFile, referral: Referral) -> CaseFile:
    shares = frozenset(told_fields(case, referral))
    kept = Referral(
        recipient=referral.recipient,
        kind=referral.kind,
        reason=referral.reason,
        course=referral.course,
        place=referral.place,
        starts_on=referral.starts_on,
        contact_person=referral.contact_person,
        id=referral.id,
    )
    return CaseFile(
        opened_on=told.opened_on,
        id=told.id,
        number=told.number,
        contact=_contact(case.contact, shares),
        client=_client(case.client, shares),
        languages=tuple(map(_language, case.languages)) if Shared.LANGUAGES in shares else (),
        occupations=tuple(map(_occupation, case.occupations)) if Shared.OCCUPATIONS in shares else (),
        qualifications=tuple(map(_qualification, case.qualifications)) if Shared.QUALIFICATIONS in shares else (),
        works=tuple(_work(one) for one in case.works if one.kind not in _PRIVATE) if Shared.WORK in shares else (),
        competences=tuple(map(_competence, case.competences)) if Shared.COMPETENCES in shares else (),
        referrals=(kept,),
    )


def _contact(contact: Contact, shares: Collection[Shared]) -> Contact:
    tongue = contact.client_language if Shared.LANGUAGES in shares else ""
    return Contact(client_language=tongue, concerns=contact.concerns if Shared.CONCERN in shares else ())


def _client(client: Client, shares: Collection[Shared]) -> Client:
    is_reachable, is_at_home = Shared.CONTACT in shares, Shared.RESIDENCE in shares
    return Client(
        family_name=client.family_name,
        given_names=client.given_names,
        family_name_own_script=client.family_name_own_script,
        given_names_own_script=client.given_names_own_script,
        birth=client.birth if Shared.BIRTH in shares else None,
        nationalities=client.nationalities if Shared.NATIONALITY in shares else (),
        mother_tongues=client.mother_tongues if Shared.LANGUAGES in shares else (),
        residence_title=client.residence_title if is_at_home else None,
        residence_valid_until=client.residence_valid_until if is_at_home else None,
        work_permission=client.work_permission if is_at_home else None,
        street=client.street if is_reachable else "",
        postal_code=client.postal_code if is_reachable else "",
        place=client.place if is_reachable else "",
        phone=client.phone if is_reachable else "",
        email=client.email if is_reachable else "",
    )


def _language(one: LanguageSkill) -> LanguageSkill:
    return LanguageSkill(
        one.language,
        one.assessed_by,
        one.listening,
        one.reading,
        one.interaction,
        one.production,
        one.writing,
        one.assessed_on,
        id=one.id,
    )


def _occupation(one: ChosenOccupation) -> ChosenOccupation:
    return ChosenOccupation(one.uri, one.name_de, one.name_en, role=one.role, id=one.id)


def _qualification(one: Qualification) -> Qualification:
    return Qualification(
        one.title_original,
        one.title_de,
        one.kind,
        one.institution,
        one.place,
        one.country,
        one.begun,
        one.ended,
        one.finished,
        id=one.id,
    )


def _work(one: WorkPeriod) -> WorkPeriod:
    return WorkPeriod(
        title_original=one.title_original,
        title_de=one.title_de,
        kind=one.kind,
        occupation_name=one.occupation_name,
        employer=one.employer,
        place=one.place,
        country=one.country,
        begun=one.begun,
        ended=one.ended,
        is_going_on=one.is_going_on,
        tasks=one.tasks,
        id=one.id,
    )


def _competence(one: Competence) -> Competence:
    return Competence(
        one.skill_uri,
        one.name_de,
        one.name_en,
        self_rating=one.self_rating,
        adviser_rating=one.adviser_rating,
        evidence=one.evidence,
        id=one.id,
    )


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
