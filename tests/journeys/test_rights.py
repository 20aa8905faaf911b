"""What a person can ask for: a copy in the hand, a consent withdrawn, kept longer with a reason, erased for good."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.consent import Purpose
from iq_desktop.domain.erasure import EraseReason
from iq_desktop.domain.journal import JournalQuery
from iq_desktop.domain.keeping import KeepReason
from iq_desktop.ui.shell.places import SETTINGS
from tests.support.journey import paper_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")


def rights_of(office: Office, words: str) -> Any:
    """Open the page Rights of a case and return it."""
    office.open_case(words)
    office.press("Rechte der Person")
    office.at_work.settle()
    return office.window.case_view.pages["rights"]


def kinds(office: Office) -> list[str]:
    """Return the kinds of the newest entries of the journal of the open case."""
    journal = office.window.place.desk.journal
    return [line.kind for line in journal.window(JournalQuery(case_id=office.case.id), limit=5)]


def test_a_person_gets_a_copy_on_paper_and_as_a_file(desk: Office, tmp_path: Path) -> None:
    office = desk
    page = rights_of(office, "Yara")
    page.copy.print_button.click()
    office.at_work.settle()
    pdf = office.ask.printed[-1]
    told = " ".join(paper_lines(pdf))
    assert "Kopie aller Ihrer Daten" in told
    for words in (office.case.client.family_name, office.case.number, "Fall geöffnet", "Protokoll"):
        assert words in told
    assert kinds(office)[0] == "copy_given"
    office.ask.place_to_save = tmp_path / "copy.json"
    page.copy.file_button.click()
    office.at_work.settle()
    taken = json.loads((tmp_path / "copy.json").read_text(encoding="utf-8"))
    assert taken["cases"] == [office.case.number]
    assert any(section["name"] == "client" for section in taken["sections"])
    office.ask.place_to_save = tmp_path / "copy.pdf"
    page.copy.save_button.click()
    office.at_work.settle()
    assert "Kopie aller Ihrer Daten" in " ".join(paper_lines((tmp_path / "copy.pdf").read_bytes()))


def test_what_was_withdrawn_is_refused_at_once_with_a_sentence(desk: Office) -> None:
    office = desk
    page = rights_of(office, "Yara")
    assert Purpose.COUNSELLING in {consent.purpose for consent in office.case.consents if consent.is_valid}
    page.consents.rows[Purpose.COUNSELLING].withdraw_button.click()
    office.at_work.settle()
    assert any("Beratung" in row.text.text() for row in page.consents.stops.rows)
    before = office.case.client
    office.press("Person")
    office.fill("Ort", "Leipzig")
    office.press("Rechte der Person")
    office.at_work.settle()
    assert office.case.client == before
    assert office.window.banner.isVisible()
    assert "widerrufen" in office.window.banner.text.text()


def test_what_was_withdrawn_lies_in_the_hand_on_paper(desk: Office) -> None:
    office = desk
    page = rights_of(office, "Yara")
    assert page.consents.paper_button.isHidden()
    page.consents.rows[Purpose.COUNSELLING].withdraw_button.click()
    office.at_work.settle()
    office.press("Dokumente")
    office.at_work.settle()
    documents: Any = office.window.case_view.pages["documents"]
    assert documents.trouble.isVisible()
    documents.trouble.go_button.click()
    office.at_work.settle()
    assert page.isVisible()
    assert page.consents.paper_button.hasFocus()
    page.consents.paper_button.click()
    office.at_work.settle()
    told = " ".join(paper_lines(office.ask.printed[-1]))
    for words in ("Bestätigung Ihres Widerrufs", "Wir bearbeiten Ihren Fall nicht mehr.", office.case.number):
        assert words in told
    assert kinds(office)[0] == "paper_made"


def test_a_due_case_is_kept_longer_with_a_reason(desk: Office) -> None:
    office = desk
    vault = office.window.place.desk
    office.open_case("Yara")
    today = vault.clock.today()
    old = replace(office.case.keeping, review_on=today - dt.timedelta(days=9), reason=KeepReason.OTHER)
    office.window.open_case.change(replace(office.case, keeping=old))
    office.at_work.settle()
    office.window.go_to(SETTINGS)
    screen: Any = office.window.areas.get(SETTINGS)
    screen.show_section("privacy").refresh()
    office.at_work.settle()
    (line,) = screen.page.parts["due_reviews"].buttons
    assert office.case.number in line.accessibleName()
    line.click()
    office.at_work.settle()
    page: Any = office.window.case_view.pages["rights"]
    page.review.unfold()
    later = today + dt.timedelta(days=200)
    office.fill("Aufbewahren bis", f"{later:%d.%m.%Y}")
    reason = page.review.fields.frames["reason"].editor
    reason.committed.emit(None)
    page.review.go_on()
    assert "Warum" in page.review.note.text.text()
    reason.committed.emit(KeepReason.CLAIMS)
    page.review.go_on()
    office.at_work.settle()
    assert (office.case.keeping.review_on, office.case.keeping.reason) == (later, KeepReason.CLAIMS)
    assert vault.rights.count_due_reviews(today) == 0


def test_an_erased_person_is_nowhere_and_the_protocol_names_no_one(desk: Office) -> None:
    office = desk
    page = rights_of(office, "Yara")
    case, vault = office.case, office.window.place.desk
    erasing = page.erasing
    erasing.unfold()
    office.at_work.settle()
    assert "Das wird gelöscht" in erasing.goes.text()
    erasing.reason.editor.committed.emit(EraseReason.ASKED)
    erasing.go_on()
    assert case.number in erasing.note.text.text()
    erasing.number.editor.line.setText("2026-9999")
    erasing.go_on()
    office.at_work.settle()
    assert vault.cases.find(case.client.family_name, limit=5), "a wrong number erases nothing"
    erasing.number.editor.line.setText(case.number)
    erasing.go_on()
    office.at_work.settle()
    assert not office.window.open_case.is_open
    office.window.banner.act.click()
    office.at_work.settle()
    assert office.find_case(case.client.family_name) == []
    assert not vault.cases.find(case.client.family_name, limit=5)
    assert case.client.family_name not in office.window.windowTitle()
    told = " ".join(paper_lines(office.ask.printed[-1]))
    assert "Löschprotokoll" in told
    assert "L-2026-0001" in told
    assert case.client.family_name not in told
    assert case.number not in told
