"""The card that lists the backups that count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.told_row import ToldRow
from iq_desktop.usecases.backup_words import Told, rows_of
from iq_desktop.wording.text import NOTHING, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.backup import KeptBackup
    from iq_desktop.usecases.backup_words import BackupRow

_FIRST: Final = 8


class BackupListCard(Card):
    """The backups, newest first; more than eight on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the empty list."""
        hint = say(
            "Each one was read again and proved before it counted. The newest of each of the last 12 days, 10 weeks "
            "and 9 months stay. Imported catalogues are not in them: they can be taken in again."
        )
        super().__init__(say("Backups that are there"), parent, hint=hint)
        self.rows: list[ToldRow] = []
        self._backups: tuple[BackupRow, ...] = ()
        self.nothing = SpeakingLabel(say("There is none yet."), "muted", self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP + 4)
        self.more = SpeakingButton(NOTHING, "plain", "down", self)
        self.more.clicked.connect(self._show_all)
        self.add(self.nothing)
        self.add(self._lines)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_backups(())

    def show_backups(self, kept: Sequence[KeptBackup]) -> None:
        """Show these backups."""
        self._backups = rows_of(kept)
        self.nothing.setVisible(not self._backups)
        self._show(self._backups[: max(_FIRST, len(self.rows))])

    def _show_all(self) -> None:
        self._show(self._backups)

    def _show(self, backups: Sequence[BackupRow]) -> None:
        for row in self.rows[len(backups) :]:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[len(backups) :]
        for _ in range(len(backups) - len(self.rows)):
            row = ToldRow(self)
            self.rows.append(row)
            self._lines.addWidget(row)
            speak_part(row)
        for row, backup in zip(self.rows, backups, strict=True):
            kind = "good" if backup.is_of_now else "info"
            row.tell(Told(kind, backup.when, joined((backup.where, backup.opens))), backup.size)
        rest = len(self._backups) - len(self.rows)
        self.more.setVisible(rest > 0)
        self.more.show_text(say("Show {count} more", count=rest))
