"""Packs of instruments and trusted publishers in the vault, encrypted and backed up with the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.talk_tables import instrument_pack, talk_run, trusted_publisher
from iq_desktop.usecases.instrument_ports import TakenPack, TrustedPublisher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_PACK, _PUBLISHER = codec_of(TakenPack), codec_of(TrustedPublisher)


class VaultPacks:
    """The port `PackShelf` on cases.db; changes stand in the journal."""

    def __init__(self, database: Database, pen: JournalPen) -> None:
        self._database = database
        self._pen = pen

    def packs(self) -> Sequence[TakenPack]:
        """Return what was taken in, by code and version."""
        columns = [instrument_pack.c[name] for name in _PACK.columns]
        order = (instrument_pack.c.code, instrument_pack.c.version)
        with self._database.reading() as connection:
            return tuple(_PACK.from_row(row) for row in connection.execute(select(*columns).order_by(*order)))

    def content(self, code: str, version: str) -> bytes:
        """Return the exact content of a pack; raises KeyError."""
        found = select(instrument_pack.c.content).where(_is_pack(code, version))
        with self._database.reading() as connection:
            content: bytes | None = connection.execute(found).scalar_one_or_none()
        if content is None:
            raise KeyError(f"{code} {version}")
        return content

    def put(self, pack: TakenPack, content: bytes) -> None:
        """Keep a pack; the same code and version again replaces it."""
        cells = dict(zip(_PACK.columns, _PACK.to_row(clean_value(pack)), strict=True))
        added = upsert(instrument_pack).values({**cells, "content": content})
        whole = added.on_conflict_do_update(index_elements=["code", "version"], set_={**cells, "content": content})
        with self._database.writing() as connection:
            connection.execute(whole)
            self._pen.note(connection, "pack_taken", None, cells)

    def remove(self, code: str, version: str) -> None:
        """Give a pack up."""
        with self._database.writing() as connection:
            connection.execute(delete(instrument_pack).where(_is_pack(code, version)))
            self._pen.note(connection, "pack_removed", None, {"code": code, "version": version})

    def runs_with(self, code: str, version: str) -> int:
        """Return how many runs were made with a version."""
        counted = select(func.count()).where(talk_run.c.instrument == code, talk_run.c.version == version)
        with self._database.reading() as connection:
            return connection.execute(counted).scalar_one()

    def publishers(self) -> Sequence[TrustedPublisher]:
        """Return whom the centre trusts, by name."""
        columns = [trusted_publisher.c[name] for name in _PUBLISHER.columns]
        with self._database.reading() as connection:
            found = [_PUBLISHER.from_row(row) for row in connection.execute(select(*columns))]
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def trust(self, publisher: TrustedPublisher) -> None:
        """Trust a publisher from now on."""
        cells = dict(zip(_PUBLISHER.columns, _PUBLISHER.to_row(clean_value(publisher)), strict=True))
        added = upsert(trusted_publisher).values(cells)
        with self._database.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["key"], set_=cells))
            self._pen.note(connection, "publisher_trusted", None, cells)

    def distrust(self, key: str) -> None:
        """Trust a publisher no more."""
        with self._database.writing() as connection:
            connection.execute(delete(trusted_publisher).where(trusted_publisher.c.key == key))
            self._pen.note(connection, "publisher_distrusted", None, {"key": key})


def _is_pack(code: str, version: str) -> ColumnElement[bool]:
    return (instrument_pack.c.code == code) & (instrument_pack.c.version == version)
