"""Where somebody stands, in short sentences that stand above the ways; and the goals that ways can lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.competence import OccupationRole
from iq_desktop.domain.fact_choices import ProofState
from iq_desktop.domain.planning_ground import german_skills
from iq_desktop.domain.qualification import Finished, QualificationKind
from iq_desktop.domain.standing import NOT_LISTED
from iq_desktop.domain.training_readers import worked_occupations
from iq_desktop.domain.way import WayGoal
from iq_desktop.wording.text import Text, say, say_count

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.planning_ground import Ground
    from iq_desktop.domain.qualification import Qualification
    from iq_desktop.domain.standing import Standing


def stand_words(ground: Ground) -> tuple[Text, ...]:
    """Return where somebody stands, as far as it decides on ways."""
    return tuple(_stand_words(ground))


def _stand_words(ground: Ground) -> Iterator[Text]:
    level, skills = ground.level, german_skills(ground.case)
    if level is None:
        yield say("German: not known yet")
    elif len(set(skills.values())) > 1:
        lowest = next(skill for skill, one in skills.items() if one.rank == level.rank)
        yield say("German: {level} in the lowest skill ({skill})", level=level.label, skill=lowest.label)
    else:
        yield say("German: {level}", level=level.label)
    qualification = ground.qualification
    if qualification is not None:
        yield say("Training: {title}", title=qualification.title)
        if ground.fact("proof_state") in {ProofState.LOST.value, ProofState.NEVER_GOT.value}:
            yield say("The certificate of the training is not there.")
    title = ground.case.client.residence_title
    if title is not None:
        yield title.label
    yield from _limits(ground)


def _limits(ground: Ground) -> Iterator[Text]:
    situation = ground.case.situation
    if situation.hours_per_week:
        yield say_count("{count} hour a week for learning", "{count} hours a week for learning",
                        count=situation.hours_per_week)  # fmt: skip
    if situation.can_start_on is not None and situation.can_start_on > ground.today:
        yield say("Can begin from {day} on", day=situation.can_start_on)
    if situation.travel_km:
        yield say_count("Way of at most {count} kilometre", "Way of at most {count} kilometres",
                        count=situation.travel_km)  # fmt: skip
    if situation.needs_childcare:
        yield say("Needs child care")
    if ground.gets_benefits:
        yield say("Gets benefits")


def goals_of(case: CaseFile, standings: Mapping[str, Standing]) -> tuple[WayGoal, ...]:
    """Return the occupations that ways can lead to: those wished for, those of trainings, those worked in, each once.

    One without a name and a code stands for a case in which no occupation is known yet.
    """
    found = (*_wished(case), *_trained(case, standings), *_worked(case))
    by_name: dict[str, WayGoal] = {}
    for goal in found:
        name = goal.name.casefold()
        by_name[name] = _both(by_name[name], goal) if name in by_name else goal
    return tuple(by_name.values()) or (WayGoal(),)


def _both(one: WayGoal, other: WayGoal) -> WayGoal:
    """Return a goal with what another of the same name adds: the training that leads there, the work in it."""
    if one.qualification_id:
        return replace(one, work_id=one.work_id or other.work_id)
    return replace(
        one,
        niq_occupation=one.niq_occupation or other.niq_occupation,
        qualification_id=other.qualification_id,
        work_id=one.work_id or other.work_id,
        standing=other.standing if one.standing is NOT_LISTED else one.standing,
    )


def _wished(case: CaseFile) -> Iterator[WayGoal]:
    for one in case.occupations_as(OccupationRole.WISHED):
        work_id = _work_of(case, one.name_de)
        yield WayGoal(one.uri or one.id, one.name_de, occupation_uri=one.uri, work_id=work_id, is_wished=True)


def _trained(case: CaseFile, standings: Mapping[str, Standing]) -> Iterator[WayGoal]:
    for one in case.qualifications:
        is_done = one.finished is not Finished.NO and one.kind not in {QualificationKind.NONE, None}
        if one.niq_occupation or one.reference_occupation or is_done:
            name = one.reference_occupation or one.title
            standing = standings.get(one.niq_occupation, NOT_LISTED)
            work_id = _work_of(case, name) or _only_work(case, one)
            yield WayGoal(f"training:{one.id}", name, one.niq_occupation, "", one.id, work_id, standing)


def _worked(case: CaseFile) -> Iterator[WayGoal]:
    for one in worked_occupations(case):
        yield WayGoal(f"work:{one.id}", one.name, work_id=one.id)


def _work_of(case: CaseFile, name: str) -> str:
    """Return the occupation worked in that has a name, empty where there is none."""
    return next((one.id for one in worked_occupations(case) if one.name.casefold() == name.casefold()), "")


def _only_work(case: CaseFile, qualification: Qualification) -> str:
    """Return the one occupation worked in, where there is one training and one occupation; they belong together."""
    works = worked_occupations(case)
    return works[0].id if len(works) == 1 and case.qualifications == (qualification,) else ""
