"""States of rule packs in the vault: kept byte for byte, in their order, never changed, told in the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from iq_desktop.domain.told_fact import ToldFact
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.rule_store import VaultRules
from iq_desktop.usecases.rule_ports import KeptPack, Origin
from tests.support.builders import TODAY, a_case
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

STATE = KeptPack("validation", 1, "2026.1", Origin.EDITED, "ab" * 32, TODAY, "A. Krüger")


@pytest.fixture
def rules(vault: Vault) -> VaultRules:
    return VaultRules(vault.cases, pen_of(vault, FixedClock()))


def kinds(vault: Vault) -> list[str]:
    with vault.cases.reading() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT kind FROM journal ORDER BY seq")]


def test_states_are_kept_byte_for_byte_and_told_in_the_journal(vault: Vault, rules: VaultRules) -> None:
    content = "Größe „ä“".encode() * 4_000
    rules.put(STATE, content)
    back = replace(STATE, step=2, origin=Origin.BUILT_IN, digest="")
    rules.put(back, b"")
    rules.put(replace(STATE, code="age"), b"other")
    assert [(one.code, one.step) for one in rules.kept()] == [("age", 1), ("validation", 1), ("validation", 2)]
    assert rules.kept()[1] == STATE
    assert rules.content("validation", 1) == content
    assert rules.content("validation", 2) == b""
    assert kinds(vault)[-3:] == ["rules_changed"] * 3
    with pytest.raises(KeyError):
        rules.content("validation", 3)


def test_a_state_is_never_changed(rules: VaultRules) -> None:
    rules.put(STATE, b"first")
    with pytest.raises(IntegrityError):
        rules.put(STATE, b"second")
    assert rules.content("validation", 1) == b"first"


def test_what_was_told_for_rules_is_kept_with_the_case(vault: Vault) -> None:
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    told = (ToldFact("income", "18000", "", TODAY), ToldFact("is_learned", "no", "w1", TODAY))
    saved = cases.save(replace(a_case(), revision=0, told_facts=told))
    assert cases.get(saved.id).told_facts == told
