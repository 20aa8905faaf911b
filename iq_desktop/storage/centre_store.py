"""The centre, its advisers and what they have set, in the vault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from iq_desktop.domain.centre import Adviser, Centre, DeskSettings, Logo
from iq_desktop.domain.role import Role
from iq_desktop.storage.centre_tables import adviser, centre, centre_logo, desk_settings
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.codec import codec_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    from iq_desktop.storage.engine import Database
    from iq_desktop.storage.journal_pen import JournalPen

_CENTRE, _ADVISER, _SETTINGS = codec_of(Centre), codec_of(Adviser), codec_of(DeskSettings)


class VaultCentre:
    """The port `CentreStore` on cases.db; changes stand in the journal."""

    def __init__(self, database: Database, pen: JournalPen) -> None:
        self._database = database
        self._pen = pen

    def centre(self) -> Centre:
        """Return the centre; an empty one where none was saved yet."""
        row = self._first(centre, {"id": 1}, _CENTRE.columns)
        return _CENTRE.from_row(row) if row else Centre()

    def save_centre(self, new: Centre) -> None:
        """Save the centre."""
        self._save(
            centre, {"id": 1}, dict(zip(_CENTRE.columns, _CENTRE.to_row(clean_value(new)), strict=True)), "centre_saved"
        )

    def logo(self) -> Logo | None:
        """Return the picture of the letterhead, or None."""
        row = self._first(centre_logo, {"id": 1}, ("content", "width", "height"))
        return Logo(*row) if row else None

    def save_logo(self, logo: Logo | None) -> None:
        """Keep the picture of the letterhead in the place of the one before, or give it up."""
        old = self.logo()
        if logo == old:
            return
        size = "" if logo is None else f"{logo.width} x {logo.height}"
        was = "" if old is None else f"{old.width} x {old.height}"
        with self._database.writing() as connection:
            connection.execute(delete(centre_logo))
            if logo is not None:
                cells = {"content": logo.content, "width": logo.width, "height": logo.height}
                connection.execute(centre_logo.insert().values(id=1, **cells))
            self._pen.note(connection, "logo_saved", None, {"logo": (was, size)})

    def advisers(self) -> Sequence[Adviser]:
        """Return the advisers by name."""
        with self._database.reading() as connection:
            return tuple(sorted(_read_advisers(connection), key=lambda one: one.name.casefold()))

    def save_adviser(self, new: Adviser) -> None:
        """Save an adviser with name and role; nothing happens where the vault already says so."""
        with self._database.writing() as connection:
            self._keep_adviser(connection, new)

    def sign_in(self, me: Adviser, holders: Sequence[Adviser]) -> Adviser:
        """Return who sits down at the desk, with the role that the vault holds; `holders` are who can open it.

        The name becomes the one by which it was opened. Where nobody of them is responsible, as in a vault of the time
        before roles, the one who came first becomes it, trainees last.
        """
        with self._database.writing() as connection:
            known = {one.id: one for one in _read_advisers(connection)}
            people = {one.id: replace(one, role=known.get(one.id, one).role) for one in (*holders, me)}
            if not any(people[one.id].role is Role.RESPONSIBLE for one in holders):
                first = min(holders, key=lambda one: people[one.id].role is Role.TRAINEE, default=me)
                people[first.id] = replace(people[first.id], role=Role.RESPONSIBLE)
                self._keep_adviser(connection, people[first.id])
            self._keep_adviser(connection, people[me.id])
        return people[me.id]

    def settings(self, adviser_id: str) -> DeskSettings:
        """Return what an adviser has set, or the defaults."""
        row = self._first(desk_settings, {"adviser_id": adviser_id}, _SETTINGS.columns)
        return _SETTINGS.from_row(row) if row else DeskSettings()

    def save_settings(self, adviser_id: str, new: DeskSettings) -> None:
        """Save what an adviser has set."""
        cells = dict(zip(_SETTINGS.columns, _SETTINGS.to_row(new), strict=True))
        self._save(desk_settings, {"adviser_id": adviser_id}, cells, "settings_saved")

    def last_spot(self, adviser_id: str) -> str:
        """Return where an adviser was last; empty where nothing was kept."""
        row = self._first(desk_settings, {"adviser_id": adviser_id}, ("last_spot",))
        return str(row[0]) if row else ""

    def keep_spot(self, adviser_id: str, spot: str) -> None:
        """Keep where an adviser is; going from page to page is nothing for the journal."""
        begun = dict(zip(_SETTINGS.columns, _SETTINGS.to_row(DeskSettings()), strict=True))
        added = upsert(desk_settings).values({"adviser_id": adviser_id, **begun, "last_spot": spot})
        with self._database.writing() as connection:
            connection.execute(added.on_conflict_do_update(index_elements=["adviser_id"], set_={"last_spot": spot}))

    def _keep_adviser(self, connection: Connection, new: Adviser) -> None:
        """Write the row of an adviser where it differs; a change of the role has an entry of its own kind."""
        new = clean_value(new)
        old = next((one for one in _read_advisers(connection) if one.id == new.id), None)
        if new == old:
            return
        cells = {"name": new.name, "role": new.role.value}
        added = upsert(adviser).values(id=new.id, **cells)
        connection.execute(added.on_conflict_do_update(index_elements=["id"], set_=cells))
        if old is None or old.name != new.name:
            changed = {"name": (old.name if old else None, new.name)}
            self._pen.note(connection, "adviser_saved", None, {"adviser": new.id, **changed})
        if new.role is not (old.role if old else Role.ADVISER):
            roles = (old.role.value if old else None, new.role.value)
            self._pen.note(connection, "role_changed", None, {"adviser": new.id, "name": new.name, "role": roles})

    def _first(self, table: Table, key: Mapping[str, Any], columns: Sequence[str]) -> Sequence[Any] | None:
        found = select(*(table.c[name] for name in columns))
        with self._database.reading() as connection:
            return connection.execute(found.where(*(table.c[name] == cell for name, cell in key.items()))).first()

    def _save(self, table: Table, key: Mapping[str, Any], cells: Mapping[str, Any], kind: str) -> None:
        """Save one row with an entry in the journal; nothing happens where the row already says so."""
        old = self._first(table, key, tuple(cells))
        if old is not None and tuple(old) == tuple(cells.values()):
            return
        changes = {name: (old[at] if old else None, cell) for at, (name, cell) in enumerate(cells.items())}
        with self._database.writing() as connection:
            added = upsert(table).values({**key, **cells})
            connection.execute(added.on_conflict_do_update(index_elements=list(key), set_=dict(cells)))
            self._pen.note(
                connection, kind, None, {**{name: cell for name, cell in key.items() if name != "id"}, **changes}
            )


def _read_advisers(connection: Connection) -> tuple[Adviser, ...]:
    rows = connection.execute(select(*(adviser.c[name] for name in _ADVISER.columns)))
    return tuple(_ADVISER.from_row(row) for row in rows)
