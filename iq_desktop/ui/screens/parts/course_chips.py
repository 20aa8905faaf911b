"""What narrows a search for courses beside what is in sight: chips to take away, and a way to begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from iq_desktop.ui.kit.chip import Chip
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.wording.text import Text


class CourseChips(QWidget):
    """The chips; `removed` carries the name of a filter, `cleared` that all shall go."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without chips."""
        super().__init__(parent)
        self.setObjectName("course_chips")
        self.chips: dict[str, Chip] = {}
        self._shown: tuple[tuple[str, Text], ...] = ()
        self._place = QWidget(self)
        self._flow = FlowLayout(self._place, gap=STEP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._place.setSizePolicy(policy)
        self.clear_button = SpeakingButton(say("Take all filters away"), "plain", parent=self)
        self.clear_button.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._place, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.clear_button)
        self.hide()

    def show_filters(self, active: Sequence[tuple[str, Text]], *, is_wanted: bool) -> None:
        """Show what narrows the search, where it is wanted: there may be something to take away without a chip."""
        if tuple(active) != self._shown:
            self._shown = tuple(active)
            self._build()
        self.setVisible(is_wanted)

    def _build(self) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {name: Chip(words, name, self._place) for name, words in self._shown}
        for name, chip in self.chips.items():
            chip.setObjectName(f"chip_{name}")
            chip.removed.connect(self._drop)
            self._flow.addWidget(chip)
            chip.show()
        self._place.setVisible(bool(self.chips))
        speak_part(self)
        self._place.updateGeometry()

    def _drop(self, name: str) -> None:
        self.removed.emit(name)
