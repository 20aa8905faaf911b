"""One release from secrecy: who may be told what, and the button that withdraws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from iq_desktop.forms.follow_up_forms import RELEASE_FORM
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.consents import release_facts, release_title
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.consent import Release
    from iq_desktop.domain.problem import Problem


class ReleaseRow(PartRow):
    """A release; `withdrawn` carries it."""

    withdrawn = Signal(object)

    def __init__(self, release: Release, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        self.withdraw_button: SpeakingButton | None = None
        super().__init__(RELEASE_FORM, release, _describe, parent)

    def show_value(self, value: Any, problems: Sequence[Problem] = ()) -> None:
        """Show the release; what is withdrawn cannot be withdrawn again; never emits."""
        super().show_value(value, problems)
        self._show_button()

    def _build_fields(self) -> None:
        self.withdraw_button = SpeakingButton(say("Withdraw"), "", "close", self.body)
        self.withdraw_button.clicked.connect(self._withdraw)
        self.inside.addWidget(self.withdraw_button, 0, Qt.AlignmentFlag.AlignLeft)
        super()._build_fields()
        self._show_button()

    def _show_button(self) -> None:
        if self.withdraw_button is not None:
            self.withdraw_button.setVisible(self.value.withdrawn_on is None)
        if self.fields is not None:
            self.fields.frames["withdrawn_on"].setVisible(self.value.withdrawn_on is not None)

    def _withdraw(self) -> None:
        self.withdrawn.emit(self.value)


def _describe(release: Release) -> Described:
    mark = "good" if release.is_valid else "open"
    end = say("withdrawn") if release.withdrawn_on else NOTHING
    return Described(mark, release_title(release), release_facts(release), end)
