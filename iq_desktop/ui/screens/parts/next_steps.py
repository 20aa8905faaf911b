"""What may follow in something that goes step by step: a day, and a button for each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.forms.procedure_forms import NEXT_STEP_DAY
from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iq_desktop.domain.choice import Choice


class NextSteps(QWidget):
    """A day, today at first, and a button for each step that may follow; `wanted` carries the step and the day."""

    wanted = Signal(object, object)

    def __init__(self, today: dt.date, parent: QWidget) -> None:
        """Begin without offers."""
        super().__init__(parent)
        self._today = today
        self.title = SpeakingLabel(say("What happened next?"), "strong", self)
        self.day = make_frame(NEXT_STEP_DAY, self)
        self._chosen: dt.date | None = today
        self.day.editor.show_value(today)
        self.day.editor.committed.connect(self._take_day)
        self.buttons: dict[Choice, SpeakingButton] = {}
        self._flow = FlowLayout(gap=STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.title)
        lines.addWidget(self.day)
        lines.addLayout(self._flow)

    def show_offers(self, kinds: Sequence[Choice]) -> None:
        """Offer these steps; nothing moves where they are the same as before."""
        self.setVisible(bool(kinds))
        if tuple(self.buttons) == tuple(kinds):
            return
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {kind: SpeakingButton(kind.label, "", "plus", self) for kind in kinds}
        for kind, button in self.buttons.items():
            button.setObjectName(f"step_{kind.value}")
            self._flow.addWidget(button)
            button.clicked.connect(self._choose)
            speak_part(button)
            button.show()

    def put_cursor(self) -> None:
        """Put the cursor on the first step that is offered."""
        first: Any = next(iter(self.buttons.values()), self.day.editor)
        first.setFocus()

    def _choose(self) -> None:
        if not self.day.editor.flush():  # a day that cannot be read is not noted as another one
            self.day.editor.setFocus()
            return
        kind = next(kind for kind, button in self.buttons.items() if button is self.sender())
        self.wanted.emit(kind, self._chosen or self._today)

    def _take_day(self, day: dt.date | None) -> None:
        self._chosen = day
