"""Where the program finds its own files, and where it keeps the vault."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_FOLDER_NAME: Final = "IQ Desktop"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation; only `vault` and `logs` are ever written to."""

    resources: Path
    translations: Path
    vault: Path
    logs: Path

    @property
    def fonts(self) -> Path:
        """The fonts that screen and paper share."""
        return self.resources / "fonts"

    @property
    def password_words(self) -> Path:
        """The words of which the program makes passwords."""
        return self.resources / "words" / "passwords_de.txt"

    @property
    def spelling(self) -> Path:
        """The words by which notes are looked through."""
        return self.resources / "spelling"

    @property
    def packs(self) -> Path:
        """The packs that come with the program."""
        return self.resources / "packs"

    @property
    def instruments(self) -> Path:
        """The instruments of the talk that come with the program."""
        return self.resources / "instruments"


def find_paths(vault: Path | None = None) -> Paths:
    """Return the folders of this installation; `vault` names another place for the vault."""
    kept = _kept_folder()
    return Paths(_own_folder("resources"), _own_folder("translations"), vault or kept / "vault", kept / "logs")


def _own_folder(name: str) -> Path:
    """Return a folder that comes with the program: inside the installed package, or beside it in a checkout."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def _kept_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / _FOLDER_NAME
    kept = os.environ.get("XDG_DATA_HOME")
    return (Path(kept) if kept else Path.home() / ".local" / "share") / "iq-desktop"
