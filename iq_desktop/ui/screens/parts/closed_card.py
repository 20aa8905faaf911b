"""What stands in the place of something that is not for whoever sits at the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.usecases.permissions import ONLY_RESPONSIBLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.role import Act
    from iq_desktop.wording.text import Text


class ClosedCard(Card):
    """A heading, and below it who does it."""

    def __init__(self, heading: Text, act: Act, parent: QWidget | None = None) -> None:
        """Say so."""
        super().__init__(heading, parent)
        self.sentence = SpeakingLabel(ONLY_RESPONSIBLE[act], "hint", self)
        self.add(self.sentence)
