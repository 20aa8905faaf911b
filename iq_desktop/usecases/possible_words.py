"""What is possible, in words: the line of a route, its reasons with their place in the law, what is still missing.

Screen and paper say the same. What is not verified is told as something to be checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.eligibility import RouteVerdict, Verdict
from iq_desktop.domain.fact_words import value_in_words
from iq_desktop.domain.rule import Outcome, RouteGroup
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from iq_desktop.domain.course_type import CourseType
    from iq_desktop.domain.eligibility import Finding
    from iq_desktop.domain.fact import Fact

MARKS: Final = {Verdict.OPEN: "good", Verdict.OPEN_IF: "info", Verdict.UNDECIDED: "open", Verdict.CLOSED: "close"}
"""The mark of a verdict."""
_ORDER: Final = {Verdict.OPEN: 0, Verdict.OPEN_IF: 1, Verdict.UNDECIDED: 2, Verdict.CLOSED: 3}
_NOTE_MARKS: Final = {Outcome.DUTY: "flag", Outcome.HINT: "info", Outcome.WARNING: "warn"}
_MOST_FACTS: Final = 8


@dataclass(frozen=True, slots=True)
class ToldReason:
    """One reason: mark, sentences by language, the facts it rests on, where it stands, and whether that is settled."""

    mark: str
    sentences: Mapping[str, str]
    facts: Text
    place: Text
    is_settled: bool
    pack_names: Mapping[str, str] = field(default_factory=dict)
    version: str = ""

    def sentence(self, language: str) -> str:
        """Return the sentence in a language of advisers; German stands in for every other one."""
        return self.sentences.get(language) or self.sentences.get("de", "")

    def whole_place(self, language: str) -> Text:
        """Return place and “Stand”, and which pack it is in a language of advisers."""
        name = self.pack_names.get(language) or self.pack_names.get("de", "")
        return joined((self.place, as_it_is(f"{name} {self.version}".strip())))


def course_words(verdict: RouteVerdict, course_types: Mapping[str, CourseType], language: str) -> Text:
    """Return the German courses of which the rules speak, each with its units; empty where there is none."""
    known = [course_types[code] for code in verdict.courses if code in course_types]
    return joined([_course(one, language) for one in known], ", ")


def _course(one: CourseType, language: str) -> Text:
    name = one.naming.in_language(language)
    return say("{course} ({count} units)", course=name, count=str(one.units)) if one.units else as_it_is(name)


def verdict_words(verdict: RouteVerdict) -> Text:
    """Return the verdict as words, with a doubt where the rules were not verified."""
    if verdict.verdict is Verdict.UNDECIDED or verdict.is_verified:
        return verdict.verdict.label
    return say("{verdict}, to be checked", verdict=verdict.verdict.label)


def title_words(verdict: RouteVerdict) -> Text:
    """Return what a verdict is about: the route, and of what it is asked."""
    if not verdict.subject_name:
        return verdict.route.label
    return say("{route}: {subject}", route=verdict.route.label, subject=verdict.subject_name)


def reasons_of(verdict: RouteVerdict) -> tuple[ToldReason, ...]:
    """Return why the verdict is so: what decided it; where no ground of access holds, each that does not."""
    mark = MARKS[verdict.verdict]
    decided = [told_reason(one, mark) for one in verdict.decided_by]
    return (*decided, *(told_reason(one, _NOTE_MARKS[one.rule.outcome]) for one in verdict.notes))


def lacking_of(verdict: RouteVerdict) -> tuple[ToldReason, ...]:
    """Return the grounds of access that do not hold, where none does."""
    if verdict.verdict is not Verdict.CLOSED or verdict.decided_by:
        return ()
    return tuple(told_reason(one, "close") for one in verdict.lacking)


def short_reason(verdict: RouteVerdict, language: str) -> Text:
    """Return the one line below a route: the first reason, else what is missing, else that no ground holds."""
    if verdict.verdict is Verdict.UNDECIDED:
        return missing_words(verdict.missing)
    told = reasons_of(verdict)
    if told:
        return as_it_is(told[0].sentence(language))
    return say("None of the grounds of access applies.") if verdict.verdict is Verdict.CLOSED else NOTHING


def missing_words(missing: Sequence[Fact]) -> Text:
    """Return what is missing to decide, the most important first."""
    if not missing:
        return NOTHING
    return say("Still to be asked: {facts}", facts=joined([fact.label for fact in missing[:3]], ", "))


def checked_words(verdict: RouteVerdict) -> Text:
    """Return the “Stand” of the rules on which a verdict rests; empty where it rests on none."""
    day = verdict.checked_on
    return NOTHING if day is None else say("As of {day}", day=day)


def by_group(verdicts: Iterable[RouteVerdict]) -> tuple[tuple[RouteGroup, tuple[RouteVerdict, ...]], ...]:
    """Return the verdicts below their headings, in each what is open before what is closed."""
    groups: dict[RouteGroup, list[RouteVerdict]] = {group: [] for group in RouteGroup}
    for one in verdicts:
        groups[one.route.group].append(one)
    ordered = ((group, sorted(found, key=lambda one: _ORDER[one.verdict])) for group, found in groups.items())
    return tuple((group, tuple(found)) for group, found in ordered if found)


def told_reason(finding: Finding, mark: str) -> ToldReason:
    """Return a rule as one reason: its sentences, the facts it rests on, and its place in the law."""
    known = [
        say("{fact}: {value}", fact=one.fact.label, value=value_in_words(one.fact, one.value)) for one in finding.facts
    ]
    return ToldReason(
        mark,
        finding.rule.reasons,
        joined(known),
        _place(finding),
        finding.is_verified,
        finding.pack.names,
        finding.pack.version,
    )


def _place(finding: Finding) -> Text:
    """Return where a rule stands in the law, else its source, and the “Stand” of its pack."""
    rule, pack = finding.rule, finding.pack
    cites = "; ".join(cite.place for cite in rule.cites) or rule.source
    day = say("as of {day}", day=pack.checked_on)
    settled = NOTHING if finding.is_verified else say("to be checked")
    return joined((as_it_is(cites), day, settled))
