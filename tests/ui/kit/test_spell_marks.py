"""Waves under misspelt words of a note: from its first focus on, not under the word being typed, with a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from iq_desktop.ui.kit.background import Background
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.speller import Speller
from iq_desktop.ui.kit.text_editors import NoteEditor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage


@pytest.fixture
def speller(qapp: QApplication, project_folder: Path) -> Iterator[Speller]:
    background = Background()
    one = Speller(qapp, background, project_folder / "resources" / "spelling")
    yield one
    background.close()
    one.setParent(None)
    one.deleteLater()


@pytest.fixture
def note(stage: Stage, speller: Speller, german: Tongue) -> NoteEditor:
    """A note with two slips, looked through."""
    note = NoteEditor("note")
    note.show_value("Sie hat ein Zeugniss.\nDie Beratug war gut.")
    stage.tongue = german
    stage.show(note)
    assert marked(note) == []
    note.field.setFocus()
    stage.bot.waitUntil(lambda: speller.find("de") is not None)
    stage.bot.waitUntil(lambda: note.spelling.is_done)
    return note


def marked(note: NoteEditor) -> list[str]:
    """Return the words with a wave."""
    found = []
    block = note.field.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        found += [block.text()[one.start : one.start + one.length] for one in layout.formats()]
        block = block.next()
    return found


def test_slips_are_marked_when_the_note_is_first_used(note: NoteEditor) -> None:
    assert marked(note) == ["Zeugniss", "Beratug"]


def test_the_word_being_typed_is_marked_only_when_one_rests(note: NoteEditor, stage: Stage) -> None:
    note.field.moveCursor(QTextCursor.MoveOperation.End)
    stage.type(note.field, " Abschluß")
    assert marked(note) == ["Zeugniss", "Beratug"]
    stage.bot.waitUntil(lambda: note.spelling.is_done)
    assert marked(note) == ["Zeugniss", "Beratug", "Abschluß"]


def at(note: NoteEditor, word: str) -> QTextCursor:
    cursor = note.field.textCursor()
    cursor.setPosition(note.field.toPlainText().index(word) + 2)
    return cursor


def test_the_menu_mends_a_word_as_one_step(note: NoteEditor, stage: Stage) -> None:
    menu = QMenu(note)
    note.spelling.fill_menu(menu, at(note, "Zeugniss"))
    assert [act.text() for act in menu.actions()][:2] == ["Zeugnis", "Zeugnisse"]
    menu.actions()[0].trigger()
    assert note.field.toPlainText().startswith("Sie hat ein Zeugnis.")
    note.field.undo()
    assert "Zeugniss" in note.field.toPlainText()
    stage.bot.waitUntil(lambda: note.spelling.is_done)


def test_a_word_can_be_kept(note: NoteEditor, stage: Stage) -> None:
    menu = QMenu(note)
    note.spelling.fill_menu(menu, at(note, "Beratug"))
    keep = next(act for act in menu.actions() if "Beratug" in act.text())
    keep.trigger()
    stage.bot.waitUntil(lambda: marked(note) == ["Zeugniss"])


def test_right_words_bring_nothing_into_the_menu(note: NoteEditor) -> None:
    menu = QMenu(note)
    note.spelling.fill_menu(menu, at(note, "hat ein"))
    assert menu.actions() == []


def test_marking_is_no_typing(note: NoteEditor, stage: Stage) -> None:
    told: list[object] = []
    note.committed.connect(told.append)
    note.flush()
    assert told == []
    assert not note.field.document().isModified()
    assert note.field.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
    speak_tree(note, stage.tongue)
    assert told == []
