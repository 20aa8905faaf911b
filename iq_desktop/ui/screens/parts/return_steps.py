"""The steps of coming back from a backup: which file, what opens it, what it holds, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.centre import Adviser
from iq_desktop.ui.kit.painted import ChoiceBox
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.new_password import NARROW
from iq_desktop.ui.screens.parts.new_start import NewStart
from iq_desktop.ui.screens.parts.told_list import ToldList
from iq_desktop.ui.screens.parts.wizard_steps import WizardStep
from iq_desktop.ui.shell.password_line import EntryLine, PasswordLine, label_for
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.backup_ports import BackupSecret
from iq_desktop.usecases.backup_words import tell_look, words_of_look
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.backup import BackupLook
    from iq_desktop.usecases.backup_words import Told
    from iq_desktop.usecases.ports import OfferedPassword
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_MOST_FOUND: Final = 4
_CODE, _PASSWORD = "code", "password"
_WAYS: Final = ((_CODE, say("Recovery code")), (_PASSWORD, say("Password")))


class FileStep(WizardStep):
    """Which backup: `file_wanted` asks for a file, `picked` carries the BackupLook of one that lies here already."""

    file_wanted = Signal()
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Build the step."""
        know = (
            say("On a new laptop one file and the recovery code are enough."),
            say("The backup itself is only read. It stays as it is."),
            say("A vault that can still be opened is never overwritten."),
        )
        sentence = say("It lies on the stick from the safe, in a folder of your network, or on this computer.")
        super().__init__(say("Which backup?"), sentence, parent, know=know)
        self.look: BackupLook | None = None
        self.warning = ToldList(self)
        self.choose_button = SpeakingButton(say("Choose a file"), "", "cases", self)
        self.choose_button.clicked.connect(self.file_wanted)
        self.found_title = SpeakingLabel(say("Found on this computer"), "label", self)
        self.found: list[LineButton] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(2)
        self.chosen = ToldList(self)
        self.body.addWidget(self.warning)
        self.body.addSpacing(STEP)
        self.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(STEP)
        self.body.addWidget(self.found_title)
        self.body.addLayout(self._found)
        self.body.addSpacing(STEP)
        self.body.addWidget(self.chosen)
        self.body.addStretch(1)
        self.found_title.hide()

    def show_found(self, looks: Sequence[BackupLook], now: dt.datetime) -> None:
        """Offer the newest backups that lie beside the place of the vault."""
        self.found_title.setVisible(bool(looks))
        for look in looks[:_MOST_FOUND]:
            button = LineButton(Line("save", words_of_look(look, now), as_it_is(look.file.name), value=look), self)
            button.clicked.connect(self._pick)
            self.found.append(button)
            self._found.addWidget(button)
            speak_part(button)

    def show_look(self, look: BackupLook, now: dt.datetime) -> None:
        """Say what the chosen file is."""
        self.look = look
        self.chosen.tell(tell_look(look, now))

    def check(self) -> None:
        """Raise IqError where no backup was chosen, or one of a newer program."""
        if self.look is None:
            raise IqError(say("Please choose a backup."))
        if self.look.is_newer:
            text = say("A newer version of the program made it ({version}).", version=self.look.program)
            raise IqError(text, say("Please install the newest version of IQ Desktop first."))

    def put_cursor(self) -> None:
        """Begin with choosing a file."""
        self.choose_button.setFocus()

    def _pick(self) -> None:
        button = self.sender()
        if isinstance(button, LineButton):
            self.picked.emit(button.line.value)


class OpenStep(WizardStep):
    """What opens the backup: the recovery code, or the password of an adviser."""

    def __init__(self, parent: QWidget) -> None:
        """Build both ways."""
        sentence = say("The program opens only the copy. Nothing is changed yet.")
        super().__init__(say("What opens it?"), sentence, parent)
        self._advisers: Sequence[tuple[str, str]] = ()
        self.way = PillChoice(say("What opens it?"), _WAYS, _CODE, self)
        self.way.chosen.connect(self._show_way)
        self.code = EntryLine(self)
        self.code.setObjectName("recovery_code")
        self.who = ChoiceBox(self)
        self.who.setObjectName("backup_adviser")
        self.password = PasswordLine("backup_password", say("Password"), self)
        measure_by_text(self.code, most_width=NARROW)
        measure_by_text(self.password, most_width=NARROW)
        measure_by_text(self.who, most_width=NARROW)
        hint = say("The code stands on the recovery sheet in the safe of your centre.")
        self._code_way = _column(
            self, SpeakingLabel(hint, "", self), label_for(say("Recovery code"), self.code, self), self.code
        )
        that_day = say("It is the password that you had on the day of the backup.")
        self._password_way = _column(
            self,
            label_for(say("Your name"), self.who, self),
            self.who,
            label_for(say("Password"), self.password, self),
            self.password,
            SpeakingLabel(that_day, "hint", self),
        )
        for part in (self.way, self._code_way, self._password_way):
            self.body.addWidget(part)
            self.body.addSpacing(STEP)
        self.body.addStretch(1)
        self.code.returnPressed.connect(self.entered)
        self.password.entered.connect(self.entered)
        self._show_way(_CODE)

    def show_advisers(self, advisers: Sequence[tuple[str, str]]) -> None:
        """Offer those who can open the backup, each as (id, name)."""
        self._advisers = advisers
        self.who.clear()
        self.who.addItems([name for _id, name in advisers])

    @property
    def is_by_code(self) -> bool:
        """Whether the recovery code opens it."""
        return self.way.pills[_CODE].isChecked()

    @property
    def adviser_id(self) -> str:
        """Whose password it is."""
        return self._advisers[self.who.currentIndex()][0]

    @property
    def secret(self) -> BackupSecret:
        """What was typed."""
        if self.is_by_code:
            return BackupSecret(code=self.code.text())
        return BackupSecret(adviser_id=self.adviser_id, password=self.password.words)

    def check(self) -> None:
        """Raise IqError where nothing was typed."""
        if self.is_by_code and not self.code.text().strip():
            raise IqError(say("Please type the recovery code."))
        if not self.is_by_code and not self.password.words:
            raise IqError(say("Please type the password."))

    def put_cursor(self) -> None:
        """Begin to type."""
        (self.code if self.is_by_code else self.password).setFocus()

    def forget(self) -> None:
        """Forget what was typed."""
        self.code.clear()
        self.password.clear()

    def speak(self, tongue: Tongue) -> None:
        """Name the fields for screen readers."""
        self.code.setAccessibleName(tongue.speak(say("Recovery code")))
        self.who.setAccessibleName(tongue.speak(say("Your name")))

    def _show_way(self, way: str) -> None:
        self._code_way.setVisible(way == _CODE)
        self._password_way.setVisible(way == _PASSWORD)
        self.put_cursor()


class AgeStep(WizardStep):
    """What the backup holds and what would be missing; `compare_wanted` with a check code from paper."""

    compare_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Build the step."""
        sentence = say("The backup is whole and could be opened. Nothing is changed yet.")
        super().__init__(say("What it holds"), sentence, parent)
        self.told = ToldList(self)
        self.anchor = EntryLine(self)
        self.anchor.setObjectName("anchor_code")
        measure_by_text(self.anchor, most_width=NARROW)
        self.compare_button = SpeakingButton(say("Compare"), "", parent=self)
        self.anchor.returnPressed.connect(self.compare_wanted)
        self.compare_button.clicked.connect(self.compare_wanted)
        hint = say("It stands at the foot of printed documents. With it the program sees whether something is missing.")
        self.body.addWidget(self.told)
        self.body.addSpacing(2 * STEP)
        self.body.addWidget(label_for(say("Check code of the newest print, if you have one"), self.anchor, self))
        self.body.addWidget(self.anchor)
        self.body.addWidget(SpeakingLabel(hint, "hint", self))
        self.body.addWidget(self.compare_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for screen readers."""
        self.anchor.setAccessibleName(tongue.speak(say("Check code of the newest print, if you have one")))

    def put_cursor(self) -> None:
        """Leave the focus to the button that goes on: the code is not needed."""


class BackStep(WizardStep):
    """What came back, and after the code a new password."""

    def __init__(self, price: Callable[[str], Text], offer: Callable[[], OfferedPassword], parent: QWidget) -> None:
        """Build the step."""
        super().__init__(say("Everything is back"), NOTHING, parent)
        self.told = ToldList(self)
        self.start = NewStart(price, offer, self)
        self.start.entered.connect(self.entered)
        measure_by_text(self.start, most_width=NARROW)
        self.body.addWidget(self.told)
        self.body.addSpacing(2 * STEP)
        self.body.addWidget(self.start)
        self.body.addStretch(1)

    def show_returned(self, told: Sequence[Told], advisers: Sequence[tuple[str, str]], *, is_by_code: bool) -> None:
        """Say what came back; ask for a new password where the code opened it."""
        self.told.tell(told)
        self.start.setVisible(is_by_code)
        people = [Adviser(one, name) for one, name in advisers]
        self.start.show_advisers(people, people[0].id)

    def check(self) -> None:
        """Raise IqError where the new password does not do."""
        if not self.start.isHidden():
            self.start.new.check()

    def put_cursor(self) -> None:
        """Begin with the new password."""
        if not self.start.isHidden():
            self.start.setFocus()


def _column(parent: QWidget, *parts: QWidget) -> QWidget:
    column = QWidget(parent)
    lines = QVBoxLayout(column)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(STEP)
    for part in parts:
        lines.addWidget(part)
    return column
