"""Saves cases through the real vault and confirms each in a file, while the shim watches what reaches the disk."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.storage.crash.scenario import open_made_vault, save_cases


def save_and_confirm(folder: Path, count: int, seed: int) -> None:
    """Open the vault, save, confirm, and close (which checkpoints)."""
    descriptor = os.open(folder / "cases.db.confirmed", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with open_made_vault(folder) as vault:
        for part in range(3):  # a checkpoint between the parts, as closing the program does one
            save_cases(vault, lambda number: os.write(descriptor, b"%d\n" % number), count // 3, seed + part)
            vault.cases.checkpoint()
    os.close(descriptor)


if __name__ == "__main__":
    save_and_confirm(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
