"""What every field editor does: show a value without a sound, report a new one once, keep what it could not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.reading import MisreadError
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_SHOWN = object()


class Editor(QWidget):
    """A field editor; its object name is the name of the field.

    `committed` carries a new value when the person has finished; `misread` carries why something cannot be read
    (a Text, NOTHING when all is well again): what was typed stays as it is.
    """

    committed = Signal(object)
    misread = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Name the editor after its field."""
        super().__init__(parent)
        self.setObjectName(name)
        self._value: Any = _NOT_SHOWN
        self._is_misread = False

    def show_value(self, value: Any) -> None:
        """Show a value; never emits, and leaves half-typed words alone while the value stays the same."""
        if self._value is not _NOT_SHOWN and value == self._value:
            return
        self._value = value
        self._display(value)
        self._tell(NOTHING)

    def forget(self) -> None:
        """Forget everything, so that the next value is shown in any case (another case was opened)."""
        self._value = _NOT_SHOWN
        self._display(None)
        self._tell(NOTHING)

    def flush(self) -> bool:
        """Report what was typed and not yet reported; returns whether all of it could be read."""
        if self._value is _NOT_SHOWN or not self._is_touched():
            return not self._is_misread
        try:
            value = self._read()
        except MisreadError as error:
            self._tell(error.text, error.advice)
            return False
        self._tell(NOTHING)
        self._commit(value)
        return True

    @property
    def is_half_typed(self) -> bool:
        """Whether something was typed that is not reported, because it goes on or cannot be read."""
        return self._value is not _NOT_SHOWN and self._is_touched()

    @property
    def settled_words(self) -> str:
        """The words of the value that was last shown or reported, as they stand in the field without any typing."""
        return ""

    def name_for_readers(self, label: str) -> None:
        """Tell screen readers what is asked here."""
        self.setAccessibleName(label)
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setAccessibleName(label)

    def wanted_width(self) -> int:
        """Return the width below which the editor wants a line of its own, in pixels."""
        return 168

    def show_favourites(self, values: Sequence[Any]) -> None:
        """Offer some answers before the others; nothing to do where no list is long."""

    def _commit(self, value: Any) -> None:
        is_new = value != self._value
        self._value = value
        self._display(value)
        if is_new:
            self.committed.emit(value)

    def _tell(self, text: Text, advice: Text = NOTHING) -> None:
        was, self._is_misread = self._is_misread, text is not NOTHING
        if was or self._is_misread:
            self.misread.emit(_with_advice(text, advice))

    def _finish(self) -> None:
        """Take the end of typing as a commit (a slot)."""
        self.flush()

    def _keep(self) -> None:
        """Report what is typed so far and leave it as it is, so that typing goes on (a slot)."""
        value = self._read()
        if self._value is not _NOT_SHOWN and self._is_touched() and value != self._value:
            self._value = value
            self.committed.emit(value)

    def _display(self, value: Any) -> None:
        raise NotImplementedError

    def _is_touched(self) -> bool:
        """Return whether the person changed something that was not reported."""
        return False

    def _read(self) -> Any:
        """Return the value that is shown; raises MisreadError."""
        return self._value

    def _fill(self, *parts: QWidget) -> QHBoxLayout:
        """Set the parts beside each other; the first one takes the focus and the width."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for part in parts:
            row.addWidget(part, 0 if row.count() else 1)
        self.setFocusProxy(parts[0])
        return row


def _with_advice(text: Text, advice: Text) -> Text:
    return Text("{text} {advice}", (("text", text), ("advice", advice))) if advice is not NOTHING else text
