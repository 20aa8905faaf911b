"""Clocks of procedures in words, short enough for a strip and simple enough for a client."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.procedure_clocks import Owed
from iq_desktop.domain.procedure_law import Binding, ClockKind
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.clock_strip import Strip
    from iq_desktop.domain.procedure_clocks import Clock

_WHAT_NOW: Final = {
    ClockKind.RECEIPT: say("Ask the body for the confirmation. It has to name the papers that are missing."),
    ClockKind.PAPERS: say("Hand in the papers at once, or ask the body for more time."),
    ClockKind.REMEDY: say(
        "The period for an objection has ended. Ask a lawyer or the court whether anything can still be done."
    ),
    ClockKind.EXAM: say("Ask the body in writing for a day of the aptitude test."),
    ClockKind.STAY: say("The residence permit has ended. Go to the immigration office at once."),
}
"""What one can do after the end of a clock; against the silence of a body the law offers more."""


def how_far(strip: Strip) -> Text:
    """Return how far a clock is: “day 41 of 92 · paused 12 days”."""
    if strip.clock.kind is ClockKind.STAY or (strip.clock.rule is None and not strip.clock.pauses):
        return days_left(strip)
    counted = say("day {day}", day=strip.day)
    if strip.days is not None:
        counted = say("day {day} of {days}", day=strip.day, days=strip.days)
    paused = say_count("paused {count} day", "paused {count} days", count=strip.paused) if strip.paused else NOTHING
    return joined((counted, paused))


def by_when(clock: Clock) -> Text:
    """Return until when it has to be done, or that nobody knows the day yet."""
    if clock.due is not None:
        return say("until {day}", day=clock.due)
    return say("the pause is still going on") if clock.pauses and not clock.is_extended else say("no day is known")


def days_left(strip: Strip) -> Text:
    """Return how many days are left, or for how many it is overdue."""
    left = strip.days_left
    if left is None:
        return NOTHING
    if left < 0:
        return say_count("{count} day overdue", "{count} days overdue", count=-left)
    return say("today is the last day") if left == 0 else say_count("{count} day left", "{count} days left", count=left)


def whose_turn(clock: Clock) -> Text:
    """Return who has to act while a clock runs."""
    if not clock.is_running:
        return NOTHING
    return say("it is the client's turn") if clock.who is Owed.CLIENT else say("it is the body's turn")


def on_what(clock: Clock) -> Text:
    """Return where a period stands; a period of custom is said to be one, a day that a body named rests on that."""
    rule = clock.rule
    if rule is None:
        return say("The body named the day.") if clock.due is not None else NOTHING
    if rule.citation is None or rule.binding is Binding.USUAL:
        return say("Usual, not fixed by law that was checked here.")
    if clock.kind is ClockKind.OBJECTION:
        return say("No period for the body: after this day an action is possible, {place}", place=rule.citation.words)
    if rule.binding is Binding.SHOULD:
        return say("Should, by {place}", place=rule.citation.words)
    return say("By {place}", place=rule.citation.words)


def what_now(strip: Strip, action_from: dt.date | None, today: dt.date) -> Text:
    """Return what one can do: before the end who has to act, after it what the law offers."""
    if not strip.is_overdue:
        return NOTHING
    return _WHAT_NOW.get(strip.clock.kind) or _against_silence(action_from, today)


def tell_next(strip: Strip) -> Text:
    """Return a clock in one short line, for the head of a case: what, until when, how far; or how late it is."""
    if strip.is_overdue:
        return joined((strip.clock.kind.label, days_left(strip)))
    far = say("day {day} of {days}", day=strip.day, days=strip.days) if strip.days is not None else NOTHING
    return joined((strip.clock.kind.label, by_when(strip.clock), far))


def _against_silence(action_from: dt.date | None, today: dt.date) -> Text:
    ask = say("Ask the body in writing how far it is.")
    if action_from is None:
        return ask
    if action_from > today:
        later = say("From {day} on an action before the administrative court is possible (§ 75 VwGO).", day=action_from)
        return joined((ask, later), " ")
    now = say("An action before the administrative court is possible (§ 75 VwGO).")
    return joined((ask, now), " ")
