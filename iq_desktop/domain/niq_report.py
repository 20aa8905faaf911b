"""What was reported of a case to the documentation NIQ, under which Chiffre, and what has changed since."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.niq_record import NiqRecord, Sender, niq_record
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.niq_codes import NiqCodes


class ReportState(Choice):
    """Whether a case was reported, and whether its record still says the same."""

    NOT_REPORTED = "not_reported", say("Not reported yet")
    REPORTED = "reported", say("Reported")
    CHANGED = "changed", say("Changed since the last report")


@dataclass(frozen=True, slots=True)
class NiqReport:
    """One report: its day, the record as it was sent (a JSON object), and the Chiffre that NIQ returned for it."""

    sent_on: dt.date | None = None
    chiffre: str = ""
    record: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class NiqChange:
    """One field of the record that says something else than in the last report; empty where it says nothing."""

    name: str
    before: str
    after: str


def report_of(record: NiqRecord, today: dt.date, chiffre: str = "") -> NiqReport:
    """Return the report of a record that is sent today, under the Chiffre of the one before."""
    return NiqReport(today, chiffre, json.dumps(dict(record.pairs), ensure_ascii=False))


def chiffre_of(case: CaseFile) -> str:
    """Return the Chiffre of a case, the newest where there are several; empty where NIQ returned none yet."""
    return next((one.chiffre for one in reversed(case.niq_reports) if one.chiffre), "")


def find_last_report(case: CaseFile) -> NiqReport | None:
    """Return the last report with a record, or None; a Chiffre alone is no report of ours."""
    return next((one for one in reversed(case.niq_reports) if one.record), None)


def changes_since(report: NiqReport, record: NiqRecord) -> tuple[NiqChange, ...]:
    """Return the fields in which a record differs from a report, in the order of the form, what is gone last."""
    sent, now = _sent(report), dict(record.pairs)
    names = (*now, *(name for name in sent if name not in now))
    pairs = ((name, sent.get(name, ""), now.get(name, "")) for name in names)
    return tuple(NiqChange(name, before, after) for name, before, after in pairs if before != after)


def _sent(report: NiqReport) -> dict[str, str]:
    """Return the fields as they were sent; none where the record cannot be read any more."""
    try:
        told = json.loads(report.record)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}


def record_since(case: CaseFile, report: NiqReport, codes: NiqCodes, today: dt.date) -> NiqRecord:
    """Return the record of a case now as the sender of a report would send it.

    So only what has changed in the case counts as a change, not another address of the centre.
    """
    sent = _sent(report)
    sender = Sender(sent.get("niqidberatungsstelle", ""), sent.get("ort", ""))
    return niq_record(case, codes, sender, report.sent_on or today)


def find_changes(case: CaseFile, codes: NiqCodes, today: dt.date) -> tuple[NiqChange, ...]:
    """Return what of a case says something else than its last report; nothing where it was never reported."""
    last = find_last_report(case)
    return changes_since(last, record_since(case, last, codes, today)) if last else ()


def state_of_report(case: CaseFile, codes: NiqCodes, today: dt.date) -> ReportState:
    """Return whether a case was reported, and whether it says something else now."""
    if find_last_report(case) is None:
        return ReportState.NOT_REPORTED
    return ReportState.CHANGED if find_changes(case, codes, today) else ReportState.REPORTED


def with_report(case: CaseFile, record: NiqRecord, today: dt.date) -> CaseFile:
    """Return the case with one more report, under its Chiffre."""
    return replace(case, niq_reports=(*case.niq_reports, report_of(record, today, chiffre_of(case))))


def with_chiffre(case: CaseFile, chiffre: str) -> CaseFile:
    """Return the case with the Chiffre that NIQ returned; one that was not reported from here keeps it alone."""
    if chiffre == chiffre_of(case):
        return case
    *earlier, last = case.niq_reports or (NiqReport(),)
    if not chiffre:
        without = tuple(replace(one, chiffre="") for one in case.niq_reports)
        return replace(case, niq_reports=tuple(one for one in without if one.record))
    return replace(case, niq_reports=(*earlier, replace(last, chiffre=chiffre)))
