"""Making a paper final, printing it again as it was, noting where it went, telling whether a paper is genuine."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.kinds import find_document_kind, title_of_document
from iq_desktop.documents.receipt import papers_given_back, papers_here
from iq_desktop.domain.document_record import TOLD_BY_HAND, Delivery, FinalPaper, PaperWay
from iq_desktop.usecases.final_ports import NoSuchPaper
from iq_desktop.usecases.printing import Printed, act_of, document_of, draw, file_name, second_language
from iq_desktop.usecases.rights_checks import check_act
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import NOTHING, LanguageName, Text, as_it_is, joined, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

_SIGNED_FOR: Final = {"receipt": papers_here, "return-receipt": papers_given_back}
"""Documents that prove that papers went from hand to hand, with the papers that stand on them."""


@dataclass(frozen=True, slots=True)
class ToldDelivery:
    """What happened to a paper, in words; `is_by_hand` where somebody noted it, and can take it back."""

    delivery: Delivery
    words: Text
    is_by_hand: bool

    @property
    def id(self) -> str:
        """The identity of what happened."""
        return self.delivery.id


@dataclass(frozen=True, slots=True)
class ToldPaper:
    """A final paper in words: what it is, its number, day and languages, whether it holds, and where it went."""

    paper: FinalPaper
    title: Text
    about: Text
    state: Text
    deliveries: tuple[ToldDelivery, ...] = ()

    @property
    def id(self) -> str:
        """The identity of the paper."""
        return self.paper.id


def make_final(desk: Desk, case: CaseFile, wanted: Printed) -> Printed:
    """Make a paper final: number, day, check code, QR code, and its bytes locked in the vault; the draft is not needed.

    What it says is the case as it stands now. An older one about the same is marked as replaced. Raises Stopped,
    MissingGlyph; then nothing was made, and no number is used up.
    """
    check_act(case, act_of(wanted.kind))
    second = second_language(case, wanted)
    paper = FinalPaper(wanted.kind.name, wanted.language, subject=_subject_of(case, wanted), second_language=second)
    document = document_of(desk, case, wanted)
    made = desk.finals.make_final(case.id, paper, act_of(wanted.kind), partial(draw, desk, case, wanted, document))
    return open_final(desk, case, made)


def _subject_of(case: CaseFile, wanted: Printed) -> str:
    """Return what tells papers of one kind apart: a receipt proves one handing over, and no other one replaces it."""
    papers = _SIGNED_FOR.get(wanted.kind.name)
    if papers is None:
        return wanted.part
    mine = (one for one in papers(case) if wanted.part in {"", one.id})
    told = "\n".join(sorted(f"{one.id} {one.handed_over_on} {one.handed_back_on}" for one in mine))
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def open_final(desk: Desk, case: CaseFile, paper: FinalPaper) -> Printed:
    """Return a final paper with the very bytes that were made then; raises NoSuchPaper, DamagedPaper.

    It can be looked at whatever happened since; printing and saving ask again (`printing.check_leaving`).
    """
    kind = find_document_kind(paper.kind)
    if kind is None:
        raise NoSuchPaper
    return Printed(
        kind,
        desk.finals.content(case.id, paper.id),
        file_name(case, kind, paper.number),
        paper.language,
        paired=bool(paper.second_language),
        journal_code=paper.code,
        part=paper.subject,
        final=paper,
    )


def list_finals(desk: Desk, case: CaseFile) -> tuple[ToldPaper, ...]:
    """Return the final papers of a case in words, newest first."""
    deliveries = desk.finals.deliveries_of(case.id)
    return tuple(_tell(paper, deliveries) for paper in desk.finals.papers_of(case.id))


def note_where_it_went(desk: Desk, case: CaseFile, paper: FinalPaper, way: PaperWay, recipient: str) -> Delivery:
    """Keep that a paper was given to the person or sent to somebody; raises NoSuchPaper, and IqError without a name."""
    if way is PaperWay.SENT and not recipient.strip():
        raise IqError(say("To whom was it sent?"), say("Please write down a name or an office."))
    delivery = Delivery(paper.id, way, desk.clock.today(), recipient.strip(), desk.adviser.id)
    desk.finals.add_delivery(case.id, delivery)
    return delivery


def take_back_note(desk: Desk, case: CaseFile, delivery: Delivery) -> None:
    """Take back what was noted by mistake; the journal keeps both."""
    if delivery.way in TOLD_BY_HAND:
        desk.finals.remove_delivery(case.id, delivery.id)


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """The final paper to which a number or a check code belongs, in words."""

    case_id: str
    told: ToldPaper
    words: Text


def find_paper(desk: Desk, *, number: str = "", code: str = "") -> FoundPaper | None:
    """Return the paper of a number or of a check code, or None; raises NotYourCase where one may not see it."""
    found = desk.finals.find_numbered(number) if number else desk.finals.find_coded(code) if code else None
    if found is None:
        return None
    case_id, paper = found
    told = _tell(paper, ())
    genuine = say("This paper was made here: {title}, {about}.", title=told.title, about=told.about)
    return FoundPaper(case_id, told, joined((genuine, told.state), " "))


def _tell(paper: FinalPaper, deliveries: Sequence[Delivery]) -> ToldPaper:
    codes = [code for code in (paper.language, paper.second_language) if code]
    day = say("{day}", day=paper.made_on) if paper.made_on else NOTHING
    languages = joined([say("{language}", language=LanguageName(code)) for code in codes], ", ")
    mine = (one for one in deliveries if one.paper_id == paper.id)
    return ToldPaper(
        paper,
        title_of_document(paper.kind),
        joined((as_it_is(paper.number), day, languages)),
        _state_of(paper),
        tuple(ToldDelivery(one, _tell_delivery(one), one.way in TOLD_BY_HAND) for one in mine),
    )


def _state_of(paper: FinalPaper) -> Text:
    if paper.is_valid:
        return say("It is valid.")
    return say("It was replaced by {number}.", number=as_it_is(paper.replaced_by))


def _tell_delivery(delivery: Delivery) -> Text:
    what = joined((delivery.way.label, as_it_is(delivery.recipient)), ": ")
    return joined((say("{day}", day=delivery.day), what))
