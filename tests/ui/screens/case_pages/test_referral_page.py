"""The page Referral, as an adviser uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.domain.referral import ReferralKind, ReferralState
from tests.support.full_cases import an_empty_case

if TYPE_CHECKING:
    from tests.ui.screens.case_pages.conftest import Office


def test_a_course_is_found_by_words_and_referred_to(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    office.type(page.new.search.line, "Deutsch Beruf")
    office.bot.waitUntil(lambda: page.new.search.popup is not None and page.new.search.popup.isVisible())
    office.press(page.new.search.line, Qt.Key.Key_Return)
    referral = office.stored.referrals[0]
    assert (referral.kind, referral.state) == (ReferralKind.COURSE, ReferralState.PLANNED)
    assert referral.course == "demo/0"
    assert not page.empty.isVisible()


def test_a_body_is_named(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    line = page.new.fields.frames["recipient"].editor.line
    office.type(line, "Handwerkskammer Köln")
    office.press(line, Qt.Key.Key_Return)
    referral = office.stored.referrals[0]
    assert (referral.recipient, referral.kind) == ("Handwerkskammer Köln", ReferralKind.COMPETENT_BODY)
    assert line.text() == ""


def test_nothing_is_added_without_a_name(office: Office) -> None:
    page = office.open("referral", an_empty_case())
    office.click(page.new.add_button)
    assert office.cases.saves == []
    assert page.new.fields.frames["recipient"].editor.isAncestorOf(page.focusWidget())


def test_the_state_changes_with_its_mark(office: Office) -> None:
    page = office.open("referral")
    row = page.referrals.rows["referral-1"]
    assert row.mark.kind == "info"
    box = row.fields.frames["state"].editor.box
    box.setCurrentIndex(box.findText("Refused"))
    box.activated.emit(box.currentIndex())
    assert office.stored.referrals[0].state is ReferralState.REFUSED
    assert row.mark.kind == "danger"


def test_the_newest_stands_first_and_removal_can_be_undone(office: Office) -> None:
    page = office.open("referral")
    assert page.referrals.rows["referral-2"].y() < page.referrals.rows["referral-1"].y()
    office.click(page.referrals.rows["referral-2"].remove)
    assert [one.id for one in office.stored.referrals] == ["referral-1"]
    assert "Handwerkskammer Berlin" in office.banner.told[-1]
    assert office.banner.act is not None
    office.banner.act()
    assert len(office.stored.referrals) == 2


def test_the_letter_is_one_press_away(office: Office) -> None:
    page = office.open("referral")
    asked: list[tuple[str, str]] = []
    page.page_wanted.connect(lambda *wanted: asked.append(wanted))
    office.click(page.referrals.rows["referral-1"].letter)
    assert asked == [("documents", "referral-letter/referral-1")]
    page = office.open("documents")
    page.go_to("referral-letter/referral-1")
    assert (page.choice.kind.name, page.choice.part) == ("referral-letter", "referral-1")
    page.go_to("referral-letter/referral-2")
    assert page.choice.part == "referral-2"
    page.go_to("what-we-agreed")
    assert (page.choice.kind.name, page.choice.part) == ("what-we-agreed", "")
