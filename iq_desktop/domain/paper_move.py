"""The journey of a paper: what happened to it, when and with whom; each step carries its state along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from iq_desktop.domain.choice import Choice
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.problem import Problem, Weight
from iq_desktop.domain.qualification import Paper, PaperForm, Whereabouts
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile


class MoveKind(Choice):
    """What can happen to a paper."""

    RECEIVED = "received", say("Original received")
    COPIED = "copied", say("Copied")
    TO_TRANSLATOR = "to_translator", say("Sent to the translator")
    TRANSLATED = "translated", say("Translation is there")
    CERTIFIED = "certified", say("Certified copy made")
    COPY_SENT = "copy_sent", say("Copy sent to an office")
    TO_OFFICE = "to_office", say("Original handed to an office")
    FROM_OFFICE = "from_office", say("Original back from an office")
    RETURNED = "returned", say("Original given back to the person")
    ASKED_ABROAD = "asked_abroad", say("Asked for abroad")
    LOST = "lost", say("Found to be lost")
    FOUND = "found", say("Found again")

    @property
    def needs_receipt(self) -> bool:
        """Whether somebody signs for it: an original comes into the hands of the centre, or leaves them."""
        return self in {MoveKind.RECEIVED, MoveKind.RETURNED}

    @property
    def has_other_side(self) -> bool:
        """Whether it happens with somebody who is worth a name: an office, a translator, a school."""
        return self in _WITH_SOMEBODY


_WITH_SOMEBODY: Final = frozenset(
    {
        MoveKind.TO_TRANSLATOR,
        MoveKind.CERTIFIED,
        MoveKind.COPY_SENT,
        MoveKind.TO_OFFICE,
        MoveKind.FROM_OFFICE,
        MoveKind.ASKED_ABROAD,
    }
)


@dataclass(frozen=True, slots=True)
class PaperMove:
    """One step of a paper; `with_whom` is the office, translator or person, `place` where that is.

    `receipt_on` is the day on which a receipt was printed for it.
    """

    paper_id: str = ""
    kind: MoveKind = MoveKind.RECEIVED
    day: dt.date | None = None
    with_whom: str = ""
    place: str = ""
    receipt_on: dt.date | None = None
    remarks: str = ""
    id: str = field(default_factory=new_id)

    def problems(self, today: dt.date) -> tuple[Problem, ...]:
        """Return what the step still lacks, and what cannot be."""
        if self.day is None:
            return (Problem("day", say("On which day was it?")),)
        if self.day > today:
            return (Problem("day", say("This day lies in the future."), Weight.WRONG),)
        return ()


def with_move(case: CaseFile, move: PaperMove) -> CaseFile:
    """Return the case with one more step of a paper, whose forms and whereabouts follow; raises KeyError.

    A step that is told later than a newer one of the same paper changes only what the newer ones leave open: its forms.
    """
    by_id = {paper.id: paper for paper in case.papers}
    before = by_id[move.paper_id]
    latest = max((one.day or dt.date.min for one in moves_of(case, move.paper_id)), default=dt.date.min)
    is_newest = latest <= (move.day or dt.date.max)
    moved = after_move(before, move)
    after = moved if is_newest else replace(before, forms=moved.forms)
    papers = tuple(after if paper.id == move.paper_id else paper for paper in case.papers)
    return replace(case, papers=papers, paper_moves=(*case.paper_moves, move))


def with_moves(case: CaseFile, moves: tuple[PaperMove, ...]) -> CaseFile:
    """Return the case with several steps, one after the other."""
    for move in moves:
        case = with_move(case, move)
    return case


def without_move(case: CaseFile, move_id: str) -> CaseFile:
    """Return the case without a step that was noted by mistake; the state of the paper stays as it is."""
    return replace(case, paper_moves=tuple(move for move in case.paper_moves if move.id != move_id))


def with_receipt(case: CaseFile, move_ids: frozenset[str], day: dt.date) -> CaseFile:
    """Return the case in which a receipt was printed for some steps."""
    moves = tuple(replace(move, receipt_on=day) if move.id in move_ids else move for move in case.paper_moves)
    return case if moves == case.paper_moves else replace(case, paper_moves=moves)


def moves_of(case: CaseFile, paper_id: str) -> tuple[PaperMove, ...]:
    """Return the steps of a paper by their day, those of one day in the order in which they were noted."""
    mine = (one for one in case.paper_moves if one.paper_id == paper_id)
    return tuple(sorted(mine, key=lambda one: one.day or dt.date.min))


def after_move(paper: Paper, move: PaperMove) -> Paper:
    """Return the paper as it is after a step."""
    return _STEPS[move.kind](paper, move)


def offered_moves(paper: Paper) -> tuple[MoveKind, ...]:
    """Return what can happen next to a paper, the most likely first."""
    asked = () if paper.whereabouts is Whereabouts.ABROAD else (MoveKind.ASKED_ABROAD,)
    if PaperForm.LOST in paper.forms:
        return (MoveKind.FOUND, *asked, MoveKind.COPY_SENT)
    if PaperForm.NEVER_GOT in paper.forms:
        return (*asked, MoveKind.RECEIVED)
    where = _BY_PLACE.get(paper.whereabouts, _ANYWHERE)
    gained = {
        MoveKind.COPIED: PaperForm.COPY,
        MoveKind.CERTIFIED: PaperForm.CERTIFIED,
        MoveKind.TO_TRANSLATOR: PaperForm.TRANSLATION,
    }
    return tuple(kind for kind in where if gained.get(kind) not in paper.forms)


def are_only_returns(before: CaseFile, after: CaseFile) -> bool:
    """Return whether the steps of two states of a case differ by nothing but originals that were given back."""
    known = {move.id: move for move in before.paper_moves}
    kept = [replace(move, receipt_on=None) for move in after.paper_moves if move.id in known]
    new = [move for move in after.paper_moves if move.id not in known]
    same = kept == [replace(move, receipt_on=None) for move in before.paper_moves]
    return same and all(move.kind is MoveKind.RETURNED for move in new)


def _gain(paper: Paper, form: PaperForm) -> tuple[PaperForm, ...]:
    """Return the forms of a paper with one more; what is there is no longer lost, and was received."""
    held = {*paper.forms, form}
    if form is PaperForm.ORIGINAL:
        held -= {PaperForm.LOST, PaperForm.NEVER_GOT}
    return tuple(one for one in PaperForm if one in held)


def _received(paper: Paper, move: PaperMove) -> Paper:
    forms = _gain(paper, PaperForm.ORIGINAL)
    return replace(
        paper,
        forms=forms,
        whereabouts=Whereabouts.CENTRE,
        who_has_it="",
        handed_over_on=move.day,
        handed_back_on=None,
    )


def _with_form(form: PaperForm) -> Callable[[Paper, PaperMove], Paper]:
    return lambda paper, _move: replace(paper, forms=_gain(paper, form))


def _away(where: Whereabouts) -> Callable[[Paper, PaperMove], Paper]:
    return lambda paper, move: replace(paper, whereabouts=where, who_has_it=move.with_whom)


def _translated(paper: Paper, _move: PaperMove) -> Paper:
    """The original comes back with its translation: to the centre where that took it in, else to the person."""
    forms = _gain(paper, PaperForm.TRANSLATION)
    if paper.whereabouts is not Whereabouts.TRANSLATOR:
        return replace(paper, forms=forms)
    is_ours = paper.handed_over_on is not None and paper.handed_back_on is None
    where = Whereabouts.CENTRE if is_ours else Whereabouts.CLIENT
    return replace(paper, forms=forms, whereabouts=where, who_has_it="")


def _returned(paper: Paper, move: PaperMove) -> Paper:
    was_ours = paper.handed_over_on is not None and paper.handed_back_on is None
    back = move.day if was_ours or paper.whereabouts is Whereabouts.CENTRE else paper.handed_back_on
    return replace(paper, whereabouts=Whereabouts.CLIENT, who_has_it="", handed_back_on=back)


def _from_office(paper: Paper, move: PaperMove) -> Paper:
    return _returned(replace(paper, forms=_gain(paper, PaperForm.ORIGINAL)), move)


def _lost(paper: Paper, _move: PaperMove) -> Paper:
    held = ({*paper.forms} | {PaperForm.LOST}) - {PaperForm.ORIGINAL}
    forms = tuple(one for one in PaperForm if one in held)
    return replace(paper, forms=forms, whereabouts=Whereabouts.UNKNOWN, who_has_it="")


def _found(paper: Paper, _move: PaperMove) -> Paper:
    return replace(paper, forms=_gain(paper, PaperForm.ORIGINAL), whereabouts=Whereabouts.CLIENT, who_has_it="")


def _unchanged(paper: Paper, _move: PaperMove) -> Paper:
    return paper


_STEPS: Final[Mapping[MoveKind, Callable[[Paper, PaperMove], Paper]]] = {
    MoveKind.RECEIVED: _received,
    MoveKind.COPIED: _with_form(PaperForm.COPY),
    MoveKind.TO_TRANSLATOR: _away(Whereabouts.TRANSLATOR),
    MoveKind.TRANSLATED: _translated,
    MoveKind.CERTIFIED: _with_form(PaperForm.CERTIFIED),
    MoveKind.COPY_SENT: _unchanged,
    MoveKind.TO_OFFICE: _away(Whereabouts.OFFICE),
    MoveKind.FROM_OFFICE: _from_office,
    MoveKind.RETURNED: _returned,
    MoveKind.ASKED_ABROAD: _away(Whereabouts.ABROAD),
    MoveKind.LOST: _lost,
    MoveKind.FOUND: _found,
}
_HERE: Final = (
    MoveKind.RETURNED,
    MoveKind.COPIED,
    MoveKind.TO_TRANSLATOR,
    MoveKind.CERTIFIED,
    MoveKind.COPY_SENT,
    MoveKind.TO_OFFICE,
    MoveKind.LOST,
)
_THERE: Final = (
    MoveKind.COPIED,
    MoveKind.RECEIVED,
    MoveKind.TO_TRANSLATOR,
    MoveKind.CERTIFIED,
    MoveKind.COPY_SENT,
    MoveKind.TO_OFFICE,
    MoveKind.LOST,
)
_ANYWHERE: Final = (*_THERE[:-1], MoveKind.ASKED_ABROAD, MoveKind.LOST)
_BY_PLACE: Final[Mapping[Whereabouts | None, tuple[MoveKind, ...]]] = {
    Whereabouts.CENTRE: _HERE,
    Whereabouts.CLIENT: _THERE,
    Whereabouts.TRANSLATOR: (MoveKind.TRANSLATED, MoveKind.RETURNED, MoveKind.LOST),
    Whereabouts.OFFICE: (MoveKind.FROM_OFFICE, MoveKind.RETURNED, MoveKind.LOST),
    Whereabouts.ABROAD: (MoveKind.RECEIVED, MoveKind.COPIED, MoveKind.LOST),
}
