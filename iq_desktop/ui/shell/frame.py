"""The frame of the main window: rail at the left, messages and long work below the screen, where they move nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Banner
from iq_desktop.ui.kit.progress_strip import ProgressStrip
from iq_desktop.ui.kit.rail import Place, Rail, RailButton
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.shell.places import CASE, PLACES
from iq_desktop.ui.shell.rail_foot import RailFoot
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.ui.kit.background import Background

_NAME_ROOM: Final = 120
"""What the words of a place of the rail have beside its icon, in pixels."""


class Frame(QWidget):
    """Holds the screens in `stack`, messages in `messages`; `find_pressed` when everything shall be searched."""

    find_pressed = Signal()

    def __init__(self, background: Background, adviser: Adviser, parent: QWidget | None = None) -> None:
        """Build the frame without a screen."""
        super().__init__(parent)
        self.rail = Rail("IQ Desktop", PLACES, self)
        self.rail.buttons[CASE].hide()
        self.rail.who.show_text(as_it_is(adviser.name))
        self.find_button = RailButton(Place("find", say("Find everything"), "search"), self)
        self.find_button.setCheckable(False)
        self.find_button.clicked.connect(self.find_pressed)
        self.foot = RailFoot(self)
        self.rail.foot.insertWidget(0, self.find_button)
        self.rail.foot.addWidget(self.foot)
        self.banner = Banner(self)
        self.stack = QStackedWidget(self)
        self.messages = QVBoxLayout()
        self.messages.setContentsMargins(3 * STEP, STEP, 3 * STEP, STEP)
        self.messages.addWidget(self.banner)
        right = QVBoxLayout()
        right.setContentsMargins(0, STEP, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addLayout(self.messages)
        right.addWidget(ProgressStrip(background, self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room to the screen where the window is narrow."""
        super().resizeEvent(event)
        self.rail.fit_window(self.width())

    def forget_news(self) -> None:
        """Take away good news when one goes elsewhere; what is to be mended stays."""
        if self.banner.property("kind") in ("good", "info"):
            self.banner.clear()

    def forget_offer(self) -> None:
        """Take away an offer to undo when another step was taken: it would undo that one."""
        if self.banner.is_offering:
            self.forget_news()

    def name_case(self, case: CaseFile) -> None:
        """Call the place of the open case by the person's family name, shortened where it is long."""
        name = case.client.family_name or case.client.given_names or case.number
        button = self.rail.buttons[CASE]
        button.show_text(as_it_is(_strong(button).elidedText(name, Qt.TextElideMode.ElideRight, scaled(_NAME_ROOM))))
        button.setToolTip(case.client.full_name)

    def forget_case(self) -> None:
        """Take the place of the open case away, with the name on it."""
        button = self.rail.buttons[CASE]
        button.show_text(NOTHING)
        button.setToolTip("")
        button.hide()

    def show_case_place(self) -> None:
        """Show that a case is open, and that one is there."""
        self.rail.buttons[CASE].show()
        self.rail.choose(CASE)


def _strong(widget: QWidget) -> QFontMetrics:
    """Return the measures of a widget's words when it is chosen."""
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font)
