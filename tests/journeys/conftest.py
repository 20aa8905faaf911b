"""A made vault with the starter pack, some courses and some invented clients; each journey works on its own copy."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.fresh_vault import take_in_starter_pack
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.demo_clients import read_demo_clients
from iq_desktop.catalogues.demo_courses import take_in_demo_courses
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.ui.shell.case_view import CaseView
from iq_desktop.ui.shell.screens import Screens
from iq_desktop.usecases.demo_centre import fill_demo_centre
from iq_desktop.usecases.desk import FirstSteps
from iq_desktop.usecases.progress import Silence
from tests.support.fakes import FixedClock
from tests.support.journey import Office
from tests.support.rooms import no_rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PASSWORD = "Öl Fenster Ziege Mond Brücke"
ADVISER = "Frau Öztürk"
CLIENTS = 8


def door_of(paths: Paths) -> VaultDoor:
    """Return the door of a vault whose password is cheap to try."""
    return VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault; never opened in its place."""
    folder = tmp_path_factory.mktemp("journeys") / "vault"
    paths = find_paths(folder)
    desk, _code = door_of(paths).set_up(FirstSteps("de", Centre("Beratungsstelle am Park"), ADVISER, PASSWORD))
    demo = paths.resources / "demo"
    take_in_starter_pack(desk, paths.packs, Silence())
    take_in_demo_courses(demo / "courses.json", desk.reference, desk.clock.today(), Silence())
    fill_demo_centre(desk, read_demo_clients(demo / "clients.json")[:CLIENTS], Silence())
    desk.close()
    return folder


@pytest.fixture
def rooms_when_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build a screen or page when it is visited, not while nobody waits: for stories that are not about that."""
    monkeypatch.setattr(Screens, "build", no_rooms)
    monkeypatch.setattr(CaseView, "build_pages", no_rooms)


@pytest.fixture
def empty_office(qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """A computer on which the program was never started."""
    paths = replace(find_paths(tmp_path / "vault"), logs=tmp_path / "logs")
    office = Office(qapp, paths, door_of(paths), tongues_of(paths.translations))
    yield office
    office.leave()


@pytest.fixture
def office(empty_office: Office, made_vault: Path) -> Office:
    """A computer with a vault, in front of the unlock screen."""
    shutil.copytree(made_vault, empty_office.paths.vault)
    empty_office.arrive()
    return empty_office


@pytest.fixture
def desk(office: Office) -> Office:
    """The same, unlocked."""
    office.unlock(PASSWORD)
    return office
