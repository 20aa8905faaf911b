"""The middle of the client's window: one card with its answers, several cards side by side, own words, or reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from iq_desktop.domain.instrument import Ask
from iq_desktop.ui.client_view.card_face import CardFace
from iq_desktop.ui.client_view.letters import SMALL
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.client_view.sign_view import SignView
from iq_desktop.ui.client_view.touch_grid import TouchGrid
from iq_desktop.ui.kit.sizes import set_font
from iq_desktop.ui.kit.text_editors import NoteEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.ui.client_view.shown import Shown

_GAP: Final = 16
_WIDEST_CARD: Final = 860
_NOTE: Final = 150


class QuestionView(QWidget):
    """Shows what is asked; `given` carries an answer (Given), `choosing` the cards that are chosen so far."""

    given = Signal(object)
    choosing = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the parts, of which each question uses some."""
        super().__init__(parent)
        self.shown: Shown | None = None
        self.card = CardFace(self)
        self.steps = TouchGrid(self, least=110)
        self.cards = TouchGrid(self, least=170, most_columns=5)
        self.note = NoteEditor("told", self)
        self.note.show_value("")
        self.signing = SignView(self)
        self._order: list[str] = []
        self._factor, self._picture, self._is_beside = 1.0, 1.0, False
        self.card.hanging.connect(self._show_target)
        self.card.dropped.connect(self._drop)
        self.steps.pressed.connect(self._give_step)
        self.cards.pressed.connect(self._turn_card)
        self.note.committed.connect(self._give_words)

    def show_question(self, shown: Shown) -> None:
        """Show a question; never emits. Words that are being typed stay where the question is the same."""
        is_other = self.shown is None or _key(self.shown) != _key(shown)
        self.shown = shown
        self.signing.setVisible(_is_signing(shown))
        if _is_signing(shown):
            self.signing.show_signing(shown)
        self.card.setVisible(not shown.is_grid and not _is_signing(shown))
        self.steps.setVisible(shown.is_one_card or bool(shown.steps))
        self.cards.setVisible(shown.is_grid)
        self.note.setVisible(shown.ask is Ask.WORDS)
        if shown.is_grid:
            self._show_cards(shown)
        elif shown.cards and not shown.is_list:
            self.card.show_card(shown.cards[0], is_loose=shown.ask is Ask.SORT)
            self._show_steps(shown)
        if shown.ask is Ask.WORDS:
            if is_other:
                self.note.forget()
            self.note.show_value(shown.told)
            self.note.name_for_readers(shown.heading.told)
        self.arrange()

    def take_key(self, number: int) -> bool:
        """Press the answer with a number key, from 1; returns whether there is one."""
        grid = self.cards if self.cards.isVisibleTo(self) else self.steps
        if not 1 <= number <= len(grid.shown):
            return False
        grid.shown[number - 1].click()
        return True

    def take_on(self) -> None:
        """Give what is chosen or written as the answer."""
        if self.shown is None:
            return
        if self.shown.signing is not None:
            self._give_signature(self.shown)
        elif self.shown.is_grid:
            self.given.emit(Given(cards=tuple(self._order), question=self.shown.key))
        elif self.shown.ask is Ask.WORDS:
            self.note.flush()
            words = self.note.settled_words
            self.given.emit(Given(self.shown.cards[0].code, words=words, question=self.shown.key))

    def flush(self) -> None:
        """Report what was written and not yet reported."""
        if self.shown is not None and self.shown.ask is Ask.WORDS:
            self.note.flush()

    def set_factor(self, factor: float, picture: float = 1.0, *, is_beside: bool = False) -> None:
        """Become larger than usual by a factor, pictures by one more; that of a card above or beside its sentence."""
        self._factor, self._picture, self._is_beside = factor, picture, is_beside
        self.card.set_factor(factor, picture, is_beside=is_beside)
        self.signing.set_factor(factor)
        self.steps.set_factor(factor, picture)
        self.cards.set_factor(factor, picture)
        font = QFont(self.note.font())
        font.setPixelSize(round(SMALL * factor))
        if self.note.field.font().pixelSize() != font.pixelSize():
            set_font(self.note.field, font)
        self.arrange()

    def height_in(self, width: int, factor: float, picture: float = 1.0, *, is_beside: bool = False) -> int:
        """Return the height that is needed at a width with a factor."""
        shown = self.shown
        if shown is None:
            return 0
        if _is_signing(shown):
            return self.signing.height_in(width, factor)
        if shown.is_grid:
            return self.cards.height_in(width, factor, picture)
        parts = [self.card.height_in(self._card_width(width, factor), factor, picture, is_beside=is_beside)]
        if shown.steps:
            parts.append(self.steps.height_in(width, factor, picture))
        if shown.ask is Ask.WORDS:
            parts.append(self._note_height(factor))
        return sum(parts) + _GAP * (len(parts) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Set card and answers below each other: the card as large as is good for it, the answers right below it."""
        shown, width, height = self.shown, self.width(), self.height()
        if shown is None or width < 1:
            return
        if _is_signing(shown):
            self.signing.setGeometry(0, 0, width, height)
            return
        if shown.is_grid:
            self.cards.setGeometry(0, 0, width, max(height, self.cards.heightForWidth(width)))
            return
        card_width = self._card_width(width, self._factor)
        below = self.steps.heightForWidth(width) if shown.steps else 0
        below = self._note_height(self._factor) if shown.ask is Ask.WORDS else below
        needed = self.card.height_in(card_width, self._factor, self._picture, is_beside=self._is_beside)
        most = self.card.most_height(card_width)
        card = max(needed, min(height - below - (_GAP if below else 0), most))
        top = max((height - card - below - (_GAP if below else 0)) // 3, 0)
        self.card.setGeometry((width - card_width) // 2, top, card_width, card)
        place = top + card + _GAP
        if shown.steps:
            self.steps.setGeometry(0, place, width, max(min(height - place, below * 13 // 10), below))
        elif shown.ask is Ask.WORDS:
            self.note.setGeometry((width - card_width) // 2, place, card_width, below)

    def _card_width(self, width: int, factor: float) -> int:
        return min(width, round(_WIDEST_CARD * max(factor, 1)))

    def _note_height(self, factor: float) -> int:
        grown = self.note.sizeHint().height() if factor == self._factor else 0
        return max(grown, round(_NOTE * factor))

    def _show_steps(self, shown: Shown) -> None:
        chosen = shown.cards[0].chosen if shown.is_one_card else None
        self.steps.show_answers(
            [
                (step.words, step.drawing, str(number), step.value == chosen)
                for number, step in enumerate(shown.steps, start=1)
            ]
        )

    def _show_cards(self, shown: Shown) -> None:
        chosen = [card for card in shown.cards if card.chosen is not None]
        self._order = [card.code for card in sorted(chosen, key=lambda card: card.chosen or 0)]
        self._fill_cards(shown)

    def _fill_cards(self, shown: Shown) -> None:
        is_ranked = shown.ask is Ask.RANK
        self.cards.show_answers(
            [
                (card.words, card.drawing, self._mark_of(card.code, is_ranked=is_ranked), card.code in self._order)
                for card in shown.cards
            ]
        )

    def _mark_of(self, code: str, *, is_ranked: bool) -> str:
        if code not in self._order:
            return ""
        return str(self._order.index(code) + 1) if is_ranked else "✓"

    def _turn_card(self, number: int) -> None:
        """Take a card into the choice, or out of it; an order that is full takes no more."""
        shown = self.shown
        if shown is None:
            return
        code = shown.cards[number].code
        if code in self._order:
            self._order.remove(code)
        elif shown.ask is not Ask.RANK or len(self._order) < shown.most:
            self._order.append(code)
        self._fill_cards(shown)
        self.choosing.emit(tuple(self._order))

    def _give_step(self, number: int) -> None:
        if self.shown is not None:
            value = self.shown.steps[number].value
            self.given.emit(Given(self.shown.cards[0].code, value, question=self.shown.key))

    def _give_words(self, words: str) -> None:
        if self.shown is not None and self.shown.ask is Ask.WORDS:
            self.given.emit(Given(self.shown.cards[0].code, words=words, go_on=True, question=self.shown.key))

    def _give_signature(self, shown: Shown) -> None:
        """Give what was drawn, or the name that was written and agreed to; says what is missing where it is neither."""
        given = self.signing.signature()
        if given is not None:
            self.given.emit(replace(given, question=shown.key))

    def _show_target(self, place: QPoint) -> None:
        self.steps.show_target(self._step_under(place))

    def _drop(self, place: QPoint) -> None:
        self.steps.show_target(None)
        number = self._step_under(place)
        if number is not None:
            self._give_step(number)

    def _step_under(self, place: QPoint) -> int | None:
        inside = self.steps.mapFrom(self, place)
        return self.steps.find_at(inside.x(), inside.y())


def _is_signing(shown: Shown) -> bool:
    return shown.is_list or shown.signing is not None


def _key(shown: Shown) -> tuple[object, ...]:
    return shown.ask, tuple(card.code for card in shown.cards), shown.heading.theirs.key
