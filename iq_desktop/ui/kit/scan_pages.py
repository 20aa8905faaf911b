"""The pages of a scan as pictures, drawn from memory: a PDF, or the one page of a photograph.

Only formats that were recognised are tried, and no decoder gets more memory than the largest picture allowed needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QTransform
from PySide6.QtPdf import QPdfDocument

from iq_desktop.domain.scan import MOST_PIXELS, ScanKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_BYTES_PER_POINT: Final = 4
_ROOM: Final = 2 * MOST_PIXELS * _BYTES_PER_POINT // 1024**2
_QUARTER: Final = 90
LARGEST_SIDE: Final = 8000
"""Points of the longer side of a page that is drawn, however far somebody zooms in."""


class ScanPages(Protocol):
    """What draws the pages of a scan; pages are counted from 0, widths in points of the screen."""

    @property
    def count(self) -> int:
        """How many pages there are; 0 where nothing can be drawn."""

    def shape(self, page: int) -> float:
        """Return how high a page is for one unit of its width."""

    def draw(self, page: int, width: int) -> QImage:
        """Return a page of this width; an empty picture where it cannot be drawn."""

    def close(self) -> None:
        """Forget the content; only on the thread that opened the pages, and while nobody draws."""


def open_pages(content: bytes, kind: ScanKind, parent: QObject | None = None) -> ScanPages:
    """Return the pages of a scan; whoever keeps them keeps its content in memory.

    Pages that are drawn on another thread need a parent, which lives on this one, and are to be closed.
    """
    if kind is ScanKind.PDF:
        return PdfPages(content, parent)
    return PicturePage(content, kind)


def turned(picture: QImage, quarters: int) -> QImage:
    """Return a picture turned by quarters to the right."""
    if not quarters % 4:
        return picture
    return picture.transformed(QTransform().rotate(quarters % 4 * _QUARTER))


class PdfPages:
    """The pages of a PDF."""

    def __init__(self, content: bytes, parent: QObject | None = None) -> None:
        """Read the PDF from memory."""
        self._bytes = QBuffer(parent)
        self._bytes.setData(QByteArray(content))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self._bytes)
        self._document.load(self._bytes)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(self._document.pageCount(), 0)

    def shape(self, page: int) -> float:
        """Return how high a page is for one unit of its width."""
        size = self._document.pagePointSize(page)
        return size.height() / size.width() if size.width() > 0 and size.height() > 0 else 1.0

    def close(self) -> None:
        """Forget the PDF: the buffer takes the document along, on their own thread."""
        self._document.close()
        self._bytes.deleteLater()

    def draw(self, page: int, width: int) -> QImage:
        """Return a page of this width on white paper."""
        drawn = self._document.render(page, _fitting(width, self.shape(page)))
        if drawn.isNull():
            return drawn
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper


class PicturePage:
    """A photograph as a page; it stands upright where the camera said how it was held."""

    def __init__(self, content: bytes, kind: ScanKind) -> None:
        """Read the size of the picture, not yet the picture."""
        self._content, self._kind = QByteArray(content), kind
        _buffer, reader = self._reading()
        self._is_lying = reader.transformation().value in _LYING
        self._size = reader.size().transposed() if self._is_lying else reader.size()

    @property
    def count(self) -> int:
        """One, or none where it is no picture."""
        return 1 if self._size.isValid() and not self._size.isEmpty() else 0

    def shape(self, page: int) -> float:
        """Return how high the picture is for one unit of its width."""
        del page
        return self._size.height() / self._size.width() if self.count else 1.0

    def draw(self, page: int, width: int) -> QImage:
        """Return the picture of this width, never larger than it is."""
        _buffer, reader = self._reading()
        size = _fitting(min(width, self._size.width()), self.shape(page))
        reader.setScaledSize(size.transposed() if self._is_lying else size)
        drawn = reader.read()
        return drawn if drawn.isNull() else drawn.convertToFormat(QImage.Format.Format_RGB32)

    def close(self) -> None:
        """Forget the picture."""
        self._content = QByteArray()

    def _reading(self) -> tuple[QBuffer, QImageReader]:
        """Return a reader and what it reads from, which it does not keep itself."""
        buffer = QBuffer(self._content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(_ROOM)
        reader = QImageReader(buffer, QByteArray(self._kind.value.encode()))
        reader.setAutoTransform(True)
        reader.setAutoDetectImageFormat(False)
        return buffer, reader


_LYING: Final = frozenset({4, 5, 6, 7})
"""Transformations of Qt that exchange width and height."""


def _fitting(width: int, shape: float) -> QSize:
    """Return width and height of a page, neither of them absurd."""
    most = min(LARGEST_SIDE, LARGEST_SIDE / shape)
    wide = max(min(width, int(most)), 1)
    return QSize(wide, max(round(wide * shape), 1))
