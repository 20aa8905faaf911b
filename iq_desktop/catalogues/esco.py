"""Reads the official CSV download of ESCO: occupations, skills, and which occupation needs which skill.

ESCO 1.1.x, 1.2.0 and 1.2.1, any language. Source: European Commission, reuse under Decision 2011/833/EU.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.esco_files import OCCUPATIONS, RELATIONS, SKILLS, sort_files
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.tables import read_table
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import Naming, Need, Occupation, SkillConcept, SkillKind, SkillRelation
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iq_desktop.catalogues.esco_files import EscoFiles
    from iq_desktop.catalogues.tables import Columns
    from iq_desktop.usecases.ports import ReferenceStore
    from iq_desktop.usecases.progress import Progress

_ISCO: Final = re.compile(r"^(?:\S*/isco/)?C?(\d{1,4})$")
_NEEDS: Final = {need.value: need for need in Need}
_BETWEEN_LABELS: Final = re.compile(r"\n| \| ")


@dataclass(slots=True)
class _Concept:
    """What all languages together say about one occupation or skill."""

    uri: str
    code: str
    """The ISCO group of an occupation, the type of a skill."""
    names: list[tuple[str, str]]
    descriptions: list[tuple[str, str]]
    others: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class EscoContents:
    """One ESCO download, read to its end.

    It carries only the languages that this download has: a further language that is taken in later is merged by the
    store, by URI.
    """

    concepts: tuple[_Concept, ...]
    skill_concepts: tuple[_Concept, ...]
    pairs: dict[tuple[str, str], Need]

    def occupations(self) -> Iterator[Occupation]:
        """Yield the occupations."""
        for one in self.concepts:
            yield Occupation(
                one.uri,
                Naming(tuple(one.names)),
                _isco(one.code),
                description=Naming(tuple(one.descriptions)),
                other_names=tuple(one.others),
            )

    def skills(self) -> Iterator[SkillConcept]:
        """Yield the skills; one without a type counts as a skill."""
        for one in self.skill_concepts:
            kind = SkillKind.KNOWLEDGE if one.code == "knowledge" else SkillKind.SKILL
            yield SkillConcept(
                one.uri, Naming(tuple(one.names)), kind, Naming(tuple(one.descriptions)), tuple(one.others)
            )

    def relations(self) -> Iterator[SkillRelation]:
        """Yield which occupation needs which skill."""
        for (occupation, skill), need in self.pairs.items():
            yield SkillRelation(occupation, skill, need)


@dataclass(frozen=True, slots=True)
class EscoCatalogue:
    """An ESCO download that was recognised."""

    files: tuple[FoundFile, ...]
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the download in as a whole; raises IqError with file and line where it is broken."""
        files = sort_files(self.files)
        skips = SkipLog()
        contents = read_esco(files, skips, progress)
        state = CatalogueState(
            kind=CatalogueKind.ESCO,
            id="esco",
            version=files.version,
            taken_in_on=self.today,
            counts=(
                (say("Occupations"), len(contents.concepts)),
                (say("Skills"), len(contents.skill_concepts)),
                (say("Links between occupations and skills"), len(contents.pairs)),
                (say("Languages"), len(files.languages)),
            ),
            skipped=skips.result(),
            notice=say("This service uses the ESCO classification of the European Commission."),
        )
        store.replace_occupations(contents, state, progress)
        return state


def read_esco(files: EscoFiles, skips: SkipLog, progress: Progress) -> EscoContents:
    """Return what the files hold; rows that cannot be used are counted in `skips`. Raises IqError where one is broken.

    Relations are the same in every language, so that one file of them is enough.
    """
    occupations = _read_concepts(files.occupations, OCCUPATIONS, skips, progress)
    skills = _read_concepts(files.skills, SKILLS, skips, progress)
    pairs = _read_pairs(files.relations, occupations, skills, skips, progress)
    for file, found in ((files.occupations[0][1], occupations), (files.skills[0][1], skills), (files.relations, pairs)):
        if not found:
            raise IncompleteCatalogue(say("{file} holds no row that can be used.", file=file.name))
    return EscoContents(tuple(occupations.values()), tuple(skills.values()), pairs)


def _read_concepts(
    files: Iterable[tuple[str, FoundFile]], columns: Columns, skips: SkipLog, progress: Progress
) -> dict[str, _Concept]:
    """Return the concepts of all languages by URI."""
    concepts: dict[str, _Concept] = {}
    for language, file in files:
        seen: set[str] = set()
        for line, row in read_table(file, columns, skips, progress):
            uri, code, label = row[0].strip(), row[1].strip(), _clean(row[2])
            status, *labels, description, definition = row[3:]
            if not uri.startswith("http") or not label:
                skips.add(say("{file}: no URI or no name", file=file.name), line)
            elif status.strip() not in ("", "released"):
                skips.add(say("{file}: not released by ESCO", file=file.name), line)
            elif uri in seen:
                skips.add(say("{file}: the same URI once more", file=file.name), line)
            else:
                seen.add(uri)
                concept = concepts.setdefault(uri, _Concept(uri, code, [], [], []))
                concept.names.append((language, label))
                concept.others += ((language, other) for other in _other_labels(labels, label))
                if words := (description.strip() or definition.strip()):
                    concept.descriptions.append((language, words))
    return concepts


def _read_pairs(
    file: FoundFile,
    occupations: dict[str, _Concept],
    skills: dict[str, _Concept],
    skips: SkipLog,
    progress: Progress,
) -> dict[tuple[str, str], Need]:
    """Return which occupation needs which skill; where a pair is both essential and optional, it is essential.

    The URIs are the very strings of the concepts, to save memory.
    """
    pairs: dict[tuple[str, str], Need] = {}
    for line, (occupation_uri, relation, skill_uri) in read_table(file, RELATIONS, skips, progress):
        occupation, skill = occupations.get(occupation_uri.strip()), skills.get(skill_uri.strip())
        need = _NEEDS.get(relation.strip())
        if occupation is None:
            skips.add(say("{file}: an occupation that is not in the catalogue", file=file.name), line)
        elif skill is None:
            skips.add(say("{file}: a skill that is not in the catalogue", file=file.name), line)
        elif need is None:
            skips.add(say("{file}: neither essential nor optional", file=file.name), line)
        else:
            pair = (occupation.uri, skill.uri)
            if pair in pairs:
                skips.add(say("{file}: the same link once more", file=file.name), line)
            if pairs.setdefault(pair, need) is Need.OPTIONAL:
                pairs[pair] = need
    return pairs


def _isco(group: str) -> str:
    """Return the four digits of an ISCO-08 group written as 0110, C0110 or as URI, else nothing."""
    match = _ISCO.match(group)
    return match[1].zfill(4) if match else ""


def _clean(label: str) -> str:
    return unicodedata.normalize("NFC", " ".join(label.split()))


def _other_labels(cells: Iterable[str], label: str) -> Iterator[str]:
    """Yield the further names in cells that are split by line feeds or by “ | ”, each once."""
    seen = {label}
    for cell in cells:
        for part in _BETWEEN_LABELS.split(cell) if cell else ():
            other = _clean(part)
            if other and other not in seen:
                seen.add(other)
                yield other
