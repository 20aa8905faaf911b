"""The page Documents, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.centre import Wording
from iq_desktop.domain.document_record import PaperWay
from iq_desktop.domain.keeping import Keeping, RestrictReason
from iq_desktop.usecases.printing import DOCUMENT_KINDS
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say
from tests.support.builders import TODAY
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


def finals(office: Office) -> Any:
    """Return the final papers of the desk."""
    return office.desk.finals


def test_a_draft_is_made_final_shown_and_printed_from_its_bytes(office: Office) -> None:
    page = office.open("documents")
    assert office.printer.documents[-1][0].is_draft
    office.click(page.finish_button)
    assert office.banner.told == ["Competence profile is final: B-2026-0001"]
    document = office.printer.documents[-1][0]
    assert document.final is not None
    assert not document.is_draft
    assert page.side.is_of_finals
    assert not page.finish_button.isVisible()
    assert page.print_button.hasFocus()
    drawn = len(office.printer.documents)
    office.click(page.print_button)
    assert len(office.printer.documents) == drawn
    assert office.ask.printed == [finals(office).contents[finals(office).papers[0][1].id]]
    assert [one.way for _case, one in finals(office).deliveries] == [PaperWay.PRINTED]


def test_the_list_tells_which_paper_holds_and_shows_each(office: Office) -> None:
    page = office.open("documents")
    office.click(page.finish_button)
    office.click(page.side.shelf.pills["new"])
    assert page.finish_button.isVisible()
    office.click(page.finish_button)
    assert page.side.shelf.pills["final"].text() == "Made final (2)"
    newest, oldest = (page.finals.rows.rows[told.id] for told in page.finals.papers)
    assert newest.card.isChecked()
    assert "It was replaced by B-2026-0002." in oldest.card.accessibleDescription()
    office.click(oldest.card)
    office.click(page.print_button)
    assert office.ask.printed[-1] == finals(office).contents[oldest.told.id]
    office.click(page.side.shelf.pills["new"])
    office.click(page.side.shelf.pills["final"])
    assert page.finals.rows.rows[oldest.told.id].card.isChecked()


def test_where_a_paper_went_is_noted_and_taken_back(office: Office) -> None:
    page = office.open("documents", height=1400)
    office.click(page.finish_button)
    row = next(iter(page.finals.rows.rows.values()))
    office.click(row.given_button)
    office.type(row.recipient.line, "Chamber")
    office.click(row.sent_button)
    office.fill(row.deliveries)
    told = [one.words.text() for one in row.deliveries.rows.values()]
    assert [words.split(" · ")[1] for words in told] == ["Given to the person", "Sent: Chamber"]
    assert row.recipient.line.text() == ""
    assert office.banner.act is not None
    office.banner.act()
    office.settle()
    assert [one.way for _case, one in finals(office).deliveries] == [PaperWay.GIVEN]
    office.click(next(iter(row.deliveries.rows.values())).undo_button)
    assert finals(office).deliveries == []


def test_a_paper_sent_to_nobody_is_asked_for_a_name(office: Office) -> None:
    page = office.open("documents", height=1400)
    office.click(page.finish_button)
    office.click(next(iter(page.finals.rows.rows.values())).sent_button)
    assert office.banner.told[-1] == "To whom was it sent?"
    assert finals(office).deliveries == []


def test_no_final_paper_says_how_one_is_made(office: Office) -> None:
    page = office.open("documents")
    office.click(page.side.shelf.pills["final"])
    assert page.finals.nothing.isVisible()
    assert not page.print_button.isEnabled()
    office.click(page.side.shelf.pills["new"])
    assert page.print_button.isEnabled()


def test_the_shelf_that_is_in_sight_can_be_pressed_again(office: Office) -> None:
    page = office.open("documents")
    office.click(page.side.shelf.pills["new"])
    assert page.finish_button.isEnabled()


def test_another_case_begins_with_a_new_paper(office: Office) -> None:
    page = office.open("documents")
    office.click(page.finish_button)
    other = replace(a_usual_case(), id="case-2", number="2026-0148")
    office.cases.by_id[other.id] = other
    office.open_case.open(other)
    office.settle()
    assert not page.side.is_of_finals
    assert page.side.shelf.pills["final"].text() == "Made final"


def test_the_wording_of_the_centre_is_chosen_until_somebody_chooses_another(office: Office) -> None:
    office.desk.centres.save_centre(replace(office.desk.centres.centre(), wording=Wording.SIMPLE))
    page = office.open("documents", height=1400)
    assert page.choice.wording is Wording.SIMPLE
    office.click(page.choice.wordings[Wording.STANDARD])
    page.hide()
    page.show()
    office.settle()
    assert page.choice.wordings[Wording.STANDARD].isChecked()


def test_the_wording_is_offered_where_it_makes_a_difference(office: Office) -> None:
    page = office.open("documents", height=1400)
    for kind in DOCUMENT_KINDS:
        page.choice.choose(kind.name)
        assert page.choice.wordings[Wording.SIMPLE].isEnabled() is kind.speaks_to_client
    assert {kind.speaks_to_client for kind in DOCUMENT_KINDS} == {True, False}


def test_a_restricted_case_makes_nothing_final(office: Office) -> None:
    page = office.open("documents")
    kept = Keeping(restricted_since=TODAY, restriction=RestrictReason.DISPUTED)
    page.case = replace(office.case, keeping=kept)
    office.click(page.finish_button)
    assert finals(office).papers == []
    assert office.banner.told


def test_an_old_paper_stays_in_sight_until_the_new_one_is_there(office: Office) -> None:
    page = office.open("documents")
    page.choice.choose("life-line")
    assert page.paper.document.pageCount() == 1
    assert not page.print_button.isEnabled()
    office.settle()
    assert page.print_button.isEnabled()


def open_another(office: Office) -> None:
    """Open another case at once, while the background still works for the one before."""
    other = replace(a_usual_case(), id="case-2", number="2026-0148")
    office.cases.by_id[other.id] = other
    office.open_case.open(other)


def test_a_paper_made_final_meanwhile_is_never_shown_in_another_case(office: Office) -> None:
    page = office.open("documents")
    QTest.mouseClick(page.finish_button, Qt.MouseButton.LeftButton)
    open_another(office)
    office.settle()
    assert [case for case, _paper in finals(office).papers] == ["case-1"]
    assert not page.side.is_of_finals
    assert page.finals.papers == ()


def test_a_draft_made_meanwhile_is_never_offered_in_another_case(office: Office) -> None:
    page = office.open("documents")
    page.choice.choose("life-line")
    page.hide()
    open_another(office)
    office.settle()
    assert page.paper.document.pageCount() == 0
    assert not page.print_button.isEnabled()


def test_a_draft_of_another_case_can_no_longer_be_printed(office: Office) -> None:
    page = office.open("documents")
    page.hide()
    open_another(office)
    assert not page.print_button.isEnabled()


def test_a_draft_that_comes_late_takes_not_the_place_of_the_final_paper(office: Office) -> None:
    page = office.open("documents")
    QTest.mouseClick(page.finish_button, Qt.MouseButton.LeftButton)
    office.open_case.change(office.case.with_client(replace(office.case.client, family_name="Haddad")))
    office.settle()
    office.click(page.print_button)
    assert office.ask.printed == [finals(office).contents[finals(office).papers[0][1].id]]
