"""The port of the directory of organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.organisation import Organisation


class OrganisationShelf(Protocol):
    """The directory in the vault; each writing call is one transaction with its entry in the journal."""

    def organisations(self) -> Sequence[Organisation]:
        """Return all organisations by name."""

    def put(self, organisation: Organisation) -> None:
        """Keep an organisation, in place of the one with the same identity."""

    def remove(self, organisation_id: str) -> None:
        """Take an organisation away; nothing happens where it is not there."""
