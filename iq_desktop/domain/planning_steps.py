"""The steps of which ways are made, with what each needs and gives: papers, money, German, permissions, work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.cost import CostKind
from iq_desktop.domain.course_traits import GERMAN_KINDS, CourseFunding, CourseKind
from iq_desktop.domain.eligibility import Verdict
from iq_desktop.domain.fact_choices import OccupationKind, ProofState
from iq_desktop.domain.german_law import Share
from iq_desktop.domain.language_skill import Level
from iq_desktop.domain.qualification import PaperForm
from iq_desktop.domain.rule import Route
from iq_desktop.domain.way import Asked, CostSpan, Reason, Risk, WayStepKind
from iq_desktop.domain.way_terms import Duration, GermanFor, Lasting
from iq_desktop.wording.text import NOTHING, Text, as_it_is, say

if TYPE_CHECKING:
    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.domain.german_ladder import LadderStep
    from iq_desktop.domain.planning_ground import Ground

FREE: Final = CostSpan(Decimal(0), Decimal(0))
"""What a step costs that costs nothing."""
GOAL: Final = "goal"
"""What every way must reach."""
_MOST_OFFERS: Final = 9
"""Real courses that are tried for one step of the ladder."""
_WEEK: Final = 7
_KINDS: Final = {
    Route.INTEGRATION_COURSE: CourseKind.INTEGRATION,
    Route.VOCATIONAL_GERMAN: CourseKind.VOCATIONAL_GERMAN,
}
"""The kind of real courses that each route opens."""


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
            made, needs=("papers", *needs), cost=ground.cost(CostKind.TRANSLATION), gives=("translation", "ready")
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


def german_steps(ground: Ground) -> Iterator[PossibleStep]:
    """Yield the German courses from the level of today upwards: real ones where they are known, kinds otherwise.

    A kind of course stands for what begins after the last real course that is known.
    """
    for rung in ground.ladder:
        made = _german_step(ground, rung)
        real = _offers_for(ground, rung)
        granted = (one.starts_on for one in real if one.starts_on and _is_granted(one, rung) == bool(rung.kind))
        yield replace(made, earliest=max(granted, default=None))
        yield from (_as_offer(made if _is_granted(one, rung) else _on_own_account(ground, made), one) for one in real)


def _german_step(ground: Ground, rung: LadderStep) -> PossibleStep:
    days = rung.weeks * _WEEK
    levels = (level for level in Level if rung.from_level.rank < level.rank <= rung.to_level.rank)
    kind = rung.kind
    name = say("German course up to {level}", level=rung.to_level.label)
    return PossibleStep(
        f"german-{rung.to_level.value}",
        WayStepKind.GERMAN,
        name if kind else say("German course up to {level}, without funding of the state", level=rung.to_level.label),
        (),
        tuple(german_name(level) for level in levels),
        Duration(days, days + days // 2),
        _share_cost(rung),
        german=rung.from_level,
        german_after=rung.to_level,
        risk=Risk.LOW if rung.is_sure else Risk.MEDIUM,
        risk_words=say("The examination must be passed."),
        reasons=_course_reasons(ground, rung),
        decides=NOTHING if rung.is_sure else say("Whether somebody grants or pays the course."),
        source=say("{units} units of 45 minutes, {weekly} a week", units=rung.units + rung.orientation_units,
                   weekly=rung.units_a_week),
        is_settled=rung.is_verified and not rung.is_estimate,
        course_type=kind.code if kind else "",
        missing=(*(Asked(fact) for fact in rung.missing), *ground.asked("hours_per_week")),
        route=rung.judgement.place.route if rung.judgement else None,
    )  # fmt: skip


def _course_reasons(ground: Ground, rung: LadderStep) -> tuple[Reason, ...]:
    verdict = rung.judgement.verdict if rung.judgement else None
    return (*(Reason(finding=one) for one in (verdict.decided_by if verdict else ())), *_care_reasons(ground))


def _care_reasons(ground: Ground) -> tuple[Reason, ...]:
    needs_care = ground.case.situation.needs_childcare
    return (Reason(say("Child care is needed on the days of the course.")),) if needs_care else ()


def _share_cost(rung: LadderStep) -> CostSpan:
    """Return what the person pays of a course, where the law says that it is nothing; else nobody knows the sum."""
    share = rung.share
    if share is None or share.words not in {Share.FREE, Share.WAIVED}:
        return CostSpan()
    return CostSpan(Decimal(0), Decimal(0), as_it_is(share.place), share.verified)


def _offers_for(ground: Ground, rung: LadderStep) -> tuple[CourseOffer, ...]:
    """Return the real courses for a rung that the person may take and has time for: of each month what ends first."""
    fitting = (
        one
        for one in ground.offers.get(rung.to_level, ())
        if (one.entry_level is None or one.entry_level.rank <= rung.from_level.rank)
        and (_is_granted(one, rung) or _is_for_all(one))
        and ground.has_time_for(one)
    )
    of_month: dict[tuple[int, int, bool], CourseOffer] = {}
    for one in sorted(fitting, key=_order_of):
        first = one.starts_on or dt.date.max
        of_month.setdefault((first.year, first.month, _is_granted(one, rung)), one)
    return tuple(of_month.values())[:_MOST_OFFERS]


def _is_granted(offer: CourseOffer, rung: LadderStep) -> bool:
    """Return whether a real course is of the kind that the rules open, and the state pays it."""
    of_state = not offer.fundings or CourseFunding.BAMF in offer.fundings
    return rung.judgement is not None and of_state and offer.kind is _KINDS.get(rung.judgement.place.route)


def _is_for_all(offer: CourseOffer) -> bool:
    """Return whether anybody may take a German course who pays it, or for whom somebody pays."""
    is_paid = bool(offer.fundings) and CourseFunding.BAMF not in offer.fundings
    return offer.kind is CourseKind.GERMAN or (offer.kind in GERMAN_KINDS and is_paid)


def _on_own_account(ground: Ground, granted: PossibleStep) -> PossibleStep:
    """Return a German course as it is where nobody grants it: nothing of the law opens it, and somebody must pay."""
    decides = say("Whether somebody grants or pays the course.")
    risk = max(granted.risk, Risk.MEDIUM, key=lambda one: one.grade)
    return replace(granted, cost=CostSpan(), course_type="", route=None, reasons=_care_reasons(ground), risk=risk,
                   decides=decides, missing=ground.asked("hours_per_week"))  # fmt: skip


def _order_of(offer: CourseOffer) -> tuple[int, int, dt.date, Decimal, str]:
    first, last = offer.starts_on or dt.date.max, offer.ends_on or dt.date.max
    return (first.year, first.month, last, offer.price or Decimal(0), offer.key)


def _as_offer(usual: PossibleStep, offer: CourseOffer) -> PossibleStep:
    """Return a step as a real course: with its own days and its own price, where it says them."""
    time, starts_on = usual.time, None if offer.flexible_start else offer.starts_on
    is_dated = starts_on is not None and offer.ends_on is not None
    if starts_on is not None and offer.ends_on is not None:
        days = max(1, (offer.ends_on - starts_on).days + 1)
        time = Duration(days, days, verified=True)
    price = offer.price
    cost = usual.cost if price is None else CostSpan(price, price, say("price of the provider"), is_settled=True)
    return replace(
        usual,
        name=as_it_is(offer.title),
        time=time,
        cost=usual.cost if usual.cost.high == 0 else cost,
        source=say("dates of the provider") if is_dated else usual.source,
        is_settled=is_dated,
        offer=offer.key,
        starts_on=starts_on,
    )


def course_step(code: str, offer: CourseOffer, usual: Duration) -> PossibleStep:
    """Return a real course that closes a gap; it needs nothing and gives its code."""
    plain = PossibleStep(
        code, WayStepKind.COURSE, as_it_is(offer.title), (), (code,), usual, CostSpan(), source=usual.source
    )
    made = _as_offer(plain, offer)
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


def adaptation_step(ground: Ground, after: str) -> PossibleStep:
    """Return the adaptation course, after the step of a code or at once."""
    lasting = Lasting.CARE_ADAPTATION if ground.kind == OccupationKind.CARE.value else Lasting.ADAPTATION
    return replace(
        step(ground, "adaptation", WayStepKind.MEASURE, say("Adaptation course"), lasting),
        needs=(after,) if after else (),
        cost=ground.cost(CostKind.COURSE),
        german=ground.usual_level(GermanFor.MEASURE),
        risk=Risk.NONE if ground.fact("measure_is_found") is True else Risk.LOW,
        risk_words=say("A place must be found; at the end there is a talk or an examination."),
    )
