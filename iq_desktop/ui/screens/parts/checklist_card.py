"""The checklist on the page Papers: for which procedure, what it asks for, what there is, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout

from iq_desktop.documents.sections.checklist import checklist_source
from iq_desktop.domain.checklist import ChecklistKind, LineState
from iq_desktop.ui.kit.choice_editors import choice_editor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_list import LineList
from iq_desktop.ui.shell.half_typed import KEEPING, NEVER
from iq_desktop.usecases.checklists import checklists_of
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.checklist import Checklist, ChecklistLine, ChecklistRules

_MARKS: Final = {
    LineState.READY: "good",
    LineState.NO_COPY: "warn",
    LineState.NO_ORIGINAL: "warn",
    LineState.NO_TRANSLATION: "warn",
    LineState.PHOTO: "warn",
    LineState.LOST: "danger",
    LineState.MISSING: "open",
}


class ChecklistCard(LineList):
    """The checklist; `chosen` carries the line that was pressed, with the papers that it is about."""

    def __init__(self, parent: QWidget) -> None:
        """Build the choice of the procedure, and no lines yet."""
        super().__init__(say("Checklist"), NOTHING, parent)
        self.setObjectName("checklist_card")
        self._rules: tuple[ChecklistRules, ...] = ()
        self._case: CaseFile | None = None
        self._scanned: frozenset[str] = frozenset()
        self._chosen: ChecklistKind | None = None
        self.kind = choice_editor("checklist_kind", ChecklistKind, self, needs_answer=True)
        self.kind.setProperty(KEEPING, NEVER)
        self.kind.committed.connect(self._choose)
        self.mark = Mark("open", self, 20)
        self.summary = SpeakingLabel(NOTHING, "strong", self)
        self.source = SpeakingLabel(NOTHING, "hint", self)
        self._place()
        self.setVisible(False)

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.mark)
        row.addWidget(self.summary, 1)
        self.body.insertWidget(1, FieldFrame(self.kind, say("Procedure"), parent=self))
        self.body.insertLayout(2, row)
        self.body.addWidget(self.source)

    def forget(self) -> None:
        """Another case comes: its own procedures decide what is shown."""
        self._chosen = None

    def take_rules(self, rules: Sequence[ChecklistRules]) -> None:
        """Keep what procedures ask for."""
        self._rules = tuple(rules)
        self._show()

    def show_case(self, case: CaseFile, scanned: frozenset[str]) -> None:
        """Show what the procedures of a case ask for; `scanned` are papers with a scan. Never emits."""
        self._case, self._scanned = case, scanned
        self._show()

    def _choose(self, kind: Any) -> None:
        self._chosen = kind
        self._show()

    def _show(self) -> None:
        case = self._case
        self.setVisible(bool(self._rules) and case is not None)
        if case is None or not self._rules:
            return
        found = checklists_of(case, self._rules, self._scanned, self._chosen)
        kind = found[0].rules.kind
        found = tuple(one for one in found if one.rules.kind is kind)
        self.kind.show_value(kind)
        names = {one.id: one.title for one in case.qualifications}
        several = len(found) > 1
        self.show_lines(
            [
                _line_of(line, as_it_is(names.get(one.qualification_id, "")) if several else NOTHING)
                for one in found
                for line in one.lines
            ]
        )
        self._sum_up(found)

    def _sum_up(self, found: Sequence[Checklist]) -> None:
        ready, needed = sum(one.ready for one in found), sum(len(one.needed) for one in found)
        is_complete = ready == needed
        self.mark.show_kind("good" if is_complete else "open")
        count = say("{ready} of {all} are ready.", ready=ready, all=needed)
        self.summary.show_text(say("Everything that is needed is there.") if is_complete else count)
        source = checklist_source(found[0])
        doubt = say("This list was not checked against the law. Please ask the office.")
        self.source.show_text(source if found[0].rules.verified else joined((doubt, source), " "))


def _line_of(line: ChecklistLine, about: Text) -> Line:
    asked = line.asked
    more = (asked.weight.label, asked.translating.label if not line.is_ready else NOTHING, as_it_is(asked.cite))
    is_open = not line.is_ready and line.is_needed
    words = joined((about, line.next if line.next.message else asked.form.label, *more))
    icon = _MARKS[line.state] if line.is_ready or line.is_needed else "info"
    return Line(icon, asked.need.label, words, line.state.label, is_open, line)
