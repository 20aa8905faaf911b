"""A competence in one line: own view, adviser's view, evidence; and a list of such lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.tongue import Tongue

STEP_WIDTH: Final = 32
REMOVE_WIDTH: Final = 34
_AT_ONCE: Final = 5


def _mark_of(choice: Any) -> str:
    return str(choice.value)


class RatingRow(QWidget):
    """One competence; `changed` carries it anew after each answer, `removed` as it is when it shall go."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, competence: Competence, parent: QWidget | None = None) -> None:
        """Build the row and show the competence."""
        super().__init__(parent)
        self.competence = competence
        self.name = SpeakingLabel(as_it_is(competence.name_de), "", self)
        self.own = StepRow("self_rating", Independence, _mark_of, self)
        self.adviser = StepRow("adviser_rating", Independence, _mark_of, self, second=True)
        self.evidence = StepRow("evidence", Evidence, _mark_of, self, needs_answer=True)
        self.remove = SpeakingButton(say("Remove {name}", name=competence.name_de), "icon", "trash", self)
        self.remove.setFixedSize(REMOVE_WIDTH, REMOVE_WIDTH)
        row = _line_of(self)
        row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.own, self.adviser, self.evidence):
            row.addWidget(part)
            part.committed.connect(self._take)
        row.addWidget(self.remove)
        self.remove.clicked.connect(self._remove)
        self.show_competence(competence)

    def speak(self, tongue: Tongue) -> None:
        """Show the name as the language has it, and name the scales for screen readers."""
        name = self.competence.name(tongue.code)
        self.name.said = as_it_is(name)
        self.own.name_row(say("{name}, own view", name=name))
        self.adviser.name_row(say("{name}, adviser's view", name=name))
        self.evidence.name_row(say("{name}, evidence", name=name))

    def show_competence(self, competence: Competence) -> None:
        """Show the same competence after it changed elsewhere; never emits."""
        self.competence = competence
        self.own.show_value(competence.self_rating)
        self.adviser.show_value(competence.adviser_rating)
        self.evidence.show_value(competence.evidence)

    def _take(self, value: Any) -> None:
        self.competence = replace(self.competence, **{self.sender().objectName(): value})
        self.changed.emit(self.competence)

    def _remove(self) -> None:
        self.removed.emit(self.competence)


class RatingHead(QWidget):
    """The headings above rating rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the headings over the scales."""
        super().__init__(parent)
        row = _line_of(self)
        heads: tuple[tuple[Text, int], ...] = (
            (say("Own view"), len(Independence)),
            (say("Adviser's view"), len(Independence)),
            (say("Evidence"), len(Evidence)),
        )
        row.addStretch(1)
        for text, count in heads:
            label = SpeakingLabel(text, "label", self, wrap=True)
            label.setFixedWidth(count * STEP_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            row.addWidget(label)
        last = QWidget(self)
        last.setFixedWidth(REMOVE_WIDTH)
        row.addWidget(last)


class RatingList(QWidget):
    """Many rating rows, built a few at a time so that the window never stands still."""

    changed = Signal(object)
    removed = Signal(object)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.rows: dict[str, RatingRow] = {}
        self._wanted: list[Competence] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(RatingHead(self))
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._build)

    def show_competences(self, competences: Sequence[Competence]) -> None:
        """Show these competences in their order; rows that are there are kept."""
        ids = [competence.id for competence in competences]
        for gone in self.rows.keys() - set(ids):
            row = self.rows.pop(gone)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        for competence in competences:
            if competence.id in self.rows:
                self.rows[competence.id].show_competence(competence)
        self._wanted = list(competences)
        self._build()

    @property
    def is_filled(self) -> bool:
        """Whether every row is there."""
        return not self._slice.isActive()

    def _build(self) -> None:
        missing = [each for each in self._wanted if each.id not in self.rows]
        for competence in missing[:_AT_ONCE]:
            row = RatingRow(competence, self)
            self.rows[competence.id] = row
            row.changed.connect(self.changed)
            row.removed.connect(self.removed)
            if find_tongue(self) is not None:
                speak_part(row)
        for place, competence in enumerate(self._wanted, start=1):
            if competence.id in self.rows and self._lines.indexOf(self.rows[competence.id]) != place:
                self._lines.insertWidget(place, self.rows[competence.id])
        if len(missing) > _AT_ONCE:
            self._slice.start()
        else:
            self._slice.stop()
            self.filled.emit()


def _line_of(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(2 * STEP)
    return row
