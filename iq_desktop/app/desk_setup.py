"""Wires an open vault, the paper and the catalogues to a desk: the only place that knows them all."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from iq_desktop.app.case_ports import (
    checklists_of,
    cost_terms_of,
    instrument_ports,
    niq_ports,
    swept_scans,
    webapp_ports,
)
from iq_desktop.app.rule_setup import rule_ports
from iq_desktop.domain.centre import Adviser, DeskSettings
from iq_desktop.usecases.desk import Desk
from iq_desktop.usecases.permissions import sight_of
from iq_desktop.wording.cleaning import clean_line
from iq_desktop.wording.languages import ADVISER_LANGUAGES
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iq_desktop.app.paths import Paths
    from iq_desktop.domain.procedure_law import ProcedureLaw
    from iq_desktop.storage.access import VaultKeys
    from iq_desktop.storage.key_slots import Cost
    from iq_desktop.storage.unlocking import Secret
    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.backup_ports import Returns
    from iq_desktop.usecases.desk import FirstSteps
    from iq_desktop.usecases.ports import CentreStore, Clock, OfferedPassword
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.vault_health import Rescue
    from iq_desktop.wording.text import Text
    from iq_desktop.wording.tongue import Tongue


class VaultDoor:
    """The door to the vault of this installation; heavy modules are loaded only when somebody knocks."""

    def __init__(self, paths: Paths, tongue: Callable[[str], Tongue], clock: Clock, cost: Cost | None = None) -> None:
        """Keep where the vault lies; `cost` is a price of guessing of one's own, for tests and the demo centre."""
        self.paths = paths
        self.tongue = tongue
        self.clock = clock
        self.cost = cost

    def is_set_up(self) -> bool:
        """Return whether there is a vault."""
        from iq_desktop.storage.header_places import has_header  # noqa: PLC0415  (after the window is painted)
        from iq_desktop.storage.quarantine import finish_exchange  # noqa: PLC0415  (see above)

        finish_exchange(self.paths.vault)
        return has_header(self.paths.vault)

    def advisers(self) -> Sequence[Adviser]:
        """Return who can unlock, as the header of the vault names them."""
        from iq_desktop.storage.header_places import read_header  # noqa: PLC0415  (see above)

        return tuple(Adviser(slot.id, slot.label) for slot in read_header(self.paths.vault).advisers)

    def language(self) -> str:
        """Return the language of the unlock screen."""
        return self._appearance()[0]

    def theme(self) -> str:
        """Return the theme of the unlock screen."""
        return self._appearance()[1]

    def price_password(self, password: str) -> Text:
        """Return what a password is worth; raises IqError where it is too short or too long."""
        from iq_desktop.storage.password_price import price_password  # noqa: PLC0415  (see above)

        return price_password(password)

    def offer_password(self) -> OfferedPassword:
        """Return five everyday words drawn by lot."""
        from iq_desktop.storage.word_list import draw_password  # noqa: PLC0415  (see above)

        return draw_password(self.paths.password_words)

    def set_up(self, steps: FirstSteps) -> tuple[Desk, str]:
        """Make a new vault and return the desk and the recovery code."""
        from iq_desktop.storage.guessing_cost import calibrate_cost  # noqa: PLC0415  (see above)
        from iq_desktop.storage.vault_making import NewAdviser, create_vault  # noqa: PLC0415  (see above)

        vault, code = create_vault(
            self.paths.vault,
            [NewAdviser(clean_line(steps.adviser_name), steps.password)],
            language=steps.language,
            cost=self.cost or calibrate_cost(),
        )
        desk = self._desk(vault, "new")
        with ExitStack() as undo:
            undo.callback(desk.close)
            desk.centres.save_centre(steps.centre)
            desk.centres.save_settings(desk.adviser.id, DeskSettings(language=steps.language))
            undo.pop_all()
        return desk, code.printed()

    def unlock(self, adviser_id: str, password: str, progress: Progress | None = None) -> Desk:
        """Open the vault with the password of an adviser; one of an earlier program is brought up to date before."""
        from iq_desktop.storage.vault import open_vault  # noqa: PLC0415  (see above)

        with self._counting_refusals():
            vault = open_vault(self.paths.vault, adviser_id, password, progress)
        return self._desk(vault, "password")

    def check_recovery_code(self, code: str) -> None:
        """Do nothing where the recovery code would open the vault, which stays closed."""
        from iq_desktop.storage.unlocking import check_recovery_code  # noqa: PLC0415  (see above)

        with self._counting_refusals():
            check_recovery_code(self.paths.vault, code)

    def unlock_with_recovery_code(self, code: str, adviser_id: str, password: str) -> Desk:
        """Open the vault with the recovery code, for an adviser who has this new password from now on."""
        from iq_desktop.storage.access import Return, open_vault_again  # noqa: PLC0415  (see above)

        way = Return(code, adviser_id, password)
        with self._counting_refusals():
            vault = open_vault_again(self.paths.vault, way, self.clock, self.cost)
        return self._desk(vault, "code")

    def rescue(self, adviser_id: str, password: str, progress: Progress) -> Rescue:
        """Bring what can be read of a damaged vault into a new one, set the damaged one aside, tell what is missing."""
        from iq_desktop.storage.unlocking import password_of  # noqa: PLC0415  (see above)

        return self._rescue(password_of(adviser_id, password), progress)

    def rescue_with_code(self, code: str, progress: Progress) -> Rescue:
        """Do the same with the recovery code."""
        from iq_desktop.storage.unlocking import code_of  # noqa: PLC0415  (see above)

        return self._rescue(code_of(code), progress)

    def _rescue(self, secret: Secret, progress: Progress) -> Rescue:
        from iq_desktop.storage.salvage import rescue_vault  # noqa: PLC0415  (see above)

        with self._counting_refusals():
            return rescue_vault(self.paths.vault, secret, self.clock, progress, self.read_law())

    def returns(self) -> Returns:
        """Return the way back from a backup into the place of this vault."""
        from iq_desktop.storage.returning import VaultReturns  # noqa: PLC0415  (see above)

        return VaultReturns(self.paths.vault, self.clock)

    def print_recovery_sheet(self, steps: FirstSteps, code: str) -> bytes:
        """Return the recovery sheet as a PDF."""
        from iq_desktop.documents.recovery_sheet import make_recovery_sheet  # noqa: PLC0415  (see above)
        from iq_desktop.pdf.printer import PdfPrinter  # noqa: PLC0415  (see above)

        sheet = make_recovery_sheet(steps.centre, steps.adviser_name, code, self.clock.today())
        return PdfPrinter(self.paths.fonts).print_document(sheet, self.tongue(steps.language), None)

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        """Do nothing where the code was typed rightly; raises IqError naming the wrong group."""
        from iq_desktop.storage.recovery_code import confirm_recovery_code  # noqa: PLC0415  (see above)

        confirm_recovery_code(code, typed)

    def read_law(self) -> ProcedureLaw:
        """Return what the packs say about procedures."""
        from iq_desktop.catalogues.procedure_law import read_procedure_law  # noqa: PLC0415  (see above)

        return read_procedure_law(self.paths.packs)

    @contextmanager
    def _counting_refusals(self) -> Iterator[None]:
        """Note what was refused, for the journal of the vault."""
        from iq_desktop.storage.attempts import note_refusal  # noqa: PLC0415  (see above)
        from iq_desktop.storage.key_slots import AccessRefusedError  # noqa: PLC0415  (see above)

        try:
            yield
        except AccessRefusedError:
            note_refusal(self.paths.vault, self.clock.now())
            raise

    def _appearance(self) -> tuple[str, str]:
        from iq_desktop.storage.header_places import read_header  # noqa: PLC0415  (see above)

        try:
            header = read_header(self.paths.vault)
        except IqError:
            return ADVISER_LANGUAGES[0], "system"
        return header.language, header.theme

    def _desk(self, vault: Vault, way: str) -> Desk:
        """Return the desk of an open vault; whoever sits at it is known there by name from then on."""
        from iq_desktop.storage.access import VaultKeys  # noqa: PLC0415  (see above)
        from iq_desktop.storage.attempts import note_unlocking  # noqa: PLC0415  (see above)
        from iq_desktop.storage.journal_pen import pen_of  # noqa: PLC0415  (see above)
        from iq_desktop.storage.rights_office import settle_erasures  # noqa: PLC0415  (see above)

        with ExitStack() as undo:
            undo.callback(vault.close)  # or it would be in use, by nobody
            pen = pen_of(vault, self.clock)
            note_unlocking(vault, pen, way)
            settle_erasures(vault, pen)
            desk = _make_desk(self, VaultKeys(vault, pen, self.cost, self.paths.password_words))
            undo.pop_all()
        return desk


def _make_desk(door: VaultDoor, keys: VaultKeys) -> Desk:
    from iq_desktop.app import file_setup as files  # noqa: PLC0415  (see above)
    from iq_desktop.app.body_setup import make_body_ports, make_organisation_shelf  # noqa: PLC0415  (see above)
    from iq_desktop.app.course_setup import make_course_ports  # noqa: PLC0415  (see above)
    from iq_desktop.storage.backup_store import VaultBackups  # noqa: PLC0415  (see above)
    from iq_desktop.storage.case_links import VaultLinks  # noqa: PLC0415  (see above)
    from iq_desktop.storage.case_lists import VaultLists  # noqa: PLC0415  (see above)
    from iq_desktop.storage.case_store import VaultCases  # noqa: PLC0415  (see above)
    from iq_desktop.storage.centre_store import VaultCentre  # noqa: PLC0415  (see above)
    from iq_desktop.storage.check_record import VaultWatch  # noqa: PLC0415  (see above)
    from iq_desktop.storage.drafts import VaultDrafts  # noqa: PLC0415  (see above)
    from iq_desktop.storage.final_papers import VaultFinals  # noqa: PLC0415  (see above)
    from iq_desktop.storage.journal_book import VaultJournal  # noqa: PLC0415  (see above)
    from iq_desktop.storage.reference_store import VaultReference  # noqa: PLC0415  (see above)
    from iq_desktop.storage.rights_office import VaultRights  # noqa: PLC0415  (see above)

    vault, pen = keys.vault, keys.pen
    centres = VaultCentre(vault.cases, pen)
    adviser = centres.sign_in(Adviser(vault.unlocked_by.id, vault.unlocked_by.label), keys.advisers())
    sight = sight_of(adviser)
    backups = VaultBackups(vault, pen)
    law, niq = door.read_law(), niq_ports(door.paths)
    cases = VaultCases(vault.cases, pen, sight, law, niq.codes)
    courses = make_course_ports(vault, pen, door.clock)
    return Desk(
        cases=cases,
        centres=centres,
        keys=keys,
        drafts=VaultDrafts(vault),
        reference=VaultReference(vault.reference),
        lists=VaultLists(vault.cases, pen, sight, law, niq.codes),
        links=VaultLinks(vault.cases, pen, sight),
        tables=files.CsvFiles(),
        workbooks=files.XlsxFiles(),
        niq=niq,
        webapp=webapp_ports(door.paths, vault, pen, cases),
        calendars=files.IcsFiles(),
        watch=VaultWatch(vault, pen),
        journal=VaultJournal(vault.cases, pen, backups.known_ends, sight),
        finals=VaultFinals(vault.cases, pen, sight),
        backups=backups,
        rights=VaultRights(vault, pen, cases, sight),
        scans=swept_scans(vault, pen, sight),
        scan_reader=files.ProcessReader(),
        checklists=partial(checklists_of, door.paths),
        cost_terms=cache(partial(cost_terms_of, door.paths)),
        instruments=instrument_ports(door.paths, vault, pen, sight),
        rules=rule_ports(door.paths, vault, pen),
        bodies=make_body_ports(door.paths, vault, pen),
        courses=courses,
        organisations=make_organisation_shelf(vault, pen),
        printer=files.PdfPrinter(door.paths.fonts),
        catalogues=files.Recogniser(door.clock, courses.mappings),
        law=law,
        clock=door.clock,
        adviser=adviser,
        tongue=door.tongue,
        close=partial(_close, keys, centres, adviser),
    )


def _close(keys: VaultKeys, centres: CentreStore, adviser: Adviser) -> None:
    """Close the vault; its unlock screen speaks and looks next time as who sat there last has set it.

    A disk that refuses that keeps nobody from leaving.
    """
    from iq_desktop.storage.attempts import note_locking  # noqa: PLC0415  (see above)

    try:
        with suppress(IqError):
            mine = centres.settings(adviser.id)
            keys.set_appearance(mine.language, mine.theme)
    finally:
        note_locking(keys.vault, keys.pen)
        keys.vault.close()
