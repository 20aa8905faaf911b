"""The page Journal of a case: what it shows, how it is narrowed, what leaves it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.journal import EntryGroup, JournalQuery
from tests.support.memory_journal import MemoryJournal, a_told_journal
from tests.support.memory_lists import MemoryTables

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.screens.journal_page import JournalPage
    from tests.ui.screens.case_pages.conftest import Office


@pytest.fixture
def journal(office: Office) -> MemoryJournal:
    """A journal of a morning around the case that will be open."""
    made = a_told_journal("case-1")
    office.desk = replace(office.desk, journal=made)
    return made


@pytest.fixture
def page(office: Office, journal: MemoryJournal) -> JournalPage:
    opened: JournalPage = office.open("journal")
    assert journal.lines
    return opened


def shown(page: JournalPage) -> list[str]:
    table = page.list.table
    return [table.row_model.words(number, 2) for number in range(len(table.rows))]


def test_it_shows_the_entries_of_this_case_newest_first(page: JournalPage, journal: MemoryJournal) -> None:
    assert len(page.list.table.rows) == journal.count(JournalQuery(case_id="case-1"))
    assert shown(page)[:3] == ["Journal read", "Document printed", "Document made"]
    assert shown(page)[-1] == "Case begun"
    assert page.list.count.text() == f"{len(page.list.table.rows)} entries"


def test_the_chosen_entry_is_told_in_full(office: Office, page: JournalPage) -> None:
    row = next(
        number
        for number, words in enumerate(shown(page))
        if "Family name" in page.list.table.row_model.words(number, 3)
    )
    page.list.table.selectRow(row)
    office.settle()
    assert page.list.detail.title.text() == "Case changed"
    assert "Al-Masry → Al-Masri" in page.list.detail.facts.text()
    assert "A. Krüger" in page.list.detail.about.text()
    assert page.list.detail.only_case.isHidden()


def test_it_is_narrowed_and_widened_again(office: Office, page: JournalPage) -> None:
    everything = len(page.list.table.rows)
    office.click(page.list.filter_button)
    assert page.list.filters.isVisible()
    page.list.what.committed.emit(EntryGroup.LEFT)
    office.settle()
    assert shown(page) == ["Document printed", "Document made"]
    page.list.what.committed.emit("print")
    office.settle()
    assert shown(page) == ["Document printed"]
    page.list.who.committed.emit("nobody")
    office.settle()
    assert shown(page) == []
    assert page.list.detail.title.text() == "No entry is chosen."
    office.click(page.list.clear)
    assert len(page.list.table.rows) == everything
    assert page.list.query == JournalQuery(case_id="case-1")


def test_the_extract_is_printed_in_both_languages_and_noted(
    office: Office, page: JournalPage, journal: MemoryJournal
) -> None:
    assert page.print_button.text() == "Print in German and Arabic"
    office.click(page.print_button)
    document, adviser, client = office.printer.documents[-1]
    assert (document.title.message, adviser, client) == ("Who saw or changed what", "de", "ar")
    assert document.journal_code
    assert office.ask.printed[0].startswith(b"%PDF")
    assert office.cases.journal == [("print", "case-1", "journal-extract")]
    assert office.banner.told == ["Sent to the printer: Who saw or changed what"]
    assert journal.lines[-1].payload == {"document": "journal-extract"}


def test_extract_and_table_are_saved_where_the_adviser_wants(office: Office, page: JournalPage, tmp_path: Path) -> None:
    office.click(page.save_button)
    assert office.cases.journal == [], "the person changed their mind"
    office.ask.place_to_save = tmp_path / "extract.pdf"
    office.click(page.save_button)
    assert (tmp_path / "extract.pdf").read_bytes().startswith(b"%PDF")
    office.ask.place_to_save = tmp_path / "journal.csv"
    office.click(page.export_button)
    assert isinstance(office.desk.tables, MemoryTables)
    assert len(office.desk.tables.written["journal.csv"]) > 5
    assert office.banner.told[0] == "Saved as extract.pdf"
    assert "“journal.csv”" in office.banner.told[1]


def test_coming_back_shows_what_happened_meanwhile(office: Office, page: JournalPage, journal: MemoryJournal) -> None:
    page.hide()
    journal.note("case_read", "case-1")
    page.show()
    office.settle()
    assert shown(page)[0] == "Case opened"
