"""A field on the screen: label above, editor, hint or problem below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import set_role
from iq_desktop.wording.text import NOTHING, Text, joined, say

if TYPE_CHECKING:
    from iq_desktop.ui.kit.editor import Editor
    from iq_desktop.wording.tongue import Tongue


class FieldFrame(QWidget):
    """One field; a problem takes the place of the hint, what cannot be read goes before every other problem."""

    def __init__(self, editor: Editor, label: Text, hint: Text = NOTHING, parent: QWidget | None = None) -> None:
        """Set label, editor and hint below each other; an empty label leaves its line out (a tick tells its own)."""
        super().__init__(parent)
        self.editor = editor
        self.label = SpeakingLabel(label, "label", self)
        self._hint = hint
        self._problem: Problem | None = None
        self._misread = NOTHING
        self.note = SpeakingLabel(hint, "hint", self)
        self._mark = Mark("warn", self)
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        self.label.setVisible(label is not NOTHING)
        lines.addWidget(self.label)
        lines.addWidget(editor)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.note, 1)
        lines.addLayout(below)
        lines.addStretch(1)
        self.label.setBuddy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        editor.misread.connect(self._show_misread)
        self._show_note()

    def speak(self, tongue: Tongue) -> None:
        """Name the editor for screen readers."""
        label, note = tongue.speak(self.label.said), tongue.speak(self.note.said)
        self.editor.name_for_readers(label)
        self.editor.setAccessibleDescription(note)

    def sizeHint(self) -> QSize:
        """Return the width that editor and label want; the note below may wrap."""
        label = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 4
        return QSize(max(self.editor.wanted_width(), label), super().sizeHint().height())

    def add_below(self, part: QWidget) -> None:
        """Put a part between the editor and the hint, such as an offer for the field."""
        part.setParent(self)
        self._lines.insertWidget(self._lines.indexOf(self.editor) + 1, part)

    def show_problem(self, problem: Problem | None) -> None:
        """Show what is to be mended here, or nothing."""
        self._problem = problem
        self._show_note()

    def _show_misread(self, text: Text) -> None:
        self._misread = text
        self._show_note()

    def _show_note(self) -> None:
        role, text = "hint", self._hint
        if self._misread is not NOTHING:
            role, text = "danger", say("{problem}\nNot saved yet.", problem=self._misread)
        elif self._problem is not None:
            role = "warn" if self._problem.weight is Weight.WRONG else "open"
            text = joined((self._problem.text, *(need.label for need in self._problem.needs)))
        self._mark.setVisible(role != "hint")
        self._mark.show_kind(role if role != "hint" else "open")
        set_role(self.note, "hint" if role == "open" else role)
        self.note.show_text(text)
        self.note.setVisible(text is not NOTHING)
