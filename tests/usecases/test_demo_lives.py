"""The invented lives hold together: nothing in them is impossible, and no two look alike."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.demo_clients import read_demo_clients
from iq_desktop.domain.agreement import valid_signatures
from iq_desktop.domain.life_line import life_line
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.passing_on import may_be_told
from iq_desktop.domain.problem import Weight
from iq_desktop.domain.referral_step import state_after, steps_of_referral
from iq_desktop.domain.talk import AppointmentKind, Doer
from iq_desktop.usecases.case_pages import CASE_PAGES, page_problems
from iq_desktop.usecases.demo_centre import invented_case
from iq_desktop.usecases.follow_up import is_time_to_ask
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile


@pytest.fixture(scope="module")
def cases(project_folder: Path) -> tuple[CaseFile, ...]:
    desk = a_desk(TRANSLATIONS)
    clients = read_demo_clients(project_folder / "resources" / "demo" / "clients.json")
    return tuple(invented_case(desk, client) for client in clients)


def test_nothing_in_an_invented_life_is_impossible(cases: tuple[CaseFile, ...]) -> None:
    expired = "residence_valid_until"
    for case in cases:
        for page in CASE_PAGES:
            wrong = [one.field for one in page_problems(case, page, TODAY) if one.weight is Weight.WRONG]
            assert set(wrong) <= {expired}, (case.client.full_name, page.name, wrong)
        assert all(bar.end <= TODAY + dt.timedelta(days=400) for bar in life_line(case, TODAY).bars)


def test_the_cases_differ_and_show_every_light(cases: tuple[CaseFile, ...]) -> None:
    assert len({tuple(point.text for point in case.agreement) for case in cases}) > 5
    assert {niq_state(case, TODAY).light for case in cases} >= {NiqLight.RED, NiqLight.AMBER}
    assert any(case.talks for case in cases)
    assert any(case.appointments for case in cases)
    assert any(paper.is_in_our_hands for case in cases for paper in case.papers)
    assert sum(bool(case.works) for case in cases) > len(cases) // 2


def test_what_followed_shows_every_kind_of_line(cases: tuple[CaseFile, ...]) -> None:
    dates = [one for case in cases for one in case.appointments]
    assert {one.kind for one in dates} == set(AppointmentKind)
    assert {one.who for one in dates if one.is_task} >= {Doer.ADVISER, Doer.CLIENT}
    assert any(one.is_task and one.is_done for one in dates)
    assert any(case.closing.is_closed for case in cases)
    assert any(is_time_to_ask(case, TODAY) for case in cases)
    assert any(valid_signatures(case) for case in cases)
    assert (
        len({state_after(steps_of_referral(case.referral_steps, one)) for case in cases for one in case.referrals}) > 3
    )


def test_a_referral_of_an_invented_client_is_where_its_steps_lead_and_was_agreed_to(
    cases: tuple[CaseFile, ...],
) -> None:
    for case in cases:
        for one in case.referrals:
            steps = steps_of_referral(case.referral_steps, one)
            assert state_after(steps) is one.state
            assert may_be_told(case, one) or not steps
            assert all(step.day is not None and case.opened_on <= step.day <= TODAY for step in steps)
