"""A recognition from the application to the objection: noted day by day, told on Today, in the head and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iq_desktop.domain.procedure import StepKind as Step
from iq_desktop.ui.screens.parts.line_button import LineButton
from tests.support.procedures import day

if TYPE_CHECKING:
    from tests.support.journey import Office

SECTION = "procedures_section"


def note(office: Office, on: str, what: str) -> None:
    """Note what happened on a day."""
    office.fill("An welchem Tag", on)
    office.press(what, SECTION)
    office.at_work.settle()


def lines_of_today(office: Office) -> list[str]:
    """Return the lines of the page Today."""
    office.press("Heute")
    office.at_work.settle()
    return [line.accessibleName() for line in office.window.findChildren(LineButton) if line.isVisible()]


def test_a_recognition_from_the_application_to_the_objection(desk: Office) -> None:
    office = desk
    office.open_case("Haddad")
    office.press("Anerkennung")
    office.press("Anerkennung", SECTION)
    office.fill("Zuständige Stelle", "IHK FOSA")
    note(office, "01.06.2026", "Antrag eingereicht")
    office.press("Der Zuschuss wurde heute beantragt", SECTION)
    note(office, "15.06.2026", "Unterlagen nachgefordert")
    note(office, "29.06.2026", "Unterlagen nachgereicht")
    note(office, "29.06.2026", "Unterlagen vollständig")
    # three months from 29 June end on Tuesday 29 September; today is 3 November
    assert office.sees("bis 29.09.2026")
    note(office, "15.09.2026", "Frist verlängert")
    assert [step.kind for step in office.case.procedure_steps] == [
        Step.APPLICATION_SENT,
        Step.PAPERS_ASKED,
        Step.PAPERS_HANDED_IN,
        Step.COMPLETE,
        Step.EXTENDED,
    ]
    note(office, "12.10.2026", "Bescheid: abgelehnt")
    # a month from 12 October ends on Thursday 12 November
    assert office.window.case_view.header.clock.button.text().startswith("Widerspruch oder Klage · bis 12.11.2026")
    wanted = [line for line in lines_of_today(office) if line.startswith("Frist für Widerspruch oder Klage endet")]
    assert wanted == [
        f"Frist für Widerspruch oder Klage endet: IHK FOSA, Haddad, Samir · Fall {office.case.number}, 12.11.2026"
    ]
    office.press(wanted[0])
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Widerspruch eingelegt"
    plan = office.print_document("Förderplan")
    assert any("12.11.2026" in line for line in plan)
    assert any("IHK FOSA" in line for line in plan)
    office.press("Anerkennung")
    note(office, "03.11.2026", "Widerspruch eingelegt")
    assert office.case.procedure_steps[-1].day == day("2026-11-03")
    assert not [line for line in lines_of_today(office) if line.startswith("Frist für Widerspruch")]


def test_the_dates_of_a_case_leave_without_a_name(desk: Office) -> None:
    office = desk
    office.open_case("Haddad")
    office.press("Anerkennung")
    office.press("Anerkennung", SECTION)
    note(office, "01.10.2026", "Antrag eingereicht")
    office.press("Der Zuschuss wurde heute beantragt", SECTION)
    office.ask.place_to_save = office.paths.logs.parent / "IQ.ics"
    office.press("Termine als Kalenderdatei", SECTION)
    office.at_work.settle()
    written = office.ask.place_to_save.read_text(encoding="utf-8")
    # one month from Thursday 1 October ends on Sunday 1 November, so Monday 2 November
    assert "DTSTART;VALUE=DATE:20261102" in written
    assert "Haddad" not in written
    assert office.case.number in written
