"""The open case: shown at once, saved behind it, the newest state last; nothing typed is ever lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.changes import Area, Change
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.talk import Closing
from iq_desktop.ui.shell.open_case import OpenCase
from iq_desktop.usecases.problems import RivalSave, Stopped
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY, a_case

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.kit.background import Background
    from iq_desktop.usecases.desk import Desk
    from tests.support.office import OfficeCases


class Told:
    """What an open case has told, and what was announced."""

    def __init__(self, open_case: OpenCase) -> None:
        self.shown: list[CaseFile] = []
        self.saved: list[CaseFile] = []
        self.failed: list[IqError] = []
        open_case.changed.connect(self.shown.append)
        open_case.saved.connect(self.saved.append)
        open_case.failed.connect(self.failed.append)


@pytest.fixture
def announced() -> list[tuple[Change, ...]]:
    return []


@pytest.fixture
def open_case(desk: Desk, background: Background, announced: list[tuple[Change, ...]]) -> OpenCase:
    open_case = OpenCase(desk, background, announced.append)
    open_case.open(desk.cases.get("case-1"))
    return open_case


def named(case: CaseFile, name: str) -> CaseFile:
    return case.with_client(replace(case.client, family_name=name))


def is_safe(open_case: OpenCase) -> bool:
    return open_case.is_saved


def settle(background: Background) -> None:
    for _ in range(3):
        background.wait()
        QApplication.processEvents()


def test_nothing_is_open_in_the_beginning(desk: Desk, background: Background) -> None:
    open_case = OpenCase(desk, background, print)
    assert not open_case.is_open
    assert is_safe(open_case)
    assert not open_case.can_undo
    with pytest.raises(LookupError):
        _ = open_case.case


def test_a_change_is_shown_at_once_and_saved_behind_it(
    open_case: OpenCase, background: Background, announced: list[tuple[Change, ...]]
) -> None:
    told = Told(open_case)
    open_case.change(named(open_case.case, "Öztürk"))
    assert told.shown[-1].client.family_name == "Öztürk"
    assert not is_safe(open_case)
    settle(background)
    assert is_safe(open_case)
    assert told.saved == [open_case.case]
    assert open_case.case.revision == 2
    assert announced == [(Change(Area.CASE, "case-1"),)]


def test_while_a_save_runs_the_newest_state_waits(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    gate = threading.Event()
    office_cases.before_save = gate.wait
    for name in ("A", "B", "C", "D"):
        open_case.change(named(open_case.case, name))
    gate.set()
    settle(background)
    assert [case.client.family_name for case in office_cases.saves] == ["A", "D"]
    assert is_safe(open_case)


def test_an_equal_case_is_no_step(open_case: OpenCase, background: Background, office_cases: OfficeCases) -> None:
    open_case.change(named(open_case.case, open_case.case.client.family_name))
    settle(background)
    assert not open_case.can_undo
    assert office_cases.saves == []


def test_undo_and_redo_are_saved_too(open_case: OpenCase, background: Background, office_cases: OfficeCases) -> None:
    before = open_case.case.client
    open_case.change(named(open_case.case, "Öztürk"))
    settle(background)
    open_case.undo()
    assert open_case.case.client == before
    settle(background)
    assert office_cases.by_id["case-1"].client == before
    assert open_case.can_redo
    open_case.redo()
    settle(background)
    assert office_cases.by_id["case-1"].client.family_name == "Öztürk"


def test_a_failed_save_keeps_every_word_and_can_be_tried_again(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    told = Told(open_case)
    office_cases.fail_with = IqError(say("The disk is full."))
    open_case.change(named(open_case.case, "Öztürk"))
    settle(background)
    assert told.failed == [office_cases.fail_with]
    assert open_case.case.client.family_name == "Öztürk"
    assert not is_safe(open_case)
    assert told.saved == []
    office_cases.fail_with = None
    open_case.save_now()
    settle(background)
    assert is_safe(open_case)
    assert open_case.problem is None


def type_on_a_full_disk(open_case: OpenCase, background: Background, cases: OfficeCases, name: str) -> None:
    """Change the name while nothing can be saved; afterwards the disk has room again."""
    cases.fail_with = IqError(say("The disk is full."))
    open_case.change(named(open_case.case, name))
    settle(background)
    cases.fail_with = None


def test_the_next_change_after_a_failure_saves_both(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    type_on_a_full_disk(open_case, background, office_cases, "Öztürk")
    open_case.change(open_case.case.with_client(replace(open_case.case.client, place="Köln")))
    settle(background)
    stored = office_cases.by_id["case-1"].client
    assert (stored.family_name, stored.place) == ("Öztürk", "Köln")


def test_what_nobody_expected_is_told_and_goes_on_to_the_crash_report(
    open_case: OpenCase, background: Background, office_cases: OfficeCases, qtbot: QtBot
) -> None:
    told = Told(open_case)
    office_cases.fail_with = ZeroDivisionError("a defect")
    with qtbot.capture_exceptions() as caught:
        open_case.change(named(open_case.case, "Öztürk"))
        settle(background)
    assert [type(error) for _, error, _ in caught] == [ZeroDivisionError]
    assert len(told.failed) == 1
    assert open_case.case.client.family_name == "Öztürk"


def save_as_somebody_else(cases: OfficeCases) -> CaseFile:
    return cases.save(named(cases.by_id["case-1"], "Somebody else's"))


def test_a_rival_save_overwrites_nothing(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    theirs = save_as_somebody_else(office_cases)
    open_case.change(named(open_case.case, "Mine"))
    settle(background)
    assert isinstance(open_case.problem, RivalSave)
    assert office_cases.by_id["case-1"] == theirs
    open_case.change(named(open_case.case, "Mine too"))
    settle(background)
    assert office_cases.by_id["case-1"] == theirs


def test_mine_is_put_over_theirs_on_demand(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    save_as_somebody_else(office_cases)
    open_case.change(named(open_case.case, "Mine"))
    settle(background)
    open_case.keep_mine()
    settle(background)
    assert office_cases.by_id["case-1"].client.family_name == "Mine"
    assert is_safe(open_case)


def test_theirs_is_shown_and_mine_comes_back_with_undo(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    theirs = save_as_somebody_else(office_cases)
    open_case.change(named(open_case.case, "Mine"))
    settle(background)
    open_case.take_theirs()
    settle(background)
    assert open_case.case == theirs
    assert is_safe(open_case)
    open_case.undo()
    settle(background)
    assert office_cases.by_id["case-1"].client.family_name == "Mine"


HEARD = (Change(Area.CASE, "case-1"),)


def close_elsewhere(cases: OfficeCases) -> None:
    cases.change_many(["case-1"], lambda case: replace(case, closing=Closing(TODAY)))


def test_what_was_changed_elsewhere_comes_as_a_step_that_undo_takes_back(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    open_case.change(named(open_case.case, "Öztürk"))
    settle(background)
    close_elsewhere(office_cases)
    open_case.hear(HEARD)
    settle(background)
    assert open_case.case.closing.is_closed
    assert is_safe(open_case)
    open_case.undo()
    settle(background)
    stored = office_cases.by_id["case-1"]
    assert (stored.closing, stored.client.family_name) == (Closing(), "Öztürk")
    open_case.redo()
    settle(background)
    assert office_cases.by_id["case-1"].closing.is_closed


def test_a_save_that_comes_behind_a_change_elsewhere_keeps_both(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    told = Told(open_case)
    waiting: list[bool] = []
    close_elsewhere(office_cases)
    open_case.change(named(open_case.case, "Öztürk"))
    open_case.when_saved(lambda: waiting.append(open_case.is_saved))
    open_case.hear(HEARD)
    settle(background)
    stored = office_cases.by_id["case-1"]
    assert (stored.closing.closed_on, stored.client.family_name) == (TODAY, "Öztürk")
    assert (told.failed, waiting) == ([], [True])
    assert open_case.case == stored


def test_words_that_could_not_be_saved_outlive_a_change_elsewhere(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    type_on_a_full_disk(open_case, background, office_cases, "Öztürk")
    close_elsewhere(office_cases)
    open_case.hear(HEARD)
    settle(background)
    stored = office_cases.by_id["case-1"]
    assert (stored.closing.closed_on, stored.client.family_name) == (TODAY, "Öztürk")
    assert open_case.problem is None


def test_where_both_changed_the_same_somebody_chooses(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    type_on_a_full_disk(open_case, background, office_cases, "Mine")
    theirs = save_as_somebody_else(office_cases)
    open_case.hear(HEARD)
    settle(background)
    assert open_case.is_rivalled
    assert office_cases.by_id["case-1"] == theirs
    assert open_case.case.client.family_name == "Mine"
    open_case.take_theirs()
    settle(background)
    assert open_case.case == theirs


def test_own_saves_and_other_cases_are_not_read_again(
    open_case: OpenCase, background: Background, office_cases: OfficeCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(office_cases, "get", read.append)
    monkeypatch.setattr(open_case, "_announce", open_case.hear)
    open_case.change(named(open_case.case, "Öztürk"))
    settle(background)
    open_case.hear((Change(Area.CASE, "case-2"), Change(Area.VAULT)))
    settle(background)
    assert is_safe(open_case)
    assert read == []


def test_a_case_that_is_no_longer_there_is_laid_away(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    gone: list[bool] = []
    open_case.gone.connect(lambda: gone.append(True))
    del office_cases.by_id["case-1"]
    open_case.hear(HEARD)
    settle(background)
    assert gone == [True]


@pytest.mark.parametrize("is_erased", [False, True])
def test_what_is_heard_of_a_case_that_was_left_touches_no_other(
    open_case: OpenCase, background: Background, office_cases: OfficeCases, is_erased: bool
) -> None:
    gone: list[bool] = []
    open_case.gone.connect(lambda: gone.append(True))
    if is_erased:
        del office_cases.by_id["case-1"]
    open_case.hear(HEARD)
    other = a_case(id="other")
    open_case.open(other)
    settle(background)
    assert (open_case.case, gone) == (other, [])


def test_what_shall_follow_waits_for_the_save(open_case: OpenCase, background: Background) -> None:
    done: list[bool] = []
    open_case.change(named(open_case.case, "Öztürk"))
    open_case.when_saved(lambda: done.append(open_case.is_saved))
    assert done == []
    settle(background)
    assert done == [True]
    open_case.when_saved(lambda: done.append(True))
    assert done == [True, True]


def test_what_shall_follow_is_dropped_where_the_save_fails(
    open_case: OpenCase, background: Background, office_cases: OfficeCases
) -> None:
    done: list[bool] = []
    office_cases.fail_with = IqError(say("The disk is full."))
    open_case.change(named(open_case.case, "Öztürk"))
    open_case.when_saved(lambda: done.append(True))
    settle(background)
    office_cases.fail_with = None
    open_case.save_now()
    settle(background)
    assert done == []


def test_another_case_begins_a_history_of_its_own(open_case: OpenCase, background: Background) -> None:
    open_case.change(named(open_case.case, "Öztürk"))
    settle(background)
    open_case.open(a_case(id="other"))
    assert not open_case.can_undo
    assert is_safe(open_case)


def test_what_a_restriction_forbids_is_taken_back_and_keeps_nothing_else_from_being_saved(
    open_case: OpenCase, background: Background
) -> None:
    told, refused = Told(open_case), list[IqError]()
    open_case.refused.connect(refused.append)
    open_case.change(replace(open_case.case, keeping=Keeping(restricted_since=TODAY)))
    settle(background)
    kept = open_case.case
    open_case.change(named(kept, "Öztürk"))
    settle(background)
    assert [type(error) for error in refused] == [Stopped]
    assert told.failed == []
    assert open_case.case == kept
    assert is_safe(open_case)
    open_case.change(replace(open_case.case, keeping=Keeping()))
    settle(background)
    assert not told.saved[-1].keeping.is_restricted
    open_case.change(named(open_case.case, "Yılmaz"))
    settle(background)
    assert told.saved[-1].client.family_name == "Yılmaz"
