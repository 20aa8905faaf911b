"""The screen Courses: every answer narrows the search, the map narrows it too, and the open case has its say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from iq_desktop.domain.course import CourseKind, CourseSort, CourseWish, FoundCourse, TeachingForm, TeachingTime
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.kept_course import OWN_CATALOGUE, OwnOffer, offer_of
from iq_desktop.ui.screens.parts.course_board import Side
from iq_desktop.ui.shell.places import COURSES, SETTINGS
from iq_desktop.usecases.course_searches import SearchKind
from tests.support.builders import several_cases
from tests.support.course_crowd import CrowdReference
from tests.support.office import a_state
from tests.ui.conftest import nameless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.ui.screens.courses import CoursesScreen
    from iq_desktop.usecases.desk import Desk
    from tests.ui.conftest import Office

HOME = "50667"


class WishesReference(CrowdReference):
    """Remembers what was searched for."""

    def find_courses(self, wish: CourseWish, *, limit: int, today: dt.date) -> Sequence[FoundCourse]:
        self.wishes = [*getattr(self, "wishes", []), wish]
        return super().find_courses(wish, limit=limit, today=today)


@pytest.fixture
def reference() -> WishesReference:
    return WishesReference(states=(a_state(),))


@pytest.fixture
def desk(desk: Desk, reference: WishesReference) -> Desk:
    return replace(desk, reference=reference)


@pytest.fixture
def courses(office: Office) -> CoursesScreen:
    screen: CoursesScreen = office.go_to(COURSES)  # type: ignore[assignment]  # made under this name
    return screen


@pytest.fixture
def with_case(office: Office) -> tuple[CoursesScreen, CaseFile]:
    """The screen while a case lies on the desk."""
    case = office.open(several_cases()[0].id)
    screen: CoursesScreen = office.go_to(COURSES)  # type: ignore[assignment]  # made under this name
    return screen, case


def ask(office: Office, courses: CoursesScreen, **changes: object) -> None:
    """Ask for something else."""
    courses.show_wish(replace(courses.wish, **changes))  # type: ignore[arg-type]  # names of its fields
    office.settle()


def the_case(office: Office) -> CaseFile:
    return office.window.open_case.case


def test_everything_is_listed_and_the_source_is_told(courses: CoursesScreen) -> None:
    assert courses.count.text() == "the first 200 of 240"
    assert courses.source.text() == "Course catalogue as of Nov 3, 2026, taken in on Nov 3, 2026"
    assert courses.board.course.title.text() == courses.board.table.rows[0].course.title


def test_a_new_list_is_shown_from_its_top_unless_a_course_was_chosen(office: Office, courses: CoursesScreen) -> None:
    table = courses.board.table
    before = table.rows[0].course.key
    ask(office, courses, sort=CourseSort.SOON)
    assert before in {found.course.key for found in table.rows[1:]}
    assert table.currentIndex().row() == 0
    assert courses.board.course.found == table.rows[0]
    chosen = table.rows[3].course.key
    table.choose(chosen)
    ask(office, courses, sort=CourseSort.CHEAP)
    current = table.current_row()
    assert current is not None
    assert current.course.key == chosen


def test_every_answer_narrows_the_search(office: Office, courses: CoursesScreen, reference: WishesReference) -> None:
    question = courses.question
    question.words.line.insert("Deutsch")
    question.words.line.setModified(True)
    question.words.line.textEdited.emit("Deutsch")
    office.until(lambda: not question.is_waiting)
    question.postal_code.line.insert(HOME)
    question.postal_code.line.setModified(True)
    question.postal_code.flush()
    question.within._commit(100.0)
    question.sort._commit(CourseSort.CHEAP)
    question.kinds.toggles[CourseKind.VOCATIONAL_GERMAN].click()
    courses.board.turn_filters()
    courses.board.filters.form.frames["starts_from"].editor._commit(dt.date(2027, 1, 1))
    courses.board.filters.form.frames["form"].editor._commit(TeachingForm.CLASSROOM)
    office.settle()
    wanted = CourseWish(
        "Deutsch",
        HOME,
        100.0,
        dt.date(2027, 1, 1),
        TeachingForm.CLASSROOM,
        kinds=(CourseKind.VOCATIONAL_GERMAN,),
        sort=CourseSort.CHEAP,
    )
    assert courses.wish == wanted
    assert wanted in reference.wishes
    assert {found.course.kind for found in courses.board.table.rows} == {CourseKind.VOCATIONAL_GERMAN}
    prices = [found.course.price for found in courses.board.table.rows if not found.is_old]
    assert prices == sorted(price for price in prices if price is not None)


def test_what_is_not_in_sight_stands_in_chips_that_take_it_away(office: Office, courses: CoursesScreen) -> None:
    assert courses.chips.isHidden()
    ask(office, courses, form=TeachingForm.ONLINE, times=(TeachingTime.EVENING,), words="Deutsch")
    assert [chip.label.text() for chip in courses.chips.chips.values()] == ["Form: Online", "In the evening"]
    assert courses.question.filters.text() == "Filters (2)"
    courses.chips.chips["form"].close_button.click()
    office.settle()
    assert courses.wish == CourseWish("Deutsch", times=(TeachingTime.EVENING,))
    courses.chips.clear_button.click()
    office.settle()
    assert courses.wish == CourseWish("Deutsch")
    assert courses.chips.isHidden()


def test_a_catalogue_can_be_chosen_and_given_back(office: Office, courses: CoursesScreen) -> None:
    courses.board.turn_filters()
    office.settle()
    panel = courses.board.filters
    assert panel.catalogue_frame.isVisible()
    name = next(iter(courses._catalogues))
    panel.catalogue._commit(name)
    office.settle()
    assert courses.wish.catalogue == name
    assert courses.question.filters.text() == "Filters (1)"
    assert "catalogue" in courses.chips.chips
    panel.form.frames["form"].editor._commit(TeachingForm.CLASSROOM)
    office.settle()
    assert courses.wish.catalogue == name, "the other filters leave it as it is"
    courses.chips.chips["catalogue"].close_button.click()
    office.settle()
    assert courses.wish.catalogue == ""
    assert panel.catalogue.box.currentText() == ""


def test_kinds_tell_how_much_they_would_find(office: Office, courses: CoursesScreen) -> None:
    toggles = courses.question.kinds.toggles
    assert toggles[CourseKind.PARTIAL].accessibleName() == "Partial qualification, 40"
    assert toggles[CourseKind.OTHER].isHidden()
    toggles[CourseKind.PARTIAL].click()
    office.settle()
    assert courses.wish.kinds == (CourseKind.PARTIAL,)


def test_the_distance_is_shown_only_where_one_can_tell_it(office: Office, courses: CoursesScreen) -> None:
    table = courses.board.table
    assert table.isColumnHidden(3)
    ask(office, courses, postal_code=HOME)
    assert not table.isColumnHidden(3)
    assert table.row_model.words(len(table.rows) - 1, 3).endswith("km")


def test_the_chosen_course_is_told_whole_and_marked_on_the_map(office: Office, courses: CoursesScreen) -> None:
    courses.board.table.selectRow(1)
    office.settle()
    found = courses.board.table.rows[1]
    assert courses.board.course.title.text() == found.course.title
    assert found.course.street in courses.board.course.parts["where"][1].text()
    assert courses.board.map.map._marked_key == found.course.postal_code


def test_an_old_offer_is_grey_and_says_why(office: Office, courses: CoursesScreen) -> None:
    ask(office, courses, kinds=(CourseKind.PARTIAL,))
    table = courses.board.table
    number = next(number for number, found in enumerate(table.rows) if found.is_old)
    table.selectRow(number)
    office.settle()
    assert courses.board.course.age.label.text() == "This course has already begun or ended."
    assert table.row_model.words(number, 4).endswith("· past")
    colour = table.row_model.data(table.row_model.index(number, 0), Qt.ItemDataRole.ForegroundRole)
    assert colour is not None
    assert table.row_model.data(table.row_model.index(0, 0), Qt.ItemDataRole.ForegroundRole) is None


def test_nothing_found_says_what_to_try(office: Office, courses: CoursesScreen) -> None:
    ask(office, courses, words="Walfang")
    assert courses.board.table._empty.isVisible()
    assert courses.board.course.hint.isVisible()
    assert courses.board.map.map._levels.is_empty
    assert courses.count.text() == "0 courses"


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
    assert courses.board.table.isVisible()
    assert courses.source.text().startswith("From the starter pack")


def test_where_there_is_little_room_a_course_takes_the_place_of_the_list(
    office: Office, courses: CoursesScreen
) -> None:
    board = courses.board
    office.window.resize(960, 540)
    office.settle()
    assert not board.course.isVisible()
    board.table.selectRow(1)
    board.table.setFocus()
    office.press(Qt.Key.Key_Return)
    assert board.course.isVisible()
    assert not board.table.isVisible()
    office.press(Qt.Key.Key_Escape)
    assert board.table.isVisible()
    assert not board.back.isVisible()


@pytest.mark.parametrize("width", [960, 1366, 1900])
def test_the_map_stands_beside_the_list_where_there_is_room(office: Office, courses: CoursesScreen, width: int) -> None:
    board = courses.board
    office.window.resize(width, 768)
    office.settle()
    assert board.map.isVisible() is (width == 1900)
    courses.question.view.click()
    office.settle()
    assert board.map.isVisible()
    assert board.table.isVisible() is (width > 960)
    assert board.course.isVisible() is (width == 1900)
    if width == 960:
        assert courses.question.view.text() == "List"
        courses.question.view.click()
        office.settle()
        assert board.table.isVisible()


def test_a_place_that_is_chosen_on_the_map_narrows_the_list(office: Office, courses: CoursesScreen) -> None:
    courses.go_to("map")
    office.settle()
    shown = courses.board.map.map
    shown.setFocus()
    cluster = shown._current
    assert cluster is not None
    office.press(Qt.Key.Key_Return)
    assert courses.wish.postal_codes == cluster.keys
    assert {found.course.postal_code for found in courses.board.table.rows} <= set(cluster.keys)
    assert len(courses.board.table.rows) == cluster.count
    assert list(courses.chips.chips) == ["postal_codes"]
    office.press(Qt.Key.Key_Escape)
    assert courses.wish.postal_codes == ()
    assert shown._levels.count == 240


def test_the_places_can_be_read_as_a_list(office: Office, courses: CoursesScreen) -> None:
    courses.go_to("map")
    office.settle()
    part = courses.board.map
    part.as_list.click()
    office.settle()
    assert part.list.isVisible()
    assert sum(cluster.count for cluster in part.list.rows) == 240
    part.list.selectRow(0)
    office.press(Qt.Key.Key_Return)
    assert courses.wish.postal_codes == part.list.rows[0].keys
    part.as_list.click()
    assert part.map.isVisible()


def test_three_courses_are_compared_side_by_side(office: Office, courses: CoursesScreen) -> None:
    board = courses.board
    assert board.tray.isHidden()
    for number in range(4):
        board.table.selectRow(number)
        office.settle()
        board.course.compare.click()
        office.settle()
    assert len(courses.acts.compared) == 3
    assert office.window.banner.isVisible()
    board.tray.button.click()
    office.settle()
    assert board.comparison.isVisible()
    assert not courses.question.isVisible()
    assert len(board.comparison.columns) == 3
    board.comparison.columns[0].drop.click()
    office.settle()
    assert len(board.comparison.columns) == 2
    board.comparison.back.setFocus()
    office.press(Qt.Key.Key_Escape)
    assert board.table.isVisible()
    assert courses.question.isVisible()


def test_without_a_case_nothing_can_be_kept_and_the_reason_is_told(courses: CoursesScreen) -> None:
    course = courses.board.course
    assert not course.keep.isVisible()
    assert not course.refer.isVisible()
    assert course.caseless.isVisible()
    assert courses.for_case.isHidden()


def test_an_opened_case_brings_its_home(office: Office, with_case: tuple[CoursesScreen, CaseFile]) -> None:
    courses, case = with_case
    assert courses.wish.postal_code == case.client.postal_code != ""
    ask(office, courses, postal_code=HOME)
    office.open(several_cases()[1].id)
    office.go_to(COURSES)
    assert courses.wish.postal_code == HOME


def test_a_course_is_kept_noted_found_again_and_let_go(
    office: Office, with_case: tuple[CoursesScreen, CaseFile]
) -> None:
    courses, _case = with_case
    view, key = courses.board.course, courses.board.table.rows[0].course.key
    view.keep.click()
    office.settle()
    assert [one.course for one in the_case(office).kept_courses] == [key]
    assert view.keep.text() == "Kept"
    view.note.line.insert("Plätze erfragt")
    view.note.line.setModified(True)
    view.note.flush()
    office.settle()
    assert the_case(office).kept_courses[0].note == "Plätze erfragt"
    courses.for_case.kept.click()
    office.settle()
    assert [found.course.key for found in courses.board.table.rows] == [key]
    assert "given" in courses.chips.chips
    view.keep.click()
    office.settle()
    assert the_case(office).kept_courses == ()
    office.window.banner.act.click()
    office.settle()
    assert the_case(office).kept_courses[0].note == "Plätze erfragt"


def test_a_press_refers_and_can_be_taken_back(office: Office, with_case: tuple[CoursesScreen, CaseFile]) -> None:
    courses, case = with_case
    found = courses.board.table.rows[0]
    courses.board.course.refer.click()
    office.settle()
    assert the_case(office).referrals[-1].course == found.course.key
    assert courses.board.course.refer.text() == "Referred"
    assert not courses.board.course.refer.isEnabled()
    office.window.banner.act.click()
    office.settle()
    assert the_case(office).referrals == case.referrals
    assert courses.board.course.refer.isEnabled()


@pytest.mark.parametrize("kind", list(SearchKind))
def test_a_case_has_its_searches(office: Office, with_case: tuple[CoursesScreen, CaseFile], kind: SearchKind) -> None:
    courses, case = with_case
    courses.for_case.searches[kind].click()
    office.settle()
    assert courses.wish.postal_code == case.client.postal_code
    if kind is SearchKind.SKILLS:
        assert "given" in courses.chips.chips
    else:
        assert courses.wish.kinds
        assert {found.course.kind for found in courses.board.table.rows} <= set(courses.wish.kinds)
        assert courses.board.table.rows


def test_nothing_of_a_case_stays_when_it_is_gone(office: Office, with_case: tuple[CoursesScreen, CaseFile]) -> None:
    courses, _case = with_case
    office.until(lambda: office.window.is_prepared)
    office.window.steering.leave_erased_case()
    office.settle()
    assert courses.wish == CourseWish()
    assert courses.for_case.isHidden()


def test_an_offer_of_a_partner_is_entered_changed_and_removed(office: Office, courses: CoursesScreen) -> None:
    courses.own_button.click()
    office.settle()
    own = courses.board.own
    assert own.isVisible()
    own.add_button.click()
    row = next(iter(own.rows.rows.values()))
    editor = row.fields.frames["title"].editor
    editor.line.insert("Nähkurs im Nachbarschaftshaus")
    editor.line.setModified(True)
    editor.flush()
    office.settle()
    stored = office.window.place.desk.courses.own.offers()
    assert [one.title for one in stored] == ["Nähkurs im Nachbarschaftshaus"]
    assert stored[0].entered_on is not None
    next(iter(own.rows.rows.values())).remove.click()
    office.settle()
    assert office.window.place.desk.courses.own.offers() == []
    office.window.banner.act.click()
    office.settle()
    assert len(office.window.place.desk.courses.own.offers()) == 1
    own.done.click()
    assert not own.isVisible()


def test_an_own_offer_is_marked_as_own(office: Office, courses: CoursesScreen, reference: WishesReference) -> None:
    offer = offer_of(OwnOffer("Nähkurs", provider="Nachbarschaftshaus", postal_code=HOME))
    assert offer.catalogue == OWN_CATALOGUE
    reference.courses = (offer,)
    courses.refresh()
    office.settle()
    assert courses.board.table.row_model.words(0, 1) == "Nachbarschaftshaus (own offer)"
    assert courses.board.course.kind.text() == "own offer"


@pytest.mark.parametrize("part", [side.value for side in Side])
def test_every_part_can_be_gone_to_and_has_names(office: Office, courses: CoursesScreen, part: str) -> None:
    courses.go_to(part)
    office.settle()
    assert courses.board.side is Side(part)
    assert nameless(courses) == []
