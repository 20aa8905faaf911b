"""One occupation of the ranking in detail: what fits, what is missing, whether the person wishes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.occupation_tag import codes_of
from iq_desktop.ui.screens.parts.skill_lines import SkillLines
from iq_desktop.usecases.routes import say_fit
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.route import RankedOccupation
    from iq_desktop.wording.tongue import Tongue

_BESIDE: Final = 480
_LEAST: Final = 280


class RouteDetail(Card):
    """The chosen occupation; `wish_turned` carries it when the wish for it is set or taken back."""

    wish_turned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the card without an occupation."""
        super().__init__(as_it_is(" "), parent)
        self.ranked: RankedOccupation | None = None
        self.codes = SpeakingLabel(NOTHING, "hint", self)
        self.sum = SpeakingLabel(NOTHING, "", self)
        self.wish_button = SpeakingButton(NOTHING, "", "star", self)
        self.fits = SkillLines(say("What fits"), "good", self)
        self.missing = SkillLines(say("What is missing"), "open", self)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(3 * STEP)
        self._both.addWidget(self.fits, 1)
        self._both.addWidget(self.missing, 1)
        self.body.setSpacing(STEP)
        self.add(self.codes)
        self.add(self.sum)
        self.body.addWidget(self.wish_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(STEP)
        self.add(self._both)
        self.wish_button.clicked.connect(self._turn)

    def show_route(self, ranked: RankedOccupation, *, is_wished: bool) -> None:
        """Show an occupation."""
        is_same = ranked == self.ranked
        self.ranked = ranked
        self.wish_button.show_text(say("No longer wished for") if is_wished else say("Mark as wished for"))
        if is_same:
            return
        occupation = ranked.occupation
        self.codes.show_text(as_it_is(codes_of(occupation.isco, occupation.kldb)))
        self.sum.show_text(say_fit(ranked))
        self.fits.show_skills(ranked.fits)
        self.missing.show_skills(ranked.missing)
        self.fits.setVisible(bool(ranked.fits))
        self.missing.setVisible(bool(ranked.missing))
        speak_part(self)

    def speak(self, tongue: Tongue) -> None:
        """Name the occupation in a tongue."""
        if self.ranked is not None:
            self.heading.said = as_it_is(self.ranked.occupation.naming.in_language(tongue.code))

    def minimumSizeHint(self) -> QSize:
        """Return the need of lists below each other: else those beside would never let the page grow narrow."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set both lists beside or below each other."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _turn(self) -> None:
        self.wish_turned.emit(self.ranked)
