"""The scans of one paper as small pictures: a press shows one large, files are dropped, chosen or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.icons import paint_icon
from iq_desktop.ui.kit.sizes import scaled, small_font
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.usecases.scan_words import scan_facts, scan_size
from iq_desktop.wording.text import joined, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from iq_desktop.domain.scan import Scan
    from iq_desktop.wording.tongue import Tongue

_WIDTH: Final = 136
_PICTURE: Final = 128
_HEIGHT: Final = 188


class ScanTile(QPushButton):
    """One scan: its first page small, its name and its size."""

    def __init__(self, scan: Scan, thumbnail: bytes, parent: QWidget) -> None:
        """Keep the scan and its picture."""
        super().__init__(parent)
        self.scan = scan
        self.setObjectName(f"scan_{scan.id}")
        self.setProperty("role", "line_button")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture = QPixmap.fromImage(QImage.fromData(thumbnail))
        self._facts = ""

    def speak(self, tongue: Tongue) -> None:
        """Name the scan for screen readers and below its picture."""
        self._facts = tongue.speak(scan_size(self.scan))
        whole = tongue.speak(joined((say("Scan {name}", name=self.scan.name), scan_facts(self.scan)), ", "))
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a tile at this size of the text."""
        return QSize(scaled(_WIDTH), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page on its sheet, the name and the size below."""
        painter, colours = QPainter(self), colours_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self.rect().adjusted(1, 1, -1, -1)
        is_lit = self.underMouse() or self.isDown()
        edge = QPen(QColor(colours.accent if self.hasFocus() else colours.border), 2 if self.hasFocus() else 1)
        painter.setPen(edge)
        painter.setBrush(QColor(colours.raised if is_lit else colours.surface))
        painter.drawRoundedRect(whole, 8, 8)
        field = QRect(scaled(4), scaled(6), self.width() - 2 * scaled(4), scaled(_PICTURE))
        self._paint_page(painter, field)
        self._write(painter, QRect(STEP, field.bottom() + scaled(4), self.width() - 2 * STEP, scaled(22)))
        painter.end()

    def _paint_page(self, painter: QPainter, field: QRect) -> None:
        colours = colours_now()
        if self._picture.isNull():
            side = scaled(32)
            at = field.center()
            at.setX(at.x() - side // 2)
            at.setY(at.y() - side // 2)
            paint_icon(painter, "document", colours.muted, at, side)
            return
        size = self._picture.size().scaled(field.size(), Qt.AspectRatioMode.KeepAspectRatio)
        page = QRect(0, 0, size.width(), size.height())
        page.moveCenter(field.center())
        painter.drawPixmap(page, self._picture)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(page)

    def _write(self, painter: QPainter, line: QRect) -> None:
        colours = colours_now()
        side = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(small_font(self.font()))
        for words, colour in ((self.scan.name, colours.text), (self._facts, colours.muted)):
            painter.setPen(QColor(colour))
            short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, side, short)
            line.translate(0, line.height() - scaled(2))


class ScanStrip(QWidget):
    """The scans of a paper; `wanted` when one shall be added, `chosen` carries a scan, `dropped` files."""

    wanted = Signal()
    pasted = Signal()
    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Build the strip without scans; files may be dropped anywhere on it."""
        super().__init__(parent)
        self.setObjectName("scan_strip")
        self.setAcceptDrops(True)
        self.tiles: dict[str, ScanTile] = {}
        self._row = FlowLayout()
        self.add_button = SpeakingButton(say("Add a scan …"), "", "scan", self)
        self.paste_button = SpeakingButton(say("Paste"), "plain", "copy", self)
        self.hint = SpeakingLabel(say("PDF, JPEG or PNG, up to 50 MB. You can also drop files here."), "hint", self)
        acts = FlowLayout()
        for button in (self.add_button, self.paste_button):
            acts.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(self._row)
        lines.addLayout(acts)
        lines.addWidget(self.hint)
        self.add_button.clicked.connect(self.wanted)
        self.paste_button.clicked.connect(self.pasted)

    def show_scans(self, scans: Sequence[Scan], thumbnails: Mapping[str, bytes]) -> None:
        """Show these scans; never emits."""
        kept = {scan.id for scan in scans}
        for gone in [key for key in self.tiles if key not in kept]:
            tile = self.tiles.pop(gone)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for scan in scans:
            if scan.id not in self.tiles:
                tile = self.tiles[scan.id] = ScanTile(scan, thumbnails.get(scan.id, b""), self)
                tile.clicked.connect(self._choose)
                self._row.addWidget(tile)
                speak_part(tile)
                tile.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and nothing else."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        paths = files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _choose(self) -> None:
        tile = self.sender()
        if isinstance(tile, ScanTile):
            self.chosen.emit(tile.scan)


def files_in(held: QMimeData | None) -> tuple[Path, ...]:
    """Return the files that somebody drags or has copied; none where it is something else, or nothing (None)."""
    if held is None or not held.hasUrls():
        return ()
    return tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())
