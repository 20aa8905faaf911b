"""What the invented clients of the demo centre have learned and done, and what waits for them: worked out, not told.

Everything follows from birth, entry and occupation, so that a life has no contradiction in it; no employer, school or
office is named.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.client import Home
from iq_desktop.domain.contact import AskedBy, QualificationTopic, RecognitionTopic
from iq_desktop.domain.partial_date import PartialDate, partial_date_from
from iq_desktop.domain.qualification import (
    EarlierApplication,
    Experience,
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Proof,
    Qualification,
    QualificationKind,
    Whereabouts,
    WorkKind,
    WorkPeriod,
)
from iq_desktop.domain.referral import AgreedPoint, Who
from iq_desktop.domain.situation import Licence, Mobility, SchoolLeaving, Script, Situation
from iq_desktop.domain.talk import Appointment, AppointmentKind, Talk, TalkKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iq_desktop.domain.case_file import CaseFile

_ACADEMIC: Final = ("ingenieur", "arzt", "medizin", "lehrer", "physiotherapeut", "softwareentwickler")
_SCHOOL, _TRAINING, _STUDY = 6, 16, 19
_SCRIPTS: Final = {"ar": Script.ARABIC, "fa_AF": Script.ARABIC, "fa": Script.ARABIC, "ckb": Script.ARABIC}
_CYRILLIC: Final = ("uk", "ru")
_FRESH: Final = 9
_KEPT_HERE: Final = 8
_FOR_WEEKS: Final = dt.timedelta(days=40)
"""So long the centre has kept some originals."""
_POINTS: Final = (
    ("Zeugnisse und Arbeitsnachweise mitbringen", Who.CLIENT),
    ("Zuständige Stelle anrufen", Who.ADVISER),
    ("Sprachstand testen lassen", Who.CLIENT),
    ("Übersetzung der Urkunde in Auftrag geben", Who.CLIENT),
    ("Anerkennungszuschuss vor dem Antrag beantragen", Who.BOTH),
    ("Tabellarischen Lebenslauf gemeinsam schreiben", Who.BOTH),
    ("Kursplatz im Berufssprachkurs anfragen", Who.ADVISER),
    ("Beim Jobcenter nach Förderung fragen", Who.CLIENT),
)


def with_life(case: CaseFile, facts: Mapping[str, Any], number: int, today: dt.date) -> CaseFile:
    """Return the case of an invented client with school, training, work, papers and what belongs to them."""
    training = _training(facts, number)
    works = _works(facts, number)
    return replace(
        case,
        client=replace(case.client, home=Home.GERMANY),
        situation=_situation(facts, number),
        life=_life(facts, today),
        qualifications=(training,),
        works=works,
        papers=_papers(training, works, number, today),
    )


def with_talks(case: CaseFile, facts: Mapping[str, Any], number: int, today: dt.date) -> CaseFile:
    """Return the case with the end of the first talk, what it was about, further talks and what is to come."""
    opened = case.opened_on
    wants_recognition = "recognition" in facts["concerns"]
    contact = replace(
        case.contact,
        asked_by=tuple(AskedBy)[number % 3],
        minutes=60 + 15 * (number % 3),
        ended_on=opened if number % 4 else None,
        recognition_topics=(RecognitionTopic.POSSIBILITIES, RecognitionTopic.APPLICATION) if wants_recognition else (),
        qualification_topics=() if wants_recognition else (QualificationTopic.POSSIBILITIES,),
    )
    return replace(case, contact=contact, talks=_talks(case, number, today), appointments=_appointments(number, today))


def agreed_points(number: int, today: dt.date) -> tuple[AgreedPoint, ...]:
    """Return what was agreed, different from case to case; only the newest cases have dates ahead."""
    count = 2 + number % 2
    days = (number - 2, number + 5, None)
    dues = [today + dt.timedelta(days=day) if day is not None and number <= _FRESH else None for day in days]
    chosen = [_POINTS[(number * 3 + place) % len(_POINTS)] for place in range(count)]
    return tuple(AgreedPoint(words, who=who, due=due) for (words, who), due in zip(chosen, dues, strict=False))


def _is_academic(facts: Mapping[str, Any]) -> bool:
    return any(word in facts["occupation"][0].lower() for word in _ACADEMIC)


def _born(facts: Mapping[str, Any]) -> int:
    return partial_date_from(facts["birth"]).year


def _trained(facts: Mapping[str, Any]) -> tuple[int, int]:
    """Return the years in which the training began and ended."""
    begun = _born(facts) + (_STUDY if _is_academic(facts) else _TRAINING)
    return begun, begun + (5 if _is_academic(facts) else 3)


def _training(facts: Mapping[str, Any], number: int) -> Qualification:
    begun, ended = _trained(facts)
    return Qualification(
        title_de=facts["occupation"][0],
        kind=QualificationKind.MASTER if _is_academic(facts) else QualificationKind.VOCATIONAL,
        country=facts["nationality"],
        begun=PartialDate(begun, 9),
        ended=PartialDate(ended, 6),
        finished=Finished.YES,
        months=60 if _is_academic(facts) else 36,
        experience=Experience.ABROAD,
        goes_to_niq=True,
        earlier_application=EarlierApplication.NONE if number % 3 else None,
    )


def _works(facts: Mapping[str, Any], number: int) -> tuple[WorkPeriod, ...]:
    """Return a work between training and entry, and for some a job in Germany since."""
    ended, entry = _trained(facts)[1], partial_date_from(facts["entry"]).year
    found = []
    if entry - ended > 1:
        kind = WorkKind.FAMILY_BUSINESS if number % 5 == 0 else WorkKind.EMPLOYED
        found.append(
            WorkPeriod(
                title_de=facts["occupation"][0],
                kind=kind,
                country=facts["nationality"],
                begun=PartialDate(ended + 1, about=number % 4 == 0),
                ended=PartialDate(entry - 1),
                tasks=facts["example"],
                proofs=(Proof.REFERENCE,) if number % 2 else (Proof.WITNESS,),
            )
        )
    if facts["employment"] in ("insured", "marginal"):
        found.append(WorkPeriod(title_de="Aushilfe", country="DE", begun=PartialDate(entry), is_going_on=True))
    return tuple(found)


def _life(facts: Mapping[str, Any], today: dt.date) -> tuple[LifeEntry, ...]:
    born, state, entry = _born(facts), facts["nationality"], partial_date_from(facts["entry"])
    school = LifeEntry(LifeKind.SCHOOL, "", state, PartialDate(born + _SCHOOL), PartialDate(_trained(facts)[0]))
    moved = PartialDate(entry.year - 1)
    journey = LifeEntry(LifeKind.JOURNEY, begun=moved, ended=entry)
    course = LifeEntry(LifeKind.COURSE, "Deutschkurs", "DE", PartialDate(entry.year + 1), PartialDate(entry.year + 2))
    is_over = entry.year + 2 < today.year
    is_flight = facts["residence_title"] in ("humanitarian", "asylum_procedure", "tolerated")
    return (school, *((journey,) if is_flight else ()), *((course,) if is_over else ()))


def _papers(training: Qualification, works: tuple[WorkPeriod, ...], number: int, today: dt.date) -> tuple[Paper, ...]:
    forms = (
        (PaperForm.ORIGINAL, PaperForm.TRANSLATION),
        (PaperForm.COPY,),
        (PaperForm.LOST,),
        (PaperForm.ORIGINAL,),
    )[number % 4]
    certificate = Paper(kind=PaperKind.CERTIFICATE, belongs_to=training.id, forms=forms, whereabouts=Whereabouts.CLIENT)
    if number % _KEPT_HERE == 1:
        handed_over = today - _FOR_WEEKS
        certificate = replace(certificate, whereabouts=Whereabouts.CENTRE, handed_over_on=handed_over)
    passport = Paper(kind=PaperKind.IDENTITY, forms=(PaperForm.COPY,), whereabouts=Whereabouts.CLIENT)
    references = tuple(
        Paper(kind=PaperKind.REFERENCE, belongs_to=work.id, forms=(PaperForm.COPY,)) for work in works[: number % 2]
    )
    return (certificate, passport, *references)


def _situation(facts: Mapping[str, Any], number: int) -> Situation:
    mother = facts["mother_tongue"]
    own = _SCRIPTS.get(mother) or (Script.CYRILLIC if mother in _CYRILLIC else None)
    return Situation(
        school_years=_trained(facts)[0] - _born(facts) - _SCHOOL,
        school_leaving=SchoolLeaving.UNIVERSITY_ENTRANCE if _is_academic(facts) else SchoolLeaving.LOWER_SECONDARY,
        scripts=(own, Script.LATIN) if own else (Script.LATIN,),
        licences=(Licence.B,) if number % 3 == 0 else (Licence.FOREIGN,) if number % 3 == 1 else (),
        wish=facts["expectation"],
        hours_per_week=(20, 30, 40)[number % 3],
        mobility=(Mobility.PUBLIC,),
        travel_km=(10, 25, 50)[number % 3],
        needs_childcare=number % 4 == 1,
    )


def _talks(case: CaseFile, number: int, today: dt.date) -> tuple[Talk, ...]:
    days = (today - case.opened_on).days
    held = [case.opened_on + dt.timedelta(days=days * part // 3) for part in (1, 2)][: number % 3]
    return tuple(Talk(day, TalkKind.FOLLOW_UP, case.contact.channel, 30 + 15 * place) for place, day in enumerate(held))


def _appointments(number: int, today: dt.date) -> tuple[Appointment, ...]:
    if number > _FRESH or number % 2:
        return ()
    day = today + dt.timedelta(days=number // 2 - 1)
    kind = AppointmentKind.TASK if number % 4 else AppointmentKind.TALK
    what = "Unterlagen prüfen" if kind is AppointmentKind.TASK else ""
    return (Appointment(day, "10:30" if kind is AppointmentKind.TALK else "", kind, what),)
