"""What was promised for a day stands on the page Today, and the line leads to the very field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from iq_desktop.ui.screens.parts.line_button import LineButton

if TYPE_CHECKING:
    from tests.support.journey import Office


def test_a_residence_title_that_ends_is_told_and_leads_to_its_date(desk: Office) -> None:
    desk.open_case("Haddad")
    desk.press("Person")
    desk.fill("Gültig bis", "08.11.2026")
    desk.press("Heute")
    desk.at_work.settle()
    number = desk.case.number
    desk.press(f"Aufenthaltstitel läuft ab, Haddad, Samir · Fall {number}, 08.11.2026")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Gültig bis"
    desk.fill("Gültig bis", "08.11.2028")
    desk.press("Heute")
    desk.at_work.settle()
    lines = [line.accessibleName() for line in desk.window.findChildren(LineButton) if line.isVisible()]
    assert not [line for line in lines if line.startswith("Aufenthaltstitel läuft ab, Haddad")]
