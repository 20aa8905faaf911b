"""The journal in the settings: all entries, the check with its place, the code of a paper; for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.journal import FaultKind, FoundFault, JournalCheck, JournalQuery
from iq_desktop.domain.role import Role
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.journal_cards import ClosedJournal
from iq_desktop.ui.screens.setting_pages import make_journal
from iq_desktop.ui.shell.places import SETTINGS
from tests.support.fakes import ADVISER
from tests.support.memory_journal import START, MemoryJournal, a_told_journal, code_of
from tests.support.setting_parts import SettingParts

if TYPE_CHECKING:
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return replace(desk, journal=a_told_journal())


@pytest.fixture
def journal(desk: Desk) -> MemoryJournal:
    assert isinstance(desk.journal, MemoryJournal)
    return desk.journal


@pytest.fixture
def settings(office: Office) -> SettingParts:
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    return SettingParts(screen, office.settle)


def test_all_entries_are_there_and_one_case_can_be_looked_at(
    office: Office, settings: SettingParts, journal: MemoryJournal
) -> None:
    entries: Any = settings.journal_entries.list
    assert len(entries.table.rows) == journal.count(JournalQuery())
    of_case = next(number for number, line in enumerate(entries.table.rows) if line.case_id)
    entries.table.selectRow(of_case)
    office.settle()
    entries.detail.only_case.click()
    office.settle()
    assert {line.case_id for line in entries.table.rows} == {"case-1"}
    assert entries.clear.isVisible()
    assert entries.detail.only_case.isHidden()
    entries.clear.click()
    office.settle()
    assert len(entries.table.rows) == journal.count(JournalQuery())
    assert clipped(office.window) == []


def test_a_whole_journal_is_told(office: Office, settings: SettingParts, journal: MemoryJournal) -> None:
    card = settings.journal_check
    card.check_button.click()
    assert card.stop_button.isVisible()
    office.settle()
    assert card.outcome.isVisible()
    assert "The journal is whole" in card.outcome.text.text()
    assert card.check_button.isVisible()
    assert journal.lines[-1].kind == "journal_checked"


def test_a_fault_is_told_with_its_place_and_what_to_do(
    office: Office, settings: SettingParts, journal: MemoryJournal
) -> None:
    fault = FoundFault(FaultKind.VALUES, "device-a", 417, START, "case-1", "2026-0147")
    journal.outcome = JournalCheck(500, 1, fault)
    settings.journal_check.check()
    office.settle()
    words = settings.journal_check.outcome.text.text()
    assert all(part in words for part in ("entry 417", "case 2026-0147", "device-a", "The values were changed"))
    assert clipped(office.window) == []


def test_a_check_can_be_stopped(office: Office, settings: SettingParts, journal: MemoryJournal) -> None:
    card = settings.journal_check

    def stop(number: int) -> None:
        if number == 1 and card._job is not None:
            card._job.cancel()

    journal.before_step = stop
    card.check_button.click()
    office.settle()
    assert card.outcome.isHidden()
    assert card.check_button.isVisible()
    assert journal.lines[-1].kind != "journal_checked"


def test_the_code_of_a_paper_is_looked_up(office: Office, settings: SettingParts, journal: MemoryJournal) -> None:
    card = settings.journal_code
    number = next(line.number for line in journal.lines if line.kind == "paper_made")
    card.code.line.setText(code_of(number).printed)
    card.look_button.click()
    office.settle()
    assert "Document made" in card.answer.text()
    assert "2026-0147" in card.answer.text()
    card.code.line.setText("9999-0000-0000-0000")
    card.look_button.click()
    office.settle()
    assert card.answer.text().startswith("No entry of this journal")


def test_a_slip_in_a_code_is_told_with_an_example(office: Office, settings: SettingParts) -> None:
    card = settings.journal_code
    card.look_button.click()
    card.code.line.setText("what is this")
    card.look_button.click()
    office.settle()
    assert card.answer.isHidden()
    assert "This is no check code" in office.window.banner.text.text()


@pytest.mark.parametrize("role", [Role.ADVISER, Role.TRAINEE])
def test_who_may_not_see_everything_reads_why_and_can_still_check(office: Office, role: Role) -> None:
    place = replace(office.window.place, desk=replace(office.window.place.desk, adviser=replace(ADVISER, role=role)))
    page = make_journal(place, office.window)
    closed = page.parts["journal_entries"]
    assert isinstance(closed, ClosedJournal)
    assert "journal" in closed.sentence.text().lower()
    assert "journal_check" in page.parts
    page.deleteLater()
