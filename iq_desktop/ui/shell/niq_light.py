"""The light of the documentation NIQ in the head of a case: what its record still lacks, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.niq_report import ReportState
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.usecases.missing import niq_words
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile

MARKS: Final = {NiqLight.RED: "danger", NiqLight.AMBER: "warn", NiqLight.GREEN: "good"}
"""The mark of each light."""


class NiqLightButton(QWidget):
    """Mark and words; `wanted` when somebody wants to see what is missing."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the light."""
        super().__init__(parent)
        self._mark = Mark("open", self)
        self.button = ShortButton(NOTHING, "plain", parent=self)
        self.button.setObjectName("niq_light")
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._mark)
        row.addWidget(self.button)

    def show_case(self, case: CaseFile, today: dt.date, report: ReportState = ReportState.NOT_REPORTED) -> None:
        """Show how far the record of a case has come, and whether it went; a short consultation has none."""
        self.setVisible(case.kind is CaseKind.FULL)
        state = niq_state(case, today)
        is_changed = report is ReportState.CHANGED and state.light is NiqLight.GREEN
        self._mark.show_kind("warn" if is_changed else MARKS[state.light])
        self.button.show_text(niq_words(state, report))
