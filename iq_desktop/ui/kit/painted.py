"""Radio buttons, tick boxes and choice boxes that paint themselves, for a style sheet cannot draw their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import find_tongue
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from iq_desktop.ui.kit.colours import Colours
    from iq_desktop.wording.tongue import Tongue

HEIGHT: Final = 40
"""How high a field is, in pixels at the usual size of the text, as all lengths here."""
_PAD: Final = 12
_MARK: Final = 16
_GAP: Final = 8
_STEP: Final = 32
_LINE_GAP: Final = 6


class Pill(QRadioButton):
    """One answer out of a few, as a real radio button in a rounded field."""

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        """Keep the text until it is spoken."""
        super().__init__(parent)
        self.said = text

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        self.setText(tongue.speak(self.said))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size that the text needs when it is chosen."""
        return QSize(_words_width(self, self.text()) + scaled(_MARK + _GAP + 2 * _PAD), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the text is never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the button: all of it does."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, ring and text."""
        painter, colours = _painter_of(self), colours_now()
        paint_field(painter, self, colours)
        size = scaled(_MARK)
        mark = _visual(self, QRect(scaled(_PAD), (self.height() - size) // 2, size, size))
        _paint_ring(painter, mark, self, colours)
        _paint_words(painter, self, colours, scaled(_PAD + _MARK + _GAP))
        painter.end()


class StepButton(QRadioButton):
    """One step of a scale, as a real radio button in a small square; its whole meaning is in its accessible name."""

    def __init__(self, mark: str, meaning: Text, parent: QWidget | None = None, *, second: bool = False) -> None:
        """Keep what is written on the step and what it means; `second` paints it in the adviser's colour."""
        super().__init__(mark, parent)
        self._meaning, self._name, self._second = meaning, NOTHING, second
        self.fit_text()

    def fit_text(self) -> None:
        """Take the size that the mark needs."""
        self.setFixedSize(self.sizeHint())

    def name_row(self, name: Text) -> None:
        """Say to which row the step belongs, for screen readers."""
        self._name = name
        tongue = find_tongue(self)
        if tongue is not None:
            self.speak(tongue)

    def speak(self, tongue: Tongue) -> None:
        """Tell the meaning as tool tip, and with the row's name to screen readers."""
        meaning, name = tongue.speak(self._meaning), tongue.speak(self._name)
        self.setToolTip(meaning)
        self.setAccessibleName(f"{name}: {meaning}" if name else meaning)

    def sizeHint(self) -> QSize:
        """Return a square, wider for long marks."""
        font = _bold(self.font())
        font.setPixelSize(QGuiApplication.font().pixelSize())  # its own may follow a moment later
        width = QFontMetrics(font).horizontalAdvance(self.text()) + scaled(_PAD)
        return QSize(max(width, scaled(_STEP)), scaled(_STEP))

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the button: all of it does."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square and its mark; a chosen one is filled."""
        painter, colours = _painter_of(self), colours_now()
        fill = colours.second if self._second else colours.accent
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        is_chosen = self.isChecked()
        painter.setPen(QPen(QColor(fill if is_chosen or self.underMouse() else colours.outline), 1))
        painter.setBrush(QColor(fill if is_chosen else colours.surface))
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(_bold(self.font()) if is_chosen else self.font())
        painter.setPen(QColor(colours.surface if is_chosen else colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Tick(QCheckBox):
    """A tick box whose text wraps where the place is narrow."""

    def __init__(self, text: Text, parent: QWidget | None = None) -> None:
        """Keep the text until it is spoken."""
        super().__init__(parent)
        self.said = text
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Preferred)  # narrower than one line, where it must
        policy.setVerticalPolicy(policy.Policy.Minimum)  # and then higher
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def speak(self, tongue: Tongue) -> None:
        """Show the text in a tongue."""
        self.setText(tongue.speak(self.said))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        height = QFontMetrics(self.font()).height() + 2 * scaled(_LINE_GAP)
        return QSize(_words_start() + width, max(height, scaled(_STEP)))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow size: the text wraps."""
        return QSize(min(self.sizeHint().width(), scaled(160)), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped text needs."""
        room = QRect(0, 0, max(width - _words_start(), 40), 10_000)
        words = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(words.height() + 2 * scaled(_LINE_GAP), scaled(_STEP))

    def hitButton(self, place: QPoint) -> bool:
        """Return whether a place belongs to the box: box and text do."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick and text."""
        painter, colours = _painter_of(self), colours_now()
        line = QFontMetrics(self.font()).height()
        size, top = scaled(_MARK) + 2, scaled(_LINE_GAP)
        box = _visual(self, QRect(2, top + (line - size) // 2, size, size))
        _paint_box(painter, box, self, colours)
        room = _visual(self, self.rect().adjusted(_words_start(), top, 0, 0))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.muted))
        flags = Qt.TextFlag.TextWordWrap | QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(flags), self.text())
        painter.end()


class ChoiceBox(QComboBox):
    """A choice box with our own arrow, which a turning mouse wheel never changes."""

    def showPopup(self) -> None:
        """Open the choices, wide enough for the longest: none is cut."""
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * _PAD + view.verticalScrollBar().sizeHint().width())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no answer."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - scaled(28 + _PAD + 8)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not self.isEditable():
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        colours = colours_now()
        size = scaled(_MARK)
        place = _visual(self, QRect(self.width() - scaled(28), (self.height() - size) // 2, size, size))
        paint_icon(painter, "down", colours.muted, place.topLeft(), size)
        painter.end()


def _painter_of(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _visual(widget: QWidget, rect: QRect) -> QRect:
    return QStyle.visualRect(widget.layoutDirection(), widget.rect(), rect)


def _words_start() -> int:
    """Return where the words beside a tick begin."""
    return scaled(_MARK) + 4 + scaled(_GAP)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _words_width(widget: QWidget, words: str) -> int:
    plain, bold = QFontMetrics(widget.font()), QFontMetrics(_bold(widget.font()))
    return max(plain.horizontalAdvance(words), bold.horizontalAdvance(words)) + 2


def paint_field(painter: QPainter, button: QAbstractButton, colours: Colours) -> None:
    """Paint the ground and edge of a button that can be chosen, and a second edge where it has the focus as well."""
    is_strong = button.isChecked() or button.hasFocus()
    width = 2 if is_strong else 1
    edge = colours.accent if is_strong else colours.outline
    ground = colours.accent_soft if button.isChecked() else colours.raised if button.underMouse() else colours.surface
    painter.setPen(QPen(QColor(edge if button.isEnabled() else colours.border), width))
    painter.setBrush(QColor(ground))
    inset = width / 2
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
    if button.hasFocus() and button.isChecked():
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)


def _paint_ring(painter: QPainter, place: QRect, button: QAbstractButton, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.accent if button.isChecked() else colours.outline), 1.5))
    painter.setBrush(QColor(colours.surface))
    painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))
    if button.isChecked():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(QPointF(QRectF(place).center()), place.width() / 4, place.width() / 4)


def _paint_box(painter: QPainter, place: QRect, button: QAbstractButton, colours: Colours) -> None:
    box = QRectF(place).adjusted(1, 1, -1, -1)
    painter.setPen(QPen(QColor(colours.accent if button.isChecked() else colours.outline), 1.5))
    painter.setBrush(QColor(colours.accent if button.isChecked() else colours.surface))
    painter.drawRoundedRect(box, 4, 4)
    if button.isChecked():
        paint_icon(painter, "check", colours.accent_text, place.topLeft() + QPoint(2, 2), place.width() - 4)
    if button.hasFocus():
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), 6, 6)


def _paint_words(painter: QPainter, button: QAbstractButton, colours: Colours, start: int) -> None:
    room = _visual(button, button.rect().adjusted(start, 0, -scaled(_PAD) // 2, 0))
    painter.setFont(_bold(button.font()) if button.isChecked() else button.font())
    painter.setPen(QColor(colours.text if button.isEnabled() else colours.muted))
    side = QStyle.visualAlignment(button.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    words = painter.fontMetrics().elidedText(button.text(), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
