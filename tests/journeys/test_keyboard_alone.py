"""An hour without a mouse: unlock, begin a case, take down who it is, find it again in another spelling, print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from iq_desktop.ui.shell.places import CASE
from tests.journeys.conftest import PASSWORD
from tests.support.journey import as_seen, paper_lines
from tests.support.keyboard import ALT, CTRL, Keyboard, MouseWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from tests.support.journey import Office


@pytest.fixture
def mouse(qapp: QApplication) -> Iterator[MouseWatch]:
    """What the mouse does meanwhile; it shall do nothing."""
    watch = MouseWatch(qapp)
    yield watch
    watch.stop()


def test_an_hour_by_keyboard_alone(office: Office, mouse: MouseWatch) -> None:
    keys = Keyboard(office)
    unlock(keys)
    begin_a_case(keys)
    tell_who_it_is(keys)
    talk_about_contact(keys)
    find_it_again(keys)
    print_the_profile(keys)
    assert mouse.events == 0


def test_a_mouse_would_be_seen(desk: Office, mouse: MouseWatch) -> None:
    desk.press("Fälle")
    assert mouse.events > 0


def unlock(keys: Keyboard) -> None:
    """The cursor stands in the password already."""
    keys.go_to("Passwort")
    keys.write(PASSWORD)
    keys.press(Qt.Key.Key_Return)
    keys.office.sit_down()
    keys.office.at_work.settle()


def begin_a_case(keys: Keyboard) -> None:
    """Everything can be reached by its name; the panel asks four things."""
    keys.open_by_name("neuer fall")
    keys.choose("Wie hat die Person zu uns gefunden?", "Persönliche Empfehlung")
    keys.fill("Welche Sprache spricht die Person am besten?", "Arabisch")
    keys.choose("Übersetzt jemand?", "Dolmetscherin oder Dolmetscher")
    keys.choose("Was möchte die Person?", "Arbeit finden")
    keys.push("Fall beginnen")
    assert keys.office.case.contact.client_language == "ar"
    assert keys.office.window.case_view.page_name == "person"


def tell_who_it_is(keys: Keyboard) -> None:
    """Go to the first field by its name, to the others by Tab."""
    keys.open_by_name("familienn")
    keys.fill("Familienname", "Muhammad")
    keys.fill("Vornamen", "Yusuf")
    keys.fill("Familienname in eigener Schrift", "محمد")
    keys.fill("Vornamen in eigener Schrift", "يوسف")
    keys.open_by_name("geburtsd")
    keys.fill("Geburtsdatum", "1988")
    client = keys.office.case.client
    assert (client.full_name, client.family_name_own_script) == ("Muhammad, Yusuf", "محمد")
    assert client.birth is not None
    assert client.birth.year == 1988


def talk_about_contact(keys: Keyboard) -> None:
    """A page has a key; a mistake is taken back with Ctrl+Z, and the window shows where."""
    keys.press(Qt.Key.Key_1, ALT)
    keys.choose("Gesprächsform", "Persönlich")
    keys.open_by_name("in den worten")
    keys.fill("In den Worten der Person", "Ich möchte wieder arbeiten.")
    keys.press(Qt.Key.Key_5, ALT)
    keys.press(Qt.Key.Key_Z, CTRL)
    assert keys.office.window.case_view.page_name == "contact"
    assert keys.office.sees("Rückgängig gemacht: In den Worten der Person")
    keys.press(Qt.Key.Key_Y, CTRL)
    assert keys.office.case.contact.concern_in_words == "Ich möchte wieder arbeiten."


def find_it_again(keys: Keyboard) -> None:
    """From another area, in another spelling; Esc first leads back to where one was."""
    number = keys.office.case.number
    keys.press(Qt.Key.Key_2, CTRL)
    keys.press(Qt.Key.Key_K, CTRL)
    keys.write("egal")
    keys.press(Qt.Key.Key_Escape)
    assert keys.office.window.spot.place == "cases"
    keys.open_by_name("Mohamed Jusuf")
    assert keys.office.window.spot.place == CASE
    assert keys.office.case.number == number


def print_the_profile(keys: Keyboard) -> None:
    """The paper has a key as well; F1 tells them all."""
    keys.press(Qt.Key.Key_F1)
    assert keys.office.sees("Strg+P")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_P, CTRL)
    keys.push("Drucken")
    words = "\n".join(paper_lines(keys.office.ask.printed[-1]))
    assert "Yusuf Muhammad" in words
    assert as_seen("يوسف محمد") in words
