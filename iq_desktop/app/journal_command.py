"""The command `iq-desktop journal verify VAULT`: is the journal what was written? Where it is not, at which entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.import_command import choose_adviser, no_vault, read_password
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.storage.journal_check import check_closed_journal
from iq_desktop.storage.vault_header import DamagedHeaderError
from iq_desktop.usecases.journal import words_of_check
from iq_desktop.usecases.vault_health import DamagedVault
from iq_desktop.wording.problems import IqError

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.journal import JournalCheck
    from iq_desktop.wording.tongue import Tongue

SOUND: Final = 0
TAMPERED: Final = 1
NOT_CHECKED: Final = 2


def run_journal_verify(vault: Path, adviser: str | None, password_fd: int | None) -> int:
    """Check a journal and return 0 where it is whole, 1 where it or the vault is not, 2 where it was not checked.

    The vault stays closed, so that also a journal which keeps it from opening can be looked at.
    """
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    progress = TerminalProgress(tongue)
    try:
        if not door.is_set_up():
            raise no_vault(places.vault)
        chosen = choose_adviser(door.advisers(), adviser)
        check = check_closed_journal(places.vault, chosen.id, read_password(password_fd, tongue), progress)
    except (DamagedVault, DamagedHeaderError) as error:
        tell_problem(error, tongue)
        return TAMPERED
    except IqError as error:
        tell_problem(error, tongue)
        return NOT_CHECKED
    finally:
        progress.wipe()
    _print_check(check, tongue)
    return SOUND if check.is_sound else TAMPERED


def _print_check(check: JournalCheck, tongue: Tongue) -> None:
    sentences = (tongue.speak(text) for text in words_of_check(check))
    print(" ".join(sentence for sentence in sentences if sentence))
