"""What is done with a course for the open case: kept, noted, referred to; and which ones are compared."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iq_desktop.domain.kept_course import find_kept
from iq_desktop.usecases.course_comparison import MOST, with_course
from iq_desktop.usecases.courses import keep_course, let_course_go
from iq_desktop.usecases.referrals import is_referred_to, refer_to_course, remove_referral
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.domain.kept_course import KeptCourse
    from iq_desktop.ui.shell.open_case import OpenCase
    from iq_desktop.ui.shell.workplace import Workplace


class CourseActs(QObject):
    """The acts; `changed` tells that the case or the comparison is another."""

    changed = Signal()

    def __init__(self, place: Workplace, parent: QObject) -> None:
        """Begin without a case and without a comparison."""
        super().__init__(parent)
        self._place = place
        self._open_case: OpenCase | None = None
        self.compared: tuple[FoundCourse, ...] = ()

    def follow(self, open_case: OpenCase) -> None:
        """Act for the case that lies on the desk from now on."""
        self._open_case = open_case
        open_case.changed.connect(self._tell)
        self.changed.emit()

    @property
    def case(self) -> CaseFile | None:
        """The open case, or None."""
        return self._open_case.case if self._open_case is not None and self._open_case.is_open else None

    def kept(self, found: FoundCourse) -> KeptCourse | None:
        """Return what was kept of a course for the open case."""
        return None if self.case is None else find_kept(self.case, found.course.key)

    def is_referred(self, found: FoundCourse) -> bool:
        """Return whether the person was referred to a course that did not refuse."""
        return self.case is not None and is_referred_to(self.case, found.course.key)

    def keep(self, found: FoundCourse) -> None:
        """Keep a course for the open case, or let it go where it is kept."""
        case, kept = self.case, self.kept(found)
        if case is None:
            return
        if kept is None:
            self._change(keep_course(self._place.desk, case, found.course))
            return
        self._change(let_course_go(case, found.course.key))
        if kept.note:
            told = say("The course is no longer kept: {name}", name=found.course.title)
            self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._put_back, kept))

    def note(self, found: FoundCourse, words: str) -> None:
        """Write a note to a course that is kept."""
        case, kept = self.case, self.kept(found)
        if case is not None and kept is not None and kept.note != words:
            noted = replace(kept, note=words)
            self._change(replace(case, kept_courses=tuple(noted if one is kept else one for one in case.kept_courses)))

    def refer(self, found: FoundCourse) -> None:
        """Refer the person to a course: planned, with a day on which to ask."""
        if self.case is None or self.is_referred(found):
            return
        self._change(refer_to_course(self._place.desk, self.case, found.course))
        told = say("Planned: a referral to {name}. It stands on the page Referral.", name=found.course.title)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._take_back, found))

    def compare(self, found: FoundCourse) -> None:
        """Gather a course for the comparison, or leave it out where it is gathered."""
        before = self.compared
        self.compared = with_course(before, found)
        if self.compared == before:
            told = say("Three courses are compared already. Leave one of them out first.")
            self._place.banner.tell(told, "info")
        self.changed.emit()

    def forget_comparison(self) -> None:
        """Compare nothing any more."""
        self.compared = ()
        self.changed.emit()

    @property
    def is_full(self) -> bool:
        """Whether no further course can be compared."""
        return len(self.compared) >= MOST

    def _put_back(self, kept: KeptCourse) -> None:
        if self.case is not None and find_kept(self.case, kept.course) is None:
            self._change(replace(self.case, kept_courses=(*self.case.kept_courses, kept)))

    def _take_back(self, found: FoundCourse) -> None:
        if self.case is None:
            return
        mine = next((one for one in reversed(self.case.referrals) if one.course == found.course.key), None)
        if mine is not None:
            self._change(remove_referral(self.case, mine))

    def _change(self, case: CaseFile) -> None:
        if self._open_case is not None:
            self._open_case.change(case)

    def _tell(self, _case: CaseFile) -> None:
        self.changed.emit()
