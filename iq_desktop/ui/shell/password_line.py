"""A line for a password, which can be shown while nobody else looks on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, mark_wrong
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.wording.tongue import Tongue


class EntryLine(QLineEdit):
    """A line whose Return key goes to those who listen to `returnPressed`, and no further to what lies around it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Return key: else it would also press on what comes next."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PasswordLine(QWidget):
    """The line and the button that shows it; `entered` is emitted with the Return key."""

    entered = Signal()

    def __init__(self, name: str, label: Text, parent: QWidget | None = None) -> None:
        """Build line and button; `label` stands above it elsewhere and names it for screen readers."""
        super().__init__(parent)
        self._label = label
        self.line = EntryLine(self)
        self.line.setObjectName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_button = SpeakingButton(say("Show"), "plain", parent=self)
        self.show_button.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.line)
        self.show_button.toggled.connect(self._show_words)
        self.line.returnPressed.connect(self.entered)

    @property
    def words(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed and hide what comes next."""
        self.line.clear()
        self.show_button.setChecked(False)

    def mark_wrong(self, *, wrong: bool) -> None:
        """Draw the line as wrong or as usual."""
        mark_wrong(self.line, wrong=wrong)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.line.setAccessibleName(tongue.speak(self._label))

    def _show_words(self, is_shown: bool) -> None:  # noqa: FBT001  (a Qt slot)
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.show_button.show_text(say("Hide") if is_shown else say("Show"))


def label_for(text: Text, field: QWidget, parent: QWidget | None = None) -> SpeakingLabel:
    """Return the label of a field; its mnemonic and screen readers lead to the field."""
    label = SpeakingLabel(text, "label", parent)
    label.setBuddy(field)
    return label
