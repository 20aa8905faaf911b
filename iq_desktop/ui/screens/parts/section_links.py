"""Links to the sections of a long page, above it: each tells whether something is open there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.forms.vocabulary import Section
    from iq_desktop.wording.tongue import Tongue


class SectionLinks(QFrame):
    """One link for each section; `wanted` carries its place."""

    wanted = Signal(int)

    def __init__(self, sections: Sequence[Section], parent: QWidget) -> None:
        """Build the links."""
        super().__init__(parent)
        self._sections = tuple(sections)
        flow = FlowLayout(self, STEP // 2, 0)
        flow.setContentsMargins(0, 0, 0, 0)
        self.links = [SpeakingButton(section.heading, "plain", parent=self) for section in self._sections]
        for number, link in enumerate(self.links):
            link.setObjectName(f"section_{number}")
            flow.addWidget(link)
            link.clicked.connect(self._go)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def speak(self, tongue: Tongue) -> None:
        """Name the group for screen readers."""
        self.setAccessibleName(tongue.speak(say("Sections of the page")))

    def show_open(self, fields: Collection[str]) -> None:
        """Show in which sections something is open, by the names of the fields."""
        for section, link in zip(self._sections, self.links, strict=True):
            is_open = any(field.name in fields for field in section.fields)
            link.show_icon("open" if is_open else "")
            speak_part(link)

    def _go(self) -> None:
        self.wanted.emit(next(at for at, link in enumerate(self.links) if link is self.sender()))
