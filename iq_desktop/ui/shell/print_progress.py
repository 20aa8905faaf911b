"""The small window that says which page is being printed, with a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout

from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.kit.turns import Turns
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.printing import PrintStep

_WIDTH: Final = 360


class PrintProgress(QDialog):
    """Goes on with the printing in turns while it is followed; closed before the end it stops the printer.

    `problem` is what the printing was refused for, if anything.
    """

    def __init__(self, work: Generator[PrintStep, None, None], title: str, parent: QWidget) -> None:
        """Build the window; the work begins when it is followed."""
        super().__init__(parent)
        self.setObjectName("print_progress")
        self.setWindowTitle(title)
        self.problem: Exception | None = None
        self._work = work
        self._turns = Turns(self)
        self.text = SpeakingLabel(say("Preparing the pages"), "strong", self, wrap=False)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.stop_button = SpeakingButton(say("Stop printing"), "", "close", self)
        self.stop_button.clicked.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        lines.setSpacing(2 * STEP)
        for part in (self.text, self.bar, self.stop_button):
            lines.addWidget(part)
        self.setMinimumWidth(scaled(_WIDTH))
        speak_part(self)
        tongue = find_tongue(self)
        if tongue is not None:
            self.bar.setAccessibleName(tongue.speak(say("How far it is")))

    def begin(self) -> None:
        """Print from now on, a strip in each round of the event loop."""
        self._turns.begin(self._go_on())

    def follow(self) -> bool:
        """Show the window until all is printed, or somebody stops it; returns whether all was printed."""
        self.begin()
        was_printed = self.exec() == QDialog.DialogCode.Accepted.value
        self._work.close()
        return was_printed

    def reject(self) -> None:
        """Print no further; whoever followed stops the printer, even where a driver shows a window of its own now."""
        self._turns.begin(iter(()))
        super().reject()

    def _go_on(self) -> Iterator[None]:
        try:
            for step in self._work:
                self._show(step)
                yield
        except Exception as error:  # noqa: BLE001  (whatever happened belongs to whoever asked for the printing)
            self.problem = error
            self.done(QDialog.DialogCode.Rejected.value)
            return
        self.accept()

    def _show(self, step: PrintStep) -> None:
        if self.bar.value() == step.page - 1 and self.bar.maximum() == step.count:
            return
        self.bar.setRange(0, step.count)
        self.bar.setValue(step.page - 1)
        self.text.show_text(say("Printing: page {number} of {count}", number=step.page, count=step.count))
