"""Costs and funding on the page Recognition: added with one press, summed, and “grant first” before it is too late."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.cost import CostKind, FundingSource, FundingState
from iq_desktop.domain.procedure import Procedure, ProcedureKind, StepKind
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.wording.tongue import without_isolates
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case
from tests.support.tongues import german
from tests.support.worked_cases import a_nurse_from_syria, one_abroad
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from tests.ui.screens.case_pages.conftest import Office

GRANT = FundingSource.RECOGNITION_GRANT


def part_of(page: Any) -> Any:
    return page.sections["costs"]


def a_nurse_before_her_application() -> CaseFile:
    return replace(a_nurse_from_syria(), procedures=(Procedure(ProcedureKind.RECOGNITION, id="ahead"),))


def row_of(page: Any) -> Any:
    return page.sections["procedures"].rows.rows["ahead"]


def undo(office: Office) -> None:
    assert office.banner.act is not None
    office.banner.act()


def test_one_press_adds_a_usual_cost_and_undo_takes_it_back(office: Office) -> None:
    page = office.open("recognition", an_empty_case(), height=900)
    part = part_of(page)
    assert not part.sums.isVisible()
    office.click(part.cost_buttons[CostKind.EVALUATION])
    (cost,) = office.stored.costs
    assert cost.amount == Decimal("208.00")
    assert without_isolates(part.sums.total.text()) == "All costs, about: 208.00\u00a0€"
    assert part.costs.rows[cost.id].isAncestorOf(page.focusWidget())
    undo(office)
    assert office.stored.costs == ()
    assert not part.sums.isVisible()


def test_an_amount_is_typed_with_cents_and_summed(office: Office) -> None:
    page = office.open("recognition", an_empty_case(), height=900)
    part = part_of(page)
    office.click(part.cost_buttons[CostKind.FEE])
    editor = part.costs.rows[office.case.costs[0].id].fields.frames["amount"].editor
    office.type(editor.line, "1.208,5")
    editor.flush()
    assert office.stored.costs[0].amount == Decimal("1208.50")
    assert without_isolates(part.sums.total.text()) == "All costs: 1,208.50\u00a0€"
    editor.line.clear()
    office.type(editor.line, "12,345")
    editor.flush()
    assert editor.is_half_typed
    assert office.stored.costs[0].amount == Decimal("1208.50")


def test_who_pays_what_is_a_bar_told_in_words(office: Office) -> None:
    page = office.open("recognition", a_usual_case(), height=900)
    sums = part_of(page).sums
    assert sums.bar.parts == (57_000, 0, 0)
    told = [without_isolates(label.text()) for label in sums.words.values()]
    assert told == [
        "Granted\n530.00\u00a0€ to 570.00\u00a0€",
        "Waits for an answer\n0.00\u00a0€",
        "Own share\n0.00\u00a0€",
    ]


def test_the_warning_stands_before_the_application_and_keeps_the_step_until_it_is_answered(office: Office) -> None:
    page = office.open("recognition", a_nurse_before_her_application(), height=900)
    row = row_of(page)
    assert row.guard.isVisible()
    assert "Grant first!" in row.guard.text.text()
    office.click(row.next.buttons[StepKind.APPLICATION_SENT])
    assert office.stored.procedure_steps == ()
    assert row.guard.isAncestorOf(page.focusWidget())
    office.click(row.guard.apply_button)
    stored = office.stored
    assert [one.state for one in stored.fundings] == [FundingState.APPLIED]
    assert [one.kind for one in stored.procedure_steps] == [StepKind.APPLICATION_SENT]
    assert not row.guard.isVisible()
    assert not part_of(page).guard.isVisible()
    undo(office)
    assert (office.stored.fundings, office.stored.procedure_steps) == ((), ())


def test_it_goes_on_with_a_reason_only_and_the_reason_is_kept(office: Office) -> None:
    page = office.open("recognition", a_nurse_before_her_application(), height=900)
    row = row_of(page)
    office.click(row.next.buttons[StepKind.APPLICATION_SENT])
    office.click(row.guard.go_on)
    assert (office.stored.procedure_steps, office.stored.fundings) == ((), ())
    assert "To go on without the grant, a reason is needed." in office.banner.told
    office.type(row.guard.reason, "Der Arbeitgeber zahlt")
    office.click(row.guard.go_on)
    (grant,) = office.stored.fundings
    assert (grant.source, grant.state, grant.note) == (GRANT, FundingState.LEFT_OUT, "Der Arbeitgeber zahlt")
    assert [one.kind for one in office.stored.procedure_steps] == [StepKind.APPLICATION_SENT]


def test_the_warning_in_the_costs_is_answered_without_a_step(office: Office) -> None:
    page = office.open("recognition", a_nurse_before_her_application(), height=900)
    part = part_of(page)
    assert part.guard.isVisible()
    page.go_to("costs")
    assert part.guard.isAncestorOf(page.focusWidget())
    office.click(part.guard.go_on)
    assert (office.stored.procedure_steps, office.stored.fundings) == ((), ())
    office.click(part.guard.apply_button)
    assert [one.applied_on for one in office.stored.fundings] == [office.desk.clock.today()]
    assert office.stored.procedure_steps == ()


def test_ordering_before_the_grant_is_kept_and_warned_of_with_a_way_back(office: Office) -> None:
    page = office.open("recognition", a_nurse_before_her_application(), height=900)
    part = part_of(page)
    office.click(part.cost_buttons[CostKind.TRANSLATION])
    row = part.costs.rows[office.case.costs[0].id]
    office.banner.clear()
    row.fields.changed.emit(replace(office.case.costs[0], ordered_on=dt.date(2026, 11, 2)))
    assert office.stored.costs[0].ordered_on == dt.date(2026, 11, 2)
    assert office.banner.told == ["Grant first, then the application"]
    undo(office)
    assert office.stored.costs[0].ordered_on is None


def test_there_is_no_warning_where_the_rules_rule_the_grant_out(office: Office) -> None:
    abroad = replace(one_abroad(), procedures=(Procedure(id="ahead"),))
    page = office.open("recognition", abroad, height=900)
    assert not row_of(page).guard.isVisible()
    office.click(row_of(page).next.buttons[StepKind.APPLICATION_SENT])
    assert [one.kind for one in office.stored.procedure_steps] == [StepKind.APPLICATION_SENT]


def test_what_is_removed_comes_back_with_undo(office: Office) -> None:
    page = office.open("recognition", a_usual_case(), height=900)
    part = part_of(page)
    office.click(part.costs.rows["cost-fee"].remove)
    office.click(part.fundings.rows["grant"].remove)
    assert ("cost-fee" in {one.id for one in office.stored.costs}, len(office.stored.fundings)) == (False, 1)
    undo(office)
    assert [one.id for one in office.stored.fundings] == ["grant", "budget"]


@pytest.mark.parametrize("width", [560, 926])
def test_nothing_is_clipped_or_without_a_name(width: int, office: Office) -> None:
    page = office.open("recognition", an_overfull_case(), width=width, height=900)
    part = part_of(page)
    speak_tree(page, german())
    next(iter(part.costs.rows.values())).unfold()
    next(iter(part.fundings.rows.values())).unfold()
    office.settle()
    assert clipped(part) == []
    assert nameless(part) == []


def test_the_way_to_a_field_that_is_not_here_is_refused(office: Office) -> None:
    part = part_of(office.open("recognition", a_usual_case()))
    part.go_to("fundings")
    assert part.isAncestorOf(part.page.focusWidget())
    with pytest.raises(KeyError):
        part.go_to("works")
