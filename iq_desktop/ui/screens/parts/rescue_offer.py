"""What the unlock screen offers for a damaged vault, and what a rescue brought back and did not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.vault_health import words_of
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from iq_desktop.usecases.vault_health import Rescue
    from iq_desktop.wording.tongue import Tongue

_HIGHEST: Final = 180
"""Pixels of the list of what is missing."""


class RescueOffer(QWidget):
    """Offers to set a damaged vault aside and to rescue what can be read; `wanted` when somebody wants that."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the offer, which is hidden until there is something to offer or to tell."""
        super().__init__(parent)
        self.why = SpeakingLabel(NOTHING, "", self)
        self.act = SpeakingButton(say("Set it aside and rescue the readable cases"), "primary", parent=self)
        self.act.setObjectName("rescue")
        self.act.clicked.connect(self.wanted)
        inside = QWidget(self)
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, STEP, 0)
        self._lines.setSpacing(STEP // 2)
        self.missing = QScrollArea(self)
        self.missing.setObjectName("missing")
        self.missing.setFrameShape(QFrame.Shape.NoFrame)
        self.missing.setWidgetResizable(True)
        self.missing.setMaximumHeight(scaled(_HIGHEST))
        self.missing.setWidget(inside)
        for ground in (inside, self.missing.viewport()):
            ground.setAutoFillBackground(False)  # the card shows through
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        for part in (self.why, self.missing, self.act):
            lines.addWidget(part)
        self.hide()

    def speak(self, tongue: Tongue) -> None:
        """Name the list for screen readers."""
        self.missing.setAccessibleName(tongue.speak(say("What is missing")))

    def offer(self) -> None:
        """Show the offer."""
        self.why.show_text(
            say(
                "The damaged vault is kept beside the new one, with the day in its name; nothing is deleted. Passwords "
                "and the recovery code stay. Afterwards you see what is missing."
            )
        )
        self._show(is_offer=True)
        self.act.setFocus()

    def tell(self, rescue: Rescue) -> None:
        """Show what came back and what is missing."""
        self.why.show_text(
            say(
                "{cases} The damaged vault now lies in the folder “{folder}”; nothing was deleted.",
                cases=say_count("{count} case is there.", "{count} cases are there.", count=rescue.cases),
                folder=rescue.aside,
            )
        )
        for text in words_of(rescue):
            line = SpeakingLabel(text, "", self)
            self._lines.addWidget(line)
            speak_part(line)
        self._lines.addStretch(1)
        self._show(is_offer=False)
        self.missing.setVisible(not rescue.is_complete or bool(rescue.incomplete))

    def _show(self, *, is_offer: bool) -> None:
        self.act.setVisible(is_offer)
        self.missing.setVisible(False)
        self.show()
