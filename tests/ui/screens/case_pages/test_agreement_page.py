"""The page Agreement, as an adviser uses it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.agreement import AgreementReview, Goal, Signer
from iq_desktop.domain.ink import Ink
from iq_desktop.domain.point_picture import PointPicture
from iq_desktop.domain.referral import Who
from tests.support.builders import TODAY
from tests.support.full_cases import a_usual_case, an_empty_case, an_overfull_case

if TYPE_CHECKING:
    from iq_desktop.ui.screens.agreement_page import AgreementPage
    from iq_desktop.ui.screens.signing import SigningScreen
    from tests.ui.screens.case_pages.conftest import Office


def test_the_first_point_is_agreed(office: Office) -> None:
    page = office.open("agreement", an_empty_case())
    office.click(page.empty.act)
    row = next(iter(page.points.rows.values()))
    assert row.fields.frames["text"].editor.isAncestorOf(page.focusWidget())
    office.type(row.fields.frames["text"].editor.field, "Zeugnisse übersetzen lassen")
    office.type(row.fields.frames["due"].editor.line, "17.11.2026")
    page.flush()
    point = office.stored.agreement[0]
    assert (point.text, point.who) == ("Zeugnisse übersetzen lassen", Who.CLIENT)
    assert str(point.due) == "2026-11-17"


def test_words_in_arabic_are_written_from_the_right(office: Office) -> None:
    page = office.open("agreement")
    row = page.points.rows["p2"]
    editor = row.fields.frames["text_in_client_language"].editor
    assert row.fields.frames["text_in_client_language"].label.text() == "In Arabic"
    assert editor.field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    office.type(editor.field, "سأسأل عن الدورة")
    page.flush()
    assert office.stored.agreement[1].text_in_client_language == "سأسأل عن الدورة"


def test_no_second_language_is_asked_where_none_is_known(office: Office) -> None:
    page = office.open("agreement", an_empty_case())
    office.click(page.empty.act)
    row = next(iter(page.points.rows.values()))
    assert not row.fields.frames["text_in_client_language"].isVisible()


def test_a_point_moves_up(office: Office) -> None:
    page = office.open("agreement")
    assert not page.points.rows["p1"].up.isEnabled()
    office.click(page.points.rows["p2"].up)
    assert [point.id for point in office.stored.agreement] == ["p2", "p1"]
    assert page.points.rows["p2"].y() < page.points.rows["p1"].y()


def test_a_removed_point_comes_back_with_undo(office: Office) -> None:
    page = office.open("agreement")
    office.click(page.points.rows["p1"].remove)
    assert [point.id for point in office.stored.agreement] == ["p2"]
    assert office.banner.act is not None
    office.banner.act()
    assert [point.id for point in office.stored.agreement] == ["p1", "p2"]


def test_the_fourth_point_says_that_it_is_not_on_the_slip(office: Office) -> None:
    page = office.open("agreement", an_overfull_case())
    rows = list(page.points.rows.values())
    assert [row.not_on_slip.isVisible() for row in rows] == [False, False, False, True, True, True, True]


def sign(office: Office, page: AgreementPage) -> SigningScreen:
    """Let the person read, draw and sign on the adviser's screen."""
    office.click(page.signatures.on_screen)
    screen = page.signing.screen
    assert screen is not None
    assert not page.scroll_area.isVisible()
    office.click(screen.pane.next_button)
    field = screen.pane.view.signing.field
    field.show_ink(Ink().with_stroke([(100, 100), (400, 300), (700, 100)]))
    office.click(screen.pane.next_button)
    return screen


def test_the_person_and_the_adviser_sign_and_a_changed_word_is_told(office: Office) -> None:
    page = office.open("agreement", replace(a_usual_case(), signatures=()))
    screen = sign(office, page)
    (first,) = office.stored.signatures
    assert (first.signer, first.name) == (Signer.CLIENT, office.case.client.spoken_name)
    office.click(screen.guide.who.pills["adviser"])
    part = screen.pane.view.signing
    office.click(part.switch)
    office.type(part.name, "A. Krüger")
    office.click(part.agree)
    office.click(screen.pane.next_button)
    assert [one.signer for one in office.stored.signatures] == [Signer.CLIENT, Signer.ADVISER]
    assert screen.guide.state.text() == "Both have signed."
    office.click(screen.guide.leave)
    assert page.scroll_area.isVisible()
    assert page.signatures.state.text.text() == "Both have signed."
    row = page.points.rows["p1"]
    row.fields.frames["text"].editor.field.setPlainText("Etwas anderes")
    row.fields.frames["text"].editor.field.document().setModified(True)
    page.flush()
    office.settle()
    assert "Changed since it was signed" in page.signatures.state.text.text()
    assert {row.state.text() for row in page.signatures.rows.rows.values()} == {"Signed for an earlier version"}
    office.click(page.signatures.rows.rows[first.id].remove)
    assert len(office.stored.signatures) == 1
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.signatures) == 2


def test_who_was_refused_is_not_told_that_they_signed_and_can_try_again(office: Office) -> None:
    page = office.open("agreement", replace(a_usual_case(), signatures=()))
    office.click(page.signatures.on_screen)
    screen = page.signing.screen
    assert screen is not None
    screen.signed.disconnect()
    office.click(screen.pane.next_button)
    office.click(screen.pane.next_button)
    field = screen.pane.view.signing.field
    for _ in range(2):
        field.show_ink(Ink().with_stroke([(100, 100), (400, 300), (700, 100)]))
        told: list[object] = []
        screen.signed.connect(lambda *given, told=told: told.append(given))
        office.click(screen.pane.next_button)
        assert len(told) == 1
        assert field.isVisible()
        screen.signed.disconnect()


def test_not_now_leaves_everything_as_it_is(office: Office) -> None:
    page = office.open("agreement", replace(a_usual_case(), signatures=()))
    office.click(page.signatures.on_screen)
    screen = page.signing.screen
    assert screen is not None
    office.click(screen.pane.next_button)
    office.click(screen.pane.back_button)
    office.click(screen.pane.next_button)
    office.click(screen.pane.not_now_button)
    office.click(screen.guide.leave)
    assert office.stored.signatures == ()
    assert page.signing.is_signing is False


def test_what_was_signed_on_paper_is_noted_with_a_paper_for_the_scan(office: Office) -> None:
    page = office.open("agreement", replace(a_usual_case(), signatures=()))
    papers = len(office.case.papers)
    office.click(page.signatures.on_paper)
    assert len(office.stored.papers) == papers + 1
    assert len(office.stored.signatures) == 2
    assert {one.signed_on for one in office.stored.signatures} == {TODAY}
    empty = office.open("agreement", replace(an_empty_case(), id="empty"))
    assert not empty.signatures.on_screen.isEnabled()
    assert not empty.signatures.on_paper.isVisible()


def test_the_day_on_which_paper_was_signed_can_lie_before_and_not_ahead(office: Office) -> None:
    page = office.open("agreement", replace(a_usual_case(), signatures=()))
    card = page.signatures
    for typed in ("04.11.2026", "gestern Abend"):
        card.paper_day.editor.line.selectAll()
        office.type(card.paper_day.editor.line, typed)
        office.click(card.on_paper)
        assert office.stored.signatures == ()
        assert card.paper_day.note.isVisible()
    card.paper_day.editor.line.selectAll()
    office.type(card.paper_day.editor.line, "31.10.2026")
    office.click(card.on_paper)
    assert {str(one.signed_on) for one in office.stored.signatures} == {"2026-10-31"}
    assert card.paper_day.editor.line.text() == "03.11.2026"


def test_goals_duties_and_reviews_are_added_changed_and_brought_back(office: Office) -> None:
    page = office.open("agreement", an_empty_case())
    office.click(page.goals.add_button)
    row = next(iter(page.goals.rows.rows.values()))
    office.type(row.fields.frames["text"].editor.field, "B2 bestehen")
    page.flush()
    assert [one.text for one in office.stored.goals] == ["B2 bestehen"]
    offered, ready = next(iter(page.duties.ready.rows.items()))
    office.click(ready.take)
    assert office.stored.duties[0].text == "I come to our talks. If I cannot come, I tell you before."
    assert offered not in page.duties.ready.rows
    office.click(page.reviews.add_button)
    assert len(office.stored.reviews) == 1
    office.click(page.goals.rows.rows[row.value.id].remove)
    assert office.stored.goals == ()
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.goals) == 1


def test_what_is_done_on_a_day_to_come_is_told_at_its_field(office: Office) -> None:
    late = TODAY + dt.timedelta(days=1)
    usual = a_usual_case()
    points = (replace(usual.agreement[0], done_on=late), replace(usual.agreement[1], done_on=TODAY))
    case = replace(usual, agreement=points, goals=(Goal("Ziel", reached_on=late, id="g"),))
    page = office.open("agreement", case)
    told = [row.fields.frames["done_on"].note.text() for row in page.points.rows.values()]
    assert told == ["The day lies in the future.", ""]
    row = page.goals.rows.rows["g"]
    office.click(row.line)
    assert row.fields.frames["reached_on"].note.text() == "The day lies in the future."
    assert [one.field for one in AgreementReview(late).problems(TODAY)] == ["reviewed_on"]
    assert AgreementReview(TODAY).problems(TODAY) == ()


def test_a_goal_of_somebody_who_writes_arabic_is_written_from_the_right(office: Office) -> None:
    page = office.open("agreement")
    row = page.goals.rows.rows["g1"]
    office.click(row.line)
    frame = row.fields.frames["text_in_client_language"]
    assert frame.label.text() == "In Arabic"
    assert frame.editor.field.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_picture_is_suggested_chosen_and_left_to_the_words_again(office: Office) -> None:
    page = office.open("agreement")
    row = page.points.rows["p1"]
    assert row.picture.accessibleName() == "Picture: Papers and certificates"
    office.click(row.picture)
    office.click(row.pictures.tiles[PointPicture.MONEY])
    assert office.stored.agreement[0].picture is PointPicture.MONEY
    assert row.pictures.isHidden()
    office.click(row.picture)
    office.click(row.pictures.by_words)
    assert office.stored.agreement[0].picture is None


def test_what_is_done_leaves_the_slip_to_the_next(office: Office) -> None:
    page = office.open("agreement", an_overfull_case())
    row = page.points.rows["point-0"]
    office.type(row.fields.frames["done_on"].editor.line, "03.11.2026")
    page.flush()
    office.settle()
    rows = list(page.points.rows.values())
    assert [one.not_on_slip.isVisible() for one in rows] == [True, False, False, False, True, True, True]
    assert rows[0].not_on_slip.text() == "Done, so no longer on the slip"


def test_the_way_so_far_is_honest_about_little(office: Office) -> None:
    page = office.open("agreement")
    assert page.start.honesty.isVisible()
    told = {row.words.text(): row.told.text() for row in page.start.counts.rows.values()}
    assert told["Papers that are there"].startswith("now:")
    wanted: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda *where: wanted.append(where))
    office.click(page.start.print_out)
    office.click(page.signatures.print_out)
    assert wanted == [("documents", "start-and-end"), ("documents", "agreement")]
