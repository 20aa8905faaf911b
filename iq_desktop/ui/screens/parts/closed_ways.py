"""The ways that cannot be gone, folded: each with its reasons and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.way_step_card import reason_part
from iq_desktop.wording.text import NOTHING, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.way import ClosedWay


class ClosedWays(Card):
    """The folded list; its lines are built when somebody first wants to see them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the folded card."""
        super().__init__(parent=parent)
        self.setObjectName("closed_ways")
        self._ways: tuple[ClosedWay, ...] = ()
        self._built: tuple[ClosedWay, ...] = ()
        self.fold_button = SpeakingButton(NOTHING, "plain", "down", self)
        self.inside = QWidget(self)
        self.inside.hide()
        self._lines = QVBoxLayout(self.inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(STEP)
        self.body.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.inside)
        self.fold_button.clicked.connect(self.turn)

    def show_ways(self, ways: Sequence[ClosedWay]) -> None:
        """Show which ways are closed; never emits."""
        self._ways = tuple(ways)
        self._name()
        if not self.inside.isHidden():
            self._build()

    def turn(self) -> None:
        """Unfold or fold."""
        self.inside.setVisible(self.inside.isHidden())
        self._name()
        if not self.inside.isHidden():
            self._build()

    def _name(self) -> None:
        count = len(self._ways)
        self.fold_button.show_text(
            say_count("{count} way is not possible", "{count} ways are not possible", count=count)
        )
        self.fold_button.show_icon("down" if self.inside.isHidden() else "up")

    def _build(self) -> None:
        if self._built == self._ways:
            return
        while (item := self._lines.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self._built = self._ways
        for way in self._ways:
            self._add(SpeakingLabel(way.kind.label, "strong", self.inside))
            for reason in way.reasons:
                self._add(reason_part(reason, "close", self.inside))

    def _add(self, part: QWidget) -> None:
        self._lines.addWidget(part)
        speak_part(part)
        part.show()
