"""When a backup is made by itself, and what an adviser is reminded of: rules without a clock or a disk."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from iq_desktop.domain.backup import BackupPlace, BackupReason, BackupState, Drill, PlaceKind
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.role import Role
from iq_desktop.usecases.backups import (
    BackupReminder,
    back_up_at_exit,
    back_up_if_due,
    choose_second_place,
    copy_newest,
    forget_second_place,
    is_backup_due,
    is_backup_due_at_exit,
    reminders_of,
    words_of_place,
)
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say
from tests.support.fakes import FixedClock, a_desk
from tests.support.memory_backups import NOW, MemoryBackups, a_backup_state

WELL: Final = a_backup_state()
MINUTE: Final = dt.timedelta(minutes=1)
DAY: Final = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "is_due"),
    [
        (WELL, False),
        (replace(WELL, has_changed=True), False),
        (replace(WELL, has_changed=True, last=NOW - 25 * MINUTE), True),
        (replace(WELL, has_changed=False, last=NOW - 25 * MINUTE), False),
        (replace(WELL, has_changed=True, last=None), True),
        (replace(WELL, has_changed=True, last=NOW + DAY), True),
        (replace(WELL, needs_new=True), True),
        (replace(WELL, needs_new=True, failed_at=NOW - MINUTE), False),
        (replace(WELL, needs_new=True, failed_at=NOW - 5 * MINUTE), True),
        (replace(WELL, needs_new=True, failed_at=NOW + DAY), True),
    ],
)
def test_a_backup_is_due(state: BackupState, *, is_due: bool) -> None:
    assert is_backup_due(state, NOW) is is_due


def test_no_backup_is_older_than_half_an_hour_while_somebody_works() -> None:
    """Asked every minute, with two minutes of making: the oldest moment without a newer backup is below 30 minutes."""
    state, oldest = replace(WELL, has_changed=True, last=NOW), dt.timedelta(0)
    for minute in range(600):
        now = NOW + minute * MINUTE
        assert state.last is not None
        oldest = max(oldest, now - state.last)
        if is_backup_due(state, now - 2 * MINUTE):
            state = replace(state, last=now - 2 * MINUTE)
    assert oldest <= 30 * MINUTE


def test_leaving_asks_for_one_only_where_something_changed() -> None:
    assert not is_backup_due_at_exit(WELL)
    assert is_backup_due_at_exit(replace(WELL, has_changed=True))
    assert is_backup_due_at_exit(replace(WELL, needs_new=True))


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (WELL, ()),
        (replace(WELL, failed_at=NOW), (BackupReminder.FAILED,)),
        (replace(WELL, damaged=("a",)), (BackupReminder.DAMAGED,)),
        (replace(WELL, last=NOW - DAY, has_changed=True), (BackupReminder.OLD,)),
        (replace(WELL, last=NOW - 30 * DAY, has_changed=False), ()),
        (replace(WELL, last_outside=NOW - 7 * DAY), (BackupReminder.OUTSIDE,)),
        (replace(WELL, last_outside=NOW - 7 * DAY + MINUTE), ()),
        (replace(WELL, last_outside=None, since=NOW - 6 * DAY), ()),
        (replace(WELL, last_outside=None, since=NOW - 7 * DAY), (BackupReminder.OUTSIDE,)),
        (replace(WELL, last_drill=None, since=NOW - 89 * DAY), ()),
        (replace(WELL, last_drill=None, since=NOW - 90 * DAY), (BackupReminder.DRILL,)),
    ],
)
def test_what_must_be_told(state: BackupState, told: tuple[BackupReminder, ...]) -> None:
    assert reminders_of(state, NOW) == told


def test_a_drill_counts_for_ninety_days_and_only_where_it_was_good() -> None:
    drill = Drill(NOW - 90 * DAY, "a", NOW, 1, 1, 1)
    assert reminders_of(replace(WELL, last_drill=drill), NOW) == (BackupReminder.DRILL,)
    assert reminders_of(replace(WELL, last_drill=replace(drill, done_at=NOW - 89 * DAY)), NOW) == ()
    bad = replace(drill, done_at=NOW, is_good=False)
    assert reminders_of(replace(WELL, last_drill=bad), NOW) == (BackupReminder.DRILL,)


def test_a_vault_that_was_just_made_is_not_scolded() -> None:
    fresh = BackupState(since=NOW)
    assert reminders_of(fresh, NOW) == ()
    assert reminders_of(fresh, NOW + DAY) == (BackupReminder.OLD,)


def test_every_kind_of_place_says_what_it_means() -> None:
    spoken = {kind: words_of_place(BackupPlace(Path("x"), kind, name="Dropbox")) for kind in PlaceKind}
    assert spoken.pop(PlaceKind.OTHER_DISK) == NOTHING
    assert all(spoken.values())
    assert len(set(spoken.values())) == len(spoken)


def test_the_schedule_makes_one_and_the_exit_one_more(project_folder: Path) -> None:
    backups = MemoryBackups(replace(WELL, has_changed=True, last=FixedClock().now() - 26 * MINUTE))
    desk = a_desk(project_folder / "translations", backups=backups)
    assert back_up_if_due(desk, Silence())
    assert back_up_if_due(desk, Silence()) == ()
    assert not back_up_at_exit(desk, Silence())
    backups.known = replace(backups.known, has_changed=True)
    assert back_up_at_exit(desk, Silence())
    assert backups.made == [BackupReason.BY_ITSELF, BackupReason.BY_ITSELF]


def test_a_failure_is_not_swallowed(project_folder: Path) -> None:
    backups = MemoryBackups(replace(WELL, needs_new=True), fail_with=IqError(say("The disk is full.")))
    with pytest.raises(IqError):
        back_up_if_due(a_desk(project_folder / "translations", backups=backups), Silence())


def test_a_trainee_chooses_no_place_for_backups() -> None:
    desk = replace(a_desk(Path()), adviser=Adviser("adviser-9", "Trainee", Role.TRAINEE))
    for act in (
        partial(choose_second_place, desk, Path("stick")),
        partial(forget_second_place, desk),
        partial(copy_newest, desk, Path("stick"), Silence()),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert desk.backups.state() == a_backup_state()
