"""The calendar of a way as a picture: its steps as bars on months, dragged or moved with the keys, told in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from iq_desktop.ui.kit.sizes import scaled, text_factor
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.screens.parts.way_paint import WaySpoken, paint_way
from iq_desktop.ui.screens.parts.way_shape import (
    MonthScale,
    WayBar,
    WayBox,
    WayLine,
    box_at,
    boxes_of,
    dropped,
    height_of,
    moved_by_key,
    scale_of,
)
from iq_desktop.ui.screens.parts.way_words import bar_words, line_words, not_before_words
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHelpEvent, QPaintEvent

    from iq_desktop.wording.tongue import Tongue

_EMPTY: Final = WayLine((), dt.date(2000, 1, 1))
_SIDE: Final = 8
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVES: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FREES: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class WayCalendar(QWidget):
    """The picture; `moved` carries the code of a step and the day before which it must not begin, None to free it.

    `chosen` carries the code of the step that keys and mouse chose.
    """

    moved = Signal(str, object)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, is_fixed: bool = False) -> None:
        """Begin without steps; one that `is_fixed` is only looked at."""
        super().__init__(parent)
        self.setObjectName("way_calendar")
        self._is_fixed = is_fixed
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if is_fixed else Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(not is_fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line = _EMPTY
        self._spoken = WaySpoken({}, {}, "", "")
        self._words: dict[str, str] = {}
        self._current = ""
        self._held: tuple[WayBox, float] | None = None
        self._way = 0.0
        self._has_moved = False

    def show_line(self, line: WayLine) -> None:
        """Show other steps; the chosen one stays chosen while it is there. Never emits."""
        self._line, self._held = line, None
        if self._current not in {bar.code for bar in line.bars}:
            self._current = line.bars[0].code if line.bars else ""
        self.fit_text()
        self._say()

    def speak(self, tongue: Tongue) -> None:
        """Name every step and month in a tongue."""
        self._titles_in(tongue)
        self.setAccessibleName(tongue.speak(line_words(self._line)))
        self._name_current()
        self.update()

    def fit_text(self) -> None:
        """Take the height that the lanes need at this size of the text."""
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height for all lanes and the names of the days below them."""
        return QSize(scaled(480), height_of(self._line, text_factor()) + scaled(24))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width: months without room are not named."""
        return QSize(scaled(220), self.sizeHint().height())

    @property
    def boxes(self) -> tuple[WayBox, ...]:
        """The bars as they lie now."""
        return boxes_of(self._line, self._scale(), text_factor())

    @property
    def current(self) -> str:
        """The code of the step that the keys move, empty where there is none."""
        return self._current

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint scale, lines and bars, and where a dragged bar would come to lie."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_SIDE, 0)
        current = self._current if self.hasFocus() else ""
        paint_way(painter, self._line, self._scale(), self.boxes, self._spoken, current, self.font())
        if self._held is not None and self._has_moved:
            box = self._held[0]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.palette().text().color()), 1.5))
            painter.drawRoundedRect(QRectF(box.x + self._way, box.y, box.width, box.height), 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the bar under the mouse."""
        x, y = self._place(event)
        box = box_at(self.boxes, x, y)
        if box is None or self._is_fixed or event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose(box.bar.code)
        self._held, self._way, self._has_moved = (box, x), 0.0, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held, or show what could be held."""
        x, y = self._place(event)
        if self._held is None:
            is_bar = not self._is_fixed and box_at(self.boxes, x, y) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if is_bar else Qt.CursorShape.ArrowCursor)
            return
        self._way = x - self._held[1]
        self._has_moved |= abs(self._way) >= QApplication.startDragDistance()
        if self._has_moved:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._tell_day(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: the step must not begin before the day on which it was put."""
        del event
        if self._held is None:
            return
        box, days = self._held[0], self._scale().days_of(self._way)
        self._held = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if self._has_moved and days:
            self.moved.emit(box.bar.code, dropped(box.bar, days, self._line.today))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with up and down, move by a week with left and right, by a month with Shift, free with Delete."""
        bar, key = self._bar(), Qt.Key(event.key())
        if bar is None or self._is_fixed or not self._do(bar, key, event.modifiers()):
            super().keyPressEvent(event)

    def _do(self, bar: WayBar, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _STEPS:
            codes = [one.code for one in self._line.bars]
            at = codes.index(bar.code) + _STEPS[key]
            if not 0 <= at < len(codes):
                return False
            self._choose(codes[at])
        elif key in _MOVES:
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            steps = -_MOVES[key] if is_mirrored else _MOVES[key]
            by_month = bool(held & Qt.KeyboardModifier.ShiftModifier)
            day = moved_by_key(bar, steps, self._line.today, by_month=by_month)
            if day != bar.first:
                self.moved.emit(bar.code, day)
        elif key in _FREES and bar.not_before is not None:
            self.moved.emit(bar.code, None)
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        """Tell the step under the mouse."""
        if event.type() == event.Type.ToolTip:
            self._tell_bar(event)  # type: ignore[arg-type]  # what a tool tip event is
            return True
        return super().event(event)

    def focusInEvent(self, event: object) -> None:
        """Show which step the keys move."""
        super().focusInEvent(event)  # type: ignore[arg-type]  # handed on
        self._name_current()
        self.update()

    def _choose(self, code: str) -> None:
        is_other, self._current = code != self._current, code
        self._name_current()
        self.update()
        if is_other:
            self.chosen.emit(code)

    def _bar(self) -> WayBar | None:
        return next((bar for bar in self._line.bars if bar.code == self._current), None)

    def _scale(self) -> MonthScale:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return scale_of(self._line, self.width() - 2 * _SIDE, is_mirrored=is_mirrored)

    def _place(self, event: QMouseEvent) -> tuple[float, float]:
        place: QPointF = event.position()
        return place.x() - _SIDE, place.y()

    def _titles_in(self, tongue: Tongue) -> None:
        titles = {bar.code: tongue.speak(bar.title) for bar in self._line.bars}
        scale = scale_of(self._line, 10_000)
        months = {day: tongue.short_month(day) for day in scale.marks()}
        self._spoken = WaySpoken(titles, months, tongue.speak(say("Today")), tongue.speak(say("Hoped for")))
        self._words = {bar.code: tongue.speak(bar_words(bar)) for bar in self._line.bars}

    def _say(self) -> None:
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def _name_current(self) -> None:
        self.setAccessibleDescription(self._words.get(self._current, ""))

    def _tell_bar(self, event: QHelpEvent) -> None:
        box = box_at(self.boxes, event.pos().x() - _SIDE, event.pos().y())
        QToolTip.showText(event.globalPos(), self._words.get(box.bar.code, "") if box else "", self)

    def _tell_day(self, event: QMouseEvent) -> None:
        tongue = find_tongue(self)
        if self._held is None or tongue is None:
            return
        day = dropped(self._held[0].bar, self._scale().days_of(self._way), self._line.today)
        QToolTip.showText(event.globalPosition().toPoint(), tongue.speak(not_before_words(day)), self)
