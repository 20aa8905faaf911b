"""Fields of a declared form bound to one value, for pages that set them in their own order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from iq_desktop.ui.kit.field_makers import make_frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.problem import Problem
    from iq_desktop.forms.vocabulary import Form

_NOT_FILLED: Final[tuple[object, ...]] = (None, "", ())


class BoundFields(QObject):
    """The frames of a form's fields by name; `changed` carries a new value after each commit of a field."""

    changed = Signal(object)

    def __init__(self, form: Form[Any], value: Any, parent: QWidget) -> None:
        """Build a frame for each field and show the value."""
        super().__init__(parent)
        self.value = value
        self._conditions = {field.name: field.asked_if for field in form.fields() if field.asked_if is not None}
        self.frames = {field.name: make_frame(field, parent) for field in form.fields()}
        for frame in self.frames.values():
            frame.editor.committed.connect(self._take)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        """Show the value after it changed elsewhere; never emits, half-typed words stay."""
        self.value = value
        for name, frame in self.frames.items():
            frame.editor.show_value(getattr(value, name))
        for name, is_asked in self._conditions.items():
            self.frames[name].setVisible(is_asked(value) or getattr(value, name) not in _NOT_FILLED)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field, the first one where a field has several."""
        first = {problem.field: problem for problem in reversed(problems)}
        for name, frame in self.frames.items():
            frame.show_problem(first.get(name))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for frame in self.frames.values():
            frame.editor.flush()

    def _take(self, field_value: Any) -> None:
        editor = self.sender()
        self.value = replace(self.value, **{editor.objectName(): field_value})
        self.changed.emit(self.value)
