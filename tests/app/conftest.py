"""A small vault on the disk, and the door to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import Paths, find_paths
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.centre import Centre
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.usecases.desk import FirstSteps
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "Öl Fenster Ziege Mond Brücke"
ADVISER = "Frau Öztürk"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The folders of this checkout, with a vault and logs of the test's own."""
    return replace(find_paths(tmp_path / "vault"), logs=tmp_path / "logs")


@pytest.fixture
def door(paths: Paths) -> VaultDoor:
    """The door of a place where there is no vault yet."""
    return VaultDoor(paths, tongues_of(paths.translations), FixedClock(), FLOOR_COST)


@pytest.fixture
def locked(door: VaultDoor) -> VaultDoor:
    """The door of a vault that was set up and closed."""
    desk, _code = door.set_up(FirstSteps("de", Centre("Beratungsstelle"), ADVISER, PASSWORD))
    desk.close()
    return door
