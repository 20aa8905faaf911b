"""Receipts for originals from the page Papers: one press makes the receipt final and hands it to the printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.paper_receipts import RETURNED, TAKEN, make_receipt, with_receipt_noted
from iq_desktop.usecases.printing import note_delivery
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.printing import Printed


class ReceiptDesk(QObject):
    """Prints receipts; each one waits until the case is saved, since it tells what lies in the vault."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QObject) -> None:
        """Keep where the case lies."""
        super().__init__(parent)
        self._place, self._open_case = place, open_case

    def print_taken(self) -> None:
        """Print the receipt for the originals that lie here."""
        self._open_case.when_saved(partial(self._make, TAKEN))

    def print_returned(self) -> None:
        """Print the receipt for the originals that were given back."""
        self._open_case.when_saved(partial(self._make, RETURNED))

    def _make(self, name: str) -> None:
        case = self._open_case.case
        work = partial(make_receipt, self._place.desk, case, name)
        ask_behind(self, self._place, work, partial(self._hand_out, case, name))

    def _hand_out(self, case: CaseFile, name: str, printed: Printed) -> None:
        if self._open_case.is_open and self._open_case.case.id == case.id:
            noted = with_receipt_noted(self._open_case.case, name, self._place.desk.clock.today())
            if noted != self._open_case.case:
                self._open_case.change(noted)
        if not self._place.ask.print_pdf(printed.pdf, printed.kind.title):
            told = say("The receipt is ready. You find it under Documents.")
            self._place.banner.tell(told, "info")
            return
        note = partial(note_delivery, self._place.desk, case, printed, "print")
        ask_behind(self, self._place, note, partial(self._tell, printed))

    def _tell(self, printed: Printed, _done: None) -> None:
        self._place.banner.tell(say("Sent to the printer: {title}", title=printed.kind.title))
