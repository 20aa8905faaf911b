"""Who saw what: an adviser changes and prints a case, reads its journal, and proves by a code where a paper is from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.journal import JournalQuery
from iq_desktop.ui.shell.places import SETTINGS

if TYPE_CHECKING:
    from tests.support.journey import Office

CODE = re.compile(r"Prüfcode (\d+(?:-[0-9A-F]{4}){3})")


def shown(office: Office) -> list[tuple[str, str]]:
    """Return what the page Journal says of each entry that is on the screen: what, and in short."""
    page: Any = office.window.case_view.pages["journal"]
    model = page.list.table.row_model
    return [(model.words(number, 2), model.words(number, 3)) for number in range(len(model.rows))]


def test_what_was_done_is_told_and_a_paper_proves_where_it_is_from(desk: Office) -> None:
    office = desk
    office.open_case("Yara")
    office.press("Person")
    office.fill("Ort", "Leipzig")
    lines = office.finish_document("Was wir vereinbart haben")
    (code,) = {found[1] for line in lines if (found := CODE.search(line))}
    office.press("Protokoll")
    office.at_work.settle()
    told = shown(office)
    assert ("Dokument gedruckt", "Was wir vereinbart haben") in told
    assert any(what == "Fall geändert" and "→ Leipzig" in words for what, words in told)
    assert any(what == "Fall geöffnet" for what, _ in told)
    assert told[-1][0] == "Fall angelegt"
    office.window.go_to(SETTINGS)
    screen: Any = office.window.areas.get(SETTINGS)
    screen.show_section("journal")
    office.at_work.settle()
    card = screen.page.parts["journal_code"]
    card.code.line.setText(code.lower())
    card.look_button.click()
    office.at_work.settle()
    assert "Dieses Dokument wurde hier erstellt: Was wir vereinbart haben" in card.answer.text()
    assert "B-2026-0001" in card.answer.text()
    check = screen.page.parts["journal_check"]
    check.check()
    office.at_work.settle()
    assert "Das Protokoll ist vollständig" in check.outcome.text.text()


def test_leaving_and_coming_back_leave_their_entries(desk: Office) -> None:
    office = desk
    office.leave()
    reopened = office.door.unlock(office.door.advisers()[0].id, "Öl Fenster Ziege Mond Brücke")
    kinds = [line.kind for line in reopened.journal.window(JournalQuery(), limit=3)]
    reopened.close()
    assert kinds[:2] == ["unlocked", "locked"]
