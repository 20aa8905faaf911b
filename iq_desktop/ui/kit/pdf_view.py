"""A PDF on the screen, read from memory: nothing of it is written to the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QPointF, Qt
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.pdf_bar import PdfBar
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from iq_desktop.wording.tongue import Tongue

_LATER: Final = Qt.ConnectionType.QueuedConnection
"""Pages are searched while they are painted: whoever lays them out anew in the middle of that makes Qt fall."""
_ZOOM_STEP: Final = 1.25
_ZOOM_MIN: Final = 0.25
_ZOOM_MAX: Final = 4.0


class PdfView(QWidget):
    """The pages below each other, with zoom, fit, search with marks, and the number of the page in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a document."""
        super().__init__(parent)
        self._bytes = QBuffer(self)
        self.document = QPdfDocument(self)
        self.found: QPdfSearchModel | None = None
        """What was found; a new one for each document and each search: Qt's own does not follow another document."""
        self._words = ""
        self._place = -1
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.bar = PdfBar(self)
        self.smaller, self.larger, self.fit, self.page = self.bar.smaller, self.bar.larger, self.bar.fit, self.bar.page
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.bar)
        lines.addWidget(self.view, 1)
        self._connect()

    def _connect(self) -> None:
        bar = self.bar
        bar.smaller.clicked.connect(self._shrink)
        bar.larger.clicked.connect(self._enlarge)
        bar.fit.clicked.connect(self._fit_width)
        bar.whole.clicked.connect(self._fit_page)
        bar.page_before.clicked.connect(self._turn_back)
        bar.page_after.clicked.connect(self._turn)
        bar.wanted.connect(self._search)
        bar.stepped.connect(self._step)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)

    def speak(self, tongue: Tongue) -> None:
        """Name the pages for screen readers."""
        self.view.setAccessibleName(tongue.speak(say("Preview of the document")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last page with Home and End, zoom with plus and minus, where the pages have the focus."""
        acts = {
            Qt.Key.Key_Home: self._go_to_first,
            Qt.Key.Key_End: self._go_to_last,
            Qt.Key.Key_Plus: self._enlarge,
            Qt.Key.Key_Minus: self._shrink,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or not self.view.hasFocus():
            super().keyPressEvent(event)
        else:
            act()

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its bytes; the place in the one before is kept where it is the same document anew."""
        place = self.view.verticalScrollBar().value()
        self._close()
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        self.view.verticalScrollBar().setValue(place)
        self._search(self._words)
        self._show_page()

    def clear(self) -> None:
        """Show nothing and forget the bytes."""
        self._close()
        self._show_page()

    def go_to_page(self, number: int) -> None:
        """Bring a page into sight, counted from 1."""
        self.view.pageNavigator().jump(number - 1, QPointF(), 0)

    def _close(self) -> None:
        self._drop_found()
        self.document.close()
        self._bytes.close()
        self._bytes.setData(QByteArray())

    def _show_page(self) -> None:
        self.bar.show_page(self.view.pageNavigator().currentPage() + 1, self.document.pageCount())

    def _turn(self) -> None:
        self.go_to_page(self.view.pageNavigator().currentPage() + 2)

    def _go_to_first(self) -> None:
        self.view.verticalScrollBar().setValue(0)

    def _go_to_last(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _turn_back(self) -> None:
        self.go_to_page(self.view.pageNavigator().currentPage())

    def _search(self, words: str) -> None:
        self._drop_found()
        self._words = words
        if words and self.document.pageCount():
            self.found = QPdfSearchModel(self)
            self.found.setDocument(self.document)
            self.found.countChanged.connect(self._show_found, _LATER)
            self.found.setSearchString(words)
            self.view.setSearchModel(self.found)
        self._show_found()

    def _drop_found(self) -> None:
        """Forget what was found, before its document changes."""
        found, self.found, self._place = self.found, None, -1
        if found is not None:
            self.view.setCurrentSearchResultIndex(-1)
            self.view.setSearchModel(None)  # type: ignore[arg-type]  # the stubs do not know that none may be set
            found.countChanged.disconnect(self._show_found)
            found.setSearchString("")
            found.deleteLater()

    def _show_found(self) -> None:
        """Show how often the words were found, and go to the first place as soon as it is known."""
        count = self._count()
        if count and not 0 <= self._place < count:
            self._go_to_place(0)
        self.bar.show_found(self._words, self._place + 1 if count else 0, count)

    def _count(self) -> int:
        return self.found.rowCount(QModelIndex()) if self.found is not None else 0

    def _step(self, step: int) -> None:
        count = self._count()
        if count:
            self._go_to_place((self._place + step) % count)
            self.bar.show_found(self._words, self._place + 1, count)

    def _go_to_place(self, place: int) -> None:
        if self.found is None:
            return
        self._place = place
        self.view.setCurrentSearchResultIndex(place)
        self.view.pageNavigator().jump(self.found.resultAtIndex(place))

    def _shrink(self) -> None:
        self._zoom(1 / _ZOOM_STEP)

    def _enlarge(self) -> None:
        self._zoom(_ZOOM_STEP)

    def _zoom(self, factor: float) -> None:
        now, share = self._zoom_now(), self._share_above()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _ZOOM_MIN), _ZOOM_MAX))
        self._keep_share(share)

    def _share_above(self) -> float:
        """Return which share of the document lies above the middle of what is in sight."""
        bar = self.view.verticalScrollBar()
        return (bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1)

    def _keep_share(self, share: float) -> None:
        """Keep the place in sight after another size: the pages lie elsewhere then."""
        bar = self.view.verticalScrollBar()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _zoom_now(self) -> float:
        """Return how large the pages are shown, also where they are fitted into the view."""
        if self.view.zoomMode() is QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        page, room = self.document.pagePointSize(0), self.view.viewport().size()
        wide = room.width() / max(page.width() * self.logicalDpiX() / 72, 1)
        high = room.height() / max(page.height() * self.logicalDpiY() / 72, 1)
        return wide if self.view.zoomMode() is QPdfView.ZoomMode.FitToWidth else min(wide, high)

    def _fit_width(self) -> None:
        self._fit(QPdfView.ZoomMode.FitToWidth)

    def _fit_page(self) -> None:
        self._fit(QPdfView.ZoomMode.FitInView)

    def _fit(self, mode: QPdfView.ZoomMode) -> None:
        share = self._share_above()
        self.view.setZoomMode(mode)
        self._keep_share(share)
