"""One publisher whom the centre trusts: name, fingerprint, since when, who decided it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.usecases.instruments import fingerprint_of
from iq_desktop.wording.text import as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.usecases.instrument_ports import TrustedPublisher


class PublisherRow(TightRow):
    """A row; `removed` carries the publisher."""

    removed = Signal(object)

    def __init__(self, publisher: TrustedPublisher, parent: QWidget | None = None) -> None:
        """Build the row."""
        super().__init__(parent)
        self.publisher = publisher
        since = say("since {day}, by {adviser}", day=publisher.trusted_on, adviser=publisher.trusted_by)
        fingerprint = say("fingerprint {fingerprint}", fingerprint=fingerprint_of(publisher.key))
        self.remove = SpeakingButton(say("Trust no more: {name}", name=publisher.name), "icon", "trash", self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SpeakingLabel(as_it_is(publisher.name), "strong", self))
        words.addWidget(SpeakingLabel(joined((fingerprint, since)), "hint", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self._remove)

    def _remove(self) -> None:
        self.removed.emit(self.publisher)
