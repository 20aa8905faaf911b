"""The guard “grant first!” of a page: reads the rules behind the window, and says whether a case needs the warning."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iq_desktop.domain.changes import Area
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.costs import grant_warning
from iq_desktop.usecases.rules import open_rule_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.grant_guard import GrantWarning
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.rules import RuleBook


class GrantWatch(QObject):
    """Knows the rules once they were read; `renewed` when they came or changed while a case is shown."""

    renewed = Signal()

    def __init__(self, page: PageFrame) -> None:
        """Ask for the rules."""
        super().__init__(page)
        self._page = page
        self._book: RuleBook | None = None
        page.place.changes.announced.connect(self._hear)
        self._ask()

    def find_warning(self, case: CaseFile) -> GrantWarning | None:
        """Return the warning for a case; None where there is none, or while the rules are being read."""
        if self._book is None:
            return None
        return grant_warning(self._book, case, self._page.place.desk.clock.today())

    def find_warning_now(self, case: CaseFile) -> GrantWarning | None:
        """Return the warning for a case; the rules are read at once where that has not happened yet."""
        if self._book is None:
            self._book = open_rule_book(self._page.place.desk)
        return self.find_warning(case)

    def _ask(self) -> None:
        ask_behind(self._page, self._page.place, partial(open_rule_book, self._page.place.desk), self._take)

    def _take(self, book: RuleBook) -> None:
        self._book = book
        if self._page.case is not None:
            self.renewed.emit()

    def _hear(self, changes: Sequence[Change]) -> None:
        if any(change.area is Area.RULES for change in changes):
            self._ask()


def watch_of(page: PageFrame) -> GrantWatch:
    """Return the guard of a page, which all of its sections share."""
    found = page.findChild(GrantWatch)
    return found if found is not None else GrantWatch(page)
