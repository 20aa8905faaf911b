"""Where a vault stands, or may be made: what is in a folder, looked at without touching it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.header_places import HEADER_NAME, has_header
from iq_desktop.storage.vault_header import damaged_header
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from pathlib import Path

CASES_NAME: Final = "cases.db"
REFERENCE_NAME: Final = "reference.db"
ROOM_NAMES: Final = (CASES_NAME, REFERENCE_NAME)
_DRAFT_MARK: Final = ".being-made-"
_SPARE_MARK: Final = ".before-update"


class NoVaultError(IqError):
    """There is no vault in the folder, or only a half-made one beside it."""


class PlaceTakenError(IqError):
    """A new vault would stand where something already is."""


def check_new_place(folder: Path) -> None:
    """Raise PlaceTakenError where a new vault would stand on something."""
    if has_header(folder):
        raise PlaceTakenError(
            say("There is already a vault in this folder."),
            say("Please open it with your password, or choose another folder for the new one. Nothing was changed."),
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlaceTakenError(
            say("The folder for the vault is not empty."),
            say("Please choose a new or an empty folder. Nothing was changed."),
        )


def check_place(folder: Path) -> None:
    """Raise NoVaultError or DamagedHeaderError where no vault stands that could be opened."""
    if has_header(folder):
        return
    if any((folder / name).exists() for name in ROOM_NAMES):
        raise damaged_header()
    if folder.parent.is_dir() and any(folder.parent.glob(f"{folder.name}{_DRAFT_MARK}*")):
        raise NoVaultError(
            say("Setting up the vault was interrupted before it was finished."),
            say("No case was lost, because none could be entered yet. Please set it up again."),
        )
    raise NoVaultError(
        say("There is no vault in this folder."),
        say("Please choose the folder that contains “{name}”, or set up a new vault.", name=HEADER_NAME),
    )


def draft_folder(folder: Path) -> Path:
    """Return the folder beside its place in which a vault is made before it is renamed."""
    return folder.with_name(f"{folder.name}{_DRAFT_MARK}{secrets.token_hex(4)}")


def spare_of(path: Path) -> Path:
    """Return where a database is kept as it was while it is brought up to date; what a crash leaves there is waste."""
    return path.with_name(path.name + _SPARE_MARK)
