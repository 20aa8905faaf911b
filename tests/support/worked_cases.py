"""Ten worked cases as advisers meet them; everybody in them is invented."""

from __future__ import annotations

from typing import Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Client, Employment, Gender, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.contact import Concern, Contact
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    Experience,
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Qualification,
    QualificationKind,
    WorkPeriod,
)
from iq_desktop.domain.situation import Script, Situation
from iq_desktop.domain.told_fact import ToldFact
from tests.support.builders import TODAY

TRAINING: Final = "training"
"""The identity of the one qualification of each worked case."""
WORK: Final = "work"
"""The identity of the first time of work of each worked case."""


def _case(client: Client, concern: Concern = Concern.RECOGNITION, **parts: Any) -> CaseFile:
    contact = Contact(concerns=(concern,), first_talk_on=TODAY)
    situation = Situation(scripts=(Script.LATIN,))
    return CaseFile(opened_on=TODAY, contact=contact, client=client, situation=situation, **parts)


def _person(family: str, given: str, state: str, born: int, **more: Any) -> Client:
    return Client(
        family,
        given,
        birth=PartialDate(born, 5, 4),
        nationalities=(state,),
        **{
            "gender": Gender.FEMALE,
            "home": Home.GERMANY,
            "work_permission": WorkPermission.UNRESTRICTED,
            **more,
        },
    )


def _training(title: str, country: str, niq: str, **more: Any) -> Qualification:
    usual: dict[str, Any] = {
        "kind": QualificationKind.VOCATIONAL,
        "finished": Finished.YES,
        "months": 36,
        "experience": Experience.ABROAD,
        "earlier_application": EarlierApplication.NONE,
    }
    return Qualification(title, country=country, niq_occupation=niq, id=TRAINING, **{**usual, **more})


def _certificate(form: PaperForm = PaperForm.ORIGINAL) -> tuple[Paper, ...]:
    return (Paper("Certificate", PaperKind.CERTIFICATE, TRAINING, (form,)),)


def _work(title: str, country: str, begun: int, ended: int | None, identity: str = WORK) -> WorkPeriod:
    end = PartialDate(ended, 12, 31) if ended else None
    return WorkPeriod(
        title, country=country, begun=PartialDate(begun, 1, 1), ended=end, is_going_on=ended is None, id=identity
    )


def _german(level: Level) -> tuple[LanguageSkill, ...]:
    return (LanguageSkill("de", AssessedBy.CERTIFICATE, level, level, level, level, level, TODAY),)


def _told(about: str = "", /, **facts: Any) -> tuple[ToldFact, ...]:
    spoken = {True: "yes", False: "no"}
    return tuple(
        ToldFact(code, spoken[value] if isinstance(value, bool) else str(value), about, TODAY)
        for code, value in facts.items()
    )


_NO_EMPLOYER: Final = {"contract": "none", "costs_have_begun": False, "other_bearer_of_costs": False}


def a_nurse_from_syria() -> CaseFile:
    """Return a nurse with refugee protection, B1, on basic income support, with her certificate."""
    client = _person(
        "Haddad",
        "Rima",
        "SY",
        1991,
        residence_title=ResidenceTitle.HUMANITARIAN,
        entry=PartialDate(2024, 2, 10),
        benefit=Benefit.SGB_2,
        employment=Employment.NOT_WORKING,
    )
    told = _told(
        residence_paragraph="25_2",
        registered_as="unemployed",
        needs_level_for_occupation=True,
        integration_course="done_b1",
        income=0,
        grant_is_applied_for=False,
        **_NO_EMPLOYER,
    )
    return _case(
        client,
        qualifications=(_training("Nursing diploma", "SY", "746"),),
        papers=_certificate(),
        works=(_work("Nurse", "SY", 2015, 2020),),
        languages=_german(Level.B1),
        told_facts=(*told, *_told(WORK, is_dual_occupation=False)),
    )


def an_electrician_without_papers() -> CaseFile:
    """Return an electrician from Türkiye, here with his wife, whose certificate was lost in an earthquake."""
    client = _person(
        "Yıldız",
        "Mehmet",
        "TR",
        1988,
        gender=Gender.MALE,
        residence_title=ResidenceTitle.FAMILY,
        entry=PartialDate(2025, 2, 3),
        benefit=Benefit.NONE,
        employment=Employment.NOT_WORKING,
    )
    told = _told(
        residence_paragraph="29_36a",
        title_since="2025-02-20",
        registered_as="seeking_work",
        needs_level_for_occupation=False,
        integration_course="running",
        is_obliged=False,
        income=14000,
        grant_is_applied_for=False,
        **_NO_EMPLOYER,
    )
    lost = _told(TRAINING, proof_lacks_without_fault=True)
    work = _told(
        WORK, is_dual_occupation=True, is_learned=False, is_apprentice=False, shows_ability=True, training_months=42
    )
    return _case(
        client,
        qualifications=(_training("Elektrik ustalığı", "TR", "103"),),
        papers=_certificate(PaperForm.LOST),
        works=(_work("Electrician", "TR", 2010, 2022),),
        languages=_german(Level.A2),
        told_facts=(*told, *lost, *work),
    )


def a_teacher_from_ukraine() -> CaseFile:
    """Return a teacher with temporary protection, a master's degree and B1."""
    client = _person(
        "Kovalenko",
        "Olena",
        "UA",
        1985,
        residence_title=ResidenceTitle.HUMANITARIAN,
        entry=PartialDate(2022, 4, 1),
        benefit=Benefit.SGB_2,
        employment=Employment.NOT_WORKING,
    )
    told = _told(
        residence_paragraph="24",
        registered_as="unemployed",
        needs_level_for_occupation=True,
        integration_course="done_b1",
        income=0,
        grant_is_applied_for=True,
        **_NO_EMPLOYER,
    )
    degree = _training("Учитель математики", "UA", "437", kind=QualificationKind.MASTER, months=60)
    return _case(
        client,
        qualifications=(degree,),
        papers=_certificate(),
        works=(_work("Teacher", "UA", 2008, 2022),),
        languages=_german(Level.B1),
        told_facts=(*told, *_told(WORK, is_dual_occupation=False)),
    )


def a_hairdresser_without_certificate() -> CaseFile:
    """Return a hairdresser who learned by doing: five years in Iraq, seven in Germany."""
    client = _person(
        "Aziz",
        "Shilan",
        "IQ",
        1990,
        residence_title=ResidenceTitle.SETTLEMENT_PERMIT,
        entry=PartialDate(2015, 9, 1),
        benefit=Benefit.NONE,
        employment=Employment.INSURED,
    )
    told = _told(
        registered_as="not",
        needs_level_for_occupation=False,
        integration_course="done_b1",
        income=24000,
        is_taxed_jointly=False,
        unemployment_benefit_days=0,
        **{**_NO_EMPLOYER, "contract": "job"},
    )
    work = _told(
        WORK, is_dual_occupation=True, is_learned=False, is_apprentice=False, shows_ability=True, training_months=36
    )
    none = _training("Learned by doing", "IQ", "", kind=QualificationKind.NONE, finished=Finished.NO)
    works = (_work("Hairdresser", "IQ", 2009, 2013), _work("Hairdresser", "DE", 2019, 2025, "work-2"))
    return _case(client, qualifications=(none,), works=works, languages=_german(Level.B2), told_facts=(*told, *work))


def an_engineer() -> CaseFile:
    """Return an engineer from India with an EU Blue Card, new in a well paid job, at A2."""
    client = _person(
        "Sharma",
        "Priya",
        "IN",
        1994,
        residence_title=ResidenceTitle.EU_BLUE_CARD,
        entry=PartialDate(2026, 5, 2),
        benefit=Benefit.NONE,
        employment=Employment.INSURED,
    )
    told = _told(
        title_since="2026-05-10",
        title_issued_months=48,
        has_little_need=True,
        registered_as="not",
        needs_level_for_occupation=False,
        integration_course="none",
        is_obliged=False,
        income=56000,
        is_taxed_jointly=False,
        **{**_NO_EMPLOYER, "contract": "job"},
    )
    degree = _training("B.Tech. Mechanical Engineering", "IN", "372", kind=QualificationKind.BACHELOR, months=48)
    return _case(
        client,
        qualifications=(degree,),
        papers=_certificate(),
        works=(_work("Engineer", "IN", 2016, 2025),),
        languages=_german(Level.A2),
        told_facts=(*told, *_told(WORK, is_dual_occupation=False)),
    )


def a_care_worker_at_a2() -> CaseFile:
    """Return a nurse from the Philippines in a recognition partnership, with a notice that asks for measures."""
    client = _person(
        "Santos",
        "Maria",
        "PH",
        1996,
        residence_title=ResidenceTitle.RECOGNITION_MEASURE,
        work_permission=WorkPermission.WITH_PERMISSION,
        entry=PartialDate(2026, 1, 15),
        benefit=Benefit.NONE,
        employment=Employment.INSURED,
    )
    told = _told(
        residence_paragraph="16d_3",
        needs_level_for_occupation=True,
        registered_as="not",
        integration_course="none",
        is_obliged=False,
        income=27000,
        is_taxed_jointly=False,
        grant_is_applied_for=False,
        **{**_NO_EMPLOYER, "contract": "job", "other_bearer_of_costs": True},
    )
    noticed = _training(
        "Bachelor of Science in Nursing",
        "PH",
        "746",
        kind=QualificationKind.BACHELOR,
        months=48,
        earlier_application=EarlierApplication.EQUIVALENCE,
        equivalence_result=EquivalenceResult.COMPENSATION,
    )
    found = _told(TRAINING, measure_is_found=True, is_state_recognised=True)
    return _case(
        client,
        qualifications=(noticed,),
        papers=_certificate(),
        works=(_work("Care assistant", "DE", 2026, None),),
        languages=_german(Level.A2),
        told_facts=(*told, *found, *_told(WORK, is_dual_occupation=False)),
    )


def a_baker() -> CaseFile:
    """Return a baker from Poland with his certificate, at work in Germany, at B1."""
    client = _person(
        "Kamiński",
        "Paweł",
        "PL",
        1997,
        gender=Gender.MALE,
        residence_title=ResidenceTitle.EU_FREE_MOVEMENT,
        entry=PartialDate(2023, 8, 1),
        benefit=Benefit.NONE,
        employment=Employment.INSURED,
    )
    told = _told(
        registered_as="not",
        needs_level_for_occupation=False,
        integration_course="none",
        income=25000,
        grant_is_applied_for=False,
        **{**_NO_EMPLOYER, "contract": "job"},
    )
    work = _told(WORK, is_dual_occupation=True, is_learned=True)
    return _case(
        client,
        qualifications=(_training("Piekarz", "PL", "19"),),
        papers=_certificate(),
        works=(_work("Baker", "DE", 2024, None),),
        languages=_german(Level.B1),
        told_facts=(*told, *work),
    )


def a_person_with_duldung() -> CaseFile:
    """Return a young man from Gambia with a Duldung for fourteen months, at A2, without a finished training."""
    client = _person(
        "Jallow",
        "Lamin",
        "GM",
        2002,
        gender=Gender.MALE,
        residence_title=ResidenceTitle.TOLERATED,
        work_permission=WorkPermission.WITH_PERMISSION,
        entry=PartialDate(2024, 3, 20),
        benefit=Benefit.ASYLUM_SEEKER,
        employment=Employment.NOT_WORKING,
    )
    told = _told(
        residence_paragraph="60a_2_1",
        tolerated_months=14,
        lives_in_reception_centre=False,
        is_from_safe_state=False,
        registered_as="seeking_work",
        needs_level_for_occupation=False,
        integration_course="none",
        is_obliged=False,
        income=3000,
        grant_is_applied_for=False,
        **_NO_EMPLOYER,
    )
    begun = _training("Cook, second year", "GM", "", finished=Finished.NO, months=12)
    work = _told(
        WORK, is_dual_occupation=True, is_learned=False, is_apprentice=False, shows_ability=False, training_months=36
    )
    return _case(
        client,
        qualifications=(begun,),
        works=(_work("Kitchen helper", "DE", 2025, 2025),),
        languages=_german(Level.A2),
        told_facts=(*told, *work),
    )


def one_abroad() -> CaseFile:
    """Return a mechatronics technician in Tunisia with a job offer, whose employer wants the fast procedure."""
    client = _person(
        "Ben Salah",
        "Amine",
        "TN",
        1995,
        gender=Gender.MALE,
        residence_title=ResidenceTitle.ABROAD,
        work_permission=None,
        home=Home.ABROAD,
        home_country="TN",
        employment=Employment.WORKING_ABROAD,
        benefit=Benefit.NONE,
    )
    told = _told(
        wants_to_work=True,
        employer_has_authority=True,
        has_business_plan=False,
        needs_level_for_occupation=False,
        registered_as="not",
        **{**_NO_EMPLOYER, "contract": "job_offer"},
    )
    state = _told(TRAINING, is_state_recognised=True)
    work = _told(WORK, is_dual_occupation=True, is_learned=False)
    return _case(
        client,
        qualifications=(_training("BTS Mécatronique", "TN", "457"),),
        papers=_certificate(),
        works=(_work("Mechatronics technician", "TN", 2017, None),),
        languages=_german(Level.A2),
        told_facts=(*told, *state, *work),
    )


def one_who_wants_to_found() -> CaseFile:
    """Return a painter from Kosovo with recognised training and a settlement permit who lost her job."""
    client = _person(
        "Krasniqi",
        "Drita",
        "XK",
        1983,
        residence_title=ResidenceTitle.SETTLEMENT_PERMIT,
        entry=PartialDate(2014, 6, 1),
        benefit=Benefit.SGB_3,
        employment=Employment.NOT_WORKING,
    )
    told = _told(
        registered_as="unemployed",
        unemployment_benefit_days=200,
        has_business_plan=True,
        needs_level_for_occupation=False,
        integration_course="done_b1",
        income=19000,
        grant_is_applied_for=False,
        **_NO_EMPLOYER,
    )
    recognised = _training(
        "Piktor",
        "XK",
        "444",
        earlier_application=EarlierApplication.EQUIVALENCE,
        equivalence_result=EquivalenceResult.FULL,
    )
    works = (_work("Painter", "XK", 2004, 2013), _work("Painter", "DE", 2017, 2025, "work-2"))
    return _case(
        client,
        Concern.START_UP,
        qualifications=(recognised,),
        papers=_certificate(),
        works=works,
        languages=_german(Level.B2),
        told_facts=(*told, *_told(WORK, is_dual_occupation=True, is_learned=True)),
    )


WORKED_CASES: Final = {
    "nurse from Syria": a_nurse_from_syria,
    "electrician without papers": an_electrician_without_papers,
    "teacher from Ukraine": a_teacher_from_ukraine,
    "hairdresser without certificate": a_hairdresser_without_certificate,
    "engineer": an_engineer,
    "care worker at A2": a_care_worker_at_a2,
    "baker": a_baker,
    "person with a Duldung": a_person_with_duldung,
    "one abroad": one_abroad,
    "one who wants to found": one_who_wants_to_found,
}
"""The ten worked cases by what one calls them."""
