"""Reads course catalogues in open-Qcat 1.1: a new one replaces all, an update changes single services.

An offer (EDUCATION type="true") cannot be booked by itself; an event (type="false") is one time and place of it and
says only what is its own. Each SERVICE becomes one course offer: an event inherits from its offer what it does not say,
and names it in `part_of`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.kept_offers import KeptOffers
from iq_desktop.catalogues.open_qcat_offer import CatalogueHead, Unusable, read_head, read_offer
from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue
from iq_desktop.catalogues.skipping import SkipLog
from iq_desktop.catalogues.xml_stream import Found, stream_nodes
from iq_desktop.domain.course import CourseOffer, inherit
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.usecases.ports import ReferenceStore
from iq_desktop.usecases.progress import Progress
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT: Final = "OPENQCAT"
_HEADER: Final = (ROOT, "HEADER")
_NEW_CATALOG: Final = (ROOT, "NEW_CATALOG")
_UPDATE_CATALOG: Final = (ROOT, "UPDATE_CATALOG")
_DELETED: Final = (*_UPDATE_CATALOG, "DELETE", "SERVICE")
_RECORDS: Final = frozenset({_HEADER, (*_NEW_CATALOG, "SERVICE"), (*_UPDATE_CATALOG, "NEW", "SERVICE"), _DELETED})
_OPENINGS: Final = frozenset({(ROOT,), _NEW_CATALOG, _UPDATE_CATALOG})
_STEP: Final = 100
"""Services after which the progress is told; they are long."""


@dataclass(slots=True)
class Survey:
    """What a first reading of the whole file has found; offers are kept, because events inherit from them."""

    head: CatalogueHead | None = None
    is_update: bool = False
    sequence: str = ""
    offers: KeptOffers = field(default_factory=KeptOffers)
    wholes: set[str] = field(default_factory=set)
    """The ids of the offers that have events here."""
    events: set[str] = field(default_factory=set)
    """The ids of the events that can be used."""
    deleted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OpenQcatContents:
    """A catalogue that was read once to its end and found sound; it is read a second time for the store."""

    file: FoundFile
    head: CatalogueHead
    survey: Survey
    store: ReferenceStore
    progress: Progress

    @property
    def is_update(self) -> bool:
        """Whether only single services change."""
        return self.survey.is_update

    def offers(self) -> Iterator[CourseOffer]:
        """Yield offers and events in the order of the file."""
        waited_for = self.survey.offers.ids | self.survey.events
        for found in _stream_records(self.file, self.progress):
            if found.path == _DELETED:
                continue
            try:
                offer = read_offer(found.node, self.head)
            except Unusable:
                continue
            if offer.id not in waited_for:
                continue
            waited_for.remove(offer.id)
            base = self._offer_of(offer)
            if base is not None:
                yield inherit(offer, base)
            else:
                yield read_offer(found.node, self.head, stands_alone=True)

    def removed(self) -> Iterator[str]:
        """Yield the ids that were deleted and did not come back in the same file."""
        for one in self.survey.deleted:
            if one not in self.survey.offers.ids and one not in self.survey.events:
                yield one

    def _offer_of(self, event: CourseOffer) -> CourseOffer | None:
        if not event.part_of:
            return None
        here = self.survey.offers.get(event.part_of)
        return here or (self.store.find_course(event.catalogue, event.part_of) if self.is_update else None)


@dataclass(frozen=True, slots=True)
class OpenQcatCatalogue:
    """A file in open-Qcat that was recognised."""

    file: FoundFile
    today: dt.date

    def take_in(self, store: ReferenceStore, progress: Progress) -> CatalogueState:
        """Take the catalogue in as a whole; raises IqError with file and line where it is broken."""
        skips = SkipLog()
        survey = survey_catalogue(self.file, store, skips, progress)
        head = survey.head
        if head is None or not head.id:
            raise IncompleteCatalogue(say("{file}: the head with the CATALOG_ID is missing.", file=self.file.name))
        if not (survey.offers.ids or survey.events or survey.deleted):
            raise IncompleteCatalogue(say("{file} holds no course that can be used.", file=self.file.name))
        counts = (
            (say("Offers"), len(survey.offers.ids)),
            (say("Events"), len(survey.events)),
            (say("Deleted"), len(survey.deleted)),
        )
        state = CatalogueState(
            kind=CatalogueKind.COURSES,
            id=head.id,
            version="/".join(part for part in (head.version, survey.sequence) if part),
            taken_in_on=self.today,
            counts=tuple(count for count in counts if count[1]),
            skipped=skips.result(),
            notice=say("Courses: as the providers publish them in open-Qcat (Federal Employment Agency)."),
            published_on=head.published_on,
        )
        store.take_courses(OpenQcatContents(self.file, head, survey, store, progress), state, progress)
        return state


def survey_catalogue(file: FoundFile, store: ReferenceStore, skips: SkipLog, progress: Progress) -> Survey:
    """Read the whole file once, and return what is in it; services that cannot be used are counted in `skips`."""
    survey = Survey()
    untitled: list[tuple[str, str, int]] = []
    for found in _stream_records(file, progress, survey):
        try:
            if found.path == _DELETED:
                survey.deleted.append(_deleted_id(found))
                continue
            offer = _checked_offer(found, survey, file)
        except Unusable as error:
            skips.add(error.reason, found.node.line)
            continue
        if not offer.part_of:
            survey.offers.keep(offer)
            continue
        survey.events.add(offer.id)
        survey.wholes.add(offer.part_of)
        if not offer.title:
            untitled.append((offer.id, offer.part_of, found.node.line))
    survey.offers.let_go_all_but(survey.wholes)
    for event, whole, line in untitled:
        if whole not in survey.offers.ids and not _is_stored(whole, survey, store):
            survey.events.remove(event)
            skips.add(say("an event of an offer that is not there"), line)
    return survey


def _checked_offer(found: Found, survey: Survey, file: FoundFile) -> CourseOffer:
    if survey.head is None:
        raise BrokenFile(file.name, found.node.line, say("A service stands before the head of the catalogue."))
    offer = read_offer(found.node, survey.head)
    if offer.id in survey.offers.ids or offer.id in survey.events:
        raise Unusable(say("the same PRODUCT_ID once more"))
    if not offer.part_of and not offer.title:
        raise Unusable(say("no title"))
    return offer


def _stream_records(file: FoundFile, progress: Progress, survey: Survey | None = None) -> Iterator[Found]:
    """Yield the services of a file, new ones and deleted ones; what stands around them goes into `survey`."""
    read = 0
    for found in stream_nodes(file, _RECORDS, _OPENINGS):
        if found.path[-1] == "SERVICE":
            read += 1
            if read % _STEP == 0:
                progress.step(read, None, say("Reading {file}", file=file.name))
            yield found
        elif survey is not None:
            _note_around(found, survey, file)


def _note_around(found: Found, survey: Survey, file: FoundFile) -> None:
    attributes = found.node.attributes
    if found.path == _HEADER:
        try:
            survey.head = read_head(found.node)
        except Unusable as error:
            raise BrokenFile(file.name, found.node.line, error.reason) from error
    elif found.path == _UPDATE_CATALOG:
        survey.is_update, survey.sequence = True, attributes.get("seq_number", "").strip()
    elif found.path == _NEW_CATALOG:
        # FULLCATALOG="0" is a part of a catalogue: what it does not name stays
        survey.is_update = attributes.get("FULLCATALOG", "1").strip() in ("0", "false")
    elif attributes.get("version", "1.1") != "1.1":
        raise BrokenFile(file.name, found.node.line, say("This is not version 1.1 of open-Qcat."))


def _deleted_id(found: Found) -> str:
    product_id = " ".join(found.node.words("PRODUCT_ID").split())
    if not product_id:
        raise Unusable(say("no PRODUCT_ID"))
    return product_id


def _is_stored(whole: str, survey: Survey, store: ReferenceStore) -> bool:
    catalogue = survey.head.id if survey.head is not None else ""
    return survey.is_update and store.find_course(catalogue, whole) is not None
