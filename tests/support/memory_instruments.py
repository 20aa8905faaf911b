"""Instruments in memory: packs that were taken in, publishers, seals that can be wrong, and anonymous answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.catalogues.instruments import PackFiles
from iq_desktop.usecases.instrument_ports import (
    Feedback,
    FeedbackCount,
    InstrumentPorts,
    Seal,
    TakenPack,
    TrustedPublisher,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

PROJECT = Path(__file__).resolve().parents[2]


@dataclass
class MemoryShelf:
    """Packs in a dictionary; `runs` counts how many runs were made with a version."""

    kept: dict[tuple[str, str], tuple[TakenPack, bytes]] = field(default_factory=dict)
    trusted: dict[str, TrustedPublisher] = field(default_factory=dict)
    runs: dict[tuple[str, str], int] = field(default_factory=dict)

    def packs(self) -> Sequence[TakenPack]:
        return [pack for _, (pack, _) in sorted(self.kept.items())]

    def content(self, code: str, version: str) -> bytes:
        return self.kept[code, version][1]

    def put(self, pack: TakenPack, content: bytes) -> None:
        self.kept[pack.code, pack.version] = pack, content

    def remove(self, code: str, version: str) -> None:
        self.kept.pop((code, version), None)

    def runs_with(self, code: str, version: str) -> int:
        return self.runs.get((code, version), 0)

    def publishers(self) -> Sequence[TrustedPublisher]:
        return sorted(self.trusted.values(), key=lambda one: one.name)

    def trust(self, publisher: TrustedPublisher) -> None:
        self.trusted[publisher.key] = publisher

    def distrust(self, key: str) -> None:
        self.trusted.pop(key, None)


@dataclass
class MemorySeals:
    """Seals that are right, or wrong."""

    are_right: bool = True

    def is_right(self, seal: Seal, content: bytes) -> bool:
        del seal, content
        return self.are_right


@dataclass
class MemoryFeedback:
    """Anonymous answers in a list."""

    given: list[tuple[str, str, dict[str, int], tuple[str, ...]]] = field(default_factory=list)

    def put(
        self, instrument: str, version: str, answers: Mapping[str, int], words: Sequence[str], day: dt.date
    ) -> None:
        del day
        self.given.append((instrument, version, dict(answers), tuple(words)))

    def feedback(self, instrument: str, version: str) -> Feedback:
        mine = [one for one in self.given if one[:2] == (instrument, version)]
        if len(mine) < 5:
            return Feedback(0, len(mine))
        counts: dict[str, dict[int, int]] = {}
        for _, _, answers, _ in mine:
            for question, value in answers.items():
                of_question = counts.setdefault(question, {})
                of_question[value] = of_question.get(value, 0) + 1
        questions = tuple(FeedbackCount(question, found) for question, found in sorted(counts.items()))
        return Feedback(len(mine), 0, questions, tuple(words for *_, told in mine for words in told))


@dataclass
class MemoryRuns:
    """Runs by their cases."""

    by_case: dict[str, list[str]] = field(default_factory=dict)

    def find_run(self, is_meant: Callable[[str], bool]) -> tuple[str, str] | None:
        found = ((case, run) for case, runs in self.by_case.items() for run in runs if is_meant(run))
        return next(found, None)


def memory_instruments(reader: PackFiles | None = None) -> InstrumentPorts:
    """Return the ports of instruments with the packs that come with the program, or those of another reader."""
    packs = reader or PackFiles(PROJECT / "resources" / "instruments")
    return InstrumentPorts(packs, MemoryShelf(), MemorySeals(), MemoryFeedback(), MemoryRuns())
