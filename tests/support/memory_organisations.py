"""A directory of organisations in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iq_desktop.domain.organisation import Organisation

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class MemoryOrganisations:
    """The port `OrganisationShelf`."""

    kept: dict[str, Organisation] = field(default_factory=dict)

    def organisations(self) -> Sequence[Organisation]:
        return tuple(sorted(self.kept.values(), key=lambda one: one.name.casefold()))

    def put(self, organisation: Organisation) -> None:
        self.kept[organisation.id] = organisation

    def remove(self, organisation_id: str) -> None:
        self.kept.pop(organisation_id, None)
