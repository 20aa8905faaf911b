"""Empties the clipboard after a while where it holds words of this program, and keeps them out of its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE: Final = 30_000
"""Milliseconds after the last copy."""
_PRIVATE: Final = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}
"""What asks the clipboard histories of Windows and of KDE, and the cloud, not to keep a copy."""


class ClipboardGuard(QObject):
    """Watches the clipboard of the system; what other programs put there is never touched."""

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        """Begin to watch; `owns` tells whether the clipboard holds something of ours, for tests."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self._is_marking = False
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(self.empty)
        self._clipboard.dataChanged.connect(self._hear)

    def empty(self) -> None:
        """Empty the clipboard now where it holds words of ours."""
        self.patience.stop()
        if self._owns() and self._clipboard.text():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _hear(self) -> None:
        """Count anew after each copy of ours, and no more where somebody else has copied."""
        if self._is_marking:
            return
        if not self._owns():
            self.patience.stop()
            return
        words = self._clipboard.text()
        if words:
            self._mark(words)
            self.patience.start()

    def _mark(self, words: str) -> None:
        marked = QMimeData()
        marked.setText(words)
        for kind, content in _PRIVATE.items():
            marked.setData(kind, content)
        self._is_marking = True
        self._clipboard.setMimeData(marked)
        self._is_marking = False
