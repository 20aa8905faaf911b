"""The cards of who can open the vault: one's own password, a new recovery code, further advisers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.new_password import NARROW, NewPassword
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.ui.shell.password_line import EntryLine, PasswordLine, label_for
from iq_desktop.usecases.keys import (
    Newcomer,
    RecoverySheet,
    change_my_password,
    draw_up_recovery_sheet,
    let_in,
    price_of,
    use_recovery_sheet,
    who_may_open,
)
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


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
        self.present = _add_password_line(self, lines, say("Your present password"))
        self.new = NewPassword(say("New password"), partial(price_of, self._place.desk), self)
        self.present.entered.connect(self.new.first.setFocus)
        self.new.entered.connect(self.go_on)
        lines.addSpacing(STEP)
        lines.addWidget(self.new)

    def _forget(self) -> None:
        self.present.clear()
        self.new.forget()

    def _go_on(self) -> None:
        _check_present(self.present)
        self.new.check()
        words = (self.present.words, self.new.words)
        self._run(partial(change_my_password, self._place.desk, *words), self._take)

    def _take(self, _answer: None) -> None:
        self._finish(say("Your new password is saved."), say("From now on only it opens the vault for you."))


class RecoveryCard(UnfoldingCard):
    """A new recovery code: drawn up, laid on paper, asked back; the old one is valid until then."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card."""
        hint = say(
            "For the day when a password is forgotten. Take a new code when the sheet is lost or somebody has seen it."
        )
        super().__init__(place, say("Recovery code"), hint, say("Take a new code"), parent)

    def put_cursor(self) -> None:
        """Begin with what the present step asks for."""
        for part in (self.present, self.sheet, self.question):
            if not part.isHidden():
                part.setFocus()

    def _fields(self, lines: QVBoxLayout) -> None:
        from iq_desktop.ui.screens.parts.code_sheet import CodeQuestion, CodeSheet  # noqa: PLC0415  (loads paper)

        self._drawn: RecoverySheet | None = None
        self.present = _add_password_line(self, lines, say("Your own password"))
        self.present.entered.connect(self.go_on)
        self.sheet = CodeSheet(self._place.background, self._place.ask, self)
        self.sheet.setMinimumHeight(360)
        self.question = CodeQuestion(self)
        self.question.entered.connect(self.go_on)
        self.still_valid = SpeakingLabel(
            say("The old code stays valid until you have typed the new one from the paper."), "hint", self
        )
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
            _check_present(self.present)
            self._run(partial(draw_up_recovery_sheet, self._place.desk, self.present.words), self._show_sheet)
        elif self.question.isHidden():
            self.question.typed.clear()
            self._show(self.question)
        else:
            words = self.question.typed.text()
            self._run(partial(use_recovery_sheet, self._place.desk, self._drawn, words), self._take)

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
        self._finish(
            say("The new recovery code is valid."), say("The old sheet opens nothing any more. Please destroy it.")
        )


class AdvisersCard(UnfoldingCard):
    """Who can open the vault, and one more."""

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card with the names."""
        hint = say("Each adviser has a password of their own for the same vault.")
        super().__init__(place, say("Advisers"), hint, say("Add an adviser"), parent)
        self.names = SpeakingLabel(NOTHING, "strong", self)
        self.body.insertWidget(self.body.indexOf(self.note), self.names)

    def refresh(self) -> None:
        """Read again who can open the vault."""
        ask_behind(self, self._place, partial(who_may_open, self._place.desk), self._show_names)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for the name for screen readers."""
        if self.form is not None:
            self.name.setAccessibleName(tongue.speak(say("Name of the adviser")))

    def put_cursor(self) -> None:
        """Begin with what is missing."""
        (self.new if clean_line(self.name.text()) else self.name).setFocus()

    def _fields(self, lines: QVBoxLayout) -> None:
        self.name = EntryLine(self)
        self.name.setObjectName("new_adviser_name")
        measure_by_text(self.name, most_width=NARROW)
        self.new = NewPassword(say("First password"), partial(price_of, self._place.desk), self)
        lines.addWidget(label_for(say("Name of the adviser"), self.name, self))
        lines.addWidget(self.name)
        lines.addSpacing(STEP)
        lines.addWidget(self.new)
        lines.addSpacing(STEP)
        self.present = _add_password_line(self, lines, say("Your own password"))
        self.name.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self.present.setFocus)
        self.present.entered.connect(self.go_on)

    def _begin(self) -> None:
        speak_part(self)

    def _forget(self) -> None:
        self.name.clear()
        self.new.forget()
        self.present.clear()

    def _go_on(self) -> None:
        newcomer = Newcomer(clean_line(self.name.text()), self.new.words)
        if not newcomer.name:
            raise IqError(say("Please write the name of the adviser."))
        self.new.check()
        _check_present(self.present)
        work = partial(let_in, self._place.desk, self.present.words, newcomer)
        self._run(work, partial(self._take, newcomer.name))

    def _take(self, name: str, changes: tuple[Change, ...]) -> None:
        self._finish(
            say("{name} can open the vault now.", name=name),
            say("Please let them change the first password themselves, here in the settings."),
        )
        self._place.announce(changes)
        self.refresh()

    def _show_names(self, advisers: Sequence[Adviser]) -> None:
        self.names.show_text(as_it_is(" · ".join(adviser.name for adviser in advisers)))


def _add_password_line(card: UnfoldingCard, lines: QVBoxLayout, label: Text) -> PasswordLine:
    """Put the line for the password of who sits at the desk below the others."""
    line = PasswordLine("present_password", label, card)
    measure_by_text(line, most_width=NARROW)
    card.present_label = label_for(label, line, card)
    lines.addWidget(card.present_label)
    lines.addWidget(line)
    return line


def _check_present(line: PasswordLine) -> None:
    if not line.words:
        raise IqError(say("Please type your own password."), say("So nobody else changes it while you are away."))
