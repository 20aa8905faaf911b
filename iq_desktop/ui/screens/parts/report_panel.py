"""What of the ticked cases can be reported to NIQ: how many, what is left out and why, and the button that saves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.painted import Tick
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.niq_reports import NiqPlan
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

_MOST: Final = 4


class ReportPanel(LineList):
    """The panel; `wanted` carries identities of cases and a form, `opened` the identity of a case that is left out."""

    wanted = Signal(object, object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the hidden panel."""
        super().__init__(say("Report to NIQ"), parent=parent, most=_MOST)
        self.setObjectName("report_panel")
        self._plan, self._form = NiqPlan(), NiqForm.FORM
        self.words = SpeakingLabel(NOTHING, "strong", self)
        self.left = SpeakingLabel(say("These are left out:"), "muted", self)
        self.also = Tick(NOTHING, self)
        self.save = SpeakingButton(say("Save the records"), "primary", "save", self)
        self.cancel = SpeakingButton(say("Cancel"), "", parent=self)
        for place, part in enumerate((self.words, self.also, self.left), 1):
            self.body.insertWidget(place, part)
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.add(buttons)
        self.also.toggled.connect(self._show_words)
        self.save.clicked.connect(self._want)
        self.cancel.clicked.connect(self.hide)
        self.chosen.connect(self.opened)
        self.hide()

    def show_plan(self, form: NiqForm, plan: NiqPlan) -> None:
        """Show what can be reported in a form of file."""
        self._plan, self._form = plan, form
        self.also.said = say_count(
            "Also report {count} incomplete case", "Also report {count} incomplete cases", count=len(plan.incomplete)
        )
        tongue = find_tongue(self)
        if tongue is not None:
            self.also.speak(tongue)
        self.also.setChecked(False)
        self.also.setVisible(bool(plan.incomplete))
        self.left.setVisible(bool(plan.left_out))
        names = [(one, as_it_is(" · ".join(part for part in (one.number, one.name) if part))) for one in plan.left_out]
        self.show_lines([Line("danger", name, one.reason, value=one.case_id) for one, name in names])
        self._show_words()
        self.show()
        self.save.setFocus() if self.save.isEnabled() else self.cancel.setFocus()

    def _show_words(self) -> None:
        count = len(self._plan.chosen(with_incomplete=self.also.isChecked()))
        self.words.show_text(say_count("{count} case will be reported", "{count} cases will be reported", count=count))
        self.save.setEnabled(count > 0)

    def _want(self) -> None:
        self.hide()
        self.wanted.emit(self._plan.chosen(with_incomplete=self.also.isChecked()), self._form)
