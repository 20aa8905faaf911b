"""The fixtures that keep tests clean see what they are made to see."""

from __future__ import annotations

import gc
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from tests.support.cleanliness import QtTraces, ThreadTraces, refuse_modal_dialogs
from tests.support.network import NetworkRefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.support.network import Attempts


def test_the_network_is_refused_and_the_attempt_is_kept(no_network: Attempts) -> None:
    with socket.socket() as plug, pytest.raises(NetworkRefusedError):
        plug.connect(("127.0.0.1", 9))
    with pytest.raises(NetworkRefusedError):
        socket.getaddrinfo("example.org", 443)
    assert len(no_network) == 2
    no_network.clear()  # else this test would fail, as it should


def test_a_thread_that_ends_is_no_trace_and_one_that_stays_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.cleanliness._PATIENCE", 0.01)
    stop = threading.Event()
    traces = ThreadTraces.now()
    thread = threading.Thread(target=stop.wait, name="stays")
    thread.start()
    assert traces.left() == ["stays"]
    stop.set()
    thread.join()
    assert traces.left() == []


def test_a_widget_left_over_is_named_and_cleared_away(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QWidget

    traces = QtTraces.now()
    widget = QWidget()
    widget.setObjectName("forgotten")
    widget.show()
    assert traces.left() == ["QWidget 'forgotten'"]
    assert traces.left() == []
    assert widget not in qapp.topLevelWidgets()


def test_a_page_that_nobody_holds_lives_as_long_as_its_test(qtbot: QtBot) -> None:
    import shiboken6
    from PySide6.QtWidgets import QLabel, QWidget

    page = QWidget()
    part = QLabel(page)
    page.__dict__["itself"] = page  # as pages know themselves through what they connect
    qtbot.addWidget(page)
    del page
    gc.collect()
    assert shiboken6.isValid(part)


def test_a_widget_that_was_there_before_is_nobodys_fault(qapp: QApplication) -> None:
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    assert QtTraces.now().left() == []
    widget.deleteLater()
    assert widget in qapp.topLevelWidgets()


def test_a_running_timer_and_a_running_thread_are_named_and_stopped(qapp: QApplication) -> None:
    from PySide6.QtCore import QThread, QTimer

    traces = QtTraces.now()
    timer, thread = QTimer(qapp), QThread(qapp)
    timer.setObjectName("tick")
    thread.setObjectName("worker")
    timer.start(60_000)
    thread.start()
    assert sorted(traces.left()) == ["running QThread 'worker'", "running QTimer 'tick'"]
    assert not timer.isActive()
    assert thread.isFinished()
    timer.deleteLater()
    thread.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_dialogs_are_answered_and_remembered() -> None:
    from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

    with refuse_modal_dialogs() as seen:
        assert QMessageBox.question(None, "Delete?", "Really?") is QMessageBox.StandardButton.Cancel
        assert QFileDialog.getSaveFileName(None, "Save") == ("", "")
        box = QMessageBox()
        assert box.exec() == QDialog.DialogCode.Rejected.value
        box.deleteLater()
    assert [line.split("(")[0] for line in seen] == [
        "QMessageBox.question",
        "QFileDialog.getSaveFileName",
        "QDialog.exec",
    ]


def test_the_fonts_of_the_program_are_there(qapp: QApplication, project_folder: Path) -> None:
    from PySide6.QtGui import QFontDatabase

    assert qapp is not None
    assert (project_folder / "resources" / "fonts").is_dir()
    assert {"Noto Sans", "Noto Sans Arabic"} <= set(QFontDatabase.families())
