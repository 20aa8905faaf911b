"""Where papers are, the way of each, giving all back, and the receipts that both sides sign."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.paper_move import MoveKind, PaperMove, with_moves
from iq_desktop.domain.qualification import Paper, PaperForm, PaperKind, Whereabouts
from iq_desktop.usecases.checklists import checklists_of, list_checklists
from iq_desktop.usecases.final_papers import list_finals
from iq_desktop.usecases.paper_journey import give_all_back, move_words, station_names, stations_of, stops_of
from iq_desktop.usecases.paper_receipts import RETURNED, TAKEN, make_receipt, with_receipt_noted
from iq_desktop.usecases.parts import Parts, remove_part
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.scans import NewScan, take_in_scan
from iq_desktop.wording.problems import IqError
from tests.support.builders import TODAY, a_case
from tests.support.fakes import a_desk
from tests.support.tongues import TRANSLATIONS, english

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile

CENTRE, CLIENT, OFFICE = Whereabouts.CENTRE, Whereabouts.CLIENT, Whereabouts.OFFICE


def a_way() -> CaseFile:
    """Return a case with five papers, one of which has gone a way."""
    papers = (
        Paper(name="Diplom", kind=PaperKind.CERTIFICATE, id="diploma"),
        Paper(name="Pass", forms=(PaperForm.COPY,), id="passport"),
        Paper(name="Zeugnis", forms=(PaperForm.LOST,), id="lost"),
        Paper(name="Noten", whereabouts=OFFICE, who_has_it="IHK", id="marks"),
        Paper(name="Urkunde", forms=(PaperForm.ORIGINAL,), id="deed"),
    )
    moves = (
        PaperMove("diploma", MoveKind.COPIED, TODAY - dt.timedelta(days=1)),
        PaperMove("diploma", MoveKind.RECEIVED, TODAY, "Frau Saleh", "Berlin", receipt_on=TODAY),
    )
    return with_moves(a_case(papers=papers), moves)


def test_every_original_stands_at_one_place() -> None:
    found = {one.place: [paper.id for paper in one.papers] for one in stations_of(a_way())}
    assert found == {
        CLIENT: [],
        CENTRE: ["diploma"],
        Whereabouts.TRANSLATOR: [],
        OFFICE: ["marks"],
        Whereabouts.UNKNOWN: ["lost", "deed"],
    }
    worrying = [one.place for one in stations_of(a_way()) if one.is_worrying]
    assert worrying == [Whereabouts.UNKNOWN]


def test_the_names_of_a_place_are_short() -> None:
    papers = tuple(Paper(name=f"Papier {number}", whereabouts=CENTRE) for number in range(5))
    station = next(one for one in stations_of(a_case(papers=papers)) if one.place is CENTRE)
    assert english().speak(station_names(station)) == "Papier 0, Papier 1, Papier 2 and 2 more"
    office = next(one for one in stations_of(a_way()) if one.place is OFFICE)
    assert english().speak(station_names(office)) == "Noten (IHK)"


def test_the_way_of_a_paper_is_told_in_order_and_the_last_stop_is_now() -> None:
    case = a_way()
    stops = stops_of(case, case.papers[0])
    assert [(stop.kind, stop.is_now) for stop in stops] == [(MoveKind.COPIED, False), (MoveKind.RECEIVED, True)]
    words = [english().speak(part) for part in move_words(case.paper_moves[1])]
    assert words[1:] == ["Frau Saleh", "Berlin", "receipt printed"]
    assert words[0]


def test_everything_that_lies_here_is_given_back_at_once() -> None:
    case = give_all_back(a_way(), TODAY)
    assert case.papers[0].whereabouts is CLIENT
    assert case.papers[0].handed_back_on == TODAY
    assert [move.kind for move in case.paper_moves] == [MoveKind.COPIED, MoveKind.RECEIVED, MoveKind.RETURNED]
    assert give_all_back(case, TODAY) == case


def test_a_receipt_is_final_at_once_and_the_step_knows_it() -> None:
    case = a_way()
    desk = a_desk(TRANSLATIONS, [case])
    printed = make_receipt(desk, case, TAKEN)
    assert printed.final is not None
    assert printed.kind.name == TAKEN
    noted = with_receipt_noted(
        replace(case, paper_moves=tuple(replace(one, receipt_on=None) for one in case.paper_moves)), TAKEN, TODAY
    )
    assert [one.receipt_on for one in noted.paper_moves] == [None, TODAY]
    returned = give_all_back(case, TODAY)
    assert make_receipt(desk, returned, RETURNED).final is not None
    assert with_receipt_noted(returned, RETURNED, TODAY).paper_moves[-1].receipt_on == TODAY
    with pytest.raises(IqError):
        make_receipt(desk, returned, TAKEN)
    with pytest.raises(KeyError):
        make_receipt(desk, returned, "another paper")


def test_the_receipt_of_other_papers_leaves_an_older_one_valid() -> None:
    case = a_way()
    desk = a_desk(TRANSLATIONS, [case])
    first = make_receipt(desk, case, TAKEN)
    again = make_receipt(desk, case, TAKEN)
    later = with_moves(give_all_back(case, TODAY), (PaperMove("deed", MoveKind.RECEIVED, TODAY),))
    other = make_receipt(desk, later, TAKEN)
    replaced = {told.paper.number: told.paper.replaced_by for told in list_finals(desk, later)}
    numbers = [one.final.number for one in (first, again, other) if one.final is not None]
    assert [replaced[number] for number in numbers] == [numbers[1], "", ""]


def test_the_steps_go_with_their_paper() -> None:
    case = a_way()
    assert remove_part(case, Parts.PAPERS, case.papers[0]).paper_moves == ()
    assert remove_part(case, Parts.PAPERS, case.papers[1]).paper_moves == case.paper_moves


def test_checklists_know_the_scans_of_the_vault() -> None:
    case = a_case(papers=(Paper(kind=PaperKind.IDENTITY, forms=(PaperForm.ORIGINAL,), id="passport"),))
    desk = a_desk(TRANSLATIONS, [case])
    (before,) = list_checklists(desk, case)
    take_in_scan(desk, case.id, "passport", NewScan("pass.png", b"png"), Silence())
    (after,) = list_checklists(desk, case)
    assert after.ready == before.ready + 1
    assert checklists_of(case, (), frozenset()) == ()
