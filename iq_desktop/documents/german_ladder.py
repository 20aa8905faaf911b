"""My German courses: the way from today's German to the level that is needed, as a picture and step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import Document, Facts, Heading, KeepTogether, Listing, Sentences
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.stairs import Staircase
from iq_desktop.domain.german_law import TermKind
from iq_desktop.domain.german_stairs import stairs_of
from iq_desktop.domain.german_words import (
    bring_of,
    exam_of,
    length_of,
    levels_of,
    signers_of,
    terms_in_words,
    weeks_in_words,
    whole_length,
)
from iq_desktop.domain.language_skill import Level
from iq_desktop.wording.text import Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.german_advice import GermanAdvice
    from iq_desktop.domain.german_ladder import LadderStep

_GERMAN: Final = "de"
_NO_LEVEL: Final = say("The level of German is not known yet. First take a placement test.")


def make_german_ladder(case: CaseFile, occasion: Occasion) -> Document:
    """Return the sheet of a case; what must be asked first is told as open, never as settled."""
    advice = occasion.german
    return Document(
        title=say("My German courses"),
        lines_below_title=head_lines(case, occasion),
        blocks=tuple(_blocks(advice)) if advice else (Sentences(_NO_LEVEL),),
        footnote=say("This sheet is no promise. The offices decide, and the placement test."),
        author=occasion.centre.name,
    )


def _blocks(advice: GermanAdvice) -> Iterator[Block]:
    if advice.level is None:
        yield Sentences(_NO_LEVEL)
        return
    yield Facts(tuple(_from_and_to(advice)))
    stairs = stairs_of(advice.ladder)
    if stairs is None or advice.step is None:
        yield Sentences(say("No course is needed for this goal."))
        return
    title = say("The way to {level}", level=advice.ladder[-1].to_level.label)
    weeks = tuple(weeks_in_words(step.weeks) for step in advice.ladder)
    whole = joined((title, whole_length(advice.ladder)), ". ")
    yield KeepTogether((Heading(title), Staircase(stairs, say("today"), weeks, whole)))
    yield _table(advice)
    yield Sentences(whole_length(advice.ladder), is_small=True)
    yield from _next_course(advice.step)


def _from_and_to(advice: GermanAdvice) -> Iterator[tuple[Words, Words]]:
    if advice.level is not None:
        now = say("No German yet.") if advice.level is Level.NONE else _lowest(advice)
        yield say("German today"), now
    if advice.goal is not None:
        level = advice.goal.level.label
        sure = say("{level}", level=level)
        yield say("The goal"), sure if advice.goal.is_verified else say("about {level}. Ask the office.", level=level)


def _lowest(advice: GermanAdvice) -> Text:
    level = advice.level.label if advice.level else as_it_is("")
    if advice.is_even:
        return say("{level}", level=level)
    skills = joined([skill.label for skill in advice.lowest], ", ")
    return say("{level}. Practise this most: {skills}.", level=level, skills=skills)


def _table(advice: GermanAdvice) -> Block:
    head = (say("No."), say("Course"), say("Name in German"), say("How long"))
    rows = tuple(_row(number, step) for number, step in enumerate(advice.ladder, 1))
    return Listing(head, rows, (0.06, 0.28, 0.28, 0.38))


def _row(number: int, step: LadderStep) -> tuple[Words, ...]:
    course = say("German course {levels}", levels=levels_of(step))
    name = step.kind.naming.in_language(_GERMAN) if step.kind else "–"
    return as_it_is(str(number)), course, as_it_is(name), length_of(step)


def _next_course(step: LadderStep) -> Iterator[Block]:
    """Yield what belongs to the first course: who signs, what it costs, the examination, what to bring."""
    if step.kind is None:
        yield Heading(say("The next course"))
        yield Sentences(say("No course with a grant is open now. Ask at an adult education centre (Volkshochschule)."))
        return
    name = step.kind.naming.in_language(_GERMAN)
    yield Heading(say("The next course: {course}", course=name))
    if not step.is_sure or not step.is_verified:
        yield Sentences(say("This must be asked at the office first."))
    rows: list[tuple[Words, Words]] = [(say("Who signs"), signers_of(step))]
    if step.share is not None and step.share.verified:
        rows.append((say("Costs"), step.share.words.label))
    rows.append((say("Exam at the end"), exam_of(step, _GERMAN)))
    for label, terms in (
        (say("To bring along"), bring_of(step)),
        (say("What helps"), step.terms_of(TermKind.HELP)),
        (say("Until when"), step.terms_of(TermKind.DAY)),
    ):
        if terms:
            rows.append((label, terms_in_words(terms)))
    yield Facts(tuple(rows))
