"""Signing on the adviser's screen: what the person reads and signs, and beside it who signs, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.agreement import Signer
from iq_desktop.domain.ink import Ink, ink_from
from iq_desktop.ui.client_view.pair import Pair
from iq_desktop.ui.client_view.question_pane import QuestionPane
from iq_desktop.ui.client_view.shown_agreement import READING, SIGNING, show_agreed, show_signed, show_signing
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.sizes import scaled
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.signing_guide import SigningGuide

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.client_view.shown import Given, Shown
    from iq_desktop.ui.client_view.stage import ClientStage
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue

_BESIDE: Final = 700
_LETTERS: Final = (0.8, 0.65)
_SIDE: Final = 300
_LOWEST: Final = 460
_ENDLESS: Final = 16_777_215
_GERMAN: Final = "de"


class SigningScreen(QWidget):
    """One signing at a time; `signed` carries signer, lines, name and language, `ended` when it is left."""

    signed = Signal(object, object, str, str)
    ended = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build pane and guide without an agreement."""
        super().__init__(parent)
        self.setObjectName("signing")
        self._place = place
        self.case: CaseFile | None = None
        self.signer = Signer.CLIENT
        self._step, self._is_signed = READING, False
        self._pair: Pair | None = None
        inside = QWidget()
        self.pane = QuestionPane(_LETTERS, inside)
        self.guide = SigningGuide(inside)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(2 * STEP, STEP, 2 * STEP, 2 * STEP)
        self._row.setSpacing(2 * STEP)
        self._row.addWidget(self.pane, 1)
        self._row.addWidget(self.guide)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(PageArea(inside, None, self))
        self._connect()

    def _connect(self) -> None:
        self.pane.given.connect(self.take)
        self.pane.back.connect(self.go_back)
        self.guide.signer_chosen.connect(self._let_sign)
        self.guide.leave_wanted.connect(self._leave)
        stage = self._stage
        if stage is not None:
            stage.given.connect(self._take_from_client)
            stage.back.connect(self._go_back_for_client)
            self.guide.turn_wanted.connect(stage.turn)
            self.pane.aloud.connect(stage.read_aloud)

    @property
    def _stage(self) -> ClientStage | None:
        return self._place.stage

    @property
    def is_signing(self) -> bool:
        """Whether an agreement is being signed."""
        return self.case is not None

    def begin(self, case: CaseFile) -> None:
        """Let the person read and sign."""
        self.case = case
        self._let_sign(Signer.CLIENT.value)

    def follow(self, case: CaseFile) -> None:
        """Show another state of the same case: who has signed now."""
        self.case = case
        self._show()

    def put_away(self) -> None:
        """Show nothing more, on neither screen; what was drawn and not given is forgotten."""
        self.case = None
        self.pane.view.signing.forget()
        if self._stage is not None and self._stage.owner is self:
            self._stage.end()

    def take(self, given: Given) -> None:
        """Take what was pressed or signed."""
        if self.case is None or given.question not in {"", self._step}:
            return
        if given.is_not_now:
            self._step = ""
        elif self._step == READING:
            self._step = SIGNING
        elif self._step == SIGNING:
            self._sign(given)
            return
        self._show()

    def go_back(self) -> None:
        """Show once more what is signed."""
        if self._step == SIGNING and self.signer is Signer.CLIENT:
            self._step = READING
            self._show()

    def speak(self, tongue: Tongue) -> None:
        """Speak to the adviser in another tongue."""
        del tongue
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the guide beside the pane, or below it."""
        super().resizeEvent(event)
        is_wide = self.width() >= scaled(_BESIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.pane.setMinimumHeight(0 if is_wide else _LOWEST)
        self.guide.setMaximumWidth(scaled(_SIDE) + 2 * STEP if is_wide else _ENDLESS)

    def _sign(self, given: Given) -> None:
        if self._pair is None or not (given.strokes or given.words):
            return
        before, self._step, self._is_signed = self.case, "", True
        ink = ink_from(given.strokes) if given.strokes else Ink()
        self.signed.emit(self.signer, ink, given.words or "", self._pair.language)
        if self.case is before:  # it was refused: nobody is told that they signed, and one can try again
            self._step, self._is_signed = SIGNING, False

    def _let_sign(self, signer: str) -> None:
        """Begin anew with one side: the person reads first, the adviser knows what stands there."""
        self.signer = Signer.of(signer)
        self._step, self._is_signed = (READING if self.signer is Signer.CLIENT else SIGNING), False
        self.pane.view.signing.forget()
        self._show()

    def _leave(self) -> None:
        self.put_away()
        self.ended.emit()

    def _take_from_client(self, given: Given) -> None:
        if self._is_mine and self.signer is Signer.CLIENT:
            self.take(given)

    def _go_back_for_client(self) -> None:
        if self._is_mine:
            self.go_back()

    @property
    def _is_mine(self) -> bool:
        return self.case is not None and self._stage is not None and self._stage.owner is self

    def _show(self) -> None:
        if self.case is None:
            return
        language = self.case.contact.client_language or _GERMAN
        self._pair = pair = Pair(self._place.tongue(), language, self._place.client_tongue(language))
        shown = self._shown(self.case, pair)
        if self._stage is not None:
            for_client = shown if self.signer is Signer.CLIENT else show_signed(pair, is_signed=False)
            self._stage.show_question(for_client, pair, {}, owner=self)
        self.pane.show_question(shown, pair, can_read_aloud=self._stage is not None and self._stage.can_read_aloud)
        self.guide.show_case(self.case, self.signer)

    def _shown(self, case: CaseFile, pair: Pair) -> Shown:
        """Return the present step; the adviser reads the fixed words in the adviser's language alone."""
        mine = pair if self.signer is Signer.CLIENT else Pair(pair.ours, pair.ours.code)
        if self._step == READING:
            return show_agreed(case, pair)
        if self._step == SIGNING:
            return show_signing(mine, is_adviser=self.signer is Signer.ADVISER)
        return show_signed(mine, is_signed=self._is_signed)
