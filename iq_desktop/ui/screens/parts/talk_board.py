"""The question and its guide on the adviser's screen: beside each other, or below each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.talk_guide import TalkGuide

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE: Final = 700
_LETTERS: Final = (0.8, 0.65)
"""Sizes of the question beside the guide, as shares of those in the client's window."""
_GUIDE: Final = 320
_LOWEST: Final = 460
"""How high the question is at least where the guide stands below it."""
_ENDLESS: Final = 16_777_215


class TalkBoard(QWidget):
    """Holds `pane` and `guide`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build both, with what stays in sight below the guide."""
        super().__init__(parent)
        inside = QWidget()
        self.pane = QuestionPane(_LETTERS, inside)
        self.guide = TalkGuide()
        self._side = QWidget(inside)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(PageArea(self.guide, None, self._side), 1)
        side.addWidget(self.guide.foot)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(2 * STEP, STEP, 2 * STEP, 2 * STEP)
        self._row.setSpacing(2 * STEP)
        self._row.addWidget(self.pane, 1)
        self._row.addWidget(self._side)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(PageArea(inside, None, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the guide beside the question, or below it."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.pane.setMinimumHeight(0 if is_wide else _LOWEST)
        self._side.setMinimumWidth(scaled(_GUIDE) + 2 * STEP if is_wide else 0)
        self._side.setMaximumWidth(scaled(_GUIDE) + 2 * STEP if is_wide else _ENDLESS)
        whole = self.guide.sizeHint().height() + self.guide.foot.sizeHint().height()
        self._side.setMinimumHeight(0 if is_wide else whole + 3 * STEP)
