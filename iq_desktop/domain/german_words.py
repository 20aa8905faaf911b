"""Advice on German in words: each step of the ladder, why this course, and why not the others.

Screen and paper say the same. The names of courses are German, as one has to ask for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.german_choice import Fit
from iq_desktop.domain.german_goal import GoalSource
from iq_desktop.domain.german_law import CourseCondition, Learner, TermKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.german_advice import GermanAdvice
    from iq_desktop.domain.german_choice import CourseJudgement
    from iq_desktop.domain.german_goal import GermanGoal
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.german_law import CourseTerm


def course_name(step: LadderStep, language: str) -> Text:
    """Return the name of the course of a step, as one asks for it."""
    if step.kind is None:
        return say("A course without a grant, for example at an adult education centre")
    return as_it_is(step.kind.naming.in_language(language))


def levels_of(step: LadderStep) -> Text:
    """Return from where to where a step leads."""
    if step.from_level is Level.NONE:
        return say("from the beginning to {last}", last=step.to_level.label)
    return say("from {first} to {last}", first=step.from_level.label, last=step.to_level.label)


def length_of(step: LadderStep) -> Text:
    """Return units and weeks of a step; what is not exact says so."""
    units = str(step.units + step.orientation_units)
    weeks = weeks_in_words(step.weeks)
    if step.kind is not None and step.kind.units_are_a_limit and step.units == step.kind.units:
        return joined((say("up to {units} units", units=units), weeks))
    if step.is_estimate:
        return joined((say("about {units} units", units=units), weeks))
    return joined((say("{units} units", units=units), weeks))


def weeks_in_words(weeks: int) -> Text:
    """Return a number of weeks of lessons, which is never exact."""
    return say_count("about {count} week", "about {count} weeks", count=weeks)


def pace_of(step: LadderStep, hours: int | None) -> Text:
    """Return with how many units a week is reckoned, and why."""
    pace = str(step.units_a_week)
    if hours:
        return say("Reckoned with {pace} units of 45 minutes a week.", pace=pace)
    return say("Nobody said how many hours a week there are. Reckoned with {pace} units of 45 minutes.", pace=pace)


def whole_length(ladder: Sequence[LadderStep]) -> Text:
    """Return how long all steps last together, and what their looks in the picture mean."""
    weeks = sum(step.weeks for step in ladder)
    whole = say("Altogether {weeks} of lessons. Waiting and holidays come on top.", weeks=weeks_in_words(weeks))
    asked = say("Hatched: still to be asked.") if any(step.kind and not step.is_sure for step in ladder) else NOTHING
    own = say("Empty: without a grant.") if any(step.kind is None for step in ladder) else NOTHING
    return joined([text for text in (whole, asked, own) if text.message], " ")


def exam_of(step: LadderStep, language: str) -> Text:
    """Return the examination at the end of a step; nothing where none is known."""
    if step.kind is None or not step.kind.exam.names:
        return NOTHING
    return as_it_is(step.kind.exam.in_language(language))


def signers_of(step: LadderStep) -> Text:
    """Return who confirms that the person may take it."""
    first, *others = step.signers or (None,)
    if first is None:
        return say("Still to be asked") if step.kind else NOTHING
    if not others:
        return first.words.label
    return say(
        "{first}; or {others}", first=first.words.label, others=joined([one.words.label for one in others], ", ")
    )


def terms_in_words(terms: Sequence[CourseTerm]) -> Text:
    """Return what to bring, or another list of terms, in one line."""
    return joined([term.words.label for term in terms], " · ")


def places_of(terms: Sequence[CourseTerm]) -> Text:
    """Return where terms stand in the law."""
    return as_it_is("; ".join(dict.fromkeys(term.place for term in terms if term.place)))


def bring_of(step: LadderStep) -> tuple[CourseTerm, ...]:
    """Return what to bring to a course; the confirmation only where it is there already."""
    return step.terms_of(TermKind.BRING)


def goal_in_words(goal: GermanGoal) -> Text:
    """Return a level that is needed, with where that comes from, and a doubt where nobody read it in the law."""
    told = goal.source.label
    if goal.subject:
        told = say("{source}: {subject}", source=told, subject=goal.subject)
    if goal.source is GoalSource.NEXT or goal.is_verified:
        return say("{level}, {why}", level=goal.level.label, why=told)
    return say("about {level}, {why}, to be checked", level=goal.level.label, why=told)


def reasons_in_words(advice: GermanAdvice) -> tuple[Text, ...]:
    """Return why this course, in the order of precedence: reading, the lowest skill, what is needed."""
    return tuple(_reasons(advice))


def _reasons(advice: GermanAdvice) -> Iterator[Text]:
    judgement = advice.step.judgement if advice.step else None
    if judgement and judgement.place.learner in {Learner.LITERACY, Learner.SCRIPT}:
        yield say("Reading and writing come first.")
    if advice.level is Level.NONE and advice.is_even:
        yield say("No German yet.")
    elif advice.level is not None and advice.lowest:
        skills = joined([skill.label for skill in advice.lowest], ", ")
        if advice.is_even:
            yield say("All skills stand at {level}.", level=advice.level.label)
        else:
            yield say("The lowest skill decides: {level} ({skills}).", level=advice.level.label, skills=skills)
    if advice.lagging:
        skills = joined([skill.label for skill in advice.lagging], ", ")
        yield say("Only this lags behind: {skills}. Ask whether a course for it alone is enough.", skills=skills)
    if advice.unknown:
        yield say("Not known yet: {skills}.", skills=joined([skill.label for skill in advice.unknown], ", "))
    if judgement and judgement.place.condition is CourseCondition.RECOGNITION:
        yield say("Recognition or occupation demands the level: this course prepares for that examination.")


def why_not(judgement: CourseJudgement) -> Text:
    """Return in a few words why a course is not the one now; a closed one says it by its rule instead."""
    kind, place = judgement.kind, judgement.place
    if judgement.fit is Fit.LATER and kind.from_level is not None:
        return say("Begins with {level}.", level=kind.from_level.label)
    if judgement.fit is Fit.DONE and kind.to_level is not None:
        return say("Leads to {level}, which is reached.", level=kind.to_level.label)
    if judgement.fit is Fit.OTHERS:
        told = place.learner.label if place.learner is not Learner.ANY else place.condition.label
        return NOTHING if place.condition is CourseCondition.NONE and place.learner is Learner.ANY else told
    if judgement.fit is Fit.OPEN:
        return say("Still to be asked: {facts}", facts=joined([fact.label for fact in judgement.missing[:3]], ", "))
    return NOTHING
