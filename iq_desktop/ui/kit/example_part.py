"""An example from life for a competence: a button that opens a note, and the words while the note is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.text_editors import NoteEditor
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

_BUTTON: Final = 34


class ExamplePart(QWidget):
    """The example below a row; `button` is set beside the scales by the row; `committed` carries new words."""

    committed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Build the button; the note is built when it is first wanted."""
        super().__init__(parent)
        self.setObjectName("example_part")
        self._value = ""
        self._name = name
        self.button = SpeakingButton(NOTHING, "icon", "example", parent)
        measure_by_text(self.button, width=_BUTTON, height=_BUTTON)
        self.words = SpeakingLabel(NOTHING, "hint", self)
        self.note: NoteEditor | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 4)
        self._lines.addWidget(self.words)
        self.hide()
        self.button.clicked.connect(self._turn)

    def name_row(self, name: str) -> None:
        """Say to which competence the example belongs."""
        self._name = name
        self.button.said = say("Example for {name}", name=name)

    def show_value(self, words: str) -> None:
        """Show an example; never emits, and leaves half-typed words alone."""
        self._value = words
        if self.note is not None:
            self.note.show_value(words)
        self._show()

    def open_part(self, _name: str) -> None:
        """Show the note, to put words back into it."""
        if self.note is None or self.note.isHidden():
            self._turn()

    def flush(self) -> bool:
        """Report what was typed and not yet reported; returns that it could be read."""
        return self.note is None or self.note.flush()

    def speak(self, tongue: Tongue) -> None:
        """Name the note for screen readers."""
        if self.note is not None:
            words = tongue.speak(say("Example for {name}", name=self._name))
            self.note.name_for_readers(words)
            self.note.field.setPlaceholderText(tongue.speak(say("What did you do yourself, where, how often?")))

    def _turn(self) -> None:
        if self.note is None:
            self.note = NoteEditor("example", self)
            self._lines.addWidget(self.note)
            self.note.show_value(self._value)
            self.note.committed.connect(self._take)
            self.note.hide()
            speak_part(self)
        is_open = self.note.isHidden()
        if not is_open:
            self.note.flush()
        self.note.setVisible(is_open)
        self._show()
        (self.note if is_open else self.button).setFocus()

    def _take(self, words: Any) -> None:
        self._value = words
        self.committed.emit(words)

    def _show(self) -> None:
        is_open = self.note is not None and not self.note.isHidden()
        self.words.show_text(_quoted(self._value))
        self.words.setVisible(bool(self._value) and not is_open)
        self.setVisible(bool(self._value) or is_open)


def _quoted(words: str) -> Text:
    return say("Example: {words}", words=words) if words else NOTHING
