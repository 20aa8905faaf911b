"""Erasing a person in two deliberate steps: what goes and what stays, then the number of the case typed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from iq_desktop.domain.erasure import EraseReason, Erasure
from iq_desktop.forms.vocabulary import choice
from iq_desktop.ui.kit.choice_editors import TickEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import set_role
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.unfolding_card import UnfoldingCard
from iq_desktop.usecases.rights import erase_cases, find_mentions, linked_cases
from iq_desktop.usecases.rights_papers import what_goes, what_stays
from iq_desktop.usecases.rights_words import listed_counts, mention_words
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, joined, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk

_GO_ON: Final = say("Go on")
_ERASE: Final = say("Erase for good")


@dataclass(frozen=True, slots=True)
class Consequences:
    """What an erasing takes away, what stays and why, where else the person is named, which other cases there are."""

    goes: Text
    stays: Text
    named: Text
    linked: Mapping[str, str]


class EraseCard(UnfoldingCard):
    """Both steps; `erased` carries the Erasure when the case is gone."""

    erased = Signal(object)

    def __init__(self, place: Workplace, when_saved: Callable[[Callable[[], None]], None], parent: QWidget) -> None:
        """Build the folded card; `when_saved` does something as soon as the open case is saved."""
        hint = say("Everything about the person goes, at once and for good. It cannot be undone.")
        super().__init__(place, say("Erase the person"), hint, say("Look at what would go …"), parent)
        self.setObjectName("erasing")
        self._case: CaseFile | None = None
        self._linked: Mapping[str, str] = {}
        self._reason: EraseReason | None = None
        self._when_saved = when_saved
        self._is_second = False

    def show_case(self, case: CaseFile, *, is_other: bool) -> None:
        """Prepare for a case; what was begun for another one is forgotten."""
        self._case = case
        if is_other:
            self.note.clear()
            self.fold()

    def _fields(self, lines: QVBoxLayout) -> None:
        self.goes = SpeakingLabel(say("One moment please."), "", self)
        self.stays = SpeakingLabel(NOTHING, "muted", self)
        self.named = SpeakingLabel(NOTHING, "", self)
        self.reason = make_frame(choice("reason", say("Why is it erased?"), EraseReason), self)
        self.with_linked = TickEditor("erase_linked", say("The linked cases of the same person as well"), self)
        self.reason.editor.committed.connect(self._keep_reason)
        self.keep_figures = TickEditor(
            "keep_figures", say("Keep anonymous figures, where enough people share them"), self
        )
        self.number = FieldFrame(LineEditor("typed_number", self), say("Type the number of the case"), parent=self)
        parts = (self.goes, self.stays, self.named, self.reason, self.with_linked, self.keep_figures, self.number)
        for part in parts:
            lines.addWidget(part)

    def put_cursor(self) -> None:
        """Put the cursor where this step begins."""
        (self.number if self._is_second else self.reason).editor.setFocus()

    def _begin(self) -> None:
        self.working.show_text(say("One moment please."))
        self._show_step(is_second=False)
        case = self._case
        if case is not None:
            ask_behind(self, self._place, partial(_look, self._place.desk, case.id), self._show_consequences)

    def _show_consequences(self, told: Consequences) -> None:
        self._linked = told.linked
        self.goes.show_text(told.goes)
        self.stays.show_text(told.stays)
        self.named.show_text(told.named)
        self.named.setVisible(bool(told.named.message))
        self.with_linked.setVisible(bool(told.linked) and not self._is_second)

    def _keep_reason(self, reason: EraseReason | None) -> None:
        self._reason = reason

    def _forget(self) -> None:
        self._linked, self._reason = {}, None
        for part in (self.reason.editor, self.number.editor):
            part.forget()
            part.show_value(None)
        for tick in (self.with_linked, self.keep_figures):
            tick.show_value(False)
        self._show_step(is_second=False)

    def _show_step(self, *, is_second: bool) -> None:
        self._is_second = is_second
        for part in (self.reason, self.keep_figures):
            part.setVisible(not is_second)
        self.with_linked.setVisible(bool(self._linked) and not is_second)
        self.number.setVisible(is_second)
        self.go_button.show_text(_ERASE if is_second else _GO_ON)
        set_role(self.go_button, "danger" if is_second else "primary")

    def _go_on(self) -> None:
        case, reason = self._case, self._reason
        if case is None:
            return
        if reason is None:
            raise IqError(say("Why is it erased?"), say("Please choose a reason."))
        if not self._is_second:
            self._show_step(is_second=True)
            told = say("This cannot be undone. To erase, type the number of the case: {number}", number=case.number)
            self.note.tell(told, "warn")
            self.put_cursor()
            return
        line = self.number.editor
        if not isinstance(line, LineEditor) or line.line.text().strip() != case.number:
            raise IqError(say("This is not the number of this case."), say("It reads {number}.", number=case.number))
        self._when_saved(partial(self._erase, case, reason))

    def _erase(self, case: CaseFile, reason: EraseReason) -> None:
        ids = (case.id, *(self._linked if self.with_linked.tick.isChecked() else ()))
        self._set_busy(is_busy=True)
        work = partial(erase_cases, self._place.desk, ids, reason, keep_figures=self.keep_figures.tick.isChecked())
        self._place.background.run(work, self._take, self._refuse, title=say("Erasing"), owner=self)

    def _take(self, answer: tuple[Erasure, tuple[Change, ...]]) -> None:
        done, changes = answer
        self._set_busy(is_busy=False)
        self.fold()
        self.erased.emit(done)
        self._place.announce(changes)


def _look(desk: Desk, case_id: str) -> Consequences:
    """Return what the erasing of a case would do."""
    counts = what_goes(desk, (case_id,))
    return Consequences(
        goes=say("This goes: {entries}", entries=listed_counts(counts)),
        stays=say("This stays: {reasons}", reasons=joined(what_stays(desk), " ")),
        named=mention_words(find_mentions(desk, (case_id,))),
        linked=linked_cases(desk, case_id),
    )
