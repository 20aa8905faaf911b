"""Scans on the page Papers: taking files in behind the window, looking at one, handing it out, taking it away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QGuiApplication, QImage

from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.scan_strip import files_in
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.scan_words import taken_words
from iq_desktop.usecases.scans import (
    NewScan,
    bring_back_scan,
    file_name_of,
    find_thumbnails,
    list_scans,
    remove_scan,
    save_scan,
    show_scan,
    take_in_scans,
)
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.domain.checklist import ChecklistRules
    from iq_desktop.domain.scan import Scan
    from iq_desktop.ui.screens.parts.checklist_card import ChecklistCard
    from iq_desktop.ui.screens.parts.paper_hub import PaperHub
    from iq_desktop.ui.screens.parts.scan_viewer import ScanViewer
    from iq_desktop.ui.screens.parts.work_strip import WorkStrip
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.scans import ShownScan, TakenScans

_SCANS: Final = FileKind(say("Scan or picture"), ("*.pdf", "*.jpg", "*.jpeg", "*.png"))
_READ = tuple["Mapping[str, Sequence[Scan]]", "Mapping[str, bytes]", "tuple[ChecklistRules, ...]"]


class PaperScans(QObject):
    """What happens with scans; what is known of them goes to the hub, one that is looked at to the viewer."""

    def __init__(
        self,
        place: Workplace,
        open_case: OpenCase,
        hub: PaperHub,
        viewer: ScanViewer,
        work: WorkStrip,
    ) -> None:
        """Listen to the rows and to the viewer."""
        super().__init__(hub)
        self._place, self._open_case = place, open_case
        self._hub, self._viewer, self._work = hub, viewer, work
        hub.scan_wanted.connect(self._choose_file)
        hub.pasted.connect(self._paste)
        hub.dropped.connect(self.take_files)
        hub.scan_chosen.connect(self._open)
        viewer.save_wanted.connect(self._save)
        viewer.remove_wanted.connect(self._remove)

    def read(self, checklist: ChecklistCard) -> None:
        """Read which scans there are, and what checklists ask for, behind the window."""
        case_id = self._open_case.case.id
        work = partial(_read, self._place.desk, case_id)
        ask_behind(self, self._place, work, partial(self._take_read, case_id, checklist))

    def take_files(self, paper_id: str, found: Sequence[Path | NewScan]) -> None:
        """Take files in, one after the other, with a way to stop it."""
        case_id = self._open_case.case.id
        work = partial(take_in_scans, self._place.desk, case_id, paper_id, tuple(found))
        failed, title = partial(tell_failure, self._place), say("Adding scans")
        job = self._place.background.run(work, partial(self._take_taken, case_id), failed, title=title, owner=self)
        self._work.follow(job)

    def _take_read(self, case_id: str, checklist: ChecklistCard, found: _READ) -> None:
        if self._is_open(case_id):
            scans, thumbnails, rules = found
            self._hub.take_scans(scans, thumbnails)
            checklist.take_rules(rules)

    def _read_again(self) -> None:
        case_id = self._open_case.case.id
        work = partial(_read, self._place.desk, case_id)
        ask_behind(self, self._place, work, partial(self._take_again, case_id))

    def _take_again(self, case_id: str, found: _READ) -> None:
        if self._is_open(case_id):
            self._hub.take_scans(found[0], found[1])

    def _take_taken(self, case_id: str, taken: TakenScans) -> None:
        if taken.problem is not None:
            self._place.banner.tell_error(taken.problem)
        elif any(scan.left_out for scan in taken.scans):
            self._place.banner.tell(taken_words(taken.scans), "info", say("The file itself stays where it is."))
        else:
            self._place.banner.tell(taken_words(taken.scans))
        if self._is_open(case_id):
            self._read_again()

    def _choose_file(self, paper_id: str) -> None:
        path = self._place.ask.which_file(say("Add a scan"), _SCANS)
        if path is not None:
            self.take_files(paper_id, (path,))

    def _paste(self, paper_id: str) -> None:
        clipboard = QGuiApplication.clipboard()
        files, picture = files_in(clipboard.mimeData()), clipboard.image()
        if files:
            self.take_files(paper_id, files)
        elif not picture.isNull():
            name = self._place.tongue().speak(say("Pasted picture"))
            self.take_files(paper_id, (NewScan(f"{name}.png", _png_of(picture)),))
        else:
            told = say("There is no picture and no file to paste.")
            self._place.banner.tell(told, "info", say("Please copy a picture or a file first."))

    def _open(self, scan: Scan) -> None:
        case_id = self._open_case.case.id
        work = partial(show_scan, self._place.desk, case_id, scan)
        failed, title = partial(tell_failure, self._place), say("Reading the scan")
        self._place.background.run(work, partial(self._show, case_id), failed, title=title, owner=self, is_quiet=True)

    def _show(self, case_id: str, shown: ShownScan) -> None:
        if self._is_open(case_id):
            self._viewer.show_scan(shown)

    def _save(self, scan: Scan) -> None:
        kind = FileKind(scan.kind.label, tuple(f"*{ending}" for ending in scan.kind.endings))
        path = self._place.ask.where_to_save(say("Save the scan as a file"), file_name_of(scan), kind)
        if path is None:
            return
        work = partial(save_scan, self._place.desk, self._open_case.case.id, scan, path)
        failed, title = partial(tell_failure, self._place), say("Saving the scan as a file")
        done = partial(self._tell_saved, path)
        self._work.follow(self._place.background.run(work, done, failed, title=title, owner=self))

    def _tell_saved(self, path: Path, _done: None) -> None:
        told = say("Saved as {name}", name=path.name)
        self._place.banner.tell(told, "info", say("A file outside the program is not protected."))

    def _remove(self, scan: Scan) -> None:
        case_id = self._open_case.case.id
        work = partial(remove_scan, self._place.desk, case_id, scan)
        ask_behind(self, self._place, work, partial(self._take_removed, case_id, scan))

    def _take_removed(self, case_id: str, scan: Scan, _done: None) -> None:
        self._viewer.close_scan()
        told = say("The scan was removed: {name}", name=scan.name)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._bring_back, case_id, scan))
        self._read_if_open(case_id)

    def _bring_back(self, case_id: str, scan: Scan) -> None:
        work = partial(bring_back_scan, self._place.desk, case_id, scan)
        ask_behind(self, self._place, work, partial(self._take_back, case_id))

    def _take_back(self, case_id: str, _done: None) -> None:
        self._read_if_open(case_id)

    def _read_if_open(self, case_id: str) -> None:
        if self._is_open(case_id):
            self._read_again()

    def _is_open(self, case_id: str) -> bool:
        return self._open_case.is_open and self._open_case.case.id == case_id


def _read(desk: Desk, case_id: str) -> _READ:
    scans = list_scans(desk, case_id)
    every = [scan for some in scans.values() for scan in some]
    return scans, find_thumbnails(desk, case_id, every), desk.checklists()


def _png_of(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's words for it name bytes only
    return bytes(buffer.data().data())
