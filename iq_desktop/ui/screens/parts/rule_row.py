"""One rule of a pack: what it says as a line, below it the whole of it to read, and to change where one may."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.fact_words import condition_in_words
from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP, set_role
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.usecases.rule_editing import (
    RULE_FORM,
    EditedRule,
    edited_rule,
    limits_of,
    with_edited_rule,
    with_limit,
)
from iq_desktop.usecases.rule_words import cite_lines, outcome_mark, rule_title, verified_words
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.rule import Rule
    from iq_desktop.ui.kit.field_frame import FieldFrame
    from iq_desktop.wording.tongue import Tongue


class RuleRow(QFrame):
    """A rule; `changed` carries it with what was edited."""

    changed = Signal(object)

    def __init__(self, rule: Rule, parent: QWidget, *, may_edit: bool) -> None:
        """Build the folded line; all else is made when it is unfolded."""
        super().__init__(parent)
        self.setObjectName(f"rule_{rule.code}")
        self.rule = rule
        self._may_edit = may_edit
        self.line = LineButton(Line("open", NOTHING), self)
        self.line.setObjectName("fold")
        self.body = QWidget(self)
        self.body.hide()
        self.edit: SpeakingButton | None = None
        self.fields: BoundFields | None = None
        self.limits: dict[str, FieldFrame] = {}
        self._places: dict[str, int] = {}
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(6 * STEP, 0, 2 * STEP, 2 * STEP)
        self._inside.setSpacing(STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP // 2)
        lines.addWidget(self.line)
        lines.addWidget(self.body)
        self.line.clicked.connect(self.toggle)

    def toggle(self) -> None:
        """Unfold or fold."""
        if not self._inside.count():
            self._build()
        self.body.setVisible(self.body.isHidden())
        self._show_line()

    def show_rule(self, rule: Rule) -> None:
        """Show the rule as it is now; never emits."""
        self.rule = rule
        self._show_line()
        if self._inside.count():
            self._say()
        if self.fields is not None:
            self.fields.show_value(edited_rule(rule))
            for limit in limits_of(rule):
                self.limits[limit.field.name].editor.show_value(limit.value)

    def speak(self, tongue: Tongue) -> None:
        """Say the line in the adviser's language."""
        rule = self.rule
        tail = "down" if self.body.isHidden() else "up"
        reason = as_it_is(rule.reasons.get(tongue.code) or rule.reasons["de"])
        end = verified_words(rule)
        title = rule_title(rule)
        self.line.show_line(Line(outcome_mark(rule), title, reason, end, not rule.verified, tail=tail, is_mark=True))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        if self.fields is not None:
            self.fields.flush()
        for frame in self.limits.values():
            frame.editor.flush()

    def _show_line(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def _build(self) -> None:
        self.reason = SpeakingLabel(NOTHING, "", self.body)
        self.condition = SpeakingLabel(NOTHING, "muted", self.body)
        self.cites = SpeakingLabel(NOTHING, "hint", self.body)
        for part in (self.reason, self.condition, self.cites):
            self._inside.addWidget(part)
        if self._may_edit:
            self.edit = SpeakingButton(say("Change this rule"), "", "settings", self.body)
            self.edit.clicked.connect(self._begin_editing)
            self._inside.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        self._say()
        speak_part(self.body)

    def _say(self) -> None:
        rule = self.rule
        tongue = find_tongue(self)
        code = tongue.code if tongue is not None else "de"
        self.reason.show_text(as_it_is(rule.reasons.get(code) or rule.reasons["de"]))
        self.condition.show_text(say("If: {condition}", condition=condition_in_words(rule.when)))
        self.cites.show_text(joined(cite_lines(rule), "\n"))
        set_role(self.cites, "hint" if rule.verified else "warn")

    def _begin_editing(self) -> None:
        """Put the fields below what is read; they stay."""
        if self.edit is not None:
            self.edit.hide()
        layout = FieldLayout(gap=2 * STEP - 4)
        for limit in limits_of(self.rule):
            frame = make_frame(limit.field, self.body)
            frame.editor.show_value(limit.value)
            frame.editor.committed.connect(self._take_limit)
            self.limits[limit.field.name], self._places[limit.field.name] = frame, limit.at
            layout.add_field(frame)
        self.fields = BoundFields(RULE_FORM, edited_rule(self.rule), self.body)
        for field in RULE_FORM.fields():
            layout.add_field(self.fields.frames[field.name], wide=field.wide)
        self._inside.addLayout(layout)
        self.fields.changed.connect(self._take)
        speak_part(self.body)
        next(iter(self.fields.frames.values())).editor.setFocus()

    def _take(self, edited: EditedRule) -> None:
        self.changed.emit(with_edited_rule(self.rule, edited))

    def _take_limit(self, value: object) -> None:
        self.changed.emit(with_limit(self.rule, self._places[self.sender().objectName()], value))
