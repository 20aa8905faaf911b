"""The client's side of a talk: the present question, large, in both languages; as large as its place allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iq_desktop.domain.client_window import BACK, NOT_NOW, READ_ALOUD
from iq_desktop.ui.client_view.letters import QUESTION, SMALL, layout_direction
from iq_desktop.ui.client_view.question_view import QuestionView
from iq_desktop.ui.client_view.shown import Given
from iq_desktop.ui.client_view.touch_button import TouchButton
from iq_desktop.ui.client_view.twice_label import TwiceLabel
from iq_desktop.ui.client_view.way_picture import WayPicture
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.ui.client_view.shown import Shown

_MARGIN: Final = 28
_GAP: Final = 14
_CORNER: Final = 28
"""Room at both ends of the way: in the corner lies what leads back."""
_NUMBERS: Final = range(int(Qt.Key.Key_1), int(Qt.Key.Key_9) + 1)


class Fit(NamedTuple):
    """How the parts are made to fit: letters, pictures beside that, the picture of a card above or beside its words."""

    factor: float
    picture: float = 1.0
    is_beside: bool = False


class QuestionPane(QFrame):
    """Shows what is asked (`show_question`); `given` carries each answer, `back`, `aloud` what else was pressed.

    `choosing` carries the cards that are chosen so far, before they are given as the answer.
    """

    given = Signal(object)
    choosing = Signal(tuple)
    back = Signal()
    aloud = Signal()

    def __init__(self, factors: Sequence[float] = (1.0,), parent: QWidget | None = None) -> None:
        """Build an empty pane; `factors` are the sizes of its letters to try, the wanted one first."""
        super().__init__(parent)
        self.setObjectName("client_pane")
        self.setProperty("role", "client_pane")
        self.shown: Shown | None = None
        self._factors = tuple(factors)
        self._fit = Fit(self._factors[-1])
        self.way = WayPicture(self)
        self.aloud_button = TouchButton(self, icon="speaker")
        self._inside = QWidget(self)
        self.context = TwiceLabel(self._inside)
        self.heading = TwiceLabel(self._inside, is_bold=True)
        self.view = QuestionView(self._inside)
        self.back_button = TouchButton(self, icon="left")
        self.not_now_button = TouchButton(self, icon="not_now")
        self.next_button = TouchButton(self, icon="right", is_filled=True)
        self._place()
        self._name()
        self.view.given.connect(self.given)
        self.view.choosing.connect(self.choosing)
        self.view.signing.grown.connect(self.fit)
        self.back_button.clicked.connect(self.back)
        self.aloud_button.clicked.connect(self.aloud)
        self.not_now_button.clicked.connect(self._put_off)
        self.next_button.clicked.connect(self._go_on)

    def _place(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(_CORNER, 0, _CORNER, 0)
        top.addWidget(self.way, 1)
        self.area = PageArea(self._inside, None, self)
        self.area.setWidgetResizable(False)
        bottom = QHBoxLayout()
        bottom.setSpacing(2 * STEP)
        bottom.addWidget(self.back_button)
        bottom.addStretch(1)
        bottom.addWidget(self.aloud_button)
        bottom.addStretch(1)
        bottom.addWidget(self.not_now_button)
        bottom.addWidget(self.next_button)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        self._lines.setSpacing(_GAP)
        self._lines.addLayout(top)
        self._lines.addWidget(self.area, 1)
        self._lines.addLayout(bottom)

    def _name(self) -> None:
        names = {"back": self.back_button, "not_now": self.not_now_button, "next": self.next_button}
        for name, button in {**names, "aloud": self.aloud_button}.items():
            button.setObjectName(name)
            policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(True)
            policy.setRetainSizeWhenHidden(name == "next")  # so that “not now” stays in its place
            button.setSizePolicy(policy)

    @property
    def factor(self) -> float:
        """How many times larger than usual the letters are."""
        return self._fit.factor

    def choose_factors(self, factors: Sequence[float]) -> None:
        """Try other sizes of letters from now on."""
        self._factors = tuple(factors)
        self.fit()

    def show_question(self, shown: Shown, pair: Pair, *, can_read_aloud: bool = False) -> None:
        """Show a question in two languages; never emits."""
        self.shown = shown
        self.setLayoutDirection(layout_direction(shown.heading.theirs))
        self.back_button.show_answer(pair.fixed(BACK))
        self.not_now_button.show_answer(pair.fixed(NOT_NOW))
        self.aloud_button.show_answer(pair.fixed(READ_ALOUD))
        self.aloud_button.setVisible(can_read_aloud)
        self.back_button.setVisible(shown.can_go_back)
        self.not_now_button.setVisible(shown.ask is not None or shown.signing is not None)
        self.next_button.setVisible(shown.onward is not None)
        if shown.onward is not None:
            self.next_button.show_answer(shown.onward)
        self.context.setVisible(shown.context is not None)
        if shown.context is not None:
            self.context.show_words(shown.context)
        self.way.show_way(*shown.far)
        self.heading.show_words(shown.heading)
        self.view.show_question(shown)
        self.fit()

    def fit(self) -> None:
        """Write as large as is wanted, or smaller where the place has no room; never below the smallest size."""
        if self.shown is None or self.width() < _MARGIN:
            return
        width = self.width() - 2 * _MARGIN - 2
        room = self.height() - _MARGIN
        last = self._factors[-1]
        tries = [Fit(factor) for factor in self._factors]
        tries += [Fit(last, 0.8), Fit(last, 0.8, is_beside=True), Fit(last, 0.6, is_beside=True)]
        self._write(next((fit for fit in tries if self._height_in(width, fit) <= room), tries[-1]))

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a number key as an answer; returns whether it was one."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() not in _NUMBERS:
            return False
        return self.view.take_key(event.key() - int(Qt.Key.Key_0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with the number keys."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the letters to the place."""
        super().resizeEvent(event)
        self.fit()

    def flush(self) -> None:
        """Report what was written and not yet reported."""
        self.view.flush()

    def _height_in(self, width: int, fit: Fit) -> int:
        factor = fit.factor
        for button in self._bar_buttons():
            button.set_size(SMALL * factor, factor)
        bars = [button.sizeHint().height() for button in self._bar_buttons()]
        self.way.set_factor(factor)
        return self.way.sizeHint().height() + sum(self._middle_heights(width, fit)) + max(bars) + 2 * _GAP

    def _middle_heights(self, width: int, fit: Fit) -> tuple[int, int, int]:
        """Return how high context, heading and view are at least, each with the gap below it."""
        factor = fit.factor
        context = self.context.height_in(width, SMALL * factor) + _GAP // 2 if self._has_context() else 0
        heading = self.heading.height_in(width, QUESTION * factor) + _GAP
        return context, heading, self.view.height_in(width, factor, fit.picture, is_beside=fit.is_beside)

    def _write(self, fit: Fit) -> None:
        self._fit, factor = fit, fit.factor
        for button in self._bar_buttons():
            button.set_size(SMALL * factor, factor)
            button.setFixedHeight(button.sizeHint().height())
        self.way.set_factor(factor)
        self.context.set_size(SMALL * factor)
        self.heading.set_size(QUESTION * factor)
        self.view.set_factor(factor, fit.picture, is_beside=fit.is_beside)
        self._lines.activate()
        self._arrange()

    def _arrange(self) -> None:
        """Set the parts of the middle below each other; what finds no room even so is scrolled."""
        width, room = self.area.width(), self.area.height()
        context, heading, view = self._middle_heights(width, self._fit)
        if context + heading + view > room:
            width -= self.area.verticalScrollBar().sizeHint().width()
            context, heading, view = self._middle_heights(width, self._fit)
        height = max(room, context + heading + view)
        self._inside.resize(width, height)
        self.context.setGeometry(0, 0, width, max(context - _GAP // 2, 0))
        self.heading.setGeometry(0, context, width, heading - _GAP)
        self.view.setGeometry(0, context + heading, width, height - context - heading)

    def _bar_buttons(self) -> tuple[TouchButton, ...]:
        return self.aloud_button, self.back_button, self.not_now_button, self.next_button

    def _has_context(self) -> bool:
        return self.shown is not None and self.shown.context is not None

    def _put_off(self) -> None:
        if self.shown is not None:
            self.given.emit(Given(is_not_now=True, question=self.shown.key))

    def _go_on(self) -> None:
        if self.shown is None:
            return
        if self.shown.ask is None and self.shown.signing is None:
            self.given.emit(Given(question=self.shown.key if self.shown.is_list else ""))
        else:
            self.view.take_on()
