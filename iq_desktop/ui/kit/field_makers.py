"""Which editor a declared field gets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.forms.vocabulary import Field, Kind
from iq_desktop.ui.kit.choice_editors import ListEditor, TickEditor, choice_editor, options_of
from iq_desktop.ui.kit.date_editors import DayEditor, PartialDateEditor, TimeEditor
from iq_desktop.ui.kit.field_frame import FieldFrame
from iq_desktop.ui.kit.several_editors import SeveralEditor, TicksEditor
from iq_desktop.ui.kit.text_editors import LineEditor, MoneyEditor, NoteEditor, NumberEditor
from iq_desktop.wording.lists import named_countries, named_languages
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.kit.editor import Editor

_MANY_TICKS: Final = 12


def make_frame(field: Field, parent: QWidget) -> FieldFrame:
    """Return a declared field on the screen; a tick tells its own label."""
    label = NOTHING if field.kind is Kind.TICK else field.label
    return FieldFrame(make_editor(field, parent), label, field.hint, parent)


def make_editor(field: Field, parent: QWidget | None = None) -> Editor:
    """Return the editor for a declared field; raises TypeError for a list of answers without answers."""
    name, kind = field.name, field.kind
    if kind is Kind.CHOICE or kind is Kind.SEVERAL:
        return _pick_editor(field, parent)
    makers: dict[Kind, Callable[[], Editor]] = {
        Kind.LINE: partial(LineEditor, name, parent, foreign=field.foreign),
        Kind.NOTE: partial(NoteEditor, name, parent),
        Kind.NUMBER: partial(NumberEditor, name, parent, unit=field.unit),
        Kind.MONEY: partial(MoneyEditor, name, parent),
        Kind.DAY: partial(DayEditor, name, parent),
        Kind.TIME: partial(TimeEditor, name, parent),
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
