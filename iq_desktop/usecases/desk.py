"""The desk: everything that an unlocked program works with, and the door that leads to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.domain.checklist import ChecklistRules
from iq_desktop.domain.cost_terms import CostTerms
from iq_desktop.domain.procedure_law import ProcedureLaw
from iq_desktop.usecases.backup_ports import Backups, Returns
from iq_desktop.usecases.body_ports import BodyPorts
from iq_desktop.usecases.calendar_ports import CalendarFiles
from iq_desktop.usecases.course_ports import CoursePorts
from iq_desktop.usecases.export_ports import WorkbookFiles
from iq_desktop.usecases.final_ports import FinalPapers
from iq_desktop.usecases.instrument_ports import InstrumentPorts
from iq_desktop.usecases.journal_ports import JournalBook
from iq_desktop.usecases.list_ports import CaseLinks, CaseLists, TableFiles
from iq_desktop.usecases.niq_ports import NiqPorts
from iq_desktop.usecases.organisation_ports import OrganisationShelf
from iq_desktop.usecases.ports import (
    CaseStore,
    CatalogueReader,
    CentreStore,
    Clock,
    DraftStore,
    KeyRing,
    Printer,
    ReferenceStore,
)
from iq_desktop.usecases.rights_ports import RightsOffice
from iq_desktop.usecases.rule_ports import RulePorts
from iq_desktop.usecases.scan_ports import ScanReader, ScanStore
from iq_desktop.usecases.vault_watch import Watch
from iq_desktop.usecases.webapp_ports import WebappPorts
from iq_desktop.wording.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.usecases.ports import OfferedPassword
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.vault_health import Rescue
    from iq_desktop.wording.text import Text


@dataclass(frozen=True, slots=True)
class Desk:
    """The ports of an open vault, who sits at it, and the tongues that can be spoken."""

    cases: CaseStore
    centres: CentreStore
    keys: KeyRing
    drafts: DraftStore
    reference: ReferenceStore
    lists: CaseLists
    links: CaseLinks
    tables: TableFiles
    workbooks: WorkbookFiles
    niq: NiqPorts
    webapp: WebappPorts
    calendars: CalendarFiles
    watch: Watch
    journal: JournalBook
    finals: FinalPapers
    backups: Backups
    rights: RightsOffice
    instruments: InstrumentPorts
    rules: RulePorts
    bodies: BodyPorts
    courses: CoursePorts
    organisations: OrganisationShelf
    scans: ScanStore
    scan_reader: ScanReader
    checklists: Callable[[], tuple[ChecklistRules, ...]]
    """Gives what each kind of procedure asks for, from its pack."""
    cost_terms: Callable[[], CostTerms]
    """Gives usual costs and the terms of those who may pay them, from their pack."""
    printer: Printer
    catalogues: CatalogueReader
    law: ProcedureLaw
    """What the law says about procedures: periods, steps, public holidays."""
    clock: Clock
    adviser: Adviser
    tongue: Callable[[str], Tongue]
    """Gives the tongue of a language code; one that has no catalogue speaks German."""
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What the wizard of the first start asks."""

    language: str
    centre: Centre
    adviser_name: str
    password: str

    def __repr__(self) -> str:
        """Never show the password."""
        return "FirstSteps(…)"


class Door(Protocol):
    """The locked vault, as the unlock screen sees it; every call may raise IqError and then changes nothing."""

    @property
    def clock(self) -> Clock:
        """The clock on the wall."""

    def is_set_up(self) -> bool:
        """Return whether there is a vault."""

    def advisers(self) -> Sequence[Adviser]:
        """Return who can unlock."""

    def language(self) -> str:
        """Return the language of the unlock screen (`de`, `en`)."""

    def theme(self) -> str:
        """Return the theme of the unlock screen (`light`, `dark`, `system`)."""

    def price_password(self, password: str) -> Text:
        """Return what a password is worth, in words; raises IqError where it is too short."""

    def offer_password(self) -> OfferedPassword:
        """Return a password of everyday words, drawn by lot."""

    def set_up(self, steps: FirstSteps) -> tuple[Desk, str]:
        """Make a new vault and return the desk and the recovery code, which is nowhere kept."""

    def unlock(self, adviser_id: str, password: str, progress: Progress | None = None) -> Desk:
        """Open the vault with the password of an adviser; one of an earlier program is brought up to date before."""

    def check_recovery_code(self, code: str) -> None:
        """Do nothing where the recovery code would open the vault, which stays closed."""

    def unlock_with_recovery_code(self, code: str, adviser_id: str, password: str) -> Desk:
        """Open the vault with the recovery code, for an adviser who has this new password from now on."""

    def rescue(self, adviser_id: str, password: str, progress: Progress) -> Rescue:
        """Bring what can be read of a damaged vault into a new one, set the damaged one aside, tell what is missing."""

    def rescue_with_code(self, code: str, progress: Progress) -> Rescue:
        """Do the same with the recovery code."""

    def returns(self) -> Returns:
        """Return the way back from a backup into the place of this vault."""

    def print_recovery_sheet(self, steps: FirstSteps, code: str) -> bytes:
        """Return the recovery sheet as a PDF."""

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        """Do nothing where the code was typed rightly; raises IqError naming the wrong group."""
