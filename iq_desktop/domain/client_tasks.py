"""What a client has done and can do, as single tasks gathered from the whole case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.comparison import own_tasks_of
from iq_desktop.domain.competence import Evidence
from iq_desktop.domain.qualification import Proof
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.domain.qualification import WorkPeriod

_PARTS: Final = re.compile(r"[\n;•▪●]+|(?<=[a-zäöüß]{4})\.\s+")
_LEADING: Final = re.compile(r"^\s*(?:[-–—*·]|\d{1,2}[.)])\s+")
_PROOFS: Final = {
    Proof.REFERENCE: Evidence.REFERENCE,
    Proof.INSURANCE: Evidence.REFERENCE,
    Proof.CONTRACT: Evidence.REFERENCE,
    Proof.PHOTOS: Evidence.PRIVATE_PAPER,
}
"""How strong a proof of work is as evidence for its tasks."""


@dataclass(frozen=True, slots=True)
class ClientTask:
    """One task of the person: in which words, from where in the case, with which evidence.

    `mark_id` is the identity of one that was typed in the comparison, empty for all others.
    """

    id: str
    words: str
    source: Text
    evidence: Evidence = Evidence.STATEMENT
    mark_id: str = ""


def client_tasks(case: CaseFile) -> tuple[ClientTask, ...]:
    """Return the tasks of works, the rated competences, the trainings and the own words, each words only once."""
    found: dict[str, ClientTask] = {}
    for task in (*_of_works(case), *_of_competences(case), *_of_trainings(case), *_in_own_words(case)):
        key = task.words.casefold()
        known = found.get(key)
        if known is None or (not known.mark_id and task.evidence.grade > known.evidence.grade):
            found[key] = task
    return tuple(found.values())


def parts_of(words: str) -> tuple[str, ...]:
    """Return the single tasks of a note: its lines, sentences and what semicolons part."""
    parts = (_LEADING.sub("", part).strip(" .,\t") for part in _PARTS.split(words))
    return tuple(dict.fromkeys(part for part in parts if part))


def _of_works(case: CaseFile) -> Iterator[ClientTask]:
    for work in case.works:
        source = say("Work: {title}", title=work.title) if work.title else say("Work")
        for number, words in enumerate((*parts_of(work.tasks), *parts_of(work.tools))):
            yield ClientTask(f"{work.id}.{number}", words, source, _evidence_of(work))


def _of_competences(case: CaseFile) -> Iterator[ClientTask]:
    for one in case.competences:
        if one.is_touched:
            yield ClientTask(one.id, one.name_de, say("Competence"), one.evidence)


def _of_trainings(case: CaseFile) -> Iterator[ClientTask]:
    for one in case.qualifications:
        if one.title:
            yield ClientTask(one.id, one.title, say("Training"))


def _in_own_words(case: CaseFile) -> Iterator[ClientTask]:
    for one in own_tasks_of(case):
        yield ClientTask(one.id, one.task, say("In own words"), one.evidence, one.id)


def _evidence_of(work: WorkPeriod) -> Evidence:
    found = [_PROOFS[proof] for proof in work.proofs if proof in _PROOFS]
    return max(found, key=lambda one: one.grade, default=Evidence.STATEMENT)
