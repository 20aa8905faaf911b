"""The step of the first start that lays the recovery code into the person's hand and asks it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iq_desktop.ui.kit.pdf_view import PdfView
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.wizard_steps import NARROW, WizardStep
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.ui.shell.password_line import EntryLine, label_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.desk import Door, FirstSteps
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue


class RecoveryStep(WizardStep):
    """The recovery sheet: seen, printed or saved, then asked back without looking; `turned` between the two."""

    turned = Signal()

    def __init__(self, door: Door, background: Background, ask: AskPort, parent: QWidget) -> None:
        """Build both halves; the code comes when the vault was made."""
        sentence = say(
            "If you forget your password, only this code opens the vault. Keep the sheet in the safe of your centre."
        )
        super().__init__(say("Recovery sheet"), sentence, parent)
        self._door, self._background, self._ask = door, background, ask
        self._code, self._pdf = "", b""
        self.sheet, self.asking = QWidget(self), QWidget(self)
        self._make_sheet()
        self._make_asking()
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self.asking, 1)
        self.show_sheet()

    @property
    def is_asking(self) -> bool:
        """Whether the code is asked back just now."""
        return not self.asking.isHidden()

    def show_code(self, steps: FirstSteps, code: str) -> None:
        """Show the code and make its sheet in the background."""
        self._code = code
        self.code.setText(code)
        work = partial(_print_sheet, self._door, steps, code)
        self._background.run(work, self._show_paper, self._refuse, owner=self)

    def show_sheet(self) -> None:
        """Show code and sheet."""
        self.asking.hide()
        self.sheet.show()
        self.turned.emit()

    def ask_back(self) -> None:
        """Hide code and sheet, and ask for the code."""
        self.sheet.hide()
        self.asking.show()
        self.typed.clear()
        self.turned.emit()

    def check(self) -> None:
        """Raise IqError, naming the wrong group, until the code is typed rightly."""
        self._door.confirm_recovery_code(self._code, self.typed.text())
        self.code.clear()
        self._code = ""

    def put_cursor(self) -> None:
        """Put the cursor where the code is typed, or on printing."""
        (self.typed if self.is_asking else self.print_button).setFocus()

    def speak(self, tongue: Tongue) -> None:
        """Name the fields for screen readers."""
        self.typed.setAccessibleName(tongue.speak(say("Recovery code")))
        self.code.setAccessibleName(tongue.speak(say("Your recovery code")))

    def _make_sheet(self) -> None:
        self.code = QLabel(self.sheet)
        self.code.setObjectName("shown_code")
        self.code.setWordWrap(True)
        self.code.setProperty("role", "heading")
        font = QFont(self.code.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self.code.setFont(font)
        self.print_button = SpeakingButton(say("Print"), "primary", "print", self.sheet)
        self.save_button = SpeakingButton(say("Save as a file"), "", "save", self.sheet)
        self.done = SpeakingLabel(NOTHING, "good", self.sheet)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.paper = PdfView(self.sheet)
        left = QVBoxLayout()
        left.setSpacing(STEP)
        left.addWidget(SpeakingLabel(say("Your recovery code"), "label", self.sheet))
        left.addWidget(self.code)
        left.addSpacing(STEP)
        left.addWidget(self.print_button)
        left.addWidget(self.save_button)
        left.addWidget(self.done)
        left.addStretch(1)
        row = QHBoxLayout(self.sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(left, 3)
        row.addWidget(self.paper, 5)

    def _make_asking(self) -> None:
        self.typed = EntryLine(self.asking)
        self.typed.setObjectName("typed_code")
        self.typed.setMaximumWidth(NARROW)
        self.typed.returnPressed.connect(self.entered)
        lines = QVBoxLayout(self.asking)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(SpeakingLabel(say("Please type the code from the paper."), "heading", self.asking))
        lines.addWidget(SpeakingLabel(say("So we know that it can be read."), "muted", self.asking))
        lines.addSpacing(2 * STEP)
        lines.addWidget(label_for(say("Recovery code"), self.typed, self.asking))
        lines.addWidget(self.typed)
        lines.addWidget(SpeakingLabel(say("Capital or small letters, with or without hyphens."), "hint", self.asking))
        lines.addStretch(1)

    def _show_paper(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.paper.show_pdf(pdf)

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
            self._background.run(partial(_write, path, self._pdf), self._tell_saved, self._refuse, owner=self)

    def _tell_saved(self, path: Path) -> None:
        set_role(self.done, "good")
        self.done.show_text(say("Saved as {name}. Move it away from this computer.", name=path.name))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, IqError):
            raise error
        set_role(self.done, "danger")
        self.done.show_text(error.text)


def _print_sheet(door: Door, steps: FirstSteps, code: str, progress: Progress) -> bytes:
    del progress
    return door.print_recovery_sheet(steps, code)


def _write(path: Path, pdf: bytes, progress: Progress) -> Path:
    del progress
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise IqError(
            say("The file could not be written."), say("Please choose another folder, or check whether it is full.")
        ) from error
    return path
