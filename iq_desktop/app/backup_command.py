"""The command `iq-desktop backup VAULT`: a proved backup from a terminal, for a scheduled task or before a repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.import_command import choose_adviser, no_vault, read_password
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.backup import BackupReason
from iq_desktop.usecases.backups import copy_newest
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk
    from iq_desktop.wording.tongue import Tongue

_MEGABYTE: Final = 1_000_000


def run_backup(vault: Path, to: Path | None, adviser: str | None, password_fd: int | None) -> int:
    """Back up a vault and return 0, or 1 where no backup came about; `to` is a folder for one more copy."""
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    try:
        if not door.is_set_up():
            raise no_vault(places.vault)
        desk = door.unlock(choose_adviser(door.advisers(), adviser).id, read_password(password_fd, tongue))
        try:
            _back_up(desk, to, tongue)
        finally:
            desk.close()
    except IqError as error:
        tell_problem(error, tongue)
        return 1
    return 0


def _back_up(desk: Desk, to: Path | None, tongue: Tongue) -> None:
    """Make the backup, copy it, and print where it lies."""
    progress = TerminalProgress(tongue)
    try:
        state = desk.backups.back_up(BackupReason.BY_HAND, progress)
        copy = copy_newest(desk, to, progress) if to is not None else None
    finally:
        progress.wipe()
    newest = next(one for one in desk.backups.kept() if not one.is_in_second_place)
    made = say("Backed up and proved: {path}", path=str(desk.backups.first_place() / newest.name))
    told = [made, say("Size: {size} MB", size=max(1, round(state.size / _MEGABYTE)))]
    if copy is not None:
        told.append(say("Copied and proved: {path}", path=str(copy)))
    told.append(say("Catalogues are not in it: they can be taken in again."))
    print("\n".join(tongue.speak(text) for text in told))
