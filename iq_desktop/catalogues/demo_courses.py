"""The invented courses of the demo centre, which start in the weeks after the day on which they are taken in."""

from __future__ import annotations

import datetime as dt
import json
import math
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.language_skill import Level
from iq_desktop.usecases.ports import ReferenceStore
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iq_desktop.usecases.progress import Progress

_ID = "demo"


@dataclass(frozen=True, slots=True)
class DemoCourses:
    """The courses of the demo pack, each at several places and times."""

    path: Path
    store: ReferenceStore
    today: dt.date

    @property
    def is_update(self) -> bool:
        """They always come as a whole."""
        return False

    def offers(self) -> Iterator[CourseOffer]:
        """Yield every course at every place and time."""
        for number, facts in enumerate(json.loads(self.path.read_text(encoding="utf-8"))["courses"], start=1):
            for postal_code in facts["postal_codes"]:
                for weeks in facts["starts_in_weeks"]:
                    yield self._offer(number, facts, postal_code, weeks)

    def removed(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())

    def _offer(self, number: int, facts: Mapping[str, Any], postal_code: str, weeks: int) -> CourseOffer:
        place = self.store.find_place(postal_code)
        starts_on = _next_monday(self.today) + dt.timedelta(weeks=weeks)
        return CourseOffer(
            catalogue=_ID,
            id=f"{number}-{postal_code}-{weeks}",
            title=facts["title"],
            provider=f"{facts['provider']} (erfunden)",
            keywords=tuple(facts["keywords"]),
            form=TeachingForm.of(facts["form"]),
            postal_code=postal_code,
            place=place.name if place else "",
            starts_on=starts_on,
            ends_on=starts_on + dt.timedelta(days=_days(facts)),
            hours=facts["hours"],
            price=Decimal(facts["price"]),
            kind=CourseKind.of(facts["kind"]),
            entry_level=_level(facts, "entry_level"),
            exit_level=_level(facts, "exit_level"),
            times=tuple(map(TeachingTime.of, facts["times"])),
            weekly_hours=facts["weekly_hours"],
            fundings=tuple(map(CourseFunding.of, facts.get("fundings", ()))),
        )


def take_in_demo_courses(path: Path, store: ReferenceStore, today: dt.date, progress: Progress) -> None:
    """Take the invented courses in, beside real catalogues; places must be there before."""
    courses = DemoCourses(path, store, today)
    count = sum(1 for _ in courses.offers())
    state = CatalogueState(
        CatalogueKind.COURSES,
        _ID,
        "erfunden",
        today,
        ((say("Offers"), count),),
        notice=say("These courses and providers are invented, for the demo centre only."),
    )
    store.take_courses(courses, state, progress)


def _next_monday(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=7 - day.weekday())


def _level(facts: Mapping[str, Any], name: str) -> Level | None:
    return Level.of(facts[name]) if name in facts else None


def _days(facts: Mapping[str, Any]) -> int:
    """Return after how many days the course is over: on the Friday, or on the Sunday, of its last week."""
    weeks: int = math.ceil(facts["hours"] / facts["weekly_hours"])
    return 7 * weeks - (1 if TeachingTime.WEEKEND.value in facts["times"] else 3)
