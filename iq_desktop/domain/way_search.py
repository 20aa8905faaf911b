"""The search among steps: which of them lead to a goal, soonest, cheapest, with least risk and least German.

Steps are numbers here. A label is a beginning of a way; one that another label beats in everything is dropped, so what
is left at the goal is every way that no other way beats (Pareto), the same that trying all of them would find.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

FAR: Final = 4_000_000
"""A day beyond all calendars, as an ordinal."""


@dataclass(frozen=True, slots=True)
class Move:
    """One step as the search sees it: what must be reached before (`needs`), what it reaches (`gives`), in days.

    `starts` are the only days (ordinals, in order) on which it can begin; without them it can begin on any day, but not
    before `not_before`. What `takes_hours` fills the person's week, so that no two of them overlap.
    """

    code: str
    needs: frozenset[str]
    gives: frozenset[str]
    days: int
    cost: int = 0
    risk: int = 0
    german: int = 0
    takes_hours: bool = False
    starts: tuple[int, ...] = ()
    not_before: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A move in its place: its first day, and the day after its last one."""

    code: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A beginning of a way: the day on which each thing is reached, and what it took to get there."""

    reached: tuple[int, ...]
    busy_until: int
    cost: int
    risk: int
    german: int
    placed: tuple[Placed, ...] = ()

    def beats(self, other: Label) -> bool:
        """Return whether it is at least as good in everything; both have reached the same things."""
        return (
            self.busy_until <= other.busy_until
            and self.cost <= other.cost
            and self.risk <= other.risk
            and self.german <= other.german
            and all(mine <= yours for mine, yours in zip(self.reached, other.reached, strict=True))
        )


@dataclass(frozen=True, slots=True)
class FoundWay:
    """A way to the goal that no other beats: the day after its last one, what it takes, its moves in order."""

    day: int
    cost: int
    risk: int
    german: int
    placed: tuple[Placed, ...]

    @property
    def measures(self) -> tuple[int, int, int, int]:
        """What is compared: day, cost, risk, German."""
        return (self.day, self.cost, self.risk, self.german)


def find_ways(moves: Sequence[Move], held: Iterable[str], goal: str, today: int) -> tuple[FoundWay, ...]:
    """Return every way to the goal that no other beats, the earliest first; none where the goal cannot be reached."""
    there = frozenset(held)
    if goal in there:
        return (FoundWay(today, 0, 0, 0, ()),)
    useful = useful_moves(moves, there, goal)
    names = sorted({*there, goal, *(name for move in useful for name in (*move.needs, *move.gives))})
    place = {name: at for at, name in enumerate(names)}
    begin = Label(tuple(today if name in there else FAR for name in names), today, 0, 0, 0)
    layers: dict[int, dict[frozenset[str], list[Label]]] = {len(there): {there: [begin]}}
    found: list[FoundWay] = []
    for size in range(len(there), len(names)):
        for state, labels in layers.pop(size, {}).items():
            for move in useful:
                if not move.needs <= state or move.gives <= state:
                    continue
                after = state | move.gives
                for label in labels:
                    new = _with_move(label, move, place, today)
                    if new is None:
                        continue
                    if goal in after:
                        _keep_way(found, new, place[goal])
                    else:
                        _keep(layers.setdefault(len(after), {}).setdefault(after, []), new)
    return tuple(sorted(found, key=lambda one: one.measures))


def useful_moves(moves: Sequence[Move], held: frozenset[str], goal: str) -> tuple[Move, ...]:
    """Return the moves that can help towards a goal, in their order."""
    wanted, used = {goal} - held, set[int]()
    while True:
        more = {at for at, move in enumerate(moves) if at not in used and move.gives & wanted}
        if not more:
            return tuple(move for at, move in enumerate(moves) if at in used)
        used |= more
        wanted |= {name for at in more for name in moves[at].needs} - held


def place_moves(moves: Sequence[Move], held: Iterable[str], today: int) -> tuple[Placed, ...]:
    """Return moves in a given order with their days: each begins as soon as it can."""
    names = sorted({*held, *(name for move in moves for name in (*move.needs, *move.gives))})
    place = {name: at for at, name in enumerate(names)}
    there = frozenset(held)
    label = Label(tuple(today if name in there else FAR for name in names), today, 0, 0, 0)
    for move in moves:
        label = _with_move(label, move, place, today) or label
    return label.placed


def _with_move(label: Label, move: Move, place: dict[str, int], today: int) -> Label | None:
    """Return a label with one more move, or None where the move can no longer begin."""
    ready = max((label.reached[place[name]] for name in move.needs), default=today)
    ready = max(ready, move.not_before, label.busy_until if move.takes_hours else today)
    if move.starts:
        at = bisect_left(move.starts, ready)
        if at == len(move.starts):
            return None
        ready = move.starts[at]
    end = ready + move.days
    reached = list(label.reached)
    for name in move.gives:
        reached[place[name]] = min(reached[place[name]], end)
    return Label(
        tuple(reached),
        end if move.takes_hours else label.busy_until,
        label.cost + move.cost,
        max(label.risk, move.risk),
        max(label.german, move.german),
        (*label.placed, Placed(move.code, ready, end)),
    )


def _keep(labels: list[Label], new: Label) -> None:
    if any(label.beats(new) for label in labels):
        return
    labels[:] = [label for label in labels if not new.beats(label)]
    labels.append(new)


def _keep_way(found: list[FoundWay], label: Label, goal_at: int) -> None:
    end = max(label.reached[goal_at], *(one.end for one in label.placed))
    new = FoundWay(end, label.cost, label.risk, label.german, label.placed)
    if any(_beats(one, new) for one in found):
        return
    found[:] = [one for one in found if not _beats(new, one)]
    found.append(new)


def _beats(one: FoundWay, other: FoundWay) -> bool:
    return all(mine <= yours for mine, yours in zip(one.measures, other.measures, strict=True))
