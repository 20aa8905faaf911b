"""The ways to an occupation on paper: side by side, the chosen one on a calendar, and the first steps to tick."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.blocks import (
    Document,
    Facts,
    Heading,
    KeepTogether,
    Listing,
    Sentences,
    TickRow,
    TickTable,
    Typed,
)
from iq_desktop.documents.parts import CasePart
from iq_desktop.documents.sections.personal import head_lines
from iq_desktop.documents.spans import SpanRow, Spans
from iq_desktop.domain.way_wish import chosen_wishes
from iq_desktop.domain.way_words import (
    ASK_THERE,
    TO_BE_CHECKED,
    best_words,
    cost_words,
    end_words,
    german_words,
    hoped_words,
    late_step_words,
    late_words,
    period_words,
)
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.documents.blocks import Block, Words
    from iq_desktop.documents.occasion import Occasion
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.eligibility import Finding
    from iq_desktop.domain.way import ClosedWay, Plan, Way, WayStep

_SIMPLE: Final = "de_simple"
_WIDTHS: Final = (0.25, 0.24, 0.19, 0.16, 0.16)
_MOST_REASONS: Final = 2
_SPANS: Final = (0.32, 0.28, 0.4)
_CLOSED_WIDTHS: Final = (0.4, 0.6)
_MOST_WAYS: Final = 6
_MOST_ASKED: Final = 5
_FIRST_STEPS: Final = 4
_MOST_MARKS: Final = 6
_ROOM_OF_A_YEAR: Final = 0.15
"""The part of the scale that the name of a year needs."""
_MONTHS: Final = 12
_AIR: Final = 0.4
_LEAST_AIR: Final = 90
_STEPS: Final = (1, 2, 3, 6, 12, 24)


def way_parts(case: CaseFile) -> tuple[CasePart, ...]:
    """Return the goals for which a way was chosen, the one chosen last before the others."""
    return tuple(CasePart(one.id, as_it_is(one.goal_name)) for one in chosen_wishes(case))


def make_way_plan(case: CaseFile, occasion: Occasion) -> Document:
    """Return the ways of a case as the planner found them; a case without a plan says so."""
    plan = occasion.plan
    blocks: tuple[Block, ...] = (Sentences(say("No way was worked out yet.")),)
    if plan is not None and (plan.ways or plan.closed):
        blocks = tuple(_blocks(plan, case.contact.client_language))
    return Document(
        title=say("My way to work"),
        lines_below_title=head_lines(case, occasion),
        blocks=blocks,
        footnote=say("This plan is no promise. It tells what is known on this day. The offices decide."),
        author=occasion.centre.name,
    )


def _blocks(plan: Plan, language: str) -> Iterator[Block]:
    yield from _aim(plan)
    yield from _side_by_side(plan)
    way = plan.way(plan.chosen) or plan.best
    if way is not None and way.steps:
        yield from _calendar(way, plan)
        yield from _first_steps(way)
    yield from _asked(plan)
    yield from _closed(plan, language)
    if plan.checked_on is not None:
        yield Sentences(say("Rules as of {day}. The offices decide.", day=plan.checked_on), is_small=True)
    else:
        yield Sentences(say("The offices decide."), is_small=True)


def _aim(plan: Plan) -> Iterator[Block]:
    rows: list[tuple[Words, Words]] = []
    if plan.goal.name:
        rows.append((say("The aim"), as_it_is(plan.goal.name)))
    if plan.stand:
        rows.append((say("Today"), joined(plan.stand)))
    if plan.hoped_on is not None:
        rows.append((say("Hoped for by"), say("{day}", day=plan.hoped_on)))
    if rows:
        yield Facts(tuple(rows))


def _side_by_side(plan: Plan) -> Iterator[Block]:
    if not plan.ways:
        return
    head = (say("Way"), say("Finished"), say("Costs"), say("German"), say("How sure it is"))
    chosen = plan.way(plan.chosen)
    shown = list(plan.ways[:_MOST_WAYS])
    if chosen is not None and chosen not in shown:
        shown.append(chosen)
    yield Heading(say("The ways side by side"))
    yield Listing(head, tuple(_row(way, plan) for way in shown), _WIDTHS)
    yield Sentences(best_words(plan))


def _row(way: Way, plan: Plan) -> tuple[Words, ...]:
    named = joined((way.name, say("Chosen") if plan.chosen is way.kind else NOTHING, _doubt(way)))
    ends = joined((end_words(way), late_words(way)), ", ")
    return named, ends, cost_words(way), german_words(way.german_needed), way.risk.label


def _doubt(way: Way) -> Text:
    return NOTHING if way.is_settled else TO_BE_CHECKED


def _calendar(way: Way, plan: Plan) -> Iterator[Block]:
    yield Heading(say("The steps: {way}", way=way.name))
    told = joined((way.leads_to, hoped_words(way, plan.hoped_on)), ". ")
    if told.message:
        yield Sentences(told)
    first, last = _month(plan.made_on, 0), _last_seen(way, plan)
    rows = tuple(_span(one, first, last) for one in way.steps)
    yield Sentences(say("Thin bar: it may take so long. Hollow bar: this is still to be checked."), is_small=True)
    yield Spans(rows, _marks(first, last), say("Step"), say("When"), _SPANS)


def _last_seen(way: Way, plan: Plan) -> dt.date:
    """Return the end of the scale: what may last very long at the latest leaves it, so that the rest can be read."""
    sure = max(one.ends_on for one in way.steps)
    room = max((sure - plan.made_on) * _AIR, dt.timedelta(days=_LEAST_AIR))
    return _month(min(max(sure, *(one.latest_on for one in way.steps)), sure + room), 1)


def _span(step: WayStep, first: dt.date, last: dt.date) -> SpanRow:
    begin, end = _part(step.starts_on, first, last), _part(step.latest_on, first, last)
    clock = say("period of the law") if step.is_clock else NOTHING
    wish = say("Not before {day}", day=step.not_before) if step.not_before else NOTHING
    doubt = NOTHING if step.is_settled else TO_BE_CHECKED
    return SpanRow(
        step.name,
        joined((period_words(step), late_step_words(step)), ", "),
        joined((clock, wish, doubt), ", "),
        begin,
        max(begin, end),
        begin,
        min(max(begin, _part(step.ends_on, first, last)), max(begin, end)),
        is_doubtful=not step.is_settled,
    )


def _first_steps(way: Way) -> Iterator[Block]:
    rows = tuple(
        TickRow(number, joined((one.name, say("by {day}", day=one.ends_on)), ", "))
        for number, one in enumerate(way.steps[:_FIRST_STEPS], 1)
    )
    yield KeepTogether((Heading(say("The first steps")), TickTable((say("Done"),), rows)))


def _asked(plan: Plan) -> Iterator[Block]:
    if not plan.missing:
        return
    labels = dict.fromkeys(one.fact.label for one in plan.missing)
    yield Heading(say("Still to be asked"))
    yield Sentences(joined(list(labels)[:_MOST_ASKED], ", "))


def _closed(plan: Plan, language: str) -> Iterator[Block]:
    if not plan.closed:
        return
    yield Heading(say("Not possible now"))
    rows = tuple((one.kind.label, _why_closed(one, language)) for one in plan.closed)
    yield Listing((say("Way"), say("Why")), rows, _CLOSED_WIDTHS)


def _why_closed(one: ClosedWay, language: str) -> Words:
    """Return why a way is closed; what nobody verified is told as something to ask."""
    findings = [reason.finding for reason in one.reasons[:_MOST_REASONS] if reason.finding is not None]
    if not findings:
        told = joined([reason.words for reason in one.reasons[:_MOST_REASONS]], " ")
        return told if told.message else ASK_THERE
    if not all(finding.is_verified for finding in findings):
        return ASK_THERE
    ours = " ".join(_sentence(finding, _SIMPLE) for finding in findings)
    theirs = " ".join(finding.rule.client_reasons.get(language, "") for finding in findings).strip()
    return Typed(ours, say("Why"), theirs)


def _sentence(finding: Finding, language: str) -> str:
    return finding.rule.client_reasons.get(language) or finding.rule.reasons["de"]


def _marks(first: dt.date, last: dt.date) -> tuple[tuple[float, str], ...]:
    """Return the months that have a line on the scale; years are named where they begin."""
    months = (last.year - first.year) * _MONTHS + last.month - first.month
    step = min(next((one for one in _STEPS if months / one <= _MOST_MARKS), _STEPS[-1]), _MONTHS)
    days = [_month(first, number) for number in range(months)]
    begins = [(_part(day, first, last), str(day.year)) for day in days if day.month == 1]
    lines = [(_part(day, first, last), "") for day in days if day.month != 1 and (day.month - 1) % step == 0]
    if not begins or begins[0][0] > _ROOM_OF_A_YEAR:
        begins.insert(0, (0.0, str(first.year)))
    return tuple(sorted(begins + lines))


def _part(day: dt.date, first: dt.date, last: dt.date) -> float:
    return max(0.0, min((day - first) / (last - first), 1.0))


def _month(day: dt.date, months: int) -> dt.date:
    """Return the first day of the month that is so many months after a day's."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    return dt.date(day.year + years, month + 1, 1)
