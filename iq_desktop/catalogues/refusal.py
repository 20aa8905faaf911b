"""Why a file is refused as a whole, in words for the person who chose it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable


class BrokenFile(IqError):  # noqa: N818  (a name that says what happened)
    """A file of a known kind is damaged or incomplete; nothing of it was taken in."""

    def __init__(self, file: str, line: int, what: Text) -> None:
        """Keep where it is broken; lines are counted from 1."""
        super().__init__(
            say("{file}, line {line}: {what}", file=file, line=str(line), what=what),
            say("Nothing was taken in. Please download the file again and choose it once more."),
        )


class IncompleteCatalogue(IqError):  # noqa: N818  (a name that says what happened)
    """A catalogue of a known kind lacks a file or a column."""

    def __init__(self, text: Text) -> None:
        """Keep what is missing."""
        super().__init__(
            text, say("Nothing was taken in. Please download the whole catalogue and choose it once more.")
        )


class UnknownFile(IqError):  # noqa: N818  (a name that says what happened)
    """A file or folder holds nothing that the program knows."""

    def __init__(self, name: str, advice: Text | None = None) -> None:
        """Name what was chosen, and say what the program knows."""
        super().__init__(say("The program does not know this file: {name}", name=name), advice or what_is_known())


def what_is_known() -> Text:
    """Return the list of what the program can take in."""
    return say(
        "It knows: the ESCO download as CSV (folder or zip), the codes of the KldB 2010 and their ISCO-08 table as "
        "CSV, postal codes of GeoNames (CSV or the original text file), course catalogues in open-Qcat 1.1 (XML), "
        "saved answers of the Agency's course searches (JSON), and tables of courses (CSV)."
    )


def listed(names: Iterable[str]) -> str:
    """Return names one after the other, as they stand in a message."""
    return ", ".join(names)
