"""Every field of the domain has its column, and every column says what stands in it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.centre import Adviser, Centre, DeskSettings
from iq_desktop.domain.course import CourseOffer
from iq_desktop.storage import case_tables, centre_tables, list_tables
from iq_desktop.storage.case_line import CaseLine
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.codec import codec_of
from iq_desktop.storage.columns import Privacy
from iq_desktop.storage.migrations.schema import CASES, REFERENCE, Schema, migrate
from iq_desktop.storage.reference_tables import course
from iq_desktop.storage.tables import VIRTUAL_TABLES, metadata, reference_metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import MetaData, Table

TABLES = [*metadata.tables.values(), *reference_metadata.tables.values()]
_PARTS = codec_of(CaseFile).parts
HOMES: list[tuple[type[Any], Table]] = [
    (CaseFile, case_tables.case_file),
    *((_PARTS[name].kind, table) for name, table in PART_TABLES.items()),
    (Centre, centre_tables.centre),
    (Adviser, centre_tables.adviser),
    (DeskSettings, centre_tables.desk_settings),
    (CourseOffer, course),
]
_OF_A_CLIENT = {Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK}


@pytest.mark.parametrize(("kind", "table"), HOMES, ids=lambda one: getattr(one, "__name__", None))
def test_every_field_has_a_column_that_may_be_empty_where_the_field_may(kind: type[Any], table: Table) -> None:
    codec = codec_of(kind)
    assert set(codec.columns) <= set(table.columns.keys())
    optional = {field.name for field in fields(kind) if "None" in str(field.type)}
    for name in codec.columns:
        assert table.c[name].nullable is (name in optional), f"{table.name}.{name}"


def test_every_part_of_a_case_has_a_table_that_goes_with_its_case() -> None:
    assert set(PART_TABLES) == set(_PARTS)
    for name, table in PART_TABLES.items():
        (parent,) = table.foreign_keys
        assert parent.column is case_tables.case_file.c.id
        assert parent.ondelete == "CASCADE"
        assert ("position" in table.c) is _PARTS[name].several


def test_the_line_of_a_case_has_a_column_for_each_of_its_words() -> None:
    assert {field.name for field in fields(CaseLine)} | {"line"} == set(list_tables.case_line.columns.keys())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_what_stands_in_it(table: Table) -> None:
    for column in table.columns:
        assert isinstance(column.info.get("class"), Privacy), f"{table.name}.{column.name}"


def test_nothing_about_a_client_stands_among_the_catalogues() -> None:
    found = {column.info["class"] for table in reference_metadata.tables.values() for column in table.columns}
    assert not found & _OF_A_CLIENT


def test_what_is_about_a_client_hangs_on_a_case() -> None:
    for table in metadata.tables.values():
        if {column.info["class"] for column in table.columns} & _OF_A_CLIENT:
            keys = set(table.columns.keys()) | {column.target_fullname for column in table.foreign_keys}
            assert keys & {"case_id", "revision", "journal.seq", "case_line.line"}, table.name


@pytest.mark.parametrize(
    ("schema", "declared"), [(CASES, metadata), (REFERENCE, reference_metadata)], ids=["cases", "reference"]
)
def test_search_indexes_are_migrated_as_declared(tmp_path: Path, schema: Schema, declared: MetaData) -> None:
    from iq_desktop.storage.engine import create_database
    from iq_desktop.storage.key_slots import make_root_key

    database = create_database(tmp_path / "some.db", make_root_key())
    try:
        migrate(database, schema)
        with database.reading() as connection:
            migrated = (
                connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql LIKE '%fts5%'").scalars().all()
            )
            options = (
                connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE sql LIKE '%STRICT%'").scalars().all()
            )
    finally:
        database.close()
    wanted = [words for words in VIRTUAL_TABLES[schema.name] if "CREATE" in words]
    assert sorted(map(_tidy, migrated)) == sorted(map(_tidy, wanted))
    strict = {table.name for table in declared.tables.values() if table.dialect_options["sqlite"]["strict"]}
    assert set(options) == strict


def _tidy(words: str) -> str:
    return "".join(words.split())
