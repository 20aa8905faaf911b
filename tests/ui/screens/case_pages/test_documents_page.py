"""The page Documents, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.usecases.printing import DOCUMENT_KINDS
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.full_cases import a_usual_case, an_empty_case

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.screens.case_pages.conftest import Office


class _NoSuchLetterError(IqError):
    """A letter that no font has, in the family name."""

    def __init__(self) -> None:
        self.field = say("Family name")
        super().__init__(
            say("In “Family name” stands a character that no font can draw."), say("Write it another way.")
        )


def test_the_paper_is_made_in_both_languages_and_shown_from_memory(office: Office) -> None:
    page = office.open("documents")
    document, adviser, client = office.printer.documents[-1]
    assert document.title.message == "Competence profile"
    assert (adviser, client) == ("de", "ar")
    assert page.paper.document.pageCount() == 1
    assert page.print_button.isEnabled()


def test_the_slip_in_german_alone(office: Office) -> None:
    page = office.open("documents")
    office.click(page.choice.kinds[DOCUMENT_KINDS[1]])
    office.click(page.choice.single)
    document, adviser, client = office.printer.documents[-1]
    assert document.title.message == DOCUMENT_KINDS[1].title.message
    assert (adviser, client) == ("de", None)


def test_a_client_without_a_known_language_gets_one_language_and_the_page_says_why(office: Office) -> None:
    page = office.open("documents", an_empty_case())
    assert not page.choice.paired.isEnabled()
    assert page.choice.why.text() == "The language of the person is not known yet (page Contact)."


def test_the_paper_follows_the_case_but_not_a_mere_save(office: Office) -> None:
    page = office.open("documents")
    count = len(office.printer.documents)
    page.show_case(replace(office.case, revision=office.case.revision + 1))
    office.settle()
    assert len(office.printer.documents) == count
    client = replace(office.case.client, family_name="Haddad")
    office.open_case.change(office.case.with_client(client))
    office.settle()
    assert len(office.printer.documents) == count + 1


def test_printing_is_noted_in_the_journal(office: Office) -> None:
    page = office.open("documents")
    office.click(page.print_button)
    assert office.ask.printed[0].startswith(b"%PDF")
    assert office.cases.journal == [("print", "case-1", "competence-profile")]
    assert office.banner.told == ["Sent to the printer: Competence profile"]


def test_a_file_is_saved_where_the_adviser_wants(office: Office, tmp_path: Path) -> None:
    page = office.open("documents")
    office.click(page.save_button)
    assert office.cases.journal == [], "the person changed their mind"
    office.ask.place_to_save = tmp_path / "profil.pdf"
    office.click(page.save_button)
    assert (tmp_path / "profil.pdf").read_bytes().startswith(b"%PDF")
    assert office.cases.journal == [("save", "case-1", "competence-profile")]


def test_a_folder_that_is_gone_is_told_and_nothing_noted(office: Office, tmp_path: Path) -> None:
    page = office.open("documents")
    office.ask.place_to_save = tmp_path / "gone" / "profil.pdf"
    office.click(page.save_button)
    assert office.banner.told == ["The file “profil.pdf” cannot be written."]
    assert office.cases.journal == []


def test_a_missing_letter_leads_to_its_field(office: Office) -> None:
    office.printer.refusal = _NoSuchLetterError()
    page = office.open("documents", a_usual_case())
    assert page.trouble.isVisible()
    assert page.trouble.go_button.text() == "To the field"
    assert not page.print_button.isEnabled()
    with office.bot.waitSignal(page.page_wanted) as wanted:
        office.click(page.trouble.go_button)
    assert wanted.args == ["person", "family_name"]


def test_the_paper_stays_in_sight_while_the_choice_is_scrolled(office: Office) -> None:
    page = office.open("documents", width=920, height=560)
    bar = page.scroll_area.verticalScrollBar()
    whole = page.paper.size()
    assert bar.maximum() > 0
    assert page.paper.visibleRegion().boundingRect().size() == whole
    bar.setValue(bar.maximum())
    office.settle()
    assert page.paper.visibleRegion().boundingRect().size() == whole
