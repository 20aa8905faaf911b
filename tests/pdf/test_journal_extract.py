"""Who saw or changed what, on paper: every entry in its order, with the check code at the foot of each page."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from iq_desktop.documents.blocks import Document, Facts, Listing, Sentences, Typed
from iq_desktop.documents.journal_extract import TITLE, ExtractLine, JournalExtract, make_journal_extract
from iq_desktop.documents.occasion import Occasion
from iq_desktop.domain.journal import read_code
from iq_desktop.wording.text import as_it_is, say
from tests.pdf.reading import read_page_words
from tests.pdf.samples import a_printer, invented
from tests.support.fakes import ADVISER, CENTRE
from tests.support.tongues import english

CODE = "417-9F3A-27C0-51BE"
OCCASION = Occasion(CENTRE, ADVISER, dt.date(2026, 11, 3))


def a_line(number: int = 1, details: int = 1) -> ExtractLine:
    place = as_it_is("Place")
    told = tuple(say("{label}: {old} → {new}", label=place, old="Köln", new=f"Berlin {one}") for one in range(details))
    return ExtractLine(as_it_is(f"03.11.2026, 09:{number:02}"), "A. Krüger", as_it_is(f"Case changed {number}"), told)


def an_extract(count: int = 3, details: int = 1) -> Document:
    lines = tuple(a_line(number, details) for number in range(count))
    made = make_journal_extract(JournalExtract("2026-0147", "Layla Al-Masri", lines), OCCASION)
    return replace(made, journal_code=CODE)


def test_every_entry_is_a_row_in_its_order() -> None:
    document = an_extract()
    (listing,) = [block for block in document.blocks if isinstance(block, Listing)]
    assert [row[0] for row in listing.rows] == [a_line(number).moment for number in range(3)]
    assert all(isinstance(row[1], Typed) and row[1].words == "A. Krüger" for row in listing.rows)
    assert document.title == TITLE
    assert sum(listing.widths) == pytest.approx(1)


def test_an_empty_journal_says_so_and_a_nameless_case_has_no_name() -> None:
    nameless = replace(OCCASION, centre=replace(CENTRE, name=""))
    document = make_journal_extract(JournalExtract("2026-0147", "", ()), nameless)
    assert any(isinstance(block, Sentences) for block in document.blocks)
    assert not any(isinstance(line, Typed) for line in document.lines_below_title)
    since = make_journal_extract(JournalExtract("2026-0147", "", (), dt.date(2026, 11, 1)), OCCASION)
    (facts,) = [block for block in since.blocks if isinstance(block, Facts)]
    assert facts.rows[-1][0] == say("Since")


def test_a_long_entry_is_cut_and_says_how_much_is_missing() -> None:
    printed = a_printer().print_document(an_extract(1, details=60), english(), None)
    words = " ".join(" ".join(read_page_words(printed)).split())
    assert "Berlin 39" in words
    assert "Berlin 40" not in words
    assert "and 20 more" in words


@pytest.mark.parametrize("client", [None, "ar", "uk"])
def test_the_check_code_stands_at_the_foot_of_every_page_and_can_be_typed_again(client: str | None) -> None:
    document = an_extract(90)
    printed = a_printer().print_document(document, english(), invented(client) if client else None)
    pages = read_page_words(printed)
    assert len(pages) > 1
    for page in pages:
        assert CODE in page
    assert read_code(f"Journal {CODE}").printed == CODE


def test_a_paper_without_a_code_has_no_line_for_it() -> None:
    document = replace(an_extract(), journal_code="")
    assert "Journal" not in "\n".join(read_page_words(a_printer().print_document(document, english(), None)))
