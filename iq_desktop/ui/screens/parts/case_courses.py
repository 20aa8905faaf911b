"""What the open case wants of the screen Courses: searches that follow from it, and what was kept for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.course_searches import SearchKind
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


class CaseCourses(QWidget):
    """One button for each search; `wanted` carries its kind, `kept_wanted` asks for what was kept."""

    wanted = Signal(object)
    kept_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the buttons; they are hidden while no case is open."""
        super().__init__(parent)
        self.setObjectName("case_courses")
        flow = FlowLayout(self, gap=STEP)
        self.name = SpeakingLabel(NOTHING, "label", self, wrap=False)
        measure_by_text(self.name, least_height=38)
        flow.addWidget(self.name)
        self.searches = {kind: SpeakingButton(kind.label, "", "search", self) for kind in SearchKind}
        for kind, button in self.searches.items():
            button.setObjectName(kind.value)
            flow.addWidget(button)
            button.clicked.connect(self._want)
        self.kept = SpeakingButton(NOTHING, "", "star", self)
        self.kept.clicked.connect(self.kept_wanted)
        flow.addWidget(self.kept)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def names(self) -> dict[str, SearchKind]:
        """The searches by their names."""
        return {kind.value: kind for kind in self.searches}

    def show_case(self, case: CaseFile | None) -> None:
        """Show for whom courses are looked for, or nothing."""
        self.setVisible(case is not None)
        if case is None:
            return
        name = case.client.full_name
        self.name.show_text(say("For {name}:", name=name) if name else say("For the open case:"))
        self.kept.show_text(say("Kept ({count})", count=len(case.kept_courses)))
        self.kept.setVisible(bool(case.kept_courses))

    def _want(self) -> None:
        self.wanted.emit(SearchKind.of(self.sender().objectName()))
