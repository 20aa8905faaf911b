"""One pack in the settings: what it is, whence it comes, to try it and to give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.client_view.shown_talk import cover_picture
from iq_desktop.ui.kit.drawing import DrawingView
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.pack_words import about_pack, is_worth_a_warning, review_words, seal_words
from iq_desktop.ui.screens.parts.talk_words import in_ours
from iq_desktop.ui.screens.parts.tight_row import TightRow
from iq_desktop.wording.text import NOTHING, say

if TYPE_CHECKING:
    from iq_desktop.usecases.instruments import ListedInstrument
    from iq_desktop.wording.tongue import Tongue

_PICTURE: Final = 56


class PackRow(TightRow):
    """A row; `try_wanted` and `remove_wanted` carry the listed instrument."""

    try_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, listed: ListedInstrument, parent: QWidget | None = None) -> None:
        """Build the row; what came with the program cannot be removed."""
        super().__init__(parent)
        self.setObjectName(f"pack_{listed.instrument.code}")
        self.listed = listed
        instrument = listed.instrument
        self.title = SpeakingLabel(NOTHING, "strong", self)
        kind = "warn" if is_worth_a_warning(listed.trust) else "hint"
        self.seal = SpeakingLabel(seal_words(listed.trust, listed.fingerprint), kind, self)
        self.try_button = SpeakingButton(say("Try"), "", "right", self)
        self.remove_button = SpeakingButton(say("Remove"), "icon", "trash", self)
        self.remove_button.setVisible(listed.taken_on is not None)
        words = QVBoxLayout()
        words.setSpacing(2)
        facts = SpeakingLabel(about_pack(listed), "hint", self)
        for part in (self.title, facts, self.seal, SpeakingLabel(review_words(instrument), "hint", self)):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP, 0, STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(DrawingView(cover_picture(instrument), _PICTURE, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self.try_button.clicked.connect(self._try)
        self.remove_button.clicked.connect(self._remove)

    def speak(self, tongue: Tongue) -> None:
        """Name the instrument in the adviser's language."""
        self.title.show_text(in_ours(self.listed.instrument, tongue.code, "title"))

    def _try(self) -> None:
        self.try_wanted.emit(self.listed)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.listed)
