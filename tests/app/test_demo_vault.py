"""The demo centre is plausible also where nothing but the program itself is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.app import demo
from iq_desktop.app.demo_vault import ADVISER, PASSWORD, first_steps, furnish
from iq_desktop.domain.competence import Evidence, OccupationRole
from iq_desktop.domain.course import CourseWish
from iq_desktop.domain.instrument import Rater, Rule
from iq_desktop.domain.language_skill import Skill
from iq_desktop.domain.talk_conversation import is_complete
from iq_desktop.domain.talk_results import results_of
from iq_desktop.usecases.talk import continue_talk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.app.desk_setup import VaultDoor
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk


@pytest.fixture
def centre(door: VaultDoor, tmp_path: Path) -> Iterator[Desk]:
    """The demo centre without real catalogues."""
    desk, _code = door.set_up(first_steps())
    assert furnish(desk, door.paths, tmp_path / "nothing", door.tongue("de")).refused == ()
    yield desk
    desk.close()


def all_cases(desk: Desk) -> list[CaseFile]:
    """Return every case of the centre."""
    return [desk.cases.get(row.id) for row in desk.cases.find("", limit=100)]


def test_three_dozen_invented_clients_look_as_after_some_weeks(centre: Desk) -> None:
    cases = all_cases(centre)
    assert len(cases) == 36
    assert all(case.is_invented for case in cases)
    assert all(case.consents and case.languages and case.contact.concern_in_words for case in cases)
    known = [case for case in cases if case.occupations_as(OccupationRole.LEARNED)]
    assert len(known) > 25
    assert all(any(one.is_rated for one in case.competences) for case in known)
    assert any(one.example and one.evidence is not Evidence.STATEMENT for case in known for one in case.competences)
    assert sum(bool(case.referrals) for case in cases) > 8
    assert any(case.occupations_as(OccupationRole.WISHED) for case in cases)


def test_talks_along_instruments_are_held_and_their_results_read_well(centre: Desk) -> None:
    talks = [continue_talk(centre, case, run.id) for case in all_cases(centre) for run in case.runs]
    assert {(talk.run.instrument, talk.run.rater) for talk in talks} >= {
        ("key-competences", Rater.SELF),
        ("key-competences", Rater.ADVISER),
        ("language-talk", Rater.SELF),
        ("work-sample", Rater.OBSERVER),
    }
    assert all(is_complete(talk) for talk in talks if talk.run.is_finished)
    assert any(not talk.run.is_finished for talk in talks)
    ranked = [one for talk in talks for one in results_of(talk) if one.rule is Rule.RANKING]
    assert all(len(one.lines) == 5 and all(line.words for line in one.lines) for one in ranked)
    for case in all_cases(centre):
        german = next(one for one in case.languages if one.language == "de")
        for run in case.runs:
            if run.instrument == "language-talk":
                results = results_of(continue_talk(centre, case, run.id))
                levels = next(one for one in results if one.rule is Rule.LEVEL_BY_SKILL)
                assert {group.code: group.level for group in levels.groups} == {
                    skill.value: getattr(german, skill.value) for skill in Skill
                }


def test_something_waits_today_and_this_week(centre: Desk) -> None:
    today = centre.clock.today()
    due = [one.due for one in centre.cases.reminders(today, limit=100) if one.due]
    assert min(due) < today
    assert any(0 <= (day - today).days <= 7 for day in due)


def test_every_course_lies_at_a_known_place_and_starts_soon(centre: Desk) -> None:
    found = centre.reference.find_courses(CourseWish(), limit=500, today=centre.clock.today())
    invented = [one.course for one in found if one.course.catalogue == "demo"]
    assert len(invented) > 60
    for course in invented:
        assert course.place, course.postal_code
        assert course.starts_on is not None
        assert course.starts_on > centre.clock.today()
        assert course.provider.endswith("(erfunden)")


def test_clients_live_at_known_places(centre: Desk) -> None:
    unknown = {
        case.client.postal_code: case.client.place
        for case in all_cases(centre)
        if centre.reference.find_place(case.client.postal_code) is None
    }
    assert unknown == {}


def test_the_demo_vault_opens_with_the_password_that_is_told(door: VaultDoor) -> None:
    desk, _code = door.set_up(first_steps())
    desk.close()
    door.unlock(ADVISER, PASSWORD).close()


@pytest.mark.parametrize(
    ("surroundings", "has"),
    [({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({}, False), ({"DISPLAY": ""}, False)],
)
def test_a_screen_is_noticed(monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], has: bool) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    assert demo.has_screen() is has
