"""The painted staircase: filled where it is sure, mirrored where one reads from the right, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from iq_desktop.domain.german_advice import ladder_to
from iq_desktop.domain.german_stairs import stairs_of
from iq_desktop.domain.language_skill import Level
from iq_desktop.ui.kit.speaking import speak_tree
from iq_desktop.ui.kit.stairs_view import StairsView, StairsWords
from iq_desktop.ui.kit.theme import colours_now
from iq_desktop.wording.text import say
from tests.support.builders import TODAY
from tests.support.german import a_learner, the_german_law
from tests.support.tongues import english

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_view(qtbot: QtBot, goal: Level = Level.C1, **facts: object) -> StairsView:
    view = StairsView()
    qtbot.addWidget(view)
    stairs = stairs_of(ladder_to(the_german_law(), a_learner(**facts), TODAY, goal))
    steps = tuple(say("{count} weeks", count=step.weeks) for step in stairs.steps) if stairs else ()
    view.show_stairs(stairs, StairsWords(say("today"), steps, say("The way to {level}", level=goal.label)))
    speak_tree(view, english())
    view.resize(600, 200)
    return view


def colour(view: StairsView, x: float, y: float) -> str:
    picture = view.grab().toImage()
    return picture.pixelColor(int(picture.width() * x), int(picture.height() * y)).name()


def test_steps_rise_to_the_right(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    ground = colour(view, 0.5, 0.02)
    assert colour(view, 0.95, 0.5) == colours_now().accent_soft
    assert colour(view, 0.08, 0.3) == ground
    assert view.accessibleName() == "The way to C1"


def test_it_is_mirrored_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colour(view, 0.05, 0.5) == colours_now().accent_soft
    assert colour(view, 0.92, 0.3) == colour(view, 0.5, 0.02)


@pytest.mark.parametrize(
    "facts", [{"residence_paragraph": None, "residence_title": None}, {"home": "abroad", "residence_paragraph": None}]
)
def test_what_is_not_sure_is_not_filled_alike(qtbot: QtBot, facts: dict[str, object]) -> None:
    view = a_view(qtbot, Level.B1, **facts)
    picture = view.grab().toImage()
    row = int(picture.height() * 0.9)
    seen = {picture.pixelColor(x, row).name() for x in range(int(picture.width() * 0.3), picture.width() - 4)}
    assert colours_now().accent_soft not in seen


def test_a_narrow_picture_leaves_out_words_that_have_no_room(qtbot: QtBot) -> None:
    view = a_view(qtbot)
    view.resize(170, 200)
    assert not view.grab().isNull()


def test_without_a_ladder_nothing_is_shown(qtbot: QtBot) -> None:
    assert a_view(qtbot, Level.A1).isHidden()
