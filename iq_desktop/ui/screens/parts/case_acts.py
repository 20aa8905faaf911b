"""What the list of cases does to several cases, and the table that leaves the vault: behind the window, with Undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from iq_desktop.ui.screens.parts.asking import tell_failure
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.case_actions import Acted, assign_adviser, close_cases, reopen_cases, undo_action
from iq_desktop.usecases.case_columns import USUAL_COLUMNS
from iq_desktop.usecases.case_export import export_cases
from iq_desktop.usecases.case_list import keep_view, list_case_ids, remove_view, restore_view
from iq_desktop.wording.text import NOTHING, Text, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from iq_desktop.domain.case_list import CaseView
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.talk import CounsellingResult
    from iq_desktop.ui.screens.parts.case_list import CaseList
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.progress import Progress

CSV: Final = FileKind(say("Table (CSV)"), ("*.csv",))


class CaseActs(QObject):
    """Joins the list of cases with what can be done to its rows."""

    def __init__(self, place: Workplace, cases: CaseList) -> None:
        """Bind bar, views and buttons of a list."""
        super().__init__(cases)
        self._place, self._cases = place, cases
        bar = cases.selection
        bar.assigned.connect(self._assign)
        bar.closed_with.connect(self._close)
        bar.reopened.connect(self._reopen)
        bar.exported.connect(self._export_ticked)
        bar.all_wanted.connect(self._tick_all)
        cases.export_button.clicked.connect(self._export_all)
        cases.views.kept.connect(self._keep_view)
        cases.views.removed.connect(self._remove_view)

    def _assign(self, adviser: Adviser) -> None:
        self._act(partial(assign_adviser, self._place.desk, self._cases.ticked, adviser))

    def _close(self, result: CounsellingResult) -> None:
        self._act(partial(close_cases, self._place.desk, self._cases.ticked, result))

    def _reopen(self) -> None:
        self._act(partial(reopen_cases, self._place.desk, self._cases.ticked))

    def _act(self, work: Callable[[Progress], Acted]) -> None:
        self._run(work, self._tell_acted, say("Changing cases"))

    def _tell_acted(self, acted: Acted) -> None:
        self._place.announce(acted.changes)
        undo = partial(self._undo, acted)
        if acted.count:
            self._place.banner.tell(acted.text, act_name=say("Undo"), act=undo)
        else:
            self._place.banner.tell(acted.text, "info")

    def _undo(self, acted: Acted) -> None:
        self._run(partial(undo_action, self._place.desk, acted), self._tell_undone, say("Changing cases"))

    def _tell_undone(self, acted: Acted) -> None:
        self._place.announce(acted.changes)
        self._place.banner.tell(acted.text)

    def _tick_all(self) -> None:
        work = partial(_list_ids, self._place, self._cases)
        self._run(work, self._cases.tick_all, None)

    def _export_all(self) -> None:
        self._export(())

    def _export_ticked(self) -> None:
        self._export(self._cases.ticked)

    def _export(self, chosen: tuple[str, ...]) -> None:
        name = f"IQ-{self._place.tongue().speak(say('Cases'))}.csv"
        path = self._place.ask.where_to_save(say("Save as a table"), name, CSV)
        if path is None:
            return
        columns = self._cases.columns or USUAL_COLUMNS
        desk, query, tongue = self._place.desk, self._cases.query, self._place.tongue()

        def work(progress: Progress) -> int:
            return export_cases(desk, query, columns, path, tongue, progress, chosen=chosen)

        self._run(work, partial(self._tell_exported, path), say("Writing the table"))

    def _tell_exported(self, path: Path, count: int) -> None:
        told = say_count("{count} case is in “{name}”.", "{count} cases are in “{name}”.", count=count, name=path.name)
        self._place.banner.tell(told, "good", say("The file is not encrypted. Delete it when it is no longer needed."))

    def _keep_view(self, name: str, for_all: bool) -> None:  # noqa: FBT001  (Qt's signal carries it)
        cases = self._cases
        work = partial(keep_view, self._place.desk, name, cases.query, cases.columns, for_all=for_all)
        self._run(lambda _progress: work(), self._tell_kept, None)

    def _tell_kept(self, kept: tuple[CaseView, tuple[Change, ...]]) -> None:
        view, changes = kept
        self._place.announce(changes)
        self._cases.look_around()
        self._place.banner.tell(say("The view is kept: {name}", name=view.name))

    def _remove_view(self, view: CaseView) -> None:
        work = partial(remove_view, self._place.desk, view)
        self._run(lambda _progress: work(), partial(self._tell_removed, view), None)

    def _tell_removed(self, view: CaseView, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self._cases.look_around()
        told = say("The view was removed: {name}", name=view.name)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._restore_view, view))

    def _restore_view(self, view: CaseView) -> None:
        work = partial(restore_view, self._place.desk, view)
        self._run(lambda _progress: work(), self._tell_restored, None)

    def _tell_restored(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self._cases.look_around()

    def _run(self, work: Callable[[Progress], Any], done: Callable[[Any], None], title: Text | None) -> None:
        failed = partial(tell_failure, self._place)
        self._place.background.run(work, done, failed, title=title or NOTHING, owner=self)


def _list_ids(place: Workplace, cases: CaseList, progress: Progress) -> Sequence[str]:
    del progress
    return list_case_ids(place.desk, cases.query)
