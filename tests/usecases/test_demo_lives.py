"""The invented lives hold together: nothing in them is impossible, and no two look alike."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.demo_clients import read_demo_clients
from iq_desktop.domain.life_line import life_line
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.problem import Weight
from iq_desktop.usecases.case_pages import CASE_PAGES, page_problems
from iq_desktop.usecases.demo_centre import invented_case
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
    assert {niq_state(case).light for case in cases} >= {NiqLight.RED, NiqLight.AMBER}
    assert any(case.talks for case in cases)
    assert any(case.appointments for case in cases)
    assert any(paper.is_in_our_hands for case in cases for paper in case.papers)
    assert sum(bool(case.works) for case in cases) > len(cases) // 2
