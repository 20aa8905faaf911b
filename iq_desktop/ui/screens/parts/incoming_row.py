"""One person's way to the centre: who sent the person, what is asked, and what was answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.forms.referral_step_forms import INCOMING_FORM
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.shown_referrals import incoming_end, incoming_facts
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.incoming_referral import IncomingReferral


class IncomingRow(PartRow):
    """The row of an incoming referral."""

    def __init__(self, incoming: IncomingReferral, today: dt.date, parent: QWidget | None = None) -> None:
        """Build the folded line; a sender who waits too long is marked."""
        super().__init__(INCOMING_FORM, incoming, partial(_described, today), parent)


def _described(today: dt.date, incoming: IncomingReferral) -> Described:
    title = as_it_is(incoming.sender) if incoming.sender else say("Nobody named yet")
    is_late = incoming.answer_due is not None and incoming.answer_due < today
    mark = "good" if incoming.is_answered else "warn" if is_late else "open"
    return Described(mark, title, incoming_facts(incoming), incoming_end(incoming), is_urgent=is_late)
