"""What is still to be asked for a verdict: fields for what only rules ask, and links to what other pages ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.field_makers import make_frame
from iq_desktop.ui.kit.flow import FieldLayout, FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.told_facts import answer_of, question_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.fact import Fact
    from iq_desktop.ui.kit.field_frame import FieldFrame


class FactQuestions(QWidget):
    """Questions about one subject; `answered` carries fact and answer, `page_wanted` page and field.

    A field stays while it is asked or answered, so that nothing moves below the hand.
    """

    answered = Signal(object, object)
    page_wanted = Signal(str, str)

    def __init__(self, subject_id: str, parent: QWidget) -> None:
        """Build the empty questions."""
        super().__init__(parent)
        self._subject_id = subject_id
        self.frames: dict[str, FieldFrame] = {}
        self.links: dict[str, SpeakingButton] = {}
        self._facts: dict[str, Fact] = {}
        self._fields = QWidget(self)
        self._links = QWidget(self)
        self._flow = FlowLayout(self._links)
        self._grid = FieldLayout(self._fields, gap=2 * STEP - 4)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP + 4)
        for part in (self._links, self._fields):
            policy = part.sizePolicy()
            policy.setHeightForWidth(True)
            part.setSizePolicy(policy)
            lines.addWidget(part)

    def show_facts(self, case: CaseFile, facts: Sequence[Fact]) -> None:
        """Ask for these facts; never emits."""
        for fact in facts:
            if fact.is_told and fact.code not in self.frames:
                self._add_field(fact)
            elif not fact.is_told and fact.code not in self.links:
                self._add_link(fact)
        asked = {fact.code for fact in facts}
        for code, frame in self.frames.items():
            answer = answer_of(case, self._facts[code], self._subject_id)
            frame.editor.show_value(answer)
            frame.setVisible(code in asked or answer is not None)
        for code, link in self.links.items():
            link.setVisible(code in asked)
        self._fields.setVisible(any(not frame.isHidden() for frame in self.frames.values()))
        self._links.setVisible(any(not link.isHidden() for link in self.links.values()))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for frame in self.frames.values():
            frame.editor.flush()

    def go_to(self, fact: str) -> None:
        """Put the cursor into the field of a fact; raises KeyError where it is not asked here."""
        self.frames[fact].editor.setFocus()

    def _add_field(self, fact: Fact) -> None:
        frame = make_frame(question_of(fact), self._fields)
        self.frames[fact.code], self._facts[fact.code] = frame, fact
        self._grid.add_field(frame)
        frame.editor.committed.connect(self._answer)
        speak_part(frame)

    def _add_link(self, fact: Fact) -> None:
        link = SpeakingButton(fact.label, "", "right", self._links)
        link.setObjectName(f"ask_{fact.code}")
        self.links[fact.code], self._facts[fact.code] = link, fact
        self._flow.addWidget(link)
        link.clicked.connect(self._lead)
        speak_part(link)

    def _answer(self, value: object) -> None:
        self.answered.emit(self._facts[self.sender().objectName()], value)

    def _lead(self) -> None:
        fact = self._facts[self.sender().objectName().removeprefix("ask_")]
        self.page_wanted.emit(fact.page, _field_of(fact, self._subject_id))


def _field_of(fact: Fact, subject_id: str) -> str:
    """Return where the cursor goes: a field of the page, or that of the row of the subject."""
    in_row = fact.field not in {"works", "papers", "qualifications", "languages"}
    return f"{subject_id}.{fact.field}" if subject_id and in_row and fact.about.value == "qualification" else fact.field
