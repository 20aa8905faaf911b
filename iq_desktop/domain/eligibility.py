"""What is possible for somebody: a verdict for each route, with the rules that decided it and what is missing.

A verdict is as good as the rules: what is not verified is to be checked, and never told as settled.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.fact import About, Circumstances, Fact, FactValue
from iq_desktop.domain.facts import FACTS
from iq_desktop.domain.rule import Outcome, Route, Rule, RulePack
from iq_desktop.domain.rule_logic import Known, all_of, any_of, deciding_unknown, facts_in, holds
from iq_desktop.domain.training_readers import doubtful_facts, worked_occupations
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.standing import Standing


class Verdict(Choice):
    """What the rules say of a route."""

    OPEN = "open", say("possible")
    OPEN_IF = "open_if", say("possible with conditions")
    UNDECIDED = "undecided", say("cannot be said yet")
    CLOSED = "closed", say("not possible")


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact with what is known of it, on which a rule rests; doubtful where only an unverified list says so."""

    fact: Fact
    value: FactValue
    is_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule as it came out: it holds (`is_true`), does not, or cannot be said (None); `missing` facts decide it."""

    rule: Rule
    pack: RulePack
    is_true: bool | None
    facts: tuple[KnownFact, ...] = ()
    missing: tuple[Fact, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether rule and pack were read in the law itself, and no fact comes from a list that nobody verified."""
        return self.rule.verified and self.pack.verified and not any(one.is_doubtful for one in self.facts)


@dataclass(frozen=True, slots=True)
class RouteVerdict:
    """The verdict on one route, for the person or for one qualification or occupation.

    `decided_by` are the rules that hold and decide, `notes` duties, hints and warnings that hold, `pending` the rules
    that could still change it, `lacking` the grounds of access that do not hold. `missing` begins with the fact that
    decides most, `told` are those of its rules that were told on the page of recognition. `may_become` is the best that
    can still come.
    """

    route: Route
    verdict: Verdict
    may_become: Verdict
    decided_by: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    pending: tuple[Finding, ...] = ()
    lacking: tuple[Finding, ...] = ()
    missing: tuple[Fact, ...] = ()
    told: tuple[Fact, ...] = ()
    subject_id: str = ""
    subject_name: str = ""

    @property
    def is_verified(self) -> bool:
        """Whether every rule on which the verdict rests was read in the law itself."""
        return all(finding.is_verified for finding in self._resting_on())

    @property
    def checked_on(self) -> dt.date | None:
        """The “Stand”: the day of the oldest check among the packs on which the verdict rests."""
        return min((finding.pack.checked_on for finding in self._resting_on()), default=None)

    @property
    def courses(self) -> tuple[str, ...]:
        """The course types of which the rules that hold speak; none where the route is closed."""
        if self.verdict is Verdict.CLOSED:
            return ()
        found = (course for finding in (*self.decided_by, *self.notes) for course in finding.rule.courses)
        return tuple(dict.fromkeys(found))

    def _resting_on(self) -> tuple[Finding, ...]:
        return self.decided_by or (self.pending if self.verdict is Verdict.UNDECIDED else self.lacking)


_GROUNDS: Final = {Outcome.OPEN: Verdict.OPEN, Outcome.OPEN_IF: Verdict.OPEN_IF}
_NOTES: Final = frozenset({Outcome.DUTY, Outcome.HINT, Outcome.WARNING})
_ORDER: Final = {route: place for place, route in enumerate(Route)}
_RANK: Final = {Verdict.CLOSED: 0, Verdict.OPEN_IF: 1, Verdict.OPEN: 2}


def what_is_possible(
    packs: Iterable[RulePack], case: CaseFile, today: dt.date, standings: Mapping[str, Standing] | None = None
) -> tuple[RouteVerdict, ...]:
    """Return a verdict on every route of which a valid rule speaks, in the order of the routes and of the case."""
    rules = _valid_rules(packs, today)
    person = Circumstances(case, today, standings=standings or {})
    of_person = _reader_of(person, About.PERSON)
    found: list[RouteVerdict] = []
    for about in About:
        subjects = [
            (name, at.subject_id, _reader_of(at, about, of_person), doubtful_facts(at))
            for name, at in _subjects(about, person)
        ]
        for route in (one for one in Route if one.about is about and one in rules):
            verdicts = (
                replace(decide(route, rules[route], known, doubtful), subject_id=subject_id, subject_name=name)
                for name, subject_id, known, doubtful in subjects
            )
            found.extend(verdicts)
    return tuple(sorted(found, key=lambda one: _ORDER[one.route]))


def decide(
    route: Route, rules: Sequence[tuple[RulePack, Rule]], known: Known, doubtful: Container[str] = ()
) -> RouteVerdict:
    """Return the verdict on a route from its rules and what is known; `doubtful` are facts that nobody verified."""
    truths = _truths(rules, known)
    findings = [_finding(Finding(rule, pack, truths[pack.code, rule.code]), known, doubtful) for pack, rule in rules]
    closing = [one for one in findings if one.rule.outcome is Outcome.CLOSED]
    grounds = [one for one in findings if one.rule.outcome in _GROUNDS]
    notes = tuple(one for one in findings if one.is_true and one.rule.outcome in _NOTES)
    told = _told(findings)
    if any(one.is_true for one in closing):
        decided = tuple(one for one in closing if one.is_true)
        return RouteVerdict(route, Verdict.CLOSED, Verdict.CLOSED, decided, notes, told=told)
    holding = tuple(one for one in grounds if one.is_true)
    best = _best(one for one in grounds if one.is_true is not False)
    worst = Verdict.CLOSED if any(one.is_true is None for one in closing) else _best(holding)
    verdict = worst if worst is best or worst is Verdict.OPEN_IF else Verdict.UNDECIDED
    pending = tuple(_pending(closing, grounds, _best(holding)))
    lacking = tuple(one for one in grounds if one.is_true is False)
    return RouteVerdict(route, verdict, best, holding, notes, pending, lacking, _missing(pending), told)


def _valid_rules(packs: Iterable[RulePack], today: dt.date) -> dict[Route, list[tuple[RulePack, Rule]]]:
    found: dict[Route, list[tuple[RulePack, Rule]]] = {}
    for pack in packs:
        if pack.is_valid_on(today):
            for rule in pack.rules:
                if rule.is_valid_on(today):
                    found.setdefault(rule.route, []).append((pack, rule))
    return found


def _subjects(about: About, person: Circumstances) -> Iterator[tuple[str, Circumstances]]:
    """Yield whatever a route is asked of, with its name; one without a name where the case has none of them yet."""
    if about is About.QUALIFICATION and person.case.qualifications:
        yield from ((one.title, replace(person, qualification=one)) for one in person.case.qualifications)
    elif about is About.OCCUPATION and (worked := worked_occupations(person.case)):
        yield from ((one.name, replace(person, occupation=one)) for one in worked)
    else:
        yield "", person


def _reader_of(at: Circumstances, about: About, of_person: Known | None = None) -> Known:
    """Return what reads each fact of a subject once; facts about the person are read for all subjects together."""
    found: dict[str, FactValue | None] = {}

    def known(code: str) -> FactValue | None:
        if code not in found:
            fact = FACTS[code]
            is_own = of_person is None or fact.about is about
            found[code] = fact.read(at) if is_own else of_person(code) if of_person else None
        return found[code]

    return known


def _truths(rules: Sequence[tuple[RulePack, Rule]], known: Known) -> dict[tuple[str, str], bool | None]:
    """Return which rules hold; one that another rule of its pack displaces does not count."""
    alone = {(pack.code, rule.code): holds(rule.when, known) for pack, rule in rules}
    displacing: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for pack, rule in rules:
        for code in rule.displaces:
            displacing.setdefault((pack.code, code), []).append((pack.code, rule.code))

    def counts(key: tuple[str, str]) -> bool | None:
        if key not in displacing or alone[key] is False:
            return alone[key]
        is_displaced = any_of(counts(other) for other in displacing[key])
        return all_of((alone[key], None if is_displaced is None else not is_displaced))

    return {key: counts(key) for key in alone}


def _finding(bare: Finding, known: Known, doubtful: Container[str]) -> Finding:
    """Return a rule that came out with the facts on which it rests, and those that could still decide it."""
    rule = bare.rule
    told = ((FACTS[code], known(code)) for code in facts_in(rule.when))
    facts = tuple(KnownFact(fact, value, fact.code in doubtful) for fact, value in told if value is not None)
    return replace(bare, facts=facts, missing=tuple(_asked_for(rule, known)) if bare.is_true is None else ())


def _asked_for(rule: Rule, known: Known) -> Iterator[Fact]:
    """Yield the facts that could still decide a rule; of one that is reckoned, those that it lacks."""
    for code in deciding_unknown(rule.when, known):
        told = [FACTS[one] for one in FACTS[code].rests_on if known(one) is None]
        yield from told or (FACTS[code],)


def _best(findings: Iterable[Finding]) -> Verdict:
    return max((_GROUNDS[one.rule.outcome] for one in findings), key=_RANK.__getitem__, default=Verdict.CLOSED)


def _pending(closing: Iterable[Finding], grounds: Iterable[Finding], reached: Verdict) -> Iterator[Finding]:
    """Yield the rules that could still change a verdict: what could close it, and better grounds than those reached."""
    yield from (one for one in closing if one.is_true is None)
    for one in grounds:
        if one.is_true is None and _RANK[_GROUNDS[one.rule.outcome]] > _RANK[reached]:
            yield one


def _told(findings: Iterable[Finding]) -> tuple[Fact, ...]:
    known = (one.fact for finding in findings for one in finding.facts if one.fact.is_told)
    return tuple({fact.code: fact for fact in known}.values())


def _missing(pending: Iterable[Finding]) -> tuple[Fact, ...]:
    """Return the facts that could still decide, those of most rules first."""
    counted = Counter(fact.code for finding in pending for fact in dict.fromkeys(finding.missing))
    return tuple(FACTS[code] for code, _count in counted.most_common())
