"""Backups as the adviser meets them: the section of the settings, and the one line on Today."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.backup import BackupPlace, BackupReason, Drill, PlaceKind, PlaceState
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.role import Role
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.shell.places import SETTINGS, TODAY
from iq_desktop.usecases.backups import BackupReminder
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.memory_backups import NOW, MemoryBackups, some_backups
from tests.support.setting_parts import SettingParts
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.ui.screens.parts.backup_settings import BackupSettings
    from iq_desktop.ui.screens.settings import SettingsScreen
    from iq_desktop.ui.screens.today import TodayScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

DISK_FULL = IqError(say("The disk is full."), say("Please free some space."))


@pytest.fixture
def backups(desk: Desk) -> MemoryBackups:
    assert isinstance(desk.backups, MemoryBackups)
    desk.backups.files = some_backups()
    return desk.backups


@pytest.fixture
def page(office: Office, backups: MemoryBackups) -> BackupSettings:
    assert backups.files
    screen: SettingsScreen = office.go_to(SETTINGS)  # type: ignore[assignment]  # made under this name
    page: BackupSettings = SettingParts(screen, office.settle).show("backups")
    return page


def look_again(office: Office, page: BackupSettings) -> None:
    page.refresh()
    office.settle()


def shown(page: BackupSettings) -> list[BackupReminder]:
    return [reminder for reminder, banner in page.state.reminders.items() if banner.isVisible()]


def test_the_state_stands_large_and_nothing_is_to_be_done(page: BackupSettings, office: Office) -> None:
    assert page.state.state.text.text() == "Backed up 12 minutes ago"
    assert page.state.state.mark.kind == "good"
    assert shown(page) == []
    assert page.drill.last.text.text().endswith("everything came back.")
    assert nameless(office.window) == clipped(office.window) == []


def test_a_backup_is_made_with_progress_and_its_outcome_told(
    page: BackupSettings, office: Office, backups: MemoryBackups
) -> None:
    backups.known = replace(backups.known, last=NOW - dt.timedelta(days=2), has_changed=True)
    look_again(office, page)
    assert shown(page) == [BackupReminder.OLD]
    page.state.back_up_button.click()
    assert page.state.work.isVisible()
    assert not page.state.back_up_button.isEnabled()
    office.settle()
    assert backups.made == [BackupReason.BY_HAND]
    assert page.state.note.text.text() == "The backup is made and proved."
    assert page.state.state.text.text() == "Backed up just now"
    assert shown(page) == []
    assert not page.state.work.isVisible()


def test_a_backup_can_be_stopped(page: BackupSettings, office: Office, backups: MemoryBackups) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def wait(number: int) -> None:
        if number == 1:
            reached.set()
            go_on.wait(30)

    backups.before_step = wait
    page.state.back_up()
    reached.wait(30)
    page.state.work.stop_button.click()
    go_on.set()
    office.settle()
    assert backups.made == []
    assert page.state.note.text.text().startswith("Stopped.")
    assert page.state.back_up_button.isEnabled()


def test_a_backup_that_fails_is_told_with_advice(page: BackupSettings, office: Office, backups: MemoryBackups) -> None:
    backups.fail_with = DISK_FULL
    page.state.back_up()
    office.settle()
    assert office.window.banner.text.text() == "The disk is full."
    look_again(office, page)
    assert shown(page) == [BackupReminder.FAILED]
    assert page.state.state.mark.kind == "warn"


def test_a_second_place_is_chosen_and_gets_a_backup_at_once(
    page: BackupSettings, office: Office, backups: MemoryBackups
) -> None:
    backups.known = replace(backups.known, second=None, last_outside=None)
    look_again(office, page)
    assert shown(page) == [BackupReminder.OUTSIDE]
    office.ask.folder = Path("usb")
    page.state.reminders[BackupReminder.OUTSIDE].act.click()
    office.settle()
    assert backups.known.second == BackupPlace(Path("usb"), PlaceKind.OTHER_DISK)
    assert backups.made == [BackupReason.BY_HAND]
    assert page.places.folder_there.text() == "usb"


def test_forgetting_the_second_place_can_be_undone(
    page: BackupSettings, office: Office, backups: MemoryBackups
) -> None:
    folder = page.places.folder_there.text()
    page.places.forget_button.click()
    office.settle()
    assert not backups.known.second
    assert not page.places.folder_there.isVisible()
    office.window.banner.act.click()
    office.settle()
    assert page.places.folder_there.text() == folder


@pytest.mark.parametrize("kind", [PlaceKind.SAME_DISK, PlaceKind.CLOUD, PlaceKind.NETWORK])
def test_what_a_place_means_is_said(
    page: BackupSettings, office: Office, backups: MemoryBackups, kind: PlaceKind
) -> None:
    backups.known = replace(backups.known, second=BackupPlace(Path("x"), kind, name="Dropbox"))
    look_again(office, page)
    assert page.places.meaning.isVisible()
    assert page.places.meaning.text()
    assert (BackupReminder.OUTSIDE in shown(page)) is False


def test_a_stick_that_is_away_is_a_state_and_no_error(
    page: BackupSettings, office: Office, backups: MemoryBackups
) -> None:
    away = BackupPlace(Path("E:/"), PlaceKind.OTHER_DISK, PlaceState.AWAY)
    backups.known = replace(backups.known, second=away)
    look_again(office, page)
    assert page.places.second.more.text() == "Not there now. As soon as it is, backups go there again."
    assert page.places.second.mark.kind == "open"


def test_a_trial_is_made_and_told(page: BackupSettings, office: Office, backups: MemoryBackups) -> None:
    bad = Drill(NOW, "backup-1", NOW, cases=12, entries=3, compared=2, is_good=False)
    backups.known = replace(backups.known, last_drill=bad)
    look_again(office, page)
    assert shown(page) == [BackupReminder.DRILL]
    page.state.reminders[BackupReminder.DRILL].act.click()
    assert page.drill.work.isVisible()
    office.settle()
    assert backups.drills == 1
    assert page.drill.last.text.text().endswith("everything came back.")
    assert page.drill.last.mark.kind == "good"


def test_the_list_shows_each_backup_once_and_more_on_demand(page: BackupSettings) -> None:
    assert len(page.backups.rows) == 8
    assert page.backups.rows[0].more.text() == "this computer and second place · made by itself"
    assert page.backups.rows[1].more.text() == "this computer · made by itself"
    page.backups.more.click()
    assert len(page.backups.rows) == 12
    assert "of that day" in page.backups.rows[-1].more.text()
    assert not page.backups.more.isVisible()


def test_a_trainee_makes_backups_but_chooses_no_place(office: Office, page: BackupSettings, desk: Desk) -> None:
    object.__setattr__(desk, "adviser", Adviser("adviser-1", "A. Krüger", Role.TRAINEE))
    look_again(office, page)
    assert not page.places.choose_button.isVisible()
    assert page.places.closed.text() == "Trainees do not choose where backups are kept."
    assert page.state.back_up_button.isVisible()


def test_today_is_quiet_while_all_is_well(office: Office, backups: MemoryBackups) -> None:
    assert backups.known.last is not None
    today: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    assert not today.backup_note.isVisible()
    assert [button.accessibleName() for button in today.vault.buttons][-1].startswith("Backed up 12 minutes ago")
    today.vault.buttons[-1].click()
    office.settle()
    screen: SettingsScreen = office.window.screens[SETTINGS]  # type: ignore[assignment]  # see above
    assert screen.section == "backups"


def test_today_says_the_most_urgent_with_the_act_beside_it(office: Office, backups: MemoryBackups) -> None:
    old = NOW - dt.timedelta(days=2)
    begun = NOW - dt.timedelta(days=100)
    backups.known = replace(backups.known, last=old, has_changed=True, last_drill=None, since=begun)
    today: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    assert today.backup_note.text.text() == "No backup for more than a day"
    assert not any("Backed up" in button.accessibleName() for button in today.vault.buttons)
    assert nameless(office.window) == clipped(office.window) == []
    today.backup_note.act.click()
    office.settle()
    assert backups.made == [BackupReason.BY_HAND]
    assert today.backup_note.text.text().startswith("It was not tried for a long time")
    today.backup_note.act.click()
    office.settle()
    assert backups.drills == 1
    assert not today.backup_note.isVisible()


def test_today_leads_to_choosing_a_place(office: Office, backups: MemoryBackups) -> None:
    backups.known = replace(backups.known, second=None, last_outside=None)
    today: TodayScreen = office.go_to(TODAY)  # type: ignore[assignment]  # made under this name
    assert today.backup_note.text.text() == "There is no backup outside this computer"
    today.backup_note.act.click()
    office.settle()
    screen: SettingsScreen = office.window.screens[SETTINGS]  # type: ignore[assignment]  # see above
    assert screen.section == "backups"
    assert office.window.focusWidget() is screen.page.parts["backup_places"].choose_button  # type: ignore[attr-defined]
