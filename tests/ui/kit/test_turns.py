"""Turns: long work gives way to events, ends, and is replaced by newer work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iq_desktop.ui.kit.speaking import SpeakingLabel, find_tongue, speak_in_turns, speak_tree
from iq_desktop.ui.kit.turns import Turns
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from iq_desktop.wording.tongue import Tongue


class Slow:
    """Work of a few pieces, each longer than a turn."""

    def __init__(self, pieces: int) -> None:
        self.done = 0
        self._pieces = pieces

    def __iter__(self) -> Iterator[None]:
        for _ in range(self._pieces):
            begun = time.perf_counter()
            while time.perf_counter() < begun + 0.01:
                pass
            self.done += 1
            yield


class Listener(QObject):
    """Notes how far the work was when an event came."""

    def __init__(self, work: Slow) -> None:
        super().__init__()
        self.work, self.seen = work, -1

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self.seen = self.work.done
        return super().event(event)


@pytest.fixture
def turns(qapp: QApplication) -> Iterator[Turns]:
    owner = QObject(qapp)
    yield Turns(owner)
    owner.deleteLater()


def test_events_come_between_the_turns(turns: Turns, qtbot: QtBot) -> None:
    work = Slow(4)
    listener = Listener(work)
    turns.begin(iter(work))
    qtbot.waitUntil(lambda: work.done > 0)
    QApplication.postEvent(listener, QEvent(QEvent.Type.User))
    qtbot.waitUntil(lambda: turns.is_done)
    assert work.done == 4
    assert 0 < listener.seen < 4


def test_newer_work_takes_the_place_of_the_older(turns: Turns, qtbot: QtBot) -> None:
    older, newer = Slow(50), Slow(2)
    turns.begin(iter(older))
    qtbot.waitUntil(lambda: older.done > 0)
    turns.begin(iter(newer))
    qtbot.waitUntil(lambda: turns.is_done)
    assert newer.done == 2
    assert older.done < 50


def test_work_may_begin_other_work(turns: Turns, qtbot: QtBot) -> None:
    newer = Slow(2)

    def older() -> Iterator[None]:
        turns.begin(iter(newer))
        yield

    turns.begin(older())
    qtbot.waitUntil(lambda: turns.is_done)
    assert newer.done == 2


def test_what_is_seen_is_spoken_first_and_what_goes_is_left(qtbot: QtBot, english: Tongue, german: Tongue) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    hidden, seen, going = (SpeakingLabel(say("Cancel"), parent=window) for _ in range(3))
    speak_tree(window, english)
    hidden.hide()
    window.show()
    work = speak_in_turns(window, german)
    next(work)
    assert (seen.text(), hidden.text()) == ("Abbrechen", "Cancel")
    assert find_tongue(QLabel(window)) is german
    going.setParent(None)
    going.deleteLater()
    QApplication.sendPostedEvents(going, QEvent.Type.DeferredDelete.value)
    assert list(work)
    assert hidden.text() == "Abbrechen"
