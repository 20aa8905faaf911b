"""A recovery code on its way to paper: seen and printed or saved, then asked back without looking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iq_desktop.ui.kit.pdf_view import PdfView
from iq_desktop.ui.kit.sizes import measure_by_text, size_words
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.new_password import NARROW
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.ui.shell.password_line import EntryLine, label_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue


class CodeSheet(QWidget):
    """The code and its sheet, to be printed or saved."""

    def __init__(self, background: Background, ask: AskPort, parent: QWidget) -> None:
        """Build code, buttons and paper; nothing is shown yet."""
        super().__init__(parent)
        self._background, self._ask, self._pdf = background, ask, b""
        self.code = QLabel(self)
        self.code.setObjectName("shown_code")
        self.code.setWordWrap(True)
        self.code.setProperty("role", "heading")
        size_words(self.code)
        font = QFont(self.code.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.code.setFont(font)
        self.print_button = SpeakingButton(say("Print"), "primary", "print", self)
        self.save_button = SpeakingButton(say("Save as a file"), "", "save", self)
        self.done = SpeakingLabel(NOTHING, "good", self)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.paper = PdfView(self)
        self.setFocusProxy(self.print_button)
        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addWidget(SpeakingLabel(say("Your recovery code"), "label", self))
        left.addWidget(self.code)
        left.addSpacing(STEP)
        left.addWidget(self.print_button)
        left.addWidget(self.save_button)
        left.addWidget(self.done)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(left, 3)
        row.addWidget(self.paper, 5)

    def show_code(self, code: str) -> None:
        """Show a code, or forget the one that was shown."""
        self.code.setText(code)
        self.done.show_text(NOTHING)

    def show_paper(self, pdf: bytes) -> None:
        """Show the sheet."""
        self._pdf = pdf
        self.paper.show_pdf(pdf)

    def refuse(self, error: Exception) -> None:
        """Tell what went wrong where the person can mend it."""
        if not isinstance(error, IqError):
            raise error
        set_role(self.done, "danger")
        self.done.show_text(error.text)

    def speak(self, tongue: Tongue) -> None:
        """Name the code for screen readers."""
        self.code.setAccessibleName(tongue.speak(say("Your recovery code")))

    def _print(self) -> None:
        if self._pdf and self._ask.print_pdf(self._pdf, say("Recovery sheet")):
            set_role(self.done, "good")
            self.done.show_text(say("Sent to the printer."))

    def _save(self) -> None:
        path = (
            self._ask.where_to_save(say("Save the recovery sheet"), "IQ-Desktop-Recovery.pdf", PDF)
            if self._pdf
            else None
        )
        if path is not None:
            self._background.run(partial(_write, path, self._pdf), self._tell_saved, self.refuse, owner=self)

    def _tell_saved(self, path: Path) -> None:
        set_role(self.done, "good")
        self.done.show_text(say("Saved as {name}. Move it away from this computer.", name=path.name))


class CodeQuestion(QWidget):
    """Asks for the code that now stands on paper; `entered` with the Return key."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the line."""
        super().__init__(parent)
        self.typed = EntryLine(self)
        self.typed.setObjectName("typed_code")
        measure_by_text(self.typed, most_width=NARROW)
        self.typed.returnPressed.connect(self.entered)
        self.setFocusProxy(self.typed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(SpeakingLabel(say("Please type the code from the paper."), "heading", self))
        lines.addWidget(SpeakingLabel(say("So we know that it can be read."), "muted", self))
        lines.addSpacing(2 * STEP)
        lines.addWidget(label_for(say("Recovery code"), self.typed, self))
        lines.addWidget(self.typed)
        lines.addWidget(SpeakingLabel(say("Capital or small letters, with or without hyphens."), "hint", self))
        lines.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.typed.setAccessibleName(tongue.speak(say("Recovery code")))


def _write(path: Path, pdf: bytes, progress: Progress) -> Path:
    del progress
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise IqError(
            say("The file could not be written."), say("Please choose another folder, or check whether it is full.")
        ) from error
    return path
