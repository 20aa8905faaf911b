"""The section Instruments of the settings: which packs there are, trying one, taking one in, whom the centre trusts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.ui.kit.card import Card, line
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel, speak_part
from iq_desktop.ui.screens.parts.asking import ask_behind, tell_failure
from iq_desktop.ui.screens.parts.pack_offer import PackOffer
from iq_desktop.ui.screens.parts.pack_row import PackRow
from iq_desktop.ui.screens.parts.publisher_row import PublisherRow
from iq_desktop.ui.screens.parts.settings_page import SettingsPage
from iq_desktop.ui.screens.talk import TalkScreen
from iq_desktop.ui.shell.ask import FileKind
from iq_desktop.usecases.instrument_ports import RefusedPack
from iq_desktop.usecases.instruments import (
    distrust_publisher,
    list_versions,
    look_at_pack,
    remove_pack,
    take_pack,
    trust_publisher,
    trusted_publishers,
)
from iq_desktop.usecases.talk import try_instrument
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from iq_desktop.domain.changes import Change
    from iq_desktop.domain.instrument import Instrument
    from iq_desktop.domain.talk_conversation import Conversation
    from iq_desktop.ui.shell.workplace import Workplace
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.instrument_ports import TrustedPublisher
    from iq_desktop.usecases.instruments import ListedInstrument, OfferedPack
    from iq_desktop.usecases.progress import Progress

_PACKS: Final = FileKind(say("Packs of instruments"), ("*.iqpack",))


class PacksCard(Card):
    """The packs; `try_wanted` carries an instrument, `changed` tells that packs or publishers are others now."""

    try_wanted = Signal(object)
    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list, the way in, and what lies in a file."""
        hint = say("Cards, questions and pictures for the talk. To try one leaves nothing behind.")
        super().__init__(say("Instruments"), parent, hint=hint)
        self._place = place
        self.rows: list[PackRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.take_file = SpeakingButton(say("Take in a file"), "primary", "import", self)
        self.offer = PackOffer(self)
        self.add(self._lines)
        self.add(line(self))
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_file)
        buttons.addStretch(1)
        self.add(buttons)
        self.add(self.offer)
        self.take_file.clicked.connect(self._ask_file)
        self.offer.take_wanted.connect(self._take)
        self.offer.trust_wanted.connect(self._trust)

    def refresh(self) -> None:
        """Read again which packs are there."""
        ask_behind(self, self._place, partial(_list_all, self._place.desk), self.show_packs)

    def show_packs(self, listed: Sequence[ListedInstrument]) -> None:
        """Show these packs."""
        if [row.listed for row in self.rows] == list(listed):
            return
        for row in self.rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PackRow(one, self) for one in listed]
        for row in self.rows:
            row.try_wanted.connect(self._try)
            row.remove_wanted.connect(self._remove)
            self._lines.addWidget(row)
            speak_part(row)

    def look_at(self, path: Path) -> None:
        """Look at a file behind the window; nothing is taken in yet."""
        work = partial(_look, self._place.desk, path)
        self._place.background.run(work, self._show_offer, self._tell_refusal, owner=self)

    def _ask_file(self) -> None:
        path = self._place.ask.which_file(say("Which pack?"), _PACKS)
        if path is not None:
            self.look_at(path)

    def _show_offer(self, offered: OfferedPack) -> None:
        self.offer.show_offer(offered, self._place.tongue().code)

    def _tell_refusal(self, error: Exception) -> None:
        if isinstance(error, RefusedPack):
            self.offer.show_refusal(error)
        else:
            tell_failure(self._place, error)

    def _take(self, offered: OfferedPack) -> None:
        self._do(partial(take_pack, self._place.desk, offered))

    def _trust(self, offered: OfferedPack) -> None:
        self._do(partial(_trust_and_take, self._place.desk, offered))

    def _remove(self, listed: ListedInstrument) -> None:
        one = listed.instrument
        self._do(partial(remove_pack, self._place.desk, one.code, one.version))

    def _try(self, listed: ListedInstrument) -> None:
        self.try_wanted.emit(listed.instrument)

    def _do(self, work: Callable[[], tuple[Change, ...]]) -> None:
        ask_behind(self, self._place, work, self._tell)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self.offer.hide()
        self._place.announce(changes)
        self._place.banner.tell(say("The list of instruments is up to date."))
        self.changed.emit()


class PublishersCard(Card):
    """Whose packs the centre trusts; `changed` after one is trusted no more."""

    changed = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list."""
        hint = say("Compare a fingerprint by telephone before you trust it. Whoever has the key can sign packs.")
        super().__init__(say("Trusted publishers"), parent, hint=hint)
        self._place = place
        self.rows: list[PublisherRow] = []
        self.nobody = SpeakingLabel(say("Nobody yet."), "muted", self)
        self.add(self.nobody)

    def refresh(self) -> None:
        """Read again whom the centre trusts."""
        ask_behind(self, self._place, partial(trusted_publishers, self._place.desk), self.show_publishers)

    def show_publishers(self, publishers: Sequence[TrustedPublisher]) -> None:
        """Show these publishers."""
        self.nobody.setVisible(not publishers)
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PublisherRow(one, self) for one in publishers]
        for row in self.rows:
            row.removed.connect(self._distrust)
            self.add(row)
            speak_part(row)

    def _distrust(self, publisher: TrustedPublisher) -> None:
        work = partial(distrust_publisher, self._place.desk, publisher.key)
        ask_behind(self, self._place, work, self._tell)

    def _tell(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.changed.emit()


class PackSettings(SettingsPage):
    """The section; an instrument that is tried stands over it, and nothing of that is kept."""

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build both cards."""
        super().__init__("instruments", place, parent)
        self.packs, self.publishers = PacksCard(place, self), PublishersCard(place, self)
        self.talk_screen: TalkScreen | None = None
        self.add("packs", self.packs)
        self.add("publishers", self.publishers)
        self.packs.try_wanted.connect(self.try_out)
        for card in (self.packs, self.publishers):
            card.changed.connect(self.refresh)

    def try_out(self, instrument: Instrument) -> None:
        """Show an instrument as in a talk, without a case."""
        if self.talk_screen is None:
            self.talk_screen = TalkScreen(self.place, self)
            self.talk_screen.ended.connect(self._end)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.talk_screen)
            speak_part(self.talk_screen)
        self.scroll_area.hide()
        self.talk_screen.begin(try_instrument(self.place.desk, instrument))
        self.talk_screen.show()

    def _end(self, _talk: Conversation) -> None:
        if self.talk_screen is not None:
            self.talk_screen.hide()
        self.scroll_area.show()


def _list_all(desk: Desk) -> tuple[ListedInstrument, ...]:
    return list_versions(desk)


def _look(desk: Desk, path: Path, progress: Progress) -> OfferedPack:
    del progress
    return look_at_pack(desk, path)


def _trust_and_take(desk: Desk, offered: OfferedPack) -> tuple[Change, ...]:
    return (*trust_publisher(desk, offered), *take_pack(desk, offered))
