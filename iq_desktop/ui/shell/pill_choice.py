"""One answer out of two or three, always visible: languages, themes, sizes of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from iq_desktop.domain.centre import TEXT_SIZES
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.painted import Pill
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.tongue import Tongue

LANGUAGES: Final = (("de", as_it_is("Deutsch")), ("en", as_it_is("English")))
"""The adviser's languages, each written in its own."""
THEMES: Final = (
    ("system", say("Like the system")),
    ("light", say("Light")),
    ("dark", say("Dark")),
    ("contrast", say("High contrast")),
)
SIZES: Final = tuple((str(size), as_it_is(f"{size} %")) for size in TEXT_SIZES)
"""Sizes of the text by their percentage, written as one says them."""


class PillChoice(QWidget):
    """Radio buttons side by side; `chosen` carries the code of an answer."""

    chosen = Signal(str)

    def __init__(
        self, name: Text, options: Sequence[tuple[str, Text]], code: str, parent: QWidget | None = None
    ) -> None:
        """Build the buttons with one chosen; `name` is for screen readers."""
        super().__init__(parent)
        self._name = name
        row = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self.pills = {option: Pill(text, self) for option, text in options}
        for option, pill in self.pills.items():
            pill.setObjectName(option)
            pill.clicked.connect(self._choose)
            self._group.addButton(pill)
            row.addWidget(pill)
        self.show_choice(code)

    def show_choice(self, code: str) -> None:
        """Show which one is chosen; never emits, and shows the first for an unknown code."""
        self.pills[code if code in self.pills else next(iter(self.pills))].setChecked(True)

    def speak(self, tongue: Tongue) -> None:
        """Name the group for screen readers."""
        self.setAccessibleName(tongue.speak(self._name))

    def _choose(self) -> None:
        pill = self._group.checkedButton()
        if pill is not None:
            self.chosen.emit(pill.objectName())
