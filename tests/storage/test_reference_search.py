"""Reference occupations are found by what advisers and clients say; figures over 170 questions of our own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.recognise import Recogniser
from iq_desktop.catalogues.starter import StarterCatalogue
from iq_desktop.domain.imports import CatalogueKind, CatalogueState
from iq_desktop.domain.occupation import Naming, Need, Occupation, SkillConcept, SkillKind, SkillRelation
from iq_desktop.domain.reference_occupation import ReferenceOccupation
from iq_desktop.storage.reference_store import VaultReference
from iq_desktop.usecases.progress import Silence
from tests.storage.test_occupation_search import Contents
from tests.support.fakes import FixedClock
from tests.support.occupation_queries import KEPT_APART, QUERIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iq_desktop.storage.vault import Vault

DAY = dt.date(2026, 11, 3)
OURS = ("Bäcker*in", "Bäckermeister*in", "Kosmetiker*in", "Elektroniker*in für Betriebstechnik", "Tischler*in")


def state(kind: CatalogueKind) -> CatalogueState:
    return CatalogueState(kind, kind.value, "1", DAY)


def listed(*names: str) -> list[ReferenceOccupation]:
    return [ReferenceOccupation(str(number), name) for number, name in enumerate(names, 1)]


@pytest.fixture
def store(vault: Vault) -> VaultReference:
    reference = VaultReference(vault.reference)
    reference.replace_reference_occupations(listed(*OURS), state(CatalogueKind.NIQ), Silence())
    return reference


def found(store: VaultReference, words: str, limit: int = 5) -> list[str]:
    return [one.occupation.name for one in store.find_reference_occupations(words, limit=limit)]


@pytest.mark.parametrize("typed", ["Bäckerin", "bäcker/in", "Baecker", "Backer", "bäcke", "Bäckker", "BÄCKER (m/w/d)"])
def test_any_spelling_and_gender_finds_the_baker(store: VaultReference, typed: str) -> None:
    assert found(store, typed)[0] == "Bäcker*in"


def test_the_master_comes_first_where_he_was_asked_for(store: VaultReference) -> None:
    assert found(store, "Bäckermeister")[0] == "Bäckermeister*in"


@pytest.mark.parametrize("typed", ["", "   ", "*/-", "qqqqqq", "x" * 5000, "%_'\" OR 1"])
def test_what_says_nothing_finds_nothing_or_little(store: VaultReference, typed: str) -> None:
    assert found(store, typed) == []


def test_names_of_the_starter_pack_stay_when_the_list_comes(store: VaultReference, vault: Vault) -> None:
    hints = [ReferenceOccupation("5", "Tischler*in", (("en", "joiner"), ("de", "Schreiner*in")), "Möbel bauen")]
    store.replace_reference_occupations(hints, state(CatalogueKind.STARTER), Silence())
    again = VaultReference(vault.reference)
    assert found(again, "Schreinerin") == ["Tischler*in"]
    assert found(again, "joiner") == ["Tischler*in"]
    (by_task,) = again.find_reference_occupations("Möbel", limit=5)
    assert by_task.through == "Möbel bauen"
    assert len(found(again, "Bäcker")) == 2, "the starter pack has not replaced the list"


def test_the_same_occupation_in_esco_lends_its_names_and_tasks(store: VaultReference) -> None:
    assert found(store, "cosmetologist") == []
    other = (("en", "cosmetologist"),)
    esco = Occupation(
        "o:1", Naming((("de", "Kosmetiker/Kosmetikerin"), ("en", "beautician"))), "5142", other_names=other
    )
    near = Occupation("o:2", Naming((("de", "Visagist/Visagistin"),)), "5142")
    skills = (SkillConcept("s:1", Naming((("de", "Wimpern färben"),)), SkillKind.SKILL),)
    relations = (SkillRelation("o:1", "s:1", Need.ESSENTIAL),)
    store.replace_occupations(Contents((esco, near), skills, relations), state(CatalogueKind.ESCO), Silence())
    for words in ("cosmetologist", "beautician", "Wimpern"):
        assert found(store, words)[:1] == ["Kosmetiker*in"], words
    assert found(store, "Visagistin")[:1] == ["Kosmetiker*in"], "by the group that both belong to"
    known = store.find_reference_occupation("3")
    assert known is not None
    assert known.occupation_uri == "o:1"
    assert store.find_reference_occupation("999") is None


def missed(store: VaultReference, queries: Iterable[tuple[str, tuple[int, ...]]]) -> list[str]:
    return [
        words
        for words, right in queries
        if not {str(number) for number in right}
        & {one.occupation.niq_id for one in store.find_reference_occupations(words, limit=5)}
    ]


def test_recall_in_the_first_five(vault: Vault, shared_folder: Path, project_folder: Path) -> None:
    """With the list of NIQ, ESCO and KldB: at least 95 % of all, and most of those that the search was not built by."""
    store = VaultReference(vault.reference)
    StarterCatalogue(project_folder / "resources" / "packs", DAY).take_in(store, Silence())
    for name in ("niq", "esco", "kldb"):
        Recogniser(FixedClock(DAY)).recognise(shared_folder / "data" / name).take_in(store, Silence())
    apart = missed(store, KEPT_APART)
    assert len(apart) <= len(KEPT_APART) * 0.12, apart
    both = [*missed(store, QUERIES), *apart]
    assert len(both) <= (len(QUERIES) + len(KEPT_APART)) * 0.05, both


def test_the_starter_pack_alone_finds_what_is_asked_for_most(vault: Vault, project_folder: Path) -> None:
    store = VaultReference(vault.reference)
    StarterCatalogue(project_folder / "resources" / "packs", DAY).take_in(store, Silence())
    lost = missed(store, QUERIES)
    assert len(lost) <= len(QUERIES) * 0.05, lost
