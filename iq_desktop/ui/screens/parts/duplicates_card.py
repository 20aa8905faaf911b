"""Cases that may be about the same person: why, and what to do; what was decided can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.duplicate import Duplicate, LinkKind
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.duplicates import find_duplicates, is_known_elsewhere, link_cases, list_links, unlink_cases
from iq_desktop.usecases.row_words import row_facts, row_title
from iq_desktop.wording.text import NOTHING, Text, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.duplicate import CaseLink
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk


class DuplicatesCard(Card):
    """The card, hidden while there is nothing to say; `opened` carries the identity of a case that shall be opened."""

    opened = Signal(str)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the empty card; `look` fills it."""
        super().__init__(
            say("Perhaps this person is already here"),
            parent,
            hint=say("Cases are never merged. A link can be taken back at any time."),
        )
        self._place = place
        self._case: CaseFile | None = None
        self.rows: tuple[_Row, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP)
        self.add(self._lines)
        self.elsewhere = SpeakingLabel(
            say("A colleague may have a case about this person. Please ask a responsible person."), "", self
        )
        self.elsewhere.hide()
        self.add(self.elsewhere)
        self.hide()

    def look(self, case: CaseFile) -> None:
        """Look behind the window for cases like this one, and for what was decided about it."""
        self._case = case
        ask_behind(self, self._place, partial(_look, self._place.desk, case), partial(self._show, case.id))

    def forget(self) -> None:
        """Show nothing: another case comes."""
        self._case = None
        self._show_rows((), is_elsewhere=False)

    def _show(self, case_id: str, found: tuple[Sequence[CaseLink], Sequence[Duplicate], bool]) -> None:
        if self._case is None or self._case.id != case_id:
            return
        links, duplicates, is_elsewhere = found
        same = [link for link in links if link.kind is LinkKind.SAME]
        rows = [_Row(link.other, say("Linked: the same person"), NOTHING, self, is_linked=True) for link in same]
        linked = {link.other.id for link in links}
        rows += [
            _Row(one.row, one.certainty.label, joined(one.reasons), self)
            for one in duplicates
            if one.row.id not in linked
        ]
        self._show_rows(tuple(rows), is_elsewhere=is_elsewhere)

    def _show_rows(self, rows: tuple[_Row, ...], *, is_elsewhere: bool) -> None:
        for gone in self.rows:
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = rows
        for row in rows:
            self._lines.addWidget(row)
            row.opened.connect(self.opened)
            row.decided.connect(self._decide)
            row.undecided.connect(self._take_back)
            speak_part(row)
            row.show()
        self.elsewhere.setVisible(is_elsewhere)
        self.setVisible(bool(rows) or is_elsewhere)

    def _decide(self, row: CaseRow, kind: LinkKind) -> None:
        if self._case is not None:
            work = partial(link_cases, self._place.desk, self._case.id, row.id, kind)
            ask_behind(self, self._place, work, partial(self._tell_decided, self._case.id, row, kind))

    def _tell_decided(self, case_id: str, row: CaseRow, kind: LinkKind, answer: tuple[Any, tuple[Change, ...]]) -> None:
        _link, changes = answer
        self._place.announce(changes)
        told = say("Noted: {what}, {name}", what=kind.label, name=row_title(row))
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._unlink, case_id, row))
        self._look_again()

    def _take_back(self, row: CaseRow) -> None:
        if self._case is not None:
            self._unlink(self._case.id, row)

    def _unlink(self, case_id: str, row: CaseRow) -> None:
        """Take a link of a case away, whichever case lies on the desk now."""
        work = partial(unlink_cases, self._place.desk, case_id, row.id)
        ask_behind(self, self._place, work, self._tell_taken_back)

    def _tell_taken_back(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self._look_again()

    def _look_again(self) -> None:
        if self._case is not None:
            self.look(self._case)


class _Row(QFrame):
    """One other case with what speaks for it."""

    opened = Signal(str)
    decided = Signal(object, object)
    undecided = Signal(object)

    def __init__(self, row: CaseRow, head: Text, reasons: Text, parent: QWidget, *, is_linked: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "tag")
        self._row = row
        name = SpeakingLabel(row_title(row), "strong", self)
        facts = SpeakingLabel(joined((head, row_facts(row))), "muted", self)
        self.reasons = SpeakingLabel(reasons, "hint", self)
        self.reasons.setVisible(reasons is not NOTHING)
        self.open = SpeakingButton(say("Open the case"), "", "right", self)
        self.same = SpeakingButton(say("The same person: link"), "", "check", self)
        self.different = SpeakingButton(say("Another person"), "plain", parent=self)
        self.unlink = SpeakingButton(say("Take the link away"), "plain", parent=self)
        self.same.setVisible(not is_linked)
        self.different.setVisible(not is_linked)
        self.unlink.setVisible(is_linked)
        self._place(name, facts)
        self.open.clicked.connect(self._open)
        self.same.clicked.connect(self._say_same)
        self.different.clicked.connect(self._say_different)
        self.unlink.clicked.connect(self._unlink)

    def _place(self, *words: SpeakingLabel) -> None:
        buttons = FlowLayout(gap=STEP)
        for button in (self.same, self.different, self.unlink, self.open):
            buttons.addWidget(button)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for label in (*words, self.reasons):
            lines.addWidget(label)
        lines.addSpacing(STEP // 2)
        lines.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.addLayout(lines, 1)

    def _open(self) -> None:
        self.opened.emit(self._row.id)

    def _say_same(self) -> None:
        self.decided.emit(self._row, LinkKind.SAME)

    def _say_different(self) -> None:
        self.decided.emit(self._row, LinkKind.DIFFERENT)

    def _unlink(self) -> None:
        self.undecided.emit(self._row)


def _look(desk: Desk, case: CaseFile) -> tuple[Sequence[CaseLink], Sequence[Duplicate], bool]:
    return list_links(desk, case.id), find_duplicates(desk, case), is_known_elsewhere(desk, case)
