"""What a talk brings into the case, taken over by the adviser one by one: levels, scripts, ratings, times of life.

Each function returns another case; saving it is one step that undo takes back. Taking over twice doubles nothing.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.biography import LifeEntry, LifeKind
from iq_desktop.domain.competence import Competence, Evidence, Independence
from iq_desktop.domain.instrument import Ask, Rater, Rule
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill
from iq_desktop.domain.qualification import WorkKind, WorkPeriod
from iq_desktop.domain.situation import Script
from iq_desktop.domain.talk_questions import section_of
from iq_desktop.domain.talk_results import Result, ResultGroup, ResultLine, lines_of, results_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.talk_conversation import Conversation

_SIDES: Final = {
    Rater.SELF: AssessedBy.SELF,
    Rater.ADVISER: AssessedBy.ADVISER,
    Rater.OBSERVER: AssessedBy.ADVISER,
}
_WORK: Final = "work:"
_STEPS: Final = {step.step: step for step in Independence}


@dataclass(frozen=True, slots=True)
class LifeSuggestion:
    """A time of life that the biography talk suggests: an entry of the life line or a work, with its skills.

    `situation` is the item of the instrument, `title` its German name.
    """

    situation: str
    title: str
    part: LifeEntry | WorkPeriod
    skills: tuple[Competence, ...]


def take_over_levels(case: CaseFile, talk: Conversation, today: dt.date) -> CaseFile:
    """Return the case with the levels of the language that a talk was about; levels that it left open stay.

    They are kept as the person's own or the adviser's assessment; nothing is averaged.
    """
    result = _result_of(talk, Rule.LEVEL_BY_SKILL)
    levels = {group.code: group.level for group in result.groups if group.level} if result else {}
    language, side = talk.run.subject, _SIDES[talk.run.rater]
    if not levels or not language:
        return case
    known = next((one for one in case.languages if (one.language, one.assessed_by) == (language, side)), None)
    before = known or LanguageSkill(language, side, id=_id_of(talk, "levels"))
    after = replace(before, assessed_on=today, **levels)  # type: ignore[arg-type]  # names are Skill codes
    others = tuple(after if one.id == before.id else one for one in case.languages)
    return replace(case, languages=others if known else (*others, after))


def take_over_scripts(case: CaseFile, talk: Conversation) -> CaseFile:
    """Return the case with the scripts that were chosen in a talk; scripts that are known already stay."""
    results = [one for one in results_of(talk) if one.scoring.fills == "scripts"]
    chosen = [Script.of(line.item) for one in results for line in one.lines]
    known = case.situation.scripts
    scripts = tuple(dict.fromkeys((*known, *chosen)))
    if len(scripts) > 1 and Script.NONE in scripts:
        scripts = tuple(script for script in scripts if script is not Script.NONE)
    return case if scripts == known else replace(case, situation=replace(case.situation, scripts=scripts))


def take_over_rating(case: CaseFile, talk: Conversation, line: ResultLine) -> CaseFile:
    """Return the case with the step of one line: on a competence that the case has, else as a new one.

    The side of who answered is filled in; evidence only rises, an example that is there stays. A line without one of
    the four steps of independence changes nothing.
    """
    if line.value is None or not _has_independence(talk, line):
        return case
    known = {one.id for one in case.competences}
    if any(one.code == line.item for one in talk.outside):
        if line.item not in known:
            return case
        competences = (_rated(one, talk, line) if one.id == line.item else one for one in case.competences)
        return replace(case, competences=tuple(competences))
    return _with_skills(case, [_competence_of(talk, line)])


def take_over_ratings(case: CaseFile, talk: Conversation, lines: Iterable[ResultLine]) -> CaseFile:
    """Return the case with the steps of several lines."""
    for line in lines:
        case = take_over_rating(case, talk, line)
    return case


def with_ratings_in_step(case: CaseFile, talk: Conversation) -> CaseFile:
    """Return the case in which what a talk says newly about its competences stands with them at once.

    Only answers that the case does not have yet count: a rating that was changed on the page since then stays.
    """
    brought = {one.code for one in talk.outside}
    if not brought:
        return case
    kept = set(case.answers)
    new = {one.question for one in talk.answers if one not in kept and not one.is_not_now}
    lines = (line for section in talk.instrument.sections for line in lines_of(talk, section))
    fresh = (line for line in lines if line.item in brought and f"{line.section}.{line.item}" in new)
    return take_over_ratings(case, talk, fresh)


def known_step(case: CaseFile, talk: Conversation, code: str) -> int | None:
    """Return the step that a competence of the case has on the side of who answers, to show it before the answer."""
    found = next((one for one in case.competences if one.id == code), None)
    if found is None:
        return None
    rating = found.self_rating if talk.run.rater is Rater.SELF else found.adviser_rating
    return rating.step if rating else None


def life_suggestions(talk: Conversation) -> tuple[LifeSuggestion, ...]:
    """Return the times of life that a biography talk leads to, in the order of the situations."""
    result = _result_of(talk, Rule.LIFE)
    return tuple(_suggestion(talk, group) for group in result.groups) if result else ()


def take_over_life(case: CaseFile, suggestion: LifeSuggestion) -> CaseFile:
    """Return the case with a time of life and its skills; what was taken over before keeps what the adviser added."""
    part = suggestion.part
    if isinstance(part, WorkPeriod) and part.id not in {one.id for one in case.works}:
        case = replace(case, works=(*case.works, part))
    elif isinstance(part, LifeEntry) and part.id not in {one.id for one in case.life}:
        case = replace(case, life=(*case.life, part))
    return _with_skills(case, suggestion.skills)


def is_taken_over(case: CaseFile, suggestion: LifeSuggestion) -> bool:
    """Return whether a suggestion would change nothing any more."""
    return take_over_life(case, suggestion) == case


def strongest_lines(talk: Conversation, group: ResultGroup, most: int = 5) -> tuple[ResultLine, ...]:
    """Return the skills of an experience with the highest steps, the strongest first; equal ones in their order."""
    rated = [line for line in group.lines if line.value and _has_independence(talk, line)]
    return tuple(sorted(rated, key=lambda line: -(line.value or 0))[:most])


def _result_of(talk: Conversation, rule: Rule) -> Result | None:
    return next((one for one in results_of(talk) if one.rule is rule), None)


def _suggestion(talk: Conversation, group: ResultGroup) -> LifeSuggestion:
    title = _german_name(talk, group.code)
    below = group.lines[1:]
    activities = [line for line in below if section_of(talk.instrument, line.section).ask is Ask.SEVERAL]
    skills = [line for line in below if line.value and _has_independence(talk, line)]
    told = [line.words for line in (group.lines[0], *activities) if line.words]
    done = ", ".join(_german_name(talk, line.item) for line in activities)
    remarks = "\n".join(dict.fromkeys(told))
    items = {item.code: item for section in talk.instrument.sections for item in section.items}
    kind, part_id = items[group.code].life, _id_of(talk, group.code)
    part: LifeEntry | WorkPeriod
    if kind.startswith(_WORK):
        tasks = "\n".join(filter(None, (done, remarks)))
        part = WorkPeriod(title_de=title, kind=WorkKind.of(kind.removeprefix(_WORK)), tasks=tasks, id=part_id)
    else:
        words = "\n".join(filter(None, (done, remarks)))
        part = LifeEntry(LifeKind.of(kind), title, remarks=words, id=part_id)
    return LifeSuggestion(group.code, title, part, tuple(_competence_of(talk, line) for line in skills))


def _competence_of(talk: Conversation, line: ResultLine) -> Competence:
    code = talk.instrument.code
    name_en = (
        talk.instrument.texts["en"].texts.get(f"item.{line.item}.name", "") if "en" in talk.instrument.texts else ""
    )
    fresh = Competence(
        skill_uri=f"urn:iq-desktop:instrument:{code}:{line.item}",
        name_de=_german_name(talk, line.item),
        name_en=name_en,
        id=_id_of(talk, line.item),
    )
    return _rated(fresh, talk, line)


def _rated(competence: Competence, talk: Conversation, line: ResultLine) -> Competence:
    step = _STEPS[line.value or 0]
    rated = (
        replace(competence, self_rating=step)
        if talk.run.rater is Rater.SELF
        else replace(competence, adviser_rating=step)
    )
    evidence = max(competence.evidence, line.evidence, key=lambda one: one.grade)
    return replace(rated, evidence=evidence, example=competence.example or line.words)


def _with_skills(case: CaseFile, skills: Iterable[Competence]) -> CaseFile:
    """Put skills beside those of the case; one that is there takes the new side, evidence and example."""
    found = list(case.competences)
    places = {one.skill_uri: at for at, one in enumerate(found) if one.skill_uri}
    for skill in skills:
        at = places.get(skill.skill_uri)
        if at is None:
            places[skill.skill_uri] = len(found)
            found.append(skill)
        else:
            found[at] = _joined(found[at], skill)
    competences = tuple(found)
    return case if competences == case.competences else replace(case, competences=competences)


def _joined(known: Competence, fresh: Competence) -> Competence:
    return replace(
        known,
        self_rating=fresh.self_rating or known.self_rating,
        adviser_rating=fresh.adviser_rating or known.adviser_rating,
        evidence=max(known.evidence, fresh.evidence, key=_grade),
        example=known.example or fresh.example,
    )


def _grade(evidence: Evidence) -> int:
    return evidence.grade


def _has_independence(talk: Conversation, line: ResultLine) -> bool:
    """Return whether a line was answered on a scale of the four steps of independence."""
    section = section_of(talk.instrument, line.section)
    scale = next((one for one in talk.instrument.scales if one.code == section.scale), None)
    return section.ask is Ask.CHOICE and scale is not None and {one.value for one in scale.steps} == set(_STEPS)


def _german_name(talk: Conversation, item: str) -> str:
    return talk.instrument.words("de", f"item.{item}.name")


def _id_of(talk: Conversation, what: str) -> str:
    """Return the identity of what comes from a run, the same each time, so that taking over twice doubles nothing."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"iq-desktop:{talk.run.id}:{what}").hex
