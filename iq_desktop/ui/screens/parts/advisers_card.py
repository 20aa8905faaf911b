"""The card of those who can open the vault: who they are, one more, one fewer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.access_cards import add_password_line, check_present
from iq_desktop.ui.screens.parts.adviser_row import AdviserRow
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.new_password import NARROW, NewPassword
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.ui.shell.password_line import EntryLine, label_for
from iq_desktop.usecases.keys import Newcomer, let_go, let_in, offer_password, price_of, who_may_open
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class AdvisersCard(UnfoldingCard):
    """Who can open the vault; `removed` carries the name of who can no more."""

    removed = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card; the names come with `refresh`."""
        hint = say("Each adviser has a password of their own for the same vault.")
        super().__init__(place, say("Advisers"), hint, say("Add an adviser"), parent)
        self.rows: list[AdviserRow] = []
        self._leaving: Adviser | None = None
        self._names = QVBoxLayout()
        self._names.setSpacing(STEP // 2)
        self.body.insertLayout(self.body.indexOf(self.note), self._names)

    def refresh(self) -> None:
        """Read again who can open the vault."""
        ask_behind(self, self._place, partial(who_may_open, self._place.desk), self._show_names)

    def unfold(self) -> None:
        """Show the form for one more."""
        self._unfold_for(None)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for the name for screen readers."""
        if self.form is not None:
            self.name.setAccessibleName(tongue.speak(say("Name of the adviser")))

    def put_cursor(self) -> None:
        """Begin with what is missing."""
        if self._leaving is not None:
            self.present.setFocus()
        else:
            (self.new if clean_line(self.name.text()) else self.name).setFocus()

    def _unfold_for(self, leaving: Adviser | None) -> None:
        self._leaving = leaving
        super().unfold()

    def _fields(self, lines: QVBoxLayout) -> None:
        self.sentence = SpeakingLabel(NOTHING, "strong", self)
        self.newcomer = QWidget(self)
        self.name = EntryLine(self.newcomer)
        self.name.setObjectName("new_adviser_name")
        measure_by_text(self.name, most_width=NARROW)
        desk = self._place.desk
        self.new = NewPassword(
            say("First password"), partial(price_of, desk), partial(offer_password, desk), self.newcomer
        )
        inside = QVBoxLayout(self.newcomer)
        inside.setContentsMargins(0, 0, 0, STEP)
        inside.setSpacing(STEP)
        inside.addWidget(label_for(say("Name of the adviser"), self.name, self.newcomer))
        inside.addWidget(self.name)
        inside.addSpacing(STEP)
        inside.addWidget(self.new)
        lines.addWidget(self.sentence)
        lines.addWidget(self.newcomer)
        self.present = add_password_line(self, lines, say("Your own password"))
        self.name.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self.present.setFocus)
        self.present.entered.connect(self.go_on)

    def _begin(self) -> None:
        leaving = self._leaving
        self.newcomer.setVisible(leaving is None)
        self.sentence.setVisible(leaving is not None)
        if leaving is not None:
            self.sentence.show_text(
                say("{name} shall not open the vault any more. The cases and what {name} did stay.", name=leaving.name)
            )
        self.go_button.show_text(say("Save") if leaving is None else say("Remove"))
        for row in self.rows:
            row.remove_button.setEnabled(leaving is None)
        speak_part(self)

    def _forget(self) -> None:
        self._leaving = None
        self.name.clear()
        self.new.forget()
        self.present.clear()
        for row in self.rows:
            row.remove_button.setEnabled(True)

    def _go_on(self) -> None:
        if self._leaving is not None:
            check_present(self.present)
            work = partial(let_go, self._place.desk, self.present.words, self._leaving.id)
            self._run(work, partial(self._take_leave, self._leaving.name))
            return
        newcomer = Newcomer(clean_line(self.name.text()), self.new.words)
        if not newcomer.name:
            raise IqError(say("Please write the name of the adviser."))
        self.new.check()
        check_present(self.present)
        work = partial(let_in, self._place.desk, self.present.words, newcomer)
        self._run(work, partial(self._take, newcomer.name))

    def _take(self, name: str, changes: tuple[Change, ...]) -> None:
        self._finish(
            say("{name} can open the vault now.", name=name),
            say("Please let them change the first password themselves, here in the settings."),
        )
        self._place.announce(changes)
        self.refresh()

    def _take_leave(self, name: str, changes: tuple[Change, ...]) -> None:
        self._finish(
            say("{name} cannot open the vault any more.", name=name),
            say("A new key is offered below, in case somebody has kept a copy of the old one."),
        )
        self._place.announce(changes)
        self.refresh()
        self.removed.emit(name)

    def _show_names(self, advisers: Sequence[Adviser]) -> None:
        for row in self.rows:
            self._names.removeWidget(row)
            row.hide()
            row.deleteLater()
        mine = self._place.desk.adviser.id
        self.rows = [AdviserRow(adviser, self, is_me=adviser.id == mine) for adviser in advisers]
        for row in self.rows:
            self._names.addWidget(row)
            row.removal_wanted.connect(self._unfold_for)
            speak_part(row)
