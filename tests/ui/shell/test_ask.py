"""Questions through the system's windows."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from iq_desktop.ui.shell.ask import PDF, QtAsk, with_ending
from iq_desktop.wording.text import say
from iq_desktop.wording.tongue import load_tongue

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from iq_desktop.wording.tongue import Tongue


@pytest.fixture
def ask(qtbot: QtBot, english: Tongue) -> QtAsk:
    window = QWidget()
    qtbot.addWidget(window)
    return QtAsk(window, lambda: english)


def test_a_file_to_save_gets_its_ending(ask: QtAsk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    asked: list[tuple[str, str, str]] = []

    def answer(_window: QWidget, title: str, name: str, kinds: str) -> tuple[str, str]:
        asked.append((title, name, kinds))
        return str(tmp_path / "profile"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    assert ask.where_to_save(say("Save"), "2026-0001.pdf", PDF) == tmp_path / "profile.pdf"
    assert asked == [("Save", str(documents / "2026-0001.pdf"), "PDF document (*.pdf)")]
    documents.rmdir()
    ask.where_to_save(say("Save"), "2026-0001.pdf", PDF)
    assert asked[1][1] == str(Path.home() / "2026-0001.pdf")


@pytest.mark.parametrize(
    ("typed", "name"), [("plan", "plan.pdf"), ("plan.PDF", "plan.PDF"), ("plan of 1.12", "plan of 1.12.pdf")]
)
def test_a_dot_in_a_name_is_no_ending(typed: str, name: str) -> None:
    assert with_ending(typed, PDF) == Path(name)


def _same(tongue: Tongue) -> Tongue:
    return tongue


def test_windows_of_qt_speak_the_language_of_the_desk(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, project_folder: Path
) -> None:
    window, heard = QWidget(), []
    qtbot.addWidget(window)

    def answer(*_asked: object) -> tuple[str, str]:
        heard.append(QCoreApplication.translate("QPlatformTheme", "Cancel"))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    for code in ("de", "en", "de"):
        tongue = load_tongue(code, project_folder / "translations")
        QtAsk(window, partial(_same, tongue)).which_file(say("Open"), PDF)
    assert heard == ["Abbrechen", "Cancel", "Abbrechen"]


def test_who_changes_their_mind_gets_nothing(ask: QtAsk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    assert ask.which_file(say("Open"), PDF) is None
    assert ask.which_folder(say("Open")) is None
    assert ask.where_to_save(say("Save"), "x.pdf", PDF) is None
