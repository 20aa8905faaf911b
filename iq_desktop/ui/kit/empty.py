"""What stands on a page that has nothing yet: what belongs here, and the one thing to do first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import measure_by_text, scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, Text


class _Picture(QWidget):
    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        measure_by_text(self, width=56, height=56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, colours_now().accent, QPoint(4, 4), scaled(48))
        painter.end()


class EmptyPage(QWidget):
    """Icon, sentence, one action; `acted` when it is wanted."""

    acted = Signal()

    def __init__(self, icon: str, text: Text, act_name: Text = NOTHING, parent: QWidget | None = None) -> None:
        """Build the page; without a name there is no button."""
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        lines = QVBoxLayout(self)
        lines.setContentsMargins(4 * STEP, 4 * STEP, 4 * STEP, 4 * STEP)
        lines.setSpacing(2 * STEP)
        lines.addStretch(1)
        lines.addWidget(_Picture(icon, self), 0, middle)
        self.text = SpeakingLabel(text, "muted", self)
        self.text.setAlignment(middle)
        measure_by_text(self.text, most_width=520)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.text, 10)
        row.addStretch(1)
        lines.addLayout(row)
        if act_name is not NOTHING:
            self.act = SpeakingButton(act_name, "primary", parent=self)
            self.act.clicked.connect(self.acted)
            lines.addWidget(self.act, 0, middle)
        lines.addStretch(2)
