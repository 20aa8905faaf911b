"""The courses that were kept for a person: one line each with its note, and the press that refers to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.side_row import SideRow
from iq_desktop.usecases.referrals import is_referred_to
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.kept_course import KeptCourse


class KeptCourses(Card):
    """The card, hidden while nothing is kept; `wanted` carries what one refers to, `removed` what is let go."""

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without courses."""
        hint = say("Kept on the page Courses for this person.")
        super().__init__(say("Kept courses"), parent, hint=hint)
        self.rows = RowList(self._make_row, _show_row, self, gap=STEP + 4)
        self._referred: frozenset[str] = frozenset()
        self.add(self.rows)
        self.hide()

    def show_case(self, case: CaseFile) -> None:
        """Show what is kept, newest first."""
        kept = (one.course for one in case.kept_courses)
        self._referred = frozenset(key for key in kept if is_referred_to(case, key))
        self.rows.show_values(case.kept_courses[::-1])
        for row in self.rows.rows.values():
            row.show_referred(is_referred=row.kept.course in self._referred)
        self.setVisible(bool(case.kept_courses))

    def _make_row(self, kept: KeptCourse) -> KeptRow:
        row = KeptRow(kept, self.rows)
        row.show_referred(is_referred=kept.course in self._referred)
        row.wanted.connect(self.wanted)
        row.removed.connect(self.removed)
        return row


class KeptRow(SideRow):
    """One course."""

    wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, kept: KeptCourse, parent: QWidget) -> None:
        """Build words and buttons."""
        super().__init__(parent)
        self.kept = kept
        self.title = SpeakingLabel(as_it_is(kept.title), "strong", self)
        self.facts = SpeakingLabel(NOTHING, "hint", self)
        self.note = SpeakingLabel(NOTHING, "", self)
        self.refer = SpeakingButton(say("Refer"), "", "referral", self)
        self.drop = SpeakingButton(say("Remove {name}", name=kept.title), "icon", "trash", self)
        self.refer.setAccessibleDescription(kept.title)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.title, self.facts, self.note):
            words.addWidget(label)
        self.fill(words, self.refer, self.drop)
        self.refer.clicked.connect(self._want)
        self.drop.clicked.connect(self._remove)
        self.show_kept(kept)

    def show_kept(self, kept: KeptCourse) -> None:
        """Show another state of what is kept."""
        self.kept = kept
        start = NOTHING if kept.starts_on is None else say("starts on {date}", date=kept.starts_on)
        since = NOTHING if kept.kept_on is None else say("kept on {day}", day=kept.kept_on)
        self.facts.show_text(joined((as_it_is(kept.provider), as_it_is(kept.place), start, since)))
        self.note.show_text(as_it_is(kept.note))
        self.note.setVisible(bool(kept.note))

    def show_referred(self, *, is_referred: bool) -> None:
        """Show whether the person was referred to this course already."""
        self.refer.setEnabled(not is_referred)
        self.refer.show_icon("check" if is_referred else "referral")
        self.refer.show_text(say("Referred") if is_referred else say("Refer"))

    def _want(self) -> None:
        self.wanted.emit(self.kept)

    def _remove(self) -> None:
        self.removed.emit(self.kept)


def _show_row(row: KeptRow, kept: KeptCourse, _number: int) -> None:
    row.show_kept(kept)
