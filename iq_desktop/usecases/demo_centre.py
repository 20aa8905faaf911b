"""A demo centre: invented clients, marked as invented, whose cases look as after some weeks of work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Client, Employment, Gender, ResidenceTitle, WorkPermission
from iq_desktop.domain.competence import Competence, Evidence, Independence, OccupationRole
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Manner, Purpose
from iq_desktop.domain.contact import Channel, Concern, Contact, Interpreting, WayToCentre
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.domain.referral import Referral, ReferralKind, ReferralState
from iq_desktop.usecases.competences import find_occupations, take_up_occupation
from iq_desktop.usecases.demo_follow_up import with_follow_up
from iq_desktop.usecases.demo_lives import agreed_points, with_life, with_talks
from iq_desktop.usecases.demo_procedures import with_procedure
from iq_desktop.usecases.demo_talks import with_runs
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

_RATED: Final = 12
"""Skills that are rated in a case: a talk seldom gets further."""
_DAYS_BETWEEN: Final = 2
_SKETCHY: Final = 7
"""Every seventh case was only begun."""
_CHANNELS: Final = (Channel.FACE_TO_FACE, Channel.FACE_TO_FACE, Channel.TELEPHONE, Channel.OUTREACH, Channel.DIGITAL)


@dataclass(frozen=True, slots=True)
class InventedClient:
    """An invented person as the demo pack describes it; `occupation` is what is typed to find it."""

    number: int
    facts: Mapping[str, Any]


def fill_demo_centre(desk: Desk, clients: Sequence[InventedClient], progress: Progress) -> None:
    """Save a case for every invented client; those with a higher number were opened longer ago."""
    for client in sorted(clients, key=lambda one: -one.number):
        progress.step(len(clients) - client.number + 1, len(clients), say("Inventing clients"))
        desk.cases.save(invented_case(desk, client))


def invented_case(desk: Desk, client: InventedClient) -> CaseFile:
    """Return the case of an invented client; some were only begun."""
    facts, number, today = client.facts, client.number, desk.clock.today()
    opened = today - dt.timedelta(days=_DAYS_BETWEEN * number)
    case = CaseFile(
        opened_on=opened,
        adviser_id=desk.adviser.id,
        is_invented=True,
        contact=_contact(facts, number, opened),
        client=_person(facts, number, today),
        consents=_consents(facts, number, opened),
        languages=_languages(facts, opened),
    )
    if number % _SKETCHY == 0:
        return case
    case = with_talks(with_life(case, facts, number, today), facts, number, today)
    case = with_procedure(case, number, today)
    case = _with_occupations(desk, case, facts, number)
    case = replace(case, agreement=agreed_points(number, today), referrals=_referrals(facts, opened, today))
    return with_runs(desk, with_follow_up(case, number, today), number, today)


def _contact(facts: Mapping[str, Any], number: int, opened: dt.date) -> Contact:
    return Contact(
        channel=_CHANNELS[number % len(_CHANNELS)],
        way=WayToCentre.of(facts["way"]),
        concerns=tuple(Concern.of(code) for code in facts["concerns"]),
        concern_in_words=facts["concern_in_words"],
        expectation=facts["expectation"],
        client_language=facts["client_language"],
        interpreting=Interpreting.of(facts["interpreting"]),
        first_talk_on=opened,
    )


def _person(facts: Mapping[str, Any], number: int, today: dt.date) -> Client:
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
        work_permission=WorkPermission.of(facts.get("work_permission", "unrestricted")),
        entry=partial_date_from(facts["entry"]),
        benefit=Benefit.of(facts["benefit"]),
        employment=Employment.of(facts["employment"]),
        postal_code=facts["postal_code"],
        place=facts["place"],
        phone=f"0000 {555_000 + 37 * number}",
    )


def _consents(facts: Mapping[str, Any], number: int, day: dt.date) -> tuple[Consent, ...]:
    """Return the consents; everybody wants to be counselled, fewer want the rest."""
    count = 1 + number * 3 % len(Purpose)
    manner = tuple(Manner)[number % len(Manner)]
    return tuple(
        Consent(purpose, day, facts["client_language"], CONSENT_WORDING, manner)
        for purpose in (Purpose.COUNSELLING, *(one for one in Purpose if one is not Purpose.COUNSELLING))[:count]
    )


def _languages(facts: Mapping[str, Any], day: dt.date) -> tuple[LanguageSkill, ...]:
    german = _spoken("de", [Level.of(code) for code in facts["german"]], day)
    mother = _spoken(facts["mother_tongue"], [Level.C2] * 5, day)
    return (german, mother)


def _spoken(language: str, levels: Sequence[Level], day: dt.date) -> LanguageSkill:
    listening, reading, interaction, production, writing = levels
    return LanguageSkill(language, AssessedBy.SELF, listening, reading, interaction, production, writing, day)


def _with_occupations(desk: Desk, case: CaseFile, facts: Mapping[str, Any], number: int) -> CaseFile:
    learned = _find(desk, facts["occupation"])
    if learned:
        case = take_up_occupation(desk, case, learned, OccupationRole.LEARNED)
    wished = _find(desk, [facts["wished"]]) if "wished" in facts else None
    if wished:
        case = take_up_occupation(desk, case, wished, OccupationRole.WISHED)
    rated = tuple(_rate(competence, number + place) for place, competence in enumerate(case.competences[:_RATED]))
    if rated:
        told = max(rated[0].evidence, Evidence.EXAMPLE, key=_grade)
        rated = (replace(rated[0], example=facts["example"], evidence=told), *rated[1:])
    return replace(case, competences=(*rated, *case.competences[_RATED:]))


def _find(desk: Desk, words: Sequence[str]) -> Occupation | None:
    """Return the occupation that the first fitting words find; the starter pack has other names than ESCO."""
    return next((found[0] for one in words if (found := find_occupations(desk, one, "de"))), None)


def _grade(evidence: Evidence) -> int:
    return evidence.grade


def _rate(competence: Competence, seed: int) -> Competence:
    steps, grades = tuple(Independence), tuple(Evidence)
    own = steps[seed * 7 % len(steps)]
    adviser = steps[max(0, min(len(steps) - 1, own.step - 1 + (seed * 5 % 3) - 1))]
    return replace(competence, self_rating=own, adviser_rating=adviser, evidence=grades[seed * 11 % len(grades)])


def _referrals(facts: Mapping[str, Any], opened: dt.date, today: dt.date) -> tuple[Referral, ...]:
    found = facts.get("referral")
    if not found:
        return ()
    state = ReferralState.of(found["state"])
    kind = ReferralKind.of(found["kind"])
    remind = today + dt.timedelta(days=found["remind_in_days"])
    return (Referral(found["recipient"], kind, state, agreed_on=opened, remind_on=remind),)
