"""One member of a list of the case: a line that says what it is, and its form below when it is unfolded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.forms.vocabulary import Kind
from iq_desktop.ui.kit.flow import FieldLayout
from iq_desktop.ui.kit.reading_order import first_stop
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.bound_fields import BoundFields
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.ui.screens.parts.line_button import LineButton
from iq_desktop.wording.text import NOTHING, Text, joined, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.problem import Problem
    from iq_desktop.forms.vocabulary import Form

_WHOLE_LINE = (Kind.NOTE, Kind.SEVERAL)


@dataclass(frozen=True, slots=True)
class Described:
    """What the line of a member says: icon or kind of mark, title, facts, and at the end what matters most."""

    icon: str
    title: Text
    facts: tuple[Text, ...] = ()
    end: Text = NOTHING
    is_urgent: bool = False


class PartRow(QFrame):
    """A member; `changed` and `removed` carry it. Its fields are built when it is first unfolded."""

    changed = Signal(object)
    removed = Signal(object)
    unfolded = Signal(object)

    def __init__(
        self, form: Form[Any], value: Any, describe: Callable[[Any], Described], parent: QWidget | None = None
    ) -> None:
        """Build the folded line of a value."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("part_row")
        self.value = value
        self.fields: BoundFields | None = None
        self._form, self._describe = form, describe
        self._problems: tuple[Problem, ...] = ()
        self.body = QWidget(self)
        self.body.hide()
        self.line = LineButton(self._line(), self)
        self.line.setObjectName("fold")
        self.remove = SpeakingButton(say("Remove"), "icon", "trash", self)
        self.inside = QVBoxLayout(self.body)
        self._place()
        self.line.clicked.connect(self.toggle)
        self.remove.clicked.connect(self._remove)

    def _place(self) -> None:
        self.inside.setContentsMargins(2 * STEP, 0, 2 * STEP, 2 * STEP)
        self.inside.setSpacing(2 * STEP)
        head = self.head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.line, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(STEP // 2, STEP // 2, STEP, STEP // 2)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(self.body)

    def fit_tightly(self) -> None:
        """Leave no room around the line: the row is one of many short ones inside another card."""
        self._lines.setContentsMargins(0, 0, STEP // 2, 0)
        self._lines.setSpacing(STEP // 2)

    @property
    def is_folded(self) -> bool:
        """Whether only the line is shown."""
        return self.body.isHidden()

    def unfold(self) -> None:
        """Show the form below the line."""
        if self.fields is None:
            self._build_fields()
        self.body.show()
        self.show_line()
        self.unfolded.emit(self.value)

    def fold(self) -> None:
        """Show only the line; what was typed is reported first."""
        self.flush()
        self.body.hide()
        self.show_line()

    def toggle(self) -> None:
        """Unfold or fold."""
        if self.is_folded:
            self.unfold()
        else:
            self.fold()

    def begin(self) -> None:
        """Unfold the row and put the cursor into its first field."""
        self.unfold()
        stop = first_stop(self.body)
        if stop is not None:
            stop.setFocus()

    def go_to(self, field: str) -> None:
        """Unfold the row and put the cursor into a field; raises KeyError where it has none of this name."""
        self.unfold()
        if self.fields is not None:
            self.fields.frames[field].editor.setFocus()

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        if self.fields is not None:
            self.fields.flush()

    def show_value(self, value: Any, problems: Sequence[Problem] = ()) -> None:
        """Show the same member after it changed elsewhere, with what is still open; never emits."""
        self.value, self._problems = value, tuple(problems)
        self.show_line()
        if self.fields is not None:
            self.fields.show_value(value)
            self.fields.show_problems(self._problems)

    def show_line(self) -> None:
        """Say again what the member is."""
        self.line.line = self._line()
        speak_part(self.line)
        self.remove.show_text(say("Remove {name}", name=self.line.line.title))

    def _line(self) -> Line:
        told = self._describe(self.value)
        tail = "down" if self.is_folded else "up"
        return Line(told.icon, told.title, joined(told.facts), told.end, told.is_urgent, self.value, tail)

    def _build_fields(self) -> None:
        self.fields = BoundFields(self._form, self.value, self.body)
        at = 0
        for section in self._form.sections:
            if section.heading is not NOTHING:
                self.inside.insertWidget(at, SpeakingLabel(section.heading, "strong", self.body))
                at += 1
            layout = FieldLayout(gap=2 * STEP - 4)
            for field in section.fields:
                wide = field.wide or field.kind in _WHOLE_LINE
                layout.add_field(self.fields.frames[field.name], wide=wide)
            self.inside.insertLayout(at, layout)
            at += 1
        self.fields.show_problems(self._problems)
        self.fields.changed.connect(self.changed)
        speak_part(self.body)

    def _remove(self) -> None:
        self.removed.emit(self.value)
