"""Wires partners' offers, and how tables of courses are read, to an open vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.catalogues.course_tables import CourseCsv
from iq_desktop.storage.own_offers import VaultMappings, VaultOwnOffers
from iq_desktop.usecases.course_ports import CoursePorts

if TYPE_CHECKING:
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.ports import Clock


def make_course_ports(vault: Vault, pen: JournalPen, clock: Clock) -> CoursePorts:
    """Return the ports of an open vault; the search knows then what partners offer."""
    own = VaultOwnOffers(vault.cases, vault.reference, pen, clock)
    own.settle()
    return CoursePorts(own, VaultMappings(vault.cases), CourseCsv())
