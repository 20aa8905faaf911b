"""Saving the record of the open case as a file, and showing it: behind the window, with a way back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.niq_ports import NiqForm
from iq_desktop.usecases.niq_reports import record_of, report_case
from iq_desktop.usecases.niq_words import names_of_occupations, tell_record
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.screens.parts.niq_report_card import NiqReportCard
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.niq_words import ToldField

FILE_KINDS: Final = {form: FileKind(form.label, (f"*{form.ending}",)) for form in NiqForm}


def save_record(page: PageFrame, form: NiqForm) -> None:
    """Ask where, write the record of the open case, and note in the case that it was reported."""
    case, ask = page.open_case.case, page.place.ask
    path = ask.where_to_save(say("Save the record"), f"NIQ-{case.number}{form.ending}", FILE_KINDS[form])
    if path is not None:
        work = partial(report_case, page.place.desk, case, form, path)
        ask_behind(page, page.place, work, partial(_take, page, path))


def show_record(page: PageFrame, card: NiqReportCard) -> None:
    """Show the record of the open case as it would be sent today."""
    case = page.open_case.case
    ask_behind(page, page.place, partial(_tell, page.place.desk, case), partial(_show, page, card, case.id))


def _show(page: PageFrame, card: NiqReportCard, case_id: str, fields: tuple[ToldField, ...]) -> None:
    if page.open_case.is_open and page.open_case.case.id == case_id:
        card.show_record(fields)


def _take(page: PageFrame, path: Path, reported: CaseFile) -> None:
    if page.open_case.is_open and page.open_case.case.id == reported.id:
        case = replace(page.open_case.case, niq_reports=reported.niq_reports)
        page.change_with_undo(case, say("The record is in “{name}”. The case counts as reported.", name=path.name))


def _tell(desk: Desk, case: CaseFile) -> tuple[ToldField, ...]:
    return tell_record(record_of(desk, case), desk.niq.codes, names_of_occupations(case))
