"""The steps of the first start; each asks one thing and knows whether it is answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from iq_desktop.domain.centre import Centre
from iq_desktop.forms.centre_forms import CENTRE_FORM
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.pdf_view import PdfView
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.ui.shell.language_choice import LanguageChoice
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.ui.shell.ask import AskPort
    from iq_desktop.usecases.desk import Door, FirstSteps
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.wording.tongue import Tongue

_NARROW = 520


class WizardStep(QWidget):
    """One step: a title, a sentence, and the question in `body`; `entered` with the Return key in its last line."""

    entered = Signal()

    def __init__(self, title: Text, sentence: Text, parent: QWidget) -> None:
        """Build title and sentence."""
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(STEP)
        self.body.addWidget(SpeakingLabel(title, "title", self))
        self.body.addWidget(SpeakingLabel(sentence, "muted", self))
        self.body.addSpacing(2 * STEP)

    def check(self) -> None:
        """Do nothing where the step is answered; raises IqError saying what is missing."""

    def put_cursor(self) -> None:
        """Put the cursor where one begins to type."""


class LanguageStep(WizardStep):
    """In which language the program speaks to the adviser."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget) -> None:
        """Build the choice."""
        sentence = say("Setting up takes about five minutes. You need a printer, or a place to keep a file safe.")
        super().__init__(say("Welcome"), sentence, parent)
        self.language = language
        self.choice = LanguageChoice(language, self)
        self.choice.chosen.connect(self._take)
        self.body.addWidget(SpeakingLabel(say("Which language do you want to work in?"), "heading", self))
        self.body.addSpacing(STEP)
        self.body.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(STEP)
        self.body.addWidget(SpeakingLabel(say("You can change it at any time in the settings."), "hint", self))
        self.body.addStretch(1)

    def put_cursor(self) -> None:
        """Put the focus on the chosen language."""
        self.choice.pills[self.language].setFocus()

    def _take(self, language: str) -> None:
        self.language = language
        self.chosen.emit(language)


class CentreStep(WizardStep):
    """The letterhead; only the name is needed now."""

    def __init__(self, parent: QWidget) -> None:
        """Build the form."""
        super().__init__(
            say("Your centre"), say("This stands on letters and certificates. Only the name is needed now."), parent
        )
        self.form = FormView(CENTRE_FORM, Centre(), self)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    @property
    def centre(self) -> Centre:
        """The letterhead as it was typed."""
        centre = self.form.value
        return centre if isinstance(centre, Centre) else Centre()

    def check(self) -> None:
        """Raise IqError where the centre has no name."""
        self.form.flush()
        if not self.centre.name:
            raise IqError(say("Please write the name of your centre."), say("It can be changed later."))

    def put_cursor(self) -> None:
        """Begin with the name."""
        self.form.go_to("name")


class AdviserStep(WizardStep):
    """Who works here."""

    def __init__(self, parent: QWidget) -> None:
        """Build the line for the name."""
        sentence = say("Your name stands on what you print. Further advisers can be added later.")
        super().__init__(say("About you"), sentence, parent)
        self.name = QLineEdit(self)
        self.name.setObjectName("adviser_name")
        self.name.setMaximumWidth(_NARROW)
        self.name.returnPressed.connect(self.entered)
        self.body.addWidget(label_for(say("Your name"), self.name, self))
        self.body.addWidget(self.name)
        self.body.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.name.setAccessibleName(tongue.speak(say("Your name")))

    def check(self) -> None:
        """Raise IqError where there is no name."""
        if not self.name.text().strip():
            raise IqError(say("Please write your name."))

    def put_cursor(self) -> None:
        """Begin with the name."""
        self.name.setFocus()


class PasswordStep(WizardStep):
    """The password, what it is worth, and the same once more."""

    def __init__(self, price: Callable[[str], Text], parent: QWidget) -> None:
        """Build both lines."""
        sentence = say("It protects everything your clients tell you. Five words that do not belong together are best.")
        super().__init__(say("Your password"), sentence, parent)
        self._price = price
        self.first = PasswordLine("new_password", say("Password"), self)
        self.second = PasswordLine("new_password_again", say("The same password again"), self)
        self.worth = SpeakingLabel(NOTHING, "hint", self)
        for line in (self.first, self.second):
            line.setMaximumWidth(_NARROW)
        self.first.line.textChanged.connect(self._show_worth)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.body.addWidget(label_for(say("Password"), self.first, self))
        self.body.addWidget(self.first)
        self.body.addWidget(self.worth)
        self.body.addSpacing(STEP)
        self.body.addWidget(label_for(say("The same password again"), self.second, self))
        self.body.addWidget(self.second)
        self.body.addStretch(1)

    @property
    def words(self) -> str:
        """The password as it was typed."""
        return self.first.words

    def check(self) -> None:
        """Raise IqError where the password is too weak or the two differ."""
        self._price(self.words)
        if self.first.words != self.second.words:
            raise IqError(say("The two passwords are not the same."), say("Please type the second one again."))

    def put_cursor(self) -> None:
        """Begin with the line that is to be mended."""
        is_first_right = bool(self.words) and self.words != self.second.words
        (self.second if is_first_right else self.first).setFocus()

    def forget(self) -> None:
        """Empty both lines."""
        self.first.clear()
        self.second.clear()

    def _show_worth(self, words: str) -> None:
        role, text = "hint", NOTHING
        if words:
            try:
                role, text = "good", self._price(words)
            except IqError as error:
                text = error.text
        set_role(self.worth, role)
        self.worth.show_text(text)


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
        row.setSpacing(4 * STEP)
        row.addLayout(left, 4)
        row.addWidget(self.paper, 5)

    def _make_asking(self) -> None:
        self.typed = QLineEdit(self.asking)
        self.typed.setObjectName("typed_code")
        self.typed.setMaximumWidth(_NARROW)
        self.typed.returnPressed.connect(self.entered)
        lines = QVBoxLayout(self.asking)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
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


class ReadyStep(WizardStep):
    """Everything is there; what one can do first."""

    def __init__(self, parent: QWidget) -> None:
        """Build the farewell."""
        super().__init__(say("Everything is ready"), say("The vault is made, and you can get back into it."), parent)
        for text in (
            say("Begin with “New case” while somebody sits beside you: four answers are enough."),
            say("Occupations and skills are there already. More catalogues can be taken in under Settings."),
            say("Every word is saved as you type it. Undo always works."),
        ):
            self.body.addWidget(SpeakingLabel(text, "", self))
            self.body.addSpacing(STEP)
        self.body.addStretch(1)


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
