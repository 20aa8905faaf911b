"""The page Agreement: what both agreed, who does it, by when; the first three points stand on the slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.ui.kit.empty import EmptyPage
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.screens.parts.page_frame import PageFrame
from iq_desktop.ui.screens.parts.point_row import PointRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.referrals import add_point, change_point, move_point, remove_point
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class AgreementPage(PageFrame):
    """The points that were agreed."""

    def __init__(self, place: Workplace, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the list of points and what stands there while it is empty."""
        super().__init__("agreement", place, open_case, parent)
        self.hint = SpeakingLabel(say("The first three stand on the slip that the person takes home."), "muted", self)
        self.points = RowList(self._make_row, self._show_row, self)
        self.empty = EmptyPage(
            "agreement",
            say("What happens next? Agree on up to three things: what, who does it, by when."),
            say("Add the first thing"),
            self,
        )
        self.add_button = SpeakingButton(say("Add another thing"), "", "plus", self)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.points)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.empty.acted.connect(self._add)
        self.add_button.clicked.connect(self._add)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.points.rows.values()):
            row.fields.flush()

    def _show(self, case: CaseFile, problems: Sequence[Problem], *, is_other: bool) -> None:
        del problems
        if is_other:
            self.points.show_values(())
        self.points.show_values(case.agreement)
        for part in (self.hint, self.add_button, self.points):
            part.setVisible(bool(case.agreement))
        self.empty.setVisible(not case.agreement)

    def _go_to(self, field: str) -> None:
        del field
        if self.points.rows:
            next(iter(self.points.rows.values())).fields.frames["text"].editor.setFocus()
        else:
            self.empty.act.setFocus()

    def _make_row(self, point: AgreedPoint) -> PointRow:
        row = PointRow(point, self.points)
        row.changed.connect(self._change_point)
        row.moved.connect(self._move_point)
        row.removed.connect(self._remove_point)
        return row

    def _show_row(self, row: PointRow, point: AgreedPoint, number: int) -> None:
        if self.case is not None:
            row.show_point(point, number, len(self.case.agreement), self.case.contact.client_language)

    def _add(self) -> None:
        self.flush()
        point = AgreedPoint()
        self.change(add_point(self.open_case.case, point))
        row = self.points.rows.get(point.id)
        if row is not None:
            row.fields.frames["text"].editor.setFocus()

    def _change_point(self, point: AgreedPoint) -> None:
        self.change(change_point(self.open_case.case, point))

    def _move_point(self, point: AgreedPoint, by: int) -> None:
        self.flush()
        self.change(move_point(self.open_case.case, point, by))

    def _remove_point(self, point: AgreedPoint) -> None:
        self.change_with_undo(remove_point(self.open_case.case, point), say("The agreed thing was removed."))
