"""Imports from the IQ Webapp in memory: cases go into a store of cases, tables are read by the program's reader."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from iq_desktop.catalogues.webapp_lists import read_webapp_lists
from iq_desktop.exchange.webapp_files import XlsxTables
from iq_desktop.usecases.ports import CaseStore
from iq_desktop.usecases.webapp_ports import CaseImport, WebappPorts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile


@dataclass
class MemoryImports:
    """The port `CaseImports`; `fail_with` is raised by the next batch."""

    cases: CaseStore
    kept: dict[str, CaseImport] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    fail_with: Exception | None = None

    def imports(self) -> Sequence[CaseImport]:
        return tuple(reversed(self.kept.values()))

    def take(self, entry: CaseImport, cases: Sequence[CaseFile]) -> CaseImport:
        if self.fail_with is not None:
            raise self.fail_with
        for case in cases:
            self.cases.save(case)
        entry = replace(entry, case_ids=(*entry.case_ids, *(case.id for case in cases)))
        self.kept[entry.id] = entry
        return entry

    def keep(self, entry: CaseImport) -> None:
        self.kept[entry.id] = entry

    def untouched(self, case_ids: Sequence[str]) -> Sequence[str]:
        return tuple(one for one in case_ids if one not in self.changed)


def memory_webapp(cases: CaseStore, packs: Path) -> WebappPorts:
    """Return the ports over a store of cases."""
    return WebappPorts(XlsxTables(), MemoryImports(cases), read_webapp_lists(packs))
