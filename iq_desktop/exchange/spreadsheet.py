"""Tables as files that every spreadsheet opens: CSV with semicolons, as German programs expect it."""

from __future__ import annotations

import csv
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_FORMULA: Final = frozenset("=+-@\t\r")
"""Signs with which a spreadsheet begins to calculate instead of showing (OWASP, CSV injection)."""


class CsvFiles:
    """The port `TableFiles`: UTF-8 with a byte order mark, so that umlauts and Arabic arrive as they are."""

    def write(self, path: Path, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
        """Write a table and return how many rows it has; a file appears whole or not at all.

        Raises IqError where the disk refuses; whatever the rows raise leaves no file behind.
        """
        draft = path.with_name(f"{path.name}.part")
        written = 0
        try:
            try:
                with draft.open("w", encoding="utf-8-sig", newline="") as file:
                    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
                    writer.writerow(_harmless(cell) for cell in heads)
                    for row in rows:
                        writer.writerow([_harmless(cell) for cell in row])
                        written += 1
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(path)
            except BaseException:
                with suppress(OSError):
                    draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise IqError(
                say("The table could not be written to “{name}”.", name=path.name),
                say("Please choose another folder, or close the program that has the file open."),
            ) from error
        return written


def _harmless(cell: str) -> str:
    """Return a cell that a spreadsheet shows and does not calculate."""
    return f"'{cell}" if cell[:1] in _FORMULA else cell
