"""What the adviser hears of the vault: when it was checked, what is wrong, what is missing after a rescue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.changes import Area
from iq_desktop.usecases.computer_safety import Computer, advise
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.trust import LIMITS, PROMISES
from iq_desktop.usecases.vault_health import (
    PART_NAMES,
    IncompleteCase,
    Rescue,
    VaultCheck,
    VaultPart,
    check_from,
    is_check_due,
    words_of,
)
from iq_desktop.usecases.vault_watch import check_vault, check_vault_if_due, look_at_vault
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say
from tests.support.fakes import FixedClock, MemoryWatch, a_desk

if TYPE_CHECKING:
    from pathlib import Path

NOW = FixedClock().now()
SOUND = VaultCheck(NOW)
BROKEN = VaultCheck(NOW, (VaultPart.JOURNAL, VaultPart.SEARCH))


@pytest.mark.parametrize("check", [SOUND, BROKEN, *(VaultCheck(NOW, (part,)) for part in VaultPart)])
def test_an_outcome_comes_back_as_it_was_kept(check: VaultCheck) -> None:
    assert check_from(NOW, check.outcome) == check


def test_an_outcome_of_a_newer_program_is_never_taken_for_sound() -> None:
    assert not check_from(NOW, "magnetism").is_sound


@pytest.mark.parametrize(
    ("last", "is_due"),
    [
        (None, True),
        (SOUND, False),
        (BROKEN, True),
        (VaultCheck(NOW - dt.timedelta(days=6, hours=23)), False),
        (VaultCheck(NOW - dt.timedelta(days=7)), True),
        (VaultCheck(NOW + dt.timedelta(days=2)), True),
    ],
)
def test_the_whole_check_is_due_after_a_week(last: VaultCheck | None, is_due: bool) -> None:
    assert is_check_due(last, NOW) is is_due


def test_only_what_is_due_is_checked(project_folder: Path) -> None:
    watch = MemoryWatch(last=SOUND)
    desk = a_desk(project_folder / "translations", watch=watch)
    assert check_vault_if_due(desk, Silence()) == ()
    watch.last = None
    changes = check_vault_if_due(desk, Silence())
    assert [change.area for change in changes] == [Area.VAULT]
    assert watch.checks == 1


def test_a_broken_part_and_a_bad_place_are_told_with_what_to_do(project_folder: Path) -> None:
    problem = IqError(say("This folder is copied to a cloud by {name}.", name="Dropbox"), say("Please move it."))
    watch = MemoryWatch(found=(VaultPart.JOURNAL, VaultPart.SEARCH), problem=problem)
    desk = a_desk(project_folder / "translations", watch=watch)
    assert check_vault(desk, Silence())[0].broken == watch.found
    state = look_at_vault(desk)
    assert state.warnings[0] == (problem.text, problem.advice)
    text, advice = state.warnings[1]
    assert dict(text.values)["part"] == VaultPart.JOURNAL.label
    assert advice != NOTHING
    watch.found, watch.problem = (), None
    check_vault(desk, Silence())
    assert look_at_vault(desk).warnings == ()


def test_what_is_missing_is_told_case_by_case() -> None:
    whole = Rescue("aside", 1, 10, 3)
    assert whole.is_complete
    assert words_of(whole) == ()
    lost = IncompleteCase("2026-0001", "", ((PART_NAMES["client"], 1), (PART_NAMES["paper"], 2)))
    mended = IncompleteCase("2026-0002", "Yara", (), from_journal=2)
    rescue = replace(whole, incomplete=(lost, mended), homeless_rows=1, lost_entries=2, is_log_bent=True)
    assert rescue.cases == 5
    assert not rescue.is_complete
    assert len(words_of(rescue)) == 6
    assert lost.missing_count == 3
    only_mended = replace(whole, incomplete=(mended,))
    assert only_mended.is_complete
    assert len(words_of(only_mended)) == 1


@pytest.mark.parametrize("encrypted", [True, False, None])
@pytest.mark.parametrize("hibernates", [True, False, None])
def test_there_is_advice_for_every_computer(encrypted: bool | None, hibernates: bool | None) -> None:
    told = advise(Computer(encrypted, hibernates))
    assert len(told) == (1 if hibernates is False else 2)


def test_there_are_ten_promises_and_the_limits_of_the_handbook_and_old_copies() -> None:
    assert len(PROMISES) == 10
    assert len(LIMITS) == 10
    assert len({title for title, _ in (*PROMISES, *LIMITS)}) == 20


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ((VaultPart.JOURNAL, VaultPart.SEARCH), "cannot mend it by itself"),
        ((VaultPart.COUNTS,), "cannot mend it by itself"),
        ((VaultPart.COUNTS, VaultPart.STRUCTURE), "can then be rescued"),
    ],
)
def test_a_rescue_is_promised_only_where_it_is_offered(
    project_folder: Path, broken: tuple[VaultPart, ...], words: str
) -> None:
    watch = MemoryWatch(last=VaultCheck(NOW, broken))
    ((_text, advice),) = look_at_vault(a_desk(project_folder / "translations", watch=watch)).warnings
    assert words in advice.message
