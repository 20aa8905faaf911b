"""Brings a finished PDF from memory to a printer, page by page, without a file in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FINEST: Final = 300
"""Dots per inch at which a page is set: sharp on paper, and small enough for an old laptop."""
_POINTS: Final = 72


def print_with_dialog(pdf: bytes, title: str, window: QWidget) -> bool:
    """Ask for a printer and print; returns False where the person changed their mind or the PDF cannot be read."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(title)
    was_accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted.value
    dialog.deleteLater()
    return was_accepted and print_on(printer, pdf)


def print_on(printer: QPrinter, pdf: bytes) -> bool:
    """Print every page in its own size; returns whether there was something to print."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if not document.pageCount():
        return False
    printer.setResolution(_FINEST)
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _FINEST / _POINTS), round(points.height() * _FINEST / _POINTS))
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), document.render(number, size))
    painter.end()
    document.close()
    return True
