"""The page Papers: what somebody has learned and done, and the documents that show it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.needed_papers import Need
from iq_desktop.domain.paper_move import PaperMove, with_move
from iq_desktop.domain.qualification import Paper, Qualification, WorkPeriod
from iq_desktop.ui.kit.search_field import Suggestion
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.checklist_card import ChecklistCard
from iq_desktop.ui.screens.parts.occupation_tag import codes_of
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_hub import PaperHub
from iq_desktop.ui.screens.parts.paper_rows import PaperRow, ProvedRow, QualificationRow, WorkRow
from iq_desktop.ui.screens.parts.paper_scans import PaperScans
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.ui.screens.parts.places_card import PlacesCard
from iq_desktop.ui.screens.parts.receipt_desk import ReceiptDesk
from iq_desktop.ui.screens.parts.scan_viewer import ScanViewer
from iq_desktop.ui.screens.parts.work_strip import WorkStrip
from iq_desktop.usecases.competences import find_occupations
from iq_desktop.usecases.paper_journey import give_all_back
from iq_desktop.usecases.paper_words import papers_of
from iq_desktop.usecases.papers import part_problems, with_occupation
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.checklist import ChecklistLine
    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.screens.parts.part_row import PartRow
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class PapersPage(PageFrame):
    """Qualifications, work, and the documents of both and of the person."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the three lists."""
        super().__init__("papers", place, open_case, parent)
        self.hub = PaperHub(place.desk.clock.today(), self)
        self._build_cards()
        self._build_lists()
        self.column.addWidget(self.work)
        self.column.addWidget(self.places)
        for part in self._lists():
            self.column.addWidget(part)
            part.changed.connect(self._change)
            part.removed.connect(self._remove)
        self.column.addWidget(self.checklist)
        self.column.addStretch(1)
        self._bind_hub()
        self.qualifications.wanted.connect(self._add_qualification)
        self.works.wanted.connect(self._add_work)
        self.papers.wanted.connect(self._add_paper)

    def _build_cards(self) -> None:
        self.work = WorkStrip(self.place.background, self)
        self.places = PlacesCard(self)
        self.checklist = ChecklistCard(self)
        self.viewer = ScanViewer(self.place, self)
        self.viewer.hide()
        self.outside.addWidget(self.viewer)
        self.scans = PaperScans(self.place, self.open_case, self.hub, self.viewer, self.work)
        self.receipts = ReceiptDesk(self.place, self.open_case, self)

    def _bind_hub(self) -> None:
        self.hub.noted.connect(self._note_move)
        self.hub.changed.connect(self._change)
        self.hub.removed.connect(self._remove)
        self.hub.scans_read.connect(self._show_checklist)
        self.checklist.chosen.connect(self._go_to_line)
        self.places.receipt_wanted.connect(self.receipts.print_taken)
        self.places.return_wanted.connect(self._give_all_back)
        self.viewer.opened.connect(self._show_viewer)
        self.viewer.closed.connect(self._hide_viewer)

    def _build_lists(self) -> None:
        self.qualifications = PartList(
            say("Qualifications"),
            say("Every training counts, also one that was not finished."),
            say("Add a qualification"),
            self._make_qualification,
            self,
        )
        self.works = PartList(
            say("Work"),
            say("Paid and unpaid: in a company, in the family's business, care, volunteer work."),
            say("Add a work"),
            self._make_work,
            self,
        )
        self.papers = PartList(
            say("Other documents"),
            say("Passport, residence document, proof of a change of name: what belongs to no training and no work."),
            say("Add a document"),
            self._make_paper,
            self,
        )

    def _lists(self) -> tuple[PartList, ...]:
        return self.qualifications, self.works, self.papers

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for part in self._lists():
            part.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        self.hub.show_case(case)
        if is_other:
            for part in self._lists():
                part.forget()
            self.checklist.forget()
            self._hide_viewer()
            self.scans.read(self.checklist)
        open_ones = part_problems(case, self.place.desk.clock.today())
        self.qualifications.show_parts(case.qualifications, open_ones)
        self.works.show_parts(case.works, open_ones)
        self.papers.show_parts(papers_of(case, ""), open_ones)
        for row in self._proved_rows():
            row.show_papers(papers_of(case, row.value.id))
        self.places.show_case(case)
        self._show_checklist()

    def _show_checklist(self) -> None:
        if self.case is not None:
            self.checklist.show_case(self.case, self.hub.scanned)

    def _proved_rows(self) -> tuple[ProvedRow, ...]:
        return (*self.qualifications.rows.rows.values(), *self.works.rows.rows.values())

    def go_to(self, part: str) -> None:
        """Put the cursor into a field or a row; what a document belongs to is unfolded first."""
        identity = part.partition(".")[0]
        paper = next((one for one in self.open_case.case.papers if one.id == identity), None)
        if paper is not None and paper.belongs_to:
            with suppress(KeyError):
                self._row_of(paper)
        super().go_to(part)

    def _go_to(self, field: str) -> None:
        """Go to the first part that lacks a field, or else to the first qualification, or to where one is added."""
        case = self.open_case.case
        open_ones = part_problems(case, self.place.desk.clock.today())
        parts: tuple[Qualification | WorkPeriod | Paper, ...] = (*case.qualifications, *case.works, *case.papers)
        for part in parts:
            if any(problem.field == field for problem in open_ones[part.id]):
                self._row_of(part).go_to(field)
                return
        if case.qualifications:
            self._row_of(case.qualifications[0]).go_to(field)
        else:
            self.qualifications.add_button.setFocus()

    def _row_of(self, part: Qualification | WorkPeriod | Paper) -> PartRow:
        """Return the row of a part; for a document below a training or a work that one is unfolded."""
        for owner in self._proved_rows():
            if isinstance(part, Paper) and owner.value.id == part.belongs_to:
                return owner.row_of(part)
        rows = {row_id: row for shown in self._lists() for row_id, row in shown.rows.rows.items()}
        found: PartRow = rows[part.id]
        return found

    def _make_qualification(self, one: Qualification, parent: QWidget) -> QualificationRow:
        row = QualificationRow(one, self.hub, parent)
        self._bind_papers(row)
        return row

    def _make_work(self, one: WorkPeriod, parent: QWidget) -> WorkRow:
        row = WorkRow(one, self.hub, parent)
        self._bind_papers(row)
        row.asked.connect(self._look_for)
        row.occupation_chosen.connect(self._take_occupation)
        return row

    def _make_paper(self, one: Paper, parent: QWidget) -> PaperRow:
        return PaperRow(one, self.hub, parent)

    def _bind_papers(self, row: ProvedRow) -> None:
        row.paper_wanted.connect(self._add_paper_of)
        row.paper_changed.connect(self._change)
        row.paper_removed.connect(self._remove)

    def _add_qualification(self) -> None:
        is_first = not self.open_case.case.qualifications
        self._add(Parts.QUALIFICATIONS, Qualification(goes_to_niq=is_first), self.qualifications)

    def _add_work(self) -> None:
        self._add(Parts.WORKS, WorkPeriod(), self.works)

    def _add_paper(self) -> None:
        self._add(Parts.PAPERS, Paper(), self.papers)

    def _add(self, parts: Parts, part: Any, shown_in: PartList) -> None:
        self.flush()
        self.change(add_part(self.open_case.case, parts, part))
        shown_in.begin(part.id)

    def _add_paper_of(self, owner: Qualification | WorkPeriod) -> None:
        self.flush()
        paper = Paper(belongs_to=owner.id)
        self.change(add_part(self.open_case.case, Parts.PAPERS, paper))
        self._row_of(paper).begin()

    def _change(self, part: Any) -> None:
        self.change(change_part(self.open_case.case, _parts_of(part), part))

    def _remove(self, part: Any) -> None:
        case = remove_part(self.open_case.case, _parts_of(part), part)
        self.change_with_undo(case, _removed(part))

    def _note_move(self, move: PaperMove) -> None:
        """Note what happens with a paper now; it can be taken back at once."""
        self.flush()
        case = with_move(self.open_case.case, move)
        paper = next(one for one in case.papers if one.id == move.paper_id)
        self.change_with_undo(case, say("{step}: {paper}", step=move.kind.label, paper=paper.title))

    def _give_all_back(self) -> None:
        self.flush()
        case = give_all_back(self.open_case.case, self.hub.today)
        self.change_with_undo(case, say("All originals were given back."))
        self.receipts.print_returned()

    def _go_to_line(self, line: ChecklistLine) -> None:
        """Go to the paper of a line of the checklist, or take up the one that is missing."""
        if line.papers:
            self._row_of(line.papers[0]).begin()
            return
        self.flush()
        owner = self.case.qualifications[0].id if self.case and self._belongs_to_training(line) else ""
        paper = Paper(kind=line.asked.need.kinds[0], belongs_to=owner)
        self.change(add_part(self.open_case.case, Parts.PAPERS, paper))
        self._row_of(paper).begin()

    def _belongs_to_training(self, line: ChecklistLine) -> bool:
        has_one = self.case is not None and len(self.case.qualifications) == 1
        return has_one and line.asked.need in {Need.CERTIFICATE, Need.TRANSCRIPT}

    def _show_viewer(self) -> None:
        self.scroll_area.hide()
        self.viewer.show()

    def _hide_viewer(self) -> None:
        self.viewer.forget()
        self.viewer.hide()
        self.scroll_area.show()

    def _look_for(self, row: WorkRow, words: str) -> None:
        if words:
            work = partial(find_occupations, self.place.desk, words, self.place.tongue().code)
            ask_behind(row, self.place, work, partial(self._suggest, row, words))

    def _suggest(self, row: WorkRow, words: str, found: Sequence[Occupation]) -> None:
        language = self.place.tongue().code
        row.search.show_suggestions(
            words, [Suggestion(one.naming.in_language(language), codes_of(one.isco, one.kldb), one) for one in found]
        )

    def _take_occupation(self, work: WorkPeriod, occupation: Occupation) -> None:
        self._change(with_occupation(work, occupation))


def _parts_of(part: Any) -> Parts:
    kinds = {
        Qualification: Parts.QUALIFICATIONS,
        WorkPeriod: Parts.WORKS,
        Paper: Parts.PAPERS,
        PaperMove: Parts.PAPER_MOVES,
    }
    return kinds[type(part)]


def _removed(part: Qualification | WorkPeriod | Paper | PaperMove) -> Text:
    if isinstance(part, PaperMove):
        return say("The step was removed: {name}", name=part.kind.label)
    if isinstance(part, Qualification):
        return say("The qualification was removed: {name}", name=part.title)
    if isinstance(part, WorkPeriod):
        return say("The work was removed: {name}", name=part.title)
    return say("The document was removed: {name}", name=part.title)
