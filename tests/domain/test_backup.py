"""Which backups stay: the newest of each day, week and month for as long as promised, and never too many."""

from __future__ import annotations

import datetime as dt
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from iq_desktop.domain.backup import DAYS, MONTHS, OF_TODAY, WEEKS, BackupReason, KeptBackup, choose_to_go

NOON: Final = dt.datetime(2026, 11, 3, 12, tzinfo=dt.UTC)
MOST: Final = DAYS + WEEKS + MONTHS + OF_TODAY + 1


def backup(moment: dt.datetime, reason: BackupReason = BackupReason.BY_ITSELF) -> KeptBackup:
    return KeptBackup(f"{moment:%Y%m%d%H%M%S%f}", moment, 1000, reason)


def staying(kept: list[KeptBackup]) -> list[KeptBackup]:
    going = choose_to_go(kept)
    return sorted((one for one in kept if one not in going), key=lambda one: one.made_at)


def every(step: dt.timedelta, count: int) -> list[KeptBackup]:
    return [backup(NOON - number * step) for number in range(count)]


moments = st.lists(
    st.builds(
        lambda minutes, reason: backup(NOON - dt.timedelta(minutes=minutes), reason),
        st.integers(0, 60 * 24 * 700),
        st.sampled_from(BackupReason),
    ),
    max_size=120,
    unique_by=lambda one: one.name,
)


@given(moments)
def test_there_are_never_too_many_and_the_newest_stays(kept: list[KeptBackup]) -> None:
    stay = staying(kept)
    assert len(stay) <= MOST
    assert {one.name for one in stay} <= {one.name for one in kept}
    if kept:
        assert stay[-1] == max(kept, key=lambda one: one.made_at)


@given(moments)
def test_each_period_keeps_its_newest(kept: list[KeptBackup]) -> None:
    stay = staying(kept)
    for period, most in (
        (lambda one: one.made_at.date(), DAYS),
        (lambda one: one.made_at.isocalendar()[:2], WEEKS),
        (lambda one: (one.made_at.year, one.made_at.month), MONTHS),
    ):
        newest = {period(one): one for one in sorted(kept, key=lambda one: one.made_at)}
        wanted = [newest[key] for key in sorted(newest)[-most:]]
        assert all(one in stay for one in wanted)


@given(moments)
def test_what_stays_once_stays_when_it_is_thinned_out_again(kept: list[KeptBackup]) -> None:
    stay = staying(kept)
    assert staying(stay) == stay


def test_thinning_while_backups_come_keeps_as_much_as_thinning_at_the_end() -> None:
    """A year of working days with a backup each hour, thinned out after each: 12 days, 10 weeks, 9 months remain."""
    kept: list[KeptBackup] = []
    for day in range(365):
        for hour in range(8, 17):
            kept.append(backup(NOON.replace(hour=hour) - dt.timedelta(days=364 - day)))
            kept = staying(kept)
    assert len({one.made_at.date() for one in kept}) >= DAYS
    assert len({one.made_at.isocalendar()[:2] for one in kept}) >= WEEKS
    assert len({(one.made_at.year, one.made_at.month) for one in kept}) == MONTHS
    assert len(kept) <= MOST


def test_the_newest_of_today_stay_side_by_side() -> None:
    kept = every(dt.timedelta(minutes=30), 20)
    assert staying(kept)[-OF_TODAY:] == sorted(kept[:OF_TODAY], key=lambda one: one.made_at)


def test_the_backup_before_the_last_update_stays_for_good() -> None:
    before = backup(NOON - dt.timedelta(days=900), BackupReason.BEFORE_UPDATE)
    assert before in staying([*every(dt.timedelta(days=1), 600), before])


def test_few_backups_all_stay() -> None:
    assert choose_to_go(every(dt.timedelta(days=40), MONTHS)) == ()
    assert choose_to_go([]) == ()


def test_a_backup_dated_far_ahead_takes_no_place_of_the_newest_day() -> None:
    today = every(dt.timedelta(minutes=30), 12)
    ahead = backup(NOON + dt.timedelta(days=30_000))
    going = choose_to_go([ahead, *today], last=today[0])
    assert set(today) - set(going) == set(today[:OF_TODAY])


def test_the_one_that_was_made_last_stays_however_old_it_looks() -> None:
    last = backup(NOON - dt.timedelta(days=4000))
    kept = [*every(dt.timedelta(days=31), 20), last]
    assert last in choose_to_go(kept)
    assert last not in choose_to_go(kept, last=last)
