"""A paper of a case on its way out: to a printer or into a file, noted in the journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.shell.ask import PDF
from iq_desktop.usecases.final_papers import note_where_it_went, take_back_note
from iq_desktop.usecases.printing import check_leaving, note_delivery, save_as_file
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.document_record import Delivery
    from iq_desktop.ui.screens.parts.paper_finals import PaperNote
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.printing import Printed


def print_out(owner: QObject, place: Workplace, case: CaseFile, printed: Printed, tell: Callable[[Text], None]) -> None:
    """Hand a paper to a printer where it may leave, note it, and `tell` so."""
    check = partial(check_leaving, case, printed)
    ask_behind(owner, place, check, partial(_hand_to_printer, owner, place, case, printed, tell))


def save_out(owner: QObject, place: Workplace, case: CaseFile, printed: Printed, tell: Callable[[Text], None]) -> None:
    """Ask for a file, write a paper into it where it may leave, note it, and `tell` so."""
    path = place.ask.where_to_save(printed.kind.title, printed.file_name, PDF)
    if path is None:
        return
    work = partial(save_as_file, place.desk, case, printed, path)
    ask_behind(owner, place, work, partial(_tell, tell, say("Saved as {name}", name=path.name)))


def note_way(
    owner: QObject, place: Workplace, case: CaseFile, note: PaperNote, changed: Callable[[object], None]
) -> None:
    """Note where a final paper went, say so with a way back, and tell `changed`."""
    work = partial(note_where_it_went, place.desk, case, note.told.paper, note.way, note.recipient)
    ask_behind(owner, place, work, partial(_tell_noted, owner, place, case, note, changed))


def take_back(
    owner: QObject, place: Workplace, case: CaseFile, changed: Callable[[object], None], delivery: Delivery
) -> None:
    """Take a note of where a final paper went back, and tell `changed`."""
    ask_behind(owner, place, partial(take_back_note, place.desk, case, delivery), changed)


def _tell_noted(
    owner: QObject,
    place: Workplace,
    case: CaseFile,
    note: PaperNote,
    changed: Callable[[object], None],
    delivery: Delivery,
) -> None:
    changed(None)
    told = say("Noted: {what}", what=note.way.label)
    place.banner.tell(told, act_name=say("Undo"), act=partial(take_back, owner, place, case, changed, delivery))


def _hand_to_printer(
    owner: QObject, place: Workplace, case: CaseFile, printed: Printed, tell: Callable[[Text], None], _may: None
) -> None:
    if not place.ask.print_pdf(printed.pdf, printed.kind.title):
        return
    note = partial(note_delivery, place.desk, case, printed, "print")
    told = say("Sent to the printer: {title}", title=printed.kind.title)
    ask_behind(owner, place, note, partial(_tell, tell, told))


def _tell(tell: Callable[[Text], None], told: Text, _answer: None) -> None:
    tell(told)
