"""The head of an open case: who it is, how one talks, whether everything is saved, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.open_tasks import open_tasks
from iq_desktop.ui.kit.saved_mark import SavedMark, SavedState
from iq_desktop.ui.kit.short_label import ShortButton, ShortLabel
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.next_clock import NextClock
from iq_desktop.ui.shell.niq_light import NiqLightButton
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.wording.tongue import Tongue


class CaseHeader(QWidget):
    """Name, own script, number, language, interpreter; the mark of an invented client; saved, undo, redo.

    `clock_wanted` carries the identity of the procedure whose clock ends first; `tasks_wanted` leads to what is to do.
    """

    niq_wanted = Signal()
    clock_wanted = Signal(str)
    tasks_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the head and follow the open case."""
        super().__init__(parent)
        self._open_case = open_case
        self.name = ShortLabel("heading", self)
        self.own_script = ShortLabel("muted", self)
        self.facts = ShortLabel("muted", self)
        self.invented = _Badge(say("Invented"), self)
        self.niq = NiqLightButton(self)
        self.clock = NextClock(self)
        self.tasks = ShortButton(NOTHING, "plain", "flag", self)
        self.tasks.setObjectName("open_tasks")
        self.tasks.hide()
        self.saved_mark = SavedMark(self)
        self.undo = SpeakingButton(say("Undo (Ctrl+Z)"), "icon", "undo", self)
        self.redo = SpeakingButton(say("Redo (Ctrl+Shift+Z)"), "icon", "redo", self)
        self._place()
        self.niq.wanted.connect(self.niq_wanted)
        self.clock.wanted.connect(self.clock_wanted)
        self.tasks.clicked.connect(self.tasks_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        open_case.changed.connect(self.show_case)
        for signal in (open_case.saving, open_case.saved, open_case.failed):
            signal.connect(self._show_saved)

    def _place(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(STEP + 4)
        names.addWidget(self.name)
        names.addWidget(self.own_script)
        names.addWidget(self.invented)
        names.addStretch(1)
        for part in (self.saved_mark, self.undo, self.redo):
            names.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(STEP)
        below.addWidget(self.facts)
        below.addStretch(1)
        below.addWidget(self.tasks)
        below.addWidget(self.clock)
        below.addWidget(self.niq)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addLayout(names)
        lines.addLayout(below)

    def show_case(self, case: CaseFile) -> None:
        """Show whose case it is."""
        self.own_script.show_words(case.client.own_script_name)
        self.own_script.setVisible(bool(case.client.own_script_name))
        self.invented.setVisible(case.is_invented)
        count = len(open_tasks(case))
        self.tasks.setVisible(bool(count))
        self.tasks.show_text(say_count("{count} task", "{count} tasks", count=count))
        self.undo.setEnabled(self._open_case.can_undo)
        self.redo.setEnabled(self._open_case.can_redo)
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def forget(self) -> None:
        """Name nobody any more."""
        for label in (self.name, self.own_script, self.facts):
            label.show_words("")
        self.clock.show_clock(None)
        self.tasks.hide()

    def speak(self, tongue: Tongue) -> None:
        """Show the name, or what stands in for it, and the facts in a tongue."""
        if not self._open_case.is_open:
            return
        case = self._open_case.case
        self.name.show_words(case.client.full_name or tongue.speak(say("Without a name")))
        self.facts.show_words(_facts(case, tongue))

    def _show_saved(self) -> None:
        state = SavedState.SAVED if self._open_case.is_saved else SavedState.SAVING
        self.saved_mark.show_state(SavedState.NOT_SAVED if self._open_case.problem else state)
        self.undo.setEnabled(self._open_case.can_undo)
        self.redo.setEnabled(self._open_case.can_redo)


def _facts(case: CaseFile, tongue: Tongue) -> str:
    contact = case.contact
    parts = [say("Case {number}", number=case.number)]
    if case.kind is CaseKind.SHORT:
        parts.append(say("Short consultation"))
    if contact.client_language:
        parts.append(as_it_is(tongue.language_name(contact.client_language)))
    if contact.interpreting is not None:
        parts.append(say("Interpreter: {kind}", kind=contact.interpreting.label))
    return " · ".join(tongue.speak(part) for part in parts)


class _Badge(QFrame):
    """A word in a rounded field that cannot be overlooked and does not shout."""

    def __init__(self, text: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP + 2, 2, STEP + 2, 2)
        row.addWidget(SpeakingLabel(text, "", self, wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
