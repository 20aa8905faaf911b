"""A line to search in, with suggestions below it that come while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from iq_desktop.wording.tongue import Tongue

PAUSE: Final = 150
"""Milliseconds of rest after which the typed words are searched for."""
_GLASS: Final = 16
_ROW: Final = 52
_GAP, _RIM = 4, 8
_MOST_ROWS: Final = 7
_SUBTITLE: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that was found: its name, a second line that tells it from others, and the value it stands for."""

    title: str
    subtitle: str = ""
    value: Any = None


class _Suggestions(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: tuple[Suggestion, ...] = ()

    def show_items(self, items: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  (the root)
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (item.title, item.subtitle)))
        return item.subtitle if role == _SUBTITLE else None


class _TwoLines(QStyledItemDelegate):
    """Paints a suggestion: name above, second line below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = colours_now()
        painter.save()
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        room = rect.adjusted(12, 4, -12, -4)
        subtitle = str(index.data(_SUBTITLE) or "")
        side = Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        place = Qt.AlignmentFlag.AlignTop if subtitle else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(side | place), title)
        painter.setFont(small_font(painter.font()))
        painter.setPen(QColor(colours.muted))
        subtitle = painter.fontMetrics().elidedText(subtitle, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignBottom), subtitle)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, scaled(_ROW))


class SearchLine(QLineEdit):
    """The line itself: sends arrow keys to the suggestions and says when it is left."""

    left = Signal()
    moved = Signal(int)
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Leave room for the glass."""
        super().__init__(parent)
        self.fit_text()

    def fit_text(self) -> None:
        """Leave room for a glass as large as the words."""
        self.setTextMargins(scaled(_GLASS + 6), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, and the glass at its beginning."""
        super().paintEvent(event)
        painter, size = QPainter(self), scaled(_GLASS)
        paint_icon(painter, "search", colours_now().muted, QPoint(scaled(11), (self.height() - size) // 2), size)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the suggestions with the arrow keys, take one with Enter, leave them with Escape."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the line was left."""
        super().focusOutEvent(event)
        self.left.emit()


class SearchField(QWidget):
    """The field: `asked` carries the words to look for, the caller answers with `show_suggestions`, in its own time.

    `chosen` carries the value of the suggestion that was taken.
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, name: str, hint: Text, parent: QWidget | None = None, *, keeps_words: bool = False) -> None:
        """Build the line; `keeps_words` leaves the taken name in it."""
        super().__init__(parent)
        self.setObjectName(name)
        self._hint, self._keeps_words = hint, keeps_words
        self.line = SearchLine(self)
        self.line.setClearButtonEnabled(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._model = _Suggestions(self)
        self.popup: _Popup | None = None
        self._takes_first = False
        self.line.textEdited.connect(self._wait)
        self.line.left.connect(self.close_suggestions)
        self.line.moved.connect(self._move)
        self.line.taken.connect(self._take)
        self.destroyed.connect(self._pause.stop)

    def speak(self, tongue: Tongue) -> None:
        """Show and tell what can be looked for."""
        self._tongue = tongue
        words = tongue.speak(self._hint)
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.setAccessibleName(words)

    _tongue: Tongue | None = None

    def show_suggestions(self, words: str, items: Sequence[Suggestion]) -> None:
        """Show what was found for these words; late answers to other words are dropped."""
        if words != self.line.text().strip() or not words or not self.line.hasFocus():
            return
        self._model.show_items(items)
        if self._takes_first and items:
            self._choose(items[0])
            return
        self._takes_first = False
        if self.popup is None:
            self.popup = _Popup(self._model, self.window())
            self.popup.list.clicked.connect(self._take)
        self.popup.open_at(self, self._tongue)

    def close_suggestions(self) -> None:
        """Take the suggestions away."""
        if self.popup is not None:
            self.popup.hide()

    def _wait(self) -> None:
        self._takes_first = False
        self._pause.start()

    def _ask(self) -> None:
        words = self.line.text().strip()
        if not words:
            self.close_suggestions()
        self.asked.emit(words)

    def _move(self, step: int) -> None:
        if self.popup is not None and self.popup.isVisible() and self._model.items:
            row = self.popup.list.currentIndex().row() + step
            self.popup.list.setCurrentIndex(self._model.index(max(0, min(row, len(self._model.items) - 1)), 0))

    def _take(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._takes_first = True  # what is still shown was found for other words
            self._ask()
            return
        row = self.popup.list.currentIndex().row() if self.popup is not None and self.popup.isVisible() else -1
        if row < 0:
            return
        self._choose(self._model.items[row])

    def _choose(self, item: Suggestion) -> None:
        self._takes_first = False
        self.line.setText(item.title if self._keeps_words else "")
        self.close_suggestions()
        self.chosen.emit(item.value)


class _Popup(QFrame):
    """The list below the line; it never takes the focus."""

    def __init__(self, model: _Suggestions, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "popup")
        self._model = model
        self.list = QListView(self)
        self.list.setProperty("role", "choices")
        self.list.setModel(model)
        self.list.setItemDelegate(_TwoLines(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = SpeakingLabel(say("Nothing found. Please try other words."), "muted", self)
        self.nothing.setContentsMargins(12, 10, 12, 10)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2, 2, 2, 2)
        lines.addWidget(self.list)
        lines.addWidget(self.nothing)

    def open_at(self, field: SearchField, tongue: Tongue | None) -> None:
        """Show the suggestions below a field, or above it where there is more room; the first one can be taken."""
        if tongue is not None:
            self.nothing.speak(tongue)
            self.list.setAccessibleName(field.accessibleName())
        count = len(self._model.items)
        self.list.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        if count:
            self.list.setCurrentIndex(self._model.index(0, 0))
        place = field.mapTo(self.window(), QPoint(0, 0))
        height = min(count, _MOST_ROWS) * scaled(_ROW) + 14 if count else self.nothing.heightForWidth(field.width()) + 8
        width = max(field.width(), min(self._wanted_width(), self.window().width() - place.x() - 8))
        top, height = _fit(place.y(), field.height(), height, self.window().height())
        self.setGeometry(place.x(), top, width, height)
        self.show()
        self.raise_()

    def _wanted_width(self) -> int:
        measure = self.list.fontMetrics().horizontalAdvance
        words = max((measure(item.title) for item in self._model.items), default=0)
        return words + 24 + 8 + self.list.verticalScrollBar().sizeHint().width()


def _fit(top: int, field: int, wanted: int, window: int) -> tuple[int, int]:
    """Return where a list of a wanted height begins, and its height, at a field that begins at `top` in a window."""
    below, above = window - top - field - _GAP - _RIM, top - _GAP - _RIM
    is_below = wanted <= below or below >= above
    height = min(wanted, below if is_below else above)
    return top + field + _GAP if is_below else top - _GAP - height, height
