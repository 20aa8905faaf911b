"""The choice between the adviser's languages, each written in its own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iq_desktop.ui.kit.painted import Pill
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import as_it_is

LANGUAGE_NAMES: Final = (("de", as_it_is("Deutsch")), ("en", as_it_is("English")))


class LanguageChoice(QWidget):
    """Two radio buttons; `chosen` carries the code of a language."""

    chosen = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        """Build the buttons with one language chosen."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        self.pills = {code: Pill(name, self) for code, name in LANGUAGE_NAMES}
        for code, pill in self.pills.items():
            pill.setObjectName(f"language_{code}")
            pill.clicked.connect(self._choose)
            row.addWidget(pill)
        self.show_language(language)

    def show_language(self, language: str) -> None:
        """Show which language is spoken; never emits."""
        self.pills[language if language in self.pills else "de"].setChecked(True)

    def _choose(self) -> None:
        self.chosen.emit(next(code for code, pill in self.pills.items() if pill.isChecked()))
