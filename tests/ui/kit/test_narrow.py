"""Where there is little room: tiles in the rail, the chosen page in sight, words shortened or parted, one edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iq_desktop.ui.kit.clipped import clipped
from iq_desktop.ui.kit.page_area import PageArea
from iq_desktop.ui.kit.page_list import PageColumn, PageList
from iq_desktop.ui.kit.radar import Axis, Radar
from iq_desktop.ui.kit.rail import NARROW_WINDOW, RAIL_WIDTH, Place, Rail
from iq_desktop.ui.kit.short_label import ShortButton, ShortLabel
from iq_desktop.ui.kit.speaking import HYPHEN, SpeakingLabel, breakable
from iq_desktop.wording.text import as_it_is

if TYPE_CHECKING:
    from tests.ui.kit.conftest import Stage

PLACES = tuple(Place(f"p{number}", as_it_is(f"Seite {number}"), "today") for number in range(12))


def test_a_narrow_rail_shows_tiles_with_names_and_finds_its_way_back(stage: Stage) -> None:
    rail = stage.show(Rail("IQ Desktop", PLACES[:4]), RAIL_WIDTH, 500)
    usual = [button.geometry() for button in rail.buttons.values()]
    rail.fit_window(NARROW_WINDOW - 1)
    stage.settle()
    assert rail.width() < RAIL_WIDTH * 2 / 3
    assert clipped(rail) == []
    tile = rail.buttons["p1"]
    went: list[str] = []
    rail.chosen.connect(went.append)
    before = tile.grab().toImage()
    stage.click(tile)
    assert went == ["p1"]
    assert tile.grab().toImage() != before
    rail.choose("p0")
    rail.fit_window(NARROW_WINDOW)
    rail.resize(RAIL_WIDTH, 500)
    stage.settle()
    assert [button.geometry() for button in rail.buttons.values()] == usual
    assert clipped(rail) == []


def test_a_low_rail_scrolls_to_where_one_is(stage: Stage) -> None:
    rail = stage.show(Rail("IQ Desktop", PLACES), RAIL_WIDTH, 360)
    rail.choose("p11")
    stage.settle()
    last = rail.buttons["p11"]
    assert not last.visibleRegion().isEmpty()


def test_the_chosen_page_is_in_sight(stage: Stage) -> None:
    pages = PageList(PLACES)
    column = stage.show(PageColumn(pages), 260, 220)
    stage.settle()
    for name in ("p11", "p0", "p6"):
        pages.choose(name)
        stage.settle()
        button = pages.buttons[name]
        top = button.mapTo(column.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= column.viewport().height() - button.height()


@pytest.mark.parametrize("count", [3, 8, 12])
@pytest.mark.parametrize("width", [230, 420, 800])
def test_the_radar_names_every_axis(stage: Stage, width: int, count: int) -> None:
    long_name = "Donaudampfschifffahrtsgesellschaften in schwierigen Lagen beraten und begleiten"
    radar = Radar()
    radar.show_axes([Axis(as_it_is(f"{long_name} {number}"), 1, 2) for number in range(count)])
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(radar)
    stage.show(page, width, 200)
    stage.settle()
    picture, names = radar._places()
    assert names.bottom() <= radar.height()
    assert picture.height() > 150
    assert radar.height() >= radar._names_height(names.width())


def test_words_that_may_be_short_are_told_whole(stage: Stage) -> None:
    page = QWidget()
    row = QHBoxLayout(page)
    label, button = (
        ShortLabel("heading"),
        ShortButton(as_it_is("Ein ziemlich langer Vorschlag zum Übernehmen"), "plain"),
    )
    label.show_words("von und zu Donaudampfschifffahrt, Maria-Magdalena")
    row.addWidget(label)
    row.addWidget(button)
    stage.show(page, 360, 80)
    assert page.width() == 360
    assert clipped(page) == []
    assert label.toolTip() == label.accessibleName() == label.text()
    assert button.toolTip() == button.accessibleName() == button.text()


def test_a_long_word_is_parted_with_a_hyphen_and_a_code_without(stage: Stage) -> None:
    word = "Rechtsschutzversicherungsgesellschaften"
    assert breakable(word).replace(HYPHEN, "") == word
    assert HYPHEN in breakable(word)
    assert HYPHEN not in breakable("AB12" * 12)
    assert breakable("Beratungsstelle") == "Beratungsstelle"
    label = stage.show(SpeakingLabel(as_it_is(word)), 150, 120)
    assert clipped(label) == []


def test_the_head_ends_where_the_parts_end(stage: Stage) -> None:
    page, head, inside = QWidget(), QHBoxLayout(), QWidget()
    end = QLabel("Gespeichert")
    head.addStretch(1)
    head.addWidget(end)
    lines = QVBoxLayout(inside)
    lines.setContentsMargins(0, 0, 0, 0)
    part = QLabel("Karte")
    lines.addWidget(part)
    outside = QVBoxLayout(page)
    outside.addLayout(head)
    outside.addWidget(PageArea(inside, head, page))
    stage.show(page, 400, 300)
    for height in (40, 2000, 40):
        part.setFixedHeight(height)
        stage.settle()
        edges = [each.mapTo(page, QPoint(each.width(), 0)).x() for each in (end, part)]
        assert edges[0] == edges[1]
