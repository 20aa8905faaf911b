"""A declared form on the screen: its sections as cards, its fields bound to a frozen value."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.forms.vocabulary import Field, Form, Kind, Section
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.choice_editors import (
    ListEditor,
    TickEditor,
    choice_editor,
    options_of,
)
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.flow import CardLayout, FieldLayout
from iq_desktop.ui.kit.several_editors import SeveralEditor, TicksEditor
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.text_editors import DayEditor, LineEditor, NoteEditor, PartialDateEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.lists import named_countries, named_languages
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.kit.editor import Editor

_MANY_TICKS: Final = 12


class FormView(QWidget):
    """A form for one value; `changed` carries a new value after each commit of a field."""

    changed = Signal(object)

    def __init__(self, form: Form[Any], value: Any, parent: QWidget | None = None, *, in_turns: bool = False) -> None:
        """Build the form and show the value; `in_turns` leaves the building to `build`, or to the first use."""
        super().__init__(parent)
        self.value = value
        self._missing = list(form.sections)
        self._frames: dict[str, FieldFrame] = {}
        self._cards = CardLayout(self, 2 * STEP)
        if not in_turns:
            self.show_value(value)

    @property
    def frames(self) -> dict[str, FieldFrame]:
        """The frames of all fields by name."""
        for _built in self.build():
            pass
        return self._frames

    def build(self) -> Iterator[None]:
        """Build the sections that are missing, one each time the next is asked for."""
        while self._missing:
            card = _SectionCard(self._missing.pop(0), self)
            self._cards.addWidget(card)
            self._frames |= card.frames
            for frame in card.frames.values():
                frame.editor.committed.connect(self._take)
            speak_part(card)
            yield

    def show_value(self, value: Any) -> None:
        """Show the same case's value after it changed elsewhere; never emits, half-typed words stay."""
        self.value = value
        for name, frame in self.frames.items():
            frame.editor.show_value(getattr(value, name))

    def show_other(self, value: Any) -> None:
        """Show the value of another case: nothing of the one before stays."""
        for frame in self.frames.values():
            frame.editor.forget()
        self.show_value(value)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field, the first one where a field has several."""
        first = {problem.field: problem for problem in reversed(problems)}
        for name, frame in self.frames.items():
            frame.show_problem(first.get(name))

    def flush(self) -> bool:
        """Report what was typed and not yet reported; returns whether all of it could be read."""
        unread = [name for name, frame in self.frames.items() if not frame.editor.flush()]
        return not unread

    def go_to(self, name: str) -> None:
        """Put the cursor into a field; raises KeyError where the form has none of this name."""
        self.frames[name].editor.setFocus()

    def _take(self, field_value: Any) -> None:
        editor = self.sender()
        self.value = replace(self.value, **{editor.objectName(): field_value})
        self.changed.emit(self.value)


class _SectionCard(Card):
    """One section: a heading and its fields."""

    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(section.heading, parent)
        fields = FieldLayout(gap=2 * STEP - 4)
        self.add(fields)
        self.frames = {field.name: _frame_of(field, self) for field in section.fields}
        for field, frame in zip(section.fields, self.frames.values(), strict=True):
            fields.add_field(frame, wide=field.wide or field.kind in _WHOLE_LINE)


_WHOLE_LINE: Final = (Kind.NOTE, Kind.SEVERAL, Kind.LANGUAGES, Kind.COUNTRIES)


def _frame_of(field: Field, parent: QWidget) -> FieldFrame:
    editor = make_editor(field, parent)
    label = NOTHING if field.kind is Kind.TICK else field.label
    return FieldFrame(editor, label, field.hint, parent)


def make_editor(field: Field, parent: QWidget | None = None) -> Editor:
    """Return the editor for a declared field; raises TypeError for a list of answers without answers."""
    name, kind = field.name, field.kind
    if kind is Kind.CHOICE or kind is Kind.SEVERAL:
        return _pick_editor(field, parent)
    makers: dict[Kind, Callable[[], Editor]] = {
        Kind.LINE: partial(LineEditor, name, parent, foreign=field.foreign),
        Kind.NOTE: partial(NoteEditor, name, parent),
        Kind.DAY: partial(DayEditor, name, parent),
        Kind.PARTIAL_DATE: partial(PartialDateEditor, name, parent),
        Kind.LANGUAGE: partial(ListEditor, name, named_languages, parent, is_long=True),
        Kind.COUNTRY: partial(ListEditor, name, named_countries, parent, is_long=True),
        Kind.LANGUAGES: partial(SeveralEditor, name, named_languages, parent),
        Kind.COUNTRIES: partial(SeveralEditor, name, named_countries, parent),
        Kind.TICK: partial(TickEditor, name, field.label, parent),
    }
    return makers[kind]()


def _pick_editor(field: Field, parent: QWidget | None) -> Editor:
    if field.choices is None:
        raise TypeError(f"the field {field.name} has no answers")
    if field.kind is Kind.CHOICE:
        return choice_editor(field.name, field.choices, parent, needs_answer=field.needs_answer)
    if len(field.choices) <= _MANY_TICKS:
        return TicksEditor(field.name, field.choices, parent)
    return SeveralEditor(field.name, options_of(field.choices), parent)
