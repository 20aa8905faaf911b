"""Several answers as rounded tick boxes: counts, what is hidden, one report for each press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.course import CourseKind
from iq_desktop.ui.kit.toggles import TogglesEditor
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage


def make(stage: Stage) -> tuple[TogglesEditor, list[object]]:
    editor = TogglesEditor("kinds", CourseKind, say("Kinds of courses"))
    stage.show(editor, 900, 120)
    editor.show_value(())
    told: list[object] = []
    editor.committed.connect(told.append)
    return editor, told


def test_each_press_reports_all_chosen_answers_in_their_order(stage: Stage) -> None:
    editor, told = make(stage)
    stage.click(editor.toggles[CourseKind.PARTIAL])
    stage.click(editor.toggles[CourseKind.INTEGRATION])
    QTest.keyClick(editor.toggles[CourseKind.PARTIAL], Qt.Key.Key_Space)
    assert told == [(CourseKind.PARTIAL,), (CourseKind.INTEGRATION, CourseKind.PARTIAL), (CourseKind.INTEGRATION,)]


def test_showing_never_reports(stage: Stage) -> None:
    editor, told = make(stage)
    editor.show_value((CourseKind.GERMAN,))
    assert [kind for kind, toggle in editor.toggles.items() if toggle.isChecked()] == [CourseKind.GERMAN]
    assert told == []


def test_what_would_find_nothing_is_hidden_unless_it_is_chosen(stage: Stage) -> None:
    editor, _told = make(stage)
    editor.show_value((CourseKind.OTHER,))
    editor.show_counts({CourseKind.INTEGRATION: 12})
    shown = {kind for kind, toggle in editor.toggles.items() if not toggle.isHidden()}
    assert shown == {CourseKind.INTEGRATION, CourseKind.OTHER}
    assert editor.toggles[CourseKind.INTEGRATION].accessibleName() == "Integration course, 12"
    assert editor.accessibleName() == "Kinds of courses"


def test_choosing_moves_nothing_and_no_words_are_cut(stage: Stage) -> None:
    editor, _told = make(stage)
    toggle = editor.toggles[CourseKind.ADAPTATION]
    before = toggle.sizeHint()
    toggle.setChecked(True)
    assert toggle.sizeHint() == before
    assert toggle.width() >= before.width()
    editor.grab()
