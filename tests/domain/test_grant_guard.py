"""The guard “grant first”: for whom it warns, when, and what silences it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.rules import read_rules
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.client import Home
from iq_desktop.domain.cost import Cost, CostKind, Funding, FundingSource
from iq_desktop.domain.deadline import deadlines_of
from iq_desktop.domain.grant_guard import GrantWarning, find_grant_warning, is_guarded_step
from iq_desktop.domain.procedure import Procedure, ProcedureKind, ProcedureStep, StepKind
from iq_desktop.domain.told_fact import ToldFact
from tests.support.builders import TODAY
from tests.support.worked_cases import (
    a_care_worker_at_a2,
    a_nurse_from_syria,
    a_person_with_duldung,
    an_engineer,
    one_abroad,
)

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.rule import RulePack

GRANT = FundingSource.RECOGNITION_GRANT


@pytest.fixture(scope="module")
def rules(project_folder: Path) -> tuple[RulePack, ...]:
    """The rules of the program on the grant."""
    file = project_folder / "resources" / "packs" / "rules" / "recognition-grant.json"
    return (read_rules(file.read_bytes(), file.name),)


def ahead(case: CaseFile, kind: ProcedureKind = ProcedureKind.RECOGNITION) -> CaseFile:
    """Return a case with a procedure in which nobody has applied yet."""
    return replace(case, procedures=(Procedure(kind, id="ahead"),), procedure_steps=(), costs=(), fundings=())


def without(case: CaseFile, *facts: str) -> CaseFile:
    """Return a case without answers to some questions."""
    return replace(case, told_facts=tuple(one for one in case.told_facts if one.fact not in facts))


def test_it_warns_whoever_may_get_the_grant_before_the_application(rules: tuple[RulePack, ...]) -> None:
    warning = find_grant_warning(rules, ahead(a_nurse_from_syria()), TODAY)
    assert warning == GrantWarning(is_likely=True)


def test_it_warns_where_the_rules_cannot_say_it_yet_and_asks_what_decides(rules: tuple[RulePack, ...]) -> None:
    warning = find_grant_warning(rules, without(ahead(a_nurse_from_syria()), "income", "costs_have_begun"), TODAY)
    assert warning is not None
    assert not warning.is_likely
    assert "income" in {fact.code for fact in warning.missing}


@pytest.mark.parametrize("made", [an_engineer, a_care_worker_at_a2, a_person_with_duldung, one_abroad])
def test_it_is_silent_where_the_rules_rule_the_grant_out(made: object, rules: tuple[RulePack, ...]) -> None:
    assert callable(made)
    assert find_grant_warning(rules, ahead(made()), TODAY) is None


@pytest.mark.parametrize(
    ("funding", "warns"),
    [
        (Funding(GRANT), True),
        (Funding(GRANT, note="noch fragen"), True),
        (Funding(GRANT, applied_on=TODAY), False),
        (Funding(GRANT, granted_on=TODAY), False),
        (Funding(GRANT, refused_on=TODAY), False),
        (Funding(GRANT, left_out_on=TODAY, note="Der Arbeitgeber zahlt"), False),
        (Funding(FundingSource.EMPLOYER, applied_on=TODAY), True),
        (Funding(FundingSource.LAND, granted_on=TODAY), True),
    ],
)
def test_it_is_silent_once_the_grant_was_applied_for_or_left_out(
    funding: Funding, warns: bool, rules: tuple[RulePack, ...]
) -> None:
    case = replace(ahead(a_nurse_from_syria()), fundings=(funding,))
    assert (find_grant_warning(rules, case, TODAY) is not None) == warns


@pytest.mark.parametrize(("answer", "warns"), [("yes", False), ("no", True)])
def test_it_believes_what_was_told_on_the_page(answer: str, warns: bool, rules: tuple[RulePack, ...]) -> None:
    case = without(ahead(a_nurse_from_syria()), "grant_is_applied_for")
    case = replace(case, told_facts=(*case.told_facts, ToldFact("grant_is_applied_for", answer)))
    assert (find_grant_warning(rules, case, TODAY) is not None) == warns


def test_it_is_silent_where_nothing_can_be_lost(rules: tuple[RulePack, ...]) -> None:
    nurse = ahead(a_nurse_from_syria())
    sent = (ProcedureStep("ahead", StepKind.APPLICATION_SENT, TODAY),)
    for case, warns in (
        (replace(nurse, procedures=()), False),
        (replace(nurse, procedure_steps=sent), False),
        (replace(nurse, procedure_steps=sent, costs=(Cost(CostKind.TRANSLATION),)), True),
        (replace(nurse, procedure_steps=sent, costs=(Cost(CostKind.TRANSLATION, ordered_on=TODAY),)), False),
        (replace(nurse, procedure_steps=sent, costs=(Cost(CostKind.TRAVEL),)), False),
        (ahead(a_nurse_from_syria(), ProcedureKind.STAY), False),
        (ahead(a_nurse_from_syria(), ProcedureKind.EVALUATION), True),
    ):
        assert (find_grant_warning(rules, case, TODAY) is not None) == warns


def test_only_the_application_is_guarded_and_only_where_the_grant_is_given() -> None:
    guarded = {(kind, step) for kind in ProcedureKind for step in StepKind if is_guarded_step(Procedure(kind), step)}
    kinds = (ProcedureKind.RECOGNITION, ProcedureKind.EVALUATION, ProcedureKind.ANALYSIS)
    assert guarded == {(kind, StepKind.APPLICATION_SENT) for kind in kinds}


def test_today_tells_of_it_and_of_what_is_to_be_paid() -> None:
    nurse = without(ahead(a_nurse_from_syria()), "other_bearer_of_costs")
    soon = TODAY + dt.timedelta(5)
    costs = (Cost(CostKind.FEE, "Kammer", due=soon, id="fee"), Cost(due=TODAY, paid_on=TODAY, ordered_on=TODAY))

    def told(case: CaseFile) -> list[tuple[ReminderKind, dt.date, str]]:
        kinds = (ReminderKind.GRANT_FIRST, ReminderKind.COST_DUE)
        return [(one.kind, one.due, one.item) for one in deadlines_of(case) if one.kind in kinds]

    assert told(nurse) == [(ReminderKind.GRANT_FIRST, nurse.opened_on, "")]
    assert told(replace(nurse, costs=costs)) == [
        (ReminderKind.GRANT_FIRST, min(nurse.opened_on, soon), ""),
        (ReminderKind.COST_DUE, soon, "fee"),
    ]
    assert told(replace(nurse, fundings=(Funding(GRANT, applied_on=TODAY),))) == []
    assert told(nurse.with_client(replace(nurse.client, home=Home.ABROAD))) == []
    payer = ToldFact("other_bearer_of_costs", "yes")
    assert told(replace(nurse, told_facts=(*nurse.told_facts, payer))) == []
