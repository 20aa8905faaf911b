"""What is said of backups."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from iq_desktop.domain.backup import BackupAge, BackupPlace, BackupState, PlaceKind, PlaceState
from iq_desktop.usecases.backup_words import (
    how_long_ago,
    rows_of,
    tell_age,
    tell_place,
    tell_reminder,
    tell_state,
    words_of_size,
)
from iq_desktop.usecases.backups import BackupReminder
from tests.support.memory_backups import NOW, a_backup_state, some_backups
from tests.support.tongues import german


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (dt.timedelta(seconds=-90), "gerade eben"),
        (dt.timedelta(seconds=119), "gerade eben"),
        (dt.timedelta(minutes=2), "vor 2 Minuten"),
        (dt.timedelta(minutes=59, seconds=59), "vor 59 Minuten"),
        (dt.timedelta(hours=1), "vor 1 Stunde"),
        (dt.timedelta(hours=23, minutes=59), "vor 23 Stunden"),
        (dt.timedelta(days=1), "vor 1 Tag"),
        (dt.timedelta(days=40), "vor 40 Tagen"),
    ],
)
def test_how_long_ago_is_said_in_one_unit(ago: dt.timedelta, words: str) -> None:
    assert german().speak(how_long_ago(NOW - ago, NOW)) == words


@pytest.mark.parametrize(("size", "words"), [(1, "0,1 MB"), (4_000_000, "4 MB"), (153_260_000, "153,3 MB")])
def test_sizes_are_said_in_megabytes(size: int, words: str) -> None:
    assert german().speak(words_of_size(size)) == words


def test_the_state_says_what_there_is() -> None:
    told = tell_state(a_backup_state(), NOW)
    assert german().speak(told.text) == "Gesichert vor 12 Minuten"
    assert german().speak(told.more) == "14 Sicherungen auf diesem Computer · 9 am zweiten Ort · die neueste 4 MB"
    assert tell_state(BackupState(), NOW).kind == "open"
    assert tell_state(replace(a_backup_state(), failed_at=NOW), NOW).kind == "warn"


@pytest.mark.parametrize("reminder", list(BackupReminder))
@pytest.mark.parametrize("has_second", [True, False])
def test_every_reminder_says_what_to_do(reminder: BackupReminder, has_second: bool) -> None:
    second = BackupPlace(Path("x"), PlaceKind.OTHER_DISK, PlaceState.AWAY) if has_second else None
    told = tell_reminder(reminder, replace(a_backup_state(), second=second, damaged=("a",)), NOW)
    assert told.kind in {"warn", "danger"}
    assert german().speak(told.text)
    assert german().speak(told.more)


def test_every_state_of_a_place_is_said() -> None:
    places = [BackupPlace(Path("x"), kind, state) for kind in PlaceKind for state in PlaceState]
    assert all(german().speak(tell_place(place).text) for place in [None, *places])
    assert tell_place(BackupPlace(Path("x"), PlaceKind.SAME_DISK)).kind == "warn"


def test_a_backup_in_both_places_is_one_line() -> None:
    rows = rows_of(some_backups())
    assert len(rows) == 12
    assert [row.is_of_now for row in rows].count(False) == 2


@pytest.mark.parametrize(("behind", "kinds"), [(None, ["good", "info"]), (0, ["good", "good"]), (7, ["good", "warn"])])
def test_what_would_be_missing_is_said(behind: int | None, kinds: list[str]) -> None:
    age = BackupAge(NOW - dt.timedelta(days=3), 12, 320, behind, NOW if behind else None)
    told = tell_age(age, NOW)
    assert [one.kind for one in told] == kinds
    assert all(german().speak(one.text) for one in told)


def test_a_newer_backup_that_cannot_be_compared_is_told_all_the_same() -> None:
    age = BackupAge(NOW - dt.timedelta(days=3), 4, 20, None, NOW)
    told = tell_age(age, NOW)[-1]
    assert told.kind == "warn"
    assert german().speak(told.text).startswith("Es gibt eine neuere Sicherung vom ")
