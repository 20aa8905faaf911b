"""The warning “grant first!” where the eye is: what to do first, and the way on with a reason; it locks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Notice
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.cost_words import warning_words
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.domain.grant_guard import GrantWarning
    from iq_desktop.wording.tongue import Tongue

_REASON: Final = say("Reason to go on without the grant")


class GrantPanel(Notice):
    """Hidden while there is nothing to warn of; `applied` where the grant was applied for, `left_out` with a reason."""

    applied = Signal()
    left_out = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the hidden panel."""
        super().__init__("danger", parent)
        self.setObjectName("grant_panel")
        self.mark = Mark("danger", self, 24)
        self.text = SpeakingLabel(NOTHING, "strong", self)
        self.advice = SpeakingLabel(NOTHING, "", self)
        self.apply_button = SpeakingButton(say("The grant was applied for today"), "primary", "check", self)
        self.apply_button.setObjectName("grant_applied")
        self.label = SpeakingLabel(_REASON, "label", self)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("grant_reason")
        self.label.setBuddy(self.reason)
        self.go_on = SpeakingButton(say("Go on without the grant"), "", "right", self)
        self.go_on.setObjectName("grant_left_out")
        self._place()
        self.apply_button.clicked.connect(self.applied)
        self.go_on.clicked.connect(self._leave_out)
        self.reason.returnPressed.connect(self._leave_out)
        self.hide()

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(STEP)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.reason, 1, 0)
        grid.addWidget(self.go_on, 1, 1)
        words = QVBoxLayout()
        words.setSpacing(STEP)
        words.addWidget(self.text)
        words.addWidget(self.advice)
        words.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addLayout(grid)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.reason.setAccessibleName(tongue.speak(_REASON))
        self.setAccessibleName(self.text.text())

    def show_warning(self, warning: GrantWarning | None) -> None:
        """Show a warning, or nothing; a reason that is being typed stays."""
        self.setVisible(warning is not None)
        if warning is None:
            self.reason.clear()
            return
        text, advice = warning_words(warning)
        self.text.show_text(text)
        self.advice.show_text(advice)
        self.setAccessibleName(self.text.text())

    def put_cursor(self) -> None:
        """Put the cursor on what to do first."""
        self.apply_button.setFocus()

    def _leave_out(self) -> None:
        self.left_out.emit(clean_line(self.reason.text()))
