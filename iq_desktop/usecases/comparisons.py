"""Comparing a client's work with German occupations: choosing them, marking task by task, deciding with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import Comparison, Mark, OccupationList, Overlap, Side, TaskMark, tasks_of
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.occupation import Need
from iq_desktop.domain.standing import NOT_LISTED
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.client_tasks import ClientTask
    from iq_desktop.domain.qualification import Qualification
    from iq_desktop.usecases.desk import Desk

MOST: Final = 3
"""Occupations that are compared for one qualification."""
_MOST_TASKS: Final = 30
_REFERENCES: Final = 8
_OTHERS: Final = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An occupation that was found: where from, its number or URI there, and through which other name."""

    name: str
    source: OccupationList
    code: str
    occupation_uri: str = ""
    through: str = ""
    isco: str = ""
    kldb: str = ""

    @property
    def subtitle(self) -> str:
        """The second line by which it is told from others: its number, and what led to it."""
        number = f"NIQ {self.code}" if self.source is OccupationList.NIQ else "ESCO"
        codes = (f"KldB {self.kldb}" if self.kldb else "", f"ISCO {self.isco}" if self.isco else "")
        through = f"„{self.through}“" if self.through else ""
        return " · ".join(filter(None, (number, *codes, through)))


def find_candidates(desk: Desk, words: str, language: str) -> tuple[Candidate, ...]:
    """Return occupations for typed words: reference occupations of NIQ first, then those of ESCO that have no number.

    Nothing is found for fewer than two letters.
    """
    words = words.strip()
    if len(words) < 2:  # noqa: PLR2004  (two letters)
        return ()
    references = tuple(
        Candidate(one.occupation.name, OccupationList.NIQ, one.occupation.niq_id, one.occupation.occupation_uri,
                  one.through)
        for one in desk.reference.find_reference_occupations(words, limit=_REFERENCES)
    )  # fmt: skip
    known = {one.occupation_uri for one in references}
    others = tuple(
        Candidate(one.naming.in_language("de"), OccupationList.ESCO, one.uri, one.uri, isco=one.isco, kldb=one.kldb)
        for one in desk.reference.find_occupations(words, language=language, limit=_OTHERS)
        if one.uri not in known
    )
    return (*references, *others)


def add_comparison(desk: Desk, case: CaseFile, candidate: Candidate, qualification_id: str) -> CaseFile:
    """Return the case with one more compared occupation and its tasks, all still open.

    What the person can do already by the competences is noted beside the task; nobody but the adviser judges. Raises
    IqError where three are compared already.
    """
    mine = comparisons_for(case, qualification_id)
    if any((one.source, one.code) == (candidate.source, candidate.code) for one in mine):
        return case
    if len(mine) >= MOST:
        raise IqError(
            say("Three occupations are compared already."), say("Please remove one of them before you add another.")
        )
    number = candidate.code if candidate.source is OccupationList.NIQ else ""
    standing = desk.rules.standings().get(number, NOT_LISTED)
    comparison = Comparison(
        name=candidate.name,
        source=candidate.source,
        code=candidate.code,
        niq_occupation=number,
        qualification_id=qualification_id,
        regulation=standing.regulation,
        regulation_source=_source_of(desk, standing.basis, standing.source, verified=standing.verified),
    )
    skills = desk.reference.skills_of(candidate.occupation_uri) if candidate.occupation_uri else ()
    known = {one.skill_uri: one for one in case.competences if one.skill_uri and one.is_touched}
    tasks = [
        TaskMark(
            skill.naming.in_language("de"),
            comparison.id,
            shown_by=known[skill.uri].name_de if skill.uri in known else "",
            evidence=known[skill.uri].evidence if skill.uri in known else Evidence.STATEMENT,
        )
        for skill in skills
        if skill.need is Need.ESSENTIAL
    ][:_MOST_TASKS]
    return replace(case, comparisons=(*case.comparisons, comparison), task_marks=(*case.task_marks, *tasks))


def comparisons_for(case: CaseFile, qualification_id: str) -> tuple[Comparison, ...]:
    """Return what is compared for a qualification; an empty identity means the person without any."""
    return tuple(one for one in case.comparisons if one.qualification_id == qualification_id)


def compared_first(case: CaseFile) -> str:
    """Return the identity of the qualification with which one begins: one for NIQ, else the first, else none."""
    reported = [one.id for one in case.qualifications if one.goes_to_niq]
    return next(iter((*reported, *(one.id for one in case.qualifications))), "")


def change_comparison(case: CaseFile, comparison: Comparison) -> CaseFile:
    """Return the case with another state of one comparison."""
    return replace(case, comparisons=tuple(comparison if one.id == comparison.id else one for one in case.comparisons))


def remove_comparison(case: CaseFile, comparison: Comparison) -> CaseFile:
    """Return the case without a comparison and its tasks; a decision goes out of the qualification with it."""
    if comparison.is_chosen:
        case = take_decision_back(case, comparison)
    return replace(
        case,
        comparisons=tuple(one for one in case.comparisons if one.id != comparison.id),
        task_marks=tuple(one for one in case.task_marks if one.comparison_id != comparison.id),
    )


def change_task(case: CaseFile, task: TaskMark) -> CaseFile:
    """Return the case with another state of one task."""
    return replace(case, task_marks=tuple(task if one.id == task.id else one for one in case.task_marks))


def mark_task(case: CaseFile, task: TaskMark, mark: Mark, shown_by: Iterable[ClientTask] = ()) -> CaseFile:
    """Return the case with a task marked; tasks of the person that show it are written beside it, with their evidence.

    What is marked as missing is shown by nothing.
    """
    if mark is Mark.GAP:
        return change_task(case, replace(task, mark=mark, shown_by="", evidence=Evidence.STATEMENT))
    given = tuple(shown_by)
    if not given:
        return change_task(case, replace(task, mark=mark))
    words = tuple(dict.fromkeys((*filter(None, task.shown_by.split("; ")), *(one.words for one in given))))
    evidence = max((task.evidence, *(one.evidence for one in given)), key=lambda one: one.grade)
    return change_task(case, replace(task, mark=mark, shown_by="; ".join(words), evidence=evidence))


def add_task(case: CaseFile, comparison: Comparison, words: str) -> CaseFile:
    """Return the case with one more task of an occupation in own words; nothing is added for empty or known ones."""
    words = words.strip()
    if not words or any(one.task.casefold() == words.casefold() for one in tasks_of(case, comparison)):
        return case
    return replace(case, task_marks=(*case.task_marks, TaskMark(words, comparison.id)))


def add_own_task(case: CaseFile, words: str) -> CaseFile:
    """Return the case with one more task of the person in own words; nothing is added for empty ones."""
    words = words.strip()
    known = {one.task.casefold() for one in case.task_marks if one.side is Side.CLIENT}
    if not words or words.casefold() in known:
        return case
    return replace(case, task_marks=(*case.task_marks, TaskMark(words, side=Side.CLIENT)))


def remove_task(case: CaseFile, task_id: str) -> CaseFile:
    """Return the case without a task."""
    return replace(case, task_marks=tuple(one for one in case.task_marks if one.id != task_id))


def decide(case: CaseFile, comparison: Comparison) -> CaseFile:
    """Return the case with this occupation decided on: its name and number stand in the qualification from now on.

    Raises IqError where no reason was written.
    """
    if not comparison.reason.strip():
        raise IqError(say("The reason is missing."), say("Please write in a sentence why this occupation fits best."))
    others = tuple(
        replace(one, is_chosen=one.id == comparison.id) if one.qualification_id == comparison.qualification_id else one
        for one in case.comparisons
    )
    case = replace(case, comparisons=others)
    return _with_reference(case, comparison.qualification_id, comparison.name, comparison.niq_occupation)


def take_decision_back(case: CaseFile, comparison: Comparison) -> CaseFile:
    """Return the case without the decision; the qualification keeps no reference occupation that came from it."""
    case = change_comparison(case, replace(comparison, is_chosen=False))
    mine = next((one for one in case.qualifications if one.id == comparison.qualification_id), None)
    if mine is None or mine.reference_occupation != comparison.name:
        return case
    return _with_reference(case, mine.id, "", "")


def overlap_words(overlap: Overlap) -> Text:
    """Return in words how far an occupation is covered; empty where it has no tasks."""
    if not overlap.total:
        return NOTHING
    parts = (
        say_count("{count} fits", "{count} fit", count=overlap.match),
        say_count("{count} is missing", "{count} are missing", count=overlap.gap),
        say_count("{count} open", "{count} open", count=overlap.open),
    )
    return joined([words for words, count in zip(parts, (overlap.match, overlap.gap, overlap.open), strict=True)
                   if count], " · ")  # fmt: skip


def comparison_facts(comparison: Comparison, overlap: Overlap) -> tuple[Text, ...]:
    """Return what the line of a compared occupation says below its name."""
    number = as_it_is(f"NIQ {comparison.niq_occupation}") if comparison.niq_occupation else comparison.source.label
    return tuple(words for words in (number, comparison.regulation.label, overlap_words(overlap)) if words.message)


def qualification_names(case: CaseFile) -> Sequence[tuple[str, Text]]:
    """Return the qualifications for which occupations can be compared, by identity; the person alone without any."""
    named = [(one.id, _name_of(one)) for one in case.qualifications]
    used = {one.qualification_id for one in case.comparisons}
    return [*named, ("", say("Without a qualification"))] if not named or "" in used else named


def _name_of(one: Qualification) -> Text:
    return as_it_is(one.title) if one.title else say("Training without a title")


def _with_reference(case: CaseFile, qualification_id: str, name: str, number: str) -> CaseFile:
    changed = tuple(
        replace(one, reference_occupation=name, niq_occupation=number) if one.id == qualification_id else one
        for one in case.qualifications
    )
    return replace(case, qualifications=changed)


def _source_of(desk: Desk, basis: str, source: str, *, verified: bool) -> str:
    """Return whence it is known, in German; what was not read in the law is marked."""
    words = ", ".join(filter(None, (basis, source)))
    if not words or verified:
        return words
    return desk.tongue("de").speak(say("{source} (to be checked)", source=words))
