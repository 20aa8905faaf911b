"""An occupation of the case: its name, its codes, whether it was learned or is wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.competence import ChosenOccupation, OccupationRole
from iq_desktop.ui.kit.mark import Mark
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.wording.tongue import Tongue


class OccupationTag(QFrame):
    """One occupation; `removed` carries it when it shall go."""

    removed = Signal(object)

    def __init__(self, chosen: ChosenOccupation, parent: QWidget | None = None) -> None:
        """Build the tag."""
        super().__init__(parent)
        self.setProperty("role", "tag")
        self.chosen = chosen
        self.name = SpeakingLabel(as_it_is(chosen.name_de), "strong", self)
        self.facts = SpeakingLabel(_facts(chosen), "hint", self)
        self.remove = SpeakingButton(say("Remove {name}", name=chosen.name_de), "icon", "close", self)
        is_wished = chosen.role is OccupationRole.WISHED
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(STEP + 4, STEP - 2, STEP // 2, STEP - 2)
        row.setSpacing(STEP + 2)
        row.addWidget(Mark("star" if is_wished else "competence", self, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.clicked.connect(self._remove)

    def speak(self, tongue: Tongue) -> None:
        """Name the occupation in a tongue."""
        name = self.chosen.name(tongue.code)
        self.name.said = as_it_is(name)
        self.remove.said = say("Remove {name}", name=name)

    def _remove(self) -> None:
        self.removed.emit(self.chosen)


def _facts(chosen: ChosenOccupation) -> Text:
    codes = codes_of(chosen.isco, chosen.kldb)
    return say("{role} · {codes}", role=chosen.role.label, codes=codes) if codes else chosen.role.label


def codes_of(isco: str, kldb: str) -> str:
    """Return the codes of an occupation as they are written behind its name, empty where there are none."""
    return " · ".join(f"{scheme}\u00a0{code}" for scheme, code in (("ISCO", isco), ("KldB", kldb)) if code)
