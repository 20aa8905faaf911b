"""An agreement beside Arabic: goals and steps, signed on the turned screen, printed with the lines, changed, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iq_desktop.domain.agreement import Signer, SigningWay, agreement_words, valid_signatures
from tests.journeys.conftest import PASSWORD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from iq_desktop.ui.client_view.question_pane import QuestionPane
    from tests.support.journey import Office


def turn(office: Office) -> QuestionPane:
    """Turn the screen, and return what the client sees."""
    office.keys(Qt.Key.Key_F9)
    stage = office.window.place.stage
    assert stage is not None
    assert stage.place is not None
    assert stage.is_turned
    stage.place.resize(1366, 768)
    office.at_work.settle()
    return stage.place.pane


def turn_back(office: Office) -> None:
    """Hold the key until the adviser's screen is back."""
    stage = office.window.place.stage
    assert stage is not None
    assert stage.place is not None
    QApplication.sendEvent(stage.place, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier))
    office.at_work.until(lambda: not stage.is_turned, "the adviser's screen")
    office.at_work.settle()


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
    pane = turn(office)
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
    turn_back(office)
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
