"""Reads what the course searches of the Federal Employment Agency answer, saved as JSON: one file, or many pages."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.agency_offer import is_language_offer, read_agency_offer
from iq_desktop.catalogues.agency_search import find_search
from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.json_elements import Member, stream_members
from iq_desktop.catalogues.open_qcat_offer import Unusable
from iq_desktop.catalogues.refusal import IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.saved_search import LANGUAGE, TRAINING, catalogue_of_search
from iq_desktop.usecases.progress import Progress
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.domain.course import CourseOffer
    from iq_desktop.usecases.ports import ReferenceStore

_PAGES: Final = re.compile(r'(?<!\\)"termine"\s*:\s*\[')
_LIST: Final = re.compile(r"\A\s*\[")
_OFFER: Final = re.compile(rb'(?<!\\)"angebot"\s*:\s*\{')
_PAGE: Final = re.compile(rb'(?<!\\)"termine"\s*:\s*\[')
_STEP: Final = 200
_NAMES: Final = {LANGUAGE: "Berufssprachkurssuche", TRAINING: "Weiterbildungssuche"}


@dataclass(slots=True)
class _Found:
    """What was found while reading."""

    skips: SkipLog = field(default_factory=SkipLog)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class AgencyContents:
    """The answers, read once, as they are asked for."""

    files: tuple[FoundFile, ...]
    catalogue: str
    progress: Progress
    found: _Found = field(default_factory=_Found)

    @property
    def is_update(self) -> bool:
        """A search that was saved again replaces what it found before."""
        return False

    def offers(self) -> Iterator[CourseOffer]:
        """Yield the offers; raises IqError where a file is broken or nothing in it can be used."""
        for number, (file, member) in enumerate(_members(self.files), 1):
            if number % _STEP == 0:
                self.progress.step(number, None, say("Reading {file}", file=file.name))
            try:
                offer = read_agency_offer(member.value, self.catalogue)
            except Unusable as error:
                self.found.skips.add(error.reason, member.line)
                continue
            if offer.id in self.found.ids:
                self.found.skips.add(say("the same identity once more"), member.line)
                continue
            self.found.ids.add(offer.id)
            yield offer
        if not self.found.ids:
            raise IncompleteCatalogue(say("{file} holds no course that can be used.", file=self.files[0].name))

    def removed(self) -> Iterator[str]:
        """Yield nothing."""
        return iter(())

    def told(self, state: CatalogueState) -> CatalogueState:
        """Return the state with what was found."""
        counts = ((say("Offers"), len(self.found.ids)),)
        return replace(state, counts=counts, skipped=self.found.skips.result())


@dataclass(frozen=True, slots=True)
class AgencyCourses:
    """Answers of a course search of the Agency that were recognised; `name` is what the saved search is called."""

    files: tuple[FoundFile, ...]
    today: dt.date
    name: str = ""
    renewed: CatalogueState | None = None
    """The saved search in whose place this one comes, whatever it is called."""

    def in_place_of(self, state: CatalogueState) -> AgencyCourses:
        """Return the same answers as a later state of a saved search that is there."""
        return replace(self, renewed=state)

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the offers in as a whole; raises IqError with file and line where a file is broken."""
        state = self._state()
        contents = AgencyContents(self.files, state.id, progress)
        store.take_courses(contents, state, progress)
        return contents.told(state)

    def _state(self) -> CatalogueState:
        if self.renewed is not None:
            return replace(self.renewed, taken_in_on=self.today)
        first, search = next(_members(self.files), None), find_search(self.files)
        page = LANGUAGE if first is not None and is_language_offer(first[1].value) else TRAINING
        words = f" ({search.words})" if search.words else ""
        return CatalogueState(
            CatalogueKind.COURSES,
            catalogue_of_search(page, f"{self.name} {search.code}"),
            f"{_NAMES[page]}: {self.name}{words}",
            self.today,
            notice=say("Courses: search of the Federal Employment Agency, as it was saved."),
        )


def is_agency_answer(head: bytes) -> bool:
    """Return whether a file is an answer of a course search, by its first bytes."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return text[:1] in (b"{", b"[") and (_PAGE.search(text) is not None or _OFFER.search(text) is not None)


def _members(files: tuple[FoundFile, ...]) -> Iterator[tuple[FoundFile, Member]]:
    for file in files:
        opening = _PAGES if _PAGE.search(file.head()) else _LIST
        for member in stream_members(file, opening):
            yield file, member
