"""Cards that are read together, one after the other, on the adviser's screen and in the client's window.

The ones before somebody interprets, and the steps of the way that was planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iq_desktop.domain.client_window import FINISHED, NEXT, catalogue_of
from iq_desktop.domain.drawing import Drawing
from iq_desktop.domain.interpreter_cards import HEADING, INTERPRETER_CARDS
from iq_desktop.ui.client_view.pair import Pair
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.client_view.shown import Shown, ShownCard
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.speaking import SpeakingButton
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from iq_desktop.ui.client_view.shown import Given
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_LETTERS: Final = (0.9, 0.75, 0.65)


@dataclass(frozen=True, slots=True)
class ReadCard:
    """One card: what it says, and a picture where it has one."""

    words: Text
    drawing: Drawing | None = None


class CardTalk(QWidget):
    """Shows one card after the other; `ended` when all were read, or the adviser closes them."""

    ended = Signal()

    def __init__(
        self, place: Workplace, heading: Text, cards: Sequence[ReadCard], parent: QWidget | None = None
    ) -> None:
        """Build pane and buttons."""
        super().__init__(parent)
        self._place = place
        self._heading, self._cards = heading, tuple(cards)
        self._number, self._pair = 0, Pair(place.tongue(), "de")
        self.pane = QuestionPane(_LETTERS, self)
        self.turn = SpeakingButton(say("Turn the screen (F9)"), "primary", "turn_screen", self)
        self.close_button = SpeakingButton(say("Close the cards"), "plain", "close", self)
        acts = FlowLayout(gap=STEP)
        acts.addWidget(self.turn)
        acts.addWidget(self.close_button)
        below = QVBoxLayout()
        below.setContentsMargins(3 * STEP, 0, 3 * STEP, 2 * STEP)
        below.addLayout(acts)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.pane, 1)
        lines.addLayout(below)
        self.pane.given.connect(self.take)
        self.pane.back.connect(self.go_back)
        self.pane.aloud.connect(self._read_aloud)
        self.turn.clicked.connect(self._turn)
        self.close_button.clicked.connect(self.end)
        if place.stage is not None:
            place.stage.given.connect(self._take_from_client)
            place.stage.back.connect(self._go_back_for_client)

    def begin(self, language: str) -> None:
        """Show the first card in a language of the client; the adviser's alone where it has no catalogue."""
        ours = self._place.tongue()
        self._pair = Pair(ours, language or ours.code, self._place.client_tongue(catalogue_of(language)))
        self._number = 0
        self.show()
        self._show()

    def change_cards(self, cards: Sequence[ReadCard]) -> None:
        """Go through other cards from now on; what is shown stays until then."""
        self._cards = tuple(cards)

    def take(self, _given: Given) -> None:
        """Show the next card."""
        if self._number >= len(self._cards) - 1:
            self.end()
            return
        self._number += 1
        self._show()

    def go_back(self) -> None:
        """Show the card before."""
        self._number = max(self._number - 1, 0)
        self._show()

    def end(self) -> None:
        """Take the cards away, from both screens."""
        if self._is_mine and self._place.stage is not None:
            self._place.stage.end()
        self.hide()
        self.ended.emit()

    def shown(self) -> Shown:
        """Return what stands in the client's window."""
        last = len(self._cards) - 1
        card = self._cards[self._number]
        return Shown(
            heading=self._pair.fixed(self._heading),
            cards=(ShownCard(str(self._number), self._pair.fixed(card.words), card.drawing),),
            far=(self._number, len(self._cards)),
            can_go_back=self._number > 0,
            onward=self._pair.fixed(NEXT if self._number < last else FINISHED),
        )

    def speak(self, tongue: Tongue) -> None:
        """Speak to the adviser in another tongue."""
        if tongue.code != self._pair.ours.code:
            self._pair = Pair(tongue, self._pair.language, self._pair.theirs)
            if self.isVisible():
                self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the card away from where F9 would show it; an open client's window keeps it."""
        super().hideEvent(event)
        stage = self._place.stage
        if stage is not None and self._is_mine and not stage.is_turned:
            stage.end()

    @property
    def _is_mine(self) -> bool:
        return self._place.stage is not None and self._place.stage.owner is self

    def _show(self) -> None:
        shown, stage = self.shown(), self._place.stage
        if stage is not None:
            stage.show_question(shown, self._pair, {}, owner=self)
        self.pane.show_question(shown, self._pair, can_read_aloud=stage is not None and stage.can_read_aloud)

    def _take_from_client(self, given: Given) -> None:
        if self._is_mine:
            self.take(given)

    def _go_back_for_client(self) -> None:
        if self._is_mine:
            self.go_back()

    def _read_aloud(self) -> None:
        if self._place.stage is not None:
            self._place.stage.read_aloud()

    def _turn(self) -> None:
        if self._place.stage is not None:
            self._place.stage.turn()


class InterpreterTalk(CardTalk):
    """The cards before somebody interprets."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the talk."""
        super().__init__(place, HEADING, [ReadCard(text) for text in INTERPRETER_CARDS], parent)
        self.setObjectName("interpreter_talk")
