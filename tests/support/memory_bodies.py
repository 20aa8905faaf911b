"""A directory of competent bodies in memory, with the tables and packs of the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from iq_desktop.catalogues.body_tables import BodyCsv, read_starter_bodies
from iq_desktop.domain.body import CompetentBody
from iq_desktop.usecases.body_ports import BodyPorts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass
class MemoryBodies:
    """The port `BodyShelf`."""

    kept: dict[str, CompetentBody] = field(default_factory=dict)

    def bodies(self) -> Sequence[CompetentBody]:
        return tuple(sorted(self.kept.values(), key=lambda one: one.name.casefold()))

    def put(self, body: CompetentBody) -> None:
        self.kept[body.id] = body

    def remove(self, body_id: str) -> None:
        self.kept.pop(body_id, None)

    def replace_all(self, bodies: Sequence[CompetentBody]) -> None:
        self.kept = {one.id: one for one in bodies}


def memory_bodies(packs: Path) -> BodyPorts:
    """Return the ports over an empty directory."""
    return BodyPorts(MemoryBodies(), partial(read_starter_bodies, packs), BodyCsv())
