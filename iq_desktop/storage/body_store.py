"""The directory of competent bodies in the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.body import CompetentBody
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.comparison_tables import competent_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_BODY = codec_of(CompetentBody)


class VaultBodies:
    """The port `BodyShelf` on cases.db; changes stand in the journal."""

    def __init__(self, database: Database, pen: JournalPen) -> None:
        self._database = database
        self._pen = pen

    def bodies(self) -> Sequence[CompetentBody]:
        """Return all bodies by name."""
        columns = [competent_body.c[name] for name in _BODY.columns]
        with self._database.reading() as connection:
            found = [_BODY.from_row(row) for row in connection.execute(select(*columns))]
        return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))

    def put(self, body: CompetentBody) -> None:
        """Keep a body, in place of the one with the same identity."""
        with self._database.writing() as connection:
            self._pen.note(connection, "body_saved", None, _put(connection, body))

    def remove(self, body_id: str) -> None:
        """Take a body away; nothing happens where it is not there."""
        with self._database.writing() as connection:
            gone = connection.execute(delete(competent_body).where(competent_body.c.id == body_id)).rowcount
            if gone:
                self._pen.note(connection, "body_removed", None, {"id": body_id})

    def replace_all(self, bodies: Sequence[CompetentBody]) -> None:
        """Let the directory hold these bodies and no others."""
        with self._database.writing() as connection:
            connection.execute(delete(competent_body))
            for body in bodies:
                _put(connection, body)
            self._pen.note(connection, "bodies_taken", None, {"count": str(len(bodies))})


def _put(connection: Connection, body: CompetentBody) -> dict[str, object]:
    cells: dict[str, object] = dict(zip(_BODY.columns, _BODY.to_row(clean_value(body)), strict=True))
    added = upsert(competent_body).values(cells)
    connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
    return cells
