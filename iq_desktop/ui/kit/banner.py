"""A message where the eye is: icon, sentence, advice, and a button where there is something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, find_tongue
from iq_desktop.ui.kit.theme import STEP, colours_now
from iq_desktop.wording.text import NOTHING, Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from iq_desktop.wording.problems import IqError


_ROLES: Final = {"good": "good", "warn": "warn", "danger": "danger"}
"""Colours of the kinds; any other is told in the accent colour."""


class Notice(QFrame):
    """A framed ground in the colours of the kind that its property `kind` names."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        """Begin with a kind."""
        super().__init__(parent)
        self.show_kind(kind)

    def show_kind(self, kind: str) -> None:
        """Wear the colours of another kind."""
        self.setProperty("kind", kind)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        colours, role = colours_now(), _ROLES.get(self.property("kind"), "accent")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.of(role)), 1))
        painter.setBrush(QColor(colours.of(f"{role}_soft")))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class Banner(Notice):
    """One message of a kind (`good`, `info`, `warn`, `danger`); hidden while there is none; `closed` when it goes."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the banner, which shows nothing."""
        super().__init__("info", parent)
        self._act: Callable[[], None] | None = None
        self.mark = Mark("info", self, 20)
        self.text = SpeakingLabel(NOTHING, "strong", self)
        self.advice = SpeakingLabel(NOTHING, "", self)
        self.act = SpeakingButton(NOTHING, "plain", parent=self)
        self.close_button = SpeakingButton(say("Close the message"), "icon", "close", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP + 1, STEP + 1, STEP + 1, STEP + 1)
        row.setSpacing(STEP + 4)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.act.clicked.connect(self._do)
        self.close_button.clicked.connect(self.clear)
        self.hide()

    def tell(
        self,
        text: Text,
        kind: str = "good",
        advice: Text = NOTHING,
        act_name: Text = NOTHING,
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a message, with advice and a button where they are given."""
        self._act = act
        self.mark.show_kind(kind)
        self.show_kind(kind)
        self.text.show_text(text)
        self.advice.show_text(advice)
        self.advice.setVisible(advice is not NOTHING)
        self.act.show_text(act_name)
        self.act.setVisible(act is not None)
        tongue = find_tongue(self)
        if tongue is not None:
            self.setAccessibleName(tongue.speak(text))
        self.show()

    def tell_error(self, error: IqError, act_name: Text = NOTHING, act: Callable[[], None] | None = None) -> None:
        """Show what went wrong and what to do."""
        self.tell(error.text, "danger", error.advice, act_name, act)

    @property
    def is_offering(self) -> bool:
        """Whether the message has a button of its own."""
        return self._act is not None

    def clear(self) -> None:
        """Take the message away."""
        self._act = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _do(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
