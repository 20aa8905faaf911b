"""What the law says about German courses, as the program reads it, and people who learn German."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.catalogues.german import read_german_law
from iq_desktop.catalogues.regulation import read_standings
from iq_desktop.catalogues.rules import RuleFiles
from iq_desktop.catalogues.starter import read_course_types
from tests.support.fact_cases import case_of_facts
from tests.support.memory_rules import PACKS

if TYPE_CHECKING:
    from random import Random

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_law import GermanLaw

REFUGEE: Final = {
    "home": "germany",
    "nationality_group": "third",
    "residence_paragraph": "25_2",
    "title_since": "2026-05-20",
    "title_issued_months": 36,
    "age": 34,
    "attends_german_school": False,
    "has_little_need": False,
    "is_resettler": False,
    "is_family_of_eu_citizen": False,
    "integration_course": "none",
    "is_obliged": False,
    "benefits": "sgb_2",
    "employment": "not_working",
    "registered_as": "unemployed",
    "contract": "none",
    "needs_level_for_occupation": False,
    "is_literate": True,
    "scripts": ["latin"],
    "german_level": "A1",
}
"""Somebody with refugee protection, new here, at A1, of whom all is told that rules on German ask for."""


@cache
def the_german_law() -> GermanLaw:
    """Return the law of German courses from the packs that come with the program."""
    packs = tuple(file.pack for file in RuleFiles(PACKS / "rules").built_in())
    kinds = {kind.code: kind for kind in read_course_types(PACKS)}
    return replace(read_german_law(PACKS), packs=packs, kinds=kinds, standings=read_standings(PACKS))


def a_learner(**facts: Any) -> CaseFile:
    """Return the refugee with other facts; None takes one away."""
    told = {**REFUGEE, **facts}
    return case_of_facts({code: value for code, value in told.items() if value is not None})


def drawn_learner(chance: Random) -> CaseFile:
    """Return somebody of whom chance decides what is told and how."""
    told: dict[str, Any] = {"home": chance.choice(["germany"] * 9 + ["abroad"])}
    for code, values in _DRAWN.items():
        if chance.random() < _TOLD:
            told[code] = chance.choice(values)
    case = case_of_facts(told)
    hours = chance.choice([None, 3, 10, 20, 40])
    return replace(case, situation=replace(case.situation, hours_per_week=hours))


_TOLD: Final = 0.85
_DRAWN: Final[dict[str, list[Any]]] = {
    "nationality_group": ["german", "eu", "third", "third"],
    "residence_paragraph": ["24", "25_2", "29_36a", "18a", "60a_2_1", "60a_2_3", "60c", "55_asylg", "9", "25_5"],
    "title_since": ["2026-09-01", "2020-01-15"],
    "title_issued_months": [6, 36],
    "age": [19, 34, 60],
    "attends_german_school": [True, False],
    "has_little_need": [True, False],
    "is_resettler": [False, False, True],
    "is_family_of_eu_citizen": [False, True],
    "integration_course": ["none", "allowed", "running", "done_b1", "done_below", "broken_off"],
    "is_obliged": [True, False],
    "tolerated_months": [2, 12],
    "benefits": ["none", "sgb_2", "sgb_3", "asylum_seeker"],
    "employment": ["insured", "marginal", "in_training", "not_working", "self_employed"],
    "registered_as": ["not", "seeking_training", "unemployed"],
    "contract": ["none", "job_offer", "job", "training"],
    "needs_level_for_occupation": [True, False],
    "scripts": [["latin"], ["arabic"], ["latin", "cyrillic"], ["none"]],
    "german_level": ["none", "A1", "A2", "B1", "B2", "C1", "C2"],
    "german_goal": ["A2", "B1", "B2", "C1", "C2"],
}
