"""The keys of the window work in every field; Ctrl+Z takes back a word while it is typed, else a step in the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from iq_desktop.ui.shell.keys import KeyWay, bind_keys, native_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def typable_list() -> QComboBox:
    box = QComboBox()
    box.addItems(["", "Syrien", "Türkei"])
    box.setEditable(True)
    return box


@pytest.fixture
def undone() -> list[str]:
    return []


@pytest.fixture
def show(qtbot: QtBot, undone: list[str]) -> Callable[[QWidget], None]:
    """Show a field with the focus in a window whose Ctrl+Z undoes in the case."""
    window = QWidget()
    lines = QVBoxLayout(window)
    keys = {"Ctrl+Z": lambda: undone.append("case"), "Ctrl+K": lambda: undone.append("found")}
    bind_keys(window, keys)
    way = KeyWay(keys, window)
    qtbot.addWidget(window)

    def show_field(field: QWidget) -> None:
        assert way.parent() is window
        lines.addWidget(field)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        field.setFocus()

    return show_field


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, typable_list, QComboBox])
def test_a_field_in_which_nothing_is_typed_leaves_the_key_to_the_case(
    show: Callable[[QWidget], None], undone: list[str], make: Callable[[], QWidget]
) -> None:
    field = make()
    show(field)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["case"]


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, typable_list, QComboBox])
def test_a_key_of_the_window_reaches_it_from_inside_a_field_that_knows_the_key(
    show: Callable[[QWidget], None], undone: list[str], make: Callable[[], QWidget]
) -> None:
    field = make()
    show(field)
    QTest.keyClick(field, Qt.Key.Key_X)
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["found"]


@pytest.mark.parametrize("make", [QLineEdit, QTextEdit, typable_list])
def test_words_being_typed_are_taken_back_first(
    show: Callable[[QWidget], None], undone: list[str], make: Callable[[], QWidget]
) -> None:
    field = make()
    show(field)
    QTest.keyClick(field, Qt.Key.Key_X)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []


@pytest.mark.parametrize(
    ("keys", "shown"), [("Alt+Down", "Alt+↓"), ("Down", "↓"), ("Ctrl+1 … 4", "Ctrl+1 … 4"), ("Ctrl+Z", "Ctrl+Z")]
)
@pytest.mark.usefixtures("qapp")
def test_keys_are_called_as_they_stand_on_the_keyboard(keys: str, shown: str) -> None:
    assert native_keys(keys) == shown


@pytest.mark.parametrize(("key", "repeats"), [("F9", False), ("F12", False), ("Ctrl+Z", True)])
def test_a_held_key_turns_the_screen_once(qtbot: QtBot, key: str, *, repeats: bool) -> None:
    """The client's window is left by a held F9: its repetitions would open it again."""
    window = QWidget()
    qtbot.addWidget(window)
    (shortcut,) = bind_keys(window, {key: window.update})
    assert shortcut.autoRepeat() is repeats
