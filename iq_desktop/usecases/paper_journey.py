"""Where the papers of a case are, at a glance, and the way that each of them went, for the eye."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iq_desktop.documents.receipt import papers_here
from iq_desktop.domain.paper_move import MoveKind, PaperMove, moves_of, with_moves
from iq_desktop.domain.qualification import Paper, PaperForm, Whereabouts
from iq_desktop.wording.text import NOTHING, Text, as_it_is, joined, say

if TYPE_CHECKING:
    import datetime as dt

    from iq_desktop.domain.case_file import CaseFile

_ALWAYS: Final = (Whereabouts.CLIENT, Whereabouts.CENTRE, Whereabouts.TRANSLATOR, Whereabouts.OFFICE)
"""Places that are shown although no paper is there."""
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Station:
    """One place with the papers whose originals are there; `is_worrying` where somebody must look after them."""

    place: Whereabouts
    papers: tuple[Paper, ...]

    @property
    def is_worrying(self) -> bool:
        """Whether nobody knows where these papers are."""
        return self.place is Whereabouts.UNKNOWN and bool(self.papers)


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of a paper for the eye: what happened, when, with whom; the last one `is_now`."""

    kind: MoveKind
    label: Text
    day: Text
    whom: Text
    is_now: bool


def stations_of(case: CaseFile) -> tuple[Station, ...]:
    """Return the places of the originals in their order; places that are seldom only where a paper is there."""
    found: dict[Whereabouts, list[Paper]] = {place: [] for place in (*_ALWAYS, *Whereabouts)}
    for paper in case.papers:
        place = _place_of(paper)
        if place is not None:
            found[place].append(paper)
    return tuple(Station(place, tuple(papers)) for place, papers in found.items() if papers or place in _ALWAYS)


def station_names(station: Station) -> Text:
    """Return the names of the first papers of a place, and how many more there are."""
    names = joined([_named(paper) for paper in station.papers[:_NAMED]], ", ")
    more = len(station.papers) - _NAMED
    return names if more <= 0 else say("{names} and {count} more", names=names, count=more)


def stops_of(case: CaseFile, paper: Paper) -> tuple[Stop, ...]:
    """Return the steps of a paper in their order, for the eye."""
    moves = moves_of(case, paper.id)
    return tuple(_stop(move, is_now=number == len(moves)) for number, move in enumerate(moves, 1))


def move_words(move: PaperMove) -> tuple[Text, ...]:
    """Return day, other side and place of a step, for its line."""
    day = say("{day}", day=move.day) if move.day else NOTHING
    receipt = say("receipt printed") if move.receipt_on else NOTHING
    return day, as_it_is(move.with_whom), as_it_is(move.place), receipt


def give_all_back(case: CaseFile, today: dt.date) -> CaseFile:
    """Return the case in which every original that lies here was given back to the person."""
    return with_moves(case, tuple(PaperMove(paper.id, MoveKind.RETURNED, today) for paper in papers_here(case)))


def _place_of(paper: Paper) -> Whereabouts | None:
    """Return where the original of a paper is; none where there is no original to look for."""
    if paper.whereabouts is not None:
        return paper.whereabouts
    forms = {*paper.forms}
    return Whereabouts.UNKNOWN if forms & {PaperForm.LOST, PaperForm.ORIGINAL} else None


def _named(paper: Paper) -> Text:
    return say("{name} ({who})", name=paper.title, who=paper.who_has_it) if paper.who_has_it else paper.title


def _stop(move: PaperMove, *, is_now: bool) -> Stop:
    day = say("{day}", day=move.day) if move.day else NOTHING
    return Stop(move.kind, move.kind.label, day, as_it_is(move.with_whom), is_now)
