"""The states of rule packs in the vault, encrypted and backed up with the cases; none is ever changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.rule_tables import rule_pack
from iq_desktop.usecases.rule_ports import KeptPack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_PACK = codec_of(KeptPack)


class VaultRules:
    """The port `RuleShelf` on cases.db; changes stand in the journal."""

    def __init__(self, database: Database, pen: JournalPen) -> None:
        self._database = database
        self._pen = pen

    def kept(self) -> Sequence[KeptPack]:
        """Return all states, by code and step."""
        columns = [rule_pack.c[name] for name in _PACK.columns]
        chosen = select(*columns).order_by(rule_pack.c.code, rule_pack.c.step)
        with self._database.reading() as connection:
            return tuple(_PACK.from_row(row) for row in connection.execute(chosen))

    def content(self, code: str, step: int) -> bytes:
        """Return the exact bytes of a state; raises KeyError."""
        found = select(rule_pack.c.content).where(rule_pack.c.code == code, rule_pack.c.step == step)
        with self._database.reading() as connection:
            content: bytes | None = connection.execute(found).scalar_one_or_none()
        if content is None:
            raise KeyError(f"{code} {step}")
        return content

    def put(self, pack: KeptPack, content: bytes) -> None:
        """Keep one more state."""
        cells = dict(zip(_PACK.columns, _PACK.to_row(clean_value(pack)), strict=True))
        with self._database.writing() as connection:
            connection.execute(insert(rule_pack).values({**cells, "content": content}))
            self._pen.note(connection, "rules_changed", None, cells)
