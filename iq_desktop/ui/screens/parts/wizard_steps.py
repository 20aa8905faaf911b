"""The steps of the first start; each asks one thing and knows whether it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.centre import Centre
from iq_desktop.forms.centre_forms import CENTRE_FORM
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.new_password import NARROW, NewPassword
from iq_desktop.ui.shell.password_line import EntryLine, label_for
from iq_desktop.ui.shell.pill_choice import LANGUAGES, PillChoice
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.usecases.ports import OfferedPassword
    from iq_desktop.wording.tongue import Tongue

_WITH_KNOW = 760


class WizardStep(QWidget):
    """One step: a title, a sentence, the question in `body`, and beside it what is good to know.

    `entered` is emitted with the Return key in its last line.
    """

    entered = Signal()

    def __init__(self, title: Text, sentence: Text, parent: QWidget, *, know: Sequence[Text] = ()) -> None:
        """Build title, sentence and the card beside the question."""
        super().__init__(parent)
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(SpeakingLabel(title, "title", self))
        lines.addWidget(SpeakingLabel(sentence, "muted", self))
        lines.addSpacing(2 * STEP)
        row = self._row = QHBoxLayout()
        row.addLayout(self.body, 3)
        if know:
            self._know = _good_to_know(know, self)
            beside = QVBoxLayout()
            beside.addWidget(self._know)
            beside.addStretch(1)
            row.addLayout(beside, 2)
        lines.addLayout(row, 1)

    _know: Card | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what is good to know only where there is room beside the question."""
        super().resizeEvent(event)
        if self._know is not None:
            is_wide = self.width() >= scaled(_WITH_KNOW)
            self._know.setVisible(is_wide)
            self._row.setSpacing(5 * STEP if is_wide else 0)
            self._row.setStretch(1, 2 if is_wide else 0)

    def check(self) -> None:
        """Do nothing where the step is answered; raises IqError saying what is missing."""

    def put_cursor(self) -> None:
        """Put the cursor where one begins to type."""


def _good_to_know(texts: Sequence[Text], parent: QWidget) -> Card:
    card = Card(say("Good to know"), parent)
    for text in texts:
        row = QHBoxLayout()
        row.setSpacing(STEP + 4)
        row.addWidget(Mark("good", card, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SpeakingLabel(text, "", card), 1)
        card.add(row)
    return card


class LanguageStep(WizardStep):
    """In which language the program speaks to the adviser."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget) -> None:
        """Build the choice."""
        sentence = say("Setting up takes about five minutes. You need a printer, or a place to keep a file safe.")
        know = (
            say("Everything stays on this computer, encrypted. No account, no network."),
            say("You are asked for four things: your centre, your name, a password, and to keep a sheet safe."),
            say("Nothing is made before everything is answered."),
        )
        super().__init__(say("Welcome"), sentence, parent, know=know)
        self.language = language
        self.choice = PillChoice(say("Language"), LANGUAGES, language, self)
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
        know = (
            say("Each adviser has a password of their own for the same vault."),
            say("Every change in a case is noted with the name of who made it."),
        )
        super().__init__(say("About you"), sentence, parent, know=know)
        self.name = EntryLine(self)
        self.name.setObjectName("adviser_name")
        measure_by_text(self.name, most_width=NARROW)
        self.name.returnPressed.connect(self.entered)
        self.body.addWidget(label_for(say("Your name"), self.name, self))
        self.body.addWidget(self.name)
        self.body.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.name.setAccessibleName(tongue.speak(say("Your name")))

    def check(self) -> None:
        """Raise IqError where there is no name."""
        if not clean_line(self.name.text()):
            raise IqError(say("Please write your name."))

    def put_cursor(self) -> None:
        """Begin with the name."""
        self.name.setFocus()


class PasswordStep(WizardStep):
    """The password, what it is worth, and the same once more."""

    def __init__(self, price: Callable[[str], Text], offer: Callable[[], OfferedPassword], parent: QWidget) -> None:
        """Build both lines."""
        sentence = say("It protects everything your clients tell you. Five words that do not belong together are best.")
        know = (
            say("Long is better than complicated: at least twelve characters, without rules."),
            say("Take a password that you use nowhere else, and no saying, song or name."),
            say("Nobody can look it up, not even we. That is why the next step gives you a code for the safe."),
        )
        super().__init__(say("Your password"), sentence, parent, know=know)
        self.new = NewPassword(say("Password"), price, offer, self)
        self.new.entered.connect(self.entered)
        self.body.addWidget(self.new)
        self.body.addStretch(1)

    @property
    def words(self) -> str:
        """The password as it was typed."""
        return self.new.words

    def check(self) -> None:
        """Raise IqError where the password is too weak or the two differ."""
        self.new.check()

    def put_cursor(self) -> None:
        """Begin with the line that is to be mended."""
        self.new.put_cursor()

    def forget(self) -> None:
        """Empty both lines."""
        self.new.forget()


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
            row = QHBoxLayout()
            row.setSpacing(STEP + 4)
            row.addWidget(Mark("good", self, 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(SpeakingLabel(text, "", self), 1)
            self.body.addLayout(row)
            self.body.addSpacing(STEP)
        self.body.addStretch(1)
