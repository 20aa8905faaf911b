"""One body of the directory: a line that says what it is competent for, and its form below when it is unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.forms.comparison_forms import BODY_FORM
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.body import CompetentBody


class BodyRow(PartRow):
    """The row of a body."""

    def __init__(self, body: CompetentBody, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        super().__init__(BODY_FORM, body, _described, parent)


def _described(body: CompetentBody) -> Described:
    title = as_it_is(body.name) if body.name else say("Body without a name")
    facts = tuple(as_it_is(words) for words in (body.responsible_for, body.region, body.place, body.phone) if words)
    end = say("kind only, no address yet") if body.is_only_a_kind else NOTHING
    if body.checked_on is not None:
        end = say("as of {day}", day=body.checked_on)
    return Described("open" if body.is_only_a_kind else "network", title, facts, end)
