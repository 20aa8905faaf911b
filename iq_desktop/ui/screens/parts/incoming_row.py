"""One person's way to the centre: who sent the person, what is asked, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.forms.referral_step_forms import INCOMING_FORM
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.shown_referrals import incoming_end, incoming_facts
from iq_desktop.wording.text import as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.incoming_referral import IncomingReferral


class IncomingRow(PartRow):
    """The row of an incoming referral."""

    def __init__(self, incoming: IncomingReferral, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        super().__init__(INCOMING_FORM, incoming, _described, parent)


def _described(incoming: IncomingReferral) -> Described:
    title = as_it_is(incoming.sender) if incoming.sender else say("Nobody named yet")
    mark = "good" if incoming.is_answered else "open"
    return Described(mark, title, incoming_facts(incoming), incoming_end(incoming))
