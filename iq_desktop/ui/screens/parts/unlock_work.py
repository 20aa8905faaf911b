"""What the unlock screen asks of the door behind the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk, Door
    from iq_desktop.usecases.progress import Progress
    from iq_desktop.usecases.vault_health import Rescue


def unlock(door: Door, adviser_id: str, password: str, progress: Progress) -> Desk:
    """Open the vault with a password; the progress tells of an update, which only an older vault needs."""
    return door.unlock(adviser_id, password, progress)


def check_code(door: Door, code: str, progress: Progress) -> None:
    """Do nothing where the recovery code would open the vault."""
    del progress
    door.check_recovery_code(code)


def unlock_with_code(door: Door, words: tuple[str, str, str], progress: Progress) -> Desk:
    """Open the vault with the recovery code, the adviser's id and a new password."""
    del progress
    return door.unlock_with_recovery_code(*words)


def rescue(door: Door, adviser_id: str, password: str, code: str, progress: Progress) -> Rescue:
    """Rescue what can be read of a damaged vault, with the code where one is given, else with the password."""
    return door.rescue_with_code(code, progress) if code else door.rescue(adviser_id, password, progress)
