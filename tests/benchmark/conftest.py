"""Figures of speed: run by `pytest -m benchmark tests/benchmark`, printed as ratios to a floor of the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure in milliseconds, its floor in the same run, and the goal in words."""

    name: str
    ours: float
    floor: float | None
    goal: str

    def __str__(self) -> str:
        ratio = f"{self.ours / self.floor:5.1f} x {self.floor:.3f} ms" if self.floor else ""
        return f"{self.name:58} {self.ours:9.3f} ms   {ratio:22} goal {self.goal}"


_FIGURES = pytest.StashKey[list[Figure]]()

Note = Callable[[str, float, "float | None", str], None]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the figures out of the everyday suite."""
    if "benchmark" in (config.getoption("-m") or ""):
        return
    for item in items:
        if item.get_closest_marker("benchmark"):
            item.add_marker(pytest.mark.skip(reason="on demand: pytest -m benchmark tests/benchmark"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures."""
    figures = config.stash.get(_FIGURES, [])
    if figures:
        terminalreporter.section("figures")
        for figure in figures:
            terminalreporter.line(str(figure))


@pytest.fixture
def note(request: pytest.FixtureRequest) -> Note:
    """Keep a figure for the table at the end."""
    figures = request.config.stash.setdefault(_FIGURES, [])

    def keep(name: str, ours: float, floor: float | None, goal: str) -> None:
        figures.append(Figure(name, ours, floor, goal))

    return keep


def median_ms(work: Callable[[], object], times: int = 60) -> float:
    """Return the median time of some work in milliseconds, after it was done once."""
    work()
    return statistics.median(times_ms(work for _ in range(times)))


def times_ms(works: Iterable[Callable[[], object]]) -> list[float]:
    """Return the time of each piece of work in milliseconds."""
    found = []
    for work in works:
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1000)
    return found
