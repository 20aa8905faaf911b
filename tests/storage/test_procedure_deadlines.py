"""Clocks of procedures among what waits: each kind by its day, only where the program knows the law."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import ReminderKind as Kind
from iq_desktop.domain.client import Client
from iq_desktop.domain.procedure import LegalBasis, Procedure, ProcedureKind, ProcedureStep, StayGround
from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.domain.talk import Closing, CounsellingResult
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock
from tests.support.procedure_law import the_law
from tests.support.procedures import a_procedure, a_step

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

LAW = the_law()


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()), law=LAW)


@pytest.fixture
def lists(vault: Vault) -> VaultLists:
    return VaultLists(vault.cases, pen_of(vault, FixedClock()), law=LAW)


def a_case_with(procedure: Procedure, *steps: ProcedureStep, **changes: object) -> CaseFile:
    case = CaseFile(opened_on=TODAY, procedures=(procedure,), procedure_steps=steps)
    return replace(case, **changes)  # type: ignore[arg-type]  # names of its fields


def told(lists: VaultLists) -> list[tuple[Kind, str]]:
    """Return kind and day of every deadline."""
    return [(one.kind, str(one.due)) for one in lists.deadlines(dt.date.min, limit=50)]


SENT = a_step(Step.APPLICATION_SENT, "2026-09-01")
COMPLETE = a_step(Step.COMPLETE, "2026-09-01")


@pytest.mark.parametrize(
    ("procedure", "steps", "deadlines"),
    [
        (a_procedure(), (SENT,), [(Kind.RECEIPT_DUE, "2026-10-01")]),
        (a_procedure(), (SENT, a_step(Step.ACKNOWLEDGED, "2026-09-02"), COMPLETE), [(Kind.DECISION_DUE, "2026-12-01")]),
        (
            a_procedure(),
            (SENT, a_step(Step.PAPERS_ASKED, "2026-09-10", "2026-10-11")),
            [(Kind.PAPERS_DUE, "2026-10-11")],
        ),
        (a_procedure(), (SENT, a_step(Step.REFUSED, "2026-10-12")), [(Kind.REMEDY_ENDS, "2026-11-12")]),
        (
            a_procedure(),
            (SENT, a_step(Step.REFUSED, "2026-10-12"), a_step(Step.OBJECTION, "2026-10-20")),
            [(Kind.ASK_BODY, "2027-01-20")],
        ),
        (
            a_procedure(legal_basis=LegalBasis.OCCUPATION),
            (SENT, COMPLETE),
            [(Kind.ASK_BODY, "2026-10-01"), (Kind.ASK_BODY, "2026-12-01")],
        ),
        (
            a_procedure(kind=ProcedureKind.STAY, ground=StayGround.MEASURE),
            (a_step(Step.GRANTED, "2026-09-01", "2028-08-31"),),
            [(Kind.STAY_ENDS, "2028-08-31")],
        ),
        (a_procedure(), (SENT, a_step(Step.FULL, "2026-10-12")), []),
    ],
)
def test_each_clock_waits_on_its_day(
    cases: VaultCases,
    lists: VaultLists,
    procedure: Procedure,
    steps: tuple[ProcedureStep, ...],
    deadlines: list[tuple[Kind, str]],
) -> None:
    cases.save(a_case_with(procedure, *steps))
    assert told(lists) == deadlines


def test_today_leads_to_the_steps_of_the_procedure(cases: VaultCases) -> None:
    cases.save(a_case_with(a_procedure(), SENT, a_step(Step.REFUSED, "2026-10-12")))
    (one,) = [found for found in cases.reminders(TODAY, limit=9) if found.due]
    assert (one.kind, one.page, one.item, one.field) == (Kind.REMEDY_ENDS, "recognition", "procedure-1", "steps")
    assert one.words == "Handwerkskammer Berlin"


def test_what_the_body_owes_is_nobodys_business_before_its_day(cases: VaultCases) -> None:
    cases.save(a_case_with(a_procedure(), a_step(Step.APPLICATION_SENT, "2026-10-12")))
    assert not [one for one in cases.reminders(TODAY, limit=9) if one.due]
    assert [one.kind for one in cases.reminders(TODAY + dt.timedelta(days=10), limit=9) if one.due] == [
        Kind.RECEIPT_DUE
    ]


def test_a_stay_that_ends_is_told_long_before_and_only_once(cases: VaultCases, lists: VaultLists) -> None:
    ends = TODAY + dt.timedelta(days=80)
    stay = a_procedure(kind=ProcedureKind.STAY)
    case = cases.save(a_case_with(stay, a_step(Step.GRANTED, "2026-01-02", ends.isoformat())))
    assert [one.kind for one in cases.reminders(TODAY, limit=9) if one.due] == [Kind.STAY_ENDS]
    cases.save(replace(case, client=Client(residence_valid_until=ends)))
    assert told(lists) == [(Kind.RESIDENCE_ENDS, ends.isoformat())]


def test_a_closed_counselling_counts_no_clocks(cases: VaultCases, lists: VaultLists) -> None:
    closed = Closing(TODAY, CounsellingResult.IN_WORK)
    cases.save(a_case_with(a_procedure(), SENT, closing=closed))
    assert [kind for kind, _due in told(lists)] == [Kind.SIX_MONTHS]


def test_a_step_that_is_noted_or_removed_moves_what_waits(cases: VaultCases, lists: VaultLists) -> None:
    case = cases.save(a_case_with(a_procedure(), SENT))
    case = cases.save(replace(case, procedure_steps=(*case.procedure_steps, COMPLETE)))
    assert [kind for kind, _due in told(lists)] == [Kind.RECEIPT_DUE, Kind.DECISION_DUE]
    cases.save(replace(case, procedure_steps=()))
    assert told(lists) == [(Kind.GRANT_FIRST, str(TODAY))]  # nobody has applied, so that the grant comes first


def test_deadlines_are_told_from_a_day_on_and_of_one_adviser(cases: VaultCases, lists: VaultLists) -> None:
    for adviser in ("one", "two"):
        cases.save(a_case_with(a_procedure(), SENT, adviser_id=adviser))
    assert len(lists.deadlines(dt.date(2026, 10, 1), limit=9)) == 2
    assert len(lists.deadlines(dt.date(2026, 10, 1), adviser_id="two", limit=9)) == 1
    assert len(lists.deadlines(dt.date(2026, 10, 2), limit=9)) == 0
    assert len(lists.deadlines(dt.date.min, limit=1)) == 1


def test_a_vault_without_the_law_counts_none(vault: Vault, lists: VaultLists) -> None:
    VaultCases(vault.cases, pen_of(vault, FixedClock())).save(a_case_with(a_procedure(), SENT))
    assert told(lists) == []
