"""The command `iq-desktop rekey`: a new key for a vault from a terminal; the password is asked, never an argument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.import_command import choose_adviser, no_vault, read_password
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.usecases.keys import give_new_key
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.wording.tongue import Tongue


def run_rekey(folder: Path, adviser: str | None, password_fd: int | None) -> int:
    """Encrypt a vault with a new key and return 0, or 1 where it kept its key; every password and code stays."""
    places = find_paths(folder)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    if not door.is_set_up():
        tell_problem(no_vault(places.vault), tongue)
        return 1
    try:
        _rekey(door, adviser, password_fd, tongue)
    except IqError as error:
        tell_problem(error, tongue)
        return 1
    told = (say("The vault has a new key."), say("Passwords and codes stay as they are. The old key opens nothing."))
    print(" ".join(tongue.speak(text) for text in told))
    return 0


def _rekey(door: VaultDoor, adviser: str | None, password_fd: int | None, tongue: Tongue) -> None:
    chosen = choose_adviser(door.advisers(), adviser)
    password = read_password(password_fd, tongue)
    desk = door.unlock(chosen.id, password)
    progress = TerminalProgress(tongue)
    try:
        give_new_key(desk, password, progress)
    finally:
        progress.wipe()
        desk.close()
