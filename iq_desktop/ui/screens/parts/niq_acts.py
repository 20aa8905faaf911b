"""What the list of cases does for NIQ and for the centre's workbook: behind the window, with Undo where it can be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from iq_desktop.ui.screens.parts.asking import tell_failure
from iq_desktop.ui.screens.parts.niq_saving import FILE_KINDS
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.case_actions import undo_action
from iq_desktop.usecases.centre_export import WorkbookWish, export_centre
from iq_desktop.usecases.niq_reports import plan_reports, report_cases, take_chiffres
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iq_desktop.ui.screens.parts.case_list import CaseList
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.case_actions import Acted
    from iq_desktop.usecases.centre_export import Exported
    from iq_desktop.usecases.niq_ports import NiqForm
    from iq_desktop.usecases.niq_reports import ChiffresTaken
    from iq_desktop.usecases.progress import Progress

XLSX: Final = FileKind(say("Workbook (XLSX)"), ("*.xlsx",))
TABLE: Final = FileKind(say("Table (CSV)"), ("*.csv", "*.txt"))


class NiqActs(QObject):
    """Joins the list of cases with reports, Chiffres and the workbook."""

    def __init__(self, place: Workplace, cases: CaseList) -> None:
        """Bind the bar and the panel of a list."""
        super().__init__(cases)
        self._place, self._cases = place, cases
        cases.selection.reported_as.connect(self._plan)
        cases.selection.chiffres_wanted.connect(self._take_chiffres)
        cases.selection.workbook_wanted.connect(self._save_workbook)
        cases.report_panel.wanted.connect(self._report)

    def _plan(self, form: NiqForm) -> None:
        work = partial(plan_reports, self._place.desk, self._cases.ticked)
        self._run(work, partial(self._cases.report_panel.show_plan, form), say("Looking at the cases"))

    def _report(self, case_ids: tuple[str, ...], form: NiqForm) -> None:
        name = f"NIQ-{self._place.desk.clock.today():%Y-%m-%d}{form.ending}"
        path = self._place.ask.where_to_save(say("Save the records"), name, FILE_KINDS[form])
        if path is not None:
            work = partial(report_cases, self._place.desk, case_ids, form, path)
            self._run(work, self._tell_acted, say("Writing the records"))

    def _take_chiffres(self) -> None:
        path = self._place.ask.which_file(say("Choose the table with the Chiffres"), TABLE)
        if path is not None:
            self._run(partial(take_chiffres, self._place.desk, path), self._tell_chiffres, say("Noting the Chiffres"))

    def _tell_chiffres(self, taken: ChiffresTaken) -> None:
        unknown = say_count(
            "{count} row names a case that is not here",
            "{count} rows name cases that are not here",
            count=taken.unknown,
        )
        self._tell_acted(taken.acted, unknown if taken.unknown else NOTHING)

    def _tell_acted(self, acted: Acted, more: Text = NOTHING) -> None:
        self._place.announce(acted.changes)
        told = joined((acted.text, more))
        if acted.count:
            self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._undo, acted))
        else:
            self._place.banner.tell(told, "info")

    def _undo(self, acted: Acted) -> None:
        self._run(partial(undo_action, self._place.desk, acted), self._tell_undone, say("Changing cases"))

    def _tell_undone(self, acted: Acted) -> None:
        self._place.announce(acted.changes)
        self._place.banner.tell(acted.text)

    def _save_workbook(self, wish: WorkbookWish) -> None:
        name = f"IQ-{self._place.tongue().speak(say('Cases'))}.xlsx"
        path = self._place.ask.where_to_save(say("Save as a workbook"), name, XLSX)
        if path is None:
            return
        desk, query, tongue, chosen = self._place.desk, self._cases.query, self._place.tongue(), self._cases.ticked

        def work(progress: Progress) -> Exported:
            return export_centre(desk, query, wish, path, tongue, progress, chosen=chosen)

        self._run(work, partial(self._tell_exported, path), say("Writing the workbook"))

    def _tell_exported(self, path: Path, done: Exported) -> None:
        cases = say_count(
            "{count} case is in “{name}”.", "{count} cases are in “{name}”.", count=done.cases, name=path.name
        )
        contacts = say_count("{count} follow-up contact", "{count} follow-up contacts", count=done.contacts)
        hint = say("The file is not encrypted. Delete it when it is no longer needed.")
        self._place.banner.tell(joined((cases, contacts)), "good", hint)

    def _run(self, work: Callable[[Progress], Any], done: Callable[[Any], None], title: Text) -> None:
        self._place.background.run(work, done, partial(tell_failure, self._place), title=title, owner=self)
