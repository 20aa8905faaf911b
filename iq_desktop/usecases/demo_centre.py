"""A demo centre: invented clients, marked as invented, whose cases look as after some weeks of work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Client, Employment, Gender, ResidenceTitle, WorkPermission
from iq_desktop.domain.competence import Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.contact import Channel, Concern, Contact, Interpreting, WayToCentre
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.domain.referral import AgreedPoint, Who
from iq_desktop.usecases.competences import find_occupations, take_up_occupation
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_RATED: Final = 12
"""Skills that are rated in a case: a talk seldom gets further."""
_DAYS_BETWEEN: Final = 2
_EVERY_THIRD: Final = 3


@dataclass(frozen=True, slots=True)
class InventedClient:
    """An invented person as the demo pack describes it; `occupation` is what is typed to find it."""

    number: int
    facts: Mapping[str, Any]


def fill_demo_centre(desk: Desk, clients: Sequence[InventedClient], progress: Progress) -> None:
    """Save a case for every invented client; those with an earlier number were opened longer ago."""
    for client in clients:
        progress.step(client.number, len(clients), say("Inventing clients"))
        desk.cases.save(invented_case(desk, client))


def invented_case(desk: Desk, client: InventedClient) -> CaseFile:
    """Return the case of an invented client; every third one is still incomplete."""
    facts, today = client.facts, desk.clock.today()
    opened = today - dt.timedelta(days=_DAYS_BETWEEN * client.number)
    case = CaseFile(
        opened_on=opened,
        adviser_id=desk.adviser.id,
        is_invented=True,
        contact=_contact(facts, opened),
        client=_person(facts, today),
        consents=(Consent(Purpose.COUNSELLING, opened, facts["client_language"], CONSENT_WORDING),),
        languages=(_german(facts["german"], opened),),
    )
    if client.number % _EVERY_THIRD == 0:
        return case
    found = find_occupations(desk, facts["occupation"], "de")
    if found:
        case = _rated(take_up_occupation(desk, case, found[0], OccupationRole.LEARNED), client.number)
    return replace(case, agreement=_agreement(today, client.number))


def _contact(facts: Mapping[str, Any], opened: dt.date) -> Contact:
    return Contact(
        channel=Channel.FACE_TO_FACE,
        way=WayToCentre.of(facts["way"]),
        concerns=tuple(Concern.of(code) for code in facts["concerns"]),
        client_language=facts["client_language"],
        interpreting=Interpreting.of(facts["interpreting"]),
        first_talk_on=opened,
    )


def _person(facts: Mapping[str, Any], today: dt.date) -> Client:
    days = facts.get("residence_days")
    return Client(
        family_name=facts["family_name"],
        given_names=facts["given_names"],
        family_name_own_script=facts.get("own_family_name", ""),
        given_names_own_script=facts.get("own_given_names", ""),
        gender=Gender.of(facts["gender"]),
        birth=partial_date_from(facts["birth"]),
        birth_country=facts["nationality"],
        nationalities=(facts["nationality"],),
        mother_tongues=(facts["mother_tongue"],),
        residence_title=ResidenceTitle.of(facts["residence_title"]),
        residence_valid_until=today + dt.timedelta(days=days) if days else None,
        work_permission=WorkPermission.UNRESTRICTED,
        entry=partial_date_from(facts["entry"]),
        benefit=Benefit.of(facts["benefit"]),
        employment=Employment.of(facts["employment"]),
        postal_code=facts["postal_code"],
        place=facts["place"],
    )


def _german(levels: Sequence[str], day: dt.date) -> LanguageSkill:
    listening, reading, interaction, production, writing = (Level.of(code) for code in levels)
    return LanguageSkill("de", AssessedBy.SELF, listening, reading, interaction, production, writing, day)


def _rated(case: CaseFile, number: int) -> CaseFile:
    rated = tuple(_rate(competence, number + place) for place, competence in enumerate(case.competences[:_RATED]))
    return replace(case, competences=(*rated, *case.competences[_RATED:]))


def _rate(competence: Competence, seed: int) -> Competence:
    steps, grades = tuple(Independence), tuple(Evidence)
    own = steps[seed * 7 % len(steps)]
    adviser = steps[max(0, min(len(steps) - 1, own.step - 1 + (seed * 5 % 3) - 1))]
    return replace(competence, self_rating=own, adviser_rating=adviser, evidence=grades[seed * 11 % len(grades)])


def _agreement(today: dt.date, number: int) -> tuple[AgreedPoint, ...]:
    soon, later = (today + dt.timedelta(days=number % 5 + days) for days in (1, 9))
    return (
        AgreedPoint("Zeugnisse und Arbeitsnachweise mitbringen", who=Who.CLIENT, due=soon),
        AgreedPoint("Zuständige Stelle anrufen", who=Who.ADVISER, due=soon),
        AgreedPoint("Sprachstand testen lassen", who=Who.CLIENT, due=later),
    )
