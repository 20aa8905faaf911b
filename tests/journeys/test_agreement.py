"""An agreement beside Arabic: goals and steps, signed on the turned screen, printed with the lines, changed, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from iq_desktop.domain.agreement import Signer, SigningWay, agreement_words, valid_signatures
from tests.journeys.conftest import PASSWORD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.support.journey import Office


def draw(field: QWidget) -> None:
    """Sign with the mouse, as a finger does."""
    places = [QPoint(field.width() * x // 100, field.height() * y // 100) for x, y in ((10, 30), (40, 80), (80, 20))]
    QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(field, place)
    QTest.mouseRelease(field, Qt.MouseButton.LeftButton, pos=places[-1])


def test_an_agreement_is_signed_on_the_turned_screen_and_a_later_change_is_seen(desk: Office) -> None:
    office = desk
    office.press("Fälle")
    office.begin_case("Arbeitgeber", "Arabisch", "Dolmetscherin oder Dolmetscher", "Zeigen, was ich kann")
    office.press("Vereinbarung")
    office.press("Erste Vereinbarung eintragen")
    office.fill("Was vereinbart wurde", "Zeugnisse mitbringen")
    office.fill("Auf Arabisch", "أحضري الشهادات")
    office.press("Am Bildschirm unterschreiben")
    pane = office.turn()
    told = pane.view.signing.agreed.accessibleName()
    assert "أحضري الشهادات" in told
    assert "Zeugnisse mitbringen" in told
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    office.at_work.settle()
    assert pane.heading.ours.text() == "Sind Sie einverstanden? Bitte unterschreiben Sie hier."
    draw(pane.view.signing.field)
    QTest.mouseClick(pane.next_button, Qt.MouseButton.LeftButton)
    office.at_work.settle()
    assert not pane.next_button.isVisible()
    office.turn_back()
    (signature,) = office.case.signatures
    assert (signature.signer, signature.way, signature.language) == (Signer.CLIENT, SigningWay.ON_SCREEN, "ar")
    assert signature.words == agreement_words(office.case)
    office.press("Zurück zur Vereinbarung")
    paper = "\n".join(office.print_document("Unsere Vereinbarung", "Deutsch und Arabisch"))
    assert "Unterschrieben am" in paper
    office.press("Vereinbarung")
    office.fill("Was vereinbart wurde", "Zeugnisse und Lebenslauf mitbringen")
    assert valid_signatures(office.case) == ()
    written = office.case.number
    office.leave()
    office.arrive()
    office.unlock(PASSWORD)
    office.open_case(written)
    assert office.case.signatures == (signature,)
