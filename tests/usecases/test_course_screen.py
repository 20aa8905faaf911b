"""What the screen Courses tells: filters, comparison, words of a course, searches of a case, sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.competence import ChosenOccupation, OccupationRole
from iq_desktop.domain.course import (
    CourseFunding,
    CourseKind,
    CourseOffer,
    CourseSort,
    CourseWish,
    FoundCourse,
    OfferAge,
    TeachingForm,
    TeachingTime,
)
from iq_desktop.domain.course_sort import in_order
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.kept_course import OWN_CATALOGUE, KeptCourse
from iq_desktop.domain.language_skill import Level
from iq_desktop.forms.course_forms import COURSE_WISH_FORM, OWN_OFFER_FORM
from iq_desktop.usecases import course_words
from iq_desktop.usecases.course_comparison import compare_courses, with_course
from iq_desktop.usecases.course_filters import (
    active_filters,
    count_filters,
    found_words,
    is_narrowed,
    without_filter,
    without_filters,
)
from iq_desktop.usecases.course_searches import SearchKind, search_for_case
from iq_desktop.usecases.course_sources import catalogue_names, has_courses, source_words
from iq_desktop.usecases.kept_courses import kept_for_case, refer_to_kept
from iq_desktop.wording.text import NOTHING, Text, as_it_is
from tests.support.builders import TODAY, a_case
from tests.support.course_crowd import CrowdReference
from tests.support.fakes import a_desk
from tests.support.office import a_state
from tests.support.tongues import english

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

OFFER = CourseOffer(
    "demo",
    "1",
    "Deutsch B2",
    provider="Volkshochschule",
    form=TeachingForm.CLASSROOM,
    postal_code="50667",
    place="Köln",
    starts_on=dt.date(2027, 1, 11),
    ends_on=dt.date(2027, 5, 28),
    hours=400,
    price=Decimal(0),
    kind=CourseKind.VOCATIONAL_GERMAN,
    entry_level=Level.B1,
    exit_level=Level.B2,
    times=(TeachingTime.DAYTIME,),
    weekly_hours=20,
    fundings=(CourseFunding.BAMF,),
    apply_by=dt.date(2026, 12, 18),
)
SILENT = CourseOffer("demo", "2", "Nähen")


def told(text: Text) -> str:
    return english().speak(text)


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    """A desk with many courses."""
    return a_desk(project_folder / "translations", reference=CrowdReference(states=(a_state(),)))


def test_a_course_tells_what_it_says_and_nothing_else() -> None:
    assert told(course_words.span_words(OFFER)) == "Jan 11, 2027 to May 28, 2027 · apply by Dec 18, 2026"
    assert told(course_words.time_words(OFFER)) == "During the day · 20 lessons a week"
    assert told(course_words.cost_words(OFFER)) == "400 lessons of 45 minutes · free of charge"
    assert told(course_words.level_words(OFFER)) == "from B1 to B2"
    assert told(course_words.funding_words(OFFER)) == "Federal Office for Migration (BAMF)"
    assert told(course_words.place_words(OFFER)) == "50667 Köln"
    silent = (course_words.time_words, course_words.cost_words, course_words.level_words, course_words.place_words)
    assert [told(one(SILENT)) for one in silent] == ["", "", "", ""]
    assert told(course_words.span_words(SILENT)) == "not said"


@pytest.mark.parametrize(
    ("entry", "end", "words"),
    [
        (None, None, ""),
        (Level.A2, None, "from A2"),
        (None, Level.B1, "to B1"),
        (Level.NONE, Level.A1, "from the beginning to A1"),
        (Level.NONE, None, "from the beginning"),
    ],
)
def test_levels_are_told_as_far_as_they_are_known(entry: Level | None, end: Level | None, words: str) -> None:
    assert told(course_words.level_words(replace(SILENT, entry_level=entry, exit_level=end))) == words


def test_an_order_leaves_what_is_not_told_and_what_is_old_at_the_end() -> None:
    def found(number: str, **facts: object) -> FoundCourse:
        distance = facts.pop("distance_km", None)
        age = facts.pop("age", OfferAge.CURRENT)
        return FoundCourse(replace(SILENT, id=number, **facts), distance, (), age=age)  # type: ignore[arg-type]

    rows = (
        found("silent"),
        found("dear", price=Decimal(90), distance_km=3.0, starts_on=TODAY),
        found("past", price=Decimal(0), distance_km=1.0, age=OfferAge.PAST, starts_on=dt.date(2020, 1, 1)),
        found("cheap", price=Decimal(10), distance_km=40.0, flexible_start=True),
    )

    def names(sort: CourseSort) -> list[str]:
        return [one.course.id for one in in_order(rows, sort)]

    assert names(CourseSort.FIT) == ["silent", "dear", "past", "cheap"]
    assert names(CourseSort.CHEAP) == ["cheap", "dear", "silent", "past"]
    assert names(CourseSort.NEAR) == ["dear", "cheap", "silent", "past"]
    assert names(CourseSort.SOON) == ["dear", "cheap", "silent", "past"]


WISH = CourseWish(
    "Deutsch",
    "50667",
    25.0,
    dt.date(2027, 1, 1),
    TeachingForm.ONLINE,
    times=(TeachingTime.EVENING, TeachingTime.WEEKEND),
    price_up_to=Decimal(200),
    exit_level=Level.B2,
    kinds=(CourseKind.GERMAN,),
    provider="Lernhaus",
    catalogue="own",
    postal_codes=("50667", "50670"),
)


def test_every_filter_is_told_in_words_and_can_be_taken_away() -> None:
    active = dict(active_filters(WISH, as_it_is("Köln and 1 more place"), {"own": as_it_is("Own offers")}))
    assert {name: told(words) for name, words in active.items()} == {
        "starts_from": "Starts from: Jan 1, 2027",
        "form": "Form: Online",
        "times": "In the evening, At the weekend",
        "price_up_to": "Price up to: 200 euro",
        "exit_level": "Leads at least to: B2",
        "provider": "Provider: Lernhaus",
        "catalogue": "Catalogue: Own offers",
        "postal_codes": "Place: Köln and 1 more place",
    }
    bare = WISH
    for name in active:
        bare = without_filter(bare, name)
    assert bare == CourseWish("Deutsch", "50667", 25.0, kinds=(CourseKind.GERMAN,))
    assert without_filters(WISH) == CourseWish("Deutsch", "50667", 25.0)
    assert is_narrowed(bare)
    assert not is_narrowed(without_filters(WISH))
    assert count_filters(WISH) == 7
    assert count_filters(CourseWish()) == 0


def test_every_field_of_a_wish_is_in_sight_in_the_form_or_on_the_map() -> None:
    in_form = {field.name for field in COURSE_WISH_FORM.fields()}
    in_sight = {"words", "postal_code", "within_km", "kinds", "sort", "catalogue", "postal_codes"}
    assert in_form | in_sight == set(CourseWish.__dataclass_fields__)


def test_every_field_of_an_own_offer_is_asked() -> None:
    asked = {field.name for field in OWN_OFFER_FORM.fields()}
    assert asked == set(OWN_OFFER_FORM.subject.__dataclass_fields__) - {"id", "entered_on"}


@pytest.mark.parametrize(
    ("shown", "total", "words"), [(0, 0, "0 courses"), (1, 1, "1 course"), (200, 4211, "the first 200 of 4,211")]
)
def test_how_many_were_found_is_told(shown: int, total: int, words: str) -> None:
    assert told(found_words(shown, total)) == words


def test_courses_side_by_side_answer_the_same_questions() -> None:
    own = replace(OFFER, catalogue=OWN_CATALOGUE, provider="Lernhaus", place="Bonn", postal_code="53111")
    found = (FoundCourse(OFFER, 3.2, (), ("Mahnwesen",)), FoundCourse(own, None, (), age=OfferAge.PAST))
    case = replace(a_case(), kept_courses=(KeptCourse(OFFER.key, note="Platz frei"),))
    lines = {told(line.question): [told(answer) for answer in line.answers] for line in compare_courses(found, case)}
    assert lines["Place"] == ["50667 Köln · 3 km", "53111 Bonn"]
    assert lines["Provider"] == ["Volkshochschule", "Lernhaus · own offer"]
    assert lines["Closes"] == ["Mahnwesen", ""]
    assert lines["Note"] == ["Platz frei", ""]
    assert lines["Still of use?"] == ["", "This course has already begun or ended."]
    differing = {told(line.question) for line in compare_courses(found, case) if line.differs}
    assert differing == {"Place", "Provider", "Closes", "Note", "Still of use?"}


def test_what_no_course_says_is_not_asked() -> None:
    lines = compare_courses((FoundCourse(SILENT, None, ()),), None)
    assert [told(line.question) for line in lines] == ["Start"]


def test_no_more_than_three_are_compared_and_one_leaves_as_it_came() -> None:
    found = [FoundCourse(replace(SILENT, id=str(number)), None, ()) for number in range(4)]
    compared: tuple[FoundCourse, ...] = ()
    for one in found:
        compared = with_course(compared, one)
    assert compared == tuple(found[:3])
    assert with_course(compared, found[1]) == (found[0], found[2])


def test_german_is_searched_at_the_level_that_is_there_and_never_in_vain(desk: Desk) -> None:
    ready = search_for_case(desk, a_case(), SearchKind.GERMAN)
    assert ready.wish.postal_code == a_case().client.postal_code
    assert ready.wish.starts_from == desk.clock.today()
    assert ready.wish.kinds
    assert desk.reference.find_courses(ready.wish, limit=1, today=desk.clock.today())


def test_the_wished_occupation_is_searched_first_then_the_kind_alone(desk: Desk) -> None:
    wished = ChosenOccupation("u", "Fachkraft Lagerlogistik", role=OccupationRole.WISHED)
    unheard = replace(wished, name_de="Glasbläser/in", id="2")
    case = replace(a_case(), occupations=(wished,))
    found = search_for_case(
        desk, replace(case, occupations=(replace(wished, name_de="Lagerlogistik"),)), SearchKind.PARTIAL
    )
    assert found.wish.words == "Lagerlogistik"
    assert told(found.told) == "for Lagerlogistik"
    other = search_for_case(desk, replace(case, occupations=(unheard,)), SearchKind.PARTIAL)
    assert other.wish.words == ""
    assert other.wish.kinds == (CourseKind.PARTIAL,)
    assert search_for_case(desk, case, SearchKind.COMPENSATION).wish.kinds == (CourseKind.ADAPTATION,)


def test_missing_skills_lead_to_courses_or_tell_what_is_missing(desk: Desk) -> None:
    unrated = replace(a_case(), competences=())
    ready = search_for_case(desk, unrated, SearchKind.SKILLS)
    assert ready.found == ()
    assert "page Competences" in told(ready.told)


def test_kept_courses_are_found_again_also_when_no_catalogue_has_them(desk: Desk) -> None:
    offer = CrowdReference().courses[1]
    gone = KeptCourse("old/7", "Nähen", "Haus der Begegnung", "Köln", dt.date(2026, 12, 1))
    case = replace(a_case(), kept_courses=(KeptCourse(offer.key), gone))
    first, second = kept_for_case(desk, case)
    assert (first.course.title, first.age) == ("Nähen", OfferAge.OLD_CATALOGUE)
    assert second.course.id == offer.id
    assert second.distance_km is not None
    referred = refer_to_kept(desk, case, gone)
    assert referred.referrals[-1].course == "old/7"
    assert referred.referrals[-1].recipient == "Nähen · Haus der Begegnung"
    assert refer_to_kept(desk, referred, gone) == referred


def test_kept_courses_tell_when_they_are_past_or_from_an_old_catalogue(desk: Desk) -> None:
    offer = CrowdReference().courses[5]
    case = replace(a_case(), kept_courses=(KeptCourse(offer.key),))
    published = TODAY - dt.timedelta(days=365)
    old = replace(desk, reference=CrowdReference(states=(a_state(id=offer.catalogue, published_on=published),)))
    (kept,) = kept_for_case(old, case)
    assert kept.age is OfferAge.OLD_CATALOGUE
    over = replace(offer, flexible_start=True, ends_on=TODAY - dt.timedelta(days=1))
    past = replace(desk, reference=CrowdReference(crowd=(over,)))
    (kept,) = kept_for_case(past, case)
    assert kept.age is OfferAge.PAST


def test_the_sources_tell_their_age() -> None:
    state = a_state()
    assert told(source_words([state], TODAY + dt.timedelta(days=40))).endswith("(40 days old)")
    assert "2026-11" in told(source_words([replace(state, published_on=None)], TODAY))
    assert told(source_words([], TODAY)).startswith("From the starter pack")
    assert has_courses([a_state(kind=CatalogueKind.STARTER)])
    assert not has_courses([a_state(kind=CatalogueKind.ESCO)])
    assert set(catalogue_names([state])) == {"demo", OWN_CATALOGUE}
    assert told(NOTHING) == ""
