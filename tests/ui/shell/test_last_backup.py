"""The window closes when the last backup is made, or when nobody wants to wait for it."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.backup import BackupReason
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.shell.last_backup import LastBackup
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.memory_backups import MemoryBackups
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


@pytest.fixture
def backups(office: Office, desk: Desk) -> MemoryBackups:
    assert isinstance(desk.backups, MemoryBackups)
    desk.backups.known = replace(desk.backups.known, has_changed=True)
    office.window.way_out.may_end = LastBackup(office.window, desk).may_close
    return desk.backups


def hold(backups: MemoryBackups) -> tuple[threading.Event, threading.Event]:
    reached, go_on = threading.Event(), threading.Event()

    def wait(_number: int) -> None:
        reached.set()
        go_on.wait(30)

    backups.before_step = wait
    return reached, go_on


def test_a_window_closes_behind_the_cover_when_the_backup_is_made(office: Office, backups: MemoryBackups) -> None:
    reached, go_on = hold(backups)
    office.window.close()
    reached.wait(30)
    cover = office.window.way_out.cover
    assert cover.is_closed
    assert cover.work.bar.isVisible()
    assert cover.title.text() == "One last backup"
    assert nameless(office.window) == clipped(office.window) == []
    go_on.set()
    office.until(lambda: not office.window.isVisible())
    assert backups.made == [BackupReason.BY_ITSELF]


def test_a_window_closes_without_one_where_nothing_was_changed(office: Office, backups: MemoryBackups) -> None:
    backups.known = replace(backups.known, has_changed=False)
    office.window.close()
    office.until(lambda: not office.window.isVisible())
    assert backups.made == []


def test_whoever_does_not_want_to_wait_leaves_at_once(office: Office, backups: MemoryBackups) -> None:
    reached, go_on = hold(backups)
    office.window.close()
    reached.wait(30)
    office.window.way_out.cover.work.skip_button.click()
    go_on.set()
    office.until(lambda: not office.window.isVisible())
    assert backups.made == []


def test_a_backup_that_fails_is_told_and_can_be_tried_again(office: Office, backups: MemoryBackups) -> None:
    backups.fail_with = IqError(say("The disk is full."), say("Please free some space."))
    office.window.close()
    office.settle()
    work = office.window.way_out.cover.work
    assert work.banner.text.text() == "The disk is full."
    assert nameless(office.window) == clipped(office.window) == []
    assert office.window.isVisible()
    backups.fail_with = None
    work.retry_button.click()
    office.until(lambda: not office.window.isVisible())
    assert backups.made == [BackupReason.BY_ITSELF]


def test_whoever_is_told_of_a_failure_may_leave(office: Office, backups: MemoryBackups) -> None:
    backups.fail_with = IqError(say("The disk is full."))
    office.window.close()
    office.settle()
    office.window.way_out.cover.work.skip_button.click()
    office.until(lambda: not office.window.isVisible())


def test_locking_does_not_wait_for_a_last_backup(office: Office, backups: MemoryBackups) -> None:
    reached, go_on = hold(backups)
    locked: list[bool] = []
    office.window.locked.connect(lambda: locked.append(True))
    office.window.close()
    reached.wait(30)
    office.window.lock()
    go_on.set()
    office.until(lambda: bool(locked))
    assert backups.made == []
    assert office.window.isVisible()
    office.window.way_out.may_end = None
