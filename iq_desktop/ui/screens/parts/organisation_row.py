"""One organisation of the directory: a line that says with what it helps, and its form below when it is unfolded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.forms.organisation_forms import ORGANISATION_FORM
from iq_desktop.ui.screens.parts.part_row import Described, PartRow
from iq_desktop.usecases.organisations import organisation_facts
from iq_desktop.wording.text import NOTHING, as_it_is, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.domain.organisation import Organisation


class OrganisationRow(PartRow):
    """The row of an organisation."""

    def __init__(self, organisation: Organisation, parent: QWidget | None = None) -> None:
        """Build the folded line."""
        super().__init__(ORGANISATION_FORM, organisation, _described, parent)


def _described(one: Organisation) -> Described:
    title = as_it_is(one.name) if one.name else say("Organisation without a name")
    end = say("as of {day}", day=one.checked_on) if one.checked_on else NOTHING
    return Described("network" if one.is_reachable else "open", title, organisation_facts(one), end)
