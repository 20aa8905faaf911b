"""The bar above the pages of a PDF: size, search, turning pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.search_field import PAUSE, SearchLine
from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.wording.tongue import Tongue

_LINE: Final = 136
"""How wide the line for the search is, in pixels at the usual size of the text."""
_FEWEST: Final = 2
"""So many letters at least are looked for."""


class PaperSearchLine(SearchLine):
    """The line; Enter goes on to the next place, with Shift to the one before, Escape empties it."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place with Enter, and leave with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PdfBar(QWidget):
    """Buttons and a line; `wanted` carries words to look for, `stepped` how many places to go on."""

    wanted = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar; it says that there is no page yet."""
        super().__init__(parent)
        self.smaller = SpeakingButton(say("Smaller"), "icon", "minus", self)
        self.larger = SpeakingButton(say("Larger"), "icon", "plus", self)
        self.fit = ShortButton(say("Fit to width"), "plain", parent=self)
        self.whole = ShortButton(say("Whole page"), "plain", parent=self)
        self.line = PaperSearchLine(self)
        self.line.setClearButtonEnabled(True)
        measure_by_text(self.line, width=_LINE)
        self.before = SpeakingButton(say("Place before"), "icon", "up", self)
        self.after = SpeakingButton(say("Next place"), "icon", "down", self)
        self.count = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.page_before = SpeakingButton(say("Turn a page back"), "icon", "left", self)
        self.page = SpeakingLabel(say("No page"), "muted", self, wrap=False)
        self.page_after = SpeakingButton(say("Turn the page"), "icon", "right", self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._place()
        self._pause.timeout.connect(self._ask)
        self.line.textChanged.connect(self._wait)
        self.line.stepped.connect(self._go)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.show_found("", 0, 0)
        self.show_page(1, 0)

    def _place(self) -> None:
        flow = FlowLayout(self, STEP, STEP // 2)
        flow.setContentsMargins(0, 0, 0, 0)
        groups = (
            (self.smaller, self.larger, self.fit, self.whole),
            (self.page_before, self.page, self.page_after),
            (self.line, self.before, self.after, self.count),
        )
        for parts in groups:
            group = QWidget(self)
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(STEP // 2)
            for part in parts:
                row.addWidget(part)
            flow.addWidget(group)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        self.setSizePolicy(policy)

    def speak(self, tongue: Tongue) -> None:
        """Say what can be looked for."""
        words = tongue.speak(say("Search in the document"))
        self.line.setPlaceholderText(tongue.speak(say("Search")))
        self.line.setAccessibleName(words)

    def show_page(self, number: int, count: int) -> None:
        """Show which page is in sight, from 1, and of how many."""
        self.page.show_text(say("Page {number} of {count}", number=number, count=count) if count else say("No page"))
        self.page_before.setEnabled(1 < number <= count)
        self.page_after.setEnabled(0 < number < count)
        self.line.setEnabled(count > 0)

    def show_found(self, words: str, place: int, count: int) -> None:
        """Show at which of the places one is, or that there is none."""
        told = say("{place} of {count}", place=place, count=count) if count else say("Not found")
        self.count.show_text(told)
        self.count.setVisible(bool(words))
        for button in (self.before, self.after):
            button.setVisible(count > 0)

    def _wait(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        words = self.line.text().strip()
        self.wanted.emit(words if len(words) >= _FEWEST else "")

    def _go(self, step: int) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        else:
            self.stepped.emit(step)

    def _go_back(self) -> None:
        self.stepped.emit(-1)

    def _go_on(self) -> None:
        self.stepped.emit(1)
