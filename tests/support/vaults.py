"""Invented advisers, and a closed vault that a test may open, copy and bend."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from iq_desktop.storage.header_places import places_of
from iq_desktop.storage.recovery_code import RecoveryCode
from iq_desktop.storage.vault_making import NewAdviser

PASSWORD: Final = "Öl Fenster Ziege Mond Brücke"
ADVISER: Final = NewAdviser("Frau Öztürk", PASSWORD)


@dataclass(frozen=True, slots=True)
class MadeVault:
    """The folder and the recovery code of a closed vault; it opens for `ADVISER` and `colleague`."""

    folder: Path
    code: RecoveryCode
    colleague: ClassVar[NewAdviser] = NewAdviser("Herr Baum", "ein ganz anderes Passwort")

    def files(self) -> dict[str, bytes]:
        """Return the name and the bytes of every file in the folder and in those inside it."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def garble_headers(self, content: bytes | None) -> None:
        """Put other bytes into each place of the header, or take it away."""
        for path in places_of(self.folder):
            path.unlink()
            if content is not None:
                path.write_bytes(content)
