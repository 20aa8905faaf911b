"""The talk on the adviser's screen: the question as the client sees it, and the guide beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from iq_desktop.domain.talk_conversation import (
    ask_again,
    finish,
    go_back,
    go_on,
    go_to_section,
    in_language,
    present_question,
)
from iq_desktop.ui.client_view.answering import take_given
from iq_desktop.ui.client_view.moment import Moment, show_to_adviser, show_to_client
from iq_desktop.ui.client_view.pair import pair_of
from iq_desktop.ui.screens.parts.talk_board import TalkBoard

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.ui.client_view.shown import Given
    from iq_desktop.ui.client_view.stage import ClientStage
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.wording.tongue import Tongue


class TalkScreen(TalkBoard):
    """One talk at a time; `kept` carries it after each answer, `ended` when it is left, finished or not."""

    kept = Signal(object)
    ended = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build pane and guide without a talk."""
        super().__init__(parent)
        self.setObjectName("talk")
        self._place = place
        self.talk: Conversation | None = None
        self._pair: Pair | None = None
        self._moment = Moment()
        self._waiting: list[Given] = []
        self.is_kept: Callable[[], bool] = _always
        """Whether the last answer lies in the vault, or cannot be kept for now; whoever keeps answers says so."""
        self._keep_soon = QTimer(self, singleShot=True, interval=0)
        self._keep_soon.timeout.connect(self._keep)
        self._follow_soon = QTimer(self, singleShot=True, interval=0)
        self._follow_soon.timeout.connect(self._follow)
        self._connect()

    def _connect(self) -> None:
        self.pane.given.connect(self._take_in_turn)
        self.pane.choosing.connect(self._take_half)
        self.pane.back.connect(self.go_back)
        self.guide.language_chosen.connect(self.speak_to_client_in)
        self.guide.about_told.connect(self._take_about)
        self.guide.section_wanted.connect(self._go_to_section)
        self.guide.again_wanted.connect(self._ask_again)
        self.guide.finish_wanted.connect(self._finish)
        self.guide.pause_wanted.connect(self._pause)
        stage = self._stage
        if stage is not None:
            stage.given.connect(self._take_from_client)
            stage.choosing.connect(self._take_half)
            self.pane.aloud.connect(stage.read_aloud)
            self.guide.turn_wanted.connect(stage.turn)
            stage.back.connect(self._go_back_for_client)
            stage.turning.connect(self._hand_over)
            stage.turned.connect(self._follow)

    @property
    def _stage(self) -> ClientStage | None:
        return self._place.stage

    def begin(self, talk: Conversation) -> None:
        """Begin a talk, or go on with it where it was left."""
        self.talk = talk
        self._moment = Moment(is_beginning=not talk.answers)
        self.speak_to_client_in(talk.run.language, is_kept=False)

    def take_state(self, talk: Conversation) -> None:
        """Show another state of the same talk: an answer was undone, or came from elsewhere."""
        if self.talk is not None and (talk.answers, talk.run) != (self.talk.answers, self.talk.run):
            self.talk = talk
            self._show()

    @property
    def is_keeping(self) -> bool:
        """Whether answers are about to be kept."""
        return self._keep_soon.isActive()

    def put_away(self) -> None:
        """Show the talk no more, on neither screen."""
        self.talk = None
        self._keep_soon.stop()
        self._waiting = []
        if self._stage is not None and self._stage.owner is self:
            self._stage.end()

    def take(self, given: Given) -> None:
        """Take an answer: the next question stands on both screens before anything is saved."""
        if self.talk is None:
            return
        if self._moment.is_beginning:
            self._moment = Moment()
            self._show()
            return
        if present_question(self.talk) is None:
            if not given.question:
                self._finish()
            return
        talk = take_given(self.talk, given)
        if talk is not self.talk:
            self.talk, self._moment = talk, Moment()
            self._show()
            self._keep_soon.start()

    def take_waiting(self) -> None:
        """Take the answer that waited until the one before was kept."""
        if self._waiting and not self._must_wait():
            self.take(self._waiting.pop(0))

    def go_back(self) -> None:
        """Show the question before."""
        if self.talk is not None:
            self.talk = go_back(self.talk)
            self._show()

    def speak_to_client_in(self, language: str, *, is_kept: bool = True) -> None:
        """Speak another language of the pack to the client; every answer stays, and what is being written."""
        if is_kept:
            self._report_words()
        if self.talk is None:
            return
        languages = tuple(self.talk.instrument.texts)
        self._pair = pair_of(self._place.tongue(), self._place.client_tongue, languages, language)
        if self._pair.language != self.talk.run.language:
            self.talk = in_language(self.talk, self._pair.language)
            if is_kept and self.talk.answers:
                self._keep_soon.start()
        self._show()

    def flush(self) -> None:
        """Report what was written and not yet kept."""
        self._report_words()
        while self._waiting:
            self.take(self._waiting.pop(0))
        self.guide.flush()
        if self._keep_soon.isActive():
            self._keep_soon.stop()
            self._keep()

    def speak(self, tongue: Tongue) -> None:
        """Speak to the adviser in another tongue."""
        del tongue
        if self._pair is not None and self._pair.ours.code != self._place.tongue().code:
            self.speak_to_client_in(self._pair.language, is_kept=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with the number keys."""
        if not self.pane.take_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the question back to the client's window."""
        super().showEvent(event)
        if self.talk is not None:
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the question away from where F9 would show it; an open client's window keeps it."""
        super().hideEvent(event)
        if self._stage is not None and not self._stage.is_turned:
            self._stage.end()

    def _take_in_turn(self, given: Given) -> None:
        """Take an answer as soon as the one before lies in the vault: a kill loses the card in the hand at most."""
        self._waiting = [*self._waiting, given]
        self.take_waiting()

    def _must_wait(self) -> bool:
        return self.is_keeping or not self.is_kept()

    def _take_from_client(self, given: Given) -> None:
        if not self._is_mine or self.talk is None:
            return
        if present_question(self.talk) is not None or self._moment.is_beginning:
            self._take_in_turn(given)
        elif not given.question:
            self._moment = Moment(is_resting=True)  # the adviser ends the talk: behind the window lies the case
            self._show()

    def _take_half(self, cards: tuple[str, ...]) -> None:
        """Keep in mind which cards are chosen so far, for the other screen and for another language."""
        if self.talk is not None:
            self._moment = self._moment.with_half(self.talk, cards)
            if self._is_turned:
                self._show()

    def _report_words(self) -> None:
        if self._is_mine and self._stage is not None:
            self._stage.flush()
        self.pane.flush()

    def _hand_over(self) -> None:
        """Take to the other side what is half written or half chosen here."""
        if self._is_mine:
            self._report_words()
            self._show()

    def _go_back_for_client(self) -> None:
        if self._is_mine:
            self.go_back()

    @property
    def _is_mine(self) -> bool:
        """Whether the client's window shows this talk: each page has its own screen for talks."""
        return self.talk is not None and self._stage is not None and self._stage.owner is self

    @property
    def _is_turned(self) -> bool:
        """Whether the client's window is open, and shows this talk."""
        return self._is_mine and self._stage is not None and self._stage.is_turned

    def _show(self) -> None:
        if self.talk is None or self._pair is None:
            return
        shown = show_to_client(self.talk, self._pair, self._moment)
        stage = self._stage
        if stage is not None and (self.isVisible() or stage.owner is self):
            stage.show_question(shown, self._pair, self.talk.instrument.audio, owner=self)
        if self._is_turned:
            self._follow_soon.start()  # the client waits for nobody
        else:
            self._follow()

    def _follow(self) -> None:
        """Show beside the guide what the client sees."""
        self._follow_soon.stop()
        if self.talk is None or self._pair is None:
            return
        can_read = self._stage is not None and self._stage.can_read_aloud
        shown = show_to_adviser(self.talk, self._pair, self._moment, is_turned=self._is_turned)
        self.pane.show_question(shown, self._pair, can_read_aloud=can_read)
        self.guide.show_talk(self.talk, self._pair)

    def _take_about(self, rater_name: str, subject: str) -> None:
        """Note who observes, and about what it is."""
        if self.talk is not None:
            run = replace(self.talk.run, rater_name=rater_name, subject_in_words=subject)
            self.talk = replace(self.talk, run=run)
            if self.talk.answers:
                self._keep_soon.start()

    def _go_to_section(self, code: str) -> None:
        """Show the first question of a part that is not answered yet, or its first one."""
        if self.talk is None:
            return
        talk = go_to_section(self.talk, code)
        if talk is not self.talk:
            self.talk, self._moment = talk, Moment()
            self._show()

    def _ask_again(self) -> None:
        if self.talk is not None:
            self.talk = ask_again(self.talk)
            self._show()

    def _finish(self) -> None:
        self.flush()
        if self.talk is not None:
            self._end(finish(self.talk, self._place.desk.clock.today()))

    def _pause(self) -> None:
        self.flush()
        if self.talk is not None:
            self._end(go_on(self.talk))

    def _end(self, talk: Conversation) -> None:
        self.put_away()
        self.ended.emit(talk)

    def _keep(self) -> None:
        if self.talk is not None:
            self.kept.emit(self.talk)
        self.take_waiting()


def _always() -> bool:
    return True
