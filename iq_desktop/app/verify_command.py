"""The command `iq-desktop verify VAULT`: is the vault as it was written? Each part with its answer, from a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.import_command import choose_adviser, no_vault, read_password
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.storage.vault_header import DamagedHeaderError
from iq_desktop.usecases.vault_health import DamagedVault, VaultCheck, VaultPart
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.wording.tongue import Tongue

SOUND, DAMAGED, NOT_CHECKED = 0, 1, 2
_WIDTH: Final = 40


def run_verify(vault: Path, adviser: str | None, password_fd: int | None) -> int:
    """Check a whole vault and return 0 where it is sound, 1 where it is damaged, 2 where it could not be checked."""
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    progress = TerminalProgress(tongue)
    try:
        if not door.is_set_up():
            raise no_vault(places.vault)
        desk = door.unlock(choose_adviser(door.advisers(), adviser).id, read_password(password_fd, tongue))
        try:
            check = desk.watch.check(progress)
            problem = desk.watch.place_problem()
        finally:
            desk.close()
            progress.wipe()
    except (DamagedVault, DamagedHeaderError) as error:
        tell_problem(error, tongue)
        return DAMAGED
    except IqError as error:
        tell_problem(error, tongue)
        return NOT_CHECKED
    _print_check(check, tongue)
    if problem is not None:
        tell_problem(problem, tongue)
    return SOUND if check.is_sound else DAMAGED


def _print_check(check: VaultCheck, tongue: Tongue) -> None:
    for part in VaultPart:
        answer = say("DAMAGED") if part in check.broken else say("in order")
        print(f"{tongue.speak(part.label):{_WIDTH}} {tongue.speak(answer)}")
    text = say("The vault is sound") if check.is_sound else say("The vault is damaged. Nothing was changed.")
    print(tongue.speak(text))
