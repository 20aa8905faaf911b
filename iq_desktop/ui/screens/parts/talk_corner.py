"""What a page of a case has of the talk: the list of instruments, the talk itself over the page, its results."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from iq_desktop.domain.talk_comparison import last_before, other_raters
from iq_desktop.ui.kit.card import Card
from iq_desktop.ui.kit.speaking import SpeakingLabel, speak_part
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.earlier_runs import EarlierRuns
from iq_desktop.ui.screens.parts.instrument_row import InstrumentEntry, InstrumentRow
from iq_desktop.ui.screens.parts.result_blocks import views_of
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.ui.screens.parts.sheet_corner import SheetCorner
from iq_desktop.ui.screens.parts.talk_results import TalkResults
from iq_desktop.ui.screens.talk import TalkScreen
from iq_desktop.usecases.instruments import NoSuchInstrument, list_instruments
from iq_desktop.usecases.talk import TalkWish, begin_talk, continue_talk, give_feedback, with_talk
from iq_desktop.usecases.talk_fruits import take_over_levels, take_over_life, take_over_ratings, take_over_scripts
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from iq_desktop.domain.assessment import Run
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.instrument import Instrument, Rater
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.screens.parts.page_frame import PageFrame
    from iq_desktop.ui.screens.parts.result_values import ResultBlock
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.instruments import ListedInstrument


class InstrumentsCard(Card):
    """The instruments of a page; `begin_wanted` carries instrument and rater, `open_wanted` a run.

    `sheet_wanted` carries an instrument that shall be printed.
    """

    begin_wanted = Signal(object, object)
    open_wanted = Signal(object)
    sheet_wanted = Signal(object)

    def __init__(self, page: PageFrame) -> None:
        """Begin without instruments."""
        super().__init__(say("Instruments"), page, hint=say("The client answers on the turned screen, or you ask."))
        self.setObjectName("instruments")
        self.list = RowList(self._make, _show, self, gap=STEP)
        self.missing = SpeakingLabel(say("There is no instrument for this page."), "hint", self)
        self.missing.hide()
        self.earlier = EarlierRuns(self)
        self.earlier.chosen.connect(self.open_wanted)
        for part in (self.list, self.missing, self.earlier):
            self.add(part)

    def show_entries(self, entries: Sequence[InstrumentEntry]) -> None:
        """Show instruments with their runs."""
        self.list.show_values(entries)
        self.missing.setVisible(not entries)

    def _make(self, entry: InstrumentEntry) -> InstrumentRow:
        row = InstrumentRow(entry, self.list)
        row.begin_wanted.connect(self.begin_wanted)
        row.open_wanted.connect(self.open_wanted)
        row.sheet_wanted.connect(self.sheet_wanted)
        return row


class TalkCorner(QObject):
    """Ties the card and the results to their page; `subject` says about what a new run shall be (a language)."""

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
        self.results = TalkResults(page)
        self.sheets = SheetCorner(page)
        self.screen: TalkScreen | None = None
        self._instruments: tuple[Instrument, ...] = ()
        self._known: frozenset[str] | None = None
        """The codes of all instruments that are offered, once they were read."""
        self.card.begin_wanted.connect(self.begin)
        self.card.open_wanted.connect(self.open_run)
        self.card.sheet_wanted.connect(self.print_sheet)
        self.results.taken.connect(self._take_over)
        ask_behind(self, page.place, partial(_read, page.place.desk), self._take_instruments)

    @property
    def is_talking(self) -> bool:
        """Whether a talk stands over the page."""
        return self.screen is not None and self.screen.talk is not None

    def show_case(self, case: CaseFile, *, is_other: bool) -> None:
        """Show the runs of a case; the talk that goes on follows it."""
        if is_other and self.is_talking:
            self._put_away()
        if is_other:
            self.sheets.put_away()
        if is_other:
            self.results.hide()
        self._show_entries(case)
        if self.results.isVisibleTo(self._page):
            self._mark_taken(case)
        if self.screen is not None and self.screen.talk is not None:
            self._follow(self.screen, self.screen.talk, case)

    def begin(self, instrument: Instrument, rater: Rater) -> None:
        """Begin a new run with somebody, about what the page is about."""
        self._talk(self._begun(instrument, rater))

    def print_sheet(self, instrument: Instrument) -> None:
        """Print an instrument as a sheet: a run that is answered on paper."""
        self.sheets.print_out(self._begun(instrument, instrument.raters[0]))

    def _begun(self, instrument: Instrument, rater: Rater) -> Conversation:
        subject = self._subject() if instrument.subject == "language" else ""
        case = self._page.open_case.case
        wish = TalkWish(rater, subject=subject, language=self._language_of(case, instrument))
        return begin_talk(self._page.place.desk, case, instrument, wish)

    def open_run(self, run: Run) -> None:
        """Go on with a run, or show the results of one that is finished."""
        work = partial(continue_talk, self._page.place.desk, self._page.open_case.case, run.id)
        ask_behind(self, self._page.place, work, self._take_run)

    def show_results(self, talk: Conversation) -> None:
        """Show what a run came to, beside the other views of the same thing; they are read behind the window."""
        case = self._page.open_case.case
        ask_behind(self, self._page.place, partial(_read_beside, self._page.place.desk, case, talk), self._take_results)

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
        self._known = frozenset(one.instrument.code for one in listed)
        if self._page.open_case.is_open:
            self._show_entries(self._page.open_case.case)

    def _show_entries(self, case: CaseFile) -> None:
        self.card.show_entries(
            [
                InstrumentEntry(one, tuple(run for run in case.runs if run.instrument == one.code))
                for one in self._instruments
            ]
        )
        is_about_language = self._subject is not str
        gone = (one for one in case.runs if self._known is not None and one.instrument not in self._known)
        self.card.earlier.show_runs([one for one in gone if bool(one.subject) == is_about_language])

    def _take_run(self, talk: Conversation) -> None:
        if talk.run.is_finished:
            self.show_results(talk)
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
            self.screen.is_kept = self._is_kept
            for signal in (self._page.open_case.saved, self._page.open_case.failed):
                signal.connect(self.screen.take_waiting)
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

    def _take_results(self, talks: Sequence[Conversation]) -> None:
        case = self._page.open_case.case
        self.results.show_views(views_of(talks[0], talks[1:], case), self._page.place.tongue().code)
        self._mark_taken(case)
        QTimer.singleShot(0, self, self._bring_results)

    def _bring_results(self) -> None:
        """Scroll to the results, once they have their place."""
        self._page.scroll_area.verticalScrollBar().setValue(max(self.results.y() - STEP, 0))

    def _take_over(self, block: ResultBlock) -> None:
        case = self._page.open_case.case
        after = take_block(case, self.results.views[0].talk, block, self._page.place.desk.clock.today())
        if after != case:
            self._page.change_with_undo(after, say("Taken over from the talk."))

    def _mark_taken(self, case: CaseFile) -> None:
        talk, today = self.results.views[0].talk, self._page.place.desk.clock.today()
        blocks = [part.block for part in self.results.blocks if part.block.act]
        self.results.mark_taken([one for one in blocks if take_block(case, talk, one, today) == case])

    def _is_kept(self) -> bool:
        """Return whether the case lies in the vault; what cannot be saved now holds nobody up, and is told."""
        return self._page.open_case.is_saved or self._page.open_case.problem is not None

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
                self.show_results(talk)

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


def take_block(case: CaseFile, talk: Conversation, block: ResultBlock, today: dt.date) -> CaseFile:
    """Return the case with what a block of the results brings; the same case where it is there already."""
    if block.act == "levels":
        return take_over_levels(case, talk, today)
    if block.act == "scripts":
        return take_over_scripts(case, talk)
    if block.act == "ratings":
        return take_over_ratings(case, talk, block.lines)
    return take_over_life(case, block.life) if block.life is not None else case


def _read_beside(desk: Desk, case: CaseFile, talk: Conversation) -> tuple[Conversation, ...]:
    """Return a run, the newest ones of other raters about the same, and the last one before it.

    A run whose pack is gone does not stand beside it.
    """
    before = last_before(talk.run, case.runs)
    beside = (*other_raters(talk.run, case.runs), *((before,) if before is not None else ()))
    return (talk, *_readable(desk, case, beside))


def _readable(desk: Desk, case: CaseFile, runs: Iterable[Run]) -> Iterator[Conversation]:
    for run in runs:
        with suppress(NoSuchInstrument):
            yield continue_talk(desk, case, run.id)


def _read(desk: Desk) -> tuple[ListedInstrument, ...]:
    return list_instruments(desk)


def _show(row: InstrumentRow, entry: InstrumentEntry, _number: int) -> None:
    row.show_entry(entry)
