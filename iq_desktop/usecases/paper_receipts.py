"""Receipts for originals with one press: made final at once, since both sides sign them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iq_desktop.documents.kinds import find_document_kind
from iq_desktop.documents.receipt import papers_given_back, papers_here
from iq_desktop.domain.paper_move import MoveKind, moves_of, with_receipt
from iq_desktop.usecases.final_papers import make_final
from iq_desktop.usecases.printing import Printed, client_paper_language, file_name
from iq_desktop.wording.problems import IqError
from iq_desktop.wording.text import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk

TAKEN: Final = "receipt"
RETURNED: Final = "return-receipt"
_LANGUAGE: Final = "de"
_SIDES: Final = {TAKEN: (papers_here, MoveKind.RECEIVED), RETURNED: (papers_given_back, MoveKind.RETURNED)}


def make_receipt(desk: Desk, case: CaseFile, name: str) -> Printed:
    """Return the receipt of a kind (`TAKEN`, `RETURNED`) for all papers, also in the client's language where it can be.

    Raises IqError where there is no paper to sign for, and what `make_final` raises.
    """
    papers, _move = _SIDES[name]
    if not papers(case):
        raise IqError(say("There is no original to sign for."), say("Please note first which paper was handed over."))
    kind = find_document_kind(name)
    if kind is None:
        raise KeyError(name)
    paired = client_paper_language(case, _LANGUAGE) is not None
    return make_final(desk, case, Printed(kind, b"", file_name(case, kind), _LANGUAGE, paired))


def with_receipt_noted(case: CaseFile, name: str, day: dt.date) -> CaseFile:
    """Return the case in which the newest step of each paper on the receipt knows that it was printed."""
    return with_receipt(case, frozenset(_signed_moves(case, name)), day)


def _signed_moves(case: CaseFile, name: str) -> Iterator[str]:
    papers, wanted = _SIDES[name]
    for paper in papers(case):
        mine = [move.id for move in moves_of(case, paper.id) if move.kind is wanted]
        yield from mine[-1:]
