"""Imports in the vault: a batch is one transaction, the list survives, untouched cases are known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.erasure import EraseReason
from iq_desktop.storage.case_imports import VaultImports
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.rights_office import VaultRights
from iq_desktop.usecases.problems import NoSuchCase
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.webapp_ports import CaseImport
from tests.support.builders import a_case
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.vault import Vault

ENTRY = CaseImport("export.xlsx", FixedClock().now(), "a", rows=3, left_out=1, heads="nachname", choices="{}")


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def imports(vault: Vault, cases: VaultCases) -> VaultImports:
    return VaultImports(vault.cases, pen_of(vault, FixedClock()), cases)


def new_case(number: int) -> CaseFile:
    return replace(a_case(), id=f"new-{number}", number="", revision=0)


def kinds(vault: Vault) -> list[str]:
    with vault.cases.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq")]


def test_a_batch_and_its_import_are_kept_together(vault: Vault, cases: VaultCases, imports: VaultImports) -> None:
    entry = imports.take(ENTRY, [new_case(1), new_case(2)])
    entry = imports.take(entry, [new_case(3)])
    assert imports.imports() == (entry,)
    assert entry.case_ids == ("new-1", "new-2", "new-3")
    assert [cases.get(one).revision for one in entry.case_ids] == [1, 1, 1]
    written = [kind for kind in kinds(vault) if kind in {"case_saved", "cases_imported"}]
    assert written == ["case_saved", "case_saved", "cases_imported", "case_saved", "cases_imported"]


def test_a_batch_that_fails_leaves_nothing(vault: Vault, cases: VaultCases, imports: VaultImports) -> None:
    before = kinds(vault)
    with pytest.raises(NoSuchCase):
        imports.take(ENTRY, [new_case(1), replace(new_case(2), revision=7)])
    assert cases.count() == 0
    assert imports.imports() == ()
    assert kinds(vault) == before


def test_what_somebody_changed_is_not_untouched(cases: VaultCases, imports: VaultImports) -> None:
    entry = imports.take(ENTRY, [new_case(1), new_case(2)])
    case = cases.get("new-1")
    cases.save(case.with_client(replace(case.client, place="Köln")))
    assert imports.untouched(entry.case_ids) == ("new-2",)


def test_an_import_taken_back_stands_in_the_journal(vault: Vault, cases: VaultCases, imports: VaultImports) -> None:
    entry = imports.take(ENTRY, [new_case(1)])
    VaultRights(vault, pen_of(vault, FixedClock()), cases).erase(entry.case_ids, EraseReason.WRONG, Silence())
    imports.keep(replace(entry, case_ids=(), undone_at=FixedClock().now()))
    assert imports.imports()[0].undone_at == FixedClock().now()
    assert imports.untouched(entry.case_ids) == ()
    assert cases.count() == 0
    assert kinds(vault)[-1] == "import_undone"
