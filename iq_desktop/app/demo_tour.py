"""The last scenes of the demo hour: courses, settings, and every screen in other languages, colours and sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from iq_desktop.app.camera import LAPTOP
from iq_desktop.app.demo_case import open_page
from iq_desktop.app.demo_trust import go_to_section
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand


def look_for_courses(stage: Stage, hand: Hand) -> None:
    """Search the catalogue by words and distance."""
    hand.press(say("Courses"))
    stage.camera.shoot(hand, "courses")
    hand.fill(say("Words"), "Deutsch")
    hand.fill(say("Postal code"), "04107")
    stage.camera.shoot(hand, "courses found")


def look_at_settings(stage: Stage, hand: Hand) -> None:
    """Look at settings and catalogues, then switch to English and dark at once."""
    go_to_section(hand, "mine")
    stage.camera.shoot(hand, "settings")
    hand.press("English")
    hand.press(say("Dark"))
    stage.camera.shoot(hand, "settings english dark")


def take_tours(stage: Stage, hand: Hand) -> None:
    """Visit every screen in English and dark, and in German with large words in high contrast."""
    _tour(stage, hand, "en dark", LAPTOP, 1)
    hand.press(say("Settings"))
    hand.press("Deutsch")
    hand.press(say("High contrast"))
    hand.press("200 %")
    _tour(stage, hand, "de contrast words 200", LAPTOP, 1)


def _tour(stage: Stage, hand: Hand, name: str, size: QSize, ratio: int) -> None:
    shoot = stage.camera.shoot
    for place in (say("Today"), say("Cases"), say("Courses"), say("Settings")):
        hand.press(place)
        shoot(hand, f"{name} {place.message}", size, ratio)
    hand.press(say("Cases"))
    hand.press(say("New case"))
    shoot(hand, f"{name} new case", size, ratio)
    hand.press(say("Cancel"))
    _open_first_case(hand)
    for page in CASE_PAGES:
        open_page(hand, page.name)
        shoot(hand, f"{name} {page.name}", size, ratio)


def _open_first_case(hand: Hand) -> None:
    hand.search(say("Name in any spelling, case number, place or telephone"), "Dabbagh")
    hand.key(Qt.Key.Key_Return, at=hand.field(say("Name in any spelling, case number, place or telephone")))
    hand.settle()
