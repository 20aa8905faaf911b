"""The directory of organisations in the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.organisation import Organisation
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.referral_tables import organisation as table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_ORGANISATION = codec_of(Organisation)


class VaultOrganisations:
    """The port `OrganisationShelf` on cases.db; changes stand in the journal."""

    def __init__(self, database: Database, pen: JournalPen) -> None:
        self._database = database
        self._pen = pen

    def organisations(self) -> Sequence[Organisation]:
        """Return all organisations by name."""
        columns = [table.c[name] for name in _ORGANISATION.columns]
        with self._database.reading() as connection:
            found = [_ORGANISATION.from_row(row) for row in connection.execute(select(*columns))]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def put(self, organisation: Organisation) -> None:
        """Keep an organisation, in place of the one with the same identity."""
        row = _ORGANISATION.to_row(clean_value(organisation))
        cells: dict[str, object] = dict(zip(_ORGANISATION.columns, row, strict=True))
        with self._database.writing() as connection:
            connection.execute(upsert(table).values(cells).on_conflict_do_update(index_elements=["id"], set_=cells))
            self._pen.note(connection, "organisation_saved", None, cells)

    def remove(self, organisation_id: str) -> None:
        """Take an organisation away; nothing happens where it is not there."""
        with self._database.writing() as connection:
            gone = connection.execute(delete(table).where(table.c.id == organisation_id)).rowcount
            if gone:
                self._pen.note(connection, "organisation_removed", None, {"id": organisation_id})
