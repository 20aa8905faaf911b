"""Messages stand where the eye is, and say what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.chip import Chip
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.saved_mark import SavedMark, SavedState
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage


def test_a_message_offers_undo_and_goes_when_it_is_used(stage: Stage) -> None:
    page = QWidget()
    banner = Banner(page)
    stage.show(page)
    done: list[str] = []
    banner.tell(as_it_is("Removed."), act_name=as_it_is("Undo"), act=lambda: done.append("undone"))
    assert banner.isVisible()
    stage.click(banner.act)
    assert done == ["undone"]
    assert banner.isHidden()


def test_an_error_shows_what_to_do_and_has_no_button_without_need(stage: Stage) -> None:
    page = QWidget()
    banner = Banner(page)
    stage.show(page)
    closed: list[int] = []
    banner.closed.connect(lambda: closed.append(1))
    banner.tell_error(IqError(say("This is not a date."), say("Please check day and month.")))
    assert (banner.text.text(), banner.advice.text()) == ("This is not a date.", "Please check day and month.")
    assert banner.mark.kind == banner.property("kind") == "danger"
    assert banner.act.isHidden()
    stage.click(banner.close_button)
    banner.clear()
    assert closed == [1]


@pytest.mark.parametrize(
    ("state", "word"),
    [(SavedState.SAVED, "Saved"), (SavedState.SAVING, "Saving …"), (SavedState.NOT_SAVED, "Not saved")],
)
def test_saving_is_told_by_word_and_shape(stage: Stage, state: SavedState, word: str) -> None:
    mark = stage.show(SavedMark())
    mark.show_state(state)
    assert mark.word.text() == word
    assert mark.mark.kind == state.value


def test_an_empty_page_has_one_thing_to_do(stage: Stage) -> None:
    page = stage.show(EmptyPage("cases", as_it_is("No case yet."), as_it_is("New case")))
    acted: list[int] = []
    page.acted.connect(lambda: acted.append(1))
    stage.click(page.act)
    assert acted == [1]


def test_a_chip_is_taken_away_by_its_cross(stage: Stage) -> None:
    page = QWidget()
    chip = Chip(as_it_is("Arabic"), "ar", page)
    gone: list[str] = []
    chip.removed.connect(gone.append)
    stage.show(page)
    assert chip.close_button.accessibleName() == "Remove Arabic"
    stage.click(chip.close_button)
    assert gone == ["ar"]
