"""The cards of one's own way into the vault and the ways on paper: password, recovery code, the centre's code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.new_password import NARROW, NewPassword
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.ui.shell.password_line import PasswordLine, label_for
from iq_desktop.usecases.keys import (
    RecoverySheet,
    change_my_password,
    draw_up_recovery_sheet,
    has_centre_code,
    offer_password,
    price_of,
    remove_centre_code,
    use_centre_sheet,
    use_recovery_sheet,
)
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from iq_desktop.ui.shell.workplace import Workplace


class PasswordCard(UnfoldingCard):
    """A new password of who sits at the desk."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card."""
        hint = say("Only you know it. Change it when somebody may have seen it.")
        super().__init__(place, say("Password"), hint, say("Change the password"), parent)

    def put_cursor(self) -> None:
        """Begin with the present password."""
        self.present.setFocus()

    def _fields(self, lines: QVBoxLayout) -> None:
        self.present = add_password_line(self, lines, say("Your present password"))
        self.new = NewPassword(
            say("New password"), partial(price_of, self._place.desk), partial(offer_password, self._place.desk), self
        )
        self.present.entered.connect(self.new.first.setFocus)
        self.new.entered.connect(self.go_on)
        lines.addSpacing(STEP)
        lines.addWidget(self.new)

    def _forget(self) -> None:
        self.present.clear()
        self.new.forget()

    def _go_on(self) -> None:
        check_present(self.present)
        self.new.check()
        words = (self.present.words, self.new.words)
        self._run(partial(change_my_password, self._place.desk, *words), self._take)

    def _take(self, _answer: None) -> None:
        self._finish(say("Your new password is saved."), say("From now on only it opens the vault for you."))


class CodeCard(UnfoldingCard):
    """A new code for paper: drawn up, printed, asked back; an old one is valid until then."""

    still_valid_text: ClassVar[Text] = NOTHING

    def _use(self, drawn: RecoverySheet, typed: str) -> None:
        """Put the new code to use; runs behind the window. Raises IqError naming slips."""
        raise NotImplementedError

    def _tell_done(self) -> None:
        """Say what was reached."""
        raise NotImplementedError

    def put_cursor(self) -> None:
        """Begin with what the present step asks for."""
        for part in (self.present, self.sheet, self.question):
            if not part.isHidden():
                part.setFocus()

    def _fields(self, lines: QVBoxLayout) -> None:
        from iq_desktop.ui.screens.parts.code_sheet import CodeQuestion, CodeSheet  # noqa: PLC0415  (loads paper)

        self._drawn: RecoverySheet | None = None
        self.present = add_password_line(self, lines, say("Your own password"))
        self.present.entered.connect(self.go_on)
        self.sheet = CodeSheet(self._place.background, self._place.ask, self)
        self.sheet.setMinimumHeight(360)
        self.question = CodeQuestion(self)
        self.question.entered.connect(self.go_on)
        self.still_valid = SpeakingLabel(self.still_valid_text, "hint", self)
        for part in (self.sheet, self.question, self.still_valid):
            lines.addWidget(part)

    def _begin(self) -> None:
        self._show(self.present)

    def _forget(self) -> None:
        self._drawn = None
        self.present.clear()
        self.sheet.show_code("")
        self.question.typed.clear()

    def _go_on(self) -> None:
        if self._drawn is None:
            check_present(self.present)
            self._run(partial(draw_up_recovery_sheet, self._place.desk, self.present.words), self._show_sheet)
        elif self.question.isHidden():
            self.question.typed.clear()
            self._show(self.question)
        else:
            words = self.question.typed.text()
            self._run(partial(self._use, self._drawn, words), self._take)

    def _show_sheet(self, drawn: RecoverySheet) -> None:
        if not self.isVisible():
            self.fold()
            return
        self._drawn = drawn
        self.present.clear()
        self.sheet.show_code(drawn.code)
        self.sheet.show_paper(drawn.pdf)
        self._show(self.sheet)

    def _show(self, shown: QWidget) -> None:
        """Show one of the three steps."""
        for part in (self.present, self.sheet, self.question):
            part.setVisible(part is shown)
        if self.present_label is not None:
            self.present_label.setVisible(shown is self.present)
        self.still_valid.setVisible(shown is not self.present)
        names = {self.sheet: say("I have the code on paper"), self.question: say("Use the new code")}
        self.go_button.show_text(names.get(shown, say("Next")))
        set_role(self.go_button, "" if shown is self.sheet else "primary")  # there printing is what stands out
        self.put_cursor()
        self._bring_into_sight()

    def _take(self, _answer: None) -> None:
        self._tell_done()


class RecoveryCard(CodeCard):
    """A new recovery code in place of the old one."""

    still_valid_text = say("The old code stays valid until you have typed the new one from the paper.")

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card."""
        hint = say(
            "For the day when a password is forgotten. Take a new code when the sheet is lost or somebody has seen it."
        )
        super().__init__(place, say("Recovery code"), hint, say("Take a new code"), parent)

    def _use(self, drawn: RecoverySheet, typed: str) -> None:
        use_recovery_sheet(self._place.desk, drawn, typed)

    def _tell_done(self) -> None:
        self._finish(
            say("The new recovery code is valid."), say("The old sheet opens nothing any more. Please destroy it.")
        )


class CentreCodeCard(CodeCard):
    """A second code, which the centre or its carrier keeps in a place of its own; made, replaced, taken away."""

    still_valid_text = say("The code opens the vault as soon as you have typed it from the paper.")

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card with the button that takes the code away."""
        hint = say(
            "Optional: a second code for another safe, for example that of your organisation's head office. "
            "It opens the vault even when your own sheet is lost."
        )
        super().__init__(place, say("Code of the centre"), hint, say("Make a code"), parent)
        self._is_removing = False
        self.state = SpeakingLabel(NOTHING, "strong", self)
        self.body.insertWidget(self.body.indexOf(self.note), self.state)
        self.remove_button = SpeakingButton(say("Take the code away"), parent=self)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.acts.addWidget(self.remove_button)
        self.show_state(has_code=False)

    def refresh(self) -> None:
        """Read again whether there is such a code."""
        ask_behind(self, self._place, partial(has_centre_code, self._place.desk), self._show_answer)

    def show_state(self, *, has_code: bool) -> None:
        """Say whether there is a code, and offer what can be done about it."""
        self._has_code = has_code
        self.state.show_text(say("The centre has a code.") if has_code else say("There is no code of the centre."))
        self.open_button.show_text(say("Make a new code") if has_code else say("Make a code"))
        self.remove_button.setVisible(has_code and not self.open_button.isHidden())

    def unfold(self) -> None:
        """Ask for the password, and draw a code up."""
        self._unfold(is_removing=False)

    def fold(self) -> None:
        """Hide the form, and offer both buttons again."""
        super().fold()
        self.remove_button.setVisible(self._has_code)

    def _ask_to_remove(self) -> None:
        self._unfold(is_removing=True)

    def _unfold(self, *, is_removing: bool) -> None:
        self._is_removing = is_removing
        self.remove_button.hide()
        super().unfold()

    def _begin(self) -> None:
        super()._begin()
        if self._is_removing:
            self.go_button.show_text(say("Take the code away"))

    def _go_on(self) -> None:
        if not self._is_removing:
            super()._go_on()
            return
        check_present(self.present)
        self._run(partial(remove_centre_code, self._place.desk, self.present.words), self._take_away)

    def _use(self, drawn: RecoverySheet, typed: str) -> None:
        use_centre_sheet(self._place.desk, drawn, typed)

    def _tell_done(self) -> None:
        self.show_state(has_code=True)
        self._finish(
            say("The code of the centre is valid."), say("Please bring the sheet to its safe, not beside the laptop.")
        )

    def _take_away(self, _answer: None) -> None:
        self.show_state(has_code=False)
        self._finish(
            say("The code of the centre opens nothing any more."),
            say("Your own recovery code stays. Destroy the sheet."),
        )

    def _show_answer(self, has_code: bool) -> None:  # noqa: FBT001  (an answer that is handed over)
        self.show_state(has_code=has_code)

    _has_code = False


def add_password_line(card: UnfoldingCard, lines: QVBoxLayout, label: Text) -> PasswordLine:
    """Put the line for the password of who sits at the desk below the others."""
    line = PasswordLine("present_password", label, card)
    measure_by_text(line, most_width=NARROW)
    card.present_label = label_for(label, line, card)
    lines.addWidget(card.present_label)
    lines.addWidget(line)
    return line


def check_present(line: PasswordLine) -> None:
    """Raise IqError where the line for one's own password is empty."""
    if not line.words:
        raise IqError(say("Please type your own password."), say("So nobody else changes it while you are away."))
