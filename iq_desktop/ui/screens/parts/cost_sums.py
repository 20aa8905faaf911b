"""The sums of a cost plan: a bar of who pays what, filled, hatched and empty, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.overlap_bar import OverlapBar
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.usecases.cost_words import share_parts, total_words
from iq_desktop.wording.text import NOTHING, joined

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.cost_plan import CostPlan

_SAMPLE: Final = 28
_KINDS: Final = {"granted": (1, 0, 0), "waiting": (0, 1, 0), "own": (0, 0, 1)}


class CostSums(QWidget):
    """What it all costs, and who pays it; hidden while there is no cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build words and bar."""
        super().__init__(parent)
        self.setObjectName("cost_sums")
        self.total = SpeakingLabel(NOTHING, "strong", self)
        self.bar = OverlapBar(self)
        self.samples = {kind: OverlapBar(self) for kind in _KINDS}
        self.words = {kind: SpeakingLabel(NOTHING, "", self, wrap=False) for kind in _KINDS}
        keys = FlowLayout(gap=3 * STEP)
        for kind, sample in self.samples.items():
            sample.setObjectName(f"sample_{kind}")
            sample.show_parts(*_KINDS[kind])
            keys.addWidget(self._key(kind))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addWidget(self.total)
        lines.addWidget(self.bar)
        lines.addLayout(keys)
        self._fit()

    def show_plan(self, plan: CostPlan) -> None:
        """Show the sums of a plan."""
        self.total.show_text(total_words(plan))
        parts = {one.kind: one for one in share_parts(plan)}
        granted, waiting, own = (int(parts[kind].amount.most * 100) for kind in _KINDS)
        self.bar.show_parts(granted, waiting, own)
        for kind, part in parts.items():
            self.words[kind].show_text(joined((part.label, part.amount.words()), "\n"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the text."""
        super().resizeEvent(event)
        self._fit()

    def _key(self, kind: str) -> QWidget:
        key = QWidget(self)
        row = QHBoxLayout(key)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self.samples[kind], 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words[kind])
        return key

    def _fit(self) -> None:
        for sample in self.samples.values():
            sample.setFixedWidth(scaled(_SAMPLE))
