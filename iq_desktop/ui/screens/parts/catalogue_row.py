"""A catalogue that lies in the vault: what, how much, how old, what was skipped and why; renewed and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.course_sources import has_name
from iq_desktop.usecases.importing import can_remove, can_renew
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.imports import CatalogueState
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


class CatalogueRow(QWidget):
    """One catalogue; the report of skipped rows opens below it.

    `renewed` and `removed` carry its state; before it is removed, the row asks once more.
    """

    renewed = Signal(object)
    removed = Signal(object)

    def __init__(self, state: CatalogueState, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.state = state
        self.setObjectName(f"catalogue_{state.kind.value}_{state.id}")
        self.title = SpeakingLabel(title_words(state), "strong", self)
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
        self._make_acts()
        self._place()

    def _make_acts(self) -> None:
        name = self.state.version or self.state.id
        self.renew = SpeakingButton(say("Renew"), "plain", "import", self)
        self.remove = SpeakingButton(say("Remove {name}", name=name), "icon", "trash", self)
        self.sure = QWidget(self)
        question = say("Take this catalogue away? What was kept of it for somebody stays with the case.")
        self.question = SpeakingLabel(question, "", self.sure)
        self.yes = SpeakingButton(say("Take away"), "danger", "trash", self.sure)
        self.no = SpeakingButton(say("Keep it"), "", "", self.sure)
        flow = FlowLayout(self.sure, gap=STEP)
        for part in (self.question, self.yes, self.no):
            flow.addWidget(part)
        self.renew.setVisible(can_renew(self.state))
        self.renew.setAccessibleDescription(name)
        self.remove.setVisible(can_remove(self.state))
        self.sure.hide()
        self.renew.clicked.connect(self._renew)
        self.remove.clicked.connect(self._ask)
        self.yes.clicked.connect(self._remove)
        self.no.clicked.connect(self._keep)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be done with the catalogue while another one is taken in."""
        for button in (self.renew, self.remove, self.yes):
            button.setEnabled(not is_busy)

    def _ask(self) -> None:
        self.sure.show()
        self.no.setFocus()

    def _keep(self) -> None:
        self.sure.hide()
        self.remove.setFocus()

    def _remove(self) -> None:
        self.removed.emit(self.state)

    def _renew(self) -> None:
        self.renewed.emit(self.state)

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, STEP // 2, 0, STEP // 2)
        grid.setHorizontalSpacing(STEP + 4)
        grid.setVerticalSpacing(2)
        grid.addWidget(Mark("good", self, 20), 0, 0)
        grid.addWidget(self.title, 0, 1)
        for column, button in enumerate((self.report_button, self.renew, self.remove), start=2):
            grid.addWidget(button, 0, column, Qt.AlignmentFlag.AlignVCenter)
        for number, part in enumerate((self.facts, self.notice, self.report, self.sure), start=1):
            grid.addWidget(part, number, 1, 1, 4)
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


def title_words(state: CatalogueState) -> Text:
    """Return what a catalogue is; saved searches and tables of courses by the name they have."""
    return as_it_is(state.version) if has_name(state) else state.kind.label


def _facts(state: CatalogueState) -> list[Text]:
    facts = [say("{count} {what}", count=count, what=what) for what, count in state.counts]
    if state.version and not has_name(state):
        facts.append(say("version {version}", version=state.version))
    if state.published_on is not None:
        facts.append(say("as of {day}", day=state.published_on))
    facts.append(say("taken in on {day}", day=state.taken_in_on))
    return facts
