"""The command `iq-desktop self-check`: does this installation have everything that it needs?"""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.sample import sample_case
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.instruments import instrument_folders, read_instrument
from iq_desktop.catalogues.packs import check_packs
from iq_desktop.documents.kinds import DOCUMENT_KINDS
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.centre import Adviser, Centre
from iq_desktop.pdf.printer import PdfPrinter
from iq_desktop.storage.engine import check_engine, read_engine_facts
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases.cases import get_case, save_case
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.wording.languages import ADVISER_LANGUAGES, PAPER_LANGUAGES
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALLEST_PDF = 5_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at; `run` returns what was seen and raises where it is not as it should be."""

    name: str
    run: Callable[[], str]


def run_self_check() -> int:
    """Run every check, print what was seen, and return 0 where all is well, else 1."""
    outcomes = [_passes(check) for check in _checks(find_paths())]
    print(f"{sum(outcomes)} of {len(outcomes)} checks passed")
    return 0 if all(outcomes) else 1


def _passes(check: Check) -> bool:
    try:
        print(f"ok      {check.name}: {check.run()}")
    except IqError as error:
        print(f"FAILED  {check.name}: {error}")
    except Exception:  # noqa: BLE001  (a check of oneself reports every fault and goes on)
        print(f"FAILED  {check.name}:\n{traceback.format_exc()}")
    else:
        return True
    return False


def _checks(paths: Paths) -> Iterator[Check]:
    yield Check("engine", _look_at_engine)
    yield Check("vault", lambda: _look_at_vault(paths))
    yield Check("packs", lambda: f"{check_packs(paths.packs)} packs")
    yield Check("instruments", lambda: _look_at_instruments(paths))
    tongues = tongues_of(paths.translations)
    for code in (*ADVISER_LANGUAGES, *PAPER_LANGUAGES):
        yield Check(f"language {code}", lambda code=code: tongues(code).day(LaptopClock().today()))  # type: ignore[misc]
        yield Check(f"paper {code}", lambda code=code: _look_at_paper(paths, code))  # type: ignore[misc]


def _look_at_engine() -> str:
    facts = read_engine_facts()
    check_engine(facts)
    return f"SQLite {_dotted(facts.sqlite)}, SQLCipher {_dotted(facts.sqlcipher)}"


def _look_at_instruments(paths: Paths) -> str:
    return ", ".join(read_instrument(folder).name for folder in instrument_folders(paths.instruments))


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _look_at_vault(paths: Paths) -> str:
    """Make a vault in a scratch folder, keep a case in it, close it, open it again and read the case back."""
    with tempfile.TemporaryDirectory() as scratch:
        places = replace(paths, vault=Path(scratch) / "vault")
        door = VaultDoor(places, tongues_of(paths.translations), LaptopClock(), FLOOR_COST)
        desk, _ = door.set_up(FirstSteps("de", Centre("Self-check"), "Self-check", "a scratch password"))
        kept = save_case(desk, sample_case()).case
        desk.close()
        desk = door.unlock("Self-check", "a scratch password")
        try:
            same = get_case(desk, kept.id) == kept
        finally:
            desk.close()
    if not same:
        message = "the case came back changed"
        raise RuntimeError(message)
    return "made, closed, opened, read back"


def _look_at_paper(paths: Paths, code: str) -> str:
    tongues = tongues_of(paths.translations)
    client = tongues(code) if code in PAPER_LANGUAGES else None
    adviser = tongues("de" if client else code)
    occasion = Occasion(Centre("IQ Desktop"), Adviser("self-check", "Self-check"), LaptopClock().today())
    printer = PdfPrinter(paths.fonts)
    sizes = [
        len(printer.print_document(kind.make(sample_case(), occasion), adviser, client)) for kind in DOCUMENT_KINDS
    ]
    if min(sizes) < _SMALLEST_PDF:
        message = f"a document is empty: {sizes}"
        raise RuntimeError(message)
    return ", ".join(f"{size // 1000} kB" for size in sizes)
