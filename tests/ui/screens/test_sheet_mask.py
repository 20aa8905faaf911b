"""The mask for sheets: one key a line, numbers of the ranking, words; and the way to it by the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.ui.screens.parts.sheet_mask import SheetMask
from tests.support.talks import a_talk
from tests.support.tongues import german

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from iq_desktop.domain.talk_conversation import Conversation


@pytest.fixture
def mask(qtbot: QtBot) -> SheetMask:
    mask = SheetMask()
    qtbot.addWidget(mask)
    mask.resize(1000, 700)
    mask.begin(a_talk("key-competences"), "de")
    mask.table.speak(german())
    return mask


def filled(qtbot: QtBot, mask: SheetMask) -> Conversation:
    with qtbot.waitSignal(mask.filled) as kept:
        mask.keep.click()
    assert kept.args is not None
    talk: Conversation = kept.args[0]
    return talk


def test_one_key_for_each_line_and_back_with_backspace(qtbot: QtBot, mask: SheetMask) -> None:
    QTest.keyClicks(mask.table, "3309")
    assert (mask.typing.at, mask.typing.answered) == (3, 2)
    QTest.keyClick(mask.table, Qt.Key.Key_Backspace)
    QTest.keyClicks(mask.table, "1")
    told = filled(qtbot, mask).told
    assert [answer.value for answer in told.values()] == [3, 3, 1]
    first = mask.table.rows[0]
    assert first.words == "Ich höre anderen gut zu."
    assert first.ticked == "Das kann ich gut"


def test_the_ranking_and_its_examples_come_back_by_the_numbers_of_their_lines(qtbot: QtBot, mask: SheetMask) -> None:
    mask.rankings["strongest"].line.setText("12 1")
    number, words = mask.examples[next(iter(mask.examples))][0]
    number.line.setText("12")
    words.line.setText("Im Laden")
    talk = filled(qtbot, mask)
    codes = [line.item.code for line in mask.typing.lines]
    assert talk.told[f"strongest.{codes[11]}"].value == 1
    assert [answer.words for answer in talk.answers if answer.words] == ["Im Laden"]


@pytest.mark.parametrize("typed", ["999", "1 1", "eins"])
def test_numbers_that_cannot_be_are_told_and_nothing_is_kept(qtbot: QtBot, mask: SheetMask, typed: str) -> None:
    mask.rankings["strongest"].line.setText(typed)
    with qtbot.assertNotEmitted(mask.filled):
        mask.keep.click()
    assert "numbers of lines" in mask.trouble.said.message


def test_another_sheet_begins_without_the_ticks_of_the_one_before(mask: SheetMask) -> None:
    mask.typing = mask.typing.__class__(mask.typing.lines, 2, {1: 3, 2: 1})
    mask.begin(a_talk("conditions"), "de")
    assert (mask.typing.at, mask.typing.answered) == (0, 0)
    assert mask.rankings == {}
    assert list(mask.words) == ["more.wish"]
