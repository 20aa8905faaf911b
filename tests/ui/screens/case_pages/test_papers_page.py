"""The page Papers, as an adviser uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.qualification import (
    EarlierApplication,
    Experience,
    Finished,
    Paper,
    PaperForm,
    PaperKind,
    Qualification,
    QualificationKind,
    Whereabouts,
    WorkPeriod,
)
from iq_desktop.ui.kit.speaking import SpeakingLabel
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from tests.ui.screens.case_pages.conftest import Office


def a_case_with_papers() -> CaseFile:
    training = Qualification(title_de="Kauffrau", country="SY", begun=PartialDate(2008), id="training")
    work = WorkPeriod(title_de="Verkäuferin", country="SY", begun=PartialDate(2011), tasks="Kasse", id="shop")
    return replace(
        a_usual_case(),
        qualifications=(training,),
        works=(work,),
        papers=(
            Paper(kind=PaperKind.CERTIFICATE, belongs_to="training", forms=(PaperForm.ORIGINAL,), id="certificate"),
            Paper(kind=PaperKind.IDENTITY, forms=(PaperForm.COPY,), id="passport"),
        ),
    )


def test_the_first_qualification_is_taken_up_and_marked_for_niq(office: Office) -> None:
    page = office.open("papers", an_empty_case())
    office.click(page.qualifications.add_button)
    (row,) = page.qualifications.rows.rows.values()
    assert not row.is_folded
    assert row.fields.frames["title_original"].editor.isAncestorOf(page.focusWidget())
    office.type(page.focusWidget(), "شهادة تجارة")
    office.press(page.focusWidget(), Qt.Key.Key_Tab)
    (stored,) = office.stored.qualifications
    assert (stored.title_original, stored.goes_to_niq) == ("شهادة تجارة", True)
    office.click(page.qualifications.add_button)
    assert [one.goes_to_niq for one in office.stored.qualifications] == [True, False]


def test_rows_are_folded_and_say_what_they_are(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = page.qualifications.rows.rows["training"]
    assert row.is_folded
    assert row.fields is None
    assert row.line.accessibleName() == "Kauffrau, from 2008 · Syria, 1 document"
    assert set(page.papers.rows.rows) == {"passport"}
    office.click(row.line)
    assert set(row.papers.rows) == {"certificate"}
    office.click(row.line)
    assert row.is_folded


def test_a_training_that_goes_on_is_told_since_when(office: Office) -> None:
    case = a_case_with_papers()
    training = replace(case.qualifications[0], finished=Finished.RUNNING)
    page = office.open("papers", replace(case, qualifications=(training,)))
    assert "since 2008" in page.qualifications.rows.rows["training"].line.accessibleName()


def test_a_document_is_added_to_its_work_and_outlives_it(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = page.works.rows.rows["shop"]
    office.click(row.line)
    office.click(row.add_paper)
    paper = office.stored.papers[-1]
    assert paper.belongs_to == "shop"
    assert not row.papers.rows[paper.id].is_folded
    office.click(row.remove)
    assert office.stored.works == ()
    assert [one.belongs_to for one in office.stored.papers] == ["training", "", ""]
    assert "Verkäuferin" in office.banner.told[-1]
    assert office.banner.act is not None
    office.banner.act()
    assert office.stored.papers[-1].belongs_to == "shop"


def test_a_work_gets_its_occupation_by_words(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = page.works.rows.rows["shop"]
    office.click(row.line)
    labels = [label.text() for label in row.body.findChildren(SpeakingLabel) if label.isVisible()]
    assert "Occupation (ESCO, KldB)" in labels
    assert "" not in labels
    office.type(row.search.line, "Verk")
    office.bot.waitUntil(lambda: row.search.popup is not None and row.search.popup.isVisible())
    office.press(row.search.line, Qt.Key.Key_Return)
    work = office.stored.works[0]
    assert work.occupation_uri
    assert work.occupation_name in row.occupation.text()


def test_an_original_that_lies_here_too_long_is_told(office: Office) -> None:
    case = a_case_with_papers()
    lying = replace(case.papers[1], whereabouts=Whereabouts.CENTRE, handed_over_on=TODAY.replace(year=TODAY.year - 1))
    page = office.open("papers", replace(case, papers=(case.papers[0], lying)))
    row = page.papers.rows.rows["passport"]
    assert row.line.line.is_urgent
    office.click(page.still_open)
    row.go_to("handed_back_on")
    assert "more than thirty days" in row.fields.frames["handed_back_on"].note.text()


def test_what_is_still_open_leads_to_its_field(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    office.click(page.still_open)
    row = page.qualifications.rows.rows["training"]
    assert not row.is_folded
    page.go_to("finished")
    assert row.fields.frames["finished"].editor.isAncestorOf(page.focusWidget())


def test_what_a_document_below_a_training_lacks_is_led_to(office: Office) -> None:
    case = a_case_with_papers()
    training = replace(
        case.qualifications[0],
        kind=QualificationKind.VOCATIONAL,
        finished=Finished.YES,
        experience=Experience.NONE,
        earlier_application=EarlierApplication.NONE,
        goes_to_niq=True,
    )
    others = tuple(replace(case.papers[0], id=f"copy_{number}") for number in range(6))
    bare = replace(case.papers[0], forms=())
    page = office.open("papers", replace(case, qualifications=(training,), papers=(*others, bare, case.papers[1])))
    assert page.still_open.text() == "1 thing still open"
    office.click(page.still_open)
    row = page.qualifications.rows.rows["training"].papers.rows["certificate"]
    assert row.fields.frames["forms"].editor.isAncestorOf(page.focusWidget())


def test_what_a_work_lacks_is_led_to_without_any_qualification(office: Office) -> None:
    case = a_case_with_papers()
    page = office.open("papers", replace(case, qualifications=(), works=(replace(case.works[0], tasks=""),)))
    page.go_to("tasks")
    assert page.works.rows.rows["shop"].fields.frames["tasks"].editor.isAncestorOf(page.focusWidget())
    page.go_to("qualifications")
    assert page.focusWidget() is page.qualifications.add_button


def test_half_typed_words_stay_when_another_part_changes(office: Office) -> None:
    page = office.open("papers", a_case_with_papers())
    row = page.works.rows.rows["shop"]
    office.click(row.line)
    editor = row.fields.frames["employer"].editor
    editor.setFocus()
    office.type(editor.line, "Laden Had")
    office.open_case.change(replace(office.case, qualifications=()))
    assert editor.line.text() == "Laden Had"
    page.flush()
    assert office.stored.works[0].employer == "Laden Had"


def test_a_result_is_asked_only_where_there_was_an_application(office: Office) -> None:
    case = a_case_with_papers()
    applied = replace(case.qualifications[0], earlier_application=EarlierApplication.EQUIVALENCE)
    page = office.open("papers", case)
    row = page.qualifications.rows.rows["training"]
    row.unfold()
    assert row.fields.frames["equivalence_result"].isHidden()
    office.open_case.change(replace(office.case, qualifications=(applied,)))
    assert not row.fields.frames["equivalence_result"].isHidden()
    assert row.fields.frames["evaluation_result"].isHidden()
