"""Whoever knows how words are spelt: one for the program, asked for a language when a note is first written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from iq_desktop.wording.spelling import Spelling, read_spelling

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.kit.background import Background
    from iq_desktop.usecases.progress import Progress

LANGUAGES: Final = ("de", "en")


class Speller(QObject):
    """Reads the words of a language behind the window; `ready` carries the language when they are there."""

    ready = Signal(str)

    def __init__(self, app: QCoreApplication, background: Background, folder: Path) -> None:
        """Belong to the application; nothing is read yet."""
        super().__init__(app)
        self._background, self._folder = background, folder
        self._found: dict[str, Spelling] = {}
        self._asked: set[str] = set()

    def find(self, language: str) -> Spelling | None:
        """Return the spelling of a language; the first time None, and `ready` when it has been read."""
        if language in LANGUAGES and language not in self._asked:
            self._asked.add(language)
            work = partial(_read, self._folder, language)
            self._background.run(work, partial(self._take, language), self._do_without, owner=self)
        return self._found.get(language)

    def _take(self, language: str, spelling: Spelling) -> None:
        self._found[language] = spelling
        self.ready.emit(language)

    def _do_without(self, error: Exception) -> None:
        """Leave notes unmarked where the list is missing; anything else is told as every mistake is."""
        if not isinstance(error, OSError):
            raise error


def find_speller() -> Speller | None:
    """Return the program's speller, or None where it has none."""
    app = QCoreApplication.instance()
    return app.findChild(Speller) if app is not None else None


def _read(folder: Path, language: str, progress: Progress) -> Spelling:
    del progress
    return read_spelling(folder, language)
