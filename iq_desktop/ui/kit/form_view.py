"""A declared form on the screen: its sections as cards, its fields bound to a frozen value, or to several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from iq_desktop.forms.vocabulary import Field, Form, Sheet
from iq_desktop.ui.kit.flow import CardLayout
from iq_desktop.ui.kit.section_card import SectionCard
from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from iq_desktop.domain.problem import Problem
    from iq_desktop.ui.kit.field_frame import FieldFrame


class FormView(QWidget):
    """A form for one value, or a sheet of forms for a tuple of values in their order.

    `changed` carries a new value after each commit of a field: the one of the form that has the field.
    """

    changed = Signal(object)

    def __init__(
        self, form: Form[Any] | Sheet, value: Any, parent: QWidget | None = None, *, in_turns: bool = False
    ) -> None:
        """Build the form and show the value; `in_turns` leaves the building to `build`, or to the first use."""
        super().__init__(parent)
        self._is_sheet = isinstance(form, Sheet)
        self.sheet = form if isinstance(form, Sheet) else Sheet((form,))
        self._values = self._listed(value)
        self._missing = list(self.sheet.sections)
        self._fields: dict[str, Field] = {field.name: field for one in self.sheet.forms for field in one.fields()}
        self._frames: dict[str, FieldFrame] = {}
        self._only: Collection[str] | None = None
        self._called: set[str] = set()
        self.cards: list[SectionCard] = []
        self._layout = CardLayout(self, 2 * STEP)
        if not in_turns:
            self.show_value(value)

    @property
    def value(self) -> Any:
        """The value as it is shown, or the values of a sheet."""
        return tuple(self._values) if self._is_sheet else self._values[0]

    @property
    def frames(self) -> dict[str, FieldFrame]:
        """The frames of all fields by name."""
        for _built in self.build():
            pass
        return self._frames

    def build(self) -> Iterator[None]:
        """Build the sections that are missing, one each time the next is asked for."""
        while self._missing:
            card = SectionCard(self._missing.pop(0), self)
            self.cards.append(card)
            self._layout.addWidget(card)
            self._frames |= card.frames
            for frame in card.frames.values():
                frame.editor.committed.connect(self._take)
            speak_part(card)
            yield

    def show_value(self, value: Any) -> None:
        """Show the same case's value after it changed elsewhere; never emits, half-typed words stay."""
        self._values = self._listed(value)
        for name, frame in self.frames.items():
            frame.editor.show_value(self._answer(name))
        self._show_asked()

    def show_other(self, value: Any) -> None:
        """Show the value of another case: nothing of the one before stays."""
        self._called.clear()
        for frame in self.frames.values():
            frame.editor.forget()
        for card in self.cards:
            card.fold()
        self.show_value(value)

    def show_only(self, names: Collection[str] | None) -> None:
        """Ask only for the fields of these names from now on, or for all; what is filled in stays on the screen."""
        if names != self._only:
            self._only = names
            self._show_asked()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem at its field, the first one where a field has several."""
        first = {problem.field: problem for problem in reversed(problems)}
        for name, frame in self.frames.items():
            frame.show_problem(first.get(name))

    def show_favourites(self, favourites: Mapping[str, Sequence[Any]]) -> None:
        """Offer some answers of long lists before the others, by the names of the fields."""
        for name, values in favourites.items():
            if name in self.frames:
                self.frames[name].editor.show_favourites(values)

    def flush(self) -> bool:
        """Report what was typed and not yet reported; returns whether all of it could be read."""
        unread = [name for name, frame in self.frames.items() if not frame.editor.flush()]
        return not unread

    def go_to(self, name: str) -> None:
        """Put the cursor into a field, shown where it was not; raises KeyError where the form has none of this name."""
        frame = self.frames[name]
        self._called.add(name)
        self._show_asked()
        card = next(card for card in self.cards if name in card.frames)
        card.open_part(name)
        frame.editor.setFocus()

    def _listed(self, value: Any) -> list[Any]:
        return list(value) if self._is_sheet else [value]

    def _answer(self, name: str) -> Any:
        return getattr(self._values[self.sheet.place_of(name)], name)

    def _take(self, field_value: Any) -> None:
        editor = self.sender()
        place = self.sheet.place_of(editor.objectName())
        self._values[place] = replace(self._values[place], **{editor.objectName(): field_value})
        self._show_asked()
        self.changed.emit(self._values[place])

    def _show_asked(self) -> None:
        """Show the fields that are asked for, filled in, half typed, or called for by name."""
        shown = {name for name in self._frames if self._is_asked(name)}
        for card in self.cards:
            card.show_fields(shown)

    def _is_asked(self, name: str) -> bool:
        condition = self._fields[name].asked_if
        is_wanted = self._only is None or name in self._only
        if is_wanted and (condition is None or condition(self._values[self.sheet.place_of(name)])):
            return True
        is_filled = self._answer(name) not in (None, "", (), False)
        return is_filled or name in self._called or self._frames[name].editor.is_half_typed
