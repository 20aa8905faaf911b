"""The scenes of the demo hour about trust: backups, journal, rights of a person, every section of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from iq_desktop.app.demo_case import open_client, open_page
from iq_desktop.ui.screens.parts.drill_card import DrillCard
from iq_desktop.ui.screens.parts.rights_copy_card import CopyCard
from iq_desktop.usecases.setting_sections import SETTING_SECTIONS
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.app.demo_stage import Stage
    from iq_desktop.app.hand import Hand

_TALL: Final = QSize(1366, 1200)
_SECTIONS: Final = {section.name: section.title for section in SETTING_SECTIONS}


def see_who_saw(stage: Stage, hand: Hand) -> None:
    """Look at the journal of the case, and give the person an extract on paper."""
    open_client(hand, "Dabbagh")
    open_page(hand, "journal")
    stage.camera.shoot(hand, "journal of the case")
    stage.ask.next_name = "who-saw-what-de-ar.pdf"
    hand.press(say("Save as PDF …"))


def give_rights(stage: Stage, hand: Hand) -> None:
    """Hand a person the copy of all data, on paper and as a file."""
    open_page(hand, "rights")
    stage.camera.shoot_whole(hand, "rights of the person")
    copy = next(hand.visible(CopyCard))
    stage.ask.next_name = "copy-of-all-data-de-ar.pdf"
    hand.press(say("Save as PDF …"), inside=copy)
    stage.ask.next_name = "copy-of-all-data.json"
    hand.press(say("Save for taking along …"), inside=copy)
    stage.camera.shoot(hand, "copy handed over")


def make_backups(stage: Stage, hand: Hand) -> None:
    """Choose a second place, back up, and try whether everything would come back."""
    go_to_section(hand, "backups")
    stage.camera.shoot(hand, "backups before the first")
    stick = stage.paths.vault.parent / "stick"
    stick.mkdir(exist_ok=True)
    stage.ask.next_source = stick
    hand.press(say("Choose a folder"))
    hand.press(say("Back up now"))
    hand.press(say("Try it now"), inside=next(hand.visible(DrillCard)))
    stage.camera.shoot_whole(hand, "backups made and tried")
    stage.ask.next_source = None
    if not list(stick.rglob("*.iqbackup")):
        stage.camera.problems.append("backups: none lies in the second place")


def look_at_sections(stage: Stage, hand: Hand) -> None:
    """Look at every other section of the settings; have the journal checked, and see who may do what."""
    for name in _SECTIONS:
        if name in {"mine", "backups"}:
            continue
        go_to_section(hand, name)
        if name == "journal":
            hand.press(say("Check now"))
        if name == "team":
            hand.press(say("Add an adviser"))
        stage.camera.shoot(hand, f"settings {name}", _TALL)


def go_to_section(hand: Hand, name: str) -> None:
    """Show a section of the settings."""
    hand.press(say("Settings"))
    hand.press(_SECTIONS[name])
