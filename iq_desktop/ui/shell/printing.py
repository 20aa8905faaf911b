"""Brings a finished PDF from memory to a printer, page by page, without a file in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FINEST: Final = 300
"""Dots per inch at which a page is set: sharp on paper, and small enough for an old laptop."""
_POINTS: Final = 72


def print_with_dialog(pdf: bytes, title: str, window: QWidget, refused: str) -> bool:
    """Ask for a printer and print; returns False where the person changed their mind.

    Where the printer does not take the paper it says so, with the words `refused`.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    was_accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    if not was_accepted:
        return False
    was_printed = print_on(printer, pdf)
    if not was_printed:
        QMessageBox.warning(window, title, refused)
    return was_printed


def print_on(printer: QPrinter, pdf: bytes) -> bool:
    """Print every page that was chosen in its own size; returns whether something reached the printer."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = [page for page in range(document.pageCount()) if _is_wanted(printer, page)]
    if not pages:
        return False
    printer.setResolution(_FINEST)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        _paint(painter, document, page)
    painter.end()
    document.close()
    return True


def _is_wanted(printer: QPrinter, page: int) -> bool:
    """Return whether a page, counted from 0, is among those that were chosen in the window of the system."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return True
    return printer.pageRanges().isEmpty() or printer.pageRanges().contains(page + 1)


def _paint(painter: QPainter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * _FINEST / _POINTS), round(points.height() * _FINEST / _POINTS))
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(page, size))
