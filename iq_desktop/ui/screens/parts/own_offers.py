"""The offers of the centre's own partners: entered by hand, found among all courses, saved as they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iq_desktop.domain.kept_course import OwnOffer, offer_of
from iq_desktop.forms.course_forms import OWN_OFFER_FORM
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.speaking import SpeakingButton, SpeakingLabel
from iq_desktop.ui.kit.theme import STEP
from iq_desktop.ui.screens.parts.asking import ask_behind
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.ui.screens.parts.row_list import RowList
from iq_desktop.usecases.course_words import place_words, start_words
from iq_desktop.usecases.courses import own_offers, remove_own_offer, save_own_offer
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from iq_desktop.domain.changes import Change
    from iq_desktop.ui.shell.workplace import Workplace


class OwnOffers(QWidget):
    """The list of own offers; `closed` when one is done with them."""

    closed = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        """Build the list; the offers come with `refresh`."""
        super().__init__(parent)
        self.setObjectName("own_offers")
        self._place = place
        self._offers: tuple[OwnOffer, ...] = ()
        self._new: OwnOffer | None = None
        self.heading = SpeakingLabel(say("Own offers"), "heading", self)
        self.done = SpeakingButton(say("Done"), "", "check", self)
        self.hint = SpeakingLabel(
            say("Courses of your partners that no catalogue has. They are found among all others."), "hint", self
        )
        self.add_button = SpeakingButton(say("Add an offer"), "primary", "plus", self)
        self.rows = RowList(self._make_row, _show_row, self, gap=STEP)
        self._set()
        self.done.clicked.connect(self.closed)
        self.add_button.clicked.connect(self.begin_new)

    def _set(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.done)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP + 4)
        column.addWidget(self.hint)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rows)
        column.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(STEP)
        lines.addLayout(head)
        lines.addWidget(PageArea(inside, head, self), 1)

    def refresh(self) -> None:
        """Read the offers again."""
        ask_behind(self, self._place, partial(own_offers, self._place.desk), self.show_offers)

    def flush(self) -> None:
        """Report what was typed and not yet reported."""
        for row in list(self.rows.rows.values()):
            row.flush()

    def show_offers(self, offers: Sequence[OwnOffer]) -> None:
        """Show these offers, a new one that has no name yet first."""
        if self._new is not None and any(one.id == self._new.id for one in offers):
            self._new = None
        self._offers = tuple(offers)
        self._show()

    def begin_new(self) -> None:
        """Put an empty offer on top; it is kept as soon as it has a name."""
        self._new = self._new or OwnOffer()
        self._show()
        row = self.rows.rows.get(self._new.id)
        if row is not None:
            row.begin()

    def unfold_offer(self, offer_id: str) -> None:
        """Show the form of an offer."""
        row = self.rows.rows.get(offer_id)
        if row is not None:
            row.unfold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        new = () if self._new is None else (self._new,)
        self.rows.show_values((*new, *self._offers))

    def _make_row(self, offer: OwnOffer) -> PartRow:
        row = PartRow(OWN_OFFER_FORM, offer, _described, self.rows)
        row.changed.connect(self._save)
        row.removed.connect(self._remove)
        return row

    def _save(self, offer: OwnOffer) -> None:
        if self._new is not None and self._new.id == offer.id:
            self._new = offer
            if not offer.title:
                self._show()
                return
        self._do(partial(save_own_offer, self._place.desk, offer))

    def _remove(self, offer: OwnOffer) -> None:
        if self._new is not None and self._new.id == offer.id:
            self._new = None
            self._show()
            return
        self._do(partial(remove_own_offer, self._place.desk, offer))
        told = say("The offer was removed: {name}", name=offer.title)
        self._place.banner.tell(told, act_name=say("Undo"), act=partial(self._save, offer))

    def _do(self, work: Callable[[], tuple[Change, ...]]) -> None:
        ask_behind(self, self._place, work, self._announce)

    def _announce(self, changes: tuple[Change, ...]) -> None:
        self._place.announce(changes)
        self.refresh()


def _show_row(row: PartRow, offer: OwnOffer, _number: int) -> None:
    row.show_value(offer)


def _described(offer: OwnOffer) -> Described:
    course = offer_of(offer)
    title = as_it_is(offer.title) if offer.title else say("Offer without a name")
    facts = (as_it_is(offer.provider), place_words(course))
    end = start_words(course) if offer.starts_on or offer.flexible_start else NOTHING
    return Described("courses", title, facts, end)
