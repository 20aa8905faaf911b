"""What the page tells of ways: the calendar in words, marks and icons, and a reason as it stands on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.way import Risk, WayStepKind
from iq_desktop.domain.way_words import TO_BE_CHECKED
from iq_desktop.ui.screens.parts.way_shape import WayBar, WayLine
from iq_desktop.usecases.possible_words import ToldReason, told_reason
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iq_desktop.domain.way import Plan, Reason, Way, WayStep

STEP_ICONS: Final[Mapping[WayStepKind, str]] = {
    WayStepKind.PAPERS: "papers",
    WayStepKind.TRANSLATION: "language",
    WayStepKind.GRANT: "euro",
    WayStepKind.GERMAN: "language",
    WayStepKind.EXAM: "check",
    WayStepKind.PERMISSION: "stamp",
    WayStepKind.APPLICATION: "referral",
    WayStepKind.PROCEDURE: "clock",
    WayStepKind.ANALYSIS: "competence",
    WayStepKind.MEASURE: "courses",
    WayStepKind.COURSE: "courses",
    WayStepKind.TRAINING: "qualification",
    WayStepKind.FOUNDING: "flag",
    WayStepKind.WORK: "work",
}
RISK_MARKS: Final[Mapping[Risk, str]] = {
    Risk.NONE: "good",
    Risk.LOW: "info",
    Risk.MEDIUM: "warn",
    Risk.HIGH: "danger",
}


def line_of(way: Way, plan: Plan) -> WayLine:
    """Return the steps of a way as they lie on the calendar."""
    bars = tuple(
        WayBar(
            one.code,
            one.name,
            STEP_ICONS[one.kind],
            one.starts_on,
            one.ends_on,
            one.latest_on,
            one.is_clock,
            one.is_settled,
            one.not_before,
        )
        for one in way.steps
    )
    return WayLine(bars, plan.made_on, plan.hoped_on, way.ends_on)


def line_words(line: WayLine) -> Text:
    """Return the whole calendar in one sentence, for those who do not see it."""
    if not line.bars or line.end is None:
        return say("Calendar without steps")
    return say_count(
        "Calendar with {count} step, from {first} to {last}",
        "Calendar with {count} steps, from {first} to {last}",
        count=len(line.bars),
        first=line.bars[0].first,
        last=line.end,
    )


def bar_words(bar: WayBar) -> Text:
    """Return what a bar shows: the step, its days, and what holds for it."""
    when = say("{begun} to {ended}", begun=bar.first, ended=bar.last)
    late = say("at the latest until {day}", day=bar.late) if bar.late > bar.last else NOTHING
    clock = say("period of the law") if bar.is_clock else NOTHING
    doubt = NOTHING if bar.is_settled else TO_BE_CHECKED
    wish = not_before_words(bar.not_before) if bar.not_before is not None else NOTHING
    return joined((bar.title, when, late, clock, doubt, wish), ", ")


def not_before_words(day: dt.date) -> Text:
    """Return the wish that a step begins no earlier."""
    return say("Not before {day}", day=day)


def told_reasons(reasons: Sequence[Reason], mark: str) -> tuple[ToldReason | Text, ...]:
    """Return reasons as the screen tells them: a rule with its place in the law, else the words of the program."""
    return tuple(told_reason(one.finding, mark) if one.finding is not None else one.words for one in reasons)


def step_doubt(step: WayStep) -> Text:
    """Return where the duration of a step is known from; nothing is known of it where nobody verified it."""
    return step.duration_source if step.duration_source.message or step.is_settled else TO_BE_CHECKED
