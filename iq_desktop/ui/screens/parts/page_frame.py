"""The frame of every page of a case: its title, what it still lacks, and its parts in a scrolled column."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from iq_desktop.domain.problem import Weight
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.form_view import FormView
from iq_desktop.ui.kit.reading_order import first_stop, parts_of
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.section_links import SectionLinks
from iq_desktop.usecases.case_pages import CASE_PAGES, page_problems
from iq_desktop.wording.text import NOTHING, Text, say, say_count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace

_MARGIN: Final = 3 * STEP
_NARROW: Final = 520


class PageFrame(QWidget):
    """A page of a case; the page itself fills `column` and says in `_show` what changes with the case."""

    def __init__(self, name: str, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build title and column for the page of a name; raises KeyError where there is no such page."""
        super().__init__(parent)
        self.setObjectName(f"{name}_page")
        self.place = place
        self.open_case = open_case
        self.case: CaseFile | None = None
        self._page = {page.name: page for page in CASE_PAGES}[name]
        self._first_problem = ""
        self._inside = QWidget(self)
        self._inside.setProperty("role", "page")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(_MARGIN, 2 * STEP, _MARGIN, _MARGIN)
        self.column.setSpacing(2 * STEP)
        self.column.addLayout(self._make_head())
        self._set_into_scroll_area()

    def _make_head(self) -> QBoxLayout:
        self.title = SpeakingLabel(self._page.title, "title", self._inside, wrap=False)
        self.still_open = SpeakingButton(NOTHING, "plain", "open", self._inside)
        self.still_open.clicked.connect(self._go_to_first)
        self.still_open.hide()
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setSpacing(STEP)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.still_open, 0, Qt.AlignmentFlag.AlignLeft)
        return self.head

    def _set_into_scroll_area(self) -> None:
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(self._inside)
        self.outside = QVBoxLayout(self)
        self.outside.setContentsMargins(0, 0, 0, 0)
        self.outside.addWidget(self.scroll_area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room to the parts where the page is narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_NARROW)
        side = _MARGIN if is_wide else STEP + 4
        self.head.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.column.setContentsMargins(side, 2 * STEP, side, side)

    def show_case(self, case: CaseFile) -> None:
        """Show a case; never emits, and keeps half-typed words while it is the same case."""
        if self.case is None:
            self._come_to_it_last()
        is_other = self.case is None or self.case.id != case.id
        self.case = case
        problems = page_problems(case, self._page, self.place.desk.clock.today())
        self._show_open(problems)
        self._show(case, problems, is_other=is_other)

    def _come_to_it_last(self) -> None:
        """Let Tab come to the button after all parts, so that a page is entered at its first field."""
        self.still_open.setParent(None)
        self.still_open.setParent(self._inside)
        self.head.insertWidget(1, self.still_open, 0, Qt.AlignmentFlag.AlignLeft)

    def put_cursor(self) -> None:
        """Put the cursor where one begins: into the first field, else on the first thing to do below the title."""
        of_head = (self.title, self.still_open)
        parts = (part for part in parts_of(self._inside) if part not in of_head and not isinstance(part, SectionLinks))
        stops = (_beginning_of(part) for part in parts)
        stop = next((stop for stop in stops if stop is not None), None) or first_stop(self)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""

    def change(self, case: CaseFile) -> None:
        """Take a changed case as one step of the adviser."""
        self.open_case.change(case)

    def change_with_undo(self, case: CaseFile, told: Text) -> None:
        """Take a case from which something was removed, and offer to undo it."""
        self.open_case.change(case)
        self.place.banner.tell(told, act_name=say("Undo"), act=self.open_case.undo)

    def change_behind(self, work: Callable[[CaseFile], CaseFile]) -> None:
        """Change the case with work that asks the vault; done again where the case changed meanwhile."""
        base = self.open_case.case
        ask_behind(self, self.place, partial(work, base), partial(self._take_changed, work, base))

    def _take_changed(self, work: Callable[[CaseFile], CaseFile], base: CaseFile, changed: CaseFile) -> None:
        if not self.open_case.is_open or self.open_case.case.id != base.id:
            return
        now = self.open_case.case
        if replace(now, revision=base.revision, number=base.number) == base:
            self.change(changed)
        else:
            self.change_behind(work)

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        raise NotImplementedError

    def go_to(self, part: str) -> None:
        """Put the cursor into a field, a row by its identity, or a field of a row (`identity.field`).

        Nothing happens where the page has no such part.
        """
        identity, _, field = part.partition(".")
        row = self._find_row(identity)
        if row is not None:
            _enter(row, field)
            return
        try:
            self._go_to(identity)
        except KeyError:
            frame = self._find_field(identity)
            if frame is not None:
                frame.editor.setFocus()

    def find_part(self, part: str) -> QWidget | None:
        """Return what shows a field, or a row by its identity; None where the page has no such part."""
        identity = part.partition(".")[0]
        return self._find_row(identity) or self._find_field(identity)

    def _find_field(self, name: str) -> FieldFrame | None:
        """Return the frame of a field of the page itself, not of one of its rows."""
        rows = self.findChildren(RowList)
        forms = (form for form in self.findChildren(FormView) if not any(row.isAncestorOf(form) for row in rows))
        return next((form.frames[name] for form in forms if name in form.frames), None)

    def _find_row(self, identity: str) -> QWidget | None:
        lists = self.findChildren(RowList)
        return next((one.rows[identity] for one in lists if identity in one.rows), None)

    def _go_to(self, field: str) -> None:
        """Put the cursor where a problem can be mended."""

    def _show_open(self, problems: Sequence[Problem]) -> None:
        self._first_problem = problems[0].field if problems else ""
        self.still_open.setVisible(bool(problems))
        is_wrong = any(problem.weight is Weight.WRONG for problem in problems)
        self.still_open.show_icon("warn" if is_wrong else "open")
        self.still_open.show_text(
            say_count("{count} thing still open", "{count} things still open", count=len(problems))
        )

    def _go_to_first(self) -> None:
        if self._first_problem:
            self._go_to(self._first_problem)


def _beginning_of(part: QWidget) -> QWidget | None:
    """Return the first field of a part of the page that is seen, else what Tab comes to first there."""
    fields = [frame for frame in part.findChildren(FieldFrame) if frame.isVisible()]
    stops = (first_stop(frame) for frame in sorted(fields, key=lambda frame: frame.mapTo(part, QPoint()).y()))
    return next((stop for stop in stops if stop is not None), None) or first_stop(part)


def _enter(row: QWidget, field: str) -> None:
    """Put the cursor into a field of a row, or where the row begins."""
    go_to, begin = getattr(row, "go_to", None), getattr(row, "begin", None)
    if field and go_to is not None:
        with suppress(KeyError):
            go_to(field)
            return
    if begin is not None:
        begin()
        return
    stop = first_stop(row)
    if stop is not None:
        stop.setFocus()
