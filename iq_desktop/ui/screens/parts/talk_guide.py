"""Beside the question on the screen: turning it, the language of the client, the hint, the way, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iq_desktop.domain.instrument import Rater
from iq_desktop.domain.talk_conversation import is_complete, present_question, put_off
from iq_desktop.domain.talk_progress import progress_of
from iq_desktop.ui.kit.card import line
from iq_desktop.ui.kit.flow import FlowLayout
from iq_desktop.ui.kit.sizes import measure_by_text
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.kit.text_editors import LineEditor
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.talk_steps import TalkSteps
from iq_desktop.ui.screens.parts.talk_words import in_ours, language_name, who_answers
from iq_desktop.ui.shell.pill_choice import PillChoice
from iq_desktop.wording.text import NOTHING, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.client_view.pair import Pair
    from iq_desktop.wording.tongue import Tongue

_WIDTH = 300
_OBSERVER: Final = say("Name of the observer")
_SUBJECT: Final = say("About which occupation or task")
_PAUSE: Final = say("Go on later")
_STOP: Final = say("Stop and keep nothing")
_NAMED_ELSEWHERE: Final = ("", "language")
"""What a talk is about without being asked: the person, or the language of the page."""


class TalkGuide(QFrame):
    """Guides a talk; `section_wanted` carries a section's code, `language_chosen` a language of the pack.

    `about_told` carries who observes and about what it is, in words.
    """

    turn_wanted = Signal()
    language_chosen = Signal(str)
    section_wanted = Signal(str)
    about_told = Signal(str, str)
    again_wanted = Signal()
    finish_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the guide without a talk."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("talk_guide")
        self._for = ""
        self.title = SpeakingLabel(NOTHING, "heading", self)
        self.who = SpeakingLabel(NOTHING, "muted", self)
        self.turn = SpeakingButton(say("Turn the screen (F9)"), "primary", "turn_screen", self)
        self.turn_hint = SpeakingLabel(say("Back: hold F9 or the corner at the top."), "hint", self)
        self.languages: PillChoice | None = None
        self._languages_place = QVBoxLayout()
        self.language_label = SpeakingLabel(say("Language of the client"), "label", self)
        self.unreviewed = SpeakingLabel(say("Nobody has reviewed this translation yet."), "warn", self)
        self.rater_name = LineEditor("rater_name", self)
        self.subject = LineEditor("subject_in_words", self)
        self._rater_label = SpeakingLabel(_OBSERVER, "label", self)
        self._subject_label = SpeakingLabel(_SUBJECT, "label", self)
        self.hint = SpeakingLabel(NOTHING, "", self)
        self.steps = TalkSteps(self)
        self.foot = QWidget()
        """What always stays in sight: whoever shows the guide puts it below."""
        self.again = SpeakingButton(NOTHING, "", "redo", self.foot)
        self.finish = SpeakingButton(say("Finish"), "", "check", self.foot)
        self.pause = SpeakingButton(_PAUSE, "plain", "clock", self.foot)
        self._place()
        self.turn.clicked.connect(self.turn_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.finish.clicked.connect(self.finish_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.steps.chosen.connect(self.section_wanted)
        self.rater_name.committed.connect(self._tell_about)
        self.subject.committed.connect(self._tell_about)

    def _place(self) -> None:
        measure_by_text(self, least_width=_WIDTH)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        lines.setSpacing(STEP + 4)
        about = (self._rater_label, self.rater_name, self._subject_label, self.subject)
        for part in (self.title, self.who, *about, self.turn, self.turn_hint, self.hint, self.steps):
            lines.addWidget(part)
        lines.addWidget(line(self))
        lines.addWidget(self.language_label)
        lines.addLayout(self._languages_place)
        lines.addWidget(self.unreviewed)
        lines.addStretch(1)
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(2 * STEP, 0, 2 * STEP, 0)
        foot.setSpacing(STEP)
        foot.addWidget(self.again)
        ends = FlowLayout()
        ends.addWidget(self.finish)
        ends.addWidget(self.pause)
        foot.addLayout(ends)

    def show_talk(self, talk: Conversation, pair: Pair) -> None:
        """Show what belongs to the present question."""
        instrument, ours = talk.instrument, pair.ours.code
        if self._for != talk.run.id:
            self._for = talk.run.id
            self._offer_languages(talk, pair)
        self.title.show_text(in_ours(instrument, ours, "title"))
        self.who.show_text(who_answers(talk.run.rater))
        self._show_about(talk)
        if self.languages is not None:
            self.languages.show_choice(pair.language)
        texts = instrument.texts.get(pair.language)
        self.unreviewed.setVisible(texts is not None and not texts.is_reviewed)
        question = present_question(talk)
        hint = in_ours(instrument, ours, f"section.{question.section.code}.hint") if question is not None else NOTHING
        self.hint.show_text(hint)
        self.hint.setVisible(hint != NOTHING and bool(hint.values) and bool(hint.values[0][1]))
        self.steps.show_way(instrument, progress_of(talk), ours)
        self.pause.show_text(_STOP if instrument.is_anonymous else _PAUSE)
        waiting = len(put_off(talk))
        self.again.setVisible(waiting > 0 and is_complete(talk) and not talk.asks_again)
        self.again.show_text(say_count("Ask {count} more time", "Ask {count} again", count=waiting))

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        self.rater_name.flush()
        self.subject.flush()

    def speak(self, tongue: Tongue) -> None:
        """Name the fields for screen readers."""
        self.rater_name.name_for_readers(tongue.speak(_OBSERVER))
        self.subject.name_for_readers(tongue.speak(_SUBJECT))

    def _show_about(self, talk: Conversation) -> None:
        """Ask who observes, and about which occupation or task it is, where the instrument is about one."""
        observes = talk.run.rater is Rater.OBSERVER
        has_subject = talk.instrument.subject not in _NAMED_ELSEWHERE
        for part in (self._rater_label, self.rater_name):
            part.setVisible(observes)
        for part in (self._subject_label, self.subject):
            part.setVisible(has_subject)
        self.rater_name.show_value(talk.run.rater_name)
        self.subject.show_value(talk.run.subject_in_words)

    def _tell_about(self) -> None:
        self.about_told.emit(self.rater_name.settled_words, self.subject.settled_words)

    def _offer_languages(self, talk: Conversation, pair: Pair) -> None:
        if self.languages is not None:
            self._languages_place.removeWidget(self.languages)
            self.languages.hide()
            self.languages.deleteLater()
        codes = tuple(talk.instrument.texts)
        options = [(code, language_name(code)) for code in codes]
        self.languages = PillChoice(say("Language of the client"), options, pair.language, self)
        self.languages.chosen.connect(self.language_chosen)
        self._languages_place.addWidget(self.languages)
        speak_part(self.languages)
