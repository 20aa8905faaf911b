"""The section “What is possible” of the page Recognition: each route with its verdict, reasons and open questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.domain.changes import Area
from iq_desktop.domain.rule import RouteGroup
from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.verdict_row import VerdictRow
from iq_desktop.usecases.possible_words import by_group
from iq_desktop.usecases.rule_words import OLD_RULES_ADVICE, old_rules_words
from iq_desktop.usecases.rules import old_packs, open_rule_book
from iq_desktop.usecases.told_facts import tell_fact
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.eligibility import RouteVerdict
    from iq_desktop.domain.fact import Fact
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.rules import RuleBook


class PossiblePart(Card):
    """The routes of a case; `changed` carries the changed case, `page_wanted` leads to where something is asked."""

    changed = Signal(object)
    page_wanted = Signal(str, str)

    def __init__(self, page: PageFrame) -> None:
        """Build the card; the rules are read behind the window."""
        hint = say("The rules tell what the law allows; the offices decide. Press a line to see why.")
        super().__init__(say("What is possible"), page, hint=hint)
        self.page = page
        self.rows: dict[tuple[str, str], VerdictRow] = {}
        self.headings: dict[RouteGroup, SpeakingLabel] = {}
        self._groups: dict[RouteGroup, QVBoxLayout] = {}
        self._case: CaseFile | None = None
        self._book: RuleBook | None = None
        self.old = Banner(self)
        self.old.setObjectName("old_rules")
        self.old.close_button.hide()
        self.waiting = SpeakingLabel(say("One moment please."), "muted", self)
        self.add(self.old)
        self.add(self.waiting)
        self._make_groups()
        page.place.changes.announced.connect(self._hear)
        self._ask()

    def _make_groups(self) -> None:
        for group in RouteGroup:
            self.headings[group] = SpeakingLabel(group.label, "strong", self)
            self._groups[group] = QVBoxLayout()
            self._groups[group].setSpacing(2)
            column = QVBoxLayout()
            column.setSpacing(STEP // 2)
            column.addWidget(self.headings[group])
            column.addLayout(self._groups[group])
            self.add(column)

    def show_case(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        """Show what is possible for a case; never emits."""
        del problems
        if is_other:
            self._clear()
        self._case = case
        self._show()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in self.rows.values():
            row.flush()

    def go_to(self, field: str) -> None:
        """Put the cursor where a fact is asked; raises KeyError where no route asks for it."""
        for row in self.rows.values():
            if any(fact.code == field and fact.is_told for fact in (*row.verdict.missing, *row.verdict.told)):
                row.go_to(field)
                return
        raise KeyError(field)

    def _ask(self) -> None:
        ask_behind(self, self.page.place, partial(open_rule_book, self.page.place.desk), self._take_book)

    def _hear(self, changes: Sequence[Change]) -> None:
        if any(change.area is Area.RULES for change in changes):
            self._ask()

    def _take_book(self, book: RuleBook) -> None:
        self._book = book
        old = old_packs(book.packs, self.page.place.desk.clock.today())
        if old:
            self.old.tell(old_rules_words(old), "warn", OLD_RULES_ADVICE)
        else:
            self.old.clear()
        self._show()

    def _show(self) -> None:
        self.waiting.setVisible(self._book is None)
        if self._book is None or self._case is None:
            return
        verdicts = self._book.what_is_possible(self._case, self.page.place.desk.clock.today())
        found = {_key(one): one for one in verdicts}
        for key in [key for key in self.rows if key not in found]:
            _take_away(self.rows.pop(key))
        for group, members in by_group(verdicts):
            self._add_rows(group, members)
        for key, row in self.rows.items():
            row.show_verdict(self._case, found[key], self._book.course_types)
        shown = {verdict.route.group for verdict in verdicts}
        for group, heading in self.headings.items():
            heading.setVisible(group in shown)

    def _add_rows(self, group: RouteGroup, members: Sequence[RouteVerdict]) -> None:
        """Add the rows that are not there yet, below the heading of their group; nothing else moves."""
        for verdict in members:
            if _key(verdict) not in self.rows:
                row = VerdictRow(verdict, self)
                row.answered.connect(self._answer)
                row.page_wanted.connect(self.page_wanted)
                self.rows[_key(verdict)] = row
                self._groups[group].addWidget(row)
                speak_part(row)
                row.show()

    def _clear(self) -> None:
        for row in self.rows.values():
            _take_away(row)
        self.rows = {}

    def _answer(self, fact: Fact, subject_id: str, value: object) -> None:
        if self._case is not None:
            self.changed.emit(tell_fact(self._case, fact, subject_id, value, self.page.place.desk.clock.today()))


def _key(verdict: RouteVerdict) -> tuple[str, str]:
    return str(verdict.route.value), verdict.subject_id


def _take_away(row: VerdictRow) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
