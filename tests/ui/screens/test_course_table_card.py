"""A table of a partner is read, corrected and taken in; what was corrected is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.course_mapping import CourseTable, propose_mapping
from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.screens.parts.course_table_card import CourseTableCard
from iq_desktop.ui.screens.settings import SettingsScreen
from tests.support.builders import TODAY
from tests.support.memory_courses import MemoryCourseTables, MemoryMappings
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Office

HEADS = ("Titel", "Anbieter", "Ort", "Hinweis")


def card_of(office: Office) -> CourseTableCard:
    """Open the section and return its card."""
    tables = office.window.place.desk.courses.tables
    assert isinstance(tables, MemoryCourseTables)
    proposed = propose_mapping(HEADS, "liste")
    tables.tables["courses.csv"] = CourseTable("courses.csv", HEADS, (("Nähkurs", "Haus", "Bonn", "B2"),), proposed)
    screen = office.go_to("settings")
    assert isinstance(screen, SettingsScreen)
    screen.go_to("course_table")
    office.settle()
    card = screen.pages["catalogues"].parts["course_table"]
    assert isinstance(card, CourseTableCard)
    return card


def test_a_table_is_read_corrected_and_remembered(office: Office, tmp_path: Path) -> None:
    card = card_of(office)
    assert card.choose.isVisible()
    assert not card.columns.isVisible()
    card.open_file(tmp_path / "courses.csv")
    office.settle()
    assert clipped(card) == []
    assert nameless(card) == []
    assert [one.field for one in card.columns.rows] == ["title", "provider", "place", ""]
    card.columns.choose("Hinweis")
    card.field._commit("exit_level")
    office.settle()
    assert card.mapping is not None
    assert card.mapping.head_of("exit_level") == "Hinweis"
    card.columns.choose("Titel")
    card.field._commit(None)
    assert card.lack.isVisible()
    assert not card.take.isEnabled()
    card.field._commit("title")
    assert not card.lack.isVisible()
    card.name._commit("Partner 2027")
    card.take.click()
    office.settle()
    mappings = office.window.place.desk.courses.mappings
    assert isinstance(mappings, MemoryMappings)
    kept = mappings.kept[HEADS]
    assert (kept.name, kept.head_of("exit_level"), kept.kept_on) == ("Partner 2027", "Hinweis", TODAY)
    assert card.choose.isVisible()
    assert not card.columns.isVisible()


def test_what_is_no_table_says_so(office: Office, tmp_path: Path) -> None:
    card = card_of(office)
    card.open_file(tmp_path / "other.csv")
    office.settle()
    assert card.choose.isVisible()
    assert card.table is None
    assert office.window.banner.isVisible()


def test_it_can_be_given_up(office: Office, tmp_path: Path) -> None:
    card = card_of(office)
    card.open_file(tmp_path / "courses.csv")
    office.settle()
    card.give_up.click()
    assert card.table is None
    assert card.choose.isVisible()
