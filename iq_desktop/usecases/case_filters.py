"""By what the list of cases is narrowed: filters with their answers in words, and the views that are always there."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.case_list import ME, CaseQuery, CaseSort, CaseView
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.niq_report import ReportState
from iq_desktop.usecases.case_pages import CASE_PAGES
from iq_desktop.wording.text import CountryName, LanguageName, Text, as_it_is, say, say_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_list import FilterValues
    from iq_desktop.domain.centre import Adviser

DAYS: Final = (0, 7, 14, 30, 90)
"""How far ahead a date may lie, in days."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: the field of CaseQuery, what it is called, and its answers with their words."""

    name: str
    label: Text
    answers: tuple[tuple[Any, Text], ...]

    def words_of(self, value: Any) -> Text | None:
        """Return the words of an answer, or None where the filter does not have it."""
        return next((words for answer, words in self.answers if answer == value), None)


def filters_of(values: FilterValues, advisers: Sequence[Adviser]) -> tuple[Filter, ...]:
    """Return the filters with the answers that the cases hold."""
    names = {adviser.id: adviser.name for adviser in advisers}
    who = tuple((one, as_it_is(names.get(one, one))) for one in values.adviser_ids)
    return (
        Filter("adviser_id", say("Adviser"), ((ME, say("My cases")), *who)),
        Filter("open_page", say("Still open on"), tuple((one.name, one.title) for one in CASE_PAGES if one.asks)),
        Filter("niq", say("NIQ"), tuple((light, light.label) for light in NiqLight)),
        Filter("report", say("Report to NIQ"), tuple((state, state.label) for state in ReportState)),
        Filter("due_within", say("Next date"), tuple((days, _within(days)) for days in DAYS)),
        Filter("language", say("Language"), tuple((code, _language(code)) for code in values.languages)),
        Filter("origin", say("Origin"), tuple((code, _state(code)) for code in values.origins)),
        Filter("is_closed", say("Counselling"), ((False, say("goes on")), (True, say("has ended")))),
        Filter("kind", say("Kind of case"), tuple((kind, kind.label) for kind in CaseKind)),
    )


def with_filter(query: CaseQuery, name: str, value: Any) -> CaseQuery:
    """Return a question with another answer of a filter; None takes the filter away."""
    change: dict[str, Any] = {name: _default(name) if value is None else value}
    return replace(query, **change)


def active_filters(query: CaseQuery, filters: Sequence[Filter]) -> tuple[tuple[str, Text], ...]:
    """Return what narrows the list now: names of filters with “label: answer” in words."""
    found = []
    for one in filters:
        value = getattr(query, one.name)
        if value != _default(one.name):
            words = one.words_of(value) or as_it_is(str(value))
            found.append((one.name, say("{label}: {answer}", label=one.label, answer=words)))
    return tuple(found)


def without_filters(query: CaseQuery) -> CaseQuery:
    """Return a question with its words and order, without filters."""
    return CaseQuery(words=query.words, sort=query.sort, is_descending=query.is_descending)


BUILT_IN: Final = (
    CaseView("all", CaseQuery(), id="all"),
    CaseView("mine", CaseQuery(adviser_id=ME, is_closed=False), id="mine"),
    CaseView("soon", CaseQuery(due_within=14, is_closed=False, sort=CaseSort.DUE), id="soon"),
    CaseView("niq", CaseQuery(niq=NiqLight.AMBER, sort=CaseSort.CHANGED, is_descending=True), id="niq"),
    CaseView("red", CaseQuery(niq=NiqLight.RED, sort=CaseSort.CHANGED, is_descending=True), id="red"),
    CaseView(
        "ready",
        CaseQuery(niq=NiqLight.GREEN, report=ReportState.NOT_REPORTED, sort=CaseSort.CHANGED, is_descending=True),
        id="ready",
    ),
    CaseView("changed", CaseQuery(report=ReportState.CHANGED, sort=CaseSort.CHANGED, is_descending=True), id="changed"),
)
"""Views that are always there; their names are spoken by `view_name`."""
_NAMES: Final = {
    "all": say("All cases"),
    "mine": say("My open cases"),
    "soon": say("Dates in the next two weeks"),
    "niq": say("NIQ: incomplete"),
    "red": say("NIQ: cannot be reported yet"),
    "ready": say("NIQ: complete, not reported yet"),
    "changed": say("NIQ: changed since the last report"),
}


def view_name(view: CaseView) -> Text:
    """Return the name of a view, spoken where it is always there."""
    return _NAMES.get(view.id) or as_it_is(view.name)


def shown_view(query: CaseQuery, columns: tuple[str, ...], views: Sequence[CaseView]) -> CaseView | None:
    """Return the view that shows just this question (its words aside) and these columns, or None.

    A view without columns of its own leaves them as they are, so one with just these columns comes first.
    """
    asked = replace(query, words="")
    same = [one for one in views if one.query == asked and one.columns in ((), columns)]
    return next((one for one in same if one.columns == columns), same[0] if same else None)


def _default(name: str) -> Any:
    return next(field.default for field in fields(CaseQuery) if field.name == name)


def _within(days: int) -> Text:
    return say_count("within {count} day", "within {count} days", count=days) if days else say("overdue or today")


def _language(code: str) -> Text:
    return say("{language}", language=LanguageName(code))


def _state(code: str) -> Text:
    return say("{country}", country=CountryName(code))
