"""A PDF on the screen, read from memory: nothing of it is written to the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.short_label import ShortButton
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue

_ZOOM_STEP: Final = 1.25
_ZOOM_MIN: Final = 0.25
_ZOOM_MAX: Final = 4.0


class PdfView(QWidget):
    """The pages below each other, with zoom, fit to width, and the number of the page in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a document."""
        super().__init__(parent)
        self._bytes = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.smaller = SpeakingButton(say("Smaller"), "icon", "minus", self)
        self.larger = SpeakingButton(say("Larger"), "icon", "plus", self)
        self.fit = ShortButton(say("Fit to width"), "plain", parent=self)
        self.page = SpeakingLabel(say("No page"), "muted", self, wrap=False)
        bar = QHBoxLayout()
        bar.setSpacing(STEP)
        for part in (self.smaller, self.larger, self.fit):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(bar)
        lines.addWidget(self.view, 1)
        self.smaller.clicked.connect(self._shrink)
        self.larger.clicked.connect(self._enlarge)
        self.fit.clicked.connect(self._fit_width)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)

    def speak(self, tongue: Tongue) -> None:
        """Name the pages for screen readers."""
        self.view.setAccessibleName(tongue.speak(say("Preview of the document")))

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its bytes; the place in the one before is kept where it is the same document anew."""
        place = self.view.verticalScrollBar().value()
        self.clear()
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self.view.verticalScrollBar().setValue(place)
        self._show_page()

    def clear(self) -> None:
        """Show nothing and forget the bytes."""
        self.document.close()
        self._bytes.close()
        self._bytes.setData(QByteArray())
        self._show_page()

    def go_to_page(self, number: int) -> None:
        """Bring a page into sight, counted from 1."""
        self.view.pageNavigator().jump(number - 1, QPointF(), 0)

    def _show_page(self) -> None:
        count = self.document.pageCount()
        number = self.view.pageNavigator().currentPage() + 1
        self.page.show_text(say("Page {number} of {count}", number=number, count=count) if count else say("No page"))

    def _shrink(self) -> None:
        self._zoom(1 / _ZOOM_STEP)

    def _enlarge(self) -> None:
        self._zoom(_ZOOM_STEP)

    def _zoom(self, factor: float) -> None:
        now = self.view.zoomFactor()
        if self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth and self.document.pageCount():
            points = self.document.pagePointSize(0).width() * self.logicalDpiX() / 72
            now = self.view.viewport().width() / max(points, 1)
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _ZOOM_MIN), _ZOOM_MAX))

    def _fit_width(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
