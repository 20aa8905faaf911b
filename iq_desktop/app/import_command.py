"""The command `iq-desktop import`: catalogues from a terminal into a vault."""

from __future__ import annotations

import getpass
import os
from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, report_of, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.catalogues.recognise import find_catalogues
from iq_desktop.catalogues.refusal import what_is_known
from iq_desktop.usecases.importing import take_in_catalogue
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.centre import Adviser
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

_LONGEST_PASSWORD: Final = 4096


def run_import(paths: Sequence[Path], vault: Path | None, adviser: str | None, password_fd: int | None) -> int:
    """Take in every catalogue of the paths and return 0, or 1 where one was refused or the vault stayed shut."""
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    if not door.is_set_up():
        tell_problem(no_vault(places.vault), tongue)
        return 1
    try:
        desk = door.unlock(choose_adviser(door.advisers(), adviser).id, read_password(password_fd, tongue))
    except IqError as error:
        tell_problem(error, tongue)
        return 1
    try:
        outcomes = [is_in for path in paths for is_in in _take_in_all(desk, path, tongue)]
    finally:
        desk.close()
    return 0 if all(outcomes) else 1


def no_vault(folder: Path) -> IqError:
    """Return the error for a folder in which no vault lies."""
    return IqError(
        say("There is no vault in {folder}.", folder=str(folder)),
        say("Please start the program once and set the vault up, or name its folder with --vault."),
    )


def _take_in_all(desk: Desk, path: Path, tongue: Tongue) -> list[bool]:
    """Take in every catalogue of a file or folder; a place without one counts as refused."""
    try:
        found = find_catalogues(path) if os.path.lexists(path) else []
    except IqError as error:
        tell_problem(error, tongue)
        return [False]
    if not found:
        text = say("There is no catalogue in {path} that the program knows.", path=str(path))
        tell_problem(IqError(text, what_is_known()), tongue)
        return [False]
    return [_take_in(desk, one, tongue) for one in found]


def _take_in(desk: Desk, path: Path, tongue: Tongue) -> bool:
    progress = TerminalProgress(tongue)
    try:
        state, _ = take_in_catalogue(desk, path, progress)
    except IqError as error:
        progress.wipe()
        tell_problem(error, tongue)
        return False
    progress.wipe()
    print(report_of(state, tongue))
    return True


def choose_adviser(advisers: Sequence[Adviser], name: str | None) -> Adviser:
    """Return the adviser of a name, or the only one; raises IqError with the names to choose from."""
    fitting = [adviser for adviser in advisers if name in {None, adviser.name, adviser.id}]
    if len(fitting) != 1:
        raise IqError(
            say("Please say who opens the vault: --adviser NAME"),
            say("Advisers: {names}", names=", ".join(adviser.name for adviser in advisers)),
        )
    return fitting[0]


def read_password(descriptor: int | None, tongue: Tongue) -> str:
    """Return the password from a file descriptor, or as it is typed without being shown."""
    if descriptor is None:
        return getpass.getpass(f"{tongue.speak(say('Password'))}: ")
    with os.fdopen(descriptor, encoding="utf-8") as source:
        return source.read(_LONGEST_PASSWORD).rstrip("\r\n")
