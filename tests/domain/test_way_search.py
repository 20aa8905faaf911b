"""The search among steps finds what trying every order of every choice of steps finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iq_desktop.domain.way_search import Move, find_ways, place_moves, useful_moves
from tests.support.chance import seeded
from tests.support.counts import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

TODAY = 1000
Measures = tuple[int, int, int, int]


def some_moves(lot: Random) -> tuple[list[Move], frozenset[str]]:
    """Return up to six moves between up to five things, and what is held at the beginning."""
    names = [f"t{number}" for number in range(lot.randint(2, 5))]
    moves = [a_move(lot, names, number) for number in range(lot.randint(1, 6))]
    return moves, frozenset(name for name in names if lot.random() < 0.2) - {"goal"}


def a_move(lot: Random, names: list[str], number: int) -> Move:
    starts = tuple(sorted(lot.sample(range(TODAY, TODAY + 40), lot.randint(1, 3)))) if lot.random() < 0.3 else ()
    return Move(
        f"m{number}",
        frozenset(lot.sample(names, lot.randint(0, min(2, len(names))))),
        frozenset(lot.sample([*names, "goal"], lot.randint(1, 2))),
        lot.randint(0, 20),
        lot.randint(0, 3) * 100,
        lot.randint(0, 3),
        lot.randint(0, 4),
        takes_hours=lot.random() < 0.4,
        starts=starts,
        not_before=TODAY + lot.randint(0, 30) if lot.random() < 0.2 else 0,
    )


def every_way(moves: Sequence[Move], held: frozenset[str]) -> Iterator[Measures]:
    """Yield what each order of each choice of moves takes, worked out by itself and without leaving anything out."""

    def go(left: tuple[Move, ...], days: dict[str, int], busy: int, sums: Measures) -> Iterator[Measures]:
        if "goal" in days:
            yield sums
        for move in left:
            if not move.needs <= days.keys():
                continue
            start = max([TODAY, move.not_before, *(days[name] for name in move.needs)])
            if move.takes_hours:
                start = max(start, busy)
            possible = [day for day in move.starts if day >= start] if move.starts else [start]
            if not possible:
                continue
            end = min(possible) + move.days
            after = {**days, **{name: min(end, days.get(name, end)) for name in move.gives}}
            rest = tuple(one for one in left if one is not move)
            last, cost, risk, german = sums
            new = (max(last, end), cost + move.cost, max(risk, move.risk), max(german, move.german))
            yield from go(rest, after, end if move.takes_hours else busy, new)

    yield from go(tuple(moves), dict.fromkeys(held, TODAY), TODAY, (TODAY, 0, 0, 0))


def unbeaten(found: set[Measures]) -> set[Measures]:
    """Return what nothing else beats."""
    return {
        one
        for one in found
        if not any(other != one and all(x <= y for x, y in zip(other, one, strict=True)) for other in found)
    }


def test_the_search_finds_what_trying_everything_finds() -> None:
    reachable = 0
    for number in range(count(150, 1000)):
        moves, held = some_moves(seeded(number))
        expected = unbeaten(set(every_way(moves, held)))
        found = find_ways(moves, held, "goal", TODAY)
        assert {one.measures for one in found} == expected, number
        reachable += bool(expected)
    assert reachable > count(50, 330)


def test_what_is_found_can_be_gone_as_it_stands() -> None:
    for number in range(count(150, 1000)):
        moves, held = some_moves(seeded(number))
        by_code = {move.code: move for move in moves}
        for way in find_ways(moves, held, "goal", TODAY):
            days = dict.fromkeys(held, TODAY)
            busy: list[tuple[int, int]] = []
            for one in way.placed:
                move = by_code[one.code]
                assert all(days[name] <= one.start for name in move.needs)
                assert one.start >= max(TODAY, move.not_before)
                assert not move.starts or one.start in move.starts
                if move.takes_hours:
                    assert all(one.start >= end or one.end <= start for start, end in busy)
                    busy.append((one.start, one.end))
                days.update({name: min(one.end, days.get(name, one.end)) for name in move.gives})
            assert "goal" in days
            assert place_moves([by_code[one.code] for one in way.placed], held, TODAY) == way.placed


def test_only_moves_that_help_are_looked_at() -> None:
    needed = Move("a", frozenset(), frozenset({"x"}), 1)
    last = Move("b", frozenset({"x"}), frozenset({"goal"}), 1)
    aside = Move("c", frozenset({"x"}), frozenset({"y"}), 1)
    assert useful_moves([needed, last, aside], frozenset(), "goal") == (needed, last)
    (way,) = find_ways([needed, last, aside], (), "goal", TODAY)
    assert [one.code for one in way.placed] == ["a", "b"]


def test_what_is_reached_already_takes_nothing() -> None:
    (way,) = find_ways([], {"goal"}, "goal", TODAY)
    assert way.measures == (TODAY, 0, 0, 0)
    assert find_ways([], (), "goal", TODAY) == ()
