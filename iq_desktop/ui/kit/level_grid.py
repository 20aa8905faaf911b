"""A language in five skills and six levels: the own view and the adviser's side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iq_desktop.domain.language_skill import AssessedBy, Level, Skill
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from iq_desktop.domain.language_skill import LanguageSkill

SIDES: Final = (AssessedBy.SELF, AssessedBy.ADVISER)


def _mark_of(level: Any) -> str:
    return "–" if level is Level.NONE else str(level.value)


class LevelGrid(QWidget):
    """The grid; `picked` carries who assesses (AssessedBy), the Skill, and the Level or None."""

    picked = Signal(object, object, object)

    def __init__(self, language: Text, parent: QWidget | None = None) -> None:
        """Build the grid of a language, named for screen readers; no level is set."""
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.rows: dict[tuple[AssessedBy, Skill], StepRow] = {}
        for column, side in enumerate(SIDES, start=1):
            grid.addWidget(SpeakingLabel(side.label, "label", self, wrap=False), 0, column)
        for number, skill in enumerate(Skill, start=1):
            name = SpeakingLabel(skill.label, "", self)
            name.setMinimumWidth(120)
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, side in enumerate(SIDES, start=1):
                grid.addWidget(self._row(side, skill, language), number, column)

    def show_levels(self, side: AssessedBy, skills: LanguageSkill | None) -> None:
        """Show what one side says, nothing where it has not said anything; never emits."""
        for skill in Skill:
            self.rows[side, skill].show_value(skills.level(skill) if skills else None)

    def _row(self, side: AssessedBy, skill: Skill, language: Text) -> StepRow:
        row = StepRow(f"{side.value}_{skill.value}", Level, _mark_of, self, second=side is AssessedBy.ADVISER)
        row.name_row(say("{language}, {skill}, {side}", language=language, skill=skill.label, side=side.label))
        row.show_value(None)
        row.committed.connect(self._tell)
        self.rows[side, skill] = row
        return row

    def _tell(self, level: Any) -> None:
        row = self.sender()
        side, skill = next(place for place, each in self.rows.items() if each is row)
        self.picked.emit(side, skill, level)
