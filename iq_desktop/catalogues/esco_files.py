"""Finds out which files of an ESCO download are which, in which language and of which version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.refusal import IncompleteCatalogue, listed
from iq_desktop.catalogues.tables import Columns, find_header
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable


OCCUPATIONS: Final = Columns(
    ("conceptUri", "iscoGroup", "preferredLabel"),
    ("status", "altLabels", "hiddenLabels", "description", "definition"),
)
SKILLS: Final = Columns(
    ("conceptUri", "skillType", "preferredLabel"),
    ("status", "altLabels", "hiddenLabels", "description", "definition"),
)
RELATIONS: Final = Columns(("occupationUri", "relationType", "skillUri"))
_NAMES: Final = re.compile(r"^(occupations|skills|occupationSkillRelations)(?:_[a-z]{2})?\.csv$", re.IGNORECASE)
_OF_COLLECTIONS: Final = "broaderConceptUri"
"""A column that only the collections have (languages, digital, green …): they repeat skills of the main file."""
_KINDS: Final = (("occupations", OCCUPATIONS), ("skills", SKILLS), ("relations", RELATIONS))
_FIRST: Final = ("de", "en")
_LANGUAGE_OF_FILE: Final = re.compile(r"_([a-z]{2})\.csv$", re.IGNORECASE)
_LANGUAGE_OF_FOLDER: Final = re.compile(r"(?:^|[-\s_])([a-z]{2})(?:[-\s_]+csv)?(?:\.zip)?$", re.IGNORECASE)
_VERSION: Final = re.compile(r"\bv(\d+\.\d+\.\d+)\b")


@dataclass(frozen=True, slots=True)
class EscoFiles:
    """The files of one download: per language one of occupations and one of skills, and the relations once."""

    occupations: tuple[tuple[str, FoundFile], ...]
    skills: tuple[tuple[str, FoundFile], ...]
    relations: FoundFile
    version: str

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are in it, German and English first."""
        return tuple(code for code, _ in self.occupations)


def find_esco_kind(file: FoundFile) -> str:
    """Return occupations, skills or relations by the columns of a table, or nothing where it is none of them.

    A file that bears the right name but lacks a column counts too, so that the column can be named.
    """
    names = set(find_header(file.head()))
    if _OF_COLLECTIONS in names:
        return ""
    for kind, columns in _KINDS:
        if names.issuperset(columns.needed):
            return kind
    match = _NAMES.match(file.name)
    if not match or not names & {"conceptUri", "occupationUri"}:
        return ""
    return "relations" if match[1].lower() == "occupationskillrelations" else match[1].lower()


def sort_files(files: Iterable[FoundFile]) -> EscoFiles:
    """Return which file is which; raises IqError where one is missing, doubled, or of another version."""
    found: dict[str, dict[str, FoundFile]] = {"occupations": {}, "skills": {}, "relations": {}}
    newer = False
    for file in files:
        kind = find_esco_kind(file)
        if not kind:
            continue
        newer |= kind == "occupations" and "naceCode" in find_header(file.head())
        _put(found[kind], _language(file, kind), file)
    _check_complete(found)
    languages = sorted(found["occupations"], key=lambda code: (code not in _FIRST, code))
    return EscoFiles(
        tuple((code, found["occupations"][code]) for code in languages),
        tuple((code, found["skills"][code]) for code in languages),
        next(iter(found["relations"].values())),
        _version([file for kind in found.values() for file in kind.values()]) or ("1.2.1" if newer else ""),
    )


def _language(file: FoundFile, kind: str) -> str:
    """Return the language of a file by its name, else by the folder around it; relations need none."""
    if match := _LANGUAGE_OF_FILE.search(file.name):
        return match[1].lower()
    for part in reversed(file.full_name.split("/")[:-1]):
        if match := _LANGUAGE_OF_FOLDER.search(part):
            return match[1].lower()
    if kind == "relations":
        return ""
    raise IncompleteCatalogue(
        say("{file}: the language cannot be seen from the name of the file (as in occupations_de.csv)", file=file.name)
    )


def _put(kind: dict[str, FoundFile], language: str, file: FoundFile) -> None:
    if language in kind:
        raise IncompleteCatalogue(
            say("{file} is there twice in the same language. Please choose one download only.", file=file.name)
        )
    kind[language] = file


def _check_complete(found: dict[str, dict[str, FoundFile]]) -> None:
    languages = set(found["occupations"]) | set(found["skills"])
    missing = [
        f"{kind}_{code}.csv"
        for code in sorted(languages or {"de"})
        for kind in ("occupations", "skills")
        if code not in found[kind]
    ]
    missing += [] if found["relations"] else ["occupationSkillRelations.csv"]
    if missing:
        raise IncompleteCatalogue(say("The ESCO download is incomplete. Missing: {files}", files=listed(missing)))


def _version(files: Iterable[FoundFile]) -> str:
    versions = {match[-1] for file in files if (match := _VERSION.findall(file.full_name))}
    if len(versions) > 1:
        raise IncompleteCatalogue(
            say(
                "These are ESCO downloads of different versions: {versions}. Please choose one version only.",
                versions=listed(sorted(versions)),
            )
        )
    return versions.pop() if versions else ""
