"""The line of life as a picture: bars that are dragged, chosen with the keys, and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from iq_desktop.domain.life_line import Bar, LifeLine
from iq_desktop.ui.kit.sizes import scaled, text_factor
from iq_desktop.ui.screens.parts.life_paint import paint_life
from iq_desktop.ui.screens.parts.life_shape import (
    Box,
    Grip,
    Scale,
    box_at,
    boxes_of,
    dragged,
    grip_at,
    height_of,
    step_of,
)
from iq_desktop.ui.screens.parts.life_words import bar_words, line_words
from iq_desktop.wording.text import NOTHING

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent, QPaintEvent

    from iq_desktop.wording.tongue import Tongue

_EMPTY: Final = LifeLine((), (), (), 2000, 2010)
_SIDE: Final = 8
_CURSORS: Final = {
    Grip.BEGIN: Qt.CursorShape.SizeHorCursor,
    Grip.END: Qt.CursorShape.SizeHorCursor,
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
}
_MOVES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class LifeView(QWidget):
    """The picture; `chosen` carries a bar that was clicked or entered, `dragged` a bar with its new dates."""

    chosen = Signal(object)
    dragged = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty line."""
        super().__init__(parent)
        self.setObjectName("life_view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = _EMPTY
        self._titles: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._current = ""
        self._held: tuple[Box, Grip, float] | None = None
        self._months = 0
        self._has_moved = False
        self._tongue: Tongue | None = None

    def show_line(self, line: LifeLine) -> None:
        """Show another state of the line; the chosen bar stays chosen while it is there."""
        self._line = line
        if self._current not in {bar.id for bar in line.bars}:
            self._current = line.bars[0].id if line.bars else ""
        self._speak_bars()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def speak(self, tongue: Tongue) -> None:
        """Name every bar in a tongue."""
        self._tongue = tongue
        self._speak_bars()
        self.update()

    def fit_text(self) -> None:
        """Take the height that the lanes need at this size of the text."""
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return a height for all lanes."""
        return QSize(scaled(480), height_of(self._line, text_factor()))

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The bars as they lie now, a drag included."""
        return boxes_of(self._line, self._scale(), text_factor())

    def focus_bar(self, bar_id: str) -> None:
        """Choose a bar without telling anybody."""
        self._current = bar_id
        self._name_current()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, gaps and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_SIDE, 0)
        current = self._current if self.hasFocus() else ""
        paint_life(painter, self._line, self._scale(), self.boxes, self._titles, current, self.font())
        if self._held is not None:
            box, grip, _start = self._held
            left = box.x + (self._way() if grip is not Grip.END else 0)
            right = box.x + box.width + (self._way() if grip is not Grip.BEGIN else 0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.palette().text().color()))
            painter.drawRoundedRect(QRectF(left, box.y, max(right - left, 4), box.height), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar under the mouse."""
        x, y = self._place(event)
        box = box_at(self.boxes, x, y)
        if box is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._current = box.bar.id
        self._held = (box, grip_at(box, x), x)
        self._months = 0
        self._has_moved = False
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show how a bar would be held."""
        x, y = self._place(event)
        if self._held is not None:
            way = x - self._held[2]
            self._months = self._scale().months_of(way)
            self._has_moved |= abs(way) >= QApplication.startDragDistance()
            self._tell_dates(event)
            self.update()
            return
        box = box_at(self.boxes, x, y)
        self.setCursor(_CURSORS[grip_at(box, x)] if box else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a bar that was never moved is chosen; one that was put back where it lay stays as it is."""
        del event
        if self._held is None:
            return
        (box, grip, _start), self._held = self._held, None
        if self._months:
            self.dragged.emit(box.bar, *dragged(box.bar, grip, self._months))
        elif not self._has_moved:
            self.chosen.emit(box.bar)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows, move with Shift, change the end with Ctrl, enter with Enter."""
        bar, key = self._bar(), Qt.Key(event.key())
        if bar is None or not self._do(bar, key, event.modifiers()):
            super().keyPressEvent(event)

    def _do(self, bar: Bar, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        grip = Grip.END if control else Grip.WHOLE
        steps = _MOVES.get(key, 0) * step_of(bar, grip) if shift or control else 0
        if steps:
            self.dragged.emit(bar, *dragged(bar, grip, steps))
        elif key in _MOVES and not (shift or control):
            self._step(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(bar)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tell the bar under the mouse."""
        if event.type() == event.Type.ToolTip:
            self._tell_bar(event)  # type: ignore[arg-type]  # what a tool tip event is
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        """Show which bar the keys move."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # handed on
        self._name_current()
        self.update()

    def _step(self, by: int) -> None:
        ids = [bar.id for bar in self._line.bars]
        at = ids.index(self._current) if self._current in ids else 0
        self.focus_bar(ids[max(0, min(at + by, len(ids) - 1))])

    def _bar(self) -> Bar | None:
        return next((bar for bar in self._line.bars if bar.id == self._current), None)

    def _scale(self) -> Scale:
        return Scale(self._line.first_year, self._line.last_year, max(self.width() - 2 * _SIDE, 1))

    def _way(self) -> float:
        return self._months * self._scale().width / self._scale().months

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        place: QPointF = event.position()
        return place.x() - _SIDE, place.y()

    def _speak_bars(self) -> None:
        if self._tongue is None:
            return
        self._titles = {bar.id: bar.title or self._tongue.speak(bar.kind.label) for bar in self._line.bars}
        self._words = {bar.id: self._tongue.speak(bar_words(bar)) for bar in self._line.bars}
        self.setAccessibleName(self._tongue.speak(line_words(self._line)))
        self._name_current()

    def _name_current(self) -> None:
        self.setAccessibleDescription(self._words.get(self._current, ""))

    def _tell_bar(self, event: QHelpEvent) -> None:
        box = box_at(self.boxes, event.pos().x() - _SIDE, event.pos().y())
        QToolTip.showText(event.globalPos(), self._words.get(box.bar.id, "") if box else "", self)

    def _tell_dates(self, event: QMouseEvent) -> None:
        if self._held is None or self._tongue is None:
            return
        box, grip, _start = self._held
        begun, ended = dragged(box.bar, grip, self._months)
        words = (begun.brief(), ended.brief() if ended else NOTHING)
        told = " – ".join(filter(None, map(self._tongue.speak, words)))
        QToolTip.showText(event.globalPosition().toPoint(), told, self)
