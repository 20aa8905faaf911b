"""The command `iq-desktop restore FILE --vault FOLDER`: a vault out of a backup, from a terminal."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from iq_desktop.app.clock import LaptopClock
from iq_desktop.app.desk_setup import VaultDoor
from iq_desktop.app.import_command import choose_adviser, read_password
from iq_desktop.app.paths import find_paths
from iq_desktop.app.terminal import TerminalProgress, tell_problem
from iq_desktop.app.tongues import tongues_of
from iq_desktop.domain.centre import Adviser
from iq_desktop.usecases.backup_ports import BackupSecret
from iq_desktop.usecases.backup_words import tell_age
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.backup import BackupAge, BackupLook, Returned
    from iq_desktop.usecases.backup_ports import Returns
    from iq_desktop.wording.tongue import Tongue


def run_restore(file: Path, vault: Path | None, adviser: str | None, password_fd: int | None, *, code: bool) -> int:
    """Make a vault of a backup and return 0, or 1 where nothing was changed.

    The password of an adviser is asked, or with `code` the recovery code; both are never an argument.
    """
    places = find_paths(vault)
    tongues = tongues_of(places.translations)
    door = VaultDoor(places, tongues, LaptopClock())
    tongue = tongues(door.language())
    try:
        returns = door.returns()
        look = returns.look_at_backup(file)
        secret = _ask(look, adviser, password_fd, tongue, code=code)
        _print_age(returns.compare(file, secret), tongue)
        _print_returned(_restore(returns, file, secret, tongue), places.vault, tongue)
    except IqError as error:
        tell_problem(error, tongue)
        return 1
    return 0


def _ask(look: BackupLook, name: str | None, descriptor: int | None, tongue: Tongue, *, code: bool) -> BackupSecret:
    """Return what somebody types, or hands over in a file descriptor."""
    if code and descriptor is None:
        return BackupSecret(code=getpass.getpass(f"{tongue.speak(say('Recovery code'))}: "))
    if code:
        return BackupSecret(code=read_password(descriptor, tongue))
    chosen = choose_adviser([Adviser(one, label) for one, label in look.advisers], name)
    return BackupSecret(adviser_id=chosen.id, password=read_password(descriptor, tongue))


def _restore(returns: Returns, file: Path, secret: BackupSecret, tongue: Tongue) -> Returned:
    progress = TerminalProgress(tongue)
    try:
        return returns.restore(file, secret, progress)
    finally:
        progress.wipe()


def _print_age(age: BackupAge, tongue: Tongue) -> None:
    local = age.made_at.astimezone()
    moment = say("{day}, {time}", day=local.date(), time=f"{local:%H:%M}")
    print(tongue.speak(say("Backup of {moment}, cases: {count}", moment=moment, count=age.cases)))
    if age.behind:
        print(tongue.speak(say("Entries of the journal that a newer known state has more: {count}", count=age.behind)))
    elif age.behind is None and age.newest_known:
        newer = tell_age(age, age.made_at)[-1]
        print(tongue.speak(newer.text), tongue.speak(newer.more), sep=". ")


def _print_returned(returned: Returned, place: Path, tongue: Tongue) -> None:
    told = [say("The vault is back: {path}", path=str(place))]
    if returned.erased_again:
        told.append(
            say("Cases that had been erased since, and were erased again: {count}", count=returned.erased_again)
        )
    if returned.aside:
        told.append(say("The damaged vault lies beside it: {name}", name=returned.aside))
    if returned.is_without_catalogues:
        told.append(say("Catalogues are not in it: they can be taken in again."))
    print("\n".join(tongue.speak(text) for text in told))
