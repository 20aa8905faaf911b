"""The choice after somebody else has saved the same case: whose version stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.banner import Notice
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.ui.shell.open_case import OpenCase


class RivalChoice(Notice):
    """Two buttons above the page; hidden while there is no rival."""

    def __init__(self, open_case: OpenCase, parent: QWidget | None = None) -> None:
        """Build the choice and follow the open case."""
        super().__init__("warn", parent)
        self._open_case = open_case
        self.mine = SpeakingButton(say("Keep mine"), "", parent=self)
        self.theirs = SpeakingButton(say("Show the other version"), "primary", parent=self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SpeakingLabel(say("Somebody else changed this case meanwhile."), "strong", self))
        advice = say("Nothing was overwritten. If you take the other version, yours comes back with “Undo”.")
        words.addWidget(SpeakingLabel(advice, "", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * STEP + 1, STEP + 1, 2 * STEP + 1, STEP + 1)
        row.setSpacing(STEP + 4)
        row.addWidget(Mark("warn", self, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.mine)
        row.addWidget(self.theirs)
        self.mine.clicked.connect(self._keep_mine)
        self.theirs.clicked.connect(self._take_theirs)
        open_case.failed.connect(self._show)
        open_case.saved.connect(self.hide)
        open_case.opened.connect(self.hide)
        self.hide()

    def _show(self) -> None:
        self.setVisible(self._open_case.is_rivalled)

    def _keep_mine(self) -> None:
        self.hide()
        self._open_case.keep_mine()

    def _take_theirs(self) -> None:
        self.hide()
        self._open_case.take_theirs()
