"""Ways in words, simple enough for a client: how long, what it costs, which German, how sure, when each step is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.language_skill import Level, Skill
from iq_desktop.wording.text import NOTHING, Month, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from iq_desktop.domain.way import Plan, Way, WayStep
    from iq_desktop.domain.way_cost import CostSpan, Payer

_DAYS_OF_A_WEEK: Final = 7
_DAYS_OF_A_MONTH: Final = 30.44
_LONG_IN_WEEKS: Final = 60
"""From so many days on, a time is told in months."""
TO_BE_CHECKED: Final = say("to be checked")
YOUR_WAY: Final = say("Your way, step by step")
ASK_THERE: Final = say("This must be asked at the office.")


class Importance(Choice):
    """How much an aim counts in the choice of a way."""

    NONE = "0", say("does not matter")
    SOME = "1", say("matters")
    MUCH = "2", say("matters much")


def length_words(days: int) -> Text:
    """Return about how long some days are, in weeks or months."""
    if days < _LONG_IN_WEEKS:
        weeks = max(round(days / _DAYS_OF_A_WEEK), 1)
        return say_count("about {count} week", "about {count} weeks", count=weeks)
    return say_count("about {count} month", "about {count} months", count=round(days / _DAYS_OF_A_MONTH))


def end_words(way: Way) -> Text:
    """Return when a way ends at the earliest."""
    return say("{month} at the earliest", month=_month(way.ends_on))


def late_words(way: Way) -> Text:
    """Return when a way ends where everything takes as long as it may; empty where that is the same month."""
    if _month(way.latest_on) == _month(way.ends_on):
        return NOTHING
    return say("{month} at the latest", month=_month(way.latest_on))


def cost_words(way: Way) -> Text:
    """Return what a way costs, and how many of its costs nobody knows."""
    more = say_count("{count} cost is still open", "{count} costs are still open", count=way.open_costs)
    if not way.cost_high:
        return more if way.open_costs else say("No costs are known.")
    return joined((_euros(way.cost_low, way.cost_high), more if way.open_costs else NOTHING), ", ")


def step_cost_words(cost: CostSpan) -> Text:
    """Return what a step costs; empty where nobody knows, with a doubt where nobody verified it."""
    if cost.high is None:
        return NOTHING
    if not cost.high:
        return say("It costs nothing.") if cost.is_settled else NOTHING
    told = _euros(cost.low if cost.low is not None else cost.high, cost.high)
    return told if cost.is_settled else joined((told, TO_BE_CHECKED), ", ")


def payer_words(payers: tuple[Payer, ...]) -> Text:
    """Return who may pay; empty where nobody is known."""
    names = [joined((one.source.label, TO_BE_CHECKED if not one.is_settled else NOTHING), ", ") for one in payers]
    return say("May pay: {who}", who=joined(names, "; ")) if names else NOTHING


def cost_details(way: Way) -> Text:
    """Return what must be known of the costs of a way: whether they are checked, what nobody knows, who may pay."""
    doubt = TO_BE_CHECKED if any(one.cost.is_doubtful for one in way.steps) else NOTHING
    unknown = say("Cost not known: {what}", what=joined(way.open_names, ", ")) if way.open_names else NOTHING
    return joined((doubt, unknown, payer_words(way.payers)), " · ")


def german_words(need: tuple[tuple[Skill, Level], ...]) -> Text:
    """Return which German is needed: one level where it is the same in every skill, else each skill with its own."""
    if not need:
        return say("No level of German is asked for.")
    levels = {level for _skill, level in need}
    if len(levels) == 1 and len(need) == len(Skill):
        return as_it_is(str(levels.pop().value))
    return joined([say("{skill} {level}", skill=skill.label, level=str(level.value)) for skill, level in need], ", ")


def hoped_words(way: Way, hoped_on: dt.date | None) -> Text:
    """Return whether a way ends by the day that the person hopes for; empty where nobody said one."""
    if hoped_on is None:
        return NOTHING
    if way.ends_on <= hoped_on:
        return say("In time: hoped for by {day}", day=hoped_on)
    late = length_words((way.ends_on - hoped_on).days)
    return say("Later than hoped for ({day}), by {length}", day=hoped_on, length=late)


def period_words(step: WayStep) -> Text:
    """Return from when to when a step lasts."""
    if step.starts_on == step.ends_on:
        return say("on {day}", day=step.starts_on)
    return say("{begun} to {ended}", begun=step.starts_on, ended=step.ends_on)


def late_step_words(step: WayStep) -> Text:
    """Return until when a step may last at the latest; empty where it is sure."""
    return say("at the latest until {day}", day=step.latest_on) if step.latest_on > step.ends_on else NOTHING


def step_facts(step: WayStep) -> tuple[Text, ...]:
    """Return what is to be known of a step, besides when it is."""
    return tuple(one for one in _facts(step) if one.message)


def card_words(step: WayStep) -> Text:
    """Return a step as a card tells it to the client."""
    return joined((step.name, period_words(step)), ". ")


def end_of_way_words(way: Way) -> Text:
    """Return the end of a way as a card tells it to the client: what one may do then, and when that is."""
    return joined((way.leads_to, end_words(way)), ". ")


def best_words(plan: Plan) -> Text:
    """Return which way is the best under these weights and why; empty where every way is closed.

    Before it stands that the chosen way is closed by now, where it is.
    """
    if plan.best is None:
        return NOTHING
    lost = NOTHING
    if plan.chosen is not None and plan.way(plan.chosen) is None:
        lost = say("The way that was chosen is not open any more: {way}.", way=plan.chosen.label)
    why = joined(plan.best_why, " ")
    named = say("Best for these wishes: {way}.", way=plan.best.name)
    return joined((lost, named, why), " ")


def _facts(step: WayStep) -> Iterator[Text]:
    yield step_cost_words(step.cost)
    yield payer_words(step.cost.payers)
    if step.german_needed:
        yield say("German needed: {levels}", levels=german_words(step.german_needed))
    if step.german_after is not None:
        yield say("German afterwards: {level}", level=str(step.german_after.value))
    yield step.risk_words
    if step.not_before is not None:
        yield say("Not before {day}", day=step.not_before)


def _euros(low: Decimal, high: Decimal) -> Text:
    """Return an amount in whole euros, as one says it to somebody."""
    least, most = round(low), round(high)
    if least == most:
        return say("about {amount} euros", amount=most)
    return say("{least} to {most} euros", least=least, most=most)


def _month(day: dt.date) -> Month:
    return Month(day.year, day.month)
