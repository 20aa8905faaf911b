"""Several answers out of a few, as small rounded tick boxes in lines, each with how much it would find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QStyle

from iq_desktop.ui.kit.editor import Editor
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.choice import Choice
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue

_HEIGHT: Final = 32
_PAD: Final = 12
_MARK: Final = 14
_GAP: Final = 6


class Toggle(QCheckBox):
    """One answer; the tick stands before its words while it is chosen, the number behind them."""

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        """Keep the text until it is spoken."""
        super().__init__(parent)
        self.said = text
        self._count: int | None = None

    def show_count(self, count: int | None) -> None:
        """Show how much the answer would find; None where nobody counted."""
        if count != self._count:
            self._count = count
            tongue = find_tongue(self)
            if tongue is not None:
                self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        words = tongue.speak(self.said)
        self.setText(words)
        counted = "" if self._count is None else tongue.speak(say("{count}", count=str(self._count)))
        self._number = counted
        self.setAccessibleName(f"{words}, {counted}" if counted else words)
        self.updateGeometry()
        self.update()

    def fit_text(self) -> None:
        """Take the room that the words need."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the words with the tick, so that nothing moves when it is chosen."""
        words = QFontMetrics(self._words_font()).horizontalAdvance(self.text())
        number = QFontMetrics(small_font(self.font())).horizontalAdvance(self._number)
        gap = scaled(_GAP) if self._number else 0
        return QSize(words + number + gap + scaled(_MARK + _GAP + 2 * _PAD), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the text is never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the box: all of it does."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, tick, words and number."""
        colours, is_on = colours_now(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_strong = is_on or self.hasFocus()
        edge = colours.accent if is_strong else colours.outline
        painter.setPen(QPen(QColor(edge), 2 if is_strong else 1))
        painter.setBrush(
            QColor(colours.accent_soft if is_on else colours.raised if self.underMouse() else colours.surface)
        )
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if is_on and self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        mark = scaled(_MARK)
        place = self._visual(QRect(scaled(_PAD), (self.height() - mark) // 2, mark, mark))
        paint_icon(
            painter, "check" if is_on else "plus", colours.accent if is_on else colours.muted, place.topLeft(), mark
        )
        self._paint_words(painter, scaled(_PAD + _MARK + _GAP), colours.text, colours.muted)
        painter.end()

    _number = ""

    def _paint_words(self, painter: QPainter, start: int, ink: str, faint: str) -> None:
        side = (
            QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        )
        painter.setFont(self._words_font())
        painter.setPen(QColor(ink))
        room = self._visual(self.rect().adjusted(start, 0, 0, 0))
        painter.drawText(room, int(side), self.text())
        start += painter.fontMetrics().horizontalAdvance(self.text()) + scaled(_GAP)
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(faint))
        painter.drawText(self._visual(self.rect().adjusted(start, 0, 0, 0)), int(side), self._number)

    def _words_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        return font

    def _visual(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)


class TogglesEditor(Editor):
    """Several answers in lines; those that would find nothing are hidden while others would find something."""

    def __init__(self, name: str, choices: type[Choice], label: Text, parent: QWidget | None = None) -> None:
        """Build one toggle per answer."""
        super().__init__(name, parent)
        self._label = label
        self.toggles = {choice: Toggle(choice.label, self) for choice in choices}
        flow = FlowLayout(self, gap=6)
        for choice, toggle in self.toggles.items():
            toggle.setObjectName(f"{name}_{choice.value}")
            flow.addWidget(toggle)
            toggle.clicked.connect(self._picked)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def speak(self, tongue: Tongue) -> None:
        """Name the group for screen readers."""
        self.setAccessibleName(tongue.speak(self._label))

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """Show how much each answer would find."""
        for choice, toggle in self.toggles.items():
            count = counts.get(choice, 0)
            toggle.show_count(count)
            toggle.setVisible(count > 0 or toggle.isChecked() or toggle.hasFocus())

    def _display(self, value: Any) -> None:
        for choice, toggle in self.toggles.items():
            toggle.setChecked(choice in (value or ()))

    def _picked(self) -> None:
        self._commit(tuple(choice for choice, toggle in self.toggles.items() if toggle.isChecked()))
