"""A competence in one line: own view, adviser's view, evidence; and a list of such lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.occupation import Need, SkillKind
from iq_desktop.ui.kit.example_part import ExamplePart
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.tall_list import TallList
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.wording.tongue import Tongue

STEP_WIDTH: Final = 32
BUTTON_WIDTH: Final = 34
BESIDE: Final = 14 * STEP_WIDTH + 3 * 2 * STEP + 2 * BUTTON_WIDTH + 160
"""From this width on the scales stand beside the name, in pixels."""
LEAST: Final = 300
"""Below this width rows are cut; above it they arrange themselves, whatever they look like just now, in pixels."""
_ANY_WIDTH: Final = 16_777_215
_AT_ONCE: Final = 3


def _mark_of(choice: Any) -> str:
    return str(choice.value)


class RatingRow(QWidget):
    """One competence; `changed` carries it anew after each answer, `removed` as it is when it shall go."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, competence: Competence, parent: QWidget | None = None) -> None:
        """Build the row and show the competence."""
        super().__init__(parent)
        self.setObjectName(competence.id)
        self.competence = competence
        self.name = SpeakingLabel(as_it_is(competence.name_de), "", self)
        self.kind = SpeakingLabel(kind_of(competence), "hint", self)
        self.kind.setVisible(self.kind.said is not NOTHING)
        self.own = StepRow("self_rating", Independence, _mark_of, self)
        self.adviser = StepRow("adviser_rating", Independence, _mark_of, self, second=True)
        self.evidence = StepRow("evidence", Evidence, _mark_of, self, needs_answer=True)
        self.remove = SpeakingButton(say("Remove {name}", name=competence.name_de), "icon", "trash", self)
        measure_by_text(self.remove, width=BUTTON_WIDTH, height=BUTTON_WIDTH)
        self.example = ExamplePart(competence.name_de, self)
        policy = self.evidence.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.evidence.setSizePolicy(policy)
        for part in (self.own, self.adviser, self.evidence):
            part.committed.connect(self._take)
        self.example.committed.connect(self._take_example)
        self.remove.clicked.connect(self._remove)
        self._place()
        self.show_competence(competence)

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.kind)
        self._scales = QWidget(self)
        flow = FlowLayout(self._scales, 2 * STEP)
        for part in (self.own, self.adviser, self.evidence):
            flow.addWidget(part)
        buttons = QWidget(self)
        pair = QHBoxLayout(buttons)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(0)
        pair.addWidget(self.example.button)
        pair.addWidget(self.remove)
        flow.addWidget(buttons)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(2 * STEP)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._scales)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 4, 0, 4)
        lines.setSpacing(4)
        lines.addLayout(self._line)
        lines.addWidget(self.example)
        self._scales.setFixedWidth(scales_width())

    def speak(self, tongue: Tongue) -> None:
        """Show the name as the language has it, and name the scales for screen readers."""
        name = self.competence.name(tongue.code)
        self.name.said = as_it_is(name)
        self.own.name_row(say("{name}, own view", name=name))
        self.adviser.name_row(say("{name}, adviser's view", name=name))
        self.evidence.name_row(say("{name}, evidence", name=name))
        self.remove.said = say("Remove {name}", name=name)
        self.example.name_row(name)

    def show_competence(self, competence: Competence) -> None:
        """Show the same competence after it changed elsewhere; never emits."""
        self.competence = competence
        self.own.show_value(competence.self_rating)
        self.adviser.show_value(competence.adviser_rating)
        self.evidence.show_value(competence.evidence)
        self.evidence.setVisible(competence.is_rated or competence.evidence is not Evidence.STATEMENT)
        self.example.show_value(competence.example)

    def flush(self) -> bool:
        """Report what was typed and not yet reported; returns that all of it could be read."""
        return self.example.flush()

    def minimumSizeHint(self) -> QSize:
        """Return the need of a narrow row: else a wide one would never let the page grow narrow."""
        return QSize(scaled(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the scales beside or below the name."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(BESIDE)
        side = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() is not side:
            self._line.setDirection(side)
            self._line.setSpacing(2 * STEP if is_wide else 4)
        self._scales.setMinimumWidth(scales_width() if is_wide else 0)
        self._scales.setMaximumWidth(scales_width() if is_wide else _ANY_WIDTH)

    def _take(self, value: Any) -> None:
        self.competence = replace(self.competence, **{self.sender().objectName(): value})
        self.changed.emit(self.competence)

    def _take_example(self, words: Any) -> None:
        self.competence = replace(self.competence, example=words)
        self.changed.emit(self.competence)

    def _remove(self) -> None:
        self.removed.emit(self.competence)


def scales_width() -> int:
    """Return the width of three scales and two buttons beside each other."""
    return 14 * scaled(STEP_WIDTH) + 3 * 2 * STEP + 2 * scaled(BUTTON_WIDTH)


def kind_of(competence: Competence) -> Text:
    """Return what distinguishes a competence from the usual one: optional, knowledge, in the person's own words."""
    if not competence.skill_uri:
        return say("in the person's own words")
    parts = [
        part.label
        for part, is_special in (
            (competence.need, competence.need is Need.OPTIONAL),
            (competence.kind, competence.kind is SkillKind.KNOWLEDGE),
        )
        if is_special
    ]
    if len(parts) > 1:
        return say("{one}, {other}", one=parts[0], other=parts[1])
    return parts[0] if parts else NOTHING


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
            measure_by_text(label, width=count * STEP_WIDTH)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            row.addWidget(label)
        last = QWidget(self)
        measure_by_text(last, width=2 * BUTTON_WIDTH)
        row.addWidget(last)
        self._parts = self.findChildren(QWidget)

    def minimumSizeHint(self) -> QSize:
        """Return that the headings can do without any width."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the headings out where the scales do not stand below them."""
        super().resizeEvent(event)
        for part in self._parts:
            part.setVisible(self.width() >= scaled(BESIDE))


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
        self._column = TallList(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(RatingHead(self))
        lines.addWidget(self._column)
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._build)

    def show_competences(self, competences: Sequence[Competence]) -> None:
        """Show these competences in their order; rows that are there are kept."""
        ids = [competence.id for competence in competences]
        for gone in self.rows.keys() - set(ids):
            row = self.rows.pop(gone)
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
            row = RatingRow(competence, self._column)
            self.rows[competence.id] = row
            row.changed.connect(self.changed)
            row.removed.connect(self.removed)
            if find_tongue(self) is not None:
                speak_part(row)
        self._column.show_rows([self.rows[each.id] for each in self._wanted if each.id in self.rows])
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
