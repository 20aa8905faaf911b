"""What a case still lacks, page by page: for the documentation NIQ, and before it can be closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iq_desktop.domain.closing import closing_gaps
from iq_desktop.domain.niq import NiqLight, niq_state
from iq_desktop.domain.niq_report import ReportState
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.wording.text import Text, joined, say, say_count

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.niq import NiqState
    from iq_desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is missing: what, on which page, and the field where it can be mended; `count` things in all."""

    page: str
    field: str
    title: Text
    words: Text
    count: int = 1
    is_grave: bool = False


def niq_lacks(case: CaseFile, today: dt.date) -> tuple[Lack, ...]:
    """Return what the record of a case lacks, one for each page in the order of the pages."""
    gaps = niq_state(case, today).gaps
    found = []
    for page in CASE_PAGES:
        mine = [gap for gap in gaps if gap.page == page.name]
        if mine:
            is_grave = any(gap.light is NiqLight.RED for gap in mine)
            words = joined(tuple(gap.text for gap in mine), " ")
            found.append(Lack(page.name, mine[0].field, page.title, words, len(mine), is_grave))
    return tuple(found)


def closing_lacks(desk: Desk, case: CaseFile) -> tuple[Lack, ...]:
    """Return what still keeps a case from being closed, one by one."""
    titles = {page.name: page.title for page in CASE_PAGES}
    return tuple(Lack(gap.page, gap.field, gap.text, titles[gap.page]) for gap in closing_gaps(case, desk.law))


def niq_words(state: NiqState, report: ReportState = ReportState.NOT_REPORTED) -> Text:
    """Return how far a record has come and whether it went, in one short line."""
    count = len(state.gaps)
    if report is ReportState.CHANGED:
        return say("NIQ: changed since the report")
    if report is ReportState.REPORTED:
        return say("NIQ reported")
    if state.light is NiqLight.GREEN:
        return say("NIQ complete")
    if state.light is NiqLight.RED:
        return say_count("NIQ: {count} missing, not ready", "NIQ: {count} missing, not ready", count=count)
    return say_count("NIQ: {count} missing", "NIQ: {count} missing", count=count)
