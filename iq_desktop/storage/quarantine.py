"""Setting a damaged vault aside: its folder gets another name with the day, and the rescued one takes its place.

Nothing is deleted and nothing overwritten. A crash between the two renamings leaves the rescued vault complete beside
its place; the next start finds it and takes the last step.
"""

from __future__ import annotations

import glob
import secrets
import shutil
from typing import TYPE_CHECKING, Final

from iq_desktop.storage.header_places import has_header
from iq_desktop.storage.safe_file import sync_folder

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

_HALF: Final = ".being-rescued-"
_WHOLE: Final = ".rescued-"


def rescue_folder(folder: Path) -> Path:
    """Return the folder beside a vault in which the rescued one is made."""
    return folder.with_name(f"{folder.name}{_HALF}{secrets.token_hex(4)}")


def sweep_half_made(folder: Path) -> None:
    """Remove what rescues left beside a vault that were interrupted: copies that nobody ever opened.

    A whole one counts as such while a vault stands in its place: later it would come into it as an old state.
    """
    marks = (_HALF, _WHOLE) if has_header(folder) else (_HALF,)
    for mark in marks:
        for path in folder.parent.glob(f"{glob.escape(folder.name)}{mark}*"):
            shutil.rmtree(path, ignore_errors=True)


def aside_folder(folder: Path, today: dt.date) -> Path:
    """Return where a damaged vault is set aside: beside its place, under its name, `damaged` and the day."""
    plain = folder.with_name(f"{folder.name} damaged {today.isoformat()}")
    others = (folder.with_name(f"{plain.name} ({number})") for number in range(2, 1000))
    return next((path for path in (plain, *others) if not path.exists()), plain)


def list_set_aside(folder: Path) -> tuple[Path, ...]:
    """Return the damaged vaults that were set aside beside a vault."""
    return tuple(sorted(folder.parent.glob(f"{glob.escape(folder.name)} damaged *")))


def exchange(folder: Path, rescued: Path, today: dt.date) -> Path:
    """Set the damaged vault aside, put the rescued one in its place, and return where the damaged one lies now.

    Raises OSError where the damaged one cannot be moved; then both lie where they were.
    """
    whole = folder.with_name(rescued.name.replace(_HALF, _WHOLE))
    aside = aside_folder(folder, today)
    rescued.rename(whole)
    try:
        sync_folder(folder.parent)
        folder.rename(aside)
    except OSError:
        whole.rename(rescued)
        raise
    sync_folder(folder.parent)
    finish_exchange(folder)
    return aside


def finish_exchange(folder: Path) -> bool:
    """Put a rescued vault in its place where a crash kept it from there; return whether that was needed."""
    if folder.exists() or not folder.parent.is_dir():
        return False
    waiting = [path for path in folder.parent.glob(f"{glob.escape(folder.name)}{_WHOLE}*") if has_header(path)]
    if len(waiting) != 1:
        return False
    waiting[0].rename(folder)
    sync_folder(folder.parent)
    return True
