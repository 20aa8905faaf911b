"""One entry of the journal in full: when, who, which case, and each thing that changed, old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.journal_columns import tell_entry
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.journal import JournalLine
    from iq_desktop.usecases.journal_words import Known


class JournalDetail(QFrame):
    """Shows the chosen entry; `case_wanted` carries the identity of its case: only its entries are wanted."""

    case_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, has_case_button: bool) -> None:
        """Build the empty place."""
        super().__init__(parent)
        self.setObjectName("journal_detail")
        self.setProperty("role", "tag")
        self._line: JournalLine | None = None
        self._has_case_button = has_case_button
        self._is_offered = True
        self.title = SpeakingLabel(NOTHING, "strong", self)
        self.about = SpeakingLabel(NOTHING, "muted", self)
        self.facts = SpeakingLabel(NOTHING, "", self)
        self.only_case = SpeakingButton(say("Only this case"), "", "filter", self)
        self.only_case.clicked.connect(self._want_case)
        inside = QWidget(self)
        words = QVBoxLayout(inside)
        words.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        words.setSpacing(STEP)
        for label in (self.title, self.about, self.facts):
            words.addWidget(label)
        words.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, STEP // 2, 0, STEP)
        lines.addWidget(PageArea(inside, None, self), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2 * STEP, 0, 2 * STEP, 0)
        foot.addWidget(self.only_case)
        lines.addLayout(foot)
        self.clear()

    def show_entry(self, line: JournalLine, known: Known) -> None:
        """Show an entry."""
        self._line = line
        told = tell_entry(line, known)
        self.title.show_text(told.title)
        self.about.show_text(told.about)
        self.facts.show_text(joined(told.facts, "\n"))
        self.facts.setVisible(bool(told.facts))
        self._show_button()

    def clear(self) -> None:
        """Show nothing: no entry is chosen."""
        self._line = None
        self.title.show_text(say("No entry is chosen."))
        for label in (self.about, self.facts):
            label.show_text(NOTHING)
        self._show_button()

    def show_case_button(self, *, is_offered: bool) -> None:
        """Offer to narrow the list to the case of the entry, or not."""
        self._is_offered = is_offered
        self._show_button()

    def _show_button(self) -> None:
        has_case = self._line is not None and bool(self._line.case_id)
        self.only_case.setVisible(self._has_case_button and self._is_offered and has_case)

    def _want_case(self) -> None:
        if self._line is not None:
            self.case_wanted.emit(self._line.case_id)
