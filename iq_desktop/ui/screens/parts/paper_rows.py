"""The rows of the page Papers: a qualification and a work with their documents, and a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.forms.paper_forms import PAPER_FORM, QUALIFICATION_FORM, WORK_FORM
from iq_desktop.ui.kit.search_field import SearchField
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.move_strip import MoveStrip
from iq_desktop.ui.screens.parts.occupation_tag import codes_of
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.scan_strip import ScanStrip
from iq_desktop.usecases.paper_words import (
    is_worrying,
    paper_facts,
    papers_count,
    qualification_facts,
    qualification_title,
    work_facts,
    work_title,
)
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.occupation import Occupation
    from iq_desktop.domain.problem import Problem
    from iq_desktop.domain.qualification import Paper, Qualification, WorkPeriod
    from iq_desktop.ui.screens.parts.paper_hub import PaperHub


class PaperRow(PartRow):
    """One document."""

    def __init__(self, paper: Paper, hub: PaperHub, parent: QWidget | None = None) -> None:
        """Build the row; the hub knows the way of the paper and its scans."""
        self.today = hub.today
        self._hub = hub
        self.moves: MoveStrip | None = None
        self.scans: ScanStrip | None = None
        super().__init__(PAPER_FORM, paper, self._describe_paper, parent)
        hub.scans_read.connect(self._show_scans)

    def show_value(self, value: Any, problems: Sequence[Problem] = ()) -> None:
        """Show the paper, its way and its scans; never emits."""
        super().show_value(value, problems)
        self._show_way()
        self._show_scans()

    def flush(self) -> None:
        """Report what was typed and not yet reported, in its steps too."""
        super().flush()
        if self.moves is not None:
            self.moves.flush()

    def _build_fields(self) -> None:
        self.moves = MoveStrip(self.today, self.body)
        self.scans = ScanStrip(self.body)
        for heading, strip in ((say("The way of this paper"), self.moves), (say("Scans"), self.scans)):
            self.inside.addWidget(SpeakingLabel(heading, "strong", self.body))
            self.inside.addWidget(strip)
        super()._build_fields()
        for signal, told in (
            (self.moves.noted, self._hub.noted),
            (self.moves.changed, self._hub.changed),
            (self.moves.removed, self._hub.removed),
            (self.scans.chosen, self._hub.scan_chosen),
        ):
            signal.connect(told)
        self.scans.wanted.connect(self._want_scan)
        self.scans.pasted.connect(self._paste)
        self.scans.dropped.connect(self._drop)
        self._show_way()
        self._show_scans()

    def _show_way(self) -> None:
        if self.moves is not None:
            self.moves.show_way(self.value, self._hub.moves_of(self.value), self._hub.stops_of(self.value))

    def _show_scans(self) -> None:
        if self.scans is not None:
            self.scans.show_scans(self._hub.scans_of(self.value), self._hub.thumbnails)
        self.show_line()

    def _want_scan(self) -> None:
        self._hub.scan_wanted.emit(self.value.id)

    def _paste(self) -> None:
        self._hub.pasted.emit(self.value.id)

    def _drop(self, files: object) -> None:
        self._hub.dropped.emit(self.value.id, files)

    def _describe_paper(self, paper: Paper) -> Described:
        is_bad = is_worrying(paper, self.today)
        count = len(self._hub.scans_of(paper))
        end = say_count("{count} scan", "{count} scans", count=count) if count else NOTHING
        return Described("warn" if is_bad else "document", paper.title, paper_facts(paper, self.today), end, is_bad)


class ProvedRow(PartRow):
    """A member with documents of its own; `paper_wanted` carries it, the other signals carry a document."""

    paper_wanted = Signal(object)
    paper_changed = Signal(object)
    paper_removed = Signal(object)

    def __init__(self, value: Any, hub: PaperHub, parent: QWidget | None = None) -> None:
        """Build the line; form and documents come when it is unfolded."""
        self.today = hub.today
        self._hub = hub
        self._papers: tuple[Paper, ...] = ()
        self.papers: RowList | None = None
        super().__init__(self._its_form(), value, self._describe_it, parent)

    def _its_form(self) -> Any:
        raise NotImplementedError

    def _describe_it(self, value: Any) -> Described:
        raise NotImplementedError

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Show its documents; never emits."""
        self._papers = tuple(papers)
        self.show_line()
        self._fill_papers()

    def row_of(self, paper: Paper) -> PaperRow:
        """Unfold the member and return the row of one of its documents; raises KeyError where it has no such."""
        self.unfold()
        rows: dict[str, PaperRow] = {}
        if self.papers is not None:
            rows = self.papers.rows
            while not self.papers.is_filled:
                self.papers.show_values(self._papers)
        return rows[paper.id]

    def flush(self) -> None:
        """Report what was typed and not yet reported, its documents included."""
        super().flush()
        for row in list(self.papers.rows.values()) if self.papers is not None else ():
            row.flush()

    def _build_fields(self) -> None:
        self.papers = RowList(self._make_paper, _show_paper, self.body, gap=STEP)
        self.add_paper = SpeakingButton(say("Add a document"), "", "plus", self.body)
        self.add_paper.clicked.connect(self._want_paper)
        self.inside.addWidget(SpeakingLabel(say("Documents that show it"), "strong", self.body))
        self.inside.addWidget(self.papers)
        self.inside.addWidget(self.add_paper, 0, Qt.AlignmentFlag.AlignLeft)
        super()._build_fields()
        self._fill_papers()

    def _fill_papers(self) -> None:
        if self.papers is not None:
            self.papers.show_values(self._papers)
            self.papers.setVisible(bool(self._papers))

    def _make_paper(self, paper: Paper) -> PaperRow:
        row = PaperRow(paper, self._hub, self.papers)
        row.changed.connect(self.paper_changed)
        row.removed.connect(self.paper_removed)
        return row

    def _want_paper(self) -> None:
        self.paper_wanted.emit(self.value)


class QualificationRow(ProvedRow):
    """One qualification with its documents."""

    def _its_form(self) -> Any:
        return QUALIFICATION_FORM

    def _describe_it(self, value: Qualification) -> Described:
        return Described(
            "qualification", qualification_title(value), qualification_facts(value), papers_count(self._papers)
        )


class WorkRow(ProvedRow):
    """One work with its documents; `asked` carries words to look for an occupation, `occupation_chosen` what it is."""

    asked = Signal(object, str)
    occupation_chosen = Signal(object, object)

    def _its_form(self) -> Any:
        return WORK_FORM

    def _describe_it(self, value: WorkPeriod) -> Described:
        return Described("work", work_title(value), work_facts(value), papers_count(self._papers))

    def show_value(self, value: Any, problems: Sequence[Problem] = ()) -> None:
        """Show the work and its occupation; never emits."""
        super().show_value(value, problems)
        if self.fields is not None:
            self._show_occupation(value)

    def _build_fields(self) -> None:
        self.search = SearchField("work_occupation", say("Occupation, German or English"), self.body)
        self.occupation = SpeakingLabel(NOTHING, "hint", self.body)
        lines = self._occupation_lines()
        super()._build_fields()
        self.inside.insertLayout(0, lines)
        self.search.asked.connect(self._ask)
        self.search.chosen.connect(self._choose)
        self._show_occupation(self.value)

    def _occupation_lines(self) -> QVBoxLayout:
        label = SpeakingLabel(say("Occupation (ESCO, KldB)"), "label", self.body)
        label.setBuddy(self.search)
        lines = QVBoxLayout()
        lines.setSpacing(STEP // 2)
        lines.addWidget(label)
        lines.addWidget(self.search)
        lines.addWidget(self.occupation)
        return lines

    def _show_occupation(self, value: WorkPeriod) -> None:
        known = joined((as_it_is(value.occupation_name), as_it_is(codes_of(value.isco, value.kldb))))
        self.occupation.show_text(known if value.occupation_name else say("No occupation chosen yet."))

    def _ask(self, words: str) -> None:
        self.asked.emit(self, words)

    def _choose(self, occupation: Occupation) -> None:
        self.occupation_chosen.emit(self.value, occupation)


def _show_paper(row: PaperRow, paper: Paper, _number: int) -> None:
    row.show_value(paper, paper.problems(row.today))
