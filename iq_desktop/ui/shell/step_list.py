"""The steps of a longer way, on the dark side of its window: which are done, which is now, which come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import measure_by_text, small_font
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now, set_role
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_SIZE: Final = 28


class _Number(QWidget):
    """A number in a ring; a tick when the step is done."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.number, self.is_done, self.is_now = number, False, False
        measure_by_text(self, width=_SIZE, height=_SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and number."""
        colours = colours_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, soft = QColor(colours.side_strong), QColor(colours.side_text)
        painter.setPen(QPen(strong if self.is_now else soft, 1.5))
        painter.setBrush(strong if self.is_now else QColor(colours.side_chosen if self.is_done else colours.side))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self.is_done:
            paint_icon(painter, "check", colours.side_strong, QPoint(6, 6), self.width() - 12)
        else:
            painter.setFont(small_font(painter.font()))
            painter.setPen(QColor(colours.side) if self.is_now else soft)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self.number))
        painter.end()


class StepList(QWidget):
    """The steps below each other."""

    def __init__(self, steps: Sequence[Text], parent: QWidget | None = None) -> None:
        """Build one line for each step; the first one is now."""
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2 * STEP)
        self._steps = [(_Number(number, self), SpeakingLabel(text, "side", self)) for number, text in _counted(steps)]
        for mark, label in self._steps:
            row = QHBoxLayout()
            row.setSpacing(STEP + 4)
            row.addWidget(mark)
            row.addWidget(label, 1)
            lines.addLayout(row)
        self.show_step(0)

    def show_step(self, now: int) -> None:
        """Show which step is now; those before are done."""
        self._now = now
        for number, (mark, label) in enumerate(self._steps):
            mark.is_now, mark.is_done = number == now, number < now
            mark.update()
            set_role(label, "side_strong" if number == now else "side")

    def speak(self, tongue: Tongue) -> None:
        """Tell screen readers how many steps there are."""
        number, count = str(self._now + 1), str(len(self._steps))
        self.setAccessibleName(tongue.speak(say("Step {number} of {count}", number=number, count=count)))


def _counted(steps: Sequence[Text]) -> list[tuple[int, Text]]:
    return list(enumerate(steps, start=1))
