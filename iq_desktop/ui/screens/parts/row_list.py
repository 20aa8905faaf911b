"""A list of values on a page: one row each, kept while its value is there, in the order of the values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import speak_part
from iq_desktop.ui.kit.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_AT_ONCE: Final = 3


class Identified(Protocol):
    """A value that keeps its identity while it changes."""

    @property
    def id(self) -> str:
        """The identity."""


class RowList(QWidget):
    """Rows below each other; `make` builds the row of a value, `show_row` shows a value in it at a place from 0."""

    def __init__(
        self,
        make: Callable[[Any], QWidget],
        show_row: Callable[[Any, Any, int], None],
        parent: QWidget | None = None,
        gap: int = 2 * STEP,
    ) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self.rows: dict[str, Any] = {}
        self._make = make
        self._show_row = show_row
        self._wanted: tuple[Identified, ...] = ()
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._build)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(gap)

    def show_values(self, values: Sequence[Identified]) -> None:
        """Show values: rows of those that are gone go, new ones come a few at a time, the others stay as they are."""
        self._wanted = tuple(values)
        wanted = {value.id for value in values}
        for gone in [key for key in self.rows if key not in wanted]:
            self._drop(self.rows.pop(gone))
        self._build()

    @property
    def is_filled(self) -> bool:
        """Whether every row is there."""
        return not self._slice.isActive()

    def _build(self) -> None:
        missing = [value for value in self._wanted if value.id not in self.rows]
        for value in missing[:_AT_ONCE]:
            self._add(value)
        there = [value for value in self._wanted if value.id in self.rows]
        for number, value in enumerate(there):
            row = self.rows[value.id]
            if self._lines.indexOf(row) != number:
                self._lines.removeWidget(row)
                self._lines.insertWidget(number, row)
            self._show_row(row, value, number)
        if len(missing) > _AT_ONCE:
            self._slice.start()
        else:
            self._slice.stop()

    def _add(self, value: Identified) -> QWidget:
        row = self._make(value)
        row.setObjectName(row.objectName() or value.id)
        self.rows[value.id] = row
        self._lines.insertWidget(self._lines.count(), row)
        speak_part(row)
        row.show()
        return row

    def _drop(self, row: QWidget) -> None:
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
