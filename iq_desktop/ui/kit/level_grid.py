"""A language in five skills and six levels, as one or two sides see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iq_desktop.domain.language_skill import AssessedBy, Level, Skill
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.language_skill import LanguageSkill

_BESIDE: Final = 632
"""From this width on both scales stand beside the name, in pixels."""
_NARROW: Final = 236
VIEWS: Final = (AssessedBy.SELF, AssessedBy.ADVISER)


def level_mark(level: Any) -> str:
    """Return what stands on the step of a level."""
    return "–" if level is Level.NONE else str(level.value)


class LevelGrid(QWidget):
    """The grid; `picked` carries who assesses (AssessedBy), the Skill, and the Level or None."""

    picked = Signal(object, object, object)

    def __init__(self, language: Text, parent: QWidget | None = None, sides: tuple[AssessedBy, ...] = VIEWS) -> None:
        """Build the grid of a language, named for screen readers; no level is set."""
        super().__init__(parent)
        self.sides = sides
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * STEP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._heads = [SpeakingLabel(side.label, "label", self, wrap=False) for side in sides]
        self._names = {skill: SpeakingLabel(skill.label, "", self) for skill in Skill}
        self.rows: dict[tuple[AssessedBy, Skill], StepRow] = {}
        for skill in Skill:
            measure_by_text(self._names[skill], least_width=120)
            for side in sides:
                self._row(side, skill, language)
        self._is_wide = True
        self._place()

    def _place(self) -> None:
        """Set both sides beside the skill's name, or below it where it is narrow."""
        left = Qt.AlignmentFlag.AlignLeft
        for column, head in enumerate(self._heads, start=1):
            self._grid.addWidget(head, *((0, column) if self._is_wide else (column - 1, 0)))
        for number, (skill, name) in enumerate(self._names.items(), start=1):
            top = number if self._is_wide else 3 * number
            self._grid.addWidget(name, top, 0, Qt.AlignmentFlag.AlignVCenter)
            for place, side in enumerate(self.sides, start=1):
                row = self.rows[side, skill]
                self._grid.addWidget(row, *((top, place) if self._is_wide else (top + place, 0)), left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the scales beside or below the names."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._place()

    def minimumSizeHint(self) -> QSize:
        """Return the width of one scale: the other can stand below it."""
        return QSize(scaled(_NARROW), super().minimumSizeHint().height())

    def show_levels(self, side: AssessedBy, skills: LanguageSkill | None) -> None:
        """Show what one side says, nothing where it has not said anything; never emits."""
        for skill in Skill:
            self.rows[side, skill].show_value(skills.level(skill) if skills else None)

    def _row(self, side: AssessedBy, skill: Skill, language: Text) -> StepRow:
        row = StepRow(f"{side.value}_{skill.value}", Level, level_mark, self, second=side is AssessedBy.ADVISER)
        row.name_row(say("{language}, {skill}, {side}", language=language, skill=skill.label, side=side.label))
        row.show_value(None)
        row.committed.connect(self._tell)
        self.rows[side, skill] = row
        return row

    def _tell(self, level: Any) -> None:
        row = self.sender()
        side, skill = next(place for place, each in self.rows.items() if each is row)
        self.picked.emit(side, skill, level)
