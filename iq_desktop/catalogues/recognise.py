"""Recognises catalogues by what they hold, not by their names alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.agency_courses import AgencyCourses, is_agency_answer
from iq_desktop.catalogues.containers import FoundFile, find_files, is_hidden, unreadable
from iq_desktop.catalogues.course_tables import CourseTableFile, find_table_heads
from iq_desktop.catalogues.esco import EscoCatalogue
from iq_desktop.catalogues.esco_files import find_esco_kind
from iq_desktop.catalogues.kldb import KldbCatalogue, is_kldb
from iq_desktop.catalogues.niq_lists import NiqOccupations, is_niq_occupations
from iq_desktop.catalogues.open_qcat import ROOT, OpenQcatCatalogue
from iq_desktop.catalogues.places import PlacesCatalogue, is_places, is_plain_places
from iq_desktop.catalogues.refusal import IncompleteCatalogue, UnknownFile, listed
from iq_desktop.catalogues.tables import find_header
from iq_desktop.domain.course_mapping import propose_mapping
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.usecases.course_ports import CourseMappings
from iq_desktop.usecases.ports import Clock
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import Text, say

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from iq_desktop.usecases.ports import Catalogue

_ROOT_TAG: Final = re.compile(r"<([A-Za-z_][\w.:-]*)")
_NO_ELEMENT: Final = re.compile(r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_OF_MANY_FILES: Final = frozenset({CatalogueKind.ESCO, CatalogueKind.KLDB})
_ORDER: Final = (CatalogueKind.ESCO, CatalogueKind.KLDB, CatalogueKind.PLACES, CatalogueKind.COURSES, CatalogueKind.NIQ)
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Recognises what the program can take in; the calendar says on which day that was.

    `mappings` know how tables of courses were read before; without them their heads decide.
    """

    clock: Clock
    mappings: CourseMappings | None = None

    def recognise(self, path: Path) -> Catalogue:
        """Return the catalogue of a file, folder or zip.

        Raises IqError where it is none that the program knows, or where a folder holds several of them.
        """
        by_kind: dict[CatalogueKind, list[FoundFile]] = {}
        for file in find_files(path):
            if kind := find_kind(file):
                by_kind.setdefault(kind, []).append(file)
        if not by_kind:
            raise UnknownFile(path.name or str(path), _advice(path))
        kind, files = next(iter(by_kind.items()))
        is_one = len(files) == 1 or kind in _OF_MANY_FILES or all(is_agency_answer(file.head()) for file in files)
        if len(by_kind) > 1 or not is_one:
            names = listed(
                dict.fromkeys(found[0].name for found in by_kind.values())
                if len(by_kind) > 1
                else [file.name for file in files]
            )
            raise IqError(
                say("{name} holds several catalogues: {files}", name=path.name, files=names),
                say("Please choose them one after the other."),
            )
        return self._catalogue(kind, tuple(files), path)

    def _catalogue(self, kind: CatalogueKind, files: tuple[FoundFile, ...], path: Path) -> Catalogue:
        today = self.clock.today()
        if kind is CatalogueKind.ESCO:
            if len(files) == 1 and path.is_file() and not files[0].members:
                raise IncompleteCatalogue(
                    say("{file} is one part of an ESCO download. Please choose its folder.", file=path.name)
                )
            return EscoCatalogue(files, today)
        if kind is CatalogueKind.KLDB:
            return KldbCatalogue(files, today)
        if kind is CatalogueKind.PLACES:
            return PlacesCatalogue(files[0], has_head=is_places(find_header(files[0].head())), today=today)
        if kind is CatalogueKind.NIQ:
            return NiqOccupations(files[0], today)
        return self._courses(files, path, today)

    def _courses(self, files: tuple[FoundFile, ...], path: Path, today: dt.date) -> Catalogue:
        """Return a catalogue of courses: answers of the Agency, a table, or open-Qcat."""
        if is_agency_answer(files[0].head()):
            return AgencyCourses(files, today, path.stem if path.is_file() else path.name)
        heads = find_table_heads(files[0])
        if heads:
            known = self.mappings.find(heads) if self.mappings is not None else None
            return CourseTableFile(files[0], known or propose_mapping(heads, files[0].name.rsplit(".", 1)[0]), today)
        return OpenQcatCatalogue(files[0], today)


def find_kind(file: FoundFile) -> CatalogueKind | None:
    """Return which catalogue a file belongs to, by its first bytes, or None."""
    head = file.head()
    if _root_tag(head) == ROOT or is_agency_answer(head):
        return CatalogueKind.COURSES
    if find_esco_kind(file):
        return CatalogueKind.ESCO
    header = find_header(head)
    if is_kldb(header):
        return CatalogueKind.KLDB
    if is_niq_occupations(header):
        return CatalogueKind.NIQ
    if is_places(header) or is_plain_places(head):
        return CatalogueKind.PLACES
    return CatalogueKind.COURSES if find_table_heads(file) else None


def find_catalogues(folder: Path) -> list[Path]:
    """Return the catalogues in a folder and below, each as a path that can be recognised by itself.

    Files that the program does not know are passed over. What belongs together stays together: the languages of ESCO
    in neighbouring folders are one catalogue. A file is returned as it is.
    """
    try:
        if not folder.is_dir():
            return [folder]
        found = _catalogues_in(folder, _DEEPEST)
    except OSError as error:
        raise unreadable(folder) from error
    return [path for kind in _ORDER for of_kind, path in found if of_kind is kind]


def _catalogues_in(folder: Path, levels: int) -> list[tuple[CatalogueKind, Path]]:
    found: list[tuple[CatalogueKind, Path]] = []
    in_folder = False
    for path in sorted(folder.iterdir()):
        if is_hidden(path.name):
            continue
        if path.is_dir():
            found += _catalogues_in(path, levels - 1) if levels else []
            continue
        kinds = _kinds_of_file(path)
        in_folder |= kinds == {CatalogueKind.ESCO} and path.suffix.lower() != ".zip"
        found += [(kind, path) for kind in kinds]
    kinds = {kind for kind, _ in found}
    are_pages = all(path.suffix.lower() == ".json" for _, path in found)
    if len(found) > 1 and len(kinds) == 1 and (are_pages or kinds <= _OF_MANY_FILES):
        return [(kinds.pop(), folder)]
    if in_folder:  # the files of ESCO are one catalogue, whatever lies beside them
        found = [one for one in found if one[0] is not CatalogueKind.ESCO or one[1].parent != folder]
        found.append((CatalogueKind.ESCO, folder))
    return found


def _kinds_of_file(path: Path) -> set[CatalogueKind]:
    if path.suffix.lower() not in (".csv", ".txt", ".tsv", ".xml", ".json", ".zip"):
        return set()
    try:
        kinds = {kind for file in find_files(path) if (kind := find_kind(file))}
    except IqError:
        return set()
    return kinds if len(kinds) == 1 else set()


def _root_tag(head: bytes) -> str:
    """Return the tag of the outermost element, or nothing where the file is no XML."""
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1", errors="ignore")
    if not text.lstrip("\ufeffï»¿ \t\r\n").startswith("<"):
        return ""
    match = _ROOT_TAG.search(_NO_ELEMENT.sub("", text))
    return match[1] if match else ""


def _advice(path: Path) -> Text | None:
    if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
        return say("Please open it in a spreadsheet and save it as CSV (UTF-8).")
    return None
