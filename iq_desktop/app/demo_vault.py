"""The vault of the demo centre: a scratch folder, encrypted like any vault, with catalogues and invented clients."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.fresh_vault import take_in_starter_pack
from iq_desktop.app.terminal import TerminalProgress, report_of, tell_problem
from iq_desktop.catalogues.demo_clients import read_demo_clients
from iq_desktop.catalogues.demo_courses import take_in_demo_courses
from iq_desktop.catalogues.recognise import find_catalogues
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases.demo_centre import fill_demo_centre
from iq_desktop.usecases.demo_organisations import demo_organisations
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.importing import take_in_catalogue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.app.paths import Paths
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.ports import Clock
    from iq_desktop.wording.tongue import Tongue

PASSWORD: Final = "Demo Stuhl Wolke Garten"  # noqa: S105  (everybody may know it: the vault holds invented people)
ADVISER: Final = "Frau Beispiel"
CENTRE: Final = Centre(
    "Beratungsstelle Beispielstadt (Demo)",
    "Musterweg 1",
    "04103",
    "Leipzig",
    "0000 555 100",
    "demo@example.org",
)
_SHARED: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Real catalogues beside the checkout, where somebody has put them there."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """How a demo vault was filled: seconds for the catalogues, seconds in all, what was refused."""

    catalogue_seconds: float
    seconds: float
    refused: tuple[str, ...]


def demo_door(paths: Paths, tongues: Callable[[str], Tongue], clock: Clock) -> VaultDoor:
    """Return the door of a demo vault; guessing its password is cheap, for everybody may know it."""
    return VaultDoor(paths, tongues, clock, FLOOR_COST)


def first_steps() -> FirstSteps:
    """Return what would be answered in the wizard."""
    return FirstSteps("de", CENTRE, ADVISER, PASSWORD)


def furnish(desk: Desk, paths: Paths, catalogues: Path | None, tongue: Tongue) -> Furniture:
    """Take catalogues in, then invent courses and clients; tells on the terminal how far it is."""
    begun = time.perf_counter()
    refused = _take_in_catalogues(desk, paths, catalogues or _SHARED, tongue)
    taken_in = time.perf_counter() - begun
    progress, demo = TerminalProgress(tongue), paths.resources / "demo"
    take_in_demo_courses(demo / "courses.json", desk.reference, desk.clock.today(), progress)
    for organisation in demo_organisations(desk.clock.today()):
        desk.organisations.put(organisation)
    fill_demo_centre(desk, read_demo_clients(demo / "clients.json"), progress)
    progress.wipe()
    print(tongue.speak(say("Invented clients: {count}", count=desk.cases.count())))
    return Furniture(taken_in, time.perf_counter() - begun, refused)


def _take_in_catalogues(desk: Desk, paths: Paths, folder: Path, tongue: Tongue) -> tuple[str, ...]:
    found = find_catalogues(folder) if folder.is_dir() else []
    progress = TerminalProgress(tongue)
    take_in_starter_pack(desk, paths.packs, progress)
    progress.wipe()
    if not found:
        print(tongue.speak(say("No catalogues in {folder}: the starter pack is used.", folder=str(folder))))
        return ()
    return tuple(path.name for path in found if not _is_taken_in(desk, path, tongue))


def _is_taken_in(desk: Desk, path: Path, tongue: Tongue) -> bool:
    progress, begun = TerminalProgress(tongue), time.perf_counter()
    try:
        state, _ = take_in_catalogue(desk, path, progress)
    except IqError as error:
        progress.wipe()
        tell_problem(error, tongue)
        return False
    progress.wipe()
    print(f"{report_of(state, tongue)} ({time.perf_counter() - begun:.1f} s)", flush=True)
    return True
