"""Planning costs with usual items, and going on with or without the grant."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from iq_desktop.domain.cost import Cost, CostKind, FundingSource, FundingState
from iq_desktop.domain.procedure import Procedure, ProcedureKind
from iq_desktop.usecases.cost_words import amount_words, cost_facts, total_words, warning_words
from iq_desktop.usecases.costs import (
    ReasonMissing,
    add_cost,
    add_funding,
    grant_warning,
    is_begun_without_grant,
    leave_grant_out,
    look_at_costs,
    note_grant_applied,
)
from iq_desktop.usecases.rules import open_rule_book
from iq_desktop.wording.tongue import without_isolates
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case
from tests.support.tongues import TRANSLATIONS, english, german
from tests.support.worked_cases import a_nurse_from_syria

GRANT = FundingSource.RECOGNITION_GRANT
DESK = a_desk(TRANSLATIONS)


def test_a_usual_cost_comes_with_its_amount_as_an_estimate_and_with_its_procedure() -> None:
    procedures = (Procedure(ProcedureKind.EVALUATION, body_name="ZAB", id="zab"), Procedure(id="other"))
    case, cost = add_cost(DESK, replace(an_empty_case(), procedures=procedures), CostKind.EVALUATION)
    assert case.costs == (cost,)
    assert (cost.amount, cost.is_estimate, cost.procedure_id) == (Decimal("208.00"), True, "zab")
    assert without_isolates(german().speak(amount_words(cost))) == "etwa 208,00\u00a0€"
    told = [english().speak(one) for one in cost_facts(cost, case, DESK.cost_terms())]
    assert told == ["ZAB", "usual amount, to be checked"]


def test_a_cost_that_nobody_knows_is_unknown_and_not_nothing() -> None:
    case, cost = add_cost(DESK, an_empty_case(), CostKind.FEE)
    assert (cost.amount, cost.is_estimate) == (None, False)
    assert english().speak(amount_words(cost)) == "amount unknown"
    assert "1 cost without an amount yet" in english().speak(total_words(look_at_costs(DESK, case).plan))


def test_what_comes_up_in_the_procedures_of_the_case_is_offered_first() -> None:
    case = replace(an_empty_case(), procedures=(Procedure(ProcedureKind.EVALUATION),))
    offered = look_at_costs(DESK, case).offered
    assert offered[:3] == (CostKind.EVALUATION, CostKind.TRANSLATION, CostKind.COPIES)
    assert (len(offered), set(offered)) == (len(CostKind), set(CostKind))


def test_the_grant_stands_there_once_for_each_limit_that_matters() -> None:
    case = replace(an_empty_case(), costs=(Cost(CostKind.FEE), Cost(CostKind.ANALYSIS)))
    case, added = add_funding(DESK, case, GRANT)
    assert [one.amount for one in added] == [Decimal("600.00"), Decimal("1200.00")]
    assert add_funding(DESK, an_empty_case(), GRANT)[1][0].covers == (
        CostKind.FEE,
        CostKind.EVALUATION,
        CostKind.TRANSLATION,
    )
    (employer,) = add_funding(DESK, case, FundingSource.EMPLOYER)[1]
    assert (employer.covers, employer.amount) == ((), None)


def test_the_warning_goes_once_the_grant_was_applied_for() -> None:
    book = open_rule_book(DESK)
    nurse = replace(a_nurse_from_syria(), procedures=(Procedure(),))
    warning = grant_warning(book, nurse, TODAY)
    assert warning is not None
    assert "looks possible" in english().speak(warning_words(warning)[0])
    applied = note_grant_applied(DESK, nurse)
    assert [one.applied_on for one in applied.fundings] == [DESK.clock.today()]
    assert grant_warning(book, applied, TODAY) is None


def test_it_goes_on_without_the_grant_only_with_a_reason_which_is_kept() -> None:
    nurse = replace(a_nurse_from_syria(), procedures=(Procedure(),))
    with pytest.raises(ReasonMissing):
        leave_grant_out(DESK, nurse, "  ")
    left = leave_grant_out(DESK, nurse, " Der Arbeitgeber zahlt alles ")
    (grant,) = left.fundings
    assert (grant.state, grant.note) == (FundingState.LEFT_OUT, "Der Arbeitgeber zahlt alles")
    assert grant_warning(open_rule_book(DESK), left, TODAY) is None


def test_an_answer_of_the_grant_is_not_overwritten() -> None:
    case, (grant,) = add_funding(DESK, an_empty_case(), GRANT)
    refused = replace(case, fundings=(replace(grant, refused_on=TODAY),))
    assert note_grant_applied(DESK, refused) == refused
    assert leave_grant_out(DESK, refused, "schon abgelehnt") == refused


def test_ordering_or_paying_is_what_the_guard_looks_at() -> None:
    cost = Cost(CostKind.TRANSLATION)
    paid = replace(cost, paid_on=TODAY)
    assert is_begun_without_grant(cost, paid)
    assert is_begun_without_grant(None, replace(cost, ordered_on=TODAY))
    assert not is_begun_without_grant(replace(cost, ordered_on=TODAY), paid)
    assert not is_begun_without_grant(Cost(CostKind.TRAVEL), Cost(CostKind.TRAVEL, paid_on=TODAY))
