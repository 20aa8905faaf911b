"""A catalogue that lies in the vault: what, how much, how old, its acknowledgement, and what was skipped and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


class CatalogueRow(QWidget):
    """One catalogue; the report of skipped rows opens below it."""

    def __init__(self, state: CatalogueState, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.state = state
        self.title = SpeakingLabel(state.kind.label, "strong", self)
        self.facts = SpeakingLabel(NOTHING, "muted", self)
        self.notice = SpeakingLabel(state.notice, "hint", self)
        self.report = SpeakingLabel(NOTHING, "hint", self)
        self.report_button = SpeakingButton(NOTHING, "plain", "info", self)
        self.report_button.setCheckable(True)
        self.report_button.toggled.connect(self.report.setVisible)
        skipped = sum(one.count for one in state.skipped)
        self.report_button.show_text(say_count("{count} row left out", "{count} rows left out", count=skipped))
        self.report_button.setVisible(skipped > 0)
        self.notice.setVisible(state.notice is not NOTHING)
        self.report.hide()
        self._place()

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, STEP // 2, 0, STEP // 2)
        grid.setHorizontalSpacing(STEP + 4)
        grid.setVerticalSpacing(2)
        grid.addWidget(Mark("good", self, 20), 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.report_button, 0, 2, 2, 1)
        for number, part in enumerate((self.facts, self.notice, self.report), start=1):
            grid.addWidget(part, number, 1, 1, 1 if number == 1 else 2)
        grid.setColumnStretch(1, 1)

    def speak(self, tongue: Tongue) -> None:
        """Tell counts, version, dates and the report in a tongue."""
        self.facts.show_text(as_it_is(" · ".join(tongue.speak(fact) for fact in _facts(self.state))))
        lines = (
            say_count(
                "{count} row: {reason} (first in line {line})",
                "{count} rows: {reason} (first in line {line})",
                count=one.count,
                reason=one.reason,
                line=one.first_line,
            )
            for one in self.state.skipped
        )
        self.report.show_text(as_it_is("\n".join(tongue.speak(line) for line in lines)))


def _facts(state: CatalogueState) -> list[Text]:
    facts = [say("{count} {what}", count=count, what=what) for what, count in state.counts]
    if state.version:
        facts.append(say("version {version}", version=state.version))
    if state.published_on is not None:
        facts.append(say("as of {day}", day=state.published_on))
    facts.append(say("taken in on {day}", day=state.taken_in_on))
    return facts
