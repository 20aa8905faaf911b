"""Invented clients have procedures in every stage, and every step of them may follow."""

from __future__ import annotations

from dataclasses import replace

from iq_desktop.domain.contact import Concern
from iq_desktop.usecases.demo_procedures import with_procedure
from iq_desktop.usecases.procedures import look_at_procedures
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.full_cases import a_usual_case
from tests.support.tongues import TRANSLATIONS


def test_the_procedures_of_invented_clients_hold_together() -> None:
    desk, states = a_desk(TRANSLATIONS), set()
    usual = a_usual_case()
    plain = replace(usual, procedures=(), procedure_steps=(), contact=replace(usual.contact, concerns=tuple(Concern)))
    for number in range(9, 30):
        case = with_procedure(plain, number, TODAY)
        for shown in look_at_procedures(desk, case):
            assert not shown.problems
            assert any(clock.strip.clock.is_running for clock in shown.clocks)
            states.add((shown.state, any(clock.strip.is_overdue for clock in shown.clocks)))
    assert len(states) == 4


def test_who_wants_no_recognition_has_none() -> None:
    usual = a_usual_case()
    assert with_procedure(replace(usual, procedures=(), qualifications=()), 10, TODAY).procedures == ()
