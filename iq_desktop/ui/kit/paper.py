"""Paper on the screen: the pages of a PDF that lies in memory only, below each other, as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from iq_desktop.wording.tongue import Tongue

WIDEST: Final = 840
"""Pixels beyond which a page is not drawn wider: it is to be read, not to fill the screen."""


class PaperView(QScrollArea):
    """Shows a PDF; never writes it anywhere."""

    def __init__(self, name: Text = NOTHING, parent: QWidget | None = None, *, widest: int = WIDEST) -> None:
        """Begin with no paper; `name` is for screen readers."""
        super().__init__(parent)
        self._name = name
        self._sheets = _Sheets(self, widest)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._sheets)

    @property
    def page_count(self) -> int:
        """The number of pages that are shown."""
        return self._sheets.document.pageCount()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF, or nothing for no bytes."""
        self._sheets.load(pdf)
        self._sheets.fit(self.viewport().width())
        self.verticalScrollBar().setValue(0)

    def speak(self, tongue: Tongue) -> None:
        """Name the view for screen readers."""
        self.setAccessibleName(tongue.speak(self._name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages as wide as there is room."""
        super().resizeEvent(event)
        self._sheets.fit(self.viewport().width())


class _Sheets(QWidget):
    """The pages; each is drawn when it first comes into sight at a size."""

    def __init__(self, parent: QWidget, widest: int) -> None:
        super().__init__(parent)
        self._widest = widest
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self._pictures: dict[int, QImage] = {}
        self._places: list[QRect] = []

    def load(self, pdf: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        if pdf:
            self.document.load(self._buffer)

    def fit(self, room: int) -> None:
        self._pictures.clear()
        self._places = []
        width, top = min(room - 2 * STEP, self._widest), STEP
        for number in range(self.document.pageCount()):
            points = self.document.pagePointSize(number)
            height = round(width * points.height() / max(points.width(), 1))
            self._places.append(QRect((room - width) // 2, top, width, height))
            top += height + 2 * STEP
        self.resize(room, top)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight, each with a thin edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, place in enumerate(self._places):
            if place.intersects(event.rect()):
                painter.drawImage(place, self._picture(number, place.size()))
                painter.setPen(QColor(colours_now().border))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def _picture(self, number: int, size: QSize) -> QImage:
        picture = self._pictures.get(number)
        if picture is None:
            ratio = self.devicePixelRatioF()
            inner = QSize(round(size.width() * ratio), round(size.height() * ratio))
            picture = QImage(inner, QImage.Format.Format_RGB32)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            painter.drawImage(0, 0, self.document.render(number, inner))
            painter.end()
            self._pictures[number] = picture
        return picture
