"""Wires scans, instruments and reports of an open vault; their modules are loaded only when the vault is open."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from iq_desktop.usecases.instrument_ports import InstrumentPorts
from iq_desktop.usecases.niq_ports import NiqPorts
from iq_desktop.usecases.webapp_ports import WebappPorts
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from iq_desktop.app.paths import Paths
    from iq_desktop.domain.checklist import ChecklistRules
    from iq_desktop.domain.cost_terms import CostTerms
    from iq_desktop.domain.role import Sight
    from iq_desktop.storage.case_store import VaultCases
    from iq_desktop.storage.journal_pen import JournalPen
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.scan_ports import ScanStore


def swept_scans(vault: Vault, pen: JournalPen, sight: Sight) -> ScanStore:
    """Return the scans of a vault, after what was half taken in is gone."""
    from iq_desktop.storage.scan_store import VaultScans, sweep_scans  # noqa: PLC0415  (see above)

    with suppress(IqError):  # a full disk shuts nobody out: the next opening sweeps
        sweep_scans(vault.cases)
    return VaultScans(vault.cases, pen, sight)


def instrument_ports(paths: Paths, vault: Vault, pen: JournalPen, sight: Sight) -> InstrumentPorts:
    """Return everything that a talk along an instrument needs."""
    from iq_desktop.catalogues.instruments import PackFiles  # noqa: PLC0415  (see above)
    from iq_desktop.storage.feedback_store import VaultFeedback  # noqa: PLC0415  (see above)
    from iq_desktop.storage.instrument_store import VaultPacks  # noqa: PLC0415  (see above)
    from iq_desktop.storage.pack_seals import Ed25519Seals  # noqa: PLC0415  (see above)
    from iq_desktop.storage.run_finder import VaultRuns  # noqa: PLC0415  (see above)

    return InstrumentPorts(
        reader=PackFiles(paths.instruments),
        shelf=VaultPacks(vault.cases, pen),
        seals=Ed25519Seals(),
        feedback=VaultFeedback(vault.cases),
        runs=VaultRuns(vault.cases, sight),
    )


def niq_ports(paths: Paths) -> NiqPorts:
    """Return what a report to the documentation NIQ needs."""
    from iq_desktop.catalogues.niq_codes import read_niq_codes  # noqa: PLC0415  (see above)
    from iq_desktop.exchange.niq_files import RecordFiles  # noqa: PLC0415  (see above)

    return NiqPorts(read_niq_codes(paths.packs), RecordFiles())


def webapp_ports(paths: Paths, vault: Vault, pen: JournalPen, cases: VaultCases) -> WebappPorts:
    """Return what coming from the IQ Webapp needs."""
    from iq_desktop.catalogues.webapp_lists import read_webapp_lists  # noqa: PLC0415  (see above)
    from iq_desktop.exchange.webapp_files import XlsxTables  # noqa: PLC0415  (see above)
    from iq_desktop.storage.case_imports import VaultImports  # noqa: PLC0415  (see above)

    return WebappPorts(XlsxTables(), VaultImports(vault.cases, pen, cases), read_webapp_lists(paths.packs))


def checklists_of(paths: Paths) -> tuple[ChecklistRules, ...]:
    """Return what each kind of procedure asks for."""
    from iq_desktop.catalogues.checklists import read_checklists  # noqa: PLC0415  (see above)

    return read_checklists(paths.packs)


def cost_terms_of(paths: Paths) -> CostTerms:
    """Return usual costs and the terms of those who may pay them."""
    from iq_desktop.catalogues.cost_terms import read_cost_terms  # noqa: PLC0415  (see above)

    return read_cost_terms(paths.packs)
