"""Up to three courses side by side: what each of them says to the same questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.kept_course import find_kept
from iq_desktop.usecases import course_words
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.course import CourseOffer, FoundCourse

MOST: Final = 3
"""More columns than that cannot be compared by looking."""


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One question and the answer of each course; NOTHING where a course does not say."""

    question: Text
    answers: tuple[Text, ...]

    @property
    def differs(self) -> bool:
        """Whether the courses do not all say the same."""
        return any(answer != self.answers[0] for answer in self.answers)


def compare_courses(found: Sequence[FoundCourse], case: CaseFile | None) -> tuple[ComparedLine, ...]:
    """Return what courses say side by side; questions that none of them answers are left out."""
    lines = [ComparedLine(question, tuple(tell(one) for one in found)) for question, tell in _QUESTIONS]
    lines.append(ComparedLine(say("Note"), tuple(_note(one, case) for one in found)))
    return tuple(line for line in lines if any(answer.message for answer in line.answers))


def with_course(compared: Sequence[FoundCourse], found: FoundCourse) -> tuple[FoundCourse, ...]:
    """Return the compared courses with one more, or without it where it is there already; never more than three."""
    others = tuple(one for one in compared if one.course.key != found.course.key)
    if len(others) < len(compared):
        return others
    return (*others, found) if len(others) < MOST else others


def _of(tell: Callable[[CourseOffer], Text]) -> Callable[[FoundCourse], Text]:
    def told(found: FoundCourse) -> Text:
        return tell(found.course)

    return told


def _where(found: FoundCourse) -> Text:
    return joined((course_words.place_words(found.course), course_words.distance_words(found)))


def _provider(found: FoundCourse) -> Text:
    own = say("own offer") if course_words.is_own(found.course) else NOTHING
    return joined((as_it_is(found.course.provider), own))


def _closes(found: FoundCourse) -> Text:
    return as_it_is(", ".join(found.closes)) if found.closes else NOTHING


def _note(found: FoundCourse, case: CaseFile | None) -> Text:
    kept = None if case is None else find_kept(case, found.course.key)
    return as_it_is(kept.note) if kept is not None and kept.note else NOTHING


OF_USE: Final = say("Still of use?")
"""The question whose answers are warnings."""
_QUESTIONS: Final[tuple[tuple[Text, Callable[[FoundCourse], Text]], ...]] = (
    (say("Start"), _of(course_words.span_words)),
    (say("Times of lessons"), _of(course_words.time_words)),
    (say("Length"), _of(course_words.length_words)),
    (say("Price"), _of(course_words.price_words)),
    (say("Who may pay"), _of(course_words.funding_words)),
    (say("Place"), _where),
    (say("German"), _of(course_words.level_words)),
    (say("Form"), _of(course_words.form_words)),
    (say("Kind"), _of(course_words.kind_words)),
    (say("Provider"), _provider),
    (say("Closes"), _closes),
    (OF_USE, course_words.age_words),
)
