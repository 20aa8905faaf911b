"""A test or certificate of a language: its name and date, one level for all skills or one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.language_skill import Level
from iq_desktop.forms.language_forms import PROOF_FORM
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.level_grid import LevelGrid, level_mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.step_row import StepRow
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.usecases.languages import overall_level
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.language_skill import LanguageSkill


class LanguageProof(QFrame):
    """One proof; `changed` and `removed` carry it, `picked` side, skill and level, `overall` it and a level."""

    changed = Signal(object)
    removed = Signal(object)
    picked = Signal(object, object, object)
    overall = Signal(object, object)

    def __init__(self, proof: LanguageSkill, parent: QWidget | None = None) -> None:
        """Build fields and scales."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.fields = BoundFields(PROOF_FORM, proof, self)
        self.heading = SpeakingLabel(proof.assessed_by.label, "strong", self)
        self.remove = SpeakingButton(say("Remove {name}", name=proof.assessed_by.label), "icon", "trash", self)
        self.whole_label = SpeakingLabel(say("Level of the whole exam"), "label", self)
        self.whole = StepRow("whole_level", Level, level_mark, self)
        self.whole.name_row(say("{side}, whole exam", side=proof.assessed_by.label))
        self.grid = LevelGrid(as_it_is(""), self, (proof.assessed_by,))
        self._place()
        self.fields.changed.connect(self.changed)
        self.remove.clicked.connect(self._remove)
        self.whole.committed.connect(self._set_whole)
        self.grid.picked.connect(self.picked)
        self.show_value(proof)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        fields = FieldLayout(gap=2 * STEP - 4)
        for frame in self.fields.frames.values():
            fields.add_field(frame)
        whole = QVBoxLayout()
        whole.setSpacing(STEP // 2)
        whole.addWidget(self.whole_label)
        whole.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, STEP, 2 * STEP, 2 * STEP)
        lines.setSpacing(2 * STEP)
        lines.addLayout(head)
        lines.addLayout(fields)
        lines.addLayout(whole)
        lines.addWidget(self.grid)

    def show_value(self, proof: LanguageSkill) -> None:
        """Show the same proof after it changed elsewhere; never emits."""
        self.fields.show_value(proof)
        self.whole.show_value(overall_level(proof))
        self.grid.show_levels(proof.assessed_by, proof)

    def _remove(self) -> None:
        self.removed.emit(self.fields.value)

    def _set_whole(self, level: Level | None) -> None:
        self.overall.emit(self.fields.value, level)
