"""Brings a finished PDF from memory to a printer, strip by strip, without a file in between.

A page takes half a second to set, so it is set in strips: between them the window listens, shows how far it is, and can
be told to stop. A printer is driven on the window's thread, since drivers show windows of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPainter, QPen
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox

from iq_desktop.ui.shell.print_progress import PrintProgress
from iq_desktop.ui.shell.print_shape import cut_marks, find_cut, place_page
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.shell.print_shape import Spot

_FINEST: Final = 300
"""Dots per inch at which a page is set: sharp on paper, and small enough for an old laptop."""
_POINTS: Final = 72
_TALLEST: Final = 330
_LEAST: Final = 120
"""Dots of the height of a strip: some hundredths of a second of work."""
_NOT_PRINTED: Final = say(
    "Nothing was printed. Please see whether the printer is switched on and the chosen pages exist, or choose another "
    "printer."
)


class NothingPrintedError(Exception):
    """The printer did not take the paper, or none of the chosen pages is there."""


@dataclass(frozen=True, slots=True)
class PrintStep:
    """The page that is being set, counted from 1 among those that were chosen, and how many those are."""

    page: int
    count: int


def print_with_dialog(pdf: bytes, title: str, window: QWidget, speak: Callable[[Text], str]) -> bool:
    """Ask for a printer and print; returns False where the person changed their mind, also in the middle of it.

    Where the printer does not take the paper it says so.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    was_accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    if not was_accepted:
        return False
    progress = PrintProgress(print_strips(printer, pdf), title, window)
    was_printed = progress.follow()
    is_refused = isinstance(progress.problem, NothingPrintedError)
    progress.deleteLater()
    if is_refused:
        QMessageBox.warning(window, title, speak(_NOT_PRINTED))
    return was_printed


def print_on(printer: QPrinter, pdf: bytes) -> bool:
    """Print every page that was chosen at once; returns whether something reached the printer."""
    try:
        for _step in print_strips(printer, pdf):
            pass
    except NothingPrintedError:
        return False
    return True


def print_strips(printer: QPrinter, pdf: bytes) -> Generator[PrintStep, None, None]:
    """Print every page that was chosen, a strip each time the next step is asked for; raises NothingPrintedError.

    Whoever closes it before its end stops the printer.
    """
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = [page for page in range(document.pageCount()) if _is_wanted(printer, page)]
    printer.setResolution(_FINEST)
    printer.setFullPage(True)
    painter = QPainter()
    if not pages or not painter.begin(printer):
        raise NothingPrintedError
    is_whole = False
    try:
        for number, page in enumerate(pages, 1):
            if number > 1:
                printer.newPage()
            for _strip in _paint(painter, printer, document, page):
                yield PrintStep(number, len(pages))
        is_whole = True
    finally:
        if not is_whole:
            printer.abort()
        painter.end()
        document.close()


def _is_wanted(printer: QPrinter, page: int) -> bool:
    """Return whether a page, counted from 0, is among those that were chosen in the window of the system."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return True
    return printer.pageRanges().isEmpty() or printer.pageRanges().contains(page + 1)


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> Iterator[None]:
    points = document.pagePointSize(page)
    paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point)
    spot = place_page((paper.width(), paper.height()), (points.width(), points.height()))
    dots = QSize(_dots(spot.width), _dots(spot.height))
    left, top = _dots(spot.left), _dots(spot.top)
    first = 0
    while first < dots.height():
        height = min(_TALLEST, dots.height() - first)
        picture = _render(document, page, dots, QRect(0, first, dots.width(), height))
        if first + height < dots.height():
            height = find_cut(bytes(picture.constBits()), picture.bytesPerLine(), _LEAST)
        part = QRectF(0, 0, dots.width(), height)
        painter.drawImage(part.translated(left, top + first), picture, part)
        first += height
        yield
    _mark(painter, spot)


def _dots(points: float) -> int:
    return round(points * _FINEST / _POINTS)


def _render(document: QPdfDocument, page: int, whole: QSize, strip: QRect) -> QImage:
    """Return a strip of a page on white paper: what can be seen through takes printers several times as long."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(strip.adjusted(0, 0, 1, 1))  # Qt counts a dot too few, and the strip would be squeezed
    picture = QImage(strip.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    painter.drawImage(0, 0, document.render(page, strip.size(), options))
    painter.end()
    return picture


def _mark(painter: QPainter, spot: Spot) -> None:
    """Draw where to cut a page out of larger paper."""
    scale = _FINEST / _POINTS
    painter.setPen(QPen(QColor(Qt.GlobalColor.darkGray), scale / 2))
    painter.drawLines([QLineF(*(value * scale for value in line)) for line in cut_marks(spot)])
