"""One correction that the person asked for: what it said, what is right, and whether it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from iq_desktop.forms.rights_forms import CORRECTION_FORM
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.rights_words import correction_facts, correction_state, correction_title
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.keeping import Correction
    from iq_desktop.domain.problem import Problem


class CorrectionRow(PartRow):
    """A correction; `finished` carries it when it was carried out."""

    finished = Signal(object)

    def __init__(self, correction: Correction, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        self.finish_button: SpeakingButton | None = None
        super().__init__(CORRECTION_FORM, correction, _describe, parent)

    def show_value(self, value: Any, problems: Sequence[Problem] = ()) -> None:
        """Show the correction; what is done cannot be done again; never emits."""
        super().show_value(value, problems)
        self._show_button()

    def _build_fields(self) -> None:
        self.finish_button = SpeakingButton(say("Corrected in the case"), "", "check", self.body)
        self.finish_button.clicked.connect(self._finish)
        self.inside.addWidget(self.finish_button, 0, Qt.AlignmentFlag.AlignLeft)
        super()._build_fields()
        self._show_button()

    def _show_button(self) -> None:
        if self.finish_button is not None:
            self.finish_button.setVisible(self.value.is_open)

    def _finish(self) -> None:
        self.flush()
        self.finished.emit(self.value)


def _describe(correction: Correction) -> Described:
    icon = "open" if correction.is_open else "good" if correction.done_on else "info"
    title, facts = correction_title(correction), correction_facts(correction)
    return Described(icon, title, facts, correction_state(correction))
