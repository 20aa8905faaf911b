"""The page Papers: what somebody has learned and done, and the documents that show it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.qualification import Paper, Qualification, WorkPeriod
from iq_desktop.ui.kit.search_field import Suggestion
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.occupation_tag import codes_of
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.paper_rows import PaperRow, ProvedRow, QualificationRow, WorkRow
from iq_desktop.ui.screens.parts.part_list import PartList
from iq_desktop.usecases.competences import find_occupations
from iq_desktop.usecases.paper_words import papers_of
from iq_desktop.usecases.papers import part_problems, with_occupation
from iq_desktop.usecases.parts import Parts, add_part, change_part, remove_part
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
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
        self._build_lists()
        for part in self._lists():
            self.column.addWidget(part)
            part.changed.connect(self._change)
            part.removed.connect(self._remove)
        self.column.addStretch(1)
        self.qualifications.wanted.connect(self._add_qualification)
        self.works.wanted.connect(self._add_work)
        self.papers.wanted.connect(self._add_paper)

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
        if is_other:
            for part in self._lists():
                part.forget()
        open_ones = part_problems(case, self.place.desk.clock.today())
        self.qualifications.show_parts(case.qualifications, open_ones)
        self.works.show_parts(case.works, open_ones)
        self.papers.show_parts(papers_of(case, ""), open_ones)
        for row in self._proved_rows():
            row.show_papers(papers_of(case, row.value.id))

    def _proved_rows(self) -> tuple[ProvedRow, ...]:
        return (*self.qualifications.rows.rows.values(), *self.works.rows.rows.values())

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
        row = QualificationRow(one, self.place.desk.clock.today(), parent)
        self._bind_papers(row)
        return row

    def _make_work(self, one: WorkPeriod, parent: QWidget) -> WorkRow:
        row = WorkRow(one, self.place.desk.clock.today(), parent)
        self._bind_papers(row)
        row.asked.connect(self._look_for)
        row.occupation_chosen.connect(self._take_occupation)
        return row

    def _make_paper(self, one: Paper, parent: QWidget) -> PaperRow:
        return PaperRow(one, self.place.desk.clock.today(), parent)

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
    kinds = {Qualification: Parts.QUALIFICATIONS, WorkPeriod: Parts.WORKS, Paper: Parts.PAPERS}
    return kinds[type(part)]


def _removed(part: Qualification | WorkPeriod | Paper) -> Text:
    if isinstance(part, Qualification):
        return say("The qualification was removed: {name}", name=part.title)
    if isinstance(part, WorkPeriod):
        return say("The work was removed: {name}", name=part.title)
    return say("The document was removed: {name}", name=part.title)
