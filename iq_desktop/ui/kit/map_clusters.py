"""Points of a map gathered into clusters that never touch: a ladder of levels, each made of the one before."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_REACHES: Final = tuple(3.0 * 2 ** (step / 2) for step in range(15))
"""How far apart the clusters of a level lie at least, in kilometres: 3 to 384."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """What lies at one place of the plane (km): how much, what the place is called, its key, how much of it is over."""

    x: float
    y: float
    count: int
    name: str
    key: str
    over: int = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Points shown as one, standing where the largest of them lies and named after it; `keys` are those of all.

    `over` tells of how many nothing is to be had any more.
    """

    x: float
    y: float
    count: int
    name: str
    keys: tuple[str, ...]
    over: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing of it is to be had any more."""
        return self.over >= self.count

    @property
    def more(self) -> int:
        """How many places it holds beside the one it is named after."""
        return len(self.keys) - 1


@dataclass(frozen=True, slots=True)
class ClusterLevels:
    """The clusters of all levels, nearest level first; largest clusters first in each."""

    levels: tuple[tuple[Cluster, ...], ...] = ((),) * (len(_REACHES) + 1)

    def at(self, reach: float) -> tuple[Cluster, ...]:
        """Return clusters that lie at least so many kilometres apart (as far as the ladder goes)."""
        return self.levels[min(self.level_of(reach), len(_REACHES))]

    def level_of(self, reach: float) -> int:
        """Return the number of the level for a distance; 0 where no two points must be told apart."""
        return 0 if reach <= 0 else bisect_left(_REACHES, reach) + 1

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on the map."""
        return not self.levels[0]

    @property
    def count(self) -> int:
        """How much lies on the map in all."""
        return sum(cluster.count for cluster in self.levels[-1])


def cluster_levels(points: Iterable[MapPoint]) -> ClusterLevels:
    """Return points gathered on every level; the sum of each level is the same."""
    single = (Cluster(one.x, one.y, one.count, one.name, (one.key,), one.over) for one in points)
    levels = [tuple(sorted(single, key=_rank))]
    for reach in _REACHES:
        levels.append(_gather(levels[-1], reach))
    return ClusterLevels(tuple(levels))


def cluster_at(clusters: Sequence[Cluster], x: float, y: float, reach: float) -> Cluster | None:
    """Return the nearest cluster within a distance of a point of the plane, or None."""
    near = [(math.hypot(one.x - x, one.y - y), one) for one in clusters]
    found = min(near, key=lambda pair: pair[0], default=None)
    return found[1] if found is not None and found[0] <= reach else None


def neighbour(clusters: Sequence[Cluster], here: Cluster, right: int, down: int) -> Cluster:
    """Return the next cluster in a direction (one of `right`, `down` is 1 or -1), the same where none lies there."""
    best, shortest = here, math.inf
    for one in clusters:
        along = (one.x - here.x) * right + (one.y - here.y) * down
        aside = abs((one.x - here.x) * down) + abs((one.y - here.y) * right)
        if along > 0 and aside <= 2 * along and along + 2 * aside < shortest:
            best, shortest = one, along + 2 * aside
    return best


def holding(clusters: Sequence[Cluster], keys: Iterable[str]) -> Cluster | None:
    """Return the cluster that holds any of some keys, or None."""
    wanted = set(keys)
    return next((one for one in clusters if not wanted.isdisjoint(one.keys)), None) if wanted else None


def _rank(cluster: Cluster) -> tuple[int, str, tuple[str, ...]]:
    return (-cluster.count, cluster.name, cluster.keys)


def _gather(clusters: Sequence[Cluster], reach: float) -> tuple[Cluster, ...]:
    """Return clusters of which no two lie nearer than a distance: each joins the nearest larger one within it."""
    fields: dict[tuple[int, int], list[int]] = {}
    seeds: list[Cluster] = []
    counts: list[int] = []
    overs: list[int] = []
    keys: list[list[tuple[str, ...]]] = []
    for one in clusters:
        across, down = math.floor(one.x / reach), math.floor(one.y / reach)
        near = _nearest(fields, seeds, one, reach, (across, down))
        if near is None:
            fields.setdefault((across, down), []).append(len(seeds))
            seeds.append(one)
            counts.append(one.count)
            overs.append(one.over)
            keys.append([one.keys])
        else:
            counts[near] += one.count
            overs[near] += one.over
            keys[near].append(one.keys)
    gathered = (
        Cluster(seed.x, seed.y, count, seed.name, tuple(key for part in parts for key in part), over)
        for seed, count, parts, over in zip(seeds, counts, keys, overs, strict=True)
    )
    return tuple(sorted(gathered, key=_rank))


def _nearest(
    fields: dict[tuple[int, int], list[int]], seeds: list[Cluster], one: Cluster, reach: float, place: tuple[int, int]
) -> int | None:
    best, shortest = None, reach * reach
    for across in (place[0] - 1, place[0], place[0] + 1):
        for down in (place[1] - 1, place[1], place[1] + 1):
            for number in fields.get((across, down), ()):
                seed = seeds[number]
                far = (seed.x - one.x) ** 2 + (seed.y - one.y) ** 2
                if far < shortest:
                    best, shortest = number, far
    return best
