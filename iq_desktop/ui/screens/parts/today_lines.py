"""What the lines of the page Today say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.domain.case_row import CaseRow, Reminder, ReminderKind
from iq_desktop.domain.niq import NiqLight
from iq_desktop.ui.screens.parts.line import Line
from iq_desktop.usecases.backup_words import tell_state
from iq_desktop.usecases.backups import reminders_of
from iq_desktop.usecases.rule_words import OLD_RULES_ADVICE, old_rules_words
from iq_desktop.usecases.today import what_is_missing, what_waits
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from iq_desktop.domain.backup import BackupState
    from iq_desktop.domain.rule import RulePack
    from iq_desktop.usecases.vault_watch import VaultState

ICONS: Final = {
    ReminderKind.APPOINTMENT: "calendar",
    ReminderKind.TASK: "flag",
    ReminderKind.ASK_DONE: "contact",
    ReminderKind.SIX_MONTHS: "contact",
    ReminderKind.RESIDENCE_ENDS: "clock",
    ReminderKind.COURSE_STARTS: "courses",
    ReminderKind.AGREED: "agreement",
    ReminderKind.REFERRAL_ANSWER: "referral",
    ReminderKind.SENDER_WAITS: "contact",
    ReminderKind.PAPER_BACK: "document",
    ReminderKind.RECEIPT_DUE: "recognition",
    ReminderKind.DECISION_DUE: "recognition",
    ReminderKind.ASK_BODY: "recognition",
    ReminderKind.EXAM_DUE: "recognition",
    ReminderKind.PAPERS_DUE: "papers",
    ReminderKind.REMEDY_ENDS: "warn",
    ReminderKind.STAY_ENDS: "clock",
    ReminderKind.GRANT_FIRST: "euro",
    ReminderKind.COST_DUE: "euro",
    ReminderKind.NIQ: "warn",
    ReminderKind.INCOMPLETE: "open",
}
DUE_REVIEWS: Final = "due_reviews"
"""What the line of due reviews leads to: a part of the settings."""
OLD_RULES: Final = "rules"
"""What the line of old rules leads to: a section of the settings."""
_LIGHTS: Final = {NiqLight.RED: "danger", NiqLight.AMBER: "warn"}


def reminder_line(reminder: Reminder, today: dt.date) -> Line:
    """Return the line of what waits: what, who, what is missing, by when."""
    who: Text = as_it_is(reminder.case_name) if reminder.case_name else say("Without a name")
    case = say("{name} · case {number}", name=who, number=reminder.case_number)
    is_urgent = reminder.due is not None and reminder.due < today
    return Line(
        icon=_LIGHTS[reminder.niq] if reminder.niq in _LIGHTS else ICONS[reminder.kind],
        title=what_waits(reminder),
        subtitle=joined((case, what_is_missing(reminder.gaps))),
        end=_by_when(reminder.due, today),
        is_urgent=is_urgent,
        value=reminder,
    )


def recent_line(row: CaseRow) -> Line:
    """Return the line of a case that was last worked on."""
    title: Text = as_it_is(row.name) if row.name else say("Without a name")
    language = say("{language}", language=LanguageName(row.language)) if row.language else NOTHING
    parts = joined((language, as_it_is(row.occupation), as_it_is(row.number)))
    return Line("person", title, parts, say("{day}", day=row.changed_at.astimezone().date()), value=row)


def vault_lines(state: VaultState) -> Iterator[Line]:
    """Yield how the vault is: each warning, else that the last check found everything in order."""
    for text, advice in state.warnings:
        yield Line("danger", text, advice, is_urgent=True, value=state)
    if state.warnings:
        return
    if state.last is None:
        yield Line("open", say("The vault was not checked yet"), say("It checks itself once a week."), value=state)
    else:
        day = say("Last checked on {day}", day=state.last.checked_at.astimezone().date())
        yield Line("good", say("The vault is sound"), day, value=state)


def backup_lines(state: BackupState, now: dt.datetime) -> Iterator[Line]:
    """Yield that a backup is there, where nothing is to be done: what is to be done stands above, with its act."""
    if state.last is not None and not reminders_of(state, now):
        told = tell_state(state, now)
        yield Line(told.kind, told.text, told.more, value=state)


def review_lines(count: int) -> Iterator[Line]:
    """Yield that the keeping of cases is to be looked at, where some are due."""
    if count:
        title = say_count("{count} case to look at again", "{count} cases to look at again", count=count)
        yield Line("clock", title, say("Is it still needed? Keep it with a reason, or erase it."), value=DUE_REVIEWS)


def rule_lines(old: Sequence[RulePack]) -> Iterator[Line]:
    """Yield that rules are to be checked again, where some are old."""
    if old:
        yield Line("warn", old_rules_words(old), OLD_RULES_ADVICE, is_urgent=True, value=OLD_RULES)


def _by_when(due: dt.date | None, today: dt.date) -> Text:
    if due is None:
        return NOTHING
    if due == today:
        return say("today")
    return say("since {day}", day=due) if due < today else say("{day}", day=due)
