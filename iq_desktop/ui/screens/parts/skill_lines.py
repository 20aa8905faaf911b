"""Names of skills below each other, each with a mark: what is there, or what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, as_it_is, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.occupation import OccupationSkill
    from iq_desktop.wording.tongue import Tongue

_MOST: Final = 8


class SkillLines(QWidget):
    """The first skills of a list, and how many more there are."""

    def __init__(self, heading: Text, mark: str, parent: QWidget | None = None) -> None:
        """Build the heading; `mark` is the kind of the icon before each name."""
        super().__init__(parent)
        self._mark = mark
        self._skills: tuple[OccupationSkill, ...] = ()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(SpeakingLabel(heading, "label", self))
        self._rows = [_Line(mark, self) for _ in range(_MOST)]
        for row in self._rows:
            self._lines.addWidget(row)
        self._more = SpeakingLabel(as_it_is(""), "hint", self)
        self._lines.addWidget(self._more)
        self._lines.addStretch(1)

    def show_skills(self, skills: Sequence[OccupationSkill]) -> None:
        """Show these skills."""
        self._skills = tuple(skills)
        speak_part(self)

    def speak(self, tongue: Tongue) -> None:
        """Name the skills in a tongue."""
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._skills))
            if number < len(self._skills):
                row.name.said = as_it_is(self._skills[number].naming.in_language(tongue.code))
        more = len(self._skills) - _MOST
        self._more.setVisible(more > 0)
        self._more.said = say_count("and {count} more", "and {count} more", count=max(more, 0))


class _Line(QWidget):
    """A mark and a name."""

    def __init__(self, mark: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = SpeakingLabel(as_it_is(""), "", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(Mark(mark, self, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.name, 1)
