"""What stands around the desk in tests of windows: a locked door, a vault that can fail, catalogues, questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import CaseRow, Match
from iq_desktop.domain.imports import CatalogueKind, CatalogueState, Skipped
from iq_desktop.usecases.desk import Desk, FirstSteps
from iq_desktop.usecases.vault_health import Rescue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say
from tests.support.builders import TODAY
from tests.support.fakes import MemoryCases, MemoryReference, a_pdf
from tests.support.memory_backups import MemoryReturns

if TYPE_CHECKING:
    from iq_desktop.domain.centre import Adviser
    from iq_desktop.ui.shell.ask import FileKind
    from iq_desktop.usecases.ports import Clock, OfferedPassword, ReferenceStore
    from iq_desktop.usecases.progress import Progress

PASSWORD: Final = "ein ruhiges langes Wort"
RECOVERY_CODE: Final = "7KQ4-M2XD-9RTB-HW3F-ZC8N-5PGV"


@dataclass
class OfficeCases(MemoryCases):
    """Cases whose saving can fail (`fail_with`) or wait (`before_save`), found in the three tiers of the real store."""

    fail_with: Exception | None = None
    before_save: Callable[[], object] = lambda: None
    saves: list[CaseFile] = field(default_factory=list)

    def save(self, case: CaseFile) -> CaseFile:
        self.before_save()
        if self.fail_with is not None:
            raise self.fail_with
        saved = super().save(case)
        self.saves.append(saved)
        return saved

    def find(self, words: str, *, limit: int, after: CaseRow | None = None) -> Sequence[CaseRow]:
        rows = super().find("", limit=len(self.by_id))
        if words:
            found = [row._replace(match=match) for row in rows if (match := _match(row, words)) is not None]
            rows = sorted(found, key=lambda row: list(Match).index(row.match))
        start = [row.id for row in rows].index(after.id) + 1 if after else 0
        return rows[start : start + limit]


def _match(row: CaseRow, words: str) -> Match | None:
    """Return how words find a row; three tiers, far simpler than those of the real store."""
    wanted, skeleton = words.casefold(), _skeleton(words)
    if any(wanted in part.casefold() for part in (row.name, row.own_script_name, row.number, row.place)):
        return Match.EXACT
    if skeleton and skeleton in _skeleton(row.name):
        return Match.SOUNDS_LIKE
    return Match.SIMILAR if skeleton and _skeleton(row.name).startswith(skeleton[:2]) else None


def _skeleton(words: str) -> str:
    return re.sub(r"[aeiouyäöüı\W]", "", words.casefold().replace("sch", "s").replace("w", "v"))


def a_state(**changes: object) -> CatalogueState:
    """Return a course catalogue of this month that left two rows out."""
    state = CatalogueState(
        CatalogueKind.COURSES,
        "demo",
        "2026-11",
        TODAY,
        ((say("courses"), 1204),),
        (Skipped(say("without a title"), 2, 317),),
        published_on=TODAY,
    )
    return replace(state, **changes)  # type: ignore[arg-type]  # names of its fields


@dataclass
class StatesReference(MemoryReference):
    """Reference data that know which catalogues were taken in."""

    states: tuple[CatalogueState, ...] = ()

    def catalogues(self) -> Sequence[CatalogueState]:
        return self.states

    def remove_courses(self, catalogue: str) -> int:
        before = len(self.states)
        self.states = tuple(one for one in self.states if one.id != catalogue)
        return before - len(self.states)


@dataclass
class FakeCatalogues:
    """Recognises every file whose name holds “courses”; `before_step` is called before each step."""

    state: CatalogueState = field(default_factory=a_state)
    steps: int = 3
    before_step: Callable[[int], object] = lambda _number: None
    renewed: list[CatalogueState] = field(default_factory=list)

    def in_place_of(self, state: CatalogueState) -> FakeCatalogues:
        self.renewed.append(state)
        return self

    def recognise(self, path: Path) -> FakeCatalogues:
        if "courses" not in path.name:
            raise IqError(
                say("The file {name} is none that the program knows.", name=path.name),
                say("Please choose ESCO, KldB, postal codes or a course catalogue."),
            )
        return self

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        for number in range(self.steps):
            self.before_step(number)
            progress.step(number, self.steps, say("Reading courses"))
        if isinstance(store, StatesReference):
            store.states = (self.state,)
        return self.state


@dataclass
class FakeDoor:
    """A locked vault in memory; `fail_with` is raised by the next unlocking or setting up.

    Unlocking takes `update_steps` where it is an older vault.
    """

    desk: Desk
    has_vault: bool = True
    fail_with: IqError | None = None
    spoken: str = "en"
    dressed: str = "light"
    tried: list[str] = field(default_factory=list)
    renewed: list[tuple[str, str]] = field(default_factory=list)
    made: list[FirstSteps] = field(default_factory=list)
    ways_back: MemoryReturns = field(default_factory=lambda: MemoryReturns(RECOVERY_CODE, PASSWORD))
    rescued: Rescue = field(default_factory=lambda: Rescue("IQ damaged 2026-11-03", 1, 400, 12))
    update_steps: int = 0

    @property
    def clock(self) -> Clock:
        return self.desk.clock

    def is_set_up(self) -> bool:
        return self.has_vault

    def advisers(self) -> Sequence[Adviser]:
        return self.desk.centres.advisers()

    def language(self) -> str:
        return self.spoken

    def theme(self) -> str:
        return self.dressed

    def price_password(self, password: str) -> Text:
        if len(password) < 12:
            raise IqError(say("A password needs at least {count} characters.", count="12"))
        return say("Guessing this password would take centuries.")

    def offer_password(self) -> OfferedPassword:
        return self.desk.keys.offer_password()

    def set_up(self, steps: FirstSteps) -> tuple[Desk, str]:
        if self.fail_with is not None:
            raise self.fail_with
        self.made.append(steps)
        self.has_vault = True
        return self.desk, RECOVERY_CODE

    def unlock(self, adviser_id: str, password: str, progress: Progress | None = None) -> Desk:
        self.tried.append(adviser_id)
        for done in range(self.update_steps if progress is not None else 0):
            assert progress is not None
            progress.step(done, self.update_steps, say("Bringing the vault up to date"))
        if self.fail_with is not None:
            raise self.fail_with
        if password != PASSWORD:
            raise IqError(say("The password is wrong."), say("Please check the caps lock key and try again."))
        return self.desk

    def check_recovery_code(self, code: str) -> None:
        self.confirm_recovery_code(RECOVERY_CODE, code)

    def unlock_with_recovery_code(self, code: str, adviser_id: str, password: str) -> Desk:
        if self.fail_with is not None:
            raise self.fail_with
        self.check_recovery_code(code)
        self.price_password(password)
        self.renewed.append((adviser_id, password))
        return self.desk

    def rescue(self, adviser_id: str, password: str, progress: Progress) -> Rescue:
        self.tried.append(adviser_id)
        progress.step(1, 2, say("Reading the pages of the damaged vault"))
        if password != PASSWORD:
            raise IqError(say("The password is wrong."), say("Please check the caps lock key and try again."))
        self.fail_with = None
        return self.rescued

    def rescue_with_code(self, code: str, progress: Progress) -> Rescue:
        self.check_recovery_code(code)
        return self.rescue("", PASSWORD, progress)

    def returns(self) -> MemoryReturns:
        return self.ways_back

    def print_recovery_sheet(self, steps: FirstSteps, code: str) -> bytes:
        del steps, code
        return a_pdf()

    def confirm_recovery_code(self, code: str, typed: str) -> None:
        wanted, given = code.split("-"), typed.strip().upper().replace(" ", "-").split("-")
        for number, group in enumerate(wanted, start=1):
            if number > len(given) or given[number - 1] != group:
                raise IqError(say("Group {number} is not right.", number=str(number)))


@dataclass
class FakeAsk:
    """Answers every question with what the test has laid ready, and remembers what was printed."""

    file: Path | None = None
    folder: Path | None = None
    place_to_save: Path | None = None
    printed: list[bytes] = field(default_factory=list)

    def which_file(self, title: Text, kind: FileKind) -> Path | None:
        del title, kind
        return self.file

    def which_folder(self, title: Text) -> Path | None:
        del title
        return self.folder

    def where_to_save(self, title: Text, name: str, kind: FileKind) -> Path | None:
        del title, name, kind
        return self.place_to_save

    def print_pdf(self, pdf: bytes, title: Text) -> bool:
        del title
        self.printed.append(pdf)
        return True
