"""The card of those who can open the vault: who they are, in which role, one more, one fewer."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.role import Act, Role
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.access_cards import add_password_line, check_present
from iq_desktop.ui.screens.parts.adviser_row import AdviserRow
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.new_password import NARROW, NewPassword
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.ui.shell.password_line import EntryLine, label_for
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.usecases.keys import Newcomer, give_role, let_go, let_in, offer_password, price_of, who_may_open
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE, ROLE_MEANS, may_i
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class _Purpose(Enum):
    """What the form is for."""

    NEWCOMER = 0
    LEAVING = 1
    ROLE = 2


class AdvisersCard(UnfoldingCard):
    """Who can open the vault; `removed` carries the name of who can no more."""

    removed = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the folded card; the names come with `refresh`."""
        hint = say("Each adviser has a password of their own for the same vault.")
        super().__init__(place, say("Advisers"), hint, say("Add an adviser"), parent)
        self.rows: list[AdviserRow] = []
        self._form_for = _Purpose.NEWCOMER
        self._concerned: Adviser | None = None
        self._is_open = may_i(place.desk, Act.CHOOSE_ADVISERS)
        self.open_button.setVisible(self._is_open)
        self.closed = SpeakingLabel(ONLY_RESPONSIBLE[Act.CHOOSE_ADVISERS], "hint", self)
        self.closed.setVisible(not self._is_open)
        self._names = QVBoxLayout()
        self._names.setSpacing(STEP // 2)
        self.body.insertLayout(self.body.indexOf(self.note), self._names)
        self.body.insertWidget(self.body.indexOf(self.note), self.closed)

    def refresh(self) -> None:
        """Read again who can open the vault."""
        ask_behind(self, self._place, partial(who_may_open, self._place.desk), self._show_names)

    def unfold(self) -> None:
        """Show the form for one more."""
        self._unfold_for(_Purpose.NEWCOMER, None)

    def fold(self) -> None:
        """Hide the form and forget what was typed."""
        super().fold()
        self.open_button.setVisible(self._is_open)

    def speak(self, tongue: Tongue) -> None:
        """Name the line for the name for screen readers."""
        if self.form is not None:
            self.name.setAccessibleName(tongue.speak(say("Name of the adviser")))

    def put_cursor(self) -> None:
        """Begin with what is missing."""
        if self._form_for is _Purpose.LEAVING:
            self.present.setFocus()
        elif self._form_for is _Purpose.ROLE:
            self.role.pills[self._role].setFocus()
        else:
            (self.new if clean_line(self.name.text()) else self.name).setFocus()

    def _unfold_for(self, purpose: _Purpose, concerned: Adviser | None) -> None:
        self._form_for, self._concerned = purpose, concerned
        super().unfold()

    def _unfold_leaving(self, adviser: Adviser) -> None:
        self._unfold_for(_Purpose.LEAVING, adviser)

    def _unfold_role(self, adviser: Adviser) -> None:
        self._unfold_for(_Purpose.ROLE, adviser)

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
        self.role = PillChoice(say("Role"), [(one.value, one.label) for one in Role], self._role, self)
        self.role.chosen.connect(self._show_role)
        self.role_means = SpeakingLabel(ROLE_MEANS[Role.ADVISER], "hint", self)
        self.roles = QWidget(self)
        below = QVBoxLayout(self.roles)
        below.setContentsMargins(0, 0, 0, STEP)
        below.setSpacing(STEP)
        for part in (label_for(say("Role"), self.role, self.roles), self.role, self.role_means):
            below.addWidget(part)
        lines.addWidget(self.roles)
        self.present = add_password_line(self, lines, say("Your own password"))
        self.name.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self.present.setFocus)
        self.present.entered.connect(self.go_on)

    def _begin(self) -> None:
        purpose, one = self._form_for, self._concerned
        self.newcomer.setVisible(purpose is _Purpose.NEWCOMER)
        self.roles.setVisible(purpose is not _Purpose.LEAVING)
        self.sentence.setVisible(one is not None)
        if one is not None:
            leaves = say("{name} shall not open the vault any more. The cases and what {name} did stay.", name=one.name)
            turns = say("Role of {name}", name=one.name)
            self.sentence.show_text(leaves if purpose is _Purpose.LEAVING else turns)
        self._show_role((one.role if one is not None else Role.ADVISER).value)
        self.go_button.show_text(say("Remove") if purpose is _Purpose.LEAVING else say("Save"))
        for row in self.rows:
            row.let_press(is_on=False)
        speak_part(self)

    def _show_role(self, code: str) -> None:
        self._role = code
        self.role.show_choice(code)
        self.role_means.show_text(ROLE_MEANS[Role.of(code)])

    def _forget(self) -> None:
        self._concerned = None
        self.name.clear()
        self.new.forget()
        self.present.clear()
        for row in self.rows:
            row.let_press(is_on=True)

    def _go_on(self) -> None:
        desk, one, role = self._place.desk, self._concerned, Role.of(self._role)
        if one is None:
            self._let_in(role)
            return
        check_present(self.present)
        if self._form_for is _Purpose.LEAVING:
            self._run(partial(let_go, desk, self.present.words, one.id), partial(self._take_leave, one.name))
        else:
            work = partial(give_role, desk, self.present.words, one, role)
            self._run(work, partial(self._take_role, one.name, role))

    def _let_in(self, role: Role) -> None:
        newcomer = Newcomer(clean_line(self.name.text()), self.new.words, role)
        if not newcomer.name:
            raise IqError(say("Please write the name of the adviser."))
        self.new.check()
        check_present(self.present)
        work = partial(let_in, self._place.desk, self.present.words, newcomer)
        self._run(work, partial(self._take, newcomer.name))

    def _take_role(self, name: str, role: Role, changes: tuple[Change, ...]) -> None:
        self._finish(
            say("{name}: {role}", name=name, role=role.label),
            say("It counts from the next time that {name} unlocks.", name=name),
        )
        self._place.announce(changes)
        self.refresh()

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
        self.rows = [AdviserRow(adviser, self, is_me=adviser.id == mine, is_open=self._is_open) for adviser in advisers]
        for row in self.rows:
            self._names.addWidget(row)
            row.removal_wanted.connect(self._unfold_leaving)
            row.role_wanted.connect(self._unfold_role)
            speak_part(row)

    _role = Role.ADVISER.value
