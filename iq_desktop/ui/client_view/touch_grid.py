"""Large targets in rows and columns of equal size, mirrored where the client's language runs from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from iq_desktop.ui.client_view.geometry import columns_for, split_width
from iq_desktop.ui.client_view.letters import ANSWER
from iq_desktop.ui.client_view.touch_button import TouchButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.drawing import Drawing
    from iq_desktop.ui.client_view.shown import Twice

_GAP: Final = 12
_WIDEST: Final = 300
_MANY: Final = 10
"""From more things on they stand closer."""


class TouchGrid(QWidget):
    """Targets that are kept and filled anew; `pressed` carries the number of one, from 0."""

    pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, least: int = 120, most_columns: int = 6) -> None:
        """Begin without targets; `least` is how wide one is at least, in pixels at the usual size."""
        super().__init__(parent)
        self.buttons: list[TouchButton] = []
        self._count, self._least, self._most = 0, least, most_columns
        self._size, self._factor, self._picture = float(ANSWER), 1.0, 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> Sequence[TouchButton]:
        """The targets that are in use."""
        return self.buttons[: self._count]

    def show_answers(self, answers: Sequence[tuple[Twice, Drawing | None, str, bool]]) -> None:
        """Show words, picture, mark and whether it is chosen of each."""
        while len(self.buttons) < len(answers):
            self._add()
        self._count = len(answers)
        for button, (words, drawing, mark, is_chosen) in zip(self.buttons, answers, strict=False):
            button.show_answer(words, drawing, mark, is_chosen=is_chosen)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < self._count)
        self.updateGeometry()
        self._arrange()

    def set_factor(self, factor: float, picture: float = 1.0) -> None:
        """Become larger than usual by a factor, the pictures by one more."""
        self._factor, self._picture = factor, picture
        for button in self.buttons:
            button.set_size(self._size * factor, factor, picture)
        self.updateGeometry()
        self._arrange()

    def height_in(self, width: int, factor: float, picture: float = 1.0) -> int:
        """Return the height at a width with a factor."""
        before = self._factor, self._picture
        self._size_shown(factor, picture)
        height = self.heightForWidth(width)
        self._size_shown(*before)
        return height

    def _size_shown(self, factor: float, picture: float) -> None:
        self._factor, self._picture = factor, picture
        for button in self.shown:
            button.set_size(self._size * factor, factor, picture)

    def hasHeightForWidth(self) -> bool:
        """Return that the rows depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        if not self._count:
            return 0
        columns, cell = self._columns(width)
        height = max(button.heightForWidth(cell) for button in self.shown)
        rows = -(-self._count // columns)
        return rows * height + (rows - 1) * _GAP

    def sizeHint(self) -> QSize:
        """Return a usual width with the height that belongs to it."""
        return QSize(720, self.heightForWidth(720))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest word, and the height at the present width."""
        least = max((button.least_width() for button in self.shown), default=64)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the targets anew."""
        super().resizeEvent(event)
        self._arrange()

    def find_at(self, x: int, y: int) -> int | None:
        """Return the number of the target at a place of the grid, or None."""
        return next((number for number, one in enumerate(self.shown) if one.geometry().contains(x, y)), None)

    def show_target(self, number: int | None) -> None:
        """Show over which target a card hangs."""
        for place, button in enumerate(self.shown):
            button.show_target(is_target=place == number)

    def _columns(self, width: int) -> tuple[int, int]:
        least = max(round(self._least * self._factor), *(button.least_width() for button in self.shown))
        most = self._most if self._count <= _MANY else self._most + 2
        columns = columns_for(self._count, width, least, _GAP, most)
        return columns, min(split_width(width, columns, _GAP), max(round(_WIDEST * self._factor), least))

    def _arrange(self) -> None:
        if not self._count or self.width() < 1:
            return
        columns, cell = self._columns(self.width())
        rows = -(-self._count // columns)
        wanted = max(button.heightForWidth(cell) for button in self.shown)
        height = max(wanted, min((self.height() - (rows - 1) * _GAP) // rows, round(wanted * 1.35)))
        used = columns * cell + (columns - 1) * _GAP
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        words = max(button.words_height(cell) for button in self.shown)
        for number, button in enumerate(self.shown):
            button.words_room = words
            row, column = divmod(number, columns)
            inset = (self.width() - used) // 2
            left = inset + (columns - 1 - column if is_rtl else column) * (cell + _GAP)
            button.setGeometry(QRect(left, row * (height + _GAP), cell, height))

    def _add(self) -> None:
        button = TouchButton(self)
        button.setObjectName(f"answer_{len(self.buttons) + 1}")
        button.set_size(self._size * self._factor, self._factor, self._picture)
        button.clicked.connect(self._tell)
        self.buttons.append(button)

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, TouchButton):
            self.pressed.emit(self.buttons.index(button))
