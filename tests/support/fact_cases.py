"""Turns facts into cases: a case is built in which the rules read just the facts that somebody wants."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Benefit, Employment, Home, ResidenceTitle, WorkPermission
from iq_desktop.domain.contact import Concern
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Qualification,
    QualificationKind,
    WorkPeriod,
)
from iq_desktop.domain.situation import Script
from iq_desktop.domain.told_fact import ToldFact
from tests.support.builders import TODAY

Facts = Mapping[str, Any]
"""Facts by their codes: booleans, codes, whole numbers, level names, days; what is missing nobody said."""

QUALIFICATION: Final = "qualification-1"
WORK: Final = "work-1"
_STATES: Final = {"german": "DE", "eu": "PL", "third": "SY"}
_TITLE_OF: Final = {
    ResidenceTitle.HUMANITARIAN: "22 23_1 23_2 23_4 23a 24 25_1 25_2 25_3 25_4 25_4a_1 25_4a_3 25_4b 25_5 25a 25b 104c",
    ResidenceTitle.FAMILY: "28 29_36a",
    ResidenceTitle.TRAINING: "16a 16b 16c 16e 16f 16g 17",
    ResidenceTitle.RECOGNITION_MEASURE: "16d_1 16d_3 16d_4 16d_5 16d_6",
    ResidenceTitle.EMPLOYMENT: "18a 18b 18d 19c 19d 21 7_1_3 9a",
    ResidenceTitle.EU_BLUE_CARD: "18g",
    ResidenceTitle.SKILLED_SETTLEMENT_PERMIT: "18c",
    ResidenceTitle.JOB_SEARCH: "20 20a",
    ResidenceTitle.TOLERATED: "60a_2_1 60a_2_3 60b 60c 60d",
    ResidenceTitle.ASYLUM_PROCEDURE: "55_asylg",
    ResidenceTitle.EU_LONG_TERM: "38a",
    ResidenceTitle.SETTLEMENT_PERMIT: "9",
}
TITLES: Final = {paragraph: title for title, words in _TITLE_OF.items() for paragraph in words.split()}
"""To which residence title a section belongs."""


def case_of_facts(facts: Facts, today: dt.date = TODAY) -> CaseFile:
    """Return a case from which just these facts are read, with one qualification and one occupation worked in."""
    case = CaseFile(opened_on=today, qualifications=(_qualification(facts),), works=_works(facts, today))
    case = _with_person(case, facts, today)
    papers = _papers(facts)
    return replace(case, papers=papers, told_facts=tuple(_told(facts, today)))


def _with_person(case: CaseFile, facts: Facts, today: dt.date) -> CaseFile:
    title = ResidenceTitle.of(facts["residence_title"]) if "residence_title" in facts else None
    if "residence_paragraph" in facts:
        title = TITLES.get(facts["residence_paragraph"], title)
    client = replace(
        case.client,
        birth=_day(_months_ago(today, facts["age"] * 12 + 3)) if "age" in facts else None,
        nationalities=tuple(_STATES[one] for one in _several(facts, "nationality_group")),
        residence_title=title,
        work_permission=_choice(WorkPermission, facts, "work_permission"),
        entry=_entry(facts, today),
        benefit=_choice(Benefit, facts, "benefits"),
        employment=_choice(Employment, facts, "employment"),
        home=_choice(Home, facts, "home"),
    )
    level = facts.get("german_level")
    languages = (_german(Level.of(level)),) if level else ()
    return replace(
        case,
        client=client,
        languages=languages,
        contact=replace(case.contact, concerns=tuple(Concern.of(one) for one in _several(facts, "concerns"))),
        situation=replace(case.situation, scripts=_scripts(facts)),
    )


def _german(level: Level) -> LanguageSkill:
    return LanguageSkill("de", AssessedBy.CERTIFICATE, level, level, level, level, level)


def _entry(facts: Facts, today: dt.date) -> PartialDate | None:
    if "months_in_germany" in facts:
        return _day(_months_ago(today, facts["months_in_germany"]))
    return _day(dt.date.fromisoformat(facts["entry_on"])) if "entry_on" in facts else None


def _scripts(facts: Facts) -> tuple[Script, ...]:
    if facts.get("is_literate") is False:
        return (Script.NONE,)
    return tuple(Script.of(one) for one in _several(facts, "scripts"))


def _qualification(facts: Facts) -> Qualification:
    decision = facts.get("decision")
    applied = {None: None, "none": EarlierApplication.NONE}.get(decision, EarlierApplication.EQUIVALENCE)
    finished = facts.get("qualification_finished")
    if finished is None and "finished_trainings" in facts:
        finished = "yes" if facts["finished_trainings"] else "no"
    country = facts.get("qualification_country_group")
    return Qualification(
        title_original="Training",
        kind=_choice(QualificationKind, facts, "qualification_kind"),
        country=_STATES[country] if country else "",
        finished=Finished.of(finished) if finished else None,
        months=facts.get("qualification_months"),
        earlier_application=_choice(EarlierApplication, facts, "earlier_application") or applied,
        equivalence_result=EquivalenceResult.of(decision) if decision not in {None, "none"} else None,
        evaluation_result=_choice(EvaluationResult, facts, "evaluation_result"),
        id=QUALIFICATION,
    )


def _papers(facts: Facts) -> tuple[Paper, ...]:
    forms = {"there": PaperForm.ORIGINAL, "lost": PaperForm.LOST, "never_got": PaperForm.NEVER_GOT}
    state = facts.get("proof_state")
    if state is None:
        return ()
    return (Paper("Certificate", PaperKind.CERTIFICATE, QUALIFICATION, (forms[state],)),)


def _works(facts: Facts, today: dt.date) -> tuple[WorkPeriod, ...]:
    months = facts.get("occupation_months", facts.get("work_months", facts.get("work_months_in_germany")))
    if months is None and "experience_percent" in facts:
        months = 100
    if months is None:
        return ()
    here = facts.get("work_months_in_germany", months * facts.get("germany_percent", 0) // 100)
    months = max(months, here)
    works: list[WorkPeriod] = []
    for country, first, last in (("SY", months, here), ("DE", here, 0)):
        if first > last or (months == 0 and country == "SY"):
            begun, ended = _months_ago(today, first), _months_ago(today, last) - dt.timedelta(days=1)
            works.append(_work(country, begun, max(begun, ended), WORK if not works else f"work-{len(works) + 1}"))
    return tuple(works)


def _work(country: str, begun: dt.date, ended: dt.date, identity: str) -> WorkPeriod:
    return WorkPeriod("Work", country=country, begun=_day(begun), ended=_day(ended), id=identity)


def _told(facts: Facts, today: dt.date) -> Iterable[ToldFact]:
    subjects = {"person": "", "qualification": QUALIFICATION, "occupation": WORK}
    for code, value in {**facts, **_reckoned(facts, today)}.items():
        fact = FACTS[code]
        if fact.is_told:
            words = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
            yield ToldFact(code, words, subjects[fact.about.value], today)


def _reckoned(facts: Facts, today: dt.date) -> dict[str, Any]:
    """Return the told facts from which others are reckoned."""
    found: dict[str, Any] = {}
    if "title_months" in facts:
        found["title_since"] = _months_ago(today, facts["title_months"]).isoformat()
    if "experience_percent" in facts:
        months = facts.get("occupation_months", facts.get("work_months", 100))
        found["training_months"] = max(1, months * 100 // max(1, facts["experience_percent"]))
    if "regulations" in facts and "regulation" not in facts:
        found["regulation"] = facts["regulations"]
    return found


def _several(facts: Facts, code: str) -> tuple[str, ...]:
    value = facts.get(code, ())
    return (value,) if isinstance(value, str) else tuple(value)


def _choice(kind: Any, facts: Facts, code: str) -> Any:
    return kind.of(facts[code]) if code in facts else None


def _day(day: dt.date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _months_ago(today: dt.date, months: int) -> dt.date:
    total = today.year * 12 + today.month - 1 - months
    return dt.date(total // 12, total % 12 + 1, min(today.day, 28))
