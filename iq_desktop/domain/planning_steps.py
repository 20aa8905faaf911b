"""The steps of which ways are made, with what each needs and gives: papers, money, courses, permissions, work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.fact_choices import ProofState
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.planning_costs import cost_of
from iq_desktop.domain.qualification import PaperForm
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Asked, Reason, Risk, WayStepKind
from iq_desktop.domain.way_cost import CostSpan
from iq_desktop.domain.way_terms import Duration, Lasting
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.planning_ground import Ground

FREE: Final = CostSpan(Decimal(0), Decimal(0))
"""What a step costs that costs nothing."""
GOAL: Final = "goal"
"""What every way must reach."""


@dataclass(frozen=True, slots=True)
class PossibleStep:
    """A step as it could be gone; what it `needs` and `gives` are names such as `papers` or `german:3`.

    Several may share a `code`: a kind of course and the real courses that can take its place. `starts_on` is the one
    day on which it begins, `earliest` a day before which it cannot. For the rest see `way.WayStep`.
    """

    code: str
    kind: WayStepKind
    name: Text
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    time: Duration
    cost: CostSpan = FREE
    german: Level = Level.NONE
    german_after: Level | None = None
    risk: Risk = Risk.NONE
    risk_words: Text = NOTHING
    reasons: tuple[Reason, ...] = ()
    decides: Text = NOTHING
    source: Text = NOTHING
    is_settled: bool = False
    is_clock: bool = False
    offer: str = ""
    course_type: str = ""
    starts_on: dt.date | None = None
    earliest: dt.date | None = None
    missing: tuple[Asked, ...] = ()
    route: Route | None = None

    @property
    def all_needs(self) -> frozenset[str]:
        """What must be reached before it, German among it."""
        german = {german_name(self.german)} if self.german.rank else set()
        return frozenset({*self.needs, *german})


def german_name(level: Level) -> str:
    """Return what a level of German is called among the things that are reached."""
    return f"german:{level.rank}"


def step(ground: Ground, code: str, kind: WayStepKind, name: Text, lasting: Lasting) -> PossibleStep:
    """Return a step with its usual duration that needs nothing and gives its own code."""
    time = ground.law.terms.time(lasting)
    return PossibleStep(code, kind, name, (), (code,), time, source=time.source, is_settled=time.verified)


def paper_steps(ground: Ground, *, without_proof: bool = False) -> Iterator[PossibleStep]:
    """Yield what brings the papers: those that are missing, translations, and before them the money."""
    is_lost = ground.fact("proof_state") in {ProofState.LOST.value, ProofState.NEVER_GOT.value}
    gives = ("papers",) if needs_translation(ground) else ("papers", "ready")
    if is_lost and not without_proof:
        lost = step(ground, "papers", WayStepKind.PAPERS, say("Ask for a new certificate"), Lasting.LOST_PAPERS)
        words = say("Nobody knows whether the school answers.")
        yield replace(lost, gives=gives, risk=Risk.HIGH, risk_words=words, decides=words)
    else:
        made = step(ground, "papers", WayStepKind.PAPERS, say("Get the papers together"), Lasting.PAPERS)
        yield replace(made, gives=gives)
    yield from grant_steps(ground)
    if needs_translation(ground):
        words = say("Have the papers translated")
        made = step(ground, "translation", WayStepKind.TRANSLATION, words, Lasting.TRANSLATION)
        needs = tuple(one for one in ready_for_costs(ground) if one != "ready")
        yield replace(
            made, needs=("papers", *needs), cost=cost_of(ground, CostKind.TRANSLATION), gives=("translation", "ready")
        )


def needs_translation(ground: Ground) -> bool:
    """Return whether papers of the training must still be translated."""
    mine = [one for one in ground.case.papers if one.belongs_to == ground.goal.qualification_id]
    return not any(form is PaperForm.TRANSLATION for one in mine for form in one.forms)


def ready_for_costs(ground: Ground) -> tuple[str, ...]:
    """Return what must be there before an application: the papers, and the application for money before it."""
    return ("ready", *(one.code for one in grant_steps(ground)))


def grant_steps(ground: Ground) -> Iterator[PossibleStep]:
    """Yield the application for the recognition grant, where the rules do not rule it out and nobody applied yet."""
    verdict = ground.verdict(Route.RECOGNITION_GRANT)
    if verdict is None or verdict.verdict is Verdict.CLOSED or ground.fact("grant_is_applied_for") is True:
        return
    words = say("Apply for the recognition grant, before anything costs money")
    made = step(ground, "grant", WayStepKind.GRANT, words, Lasting.GRANT)
    why = Reason(say("What was ordered or paid before the application is not paid."))
    yield replace(made, route=Route.RECOGNITION_GRANT, reasons=(why,), missing=ground.missing_of(verdict))


def as_offer(usual: PossibleStep, offer: CourseOffer) -> PossibleStep:
    """Return a step as a real course: with its own days and its own price, where it says them."""
    time, starts_on = usual.time, None if offer.flexible_start else offer.starts_on
    is_dated = starts_on is not None and offer.ends_on is not None
    if starts_on is not None and offer.ends_on is not None:
        days = max(1, (offer.ends_on - starts_on).days + 1)
        time = Duration(days, days, verified=True)
    cost, price = usual.cost, offer.price
    if price is not None and not cost.is_known:
        cost = replace(cost, low=price, high=price, source=say("price of the provider"), is_settled=True)
    return replace(
        usual,
        name=as_it_is(offer.title),
        time=time,
        cost=cost,
        source=say("dates of the provider") if is_dated else usual.source,
        is_settled=is_dated,
        offer=offer.key,
        starts_on=starts_on,
    )


def course_step(ground: Ground, code: str, offer: CourseOffer) -> PossibleStep:
    """Return a real course that closes a gap; it needs nothing and gives its code."""
    plain = step(ground, code, WayStepKind.COURSE, as_it_is(offer.title), Lasting.GAP_COURSE)
    plain = replace(plain, cost=cost_of(ground, CostKind.COURSE), is_settled=False)
    made = as_offer(plain, offer)
    return replace(made, german=offer.entry_level or Level.NONE)


def permission_steps(ground: Ground, needs: tuple[str, ...]) -> Iterator[PossibleStep]:
    """Yield the permission to work, where the title alone does not give it."""
    verdict = ground.verdict(Route.WORK)
    if verdict is None or verdict.verdict is Verdict.OPEN:
        return
    words = say("Ask the foreigners' office for the permission to work")
    made = step(ground, "permission", WayStepKind.PERMISSION, words, Lasting.PERMISSION)
    reasons = tuple(Reason(finding=one) for one in verdict.decided_by)
    yield replace(made, needs=needs, reasons=reasons, risk=Risk.MEDIUM, risk_words=say("The office decides."),
                  missing=ground.missing_of(verdict), route=Route.WORK)  # fmt: skip


def work_steps(ground: Ground, needs: tuple[str, ...], name: Text) -> Iterator[PossibleStep]:
    """Yield the permission where one is needed, and the search for work; it reaches the goal."""
    permission = tuple(permission_steps(ground, needs))
    yield from permission
    before = ("permission",) if permission else needs
    found = step(ground, "work", WayStepKind.WORK, name, Lasting.JOB_SEARCH)
    words = say("Whether an employer is found.")
    lacks = ground.lacking_for_work
    risk = (Risk.LOW, Risk.MEDIUM, Risk.HIGH)[min(lacks, 2)]
    hint = say("Employers often ask for German.") if lacks else NOTHING
    yield replace(found, needs=before, gives=("work", GOAL), risk=risk, risk_words=hint, decides=words,
                  route=Route.WORK)  # fmt: skip
