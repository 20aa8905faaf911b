"""Backups: what is known of them and of the places where they lie, and which of them stay when they get many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

DAYS: Final = 12
WEEKS: Final = 10
MONTHS: Final = 9
OF_TODAY: Final = 6
"""How many of the newest day stay besides the newest of each day, week and month."""


class BackupReason(Enum):
    """Why a backup was made."""

    BY_ITSELF = "by itself"
    BY_HAND = "by hand"
    BEFORE_UPDATE = "before update"


class PlaceKind(Enum):
    """What a second place lies on, seen from the vault."""

    SAME_DISK = "same disk"
    OTHER_DISK = "other disk"
    NETWORK = "network"
    CLOUD = "cloud"


class PlaceState(Enum):
    """Whether a second place can be reached; a stick that is not plugged in is no error."""

    THERE = "there"
    AWAY = "away"
    WRITE_PROTECTED = "write protected"


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """The second place; `name` is that of the network or of the synchronising program, else empty."""

    folder: Path
    kind: PlaceKind
    state: PlaceState = PlaceState.THERE
    name: str = ""

    @property
    def is_outside(self) -> bool:
        """Whether a backup there outlives the disk of this computer."""
        return self.kind is not PlaceKind.SAME_DISK


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup that counts; `size` in bytes. `is_of_now`: the vault's present passwords and codes open it.

    One that was made before the vault got a new key opens with the passwords and codes of then.
    """

    name: str
    made_at: dt.datetime
    size: int
    reason: BackupReason
    is_in_second_place: bool = False
    is_of_now: bool = True


@dataclass(frozen=True, slots=True)
class Drill:
    """The outcome of a drill: a backup was restored into a scratch vault and compared with the living one.

    `cases` and `entries` (of the journal) are those of the backup, `compared` the cases that were read whole.
    """

    done_at: dt.datetime
    backup: str
    made_at: dt.datetime
    cases: int
    entries: int
    compared: int
    is_good: bool = True


@dataclass(frozen=True, slots=True)
class BackupState:
    """What is known of the backups of a vault; `size` in bytes is that of the newest one.

    `last` and `last_outside` are moments at which a backup was made that counts; `has_changed` tells whether anything
    was changed or read since `last`, `needs_new` that the vault got a new key since; `damaged` names files that were
    set aside because they are no longer what was written; `failed_at` is there while the last attempt failed.
    """

    last: dt.datetime | None = None
    last_outside: dt.datetime | None = None
    last_drill: Drill | None = None
    has_changed: bool = True
    needs_new: bool = False
    count: int = 0
    outside_count: int = 0
    size: int = 0
    second: BackupPlace | None = None
    damaged: tuple[str, ...] = ()
    failed_at: dt.datetime | None = None
    since: dt.datetime | None = None
    """When this was first asked: before any backup the reminders count from here."""


@dataclass(frozen=True, slots=True)
class BackupLook:
    """What a backup file says of itself before it is opened; `advisers` can open it, each as (id, name).

    `is_newer`: a newer version of the program made it, this one cannot restore it.
    """

    file: Path
    made_at: dt.datetime
    size: int
    program: str
    advisers: tuple[tuple[str, str], ...]
    is_newer: bool = False


@dataclass(frozen=True, slots=True)
class BackupAge:
    """What an opened backup holds; `behind` counts entries of the journal that the newest known state has more.

    `newest_known` is the moment of the last entry or backup by which the newest state is known, None where nothing else
    is known. `behind` is None as well then, and where a newer backup can only be opened under a later key.
    """

    made_at: dt.datetime
    cases: int
    entries: int
    behind: int | None = None
    newest_known: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A vault that came back; `aside` names the folder in which a damaged one lies now, empty where none was there."""

    made_at: dt.datetime
    cases: int
    erased_again: int = 0
    aside: str = ""
    is_without_catalogues: bool = True


def choose_to_go(kept: Sequence[KeptBackup], last: KeptBackup | None = None) -> tuple[KeptBackup, ...]:
    """Return which backups of one place are no longer needed.

    There stay the newest of each of the last 12 days, 10 weeks and 9 months that have any, the newest six of the
    newest day, the newest one made before an update, and the one that was made `last`, which is not the newest where
    the clock was wrong for a while. Days are those of UTC; of two of one moment the first counts as the newer one.
    """
    newest_first = sorted(kept, key=lambda one: one.made_at, reverse=True)
    stay = {
        *_newest_of_each(newest_first, DAYS, lambda day: day),
        *_newest_of_each(newest_first, WEEKS, lambda day: day.isocalendar()[:2]),
        *_newest_of_each(newest_first, MONTHS, lambda day: (day.year, day.month)),
        *_newest_of_each([one for one in newest_first if one.reason is BackupReason.BEFORE_UPDATE], 1, lambda _: 0),
        *[one for one in newest_first if _day(one) == _day(last or newest_first[0])][:OF_TODAY],
        *([last] if last else []),
    }
    return tuple(one for one in newest_first if one not in stay)


def _newest_of_each(
    newest_first: Sequence[KeptBackup], most: int, period: Callable[[dt.date], Hashable]
) -> list[KeptBackup]:
    """Return the newest backup of each of the last periods that have one."""
    found: dict[Hashable, KeptBackup] = {}
    for one in newest_first:
        found.setdefault(period(_day(one)), one)
    return list(found.values())[:most]


def _day(backup: KeptBackup) -> dt.date:
    return backup.made_at.astimezone(dt.UTC).date()
