"""A talk with care: runs stay readable, nothing half chosen is lost, the client never lands in the case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.instrument import Rater
from iq_desktop.ui.kit.banner import Banner
from tests.ui.screens.test_talk import begin, corner_of, go_through

if TYPE_CHECKING:
    from tests.ui.conftest import Office


def test_an_observation_of_another_task_does_not_stand_beside(office: Office) -> None:
    for name, task in (("A. Krüger", "Ein Regal bauen"), ("B. Yılmaz", "Kuchen backen")):
        screen = begin(office, "work-sample", Rater.OBSERVER)
        screen.guide.rater_name.line.setText(name)
        screen.guide.rater_name.line.setModified(True)
        screen.guide.subject.line.setText(task)
        screen.guide.subject.line.setModified(True)
        go_through(office, screen)
    assert len(corner_of(office).results.views) == 1


def test_results_are_shown_though_the_pack_of_the_last_time_is_gone(office: Office) -> None:
    go_through(office, begin(office, "interests"), 1)
    case = office.window.open_case.case
    office.window.open_case.change(replace(case, runs=(replace(case.runs[0], version="2020.1"),)))
    go_through(office, begin(office, "interests"), 2)
    results = corner_of(office).results
    assert results.isVisible()
    assert len(results.views) == 1


def test_a_run_of_an_instrument_that_is_gone_stays_in_sight(office: Office) -> None:
    go_through(office, begin(office, "interests"), 1)
    assert not corner_of(office).card.earlier.isVisible()
    case = office.window.open_case.case
    office.window.open_case.change(replace(case, runs=(replace(case.runs[0], instrument="old-cards"),)))
    corner = corner_of(office)
    (line,) = corner.card.earlier.buttons
    assert line.isVisible()
    assert "old-cards" in line.accessibleName()
    line.click()
    office.settle()
    banner = office.window.findChild(Banner)
    assert isinstance(banner, Banner)
    assert "old-cards" in banner.text.text()
    corner_of(office, "languages")
    assert not corner_of(office, "languages").card.earlier.isVisible()
