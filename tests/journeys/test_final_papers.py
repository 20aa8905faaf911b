"""A draft becomes a document that holds: numbered, locked, printed again as it was, replaced, and proved genuine."""

from __future__ import annotations

import re
import tempfile
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.ui.shell.places import SETTINGS
from tests.journeys.conftest import PASSWORD
from tests.support.journey import paper_lines

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.journey import Office

pytestmark = pytest.mark.usefixtures("rooms_when_visited")

CODE = re.compile(r"Nummer (B-\d{4}-\d{4}) vom .*Prüfcode (\d+(?:-[0-9A-F]{4}){3})")


def page(office: Office) -> Any:
    return office.window.case_view.page


def look_up(office: Office, words: str) -> str:
    """Type a code or a number into the settings and return the answer."""
    office.window.go_to(SETTINGS)
    screen: Any = office.window.areas.get(SETTINGS)
    screen.show_section("journal")
    office.at_work.settle()
    card = screen.page.parts["journal_code"]
    card.code.line.setText(words)
    card.look_button.click()
    office.at_work.settle()
    told: str = card.answer.text()
    return told


def mark_of(lines: list[str]) -> tuple[str, str]:
    """Return number and check code of a printed paper."""
    found = next(found for line in lines if (found := CODE.search(line)))
    return found[1], found[2]


def test_a_paper_is_locked_printed_again_as_it_was_and_replaced(desk: Office) -> None:
    office = desk
    office.open_case("Yara")
    draft = office.print_document("Was wir vereinbart haben")
    assert any("Entwurf" in line for line in draft)
    assert not any(CODE.search(line) for line in draft)
    number, code = mark_of(office.finish_document("Was wir vereinbart haben"))
    first = office.ask.printed[-1]
    assert number == "B-2026-0001"
    assert not any("Entwurf" in line for line in paper_lines(first))
    office.press("Person")
    office.fill("Familienname", "Anders")
    office.press("Dokumente")
    office.press("Drucken")
    assert office.ask.printed[-1] == first, "what is locked does not follow the case"
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case("Anders")
    office.press("Dokumente")
    office.press("Fertiggestellt (1)")
    office.press("Drucken")
    assert office.ask.printed[-1] == first, "nor does it change by night"
    office.press("Der Person mitgegeben")
    assert office.sees("03.11.2026 · Der Person mitgegeben")
    second, _code = mark_of(office.finish_document("Was wir vereinbart haben"))
    assert second == "B-2026-0002"
    assert any("Anders" in line for line in paper_lines(office.ask.printed[-1]))
    assert "Es wurde durch B-2026-0002 ersetzt." in look_up(office, code)
    assert "Es ist gültig." in look_up(office, second)
    assert "Es wurde durch B-2026-0002 ersetzt." in look_up(office, f"{number} {code}"), "as a QR code says it"


def test_previews_final_papers_and_prints_leave_nothing_on_the_disk(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, scratch = desk, tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    office.open_case("Yara")
    office.print_document("Kompetenzprofil")
    page(office).paper.bar.line.setText("Kompetenz")
    office.at_work.settle()
    office.finish_document("Kompetenzprofil")
    office.press("Der Person mitgegeben")
    assert list(scratch.rglob("*")) == []
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"%PDF" not in path.read_bytes()
