"""What waits: deadlines of the cases as one query over their tables, most urgent first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, literal, select, union_all

from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.referral import ReferralState
from iq_desktop.storage.case_tables import agreed_point, client, referral
from iq_desktop.storage.list_tables import case_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

_RESIDENCE_AHEAD: Final = dt.timedelta(days=90)
"""A residence title is renewed at the office, which takes weeks."""
_AHEAD: Final = dt.timedelta(days=14)
_BEHIND: Final = dt.timedelta(days=60)
"""What nobody took up for so long is no longer shown as waiting."""
_KINDS: Final = {kind.value: kind for kind in ReminderKind}
_UNANSWERED: Final = (ReferralState.PLANNED.value, ReferralState.SENT.value)
_BEFORE_START: Final = (*_UNANSWERED, ReferralState.ACCEPTED.value)


def list_reminders(connection: Connection, today: dt.date, limit: int) -> tuple[Reminder, ...]:
    """Return what waits: first by day, then incomplete cases, last changed first."""
    dated = union_all(*_dated(today)).subquery()
    rows = connection.execute(select(dated).order_by(dated.c.due, dated.c.number).limit(limit)).all()
    found = [_reminder(row) for row in rows]
    if len(found) < limit:
        found += [_reminder(row) for row in connection.execute(_incomplete().limit(limit - len(found)))]
    return tuple(found)


def _dated(today: dt.date) -> Sequence[Select[Any]]:
    since = today - _BEHIND
    return (
        _select(
            ReminderKind.RESIDENCE_ENDS,
            client,
            client.c.residence_valid_until,
            literal("person"),
            literal(""),
            _between(client.c.residence_valid_until, since, today + _RESIDENCE_AHEAD),
        ),
        _select(
            ReminderKind.AGREED,
            agreed_point,
            agreed_point.c.due,
            literal("agreement"),
            agreed_point.c.text,
            _between(agreed_point.c.due, since, today + _AHEAD),
        ),
        _select(
            ReminderKind.REFERRAL_ANSWER,
            referral,
            referral.c.remind_on,
            literal("referral"),
            referral.c.recipient,
            and_(_between(referral.c.remind_on, since, today), referral.c.state.in_(_UNANSWERED)),
        ),
        _select(
            ReminderKind.COURSE_STARTS,
            referral,
            referral.c.starts_on,
            literal("referral"),
            referral.c.recipient,
            and_(_between(referral.c.starts_on, today, today + _AHEAD), referral.c.state.in_(_BEFORE_START)),
        ),
    )


def _select(
    kind: ReminderKind,
    table: Table,
    due: ColumnElement[Any],
    page: ColumnElement[Any],
    words: ColumnElement[Any],
    condition: ColumnElement[bool],
) -> Select[Any]:
    return (
        select(
            literal(kind.value).label("kind"),
            case_line.c.case_id,
            case_line.c.number,
            case_line.c.name,
            page.label("page"),
            words.label("words"),
            due.label("due"),
        )
        .select_from(table.join(case_line, case_line.c.case_id == table.c.case_id))
        .where(condition)
    )


def _incomplete() -> Select[Any]:
    return (
        select(
            literal(ReminderKind.INCOMPLETE.value),
            case_line.c.case_id,
            case_line.c.number,
            case_line.c.name,
            case_line.c.open_page,
            literal(""),
            literal(None),
        )
        .where(case_line.c.open_page != "")
        .order_by(case_line.c.changed_at.desc(), case_line.c.line.desc())
    )


def _between(day: ColumnElement[Any], first: dt.date, last: dt.date) -> ColumnElement[bool]:
    return day.between(first.isoformat(), last.isoformat())


def _reminder(row: Sequence[Any]) -> Reminder:
    kind, case_id, number, name, page, words, due = row
    return Reminder(
        kind=_KINDS[kind],
        case_id=case_id,
        case_number=number,
        case_name=name,
        page=page,
        words=words,
        due=dt.date.fromisoformat(due) if due else None,
    )
