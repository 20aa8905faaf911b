"""Keeps a vault of the present schema for the tests of updates: run it once before a release.

`python packaging/keep_vault.py` writes `tests/storage/vaults/<schema>`; a schema that is kept already was released and
is never written again, unless `--again` says that it was not.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.support.kept_vaults import FOLDER, make_kept_vault, name_of_newest


def main(arguments: list[str]) -> int:
    """Make the vault and return 0, or 1 where one is kept already."""
    folder = FOLDER / name_of_newest()
    if folder.exists() and "--again" not in arguments:
        print(f"{folder.name} is kept already.")
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    print(make_kept_vault(folder).name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
