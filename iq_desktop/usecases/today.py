"""What waits for the adviser today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import CaseRow, Reminder, ReminderKind
from iq_desktop.domain.role import Role
from iq_desktop.domain.rule import RulePack
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.usecases.field_pages import name_of_part
from iq_desktop.usecases.rules import list_rules, old_packs
from iq_desktop.usecases.vault_watch import VaultState, look_at_vault
from iq_desktop.wording.text import NOTHING, Text, joined, say, say_count

if TYPE_CHECKING:
    from iq_desktop.usecases.desk import Desk

_REMINDERS: Final = 120
_RECENT: Final = 8
_READ: Final = 60
"""Cases among which those of one adviser are looked for that were last worked on."""
_TOLD_GAPS: Final = 3
TASKS: Final = frozenset({ReminderKind.TASK, ReminderKind.ASK_DONE})
"""What is to be done, by oneself or by others: the only kinds that may have no day."""
_WHOLE_DAY: Final = "~"
"""Sorts behind every time of day."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page Today: what waits, the cases last worked on, how many there are, how the vault is.

    `has_colleagues` tells whether mine and theirs can be told apart at all.
    """

    reminders: Sequence[Reminder]
    recent: Sequence[CaseRow]
    case_count: int
    vault: VaultState
    has_colleagues: bool = False
    due_reviews: int = 0
    """Cases whose keeping is to be looked at."""
    old_rules: tuple[RulePack, ...] = ()
    """Packs of rules that were checked more than six months ago, the oldest first."""


def look_at_today(desk: Desk, *, is_mine: bool = False) -> Today:
    """Return what waits today, most urgent first; in the cases of the adviser at the desk, or of the whole centre."""
    adviser = desk.adviser.id if is_mine else ""
    recent = desk.cases.find("", limit=_READ if is_mine else _RECENT)
    return Today(
        desk.cases.reminders(desk.clock.today(), limit=_REMINDERS, adviser_id=adviser),
        [row for row in recent if not adviser or row.adviser_id == adviser][:_RECENT],
        desk.cases.count(),
        look_at_vault(desk),
        desk.adviser.role is not Role.TRAINEE and len(desk.centres.advisers()) > 1,
        desk.rights.count_due_reviews(desk.clock.today()),
        old_packs((one.pack for one in list_rules(desk)), desk.clock.today()),
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Reminders by when they are due: today, overdue, within seven days, later; tasks without a day; at any time."""

    today: tuple[Reminder, ...]
    overdue: tuple[Reminder, ...]
    this_week: tuple[Reminder, ...]
    later: tuple[Reminder, ...]
    without_day: tuple[Reminder, ...]
    any_time: tuple[Reminder, ...]


def group_by_due(reminders: Sequence[Reminder], today: dt.date) -> Waiting:
    """Return the reminders by when they are due: by day, what is longest overdue first; on a day by time of day."""
    week = today + dt.timedelta(days=7)
    dated = sorted((one for one in reminders if one.due is not None), key=_moment)
    return Waiting(
        today=tuple(one for one in dated if one.due == today),
        overdue=tuple(one for one in dated if one.due is not None and one.due < today),
        this_week=tuple(one for one in dated if one.due is not None and today < one.due <= week),
        later=tuple(one for one in dated if one.due is not None and one.due > week),
        without_day=tuple(one for one in reminders if one.due is None and one.kind in TASKS),
        any_time=tuple(one for one in reminders if one.due is None and one.kind not in TASKS),
    )


def _moment(one: Reminder) -> tuple[dt.date, str]:
    """Return when something is due; what has a time of day stands before what has the whole day."""
    return one.due or dt.date.max, one.at or _WHOLE_DAY


def what_waits(reminder: Reminder) -> Text:
    """Return what a reminder is about, in one short sentence."""
    if reminder.kind is ReminderKind.NIQ and reminder.niq is not None:
        return say("NIQ: {state}", state=reminder.niq.label)
    if not reminder.words:
        return reminder.kind.label
    return say("{kind}: {words}", kind=reminder.kind.label, words=reminder.words)


def what_is_missing(gaps: Sequence[str]) -> Text:
    """Return what NIQ lacks by the names of the fields, the first three of them; `gaps` are written `page.field`."""
    names = dict.fromkeys(_name_of_gap(gap) for gap in gaps)
    told, rest = list(names)[:_TOLD_GAPS], len(names) - _TOLD_GAPS
    if not told:
        return NOTHING
    words = joined(told, ", ")
    if rest > 0:
        return say_count(
            "missing: {fields} and {count} more", "missing: {fields} and {count} more", count=rest, fields=words
        )
    return say("missing: {fields}", fields=words)


def _name_of_gap(gap: str) -> Text:
    page, _, field = gap.partition(".")
    titles = {one.name: one.title for one in CASE_PAGES}
    name = name_of_part(page, field)
    return name if name.message else titles.get(page, NOTHING)
