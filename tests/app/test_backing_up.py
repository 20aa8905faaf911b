"""Backups by themselves: when one is due, behind the window; a failure is told once."""

from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.backing_up import BackupSchedule
from iq_desktop.domain.backup import BackupReason
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.memory_backups import NOW, MemoryBackups
from tests.ui.conftest import background, desk, office, office_cases, theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

__all__ = ["background", "desk", "office", "office_cases", "theme"]


@pytest.fixture
def backups(desk: Desk) -> MemoryBackups:
    assert isinstance(desk.backups, MemoryBackups)
    desk.backups.known = replace(desk.backups.known, has_changed=True, last=NOW - dt.timedelta(minutes=26))
    return desk.backups


@pytest.fixture
def schedule(office: Office, desk: Desk, backups: MemoryBackups) -> Iterator[BackupSchedule]:
    assert not backups.made
    schedule = BackupSchedule(office.window, desk)
    yield schedule
    schedule.stop()
    office.window.way_out.may_end = None


def test_a_backup_is_made_as_soon_as_it_is_due(
    office: Office,
    schedule: BackupSchedule,
    backups: MemoryBackups,
) -> None:
    schedule.look()
    office.settle()
    assert backups.made == [BackupReason.BY_ITSELF]
    schedule.look()
    office.settle()
    assert len(backups.made) == 1


def test_it_is_not_shown_and_nobody_waits_for_it(
    office: Office,
    schedule: BackupSchedule,
    backups: MemoryBackups,
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def wait(_number: int) -> None:
        reached.set()
        go_on.wait(30)

    backups.before_step = wait
    schedule.look()
    reached.wait(30)
    assert not office.background.has_long_work
    schedule.look()
    go_on.set()
    office.settle()
    assert len(backups.made) == 1


def test_a_failure_is_told_once_and_again_after_it_was_well(
    office: Office,
    schedule: BackupSchedule,
    backups: MemoryBackups,
) -> None:
    backups.fail_with = IqError(say("The disk is full."), say("Please free some space."))
    banner = office.window.banner
    schedule.look()
    office.settle()
    assert banner.text.text() == "The disk is full."
    banner.clear()
    backups.known = replace(backups.known, failed_at=None)
    schedule.look()
    office.settle()
    assert not banner.isVisible()
    backups.fail_with = None
    backups.known = replace(backups.known, failed_at=None)
    schedule.look()
    office.settle()
    assert backups.made == [BackupReason.BY_ITSELF]


def test_it_is_tried_again_by_hand(
    office: Office,
    schedule: BackupSchedule,
    backups: MemoryBackups,
) -> None:
    backups.fail_with = IqError(say("The disk is full."))
    schedule.look()
    office.settle()
    backups.fail_with = None
    office.window.banner.act.click()
    office.settle()
    assert backups.made == [BackupReason.BY_HAND]
    assert office.window.banner.text.text() == "The backup is made and proved."
