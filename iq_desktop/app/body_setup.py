"""Wires the directory of competent bodies and organisations to the vault, to tables and to the packs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.catalogues.body_tables import BodyCsv, read_starter_bodies
from iq_desktop.storage.body_store import VaultBodies
from iq_desktop.storage.organisation_store import VaultOrganisations
from iq_desktop.usecases.body_ports import BodyPorts

if TYPE_CHECKING:
    from iq_desktop.app.paths import Paths
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.organisation_ports import OrganisationShelf


def make_body_ports(paths: Paths, vault: Vault, pen: JournalPen) -> BodyPorts:
    """Return the ports of an open vault."""
    return BodyPorts(
        shelf=VaultBodies(vault.cases, pen),
        starter=partial(read_starter_bodies, paths.packs),
        tables=BodyCsv(),
    )


def make_organisation_shelf(vault: Vault, pen: JournalPen) -> OrganisationShelf:
    """Return the directory of organisations of an open vault."""
    return VaultOrganisations(vault.cases, pen)
