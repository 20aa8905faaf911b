"""How long a plan takes among 10,000 courses and 3,039 occupations, and how long it takes again after a change."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.course import CourseOffer, Place
from iq_desktop.domain.course_traits import CourseKind
from iq_desktop.domain.eligibility import what_is_possible
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.occupation import Naming, Occupation
from iq_desktop.domain.planning import plan_for
from iq_desktop.domain.way_wish import Aim
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.plan_looks import look_for_ways
from iq_desktop.usecases.planning import find_plan_courses, list_goals, open_plan_law, plan_ways, weigh
from iq_desktop.usecases.progress import Silence
from tests.benchmark.conftest import median_ms
from tests.support.builders import TODAY
from tests.support.chance import seeded
from tests.support.fakes import a_desk
from tests.support.plan_law import the_plan_law
from tests.support.tongues import TRANSLATIONS
from tests.support.worked_cases import WORKED_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iq_desktop.domain.occupation import SkillConcept, SkillRelation
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

COURSES, OCCUPATIONS = 10_000, 3_039
KINDS = (CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN, CourseKind.FURTHER_TRAINING, CourseKind.PARTIAL)
STEPS = ((Level.NONE, Level.B1), (Level.A2, Level.B1), (Level.B1, Level.B2), (Level.B2, Level.C1))


class ManyCourses:
    """A catalogue of courses that chance draws: German of every level, further training, all over a year."""

    is_update = False

    def offers(self) -> Iterator[CourseOffer]:
        """Yield the courses."""
        lot = seeded(7)
        for number in range(COURSES):
            kind, (entry, end) = lot.choice(KINDS), lot.choice(STEPS)
            is_german = kind in {CourseKind.INTEGRATION, CourseKind.VOCATIONAL_GERMAN}
            start = TODAY + dt.timedelta(days=lot.randint(0, 500))
            yield CourseOffer(
                "drawn",
                str(number),
                f"Kurs {number} {kind.value}",
                provider=f"Anbieter {number % 300}",
                postal_code="12043",
                place="Berlin",
                starts_on=start,
                ends_on=start + dt.timedelta(days=lot.randint(20, 200)),
                kind=kind,
                entry_level=entry if is_german else None,
                exit_level=end if is_german else None,
            )

    def removed(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())


class ManyOccupations:
    """As many occupations as ESCO has."""

    def occupations(self) -> Iterator[Occupation]:
        """Yield the occupations."""
        for number in range(OCCUPATIONS):
            yield Occupation(f"urn:occupation:{number}", Naming((("de", f"Beruf {number}"),)), "5223", "62102")

    def skills(self) -> Iterator[SkillConcept]:
        """Yield nothing."""
        return iter(())

    def relations(self) -> Iterator[SkillRelation]:
        """Yield nothing."""
        return iter(())


def test_a_plan_among_many_courses(tmp_path: Path, note: Note) -> None:
    vault, _code = create_vault(
        tmp_path / "vault", [NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond")], cost=FLOOR_COST
    )
    store = VaultReference(vault.reference)
    store.replace_occupations(ManyOccupations(), CatalogueState(CatalogueKind.ESCO, "esco", "1", TODAY), Silence())
    store.take_courses(ManyCourses(), CatalogueState(CatalogueKind.COURSES, "drawn", "1", TODAY), Silence())
    desk = a_desk(TRANSLATIONS, reference=store)
    place = Place("12043", "Berlin", 52.48, 13.44)
    store.replace_places((place,), CatalogueState(CatalogueKind.PLACES, "places", "1", TODAY), Silence())
    stranger, law = WORKED_CASES["electrician without papers"](), open_plan_law(desk)
    case = replace(stranger, client=replace(stranger.client, postal_code="12043"))
    goal = list_goals(desk, case, law)[0]
    floor = median_ms(lambda: what_is_possible(law.german.packs, case, TODAY, law.german.standings))
    whole = median_ms(lambda: plan_ways(desk, case, goal, law), 9)
    note("a plan among 10,000 courses x 3,039 occupations", whole, floor, "<= 200 ms")
    courses = find_plan_courses(desk, case, goal)
    assert courses.german
    changed = weigh(case, goal, Aim.RISK, 2)
    again = median_ms(lambda: plan_ways(desk, changed, goal, law, courses), 9)
    note("the plan again after a change", again, floor, "<= 50 ms")
    look = look_for_ways(desk, case)
    page = median_ms(lambda: look_for_ways(desk, changed, goal.code, look), 9)
    note("the page after a change of weights", page, floor, "<= 50 ms")
    vault.close()


def test_a_plan_for_each_worked_case(note: Note) -> None:
    law = the_plan_law()
    desk = a_desk(TRANSLATIONS)
    times = []
    for build in WORKED_CASES.values():
        case = build()
        goal = list_goals(desk, case, law)[0]
        begun = time.perf_counter()
        plan_for(law, case, TODAY, goal)
        times.append(1000 * (time.perf_counter() - begun))
    note("a plan for a worked case (median of 10)", median(times), None, "<= 50 ms")
    note("a plan for a worked case (slowest of 10)", max(times), None, "<= 50 ms")
