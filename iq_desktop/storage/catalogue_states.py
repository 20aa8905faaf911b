"""Which catalogues are there: their states as rows, with texts for people as JSON of message and values."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.imports import CatalogueKind, CatalogueState, Skipped
from iq_desktop.storage.reference_tables import catalogue
from iq_desktop.wording.text import CountryName, LanguageName, Month, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection


def save_state(connection: Connection, state: CatalogueState) -> None:
    """Keep the state of a catalogue; the one it had before is replaced."""
    cells = {
        "kind": state.kind.value,
        "id": state.id,
        "version": state.version,
        "taken_in_on": state.taken_in_on.isoformat(),
        "counts": _dump([[_plain(what), count] for what, count in state.counts]),
        "skipped": _dump([[_plain(one.reason), one.count, one.first_line] for one in state.skipped]),
        "notice": _dump(_plain(state.notice)),
        "published_on": state.published_on.isoformat() if state.published_on else None,
    }
    connection.execute(upsert(catalogue).values(cells).on_conflict_do_update(index_elements=["kind", "id"], set_=cells))


def list_states(connection: Connection) -> tuple[CatalogueState, ...]:
    """Return the states of all catalogues in the order of their kinds."""
    order = {kind.value: at for at, kind in enumerate(CatalogueKind)}
    rows = connection.execute(select(catalogue)).all()
    return tuple(_state(row) for row in sorted(rows, key=lambda row: (order[row.kind], row.id)))


def has_states(connection: Connection) -> bool:
    """Return whether any catalogue is there."""
    return connection.execute(select(catalogue.c.id).limit(1)).first() is not None


def _state(row: Any) -> CatalogueState:
    return CatalogueState(
        kind=CatalogueKind.of(row.kind),
        id=row.id,
        version=row.version,
        taken_in_on=dt.date.fromisoformat(row.taken_in_on),
        counts=tuple((_text(what), count) for what, count in json.loads(row.counts)),
        skipped=tuple(Skipped(_text(reason), count, line) for reason, count, line in json.loads(row.skipped)),
        notice=_text(json.loads(row.notice)),
        published_on=dt.date.fromisoformat(row.published_on) if row.published_on else None,
    )


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return a text or one of its values as plain JSON: each kind of value is marked by its name."""
    if isinstance(value, Text):
        values = [[name, _plain(inner)] for name, inner in value.values]
        return {"text": value.message, "values": values, "plural": value.plural, "count": value.count}
    if isinstance(value, Month):
        return {"month": [value.year, value.month]}
    if isinstance(value, LanguageName | CountryName):
        return {"language" if isinstance(value, LanguageName) else "country": value.code}
    if isinstance(value, dt.date | Decimal):
        return {"day" if isinstance(value, dt.date) else "decimal": str(value)}
    return value


def _text(plain: Any) -> Text:
    values = tuple((name, _value(inner)) for name, inner in plain["values"])
    return Text(plain["text"], values, plain["plural"], plain["count"])


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    if "text" in plain:
        return _text(plain)
    ((kind, content),) = plain.items()
    return _VALUES[kind](content)


_VALUES: Final[Mapping[str, Callable[[Any], Any]]] = {
    "month": lambda pair: Month(*pair),
    "language": LanguageName,
    "country": CountryName,
    "day": dt.date.fromisoformat,
    "decimal": Decimal,
}
