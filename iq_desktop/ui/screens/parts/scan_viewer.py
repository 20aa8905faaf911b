"""A scan on the screen, from memory: pages, zoom, turning; nothing of it is written to the disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.scan_pages import open_pages, turned
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.usecases.scan_words import left_out_words, scan_facts
from iq_desktop.wording.text import NOTHING, as_it_is, joined, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from iq_desktop.ui.kit.scan_pages import ScanPages
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.scans import ShownScan
    from iq_desktop.wording.tongue import Tongue

_ZOOM_STEP: Final = 1.25
_LEAST, _MOST = 0.25, 6.0
_TOOLS: Final = 42


class Sheet(QWidget):
    """The picture of one page, in the middle of its room."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a picture."""
        super().__init__(parent)
        self.picture = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage) -> None:
        """Show another picture in the size that it has on the screen."""
        self.picture = picture
        self.setFixedSize(picture.deviceIndependentSize().toSize() if not picture.isNull() else QSize(1, 1))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page with a thin edge."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self.picture)
        painter.setPen(QColor(colours_now().border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class ScanViewer(QWidget):
    """One scan large; `opened` when one is shown, `closed` when it goes, `save_wanted` and `remove_wanted` carry it."""

    opened = Signal()
    closed = Signal()
    save_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        """Build the bar and the room of the page."""
        super().__init__(parent)
        self.setObjectName("scan_viewer")
        self._place = place
        self._shown: ShownScan | None = None
        self._pages: ScanPages | None = None
        self._retired: list[ScanPages] = []
        self._drawing = 0
        self.page, self.zoom, self.quarters = 0, 1.0, 0
        self._build_bar()
        self.sheet = Sheet(self)
        self.room = QScrollArea(self)
        self.room.setObjectName("scan_room")
        self.room.setProperty("role", "room")
        self.room.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.room.setWidget(self.sheet)
        self.room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width of a page stays
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        lines.setSpacing(STEP)
        lines.addLayout(self._head)
        lines.addLayout(self._tools)
        lines.addWidget(self.room, 1)

    def _build_bar(self) -> None:
        self.back = SpeakingButton(say("Back to the papers"), "", "left", self)
        self.title = SpeakingLabel(NOTHING, "heading", self)
        self.facts = SpeakingLabel(NOTHING, "muted", self)
        self.before = SpeakingButton(say("Page before"), "icon", "left", self)
        self.after = SpeakingButton(say("Next page"), "icon", "right", self)
        self.number = SpeakingLabel(NOTHING, "muted", self, wrap=False)
        self.smaller = SpeakingButton(say("Smaller"), "icon", "minus", self)
        self.larger = SpeakingButton(say("Larger"), "icon", "plus", self)
        self.fit = SpeakingButton(say("Fit to width"), "plain", parent=self)
        self.turn = SpeakingButton(say("Turn"), "plain", "turn", self)
        self.save = SpeakingButton(say("Save as a file …"), "", "save", self)
        self.remove = SpeakingButton(say("Remove"), "icon", "trash", self)
        self._head = QHBoxLayout()
        self._head.setSpacing(2 * STEP)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.facts)
        self._head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(names, 1)
        self._tools = FlowLayout(gap=2 * STEP, line_gap=STEP)
        self._pager = self._group(self.before, self.number, self.after)
        self._tools.addWidget(self._pager)
        for parts in ((self.smaller, self.larger, self.fit, self.turn), (self.save, self.remove)):
            self._tools.addWidget(self._group(*parts))
        for button, act in (
            (self.back, self.close_scan),
            (self.before, self._go_back),
            (self.after, self._go_on),
            (self.smaller, self._shrink),
            (self.larger, self._enlarge),
            (self.fit, self._fit),
            (self.turn, self._turn),
            (self.save, self._save),
            (self.remove, self._remove),
        ):
            button.clicked.connect(act)

    def _group(self, *parts: QWidget) -> QWidget:
        """Return tools that stay beside each other."""
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        for part in parts:
            row.addWidget(part)
        measure_by_text(group, height=_TOOLS)
        return group

    def show_scan(self, shown: ShownScan) -> None:
        """Show a scan from its first page on, as wide as the room."""
        self.forget()
        self._shown = shown
        self._pages = open_pages(shown.content, shown.scan.kind, self)
        self.page, self.zoom, self.quarters = 0, 1.0, 0
        self.title.show_text(as_it_is(shown.scan.name))
        self.facts.show_text(joined((scan_facts(shown.scan), left_out_words(shown.scan)), " · "))
        self._pager.setVisible(self._pages.count > 1)
        self.opened.emit()
        self._draw()
        self.back.setFocus()

    def close_scan(self) -> None:
        """Forget the scan, which stays in no memory, and tell that it goes."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Forget the scan, as soon as nobody draws it any more."""
        self._retired += [self._pages] if self._pages is not None else []
        self._shown = self._pages = None
        self.sheet.show_picture(QImage())
        self._close_retired()

    @property
    def retired(self) -> int:
        """How many scans were closed while they were still being drawn."""
        return len(self._retired)

    def _close_retired(self) -> None:
        if not self._drawing:
            for pages in self._retired:
                pages.close()
            self._retired.clear()

    def speak(self, tongue: Tongue) -> None:
        """Name the page for screen readers."""
        self.room.setAccessibleName(tongue.speak(say("Page of the scan")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, turn pages with Page up and Page down, zoom with plus and minus."""
        acts = {
            Qt.Key.Key_Escape: self.close_scan,
            Qt.Key.Key_PageUp: self._go_back,
            Qt.Key.Key_PageDown: self._go_on,
            Qt.Key.Key_Plus: self._enlarge,
            Qt.Key.Key_Minus: self._shrink,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew where the room has another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _draw(self) -> None:
        """Draw the page behind the window; whatever is asked for later is shown last."""
        pages = self._pages
        if pages is None or not pages.count:
            return
        shape = pages.shape(self.page)
        room = max(self.room.viewport().width() - 2, 80)
        ratio = self.devicePixelRatioF()
        width = room * self.zoom / (shape if self.quarters % 2 else 1.0)
        self.number.show_text(say("Page {number} of {count}", number=self.page + 1, count=pages.count))
        self.before.setEnabled(self.page > 0)
        self.after.setEnabled(self.page + 1 < pages.count)
        work = partial(_drawn, pages, self.page, round(width * ratio), self.quarters, ratio)
        self._drawing += 1
        ask_behind(self, self._place, work, partial(self._take, pages))

    def _take(self, pages: ScanPages, picture: QImage) -> None:
        self._drawing -= 1
        self._close_retired()
        if pages is self._pages:
            self.sheet.show_picture(picture)

    def _go_on(self) -> None:
        self._go_to(self.page + 1)

    def _go_back(self) -> None:
        self._go_to(self.page - 1)

    def _go_to(self, page: int) -> None:
        if self._pages is not None and 0 <= page < self._pages.count:
            self.page = page
            self.room.verticalScrollBar().setValue(0)
            self._draw()

    def _enlarge(self) -> None:
        self._zoom_to(self.zoom * _ZOOM_STEP)

    def _shrink(self) -> None:
        self._zoom_to(self.zoom / _ZOOM_STEP)

    def _fit(self) -> None:
        self._zoom_to(1.0)

    def _zoom_to(self, zoom: float) -> None:
        self.zoom = min(max(zoom, _LEAST), _MOST)
        self._draw()

    def _turn(self) -> None:
        self.quarters = (self.quarters + 1) % 4
        self._draw()

    def _save(self) -> None:
        if self._shown is not None:
            self.save_wanted.emit(self._shown.scan)

    def _remove(self) -> None:
        if self._shown is not None:
            self.remove_wanted.emit(self._shown.scan)


def _drawn(pages: ScanPages, page: int, width: int, quarters: int, ratio: float) -> QImage:
    picture = turned(pages.draw(page, width), quarters)
    picture.setDevicePixelRatio(ratio)
    return picture
