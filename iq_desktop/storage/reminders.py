"""What waits: deadlines of all cases, most urgent first, tasks without a day, what documentation and pages lack."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_row import Reminder, ReminderKind
from iq_desktop.domain.rights import NO_COUNSELLING, RESTRICTED
from iq_desktop.domain.role import WHOLE, Sight
from iq_desktop.domain.talk import Alarm
from iq_desktop.storage.case_line import LIGHTS
from iq_desktop.storage.deadline_rows import NO_DAY
from iq_desktop.storage.list_tables import case_deadline, case_line
from iq_desktop.storage.prepared import Prepared, prepare
from iq_desktop.storage.seen_rows import of_seen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause

BEHIND: Final = dt.timedelta(days=60)
"""What nobody took up for so long is no longer shown as waiting."""
_AHEAD: Final = dt.timedelta(days=14)
_RESIDENCE_AHEAD: Final = dt.timedelta(days=90)
"""A residence title is renewed at the office, which takes weeks."""
_LONG_BEFORE: Final = (ReminderKind.RESIDENCE_ENDS, ReminderKind.STAY_ENDS)
_FROM_ITS_DAY: Final = (
    ReminderKind.REFERRAL_ANSWER,
    ReminderKind.PAPER_BACK,
    ReminderKind.SIX_MONTHS,
    ReminderKind.ASK_DONE,
    ReminderKind.RECEIPT_DUE,
    ReminderKind.ASK_BODY,
)
"""What is nobody's business before its day."""
_KINDS: Final = {kind.value: kind for kind in ReminderKind}
_GREEN: Final = len(LIGHTS)


def list_reminders(
    connection: Connection, today: dt.date, limit: int, adviser_id: str = "", sight: Sight = WHOLE
) -> tuple[Reminder, ...]:
    """Return what waits: by day, then tasks without a day, then what NIQ lacks and incomplete cases.

    What is overdue, what comes, what has no day and what is incomplete have room for `limit` lines each, so that none
    of them crowds another out. Tasks without a day begin with the oldest cases, what is incomplete with the newest.
    With an adviser only their cases, of those that are seen. A case stands once as incomplete: for NIQ (red before
    amber), or else for its pages.
    """
    ways = _ways(sight, is_of_one=bool(adviser_id))
    mine = {"adviser": adviser_id} if adviser_id else {}
    waiting = [_dated(row) for row in ways.dated.rows(connection, most=limit, **_overdue(today), **mine)]
    waiting += [_dated(row) for row in ways.dated.rows(connection, most=limit, **_to_come(today), **mine)]
    waiting += [_dated(row) for row in ways.undated.rows(connection, most=limit, **mine)]
    asked = [(ways.niq, _niq, {"light": light}) for light in range(1, _GREEN)]
    found: list[Reminder] = []
    for statement, read, light in (*asked, (ways.incomplete, _incomplete, {})):
        room = limit - len(found)
        if room > 0:
            found += [read(row) for row in statement.rows(connection, most=room, **light, **mine)]
    return (*waiting, *found)


def _overdue(today: dt.date) -> dict[str, str]:
    """Return the days between which what should have been done lies."""
    yesterday = (today - dt.timedelta(days=1)).isoformat()
    return {"since": (today - BEHIND).isoformat(), "today": yesterday, "soon": yesterday, "later": yesterday}


def _to_come(today: dt.date) -> dict[str, str]:
    """Return the days until which what comes is told: soon, and much earlier what takes weeks."""
    soon, later = (today + _AHEAD).isoformat(), (today + _RESIDENCE_AHEAD).isoformat()
    return {"since": today.isoformat(), "today": today.isoformat(), "soon": soon, "later": later}


def list_deadlines(
    connection: Connection, since: dt.date, limit: int, adviser_id: str = "", sight: Sight = WHOLE
) -> tuple[Reminder, ...]:
    """Return the deadlines of all cases that are seen (of an adviser, where one is given) from a day on, in order."""
    mine = {"adviser": adviser_id} if adviser_id else {}
    statement = _ways(sight, is_of_one=bool(adviser_id)).from_a_day
    return tuple(_dated(row) for row in statement.rows(connection, most=limit, since=since.isoformat(), **mine))


class _Ways(NamedTuple):
    """The statements for what is due soon, without a day, for all days from one on, for what NIQ or the pages lack."""

    dated: Prepared
    undated: Prepared
    from_a_day: Prepared
    niq: Prepared
    incomplete: Prepared


@lru_cache(maxsize=8)
def _ways(sight: Sight, *, is_of_one: bool) -> _Ways:
    """Return the statements for whoever sees some cases: of all advisers, or of one."""

    def limits(line: FromClause) -> tuple[ColumnElement[bool], ...]:
        of_one = (line.c.adviser_id == bindparam("adviser"),) if is_of_one else ()
        return (*of_one, *of_seen(sight, line))

    return _Ways(
        prepare(_DATED.where(_is_time(), *limits(case_line)).limit(bindparam("most"))),
        prepare(_DATED.where(case_deadline.c.due == NO_DAY, *limits(case_line)).limit(bindparam("most"))),
        prepare(_DATED.where(case_deadline.c.due >= bindparam("since"), *limits(case_line)).limit(bindparam("most"))),
        _newest((case_line.c.niq_light, case_line.c.niq_gaps), *_LACKS_NIQ, *limits(_filtered)),
        _newest((case_line.c.open_pages,), *_IS_INCOMPLETE, *limits(_filtered)),
    )


def _newest(shown: Sequence[ColumnElement[Any]], *conditions: ColumnElement[bool]) -> Prepared:
    """Return the statement for the newest cases under conditions: the inner question reads only an index."""
    lines = select(_filtered.c.line).where(*conditions)
    lines = lines.order_by(_filtered.c.line.desc()).limit(bindparam("most"))
    return prepare(select(*_CASE, *shown).where(case_line.c.line.in_(lines)).order_by(case_line.c.line.desc()))


def _is_time() -> ColumnElement[bool]:
    due, kind = case_deadline.c.due, case_deadline.c.kind
    before_its_day = and_(*(kind != one.value for one in _FROM_ITS_DAY))
    return and_(
        due >= bindparam("since"),
        due <= bindparam("later"),
        or_(due <= bindparam("soon"), *(kind == one.value for one in _LONG_BEFORE)),
        or_(due <= bindparam("today"), before_its_day),
    )


_filtered: Final = case_line.alias("filtered")
_CASE: Final = (case_line.c.case_id, case_line.c.number, case_line.c.name, case_line.c.adviser_id)
_TOLD: Final = ("kind", "due", "page", "field", "item", "words", "at", "minutes", "place", "alarm")
_DATED: Final = (
    select(*_CASE, *(case_deadline.c[name] for name in _TOLD))
    .select_from(case_deadline.join(case_line, case_line.c.line == case_deadline.c.line))
    .order_by(case_deadline.c.due, case_deadline.c.line, case_deadline.c.position)
)
_light: Final = _filtered.c.niq_light.op("+")(0)
"""The light as a term, for which SQLite looks into the index of all filters and not into that of the light alone."""
_NOT_QUIET: Final = tuple(func.instr(_filtered.c.stops, stop.code) == 0 for stop in (RESTRICTED, NO_COUNSELLING))
"""Nobody is reminded of what a case lacks that is only kept."""
_LACKS_NIQ: Final = (_light == bindparam("light"), _filtered.c.kind == CaseKind.FULL.value, *_NOT_QUIET)
_IS_INCOMPLETE: Final = (
    _filtered.c.is_closed == 0,
    _filtered.c.open_pages != "",
    or_(~_light.between(1, _GREEN - 1), _filtered.c.kind != CaseKind.FULL.value),
)


def _dated(row: Sequence[Any]) -> Reminder:
    case_id, number, name, adviser_id, kind, due, page, field, item, words, at, minutes, place, alarm = row
    return Reminder(
        kind=_KINDS[kind],
        case_id=case_id,
        case_number=number,
        case_name=name,
        adviser_id=adviser_id,
        page=page,
        field=field,
        item=item,
        words=words,
        due=dt.date.fromisoformat(due) if due != NO_DAY else None,
        at=at,
        minutes=minutes,
        place=place,
        alarm=Alarm.of(alarm) if alarm else None,
    )


def _niq(row: Sequence[Any]) -> Reminder:
    case_id, number, name, adviser_id, light, written = row
    gaps = tuple(written.split())
    page, _, field = gaps[0].partition(".") if gaps else ("", "", "")
    return Reminder(
        kind=ReminderKind.NIQ,
        case_id=case_id,
        case_number=number,
        case_name=name,
        adviser_id=adviser_id,
        page=page,
        field=field,
        niq=LIGHTS[light - 1],
        gaps=gaps,
    )


def _incomplete(row: Sequence[Any]) -> Reminder:
    case_id, number, name, adviser_id, open_pages = row
    return Reminder(
        kind=ReminderKind.INCOMPLETE,
        case_id=case_id,
        case_number=number,
        case_name=name,
        adviser_id=adviser_id,
        page=open_pages.partition(" ")[0],
    )
