"""The screen Today: what waits by when it is due; each line opens its case at the right page and field."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.centre import Adviser, DeskSettings
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.cost import Cost
from iq_desktop.domain.deadline import deadlines_of, reminder_of
from iq_desktop.domain.incoming_referral import IncomingReferral
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.qualification import PaperForm, Whereabouts
from iq_desktop.domain.referral import Referral
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.due_list import DueLine
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.shell.places import CASE, CASES, SETTINGS, TODAY
from iq_desktop.usecases.rules import change_rules, list_rules
from iq_desktop.usecases.vault_health import VaultCheck, VaultPart
from tests.support.builders import TODAY as DAY
from tests.support.followed_cases import a_followed_case
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.screens.parts.line_list import LineList
    from iq_desktop.ui.screens.today import TodayScreen
    from tests.support.office import OfficeCases
    from tests.ui.conftest import Office


def waits(kind: ReminderKind, days: int | None, page: str, **others: object) -> Reminder:
    due = None if days is None else DAY + dt.timedelta(days=days)
    reminder = Reminder(kind, "case-2", "2026-0145", "Ahmadi, Maryam", page, "Zeugnis", due)
    return replace(reminder, **others)  # type: ignore[arg-type]  # names of its fields


@pytest.fixture
def today(office: Office, office_cases: OfficeCases) -> TodayScreen:
    office_cases.waiting = [
        waits(ReminderKind.RESIDENCE_ENDS, -2, "person", field="residence_valid_until"),
        waits(ReminderKind.AGREED, 0, "agreement"),
        waits(ReminderKind.COURSE_STARTS, 7, "referral"),
        waits(ReminderKind.REFERRAL_ANSWER, 8, "referral"),
        waits(ReminderKind.INCOMPLETE, None, "person", words=""),
    ]
    screen: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    return screen


def names(group: LineList) -> list[str]:
    return [button.accessibleName() for button in group.buttons]


def show(office: Office, office_cases: OfficeCases, today: TodayScreen, *reminders: Reminder) -> None:
    office_cases.waiting = list(reminders)
    today.refresh()
    office.settle()


def test_reminders_stand_where_they_are_due(today: TodayScreen) -> None:
    assert names(today.overdue) == [
        "Residence title ends: Zeugnis, Ahmadi, Maryam · case 2026-0145, since Nov 1, 2026",
    ]
    assert names(today.due) == ["Agreed: Zeugnis, Ahmadi, Maryam · case 2026-0145, today"]
    assert [len(group.buttons) for group in today._groups] == [1, 1, 1, 1, 0, 1]
    assert today.all_cases.text() == "13 cases in all"


def test_a_line_opens_its_case_at_its_page(office: Office, today: TodayScreen) -> None:
    today.due.buttons[0].click()
    office.settle()
    assert office.window.open_case.case.id == "case-2"
    assert office.window.case_view.page_name == "agreement"


def test_a_line_leads_to_its_very_field(office: Office, today: TodayScreen) -> None:
    today.overdue.buttons[0].click()
    office.settle()
    focus = QApplication.focusWidget()
    frame = office.window.case_view.page.find_part("residence_valid_until")  # type: ignore[union-attr]  # the page Person
    assert focus is not None
    assert frame.isAncestorOf(focus)


def test_what_the_documentation_lacks_is_told_with_its_light(
    office: Office, today: TodayScreen, office_cases: OfficeCases
) -> None:
    red = waits(ReminderKind.NIQ, None, "contact", words="", niq=NiqLight.RED, gaps=("contact.way", "contact.channel"))
    many = ("person.gender", "person.birth", "person.nationalities", "person.employment")
    amber = waits(ReminderKind.NIQ, None, "person", words="", niq=NiqLight.AMBER, gaps=many)
    show(office, office_cases, today, red, amber)
    first, second = today.open_cases.buttons
    assert first.line.icon == "danger"
    assert "missing: Way to the centre, " in first.accessibleName()
    assert second.line.icon == "warn"
    assert second.accessibleName().endswith("and 1 more")


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
    assert names(today.due)[0] == "Vereinbart: Zeugnis, Ahmadi, Maryam · Fall 2026-0145, heute"


def test_the_cursor_stands_on_the_first_line_as_soon_as_it_is_there(office: Office, today: TodayScreen) -> None:
    office.go_to(CASES)
    office.go_to(TODAY)
    assert QApplication.focusWidget() is today.due.buttons[0]


def test_groups_without_lines_stay_away_except_today(
    office: Office, today: TodayScreen, office_cases: OfficeCases
) -> None:
    show(office, office_cases, today)
    assert today.due.isVisible()
    assert today.due.empty.isVisible()
    assert today.vault.mapTo(today, QPoint()).x() == today.due.mapTo(today, QPoint()).x()
    assert not today.week.isVisible()
    show(office, office_cases, today, waits(ReminderKind.AGREED, -1, "agreement"))
    assert [group for group in today._groups if group.isVisible()] == [today.overdue]


def test_without_cases_one_is_led_to_the_first(office: Office, today: TodayScreen, office_cases: OfficeCases) -> None:
    office_cases.by_id.clear()
    show(office, office_cases, today)
    assert today.empty.isVisible()
    today.empty.act.click()
    office.settle()
    assert office.window.spot.place == CASES
    assert office.window.screens[CASES].panel.isVisible()  # type: ignore[attr-defined]


def test_mine_and_those_of_the_centre_are_told_apart_only_among_colleagues(
    office: Office, today: TodayScreen, office_cases: OfficeCases
) -> None:
    assert not today.whose.isVisible()
    office.window.place.desk.centres.save_adviser(Adviser("adviser-2", "B. Baum"))
    mine = waits(ReminderKind.AGREED, 0, "agreement", adviser_id="adviser-1", words="Mine")
    theirs = waits(ReminderKind.AGREED, 0, "agreement", adviser_id="adviser-2", words="Theirs")
    show(office, office_cases, today, mine, theirs)
    assert len(today.due.buttons) == 2
    today.whose.pills["mine"].click()
    office.settle()
    assert [button.line.value for button in today.due.buttons] == [mine]


def test_many_lines_come_on_demand_and_the_arrows_lead_through_them(
    office: Office, today: TodayScreen, office_cases: OfficeCases
) -> None:
    many = [waits(ReminderKind.INCOMPLETE, None, "person", words=str(number)) for number in range(70)]
    show(office, office_cases, today, *many)
    group = today.open_cases
    assert len(group.buttons) == 12
    assert group.more.text() == "Show 58 more"
    today.put_cursor()
    for _ in range(12):
        office.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is group.more
    office.press(Qt.Key.Key_Return)
    assert len(group.buttons) == 70
    assert QApplication.focusWidget() is group.buttons[12]
    office.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is group.buttons[11]
    office.press(Qt.Key.Key_Return)
    assert office.window.spot.place == CASE


def test_rules_that_were_not_checked_for_six_months_are_told_and_lead_to_the_settings(office: Office) -> None:
    desk = office.window.place.desk
    pack = list_rules(desk)[0].pack
    change_rules(desk, replace(pack, checked_on=dt.date(2025, 1, 31)))
    today: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    (line,) = (button for button in today.vault.buttons if "more than six months ago" in button.accessibleName())
    assert "Jan 31, 2025" in line.accessibleName()
    line.click()
    office.settle()
    card = office.window.screens[SETTINGS].page.parts["rule_packs"]  # type: ignore[attr-defined]  # the screen Settings
    assert card.old.isVisible()


def test_the_state_of_the_vault_is_told_and_leads_to_its_check(office: Office, today: TodayScreen) -> None:
    assert names(today.vault)[0] == "The vault is sound, Last checked on Nov 3, 2026"
    watch = office.window.place.desk.watch
    watch.last = VaultCheck(watch.last.checked_at, (VaultPart.PAGES,))  # type: ignore[attr-defined]  # a fake
    office.window.place.announce((Change(Area.VAULT),))
    office.settle()
    assert names(today.vault)[0].startswith("The vault is damaged: Seal of every page")
    assert today.vault.y() < today.recent.y()
    today.vault.buttons[0].click()
    office.settle()
    card = office.window.screens[SETTINGS].page.parts["vault"]  # type: ignore[attr-defined]  # the screen Settings
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)


def test_lines_that_stay_keep_their_buttons(office: Office, today: TodayScreen, office_cases: OfficeCases) -> None:
    reminders = [waits(ReminderKind.AGREED, 0, "agreement", words=words) for words in "abc"]
    show(office, office_cases, today, *reminders)
    before = list(today.due.buttons)
    before[0].setFocus()
    show(office, office_cases, today, *reminders[:2])
    assert today.due.buttons == before[:2]
    assert isinstance(QApplication.focusWidget(), LineButton)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_of_reminder_has_words_and_fits(
    office: Office, today: TodayScreen, office_cases: OfficeCases, language: str
) -> None:
    office.window.resize(960, 540)
    office.window.apply_settings(DeskSettings(language, "light"))
    show(office, office_cases, today, *(waits(kind, 0, "person") for kind in ReminderKind))
    office.until(lambda: office.window.is_prepared)
    assert all(name[0].isalpha() for name in names(today.due))
    assert clipped(office.window) == []
    assert nameless(office.window) == []


def test_tasks_without_a_day_stand_by_themselves_and_get_one(
    office: Office, office_cases: OfficeCases, today: TodayScreen
) -> None:
    case = replace(a_followed_case(), id="followed")
    office_cases.save(case)
    waiting = waits(ReminderKind.ASK_DONE, None, "follow_up", item="of-other", field="day", case_id="followed")
    show(office, office_cases, today, *(replace(waiting, words=str(number)) for number in range(8)))
    assert [group is today.undated for group in today._groups if group.isVisible()] == [False, True]
    assert len(today.undated.buttons) == 5
    today.undated.more.click()
    assert len(today.undated.buttons) == 8
    line = today.undated.buttons[0]
    assert isinstance(line, DueLine)
    line.week.click()
    office.settle()
    stored = {one.id: one.day for one in office_cases.by_id["followed"].appointments}
    assert stored["of-other"] == DAY + dt.timedelta(days=7)
    line.click()
    office.settle()
    assert office.window.case_view.page_name == "follow_up"
    row = office.window.case_view.page.find_part("of-other")  # type: ignore[union-attr]  # the page Follow-up
    focus = QApplication.focusWidget()
    assert focus is not None
    assert row.isAncestorOf(focus)


def test_the_head_of_a_case_tells_how_many_tasks_wait_and_leads_there(
    office: Office, office_cases: OfficeCases
) -> None:
    office_cases.save(replace(a_followed_case(), id="followed"))
    office.open("followed", "contact")
    tasks = office.window.case_view.header.tasks
    assert tasks.text() == "4 tasks"
    tasks.click()
    office.settle()
    assert office.window.case_view.page_name == "follow_up"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "done"
    office.open("case-3", "contact")
    assert not tasks.isVisible()


def test_a_task_is_ticked_off_and_put_off_where_it_stands(
    office: Office, office_cases: OfficeCases, today: TodayScreen
) -> None:
    case = replace(a_followed_case(), id="followed")
    office_cases.save(case)
    found = [reminder_of(case, one) for one in deadlines_of(case) if one.item in {"late", "talk", "office"}]
    show(office, office_cases, today, *found, waits(ReminderKind.AGREED, 0, "agreement"))
    shown = {_item_of(line): line for group in today._groups for line in group.buttons if isinstance(line, DueLine)}
    assert shown[""].done.isHidden()
    shown["late"].week.click()
    office.settle()
    stored = office_cases.by_id["followed"].appointments
    assert next(one.day for one in stored if one.id == "late") == DAY + dt.timedelta(days=7)
    assert office.window.banner.isVisible()
    shown["talk"].done.click()
    office.settle()
    assert next(one.is_done for one in office_cases.by_id["followed"].appointments if one.id == "talk")
    assert shown["late"].done.accessibleName() == "Done: Task: Bei der IHK FOSA nachfragen"
    assert office.window.open_case.is_open is False


def test_a_task_of_the_case_that_lies_open_changes_as_on_its_page(
    office: Office, office_cases: OfficeCases, today: TodayScreen
) -> None:
    case = replace(a_followed_case(), id="followed")
    office_cases.save(case)
    office.window.show_case("followed", "follow_up")
    office.settle()
    office.go_to(TODAY)
    show(office, office_cases, today, next(reminder_of(case, one) for one in deadlines_of(case) if one.item == "late"))
    line = today.overdue.buttons[0]
    assert isinstance(line, DueLine)
    line.done.click()
    office.settle()
    assert office.window.open_case.is_saved
    assert next(one.is_done for one in office.window.open_case.case.appointments if one.id == "late")
    office.window.open_case.undo()
    office.settle()
    assert office_cases.by_id["followed"].appointments == case.appointments


def a_waiting_case() -> CaseFile:
    """Return a case in which something of every kind of date waits, as far as one case can have it."""
    case = replace(a_followed_case(), id="waiting")
    incoming = IncomingReferral("Jobcenter", came_on=DAY, id="incoming")
    paper = replace(case.papers[0], id="here", forms=(PaperForm.ORIGINAL,), whereabouts=Whereabouts.CENTRE)
    return replace(
        case,
        client=replace(case.client, residence_valid_until=DAY),
        papers=(*case.papers, replace(paper, handed_over_on=DAY, handed_back_on=None)),
        incoming_referrals=(incoming,),
        referrals=(*case.referrals, Referral("Kurs", starts_on=DAY, remind_on=DAY, id="sent")),
        costs=(*case.costs, Cost(what="Gebühr", due=DAY, id="cost")),
    )


def test_every_line_opens_its_page_with_the_cursor_in_what_it_is_about(
    office: Office, office_cases: OfficeCases, today: TodayScreen
) -> None:
    case = a_waiting_case()
    office_cases.save(case)
    law = office.window.place.desk.law
    told = {one.kind: reminder_of(case, one) for one in deadlines_of(case, law)}
    assert len(told) >= 10
    for reminder in told.values():
        show(office, office_cases, today, replace(reminder, due=DAY))
        today.due.buttons[0].click()
        office.settle()
        view, focus = office.window.case_view, QApplication.focusWidget()
        assert (office.window.open_case.case.id, view.page_name) == ("waiting", reminder.page)
        assert focus is not None, reminder.kind
        part = view.page.find_part(reminder.item or reminder.field)  # type: ignore[union-attr]  # a page
        assert part is None or part is focus or part.isAncestorOf(focus), reminder.kind
        assert view.page is not None
        assert view.page.isAncestorOf(focus), reminder.kind
        office.go_to(TODAY)


def _item_of(line: DueLine) -> str:
    assert isinstance(line.line.value, Reminder)
    return line.line.value.item
