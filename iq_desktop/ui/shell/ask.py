"""What the program asks the person through windows of the system: which file, where to save, which printer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QStandardPaths

from iq_desktop.ui.kit.qt_words import speak_qt
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from iq_desktop.wording.tongue import Tongue


@dataclass(frozen=True, slots=True)
class FileKind:
    """Files of one kind: how they are called and their endings, for example `*.pdf`."""

    name: Text
    endings: tuple[str, ...]


PDF: Final = FileKind(say("PDF document"), ("*.pdf",))


class AskPort(Protocol):
    """Questions that the system's own windows ask; None or False where the person changed their mind."""

    def which_file(self, title: Text, kind: FileKind) -> Path | None:
        """Return a file that is there."""

    def which_folder(self, title: Text) -> Path | None:
        """Return a folder that is there."""

    def where_to_save(self, title: Text, name: str, kind: FileKind) -> Path | None:
        """Return where a file of a suggested name shall be saved; the system has asked before overwriting."""

    def print_pdf(self, pdf: bytes, title: Text) -> bool:
        """Let the person choose a printer and print; returns whether it was printed."""


class QtAsk:
    """The same with the windows of the system."""

    def __init__(self, window: QWidget, tongue: Callable[[], Tongue]) -> None:
        """Keep the window over which the questions appear."""
        self._window = window
        self._tongue = tongue

    def which_file(self, title: Text, kind: FileKind) -> Path | None:
        """Return a file that is there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (not needed before the first paint)

        start = _folder(QStandardPaths.StandardLocation.DownloadLocation)
        path, _filter = QFileDialog.getOpenFileName(self._window, self._words(title), str(start), self._filter(kind))
        return Path(path) if path else None

    def which_folder(self, title: Text) -> Path | None:
        """Return a folder that is there."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (not needed before the first paint)

        start = _folder(QStandardPaths.StandardLocation.DownloadLocation)
        path = QFileDialog.getExistingDirectory(self._window, self._words(title), str(start))
        return Path(path) if path else None

    def where_to_save(self, title: Text, name: str, kind: FileKind) -> Path | None:
        """Return where a file of a suggested name shall be saved."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415  (not needed before the first paint)

        start = _folder(QStandardPaths.StandardLocation.DocumentsLocation) / name
        path, _filter = QFileDialog.getSaveFileName(self._window, self._words(title), str(start), self._filter(kind))
        if not path:
            return None
        return with_ending(path, kind)

    def print_pdf(self, pdf: bytes, title: Text) -> bool:
        """Let the person choose a printer and print."""
        from iq_desktop.ui.shell.printing import print_with_dialog  # noqa: PLC0415  (loads the print support)

        return print_with_dialog(pdf, self._words(title), self._window, self._words)

    def _words(self, text: Text) -> str:
        tongue = self._tongue()
        speak_qt(tongue.code)
        return tongue.speak(text)

    def _filter(self, kind: FileKind) -> str:
        return f"{self._words(kind.name)} ({' '.join(kind.endings)})"


def with_ending(path: str, kind: FileKind) -> Path:
    """Return a path with the usual ending of its kind, where it has none of them; a dot in a name is no ending."""
    endings = tuple(one.removeprefix("*").casefold() for one in kind.endings)
    return Path(path) if path.casefold().endswith(endings) else Path(path + endings[0])


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    """Return a folder of the person's own, never the one in which the program was started."""
    folder = Path(QStandardPaths.writableLocation(place) or Path.home())
    return folder if folder.is_dir() else Path.home()
