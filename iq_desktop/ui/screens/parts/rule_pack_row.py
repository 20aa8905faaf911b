"""One pack of rules in the settings: its “Stand”, its rules to read and to change, its earlier states, the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FieldLayout, FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.ui.screens.parts.rule_row import RuleRow
from iq_desktop.ui.shell.half_typed import KEEPING, NEVER
from iq_desktop.usecases.rule_editing import PACK_FORM, EditedPack, edited_pack, with_edited_pack, with_rule
from iq_desktop.usecases.rule_ports import Origin
from iq_desktop.usecases.rule_words import name_of_pack, stand_of_pack, state_words
from iq_desktop.usecases.rules import is_old
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.rule import Rule, RulePack
    from iq_desktop.usecases.rules import ListedRules
    from iq_desktop.wording.tongue import Tongue


class RulePackRow(QFrame):
    """A pack; `save_wanted` carries a changed pack, `back_wanted` code and step, `export_wanted` the listed pack."""

    save_wanted = Signal(object)
    back_wanted = Signal(str, int)
    export_wanted = Signal(object)

    def __init__(self, listed: ListedRules, today: dt.date, parent: QWidget, *, may_edit: bool) -> None:
        """Build the folded line; what is below is made when it is unfolded."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty(KEEPING, NEVER)
        self.setObjectName(f"rules_{listed.pack.code}")
        self.listed, self.draft = listed, listed.pack
        self._today, self._may_edit = today, may_edit
        self.rows: dict[str, RuleRow] = {}
        self.line = LineButton(Line("recognition", NOTHING), self)
        self.line.setObjectName("fold")
        self.body = QWidget(self)
        self.body.hide()
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(2 * STEP, 0, 2 * STEP, 2 * STEP)
        self._inside.setSpacing(STEP)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP // 2)
        lines.addWidget(self.line)
        lines.addWidget(self.body)
        self.line.clicked.connect(self.toggle)

    def toggle(self) -> None:
        """Unfold or fold; a change that is not saved stays."""
        if not self._inside.count():
            self._build()
        self.body.setVisible(self.body.isHidden())
        self._show_line()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in self.rows.values():
            row.flush()

    def speak(self, tongue: Tongue) -> None:
        """Name the pack in the adviser's language."""
        pack = self.listed.pack
        is_late = is_old(pack, self._today)
        end = say("check again") if is_late else NOTHING if pack.verified else say("to be checked")
        tail = "down" if self.body.isHidden() else "up"
        name = name_of_pack(pack, tongue.code)
        self.line.show_line(Line("recognition", name, stand_of_pack(self.listed), end, bool(end.message), tail=tail))

    def _show_line(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def _build(self) -> None:
        self._inside.addWidget(
            SpeakingLabel(say("Source: {source}", source=self.listed.pack.source), "muted", self.body)
        )
        if self.listed.is_passed_by:
            newer = say("The program has brought a newer version of this pack; the centre's own one still counts.")
            self._inside.addWidget(SpeakingLabel(newer, "warn", self.body))
        self._build_acts()
        for rule in self.listed.pack.rules:
            row = self.rows[rule.code] = RuleRow(rule, self.body, may_edit=self._may_edit)
            row.changed.connect(self._take_rule)
            self._inside.addWidget(row)
        self._build_states()
        speak_part(self.body)

    def _build_acts(self) -> None:
        acts = QWidget(self.body)
        policy = acts.sizePolicy()
        policy.setHeightForWidth(True)
        acts.setSizePolicy(policy)
        flow = FlowLayout(acts)
        self.export = SpeakingButton(say("Save as a file"), "", "save", acts)
        self.export.clicked.connect(self._export)
        flow.addWidget(self.export)
        self._inside.addWidget(acts)
        if not self._may_edit:
            return
        self.save = SpeakingButton(say("Let the changed rules count"), "primary", "good", acts)
        self.discard = SpeakingButton(say("Give the changes up"), "plain", "undo", acts)
        for button, act in ((self.save, self._save), (self.discard, self._discard)):
            button.clicked.connect(act)
            button.hide()
            flow.addWidget(button)
        self.fields = BoundFields(PACK_FORM, edited_pack(self.listed.pack), self.body)
        layout = FieldLayout(gap=2 * STEP - 4)
        for field in PACK_FORM.fields():
            layout.add_field(self.fields.frames[field.name], wide=field.wide)
        self.fields.changed.connect(self._take_pack)
        self._inside.addLayout(layout)

    def _build_states(self) -> None:
        """Show every state that the vault keeps, and the way back to each."""
        if not self.listed.states:
            return
        self._inside.addWidget(SpeakingLabel(say("Earlier states"), "strong", self.body))
        for at, state in enumerate(self.listed.states):
            self._inside.addWidget(SpeakingLabel(state_words(state), "muted" if at else "", self.body))
            if at and self._may_edit and state.origin is not Origin.BUILT_IN:
                self._add_way_back(state.step, say("Let this state count again"))
        if self._may_edit and self.listed.built_in is not None and self.listed.origin is not Origin.BUILT_IN:
            self._add_way_back(0, say("Back to the pack of the program"))

    def _add_way_back(self, step: int, words: Text) -> None:
        button = SpeakingButton(words, "plain", "undo", self.body)
        button.setObjectName(f"back_{step}")
        button.clicked.connect(self._back)
        self._inside.addWidget(button)

    def _take_rule(self, rule: Rule) -> None:
        self._take(with_rule(self.draft, rule))

    def _take_pack(self, edited: EditedPack) -> None:
        self._take(with_edited_pack(self.draft, edited))

    def _take(self, draft: RulePack) -> None:
        self.draft = draft
        for rule in draft.rules:
            self.rows[rule.code].show_rule(rule)
        is_other = draft != self.listed.pack
        self.save.setVisible(is_other)
        self.discard.setVisible(is_other)

    def _save(self) -> None:
        self.flush()
        self.save_wanted.emit(self.draft)

    def _discard(self) -> None:
        self.fields.show_value(edited_pack(self.listed.pack))
        self._take(self.listed.pack)

    def _back(self) -> None:
        self.back_wanted.emit(self.listed.pack.code, int(self.sender().objectName().removeprefix("back_")))

    def _export(self) -> None:
        self.export_wanted.emit(self.listed)
