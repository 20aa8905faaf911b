"""Qt's own words, as in the menu of a text field or a window for files, in the language of the desk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME: Final = "words_of_qt"


def speak_qt(language: str) -> None:
    """Let Qt use a language from now on; where Qt does not know it, it keeps to English."""
    app = QCoreApplication.instance()
    if app is None:
        return
    words = app.findChild(QTranslator, _NAME)
    if words is not None:
        if words.language().split("_")[0] == language:
            return
        app.removeTranslator(words)
        words.setParent(None)
    words = QTranslator(app)
    words.setObjectName(_NAME)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
