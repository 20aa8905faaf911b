"""The card on which one comes from the IQ Webapp: choose a table, look, take in, take back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.table import RowTable
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.webapp_tables import IMPORT_COLUMNS, import_key
from iq_desktop.ui.screens.parts.webapp_work import WebappWork
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.webapp_import import list_imports, look, open_table, take_in_cases, undo_import
from iq_desktop.usecases.webapp_report import save_report, undone_words
from iq_desktop.wording.text import NOTHING, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.kit.background import Job
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.webapp_ports import CaseImport, TableFile
    from iq_desktop.usecases.webapp_preview import Preview, Reading, Undone
    from iq_desktop.wording.text import Text

T = TypeVar("T")

_TABLES: Final = FileKind(say("Workbooks"), ("*.xlsx",))
_TEXTS: Final = FileKind(say("Text"), ("*.txt",))
_LIST_HEIGHT: Final = 210


class WebappCard(Card):
    """One table after the other; all that was taken in stands below and can be taken back."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the button, the place for the work on a table, and the list of imports."""
        hint = say(
            "Export your records there as XLSX and choose the file here. Nothing of it is lost: "
            "what has no field of its own stands in the notes of the case."
        )
        super().__init__(say("Coming from the IQ Webapp"), parent, hint=hint)
        self._place = place
        self._job: Job | None = None
        self.choose = SpeakingButton(say("Choose the table"), "primary", "import", self)
        self.work = WebappWork(self)
        self.report = SpeakingLabel(NOTHING, "", self)
        self.before = SpeakingLabel(say("Earlier imports"), "label", self)
        self.imports = RowTable(say("Earlier imports"), IMPORT_COLUMNS, import_key, NOTHING, self)
        self.imports.setObjectName("webapp_imports")
        self.save = SpeakingButton(say("Save the report"), "", "save", self)
        self.undo = SpeakingButton(say("Take this import back"), "", "undo", self)
        self._set()
        self._connect()

    def _set(self) -> None:
        measure_by_text(self.imports, least_height=_LIST_HEIGHT, most_height=_LIST_HEIGHT)
        first = FlowLayout(gap=STEP)
        first.addWidget(self.choose)
        self.add(first)
        self.add(self.work)
        self.add(self.report)
        self.rule = line(self)
        self.add(self.rule)
        self.add(self.before)
        self.add(self.imports)
        buttons = FlowLayout(gap=STEP)
        buttons.addWidget(self.save)
        buttons.addWidget(self.undo)
        self.add(buttons)
        self.work.hide()
        self.report.hide()
        self.show_imports(())

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.work.read_otherwise.connect(self._read_otherwise)
        self.work.wanted.connect(self._take_in)
        self.work.given_up.connect(self._close)
        self.imports.chosen.connect(self._show_chosen)
        self.save.clicked.connect(self._ask_where)
        self.undo.clicked.connect(self._undo)
        self._place.background.ended.connect(self._end)

    def refresh(self) -> None:
        """Read the list of imports again."""
        ask_behind(self, self._place, partial(list_imports, self._place.desk), self.show_imports)

    def show_imports(self, imports: Sequence[CaseImport]) -> None:
        """Show these imports."""
        self.imports.show_rows(imports)
        if imports and self.imports.current_row() is None:
            self.imports.selectRow(0)
        for part in (self.before, self.imports, self.save, self.undo, self.rule):
            part.setVisible(bool(imports))
        self._show_chosen(self.imports.current_row())

    def open_file(self, path: Path) -> None:
        """Read a table behind the window and show how it is read."""
        self._place.banner.clear()
        self.report.hide()
        self._run(partial(_open, self._place, path), self._show_table, say("Reading {name}", name=path.name))

    def _ask_file(self) -> None:
        path = self._place.ask.which_file(say("Which table of the IQ Webapp?"), _TABLES)
        if path is not None:
            self.open_file(path)

    def _show_table(self, answer: tuple[TableFile, Reading]) -> None:
        file, reading = answer
        self.work.show_table(file, reading)
        self.work.show()
        self.choose.hide()
        work = partial(look, self._place.desk, file, reading)
        self._run(work, self.work.show_preview, say("Looking through {name}", name=file.name))

    def _read_otherwise(self, reading: Reading) -> None:
        if self.work.file is not None:
            self._show_table((self.work.file, reading))

    def _take_in(self) -> None:
        work = self.work
        if work.file is None or work.reading is None or work.preview is None:
            return
        task = partial(_take, self._place, work.file, work.reading, work.preview, work.with_doubles)
        work.setEnabled(False)
        self._run(task, self._tell_taken, say("Taking in {name}", name=work.file.name))

    def _tell_taken(self, answer: tuple[CaseImport, tuple[Change, ...]]) -> None:
        entry, changes = answer
        self._close()
        self.report.show_text(as_it_is(_shortened(entry.report)))
        self.report.show()
        self._place.announce(changes)
        told = say_count("{count} case was taken in.", "{count} cases were taken in.", count=len(entry.case_ids))
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self.take_back, entry))

    def _undo(self) -> None:
        entry: CaseImport | None = self.imports.current_row()
        if entry is not None:
            self.take_back(entry)

    def take_back(self, entry: CaseImport) -> None:
        """Take a whole import back."""
        self.undo.setEnabled(False)
        work = partial(undo_import, self._place.desk, entry)
        self._run(work, self._tell_undone, say("Taking back {name}", name=entry.name))

    def _tell_undone(self, undone: Undone) -> None:
        self.report.hide()
        self._place.announce(undone.changes)
        self._place.banner.tell(undone_words(undone))

    def _ask_where(self) -> None:
        entry: CaseImport | None = self.imports.current_row()
        if entry is None:
            return
        path = self._place.ask.where_to_save(say("Save the report"), "Bericht der Übernahme.txt", _TEXTS)
        if path is not None:
            ask_behind(self, self._place, partial(save_report, entry, path), partial(self._tell_saved, path))

    def _tell_saved(self, path: Path, _nothing: None) -> None:
        self._place.banner.tell(say("Saved as “{name}”", name=path.name))

    def _close(self) -> None:
        self.work.hide()
        self.work.setEnabled(True)
        self.choose.show()
        self.choose.setFocus()

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None], title: Text) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._place.background.run(work, done, self._tell_problem, title=title, owner=self)

    def _tell_problem(self, error: Exception) -> None:
        self.work.setEnabled(True)
        self._place.tell_problem(error)

    def _end(self, job: Job) -> None:
        """Look again at what was taken in: also what was stopped half way stands in the list."""
        if job is not self._job:
            return
        self._job = None
        self.work.setEnabled(True)
        if job.is_cancelled:
            self._close()
            self._place.banner.tell(say("Stopped. What was taken in until then stands in the list below."), "info")
        self.refresh()

    def _show_chosen(self, entry: CaseImport | None) -> None:
        self.save.setEnabled(entry is not None and bool(entry.report))
        self.undo.setEnabled(entry is not None and bool(entry.case_ids))


def _open(place: Workplace, path: Path, _progress: Progress) -> tuple[TableFile, Reading]:
    return open_table(place.desk, path)


def _take(
    place: Workplace, file: TableFile, reading: Reading, preview: Preview, with_doubles: object, progress: Progress
) -> tuple[CaseImport, tuple[Change, ...]]:
    return take_in_cases(place.desk, file, reading, preview, progress, with_doubles=bool(with_doubles))


_LINES: Final = 12


def _shortened(report: str) -> str:
    """Return the first lines of a report: all of it can be saved."""
    lines = report.splitlines()
    return "\n".join((*lines[:_LINES], "…")) if len(lines) > _LINES else report
