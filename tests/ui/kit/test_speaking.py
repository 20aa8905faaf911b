"""Widgets keep their texts and speak them in the language of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSpacerItem, QVBoxLayout, QWidget

from iq_desktop.ui.kit.speaking import (
    SpeakingAction,
    SpeakingButton,
    SpeakingLabel,
    TwoTongueLabel,
    find_tongue,
    speak_part,
    speak_tree,
)
from iq_desktop.wording.text import as_it_is, say
from iq_desktop.wording.tongue import load_tongue

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.ui.kit.theme import Theme
    from iq_desktop.wording.tongue import Tongue
    from tests.ui.kit.conftest import Stage

LONG_ARABIC = "هل يمكنك استقبال الزبون بلطف وتسجيل طلبه؟ " * 6


def test_one_walk_speaks_everything_again(stage: Stage, german: Tongue) -> None:
    page = QWidget()
    label, button = SpeakingLabel(say("Family name"), parent=page), SpeakingButton(say("Family name"), parent=page)
    action = SpeakingAction(say("Family name"), page)
    stage.show(page)
    assert label.text() == button.text() == action.text() == "Family name"
    speak_tree(page, german)
    assert label.text() == button.text() == action.text() == button.accessibleName() == "Familienname"


class Crowd(QWidget):
    """Gives a place in a layout among its children, as Qt does where an address is used again."""

    def children(self) -> list[QObject]:
        place: Any = QSpacerItem(8, 8)
        return [place, *super().children()]


def test_what_comes_under_a_wrong_name_is_passed_over(stage: Stage, german: Tongue) -> None:
    page = Crowd()
    label = SpeakingLabel(say("Family name"), parent=page)
    stage.show(page)
    speak_tree(page, german)
    assert label.text() == "Familienname"


def test_a_label_speaks_a_new_text_at_once(stage: Stage) -> None:
    label = stage.show(SpeakingLabel(as_it_is("one")))
    label.show_text(as_it_is("two"))
    assert label.text() == "two"


def test_a_part_added_later_speaks_like_its_surroundings(stage: Stage, german: Tongue) -> None:
    page = stage.show(QWidget())
    speak_tree(page, german)
    label = SpeakingLabel(say("Given names"), parent=page)
    speak_part(label)
    assert label.text() == "Vornamen"
    assert find_tongue(label) is german
    assert find_tongue(None) is None


def test_a_part_added_later_follows_its_surroundings_into_another_language(stage: Stage, german: Tongue) -> None:
    page = stage.show(QWidget())
    part = QWidget(page)
    label = SpeakingLabel(say("Given names"), parent=part)
    speak_part(part)
    assert label.text() == "Given names"
    speak_tree(page, german)
    label.show_text(say("Family name"))
    assert label.text() == "Familienname"


def test_a_button_of_an_icon_alone_has_a_name(stage: Stage) -> None:
    button = stage.show(SpeakingButton(as_it_is("Print"), "icon", "print"))
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Print", "Print")


def test_an_ampersand_is_shown_and_not_swallowed(stage: Stage) -> None:
    assert stage.show(SpeakingButton(as_it_is("Open & print"))).text() == "Open && print"


def test_an_icon_takes_the_colour_of_the_scheme(stage: Stage, theme: Theme, in_dark: Theme) -> None:
    button = stage.show(SpeakingButton(as_it_is("Print"), "", "print"))
    dark = button.icon().pixmap(20, 20).toImage()
    theme.choose(type(theme.scheme).LIGHT)
    stage.settle()
    assert button.icon().pixmap(20, 20).toImage() != dark
    assert in_dark is theme


def test_the_client_reads_from_the_right(stage: Stage, project_folder: Path) -> None:
    label = stage.show(TwoTongueLabel(as_it_is("Frage"), load_tongue("ar", project_folder / "translations")))
    assert label.ours.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert label.theirs.layoutDirection() is Qt.LayoutDirection.RightToLeft
    label.show_client_tongue(None)
    assert label.theirs.isHidden()


def test_no_line_of_arabic_is_cut_off(stage: Stage, project_folder: Path) -> None:
    page = QWidget()
    lines = QVBoxLayout(page)
    label = TwoTongueLabel(as_it_is(LONG_ARABIC), load_tongue("ar", project_folder / "translations"))
    lines.addWidget(label)
    lines.addStretch(1)
    stage.show(page, 420, 900)
    assert label.theirs.height() >= label.theirs.heightForWidth(label.theirs.width())
    assert label.theirs.heightForWidth(label.theirs.width()) > 3 * label.fontMetrics().height()
