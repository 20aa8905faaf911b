"""The migrated schema is the declared one, migrations are all or nothing, and Alembic stays out of the way."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from iq_desktop.storage import vault as vaults
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.engine import Database, create_database
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import (
    _FOLDER,
    CASES,
    REFERENCE,
    Schema,
    alembic_config,
    check_revision,
    find_revision,
    migrate,
)
from iq_desktop.storage.tables import metadata, reference_metadata
from iq_desktop.storage.vault_header import NewerVaultError
from tests.support.builders import a_case
from tests.support.fakes import FixedClock
from tests.support.vaults import ADVISER, PASSWORD, MadeVault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import MetaData

SCHEMAS = [pytest.param(CASES, metadata, id="cases"), pytest.param(REFERENCE, reference_metadata, id="reference")]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create_database(tmp_path / "some.db", make_root_key())
    yield made
    made.close()


def full_text_tables(connection: Any) -> set[str]:
    """Return the names of the search indexes and of the tables behind them, which no metadata declares."""
    rows = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'").scalars().all()
    parts = ("data", "idx", "content", "docsize", "config")
    return {*rows, *(f"{name}_{part}" for name in rows for part in parts)}


@pytest.mark.parametrize(("schema", "declared"), SCHEMAS)
def test_the_migrated_schema_is_the_declared_one(database: Database, schema: Schema, declared: MetaData) -> None:
    migrate(database, schema)
    with database.reading() as connection:
        hidden = full_text_tables(connection)
        options = {
            "compare_type": True,
            "compare_server_default": True,
            "include_name": lambda name, kind, _parents: kind != "table" or name not in hidden,
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, declared) == []


@pytest.mark.parametrize(("schema", "declared"), SCHEMAS)
def test_the_migrated_constraints_are_the_declared_ones(database: Database, schema: Schema, declared: MetaData) -> None:
    """Alembic compares neither checks nor keys; the words of the tables do."""
    migrate(database, schema)
    with database.reading() as connection:
        migrated = inspect(connection)
        for table in declared.tables.values():
            checks = {check["name"]: check["sqltext"] for check in migrated.get_check_constraints(table.name)}
            wanted = {check.name: str(check.sqltext) for check in table.constraints if hasattr(check, "sqltext")}
            assert checks == wanted, table.name
            key = migrated.get_pk_constraint(table.name)["constrained_columns"]
            assert key == [column.name for column in table.primary_key.columns], table.name
            found = migrated.get_foreign_keys(table.name)
            parents = {(one["referred_table"], *one["constrained_columns"]) for one in found}
            declared_parents = table.foreign_key_constraints
            assert parents == {(one.referred_table.name, *one.column_keys) for one in declared_parents}, table.name


@pytest.mark.parametrize(("schema", "declared"), SCHEMAS)
def test_the_revisions_are_those_of_the_files(schema: Schema, declared: MetaData) -> None:
    assert declared is not None
    script = ScriptDirectory.from_config(alembic_config(schema))
    assert tuple(step.revision for step in reversed(list(script.walk_revisions()))) == schema.revisions
    assert script.get_heads() == [schema.newest]


@pytest.mark.parametrize("schema", [CASES, REFERENCE], ids=lambda schema: schema.name)
def test_a_migration_is_due_once(database: Database, schema: Schema) -> None:
    with database.restructuring() as connection:
        connection.exec_driver_sql("CREATE TABLE scratch (id INTEGER)")
    assert check_revision(database, schema)
    migrate(database, schema)
    assert not check_revision(database, schema)
    migrate(database, schema)
    with database.reading() as connection:
        assert find_revision(connection) == schema.newest


def test_a_migration_that_fails_leaves_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    real = command.upgrade

    def fail_late(*arguments: Any) -> None:
        real(*arguments)
        raise LookupError

    monkeypatch.setattr(command, "upgrade", fail_late)
    with pytest.raises(LookupError):
        migrate(database, CASES)
    with database.reading() as connection:
        assert not inspect(connection).get_table_names()
    monkeypatch.undo()
    migrate(database, CASES)


TOMORROW = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{name}", "{before}", None, None


def upgrade():
    op.add_column("{table}", sa.Column("of_tomorrow", sa.Text, nullable=False, server_default="new"))
    op.execute("CREATE TABLE tomorrow (id TEXT NOT NULL, CONSTRAINT pk_tomorrow PRIMARY KEY (id)) STRICT")
"""


def test_a_vault_of_today_is_opened_by_the_program_of_tomorrow(
    made_vault: MadeVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with vaults.open_vault(made_vault.folder, ADVISER.name, PASSWORD) as today:
        saved = VaultCases(today.cases, pen_of(today, FixedClock())).save(a_case(revision=0, number=""))
    folder = tmp_path / "migrations"
    shutil.copytree(_FOLDER, folder)
    rooms = []
    for (file, purpose, schema), table in zip(vaults.ROOMS, ("client", "course"), strict=True):
        newer = Schema(schema.name, (*schema.revisions, "9999"))
        words = TOMORROW.format(name="9999", before=schema.newest, table=table)
        (folder / "versions" / schema.name / "9999_tomorrow.py").write_text(words, "utf-8")
        rooms.append((file, purpose, newer))
    with monkeypatch.context() as patched:
        patched.setattr("iq_desktop.storage.migrations.schema._FOLDER", folder)
        patched.setattr(vaults, "ROOMS", tuple(rooms))
        with vaults.open_vault(made_vault.folder, ADVISER.name, PASSWORD) as opened:
            assert VaultCases(opened.cases, pen_of(opened, FixedClock())).get(saved.id) == saved
            with opened.cases.reading() as connection:
                assert find_revision(connection) == "9999"
                assert connection.exec_driver_sql("SELECT of_tomorrow FROM client").scalars().all() == ["new"]
            with opened.reference.reading() as connection:
                assert find_revision(connection) == "9999"
    with pytest.raises(NewerVaultError):
        vaults.open_vault(made_vault.folder, ADVISER.name, PASSWORD)


@pytest.mark.parametrize(("schema", "declared"), SCHEMAS)
def test_every_earlier_revision_becomes_the_newest(
    database: Database, schema: Schema, declared: MetaData, tmp_path: Path
) -> None:
    fresh = create_database(tmp_path / "fresh.db", make_root_key())
    migrate(fresh, schema)
    for revision in schema.revisions:
        with database.restructuring() as connection:
            command.upgrade(alembic_config(schema, connection), revision)
        with database.reading() as connection:
            assert find_revision(connection) == revision
    words = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    with database.reading() as upgraded, fresh.reading() as made:
        assert upgraded.exec_driver_sql(words).all() == made.exec_driver_sql(words).all()
        assert set(declared.tables) <= set(inspect(upgraded).get_table_names())
    fresh.close()
