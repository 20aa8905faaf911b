"""Each step of a paper carries its state along; only what can happen next is offered."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from iq_desktop.domain.paper_move import (
    MoveKind,
    PaperMove,
    after_move,
    moves_of,
    offered_moves,
    with_move,
    with_moves,
    with_receipt,
    without_move,
)
from iq_desktop.domain.problem import Weight
from iq_desktop.domain.qualification import Paper, PaperForm, Whereabouts
from iq_desktop.domain.rights import RESTRICTED, find_stop_of_change
from tests.support.builders import TODAY, a_case

ORIGINAL, COPY, LOST = PaperForm.ORIGINAL, PaperForm.COPY, PaperForm.LOST
CLIENT, CENTRE, OFFICE = Whereabouts.CLIENT, Whereabouts.CENTRE, Whereabouts.OFFICE
TRANSLATOR, ABROAD, UNKNOWN = Whereabouts.TRANSLATOR, Whereabouts.ABROAD, Whereabouts.UNKNOWN


def a_paper(**changes: object) -> Paper:
    """Return a paper of which the person has the original."""
    return replace(Paper(name="Diplom", forms=(ORIGINAL,), whereabouts=CLIENT, id="diploma"), **changes)  # type: ignore[arg-type]  # by name


def a_move(kind: MoveKind, day: dt.date | None = TODAY, whom: str = "") -> PaperMove:
    """Return a step of that paper."""
    return PaperMove("diploma", kind, day, whom, id=f"{kind.value}-{day}")


@pytest.mark.parametrize(
    ("kind", "forms", "where", "who"),
    [
        (MoveKind.RECEIVED, {ORIGINAL}, CENTRE, ""),
        (MoveKind.COPIED, {ORIGINAL, COPY}, CLIENT, ""),
        (MoveKind.TO_TRANSLATOR, {ORIGINAL}, TRANSLATOR, "Saleh"),
        (MoveKind.TRANSLATED, {ORIGINAL, PaperForm.TRANSLATION}, CLIENT, ""),
        (MoveKind.CERTIFIED, {ORIGINAL, PaperForm.CERTIFIED}, CLIENT, ""),
        (MoveKind.COPY_SENT, {ORIGINAL}, CLIENT, ""),
        (MoveKind.TO_OFFICE, {ORIGINAL}, OFFICE, "Saleh"),
        (MoveKind.FROM_OFFICE, {ORIGINAL}, CLIENT, ""),
        (MoveKind.RETURNED, {ORIGINAL}, CLIENT, ""),
        (MoveKind.ASKED_ABROAD, {ORIGINAL}, ABROAD, "Saleh"),
        (MoveKind.LOST, {LOST}, UNKNOWN, ""),
        (MoveKind.FOUND, {ORIGINAL}, CLIENT, ""),
    ],
)
def test_every_step_carries_forms_and_whereabouts_along(
    kind: MoveKind, forms: set[PaperForm], where: Whereabouts, who: str
) -> None:
    after = after_move(a_paper(), a_move(kind, whom="Saleh"))
    assert set(after.forms) == forms
    assert after.whereabouts is where
    assert after.who_has_it == who


def test_an_original_that_was_taken_in_comes_back_from_the_translator_and_is_given_back() -> None:
    later = TODAY + dt.timedelta(days=9)
    case = with_move(a_case(papers=(a_paper(),)), a_move(MoveKind.RECEIVED))
    assert case.papers[0].is_in_our_hands
    case = with_move(case, a_move(MoveKind.TO_TRANSLATOR, whom="Büro Saleh"))
    assert not case.papers[0].is_in_our_hands
    case = with_move(case, a_move(MoveKind.TRANSLATED))
    assert case.papers[0].is_in_our_hands
    case = with_move(case, a_move(MoveKind.RETURNED, later))
    (paper,) = case.papers
    assert (paper.handed_over_on, paper.handed_back_on, paper.whereabouts) == (TODAY, later, CLIENT)
    assert not paper.is_in_our_hands
    again = with_move(case, a_move(MoveKind.RECEIVED, later))
    assert again.papers[0].is_in_our_hands


def test_a_step_that_is_told_late_leaves_the_present_place_alone() -> None:
    case = with_move(a_case(papers=(a_paper(),)), a_move(MoveKind.TO_OFFICE, whom="IHK"))
    late = with_move(case, a_move(MoveKind.COPIED, TODAY - dt.timedelta(days=30)))
    assert late.papers[0].whereabouts is OFFICE
    assert COPY in late.papers[0].forms
    earlier = with_move(case, a_move(MoveKind.RECEIVED, TODAY - dt.timedelta(days=30)))
    assert earlier.papers[0].whereabouts is OFFICE
    assert [move.kind for move in moves_of(earlier, "diploma")] == [MoveKind.RECEIVED, MoveKind.TO_OFFICE]


def test_a_step_of_no_paper_is_an_error() -> None:
    with pytest.raises(KeyError):
        with_move(a_case(papers=()), a_move(MoveKind.COPIED))


@pytest.mark.parametrize("where", [None, *Whereabouts])
@pytest.mark.parametrize("forms", [(), (ORIGINAL,), (COPY,), (LOST,), (PaperForm.NEVER_GOT,)])
def test_what_is_offered_always_leads_on(where: Whereabouts | None, forms: tuple[PaperForm, ...]) -> None:
    paper = a_paper(whereabouts=where, forms=forms)
    offered = offered_moves(paper)
    assert offered
    assert len(set(offered)) == len(offered)
    assert all(kind is MoveKind.COPY_SENT or after_move(paper, a_move(kind)) != paper for kind in offered)


def test_what_was_done_is_not_offered_again() -> None:
    forms = (ORIGINAL, COPY, PaperForm.CERTIFIED, PaperForm.TRANSLATION)
    offered = offered_moves(a_paper(forms=forms, whereabouts=CENTRE))
    assert not {MoveKind.COPIED, MoveKind.CERTIFIED, MoveKind.TO_TRANSLATOR} & set(offered)
    assert offered[0] is MoveKind.RETURNED


def test_a_step_noted_by_mistake_goes_and_a_receipt_is_noted() -> None:
    case = with_moves(a_case(papers=(a_paper(),)), (a_move(MoveKind.RECEIVED), a_move(MoveKind.COPIED)))
    left = without_move(case, case.paper_moves[1].id)
    assert [move.kind for move in left.paper_moves] == [MoveKind.RECEIVED]
    signed = with_receipt(case, frozenset({case.paper_moves[0].id}), TODAY)
    assert [move.receipt_on for move in signed.paper_moves] == [TODAY, None]
    assert with_receipt(case, frozenset({"unknown"}), TODAY) is case


def test_a_step_says_what_it_lacks() -> None:
    assert a_move(MoveKind.COPIED).problems(TODAY) == ()
    (open_one,) = a_move(MoveKind.COPIED, None).problems(TODAY)
    (wrong,) = a_move(MoveKind.COPIED, TODAY + dt.timedelta(days=1)).problems(TODAY)
    assert (open_one.field, wrong.field, wrong.weight) == ("day", "day", Weight.WRONG)


def test_originals_can_be_given_back_although_the_case_is_restricted() -> None:
    case = with_move(a_case(papers=(a_paper(),)), a_move(MoveKind.RECEIVED))
    restricted = replace(case, keeping=replace(case.keeping, restricted_since=TODAY))
    returned = with_move(restricted, a_move(MoveKind.RETURNED))
    assert find_stop_of_change(restricted, returned) is None
    assert (
        find_stop_of_change(restricted, with_receipt(returned, frozenset({returned.paper_moves[1].id}), TODAY)) is None
    )
    assert find_stop_of_change(restricted, with_move(restricted, a_move(MoveKind.COPIED))) is RESTRICTED
    assert find_stop_of_change(restricted, without_move(restricted, case.paper_moves[0].id)) is RESTRICTED
