"""Every column of every table says whom it tells of, for what, how long, what a person gets of it, and how it goes."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.column_rules import About, Category, ColumnRule, Erase, Export
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.column_registry import EXCEPTIONS, STORES, TABLES, column_rules, erased_tables, exported_columns
from iq_desktop.storage.columns import Privacy
from iq_desktop.storage.final_tables import PARTS_BESIDE
from iq_desktop.storage.tables import metadata, reference_metadata
from iq_desktop.usecases.field_labels import TECHNICAL
from iq_desktop.usecases.field_words import label_of
from iq_desktop.usecases.vault_health import PART_NAMES

if TYPE_CHECKING:
    from sqlalchemy import Table

EVERY = [*metadata.tables.values(), *reference_metadata.tables.values()]
RULES = column_rules() if {table.name for table in EVERY} <= set(TABLES) else ()
_PARTS = {table.name: part for part, table in (*PART_TABLES.items(), *PARTS_BESIDE.items())}
_OF_A_CLIENT = {Privacy.PERSONAL, Privacy.SENSITIVE, Privacy.WORK}


def name_of(rule: ColumnRule) -> str:
    return f"{rule.table}.{rule.column}"


def test_every_table_has_a_line_in_the_registry() -> None:
    """A new table needs one in `storage/column_registry.py`: `OF_CASE` where it holds what belongs to a case."""
    assert {table.name for table in EVERY} == set(TABLES)


def test_every_column_has_its_rules() -> None:
    assert {name_of(rule) for rule in RULES} == {
        f"{table.name}.{column.name}" for table in EVERY for column in table.columns
    }


def test_every_exception_is_a_column_and_differs() -> None:
    plain = {(rule.table, rule.column) for rule in RULES}
    assert set(EXCEPTIONS) <= plain
    known = {field.name for field in fields(ColumnRule)}
    assert all(set(changes) <= known for changes in EXCEPTIONS.values())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs_reason], ids=name_of)
def test_what_is_not_given_out_or_stays_says_why(rule: ColumnRule) -> None:
    assert rule.reason.message


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_what_tells_of_a_client_goes_with_the_case(table: Table) -> None:
    rules = [rule for rule in RULES if rule.table == table.name]
    tells = any(column.info["class"] in _OF_A_CLIENT for column in table.columns)
    assert tells is any(rule.about is About.CLIENT and rule.category is not Category.TECHNICAL for rule in rules) or (
        table.name == "journal"
    )
    if tells:
        assert table.name in erased_tables()
        assert all(rule.erase in {Erase.WITH_CASE, Erase.VALUES} for rule in rules)


def test_what_tells_of_a_client_is_given_out_or_made_from_what_is() -> None:
    drawn = {"thumbnail", "strokes"}  # pictures that the copy has on the scan and on the agreement themselves
    rules = [rule for rule in RULES if rule.about is About.CLIENT and rule.column not in drawn]
    left_out = {rule.table for rule in rules if rule.export is Export.LEFT_OUT}
    assert left_out == {"case_line", "case_deadline", "final_content", "scan_chunk"}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.export is Export.VALUE], ids=name_of)
def test_every_value_that_a_person_gets_has_a_label(rule: ColumnRule) -> None:
    if rule.table == "case_link":
        return
    assert rule.column not in TECHNICAL
    assert label_of(_PARTS.get(rule.table, ""), rule.column).message


def test_every_table_of_a_case_has_a_title() -> None:
    assert {"case_file", *_PARTS} <= set(PART_NAMES)


def test_the_catalogues_are_about_nobody() -> None:
    names = set(reference_metadata.tables)
    assert {rule.about for rule in RULES if rule.table in names} == {About.NOBODY}


def test_what_holds_rows_together_is_given_out_as_a_code() -> None:
    assert "id" in exported_columns("qualification")
    codes = {rule.column for rule in RULES if rule.table == "qualification" and rule.export is Export.CODE}
    assert codes == {"case_id", "id", "position"}


def test_every_other_place_says_how_it_is_emptied() -> None:
    assert {store.name for store in STORES} >= {"search_index", "free_pages", "write_ahead_log", "drafts", "backups"}
    assert all(store.title.message and store.how_erased.message for store in STORES)
    assert len({store.name for store in STORES}) == len(STORES)
