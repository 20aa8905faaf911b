"""The ports of the directory of competent bodies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from iq_desktop.domain.body import CompetentBody

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iq_desktop.domain.body import BodyKind


class BodyShelf(Protocol):
    """The directory in the vault; each writing call is one transaction with its entry in the journal."""

    def bodies(self) -> Sequence[CompetentBody]:
        """Return all bodies by name."""

    def put(self, body: CompetentBody) -> None:
        """Keep a body, in place of the one with the same identity."""

    def remove(self, body_id: str) -> None:
        """Take a body away; nothing happens where it is not there."""

    def replace_all(self, bodies: Sequence[CompetentBody]) -> None:
        """Let the directory hold these bodies and no others."""


class BodyTables(Protocol):
    """Lists of bodies as tables that spreadsheets open."""

    def heads(self) -> Sequence[str]:
        """Return the heads of the columns of such a table."""

    def row(self, body: CompetentBody, kinds: Mapping[str, BodyKind]) -> Sequence[str]:
        """Return the cells of a body; `kinds` are the kinds by their words."""

    def read(self, path: Path, kinds: Mapping[str, BodyKind]) -> Sequence[CompetentBody]:
        """Return the bodies of a table; raises IqError with file and line where it is none or is broken."""


@dataclass(frozen=True, slots=True)
class BodyPorts:
    """The directory, its first entries by kind, and tables of it."""

    shelf: BodyShelf
    starter: Callable[[], Sequence[CompetentBody]]
    tables: BodyTables
