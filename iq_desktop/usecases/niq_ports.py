"""The ports of the documentation NIQ: its numbers, and the files in which records go there and Chiffres come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.niq_codes import NiqCodes
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from iq_desktop.domain.niq_record import NiqRecord


class NiqForm(Choice):
    """In which form records are written."""

    FORM = "form", say("As the form of NIQ sends it")
    CSV = "csv", say("Table (CSV)")
    JSON = "json", say("JSON")

    @property
    def ending(self) -> str:
        """The ending of such a file."""
        return ".txt" if self is NiqForm.FORM else f".{self.value}"


class NiqFiles(Protocol):
    """Files of records; each appears whole or not at all."""

    def write(self, path: Path, records: Sequence[NiqRecord], form: NiqForm) -> None:
        """Write records; raises IqError where the disk refuses."""

    def read_chiffres(self, path: Path) -> Mapping[str, str]:
        """Return the Chiffre of each `id` of a table `id;Chiffre`; raises IqError with the line where it is none."""


@dataclass(frozen=True, slots=True)
class NiqPorts:
    """What a report to NIQ needs."""

    codes: NiqCodes
    files: NiqFiles
