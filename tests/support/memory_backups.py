"""Backups in memory, and the way back from one: what windows of backups are tested with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.backup import (
    BackupAge,
    BackupLook,
    BackupPlace,
    BackupReason,
    BackupState,
    Drill,
    KeptBackup,
    PlaceKind,
    Returned,
)
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.backup_ports import BackupSecret
    from iq_desktop.usecases.progress import Progress

NOW: Final = dt.datetime.combine(TODAY, dt.time(9, 30), dt.UTC)
_STEPS: Final = 3


def a_backup_state() -> BackupState:
    """Return the state of a vault whose backups are all well."""
    drilled = Drill(NOW - dt.timedelta(days=10), "backup-0", NOW - dt.timedelta(days=11), 12, 320, 12)
    return BackupState(
        last=NOW - dt.timedelta(minutes=12),
        last_outside=NOW - dt.timedelta(days=2),
        last_drill=drilled,
        has_changed=False,
        count=14,
        outside_count=9,
        size=4_000_000,
        second=BackupPlace(Path("stick"), PlaceKind.OTHER_DISK),
        since=NOW - dt.timedelta(days=60),
    )


@dataclass
class MemoryBackups:
    """Backups that only count; `fail_with` is raised by the next act, `place` is what every folder is."""

    known: BackupState = field(default_factory=a_backup_state)
    files: list[KeptBackup] = field(default_factory=list)
    place: BackupPlace = field(default_factory=lambda: BackupPlace(Path("stick"), PlaceKind.OTHER_DISK))
    fail_with: IqError | None = None
    made: list[BackupReason] = field(default_factory=list)
    drills: int = 0
    before_step: Callable[[int], object] = lambda _number: None
    """Called before each step of a backup or a drill."""

    def state(self) -> BackupState:
        return self.known

    def kept(self) -> Sequence[KeptBackup]:
        return tuple(self.files)

    def first_place(self) -> Path:
        return Path("vault backups")

    def back_up(self, reason: BackupReason, progress: Progress) -> BackupState:
        for done in range(_STEPS):
            self.before_step(done)
            progress.step(done, _STEPS, say("Making a backup"))
        if self.fail_with is not None:
            self.known = replace(self.known, failed_at=NOW)
            raise self.fail_with
        self.made.append(reason)
        self.files.insert(0, KeptBackup(f"backup-{len(self.made)}", NOW, 4_000_000, reason))
        outside = NOW if self.known.second is not None else self.known.last_outside
        self.known = replace(
            self.known, last=NOW, last_outside=outside, has_changed=False, failed_at=None, count=len(self.files)
        )
        return self.known

    def look_at_place(self, folder: Path) -> BackupPlace:
        if self.fail_with is not None:
            raise self.fail_with
        return replace(self.place, folder=folder)

    def choose_second_place(self, folder: Path) -> BackupPlace:
        place = self.look_at_place(folder)
        self.known = replace(self.known, second=place)
        return place

    def forget_second_place(self) -> None:
        self.known = replace(self.known, second=None)

    def copy_newest(self, folder: Path, progress: Progress) -> Path:
        progress.step(0, _STEPS, say("Copying the backup to the second place"))
        if self.fail_with is not None:
            raise self.fail_with
        return folder / self.files[0].name

    def drill(self, progress: Progress) -> Drill:
        for number in range(_STEPS):
            self.before_step(number)
            progress.step(number, _STEPS, say("Restoring the newest backup for a trial"))
        if self.fail_with is not None:
            raise self.fail_with
        self.drills += 1
        done = Drill(NOW, "backup-1", NOW, cases=12, entries=340, compared=12)
        self.known = replace(self.known, last_drill=done)
        return done


@dataclass
class MemoryReturns:
    """The way back in memory: every file is a backup that the code and the password open."""

    code: str = ""
    password: str = ""
    fail_with: IqError | None = None
    is_taken: bool = False
    found: list[BackupLook] = field(default_factory=list)
    age: BackupAge = field(default_factory=lambda: BackupAge(NOW - dt.timedelta(hours=3), 12, 320, 7, NOW))
    restored: list[Path] = field(default_factory=list)

    def find_backups(self) -> Sequence[BackupLook]:
        return tuple(self.found)

    def look_at_backup(self, file: Path) -> BackupLook:
        self._fail()
        return BackupLook(file, self.age.made_at, 4_000_000, "1.0", (("adviser-1", "A. Krüger"),))

    def is_place_taken(self) -> bool:
        return self.is_taken

    def compare(self, file: Path, secret: BackupSecret, anchor_code: str = "") -> BackupAge:
        del file, anchor_code
        self._fail()
        if secret.code != self.code and secret.password != self.password:
            raise IqError(say("The password is wrong."), say("Please check the caps lock key and try again."))
        return self.age

    def restore(self, file: Path, secret: BackupSecret, progress: Progress) -> Returned:
        self.compare(file, secret)
        for done in range(_STEPS):
            progress.step(done, _STEPS, say("Restoring the cases"))
        self.restored.append(file)
        return Returned(self.age.made_at, self.age.cases)

    def _fail(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with


def some_backups() -> list[KeptBackup]:
    """Return twelve backups of as many days, six of them in the second place as well, two opened by old passwords."""
    found = []
    for number in range(12):
        made_at = NOW - dt.timedelta(days=number, minutes=12)
        one = KeptBackup(f"backup-{number}", made_at, 4_000_000, BackupReason.BY_ITSELF, is_of_now=number < 10)
        found.append(one)
        if number % 2 == 0:
            found.append(replace(one, is_in_second_place=True))
    return found
