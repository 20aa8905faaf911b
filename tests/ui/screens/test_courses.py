"""The screen Courses: every answer narrows the search; the source and its age are told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from iq_desktop.domain.course import CourseWish, TeachingForm
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.ui.shell.places import COURSES, SETTINGS
from tests.support.office import StatesReference, a_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.course import FoundCourse
    from iq_desktop.ui.screens.courses import CoursesScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office


class WishesReference(StatesReference):
    """Remembers what was searched for."""

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        self.wishes = [*getattr(self, "wishes", []), wish]
        return super().find_courses(wish, limit=limit, today=today)


@pytest.fixture
def reference() -> WishesReference:
    return WishesReference(states=(a_state(),))


@pytest.fixture
def desk(desk: Desk, reference: WishesReference) -> Desk:
    from dataclasses import replace

    return replace(desk, reference=reference)


@pytest.fixture
def courses(office: Office) -> CoursesScreen:
    screen: CoursesScreen = office.go_to(COURSES)  # type: ignore[assignment]  # made under this name
    return screen


def test_everything_is_listed_and_the_source_is_told(courses: CoursesScreen) -> None:
    assert courses.count.text() == "9 courses"
    assert courses.source.text() == "Course catalogue as of Nov 3, 2026, taken in on Nov 3, 2026"
    assert courses.course.title.accessibleName() == "Beschwerdemanagement im Verkauf"


def test_every_answer_narrows_the_search(office: Office, courses: CoursesScreen, reference: WishesReference) -> None:
    courses.words.line.insert("Verkauf")
    courses.words.line.textEdited.emit("Verkauf")
    courses.words.line.setModified(True)
    office.until(lambda: not courses._pause.isActive())
    courses.postal_code.line.insert("12043")
    courses.postal_code.line.setModified(True)
    courses.postal_code.flush()
    courses.within._commit(25.0)
    courses.start.line.insert("1.1.27")
    courses.start.line.setModified(True)
    courses.start.flush()
    courses.form._commit(TeachingForm.ONLINE)
    office.settle()
    assert reference.wishes[-1] == CourseWish("Verkauf", "12043", 25.0, dt.date(2027, 1, 1), TeachingForm.ONLINE)
    assert {found.course.form for found in courses.table.rows} == {TeachingForm.ONLINE}


def test_the_distance_is_shown_only_where_one_can_tell_it(office: Office, courses: CoursesScreen) -> None:
    assert courses.table.isColumnHidden(3)
    courses.postal_code._commit("12043")
    office.settle()
    assert not courses.table.isColumnHidden(3)
    assert courses.table.row_model.words(0, 3) == "1 km"


def test_the_chosen_course_is_told_whole(office: Office, courses: CoursesScreen) -> None:
    courses.table.selectRow(1)
    office.settle()
    assert courses.course.title.text() == "Warenwirtschaft und Inventur"
    assert courses.course.parts["how_much"][1].text() == "100 lessons of 45 minutes · free of charge"
    assert not courses.course.parts["what"][0].isVisible()


def test_nothing_found_says_what_to_try(office: Office, courses: CoursesScreen, reference: WishesReference) -> None:
    reference.courses = ()
    courses.refresh()
    office.settle()
    assert courses.table._empty.isVisible()
    assert courses.course.hint.isVisible()


def test_without_a_catalogue_one_is_led_to_the_settings(
    office: Office, courses: CoursesScreen, reference: WishesReference
) -> None:
    reference.states = ()
    courses.refresh()
    office.settle()
    assert courses.empty.isVisible()
    courses.empty.act.click()
    office.settle()
    assert office.window.spot.place == SETTINGS


def test_the_starter_pack_is_told_apart_from_a_catalogue(
    office: Office, courses: CoursesScreen, reference: WishesReference
) -> None:
    reference.states = (a_state(kind=CatalogueKind.STARTER),)
    courses.refresh()
    office.settle()
    assert courses.table.isVisible()
    assert courses.source.text().startswith("From the starter pack")


def test_where_there_is_little_room_a_course_takes_the_place_of_the_list(
    office: Office, courses: CoursesScreen
) -> None:
    office.window.resize(960, 540)
    office.settle()
    assert not courses.course.isVisible()
    courses.table.selectRow(1)
    courses.table.setFocus()
    office.press(Qt.Key.Key_Return)
    assert courses.course.isVisible()
    assert not courses.table.isVisible()
    office.press(Qt.Key.Key_Escape)
    assert courses.table.isVisible()
    assert not courses.back.isVisible()
