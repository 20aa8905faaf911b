"""How facts about one qualification, or about one occupation in which somebody worked, are read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.comparison import Regulation
from iq_desktop.domain.fact import (
    About,
    Circumstances,
    FactType,
    FactValue,
    Span,
    WorkedOccupation,
)
from iq_desktop.domain.fact_choices import Decision, ProofState
from iq_desktop.domain.fact_reading import (
    codes_of,
    exactly,
    group_of,
    months_of,
    paid_works,
    span_of_date,
    told_value,
    told_words,
)
from iq_desktop.domain.procedure import ProcedureKind, equivalence_result_of, evaluation_result_of, steps_of
from iq_desktop.domain.qualification import (
    EarlierApplication,
    EquivalenceResult,
    EvaluationResult,
    PaperForm,
    PaperKind,
    Qualification,
)
from iq_desktop.domain.standing import NOT_LISTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.comparison import Comparison
    from iq_desktop.domain.procedure import ProcedureStep
    from iq_desktop.domain.qualification import WorkPeriod
    from iq_desktop.domain.standing import Standing


def decisions(at: Circumstances) -> frozenset[str] | None:
    """Return what the recognition procedures of all qualifications have come to."""
    found = [decision_about(at.case, one) for one in at.case.qualifications]
    known = frozenset(one for one in found if one is not None)
    return known if known and None not in found else None


def decision_about(case: CaseFile, qualification: Qualification) -> str | None:
    """Return what is known of the recognition of a qualification: its procedures tell more than an old answer.

    A decision counts before an application that still waits, wherever it was noted.
    """
    noted = equivalence_result_of(_steps_about(case, qualification, ProcedureKind.RECOGNITION))
    own = None if qualification.equivalence_result is EquivalenceResult.NO_ANSWER else qualification.equivalence_result
    result = own or noted if noted in {None, EquivalenceResult.PENDING} else noted
    if result is not None:
        return str(Decision.of(str(result.value)).value)
    earlier = qualification.earlier_application
    if earlier is None or earlier is EarlierApplication.NO_ANSWER:
        return None
    return str((Decision.PENDING if earlier.asks_equivalence else Decision.NONE).value)


def evaluation_result(at: Circumstances) -> str | None:
    """Return what the certificate evaluation has come to, by its procedure or as it was answered."""
    if at.qualification is None:
        return None
    noted = evaluation_result_of(_steps_about(at.case, at.qualification, ProcedureKind.EVALUATION))
    own = of_qualification("evaluation_result")(at)
    if noted is None or (noted is EvaluationResult.PENDING and own is not None):
        return own if isinstance(own, str) else None
    return str(noted.value)


def _steps_about(case: CaseFile, qualification: Qualification, kind: ProcedureKind) -> tuple[ProcedureStep, ...]:
    """Return the steps of all procedures of a kind about a qualification, in the order of their days."""
    is_only = len(case.qualifications) == 1
    mine = (
        one
        for one in case.procedures
        if one.kind is kind and (one.qualification_id == qualification.id or (is_only and not one.qualification_id))
    )
    steps = (step for one in mine for step in steps_of(case, one))
    return tuple(sorted(steps, key=lambda step: step.day or dt.date.max))


def of_qualification(field: str, *says_nothing: str) -> Callable[[Circumstances], FactValue | None]:
    """Return the reader of a field of the qualification that holds a choice."""

    def read(at: Circumstances) -> str | None:
        found = getattr(at.qualification, field, None)
        return None if found is None or found.value in {"no_answer", *says_nothing} else str(found.value)

    return read


def qualification_country(at: Circumstances) -> str | None:
    """Return the state of the training."""
    return (at.qualification and at.qualification.country) or None


def qualification_country_group(at: Circumstances) -> str | None:
    """Return the group of the state of the training."""
    country = qualification_country(at)
    return group_of(country) if country else None


def qualification_months(at: Circumstances) -> Span | None:
    """Return how long the training lasts by its rules."""
    months = at.qualification.months if at.qualification else None
    return None if months is None else exactly(months)


def qualification_ended_on(at: Circumstances) -> Span | None:
    """Return when the training ended."""
    return span_of_date(at.qualification.ended) if at.qualification else None


def has_reference_occupation(at: Circumstances) -> bool | None:
    """Return whether a German reference occupation was chosen."""
    if at.qualification is None:
        return None
    return bool(at.qualification.niq_occupation or at.qualification.reference_occupation)


def decision(at: Circumstances) -> str | None:
    """Return what the recognition of the qualification has come to."""
    return decision_about(at.case, at.qualification) if at.qualification else None


def proof_state(at: Circumstances) -> str | None:
    """Return whether the certificate of the qualification can be shown."""
    if at.qualification is None:
        return None
    mine = (one for one in at.case.papers if one.belongs_to == at.qualification.id)
    forms = {form for one in mine if one.kind is PaperKind.CERTIFICATE for form in one.forms}
    if any(form.is_there for form in forms):
        return str(ProofState.THERE.value)
    if PaperForm.LOST in forms:
        return str(ProofState.LOST.value)
    return str(ProofState.NEVER_GOT.value) if PaperForm.NEVER_GOT in forms else None


def proof_forms(at: Circumstances) -> frozenset[str] | None:
    """Return in which forms the certificate of the qualification is there."""
    if at.qualification is None:
        return None
    mine = (one for one in at.case.papers if one.belongs_to == at.qualification.id)
    return codes_of(form for one in mine if one.kind is PaperKind.CERTIFICATE for form in one.forms)


def regulation(at: Circumstances) -> str | None:
    """Return whether the reference occupation is regulated: as it was told, else as it was chosen, else as listed."""
    told = told_words(at, "regulation", About.QUALIFICATION)
    chosen = [one.regulation for one in at.case.comparisons if one.is_chosen and _is_about(one, at)]
    listed = (*chosen, _standing(at).regulation)
    return told or next((str(one.value) for one in listed if one is not Regulation.UNKNOWN), None)


def regulations(at: Circumstances) -> frozenset[str] | None:
    """Return how the reference occupations of all qualifications are regulated, as far as it is known."""
    found = (regulation(replace(at, qualification=one)) for one in at.case.qualifications)
    return frozenset(one for one in found if one) or None


def occupation_kind(at: Circumstances) -> str | None:
    """Return which law orders the reference occupation: as it was told, else as it is listed."""
    return told_words(at, "occupation_kind", About.QUALIFICATION) or _standing(at).kind or None


def _is_about(one: Comparison, at: Circumstances) -> bool:
    return bool(at.qualification) and one.qualification_id == at.subject_id


def _standing(at: Circumstances) -> Standing:
    number = at.qualification.niq_occupation if at.qualification else ""
    return at.standings.get(number, NOT_LISTED)


def doubtful_facts(at: Circumstances) -> frozenset[str]:
    """Return the facts that are read from a list which nobody has compared with the law, and that nobody told."""
    each = (replace(at, qualification=one) for one in at.case.qualifications)
    doubts = (
        ("regulation", _is_only_listed(at)),
        ("occupation_kind", not told_words(at, "occupation_kind", About.QUALIFICATION) and not _standing(at).verified),
        ("regulations", any(_is_only_listed(one) for one in each)),
    )
    return frozenset(code for code, is_doubtful in doubts if is_doubtful)


def _is_only_listed(at: Circumstances) -> bool:
    """Return whether the regulation is known from an unverified list alone."""
    if told_words(at, "regulation", About.QUALIFICATION) or _standing(at).verified:
        return False
    chosen = (one for one in at.case.comparisons if one.is_chosen and _is_about(one, at))
    return all(one.regulation is Regulation.UNKNOWN for one in chosen)


def occupation_months(at: Circumstances) -> Span | None:
    """Return the months of work in the occupation; overlapping times count once."""
    return months_of(at.occupation.works, at.today) if at.occupation else None


def occupation_months_in_germany(at: Circumstances) -> Span | None:
    """Return the months of work in the occupation in Germany; work without a state may have been there."""
    if at.occupation is None:
        return None
    here = [work for work in at.occupation.works if work.country == "DE"]
    maybe = [work for work in at.occupation.works if work.country in {"", "DE"}]
    sure, most = months_of(here, at.today), months_of(maybe, at.today)
    return Span(sure.low if sure else 0, most.high if most else 0)


def experience_percent(at: Circumstances) -> Span | None:
    """Return how long somebody worked in the occupation, in percent of the time that its training lasts."""
    worked, lasts = occupation_months(at), told_value(at, "training_months", FactType.NUMBER, About.OCCUPATION)
    if worked is None or not isinstance(lasts, Span) or not lasts.low:
        return None
    return Span(worked.low * 100 // lasts.high, worked.high * 100 // lasts.low)


def germany_percent(at: Circumstances) -> Span | None:
    """Return which part of the work in the occupation was in Germany, in percent."""
    worked, here = occupation_months(at), occupation_months_in_germany(at)
    if worked is None or here is None or not worked.low:
        return None
    return Span(min(100, here.low * 100 // worked.high), min(100, here.high * 100 // worked.low))


def worked_occupations(case: CaseFile) -> tuple[WorkedOccupation, ...]:
    """Return the occupations in which somebody worked for pay, works of the same one together, in their order."""
    groups: dict[str, list[WorkPeriod]] = {}
    for work in paid_works(case.works):
        key = work.occupation_uri or work.kldb or work.title.casefold().strip() or work.id
        groups.setdefault(key, []).append(work)
    return tuple(WorkedOccupation(works[0].id, works[0].title, tuple(works)) for works in groups.values())
