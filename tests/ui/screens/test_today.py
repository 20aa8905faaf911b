"""The screen Today: what waits by when it is due; each line opens its case at the right page."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.centre import DeskSettings
from iq_desktop.ui.shell.places import CASE, CASES, TODAY
from tests.support.builders import TODAY as DAY

if TYPE_CHECKING:
    from iq_desktop.ui.screens.parts.line_list import LineList
    from iq_desktop.ui.screens.today import TodayScreen
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office


@pytest.fixture
def today(office: Office, office_cases: OfficeCases) -> TodayScreen:
    def waits(kind: ReminderKind, days: int | None, page: str) -> Reminder:
        due = None if days is None else DAY + dt.timedelta(days=days)
        return Reminder(kind, "case-2", "2026-0145", "Ahmadi, Maryam", page, "Zeugnis", due)

    office_cases.waiting = [
        waits(ReminderKind.RESIDENCE_ENDS, -2, "person"),
        waits(ReminderKind.AGREED, 0, "agreement"),
        waits(ReminderKind.COURSE_STARTS, 7, "referral"),
        waits(ReminderKind.REFERRAL_ANSWER, 8, "referral"),
        waits(ReminderKind.INCOMPLETE, None, "person"),
    ]
    screen: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    return screen


def names(group: LineList) -> list[str]:
    return [button.accessibleName() for button in group.buttons]


def test_reminders_stand_where_they_are_due(today: TodayScreen) -> None:
    assert names(today.due) == [
        "Residence title ends: Zeugnis, Ahmadi, Maryam · case 2026-0145, since Nov 1, 2026",
        "Agreed: Zeugnis, Ahmadi, Maryam · case 2026-0145, today",
    ]
    assert [len(group.buttons) for group in today._groups] == [2, 1, 1, 1]
    assert today.all_cases.text() == "13 cases in all"


def test_a_line_opens_its_case_at_its_page(office: Office, today: TodayScreen) -> None:
    today.due.buttons[1].click()
    office.settle()
    assert office.window.open_case.case.id == "case-2"
    assert office.window.case_view.page_name == "agreement"


def test_a_recent_case_opens_where_one_was(office: Office, today: TodayScreen) -> None:
    office.open("case-1", "languages")
    office.go_to(TODAY)
    today.recent.buttons[0].click()
    office.settle()
    assert office.window.spot.place == CASE
    assert office.window.case_view.page_name == "languages"


def test_lines_speak_the_language_at_once(office: Office, today: TodayScreen) -> None:
    office.window.apply_settings(DeskSettings("de", "light"))
    office.until(lambda: office.window.is_prepared)
    assert names(today.due)[1] == "Vereinbart: Zeugnis, Ahmadi, Maryam · Fall 2026-0145, heute"


def test_groups_without_lines_stay_away_except_today(
    office: Office, today: TodayScreen, office_cases: OfficeCases
) -> None:
    office_cases.waiting = []
    today.refresh()
    office.settle()
    assert today.due.isVisible()
    assert today.due.empty.isVisible()
    assert not today.week.isVisible()


def test_without_cases_one_is_led_to_the_first(office: Office, today: TodayScreen, office_cases: OfficeCases) -> None:
    office_cases.by_id.clear()
    today.refresh()
    office.settle()
    assert today.empty.isVisible()
    today.empty.act.click()
    office.settle()
    assert office.window.spot.place == CASES
    assert office.window.screens[CASES].panel.isVisible()  # type: ignore[attr-defined]
