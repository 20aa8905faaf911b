"""The strip of a clock: painted as far as it is, pauses hatched, told in words to who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from iq_desktop.ui.kit.clock_strip import ClockStrip
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.strip_words import StripWords
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say
from tests.support.tongues import english

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

WORDS = StripWords(
    say("Decision of the body"),
    say("day {day} of {days}", day=40, days=100),
    say("today is the last day"),
    share=0.4,
    spans=((0.5, False), (0.2, True), (0.3, False)),
)


def a_strip(qtbot: QtBot, words: StripWords) -> ClockStrip:
    strip = ClockStrip()
    qtbot.addWidget(strip)
    speak_tree(strip, english())
    strip.show_words(words)
    strip.resize(420, 120)
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


def colour_at(strip: ClockStrip, share: float) -> QColor:
    picture = strip.bar.grab().toImage()
    return picture.pixelColor(int((picture.width() - 1) * share), picture.height() // 2)


def test_the_bar_is_filled_as_far_as_it_is(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, WORDS)
    assert colour_at(strip, 0.2).name() == colours_now().accent
    assert colour_at(strip, 0.9).name() == colours_now().raised


def test_a_late_one_wears_another_colour_and_another_mark(qtbot: QtBot) -> None:
    late = StripWords(WORDS.title, WORDS.how_far, WORDS.until, advice=say("Cancel"), kind="danger", share=1.0)
    strip = a_strip(qtbot, late)
    assert colour_at(strip, 0.5).name() == colours_now().danger
    assert strip.mark.kind == "danger"
    assert strip.advice.isVisible()


def test_it_runs_from_the_right_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, WORDS)
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colour_at(strip, 0.8).name() == colours_now().accent
    assert colour_at(strip, 0.1).name() == colours_now().raised


def test_a_pause_is_hatched_and_not_only_coloured(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, WORDS)
    picture = strip.bar.grab().toImage()
    row = picture.height() // 2
    inside = range(int(picture.width() * 0.55), int(picture.width() * 0.65))
    assert len({picture.pixelColor(at, row).name() for at in inside}) > 2


@pytest.mark.parametrize("kind", ["runs", "paused", "danger", "good"])
def test_the_whole_strip_is_told_in_words(qtbot: QtBot, kind: str) -> None:
    words = StripWords(WORDS.title, WORDS.how_far, WORDS.until, kind=kind, share=0.4)
    strip = a_strip(qtbot, words)
    assert strip.accessibleName() == "Decision of the body, today is the last day, day 40 of 100"
    assert strip.bar.accessibleName()


def test_without_an_end_there_is_no_bar(qtbot: QtBot) -> None:
    strip = a_strip(qtbot, StripWords(WORDS.title, WORDS.how_far, WORDS.until))
    assert not strip.bar.isVisible()
