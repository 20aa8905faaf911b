"""Rules in memory: the packs of the program, or those of a folder, and the states that the centre keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from iq_desktop.catalogues.german import read_german_law
from iq_desktop.catalogues.regulation import read_standings
from iq_desktop.catalogues.rules import RuleFiles
from iq_desktop.catalogues.starter import read_course_types
from iq_desktop.catalogues.way_terms import read_way_terms
from iq_desktop.usecases.rule_ports import KeptPack, RulePorts

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"


@dataclass
class MemoryRuleShelf:
    """States in a list, with their contents."""

    states: list[tuple[KeptPack, bytes]] = field(default_factory=list)

    def kept(self) -> Sequence[KeptPack]:
        return sorted((one for one, _content in self.states), key=lambda one: (one.code, one.step))

    def content(self, code: str, step: int) -> bytes:
        return {(one.code, one.step): content for one, content in self.states}[code, step]

    def put(self, pack: KeptPack, content: bytes) -> None:
        assert (pack.code, pack.step) not in {(one.code, one.step) for one, _content in self.states}
        self.states.append((pack, content))


@cache
def _reader(folder: Path) -> RuleFiles:
    return RuleFiles(folder)


def memory_rules(folder: Path | None = None) -> RulePorts:
    """Return the ports of rules with the packs of a folder, else with those of the program."""
    reader = _reader(PACKS / "rules") if folder is None else RuleFiles(folder)
    course_types = cache(partial(read_course_types, PACKS))
    german = cache(partial(read_german_law, PACKS))
    standings, ways = cache(partial(read_standings, PACKS)), cache(partial(read_way_terms, PACKS))
    return RulePorts(reader, MemoryRuleShelf(), standings, course_types, german, ways)
