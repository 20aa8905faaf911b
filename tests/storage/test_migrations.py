"""The migrated schema is the declared one, migrations are all or nothing, and Alembic stays out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from iq_desktop.storage.engine import Database, create_database
from iq_desktop.storage.key_slots import make_root_key
from iq_desktop.storage.migrations.schema import (
    CASES,
    REFERENCE,
    Schema,
    alembic_config,
    check_revision,
    find_revision,
    migrate,
)
from iq_desktop.storage.tables import metadata, reference_metadata

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
