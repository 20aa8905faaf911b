"""The card “Which German course?” in words: the answer, what belongs to it, and how every other course stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.german_choice import Fit
from iq_desktop.domain.german_law import TermKind
from iq_desktop.domain.german_words import (
    bring_of,
    course_name,
    exam_of,
    length_of,
    levels_of,
    places_of,
    signers_of,
    terms_in_words,
    why_not,
)
from iq_desktop.domain.rule import Outcome
from iq_desktop.usecases.possible_words import reasons_of, short_reason
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.german_advice import GermanAdvice
    from iq_desktop.domain.german_choice import CourseJudgement
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.german_law import CourseTerm
    from iq_desktop.usecases.possible_words import ToldReason

_MARKS: Final = {
    Fit.ALSO: "good",
    Fit.PLACEMENT: "info",
    Fit.OPEN: "open",
    Fit.LATER: "clock",
    Fit.OTHERS: "not_now",
    Fit.CLOSED: "close",
    Fit.DONE: "check",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in two sentences with its mark; `is_settled` says that it was read in the law and lacks nothing."""

    mark: str
    title: Text
    more: Text
    is_settled: bool = True


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One thing that belongs to a course: what it is, the words, and where that stands in the law."""

    label: Text
    words: Text
    place: Text = NOTHING


@dataclass(frozen=True, slots=True)
class OtherCourse:
    """Another kind of course: mark, name, how it stands, and why."""

    mark: str
    name: Text
    fit: Text
    why: Text
    is_plain: bool = False
    """Whether the reason says by itself how it stands."""

    @property
    def words(self) -> Text:
        """How it stands and why, in one line."""
        if not self.why.message:
            return self.fit
        return self.why if self.is_plain else joined((self.fit, self.why), ": ")


def answer_of(advice: GermanAdvice, language: str) -> Answer:
    """Return the answer to “which German course?”."""
    if advice.level is None:
        return Answer("open", say("First the level"), say("Set the levels of German above. The lowest one decides."))
    step = advice.step
    if step is None:
        told = say("The lowest skill stands at {level}.", level=advice.level.label)
        return Answer("good", say("No course is needed for the goal"), told)
    told = joined((levels_of(step), length_of(step)))
    if step.kind is None:
        why = say("No course with a grant is open at present.")
        return Answer("info", course_name(step, language), joined((told, why)))
    if not step.is_sure:
        return Answer("open", say("Probably: {course}", course=course_name(step, language)), told, is_settled=False)
    return Answer("good", course_name(step, language), told, step.is_verified)


def lines_of(step: LadderStep, language: str) -> tuple[ToldLine, ...]:
    """Return what belongs to a course, what is not known left out."""
    return tuple(line for line in _lines(step, language) if line.words.message)


def _lines(step: LadderStep, language: str) -> Iterator[ToldLine]:
    share = step.share
    basis = step.kind.exam_basis if step.kind else ""
    yield ToldLine(say("Who signs"), signers_of(step), places_of(step.signers))
    if share:
        yield ToldLine(say("Costs"), share.words.label, places_of((share,)))
    yield ToldLine(say("Exam at the end"), exam_of(step, language), as_it_is(basis))
    for label, terms in (
        (say("To bring along"), bring_of(step)),
        (say("What helps"), step.terms_of(TermKind.HELP)),
        (say("Until when"), step.terms_of(TermKind.DAY)),
    ):
        yield _line(label, terms)


def _line(label: Text, terms: tuple[CourseTerm, ...]) -> ToldLine:
    return ToldLine(label, terms_in_words(terms), places_of(terms))


def step_in_words(step: LadderStep, language: str) -> tuple[Text, Text]:
    """Return a step of the ladder in two lines: which course; from where to where, how long, and who signs."""
    return course_name(step, language), joined((levels_of(step), length_of(step), signers_of(step)))


def grounds_of(step: LadderStep) -> tuple[ToldReason, ...]:
    """Return the rules that open the course, and the duties and warnings that go with it."""
    verdict = step.judgement.verdict if step.judgement else None
    if verdict is None:
        return ()
    decided = {id(one.rule.reasons) for one in verdict.decided_by}
    noted = {id(one.rule.reasons) for one in verdict.notes if one.rule.outcome is not Outcome.HINT}
    return tuple(one for one in reasons_of(verdict) if id(one.sentences) in decided | noted)


def others_of(advice: GermanAdvice, language: str) -> tuple[OtherCourse, ...]:
    """Return every other kind of course with why it is not the one."""
    return tuple(_other(one, language) for one in advice.others)


def _other(one: CourseJudgement, language: str) -> OtherCourse:
    why = why_not(one)
    if one.verdict is not None and one.fit is Fit.CLOSED and one.verdict.verdict is Verdict.CLOSED:
        why = short_reason(one.verdict, language)
    fit = one.fit.label if one.is_verified or one.fit in {Fit.LATER, Fit.DONE, Fit.OPEN, Fit.OTHERS} else _doubted(one)
    name = as_it_is(one.kind.naming.in_language(language))
    return OtherCourse(_MARKS.get(one.fit, "good"), name, fit, why, one.fit in {Fit.DONE, Fit.OTHERS})


def _doubted(one: CourseJudgement) -> Text:
    return say("{verdict}, to be checked", verdict=one.fit.label)
