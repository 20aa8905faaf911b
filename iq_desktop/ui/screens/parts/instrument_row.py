"""One instrument in a list: its picture, what it is good for, how long it takes, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from iq_desktop.domain.assessment import Run
from iq_desktop.domain.instrument import Instrument, Rater
from iq_desktop.ui.client_view.shown_talk import cover_picture
from iq_desktop.ui.kit.drawing import DrawingView
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.talk_words import about_run, begin_words, how_long, in_ours
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

_PICTURE = 72


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """An instrument with the runs that a case has of it, newest last."""

    instrument: Instrument
    runs: tuple[Run, ...] = ()
    note: Text = NOTHING

    @property
    def id(self) -> str:
        """What tells it from others in the list."""
        return self.instrument.code


class InstrumentRow(TightRow):
    """A row; `begin_wanted` carries instrument and rater, `open_wanted` a run, `sheet_wanted` what goes to paper."""

    begin_wanted = Signal(object, object)
    open_wanted = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, entry: InstrumentEntry, parent: QWidget | None = None) -> None:
        """Build the row of an instrument."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName(f"instrument_{entry.id}")
        self.entry = entry
        self.picture = DrawingView(cover_picture(entry.instrument), _PICTURE, self)
        self.title = SpeakingLabel(as_it_is(""), "strong", self)
        self.purpose = SpeakingLabel(as_it_is(""), "", self)
        self.facts = SpeakingLabel(as_it_is(""), "hint", self)
        self._acts = QWidget(self)
        self._flow = FlowLayout(self._acts)
        policy = self._acts.sizePolicy()
        policy.setHeightForWidth(True)
        self._acts.setSizePolicy(policy)
        self._buttons: dict[QPushButton, Run | Rater | Instrument] = {}
        self._place()

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        for part in (self.title, self.purpose, self.facts):
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._runs = QVBoxLayout()
        self._runs.setSpacing(0)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP + 4)
        lines.setSpacing(STEP)
        lines.addLayout(row)
        lines.addLayout(self._runs)
        lines.addWidget(self._acts)

    def show_entry(self, entry: InstrumentEntry) -> None:
        """Show what can be done now: begin, go on, look at results."""
        if self._buttons and entry == self.entry:
            return
        self.entry = entry
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = {}
        for run in entry.runs:
            self._add_run(run)
        for rater in entry.instrument.raters:
            self._add(begin_words(rater), "plus", rater)
        self._add(say("Print as a sheet"), "print", entry.instrument)
        self.facts.show_text(joined((how_long(entry.instrument), entry.note)))

    def speak(self, tongue: Tongue) -> None:
        """Name the instrument in the adviser's language."""
        instrument = self.entry.instrument
        self.title.show_text(in_ours(instrument, tongue.code, "title"))
        self.purpose.show_text(in_ours(instrument, tongue.code, "purpose"))

    def _add(self, words: Text, icon: str, meaning: Rater | Instrument) -> None:
        button = SpeakingButton(words, "", icon, self._acts)
        self._flow.addWidget(button)
        self._bind(button, meaning)

    def _add_run(self, run: Run) -> None:
        """Add a line that leads to a run: on with it where it is open, else to its results."""
        what = say("Results") if run.is_finished else say("Go on where it was left")
        button = LineButton(Line("figures" if run.is_finished else "right", what, about_run(run)), self)
        self._runs.addWidget(button)
        self._bind(button, run)

    def _bind(self, button: QPushButton, meaning: Run | Rater | Instrument) -> None:
        button.clicked.connect(self._press)
        self._buttons[button] = meaning
        speak_part(button)
        button.show()

    def _press(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        meaning = self._buttons[button]
        if isinstance(meaning, Rater):
            self.begin_wanted.emit(self.entry.instrument, meaning)
        elif isinstance(meaning, Instrument):
            self.sheet_wanted.emit(meaning)
        else:
            self.open_wanted.emit(meaning)
