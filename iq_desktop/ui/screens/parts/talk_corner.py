"""What a page of a case has of the talk: the list of instruments, the talk itself over the page, its results."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.instrument_row import InstrumentEntry, InstrumentRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.talk import TalkScreen
from iq_desktop.usecases.instruments import list_instruments
from iq_desktop.usecases.talk import TalkWish, begin_talk, continue_talk, give_feedback, with_talk
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.assessment import Run
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.instrument import Instrument, Rater
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.instruments import ListedInstrument


class InstrumentsCard(Card):
    """The instruments of a page; `begin_wanted` carries instrument and rater, `open_wanted` a run."""

    begin_wanted = Signal(object, object)
    open_wanted = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Begin without instruments."""
        super().__init__(say("Instruments"), page, hint=say("The client answers on the turned screen, or you ask."))
        self.setObjectName("instruments")
        self.list = RowList(self._make, _show, self, gap=STEP)
        self.missing = SpeakingLabel(say("There is no instrument for this page."), "hint", self)
        self.missing.hide()
        self.add(self.list)
        self.add(self.missing)

    def show_entries(self, entries: Sequence[InstrumentEntry]) -> None:
        """Show instruments with their runs."""
        self.list.show_values(entries)
        self.missing.setVisible(not entries)

    def _make(self, entry: InstrumentEntry) -> InstrumentRow:
        row = InstrumentRow(entry, self.list)
        row.begin_wanted.connect(self.begin_wanted)
        row.open_wanted.connect(self.open_wanted)
        return row


class TalkCorner(QObject):
    """Ties the card to its page; `subject` says about what a new run shall be (a language), or nothing.

    `run_opened` carries a conversation whose results shall be seen.
    """

    run_opened = Signal(object)

    def __init__(
        self,
        page: PageFrame,
        wanted: Callable[[Instrument], bool],
        subject: Callable[[], str] = str,
    ) -> None:
        """Build the card; the page puts it where it belongs. Which instruments there are is read behind the window."""
        super().__init__(page)
        self._page, self._wanted, self._subject = page, wanted, subject
        self.card = InstrumentsCard(page)
        self.screen: TalkScreen | None = None
        self._instruments: tuple[Instrument, ...] = ()
        self.card.begin_wanted.connect(self.begin)
        self.card.open_wanted.connect(self.open_run)
        ask_behind(self, page.place, partial(_read, page.place.desk), self._take_instruments)

    @property
    def is_talking(self) -> bool:
        """Whether a talk stands over the page."""
        return self.screen is not None and self.screen.talk is not None

    def show_case(self, case: CaseFile, *, is_other: bool) -> None:
        """Show the runs of a case; the talk that goes on follows it."""
        if is_other and self.is_talking:
            self._put_away()
        self._show_entries(case)
        if self.screen is not None and self.screen.talk is not None:
            self._follow(self.screen, self.screen.talk, case)

    def begin(self, instrument: Instrument, rater: Rater) -> None:
        """Begin a new run with somebody, about what the page is about."""
        subject = self._subject() if instrument.subject == "language" else ""
        case = self._page.open_case.case
        wish = TalkWish(rater, subject=subject, language=self._language_of(case, instrument))
        self._talk(begin_talk(self._page.place.desk, case, instrument, wish))

    def open_run(self, run: Run) -> None:
        """Go on with a run, or show the results of one that is finished."""
        work = partial(continue_talk, self._page.place.desk, self._page.open_case.case, run.id)
        ask_behind(self, self._page.place, work, self._take_run)

    def flush(self) -> None:
        """Report what was written and not yet kept."""
        if self.screen is not None:
            self.screen.flush()

    def leave(self) -> None:
        """Put the talk away; it goes on later where it was left."""
        if self.is_talking and self.screen is not None:
            self.screen.flush()
            self._put_away()

    def _take_instruments(self, listed: Sequence[ListedInstrument]) -> None:
        self._instruments = tuple(one.instrument for one in listed if self._wanted(one.instrument))
        if self._page.open_case.is_open:
            self._show_entries(self._page.open_case.case)

    def _show_entries(self, case: CaseFile) -> None:
        self.card.show_entries(
            [
                InstrumentEntry(one, tuple(run for run in case.runs if run.instrument == one.code))
                for one in self._instruments
            ]
        )

    def _take_run(self, talk: Conversation) -> None:
        if talk.run.is_finished:
            self.run_opened.emit(talk)
        else:
            self._talk(talk)

    def _talk(self, talk: Conversation) -> None:
        screen = self._built()
        screen.begin(talk)
        self._page.scroll_area.hide()
        screen.show()
        screen.pane.setFocus()

    def _built(self) -> TalkScreen:
        if self.screen is None:
            self.screen = TalkScreen(self._page.place, self._page)
            self.screen.hide()
            self.screen.kept.connect(self._keep)
            self.screen.ended.connect(self._end)
            layout = self._page.layout()
            if layout is not None:
                layout.addWidget(self.screen)
            speak_part(self.screen)
        return self.screen

    def _put_away(self) -> None:
        if self.screen is not None:
            self.screen.put_away()
            self.screen.hide()
        self._page.scroll_area.show()

    def _keep(self, talk: Conversation) -> None:
        if not talk.instrument.is_anonymous:
            self._page.change(with_talk(self._page.open_case.case, talk))

    def _end(self, talk: Conversation) -> None:
        self._put_away()
        if talk.instrument.is_anonymous:
            self._give_anonymously(talk)
        elif talk.answers:
            self._page.change(with_talk(self._page.open_case.case, talk))
            if talk.run.is_finished:
                self.run_opened.emit(talk)

    def _give_anonymously(self, talk: Conversation) -> None:
        if talk.run.is_finished and talk.answers:
            work = partial(give_feedback, self._page.place.desk, talk)
            ask_behind(self, self._page.place, work, self._thank)

    def _thank(self, _answer: None) -> None:
        self._page.place.banner.tell(say("The answers are kept without a name, a case and a day."))

    def _follow(self, screen: TalkScreen, talk: Conversation, case: CaseFile) -> None:
        if talk.instrument.is_anonymous or screen.is_keeping:
            return
        run = next((one for one in case.runs if one.id == talk.run.id), talk.run)
        answers = tuple(one for one in case.answers if one.run_id == talk.run.id)
        screen.take_state(replace(talk, run=run, answers=answers))

    def _language_of(self, case: CaseFile, instrument: Instrument) -> str:
        earlier = [run.language for run in case.runs if run.language in instrument.texts]
        return earlier[-1] if earlier else case.contact.client_language


def _read(desk: Desk) -> tuple[ListedInstrument, ...]:
    return list_instruments(desk)


def _show(row: InstrumentRow, entry: InstrumentEntry, _number: int) -> None:
    row.show_entry(entry)
