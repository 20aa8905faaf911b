"""One step back or forward again: where it is not seen, the window goes there and tells what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.usecases.changed_parts import changed_parts
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.shell.case_view import CaseView
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import BannerPort
    from iq_desktop.usecases.changed_parts import ChangedPart


class Steps(QObject):
    """Undo and redo in the open case."""

    def __init__(self, open_case: OpenCase, view: CaseView, banner: BannerPort, parent: QObject) -> None:
        """Keep what is stepped through, where it is seen, and where it is told."""
        super().__init__(parent)
        self._open_case, self._view, self._banner = open_case, view, banner

    def undo(self) -> None:
        """Take one step back, half-typed words first taken over as a step of their own."""
        self._view.flush()
        if self._open_case.can_undo:
            before = self._open_case.case
            self._open_case.undo()
            self._show(before, is_back=True)

    def redo(self) -> None:
        """Take the step again that was taken back."""
        if self._open_case.can_redo:
            before = self._open_case.case
            self._open_case.redo()
            self._show(before, is_back=False)

    def _show(self, before: CaseFile, *, is_back: bool) -> None:
        parts = changed_parts(before, self._open_case.case)
        if not parts or any(self._view.is_in_sight(part.page, part.part) for part in parts):
            return
        first = parts[0]
        self._view.go_to_part(first.page, first.part, has_focus=False)
        if is_back:
            self._banner.tell(_undone(first), "info", act_name=say("Redo"), act=self.redo)
        else:
            self._banner.tell(_redone(first), "info", act_name=say("Undo"), act=self.undo)


def _undone(part: ChangedPart) -> Text:
    return say("Undone: {what}", what=part.name)


def _redone(part: ChangedPart) -> Text:
    return say("Done again: {what}", what=part.name)
