"""Backups as the adviser meets them: when one is made by itself, by hand, what must be told, and the drill."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.backup import BackupReason, PlaceKind
from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.role import Act
from iq_desktop.usecases.permissions import require
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.backup import BackupPlace, BackupState, Drill, KeptBackup
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.progress import Progress

DUE_AFTER: Final = dt.timedelta(minutes=25)
"""Age at which the next one is made, so that with its making none is ever older than 30 minutes."""
TRY_AGAIN_AFTER: Final = dt.timedelta(minutes=5)
OLD_AFTER: Final = dt.timedelta(days=1)
OUTSIDE_AFTER: Final = dt.timedelta(days=7)
DRILL_AFTER: Final = dt.timedelta(days=90)


class BackupReminder(Enum):
    """What an adviser must be told about the backups, most urgent first."""

    FAILED = "failed"
    DAMAGED = "damaged"
    OLD = "old"
    OUTSIDE = "outside"
    DRILL = "drill"


def is_backup_due(state: BackupState, now: dt.datetime) -> bool:
    """Return whether a backup should be made now, while somebody works.

    Something changed and the last one is 25 minutes old, or the vault got a new key; five minutes after a failure at
    the earliest. A moment that lies ahead (the clock was wrong) counts as old.
    """
    if state.failed_at is not None and dt.timedelta(0) <= now - state.failed_at < TRY_AGAIN_AFTER:
        return False
    return state.needs_new or (state.has_changed and _is_past(state.last, now, DUE_AFTER))


def is_backup_due_at_exit(state: BackupState) -> bool:
    """Return whether a backup should be made before the program ends."""
    return state.has_changed or state.needs_new


def reminders_of(state: BackupState, now: dt.datetime) -> tuple[BackupReminder, ...]:
    """Return what must be told, most urgent first: empty when all is well."""
    begun = state.since
    rules = (
        (BackupReminder.FAILED, state.failed_at is not None),
        (BackupReminder.DAMAGED, bool(state.damaged)),
        (BackupReminder.OLD, state.has_changed and _is_past(state.last or begun, now, OLD_AFTER)),
        (BackupReminder.OUTSIDE, _is_past(state.last_outside or begun, now, OUTSIDE_AFTER)),
        (BackupReminder.DRILL, not _is_drilled(state) or _is_past(_drilled_at(state) or begun, now, DRILL_AFTER)),
    )
    return tuple(reminder for reminder, applies in rules if applies)


def look_at_backups(desk: Desk) -> BackupState:
    """Return what is known of the backups."""
    return desk.backups.state()


def list_backups(desk: Desk) -> tuple[KeptBackup, ...]:
    """Return the backups that count, newest first."""
    return tuple(desk.backups.kept())


def back_up_now(desk: Desk, progress: Progress) -> tuple[BackupState, tuple[Change, ...]]:
    """Make a backup because somebody asked for it."""
    return desk.backups.back_up(BackupReason.BY_HAND, progress), (Change(Area.VAULT),)


def back_up_if_due(desk: Desk, progress: Progress) -> tuple[Change, ...]:
    """Make a backup where one is due; return whom it concerns."""
    if not is_backup_due(desk.backups.state(), desk.clock.now()):
        return ()
    desk.backups.back_up(BackupReason.BY_ITSELF, progress)
    return (Change(Area.VAULT),)


def back_up_at_exit(desk: Desk, progress: Progress) -> bool:
    """Make a backup before the program ends, where anything changed; return whether one was made."""
    if not is_backup_due_at_exit(desk.backups.state()):
        return False
    desk.backups.back_up(BackupReason.BY_ITSELF, progress)
    return True


def copy_newest(desk: Desk, folder: Path, progress: Progress) -> Path:
    """Copy the newest backup into a folder once, prove it there, and return its file.

    Raises IqError where that cannot be, NotAllowed for a trainee, Cancelled.
    """
    require(desk, Act.SET_BACKUPS)
    return desk.backups.copy_newest(folder, progress)


def choose_second_place(desk: Desk, folder: Path) -> tuple[BackupPlace, tuple[Change, ...]]:
    """Keep backups in a second folder as well; raises IqError where that cannot be, NotAllowed for a trainee."""
    require(desk, Act.SET_BACKUPS)
    return desk.backups.choose_second_place(folder), (Change(Area.VAULT),)


def forget_second_place(desk: Desk) -> tuple[Change, ...]:
    """Keep backups on this computer only; raises NotAllowed for a trainee."""
    require(desk, Act.SET_BACKUPS)
    desk.backups.forget_second_place()
    return (Change(Area.VAULT),)


def drill(desk: Desk, progress: Progress) -> tuple[Drill, tuple[Change, ...]]:
    """Restore the newest backup into a scratch vault and compare."""
    return desk.backups.drill(progress), (Change(Area.VAULT),)


def words_of_place(place: BackupPlace) -> Text:
    """Return what the kind of a second place means for the backups there; empty where there is nothing to say."""
    match place.kind:
        case PlaceKind.SAME_DISK:
            return say(
                "This folder lies on the same disk as the vault. When the laptop is lost or its disk breaks, these "
                "backups are gone as well. Please take a stick or a folder on another computer."
            )
        case PlaceKind.CLOUD:
            return say(
                "This folder is copied to a cloud by {name}. Backups are encrypted, but old states stay there that "
                "nobody can erase, and whoever gets them has time to guess passwords.",
                name=place.name,
            )
        case PlaceKind.NETWORK:
            return say("This folder lies on another computer in the network. That is a good place for backups.")
        case PlaceKind.OTHER_DISK:
            return NOTHING


def _is_drilled(state: BackupState) -> bool:
    return state.last_drill is None or state.last_drill.is_good


def _drilled_at(state: BackupState) -> dt.datetime | None:
    return state.last_drill.done_at if state.last_drill else None


def _is_past(moment: dt.datetime | None, now: dt.datetime, limit: dt.timedelta) -> bool:
    """Return whether a moment never was, lies a limit back, or ahead of now."""
    return moment is None or not dt.timedelta(0) <= now - moment < limit
