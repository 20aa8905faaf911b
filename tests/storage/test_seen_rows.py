"""What somebody may not see is hidden in SQL; who signs in gets the role that the vault holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from iq_desktop.domain.case_list import CaseQuery, CaseSort
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.role import WHOLE, Role, Sight
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.centre_store import VaultCentre
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.seen_rows import is_seen
from iq_desktop.storage.tables import journal
from iq_desktop.usecases.permissions import NotYourCase
from tests.support.builders import a_case, a_client
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.vault import Vault

OWNERS = ("me", "other", "")
ME = Sight("me", Role.TRAINEE)
SIGHTS = [WHOLE, Sight("me", Role.ADVISER), ME, Sight("", Role.TRAINEE), Sight("", Role.ADVISER)]


@pytest.fixture
def saved(vault: Vault) -> list[CaseFile]:
    """Six cases: of me, of a colleague, of nobody; each open, and kept apart."""
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    made: list[CaseFile] = []
    for owner in OWNERS:
        for is_confidential in (False, True):
            case = replace(a_case(), id=f"{owner}-{is_confidential}", number="", revision=0, adviser_id=owner)
            case = case.with_client(a_client(family_name=f"Muster{len(made)}"))
            made.append(cases.save(replace(case, is_confidential=is_confidential)))
    return made


@pytest.mark.parametrize("sight", SIGHTS, ids=str)
def test_lists_counts_and_search_show_what_the_rule_shows(vault: Vault, saved: list[CaseFile], sight: Sight) -> None:
    pen = pen_of(vault, FixedClock())
    cases, lists = VaultCases(vault.cases, pen, sight), VaultLists(vault.cases, pen, sight)
    seen = {one.id for one in saved if sight.shows(one.adviser_id, is_confidential=one.is_confidential)}
    assert cases.count() == lists.count(CaseQuery()) == len(seen)
    assert {row.id for row in cases.find("", limit=99)} == seen
    assert {row.id for row in cases.find("muster", limit=99)} == seen
    for sort in (None, *CaseSort):
        assert {row.id for row in lists.window(CaseQuery(sort=sort), limit=99)} == seen
        assert set(lists.case_ids(CaseQuery(words="muster", sort=sort))) == seen
    with vault.cases.reading() as connection:
        told = connection.execute(select(journal.c.case_id).where(is_seen(sight, journal.c.case_id))).scalars().all()
    assert {case_id for case_id in told if case_id is not None} == seen


@pytest.mark.usefixtures("saved")
def test_windows_of_what_is_seen_follow_one_another(vault: Vault) -> None:
    lists = VaultLists(vault.cases, pen_of(vault, FixedClock()), Sight("me", Role.ADVISER))
    query = CaseQuery(sort=CaseSort.NAME)
    whole = lists.window(query, limit=99)
    first = lists.window(query, limit=2)
    assert [*first, *lists.window(query, limit=99, after=first[-1])] == list(whole)
    assert [lists.place_of(query, row.id) for row in whole] == list(range(len(whole)))


def test_a_refused_case_is_neither_read_nor_changed_and_it_is_noted(vault: Vault, saved: list[CaseFile]) -> None:
    pen = pen_of(vault, FixedClock())
    cases = VaultCases(vault.cases, pen, ME)
    theirs = next(one for one in saved if one.adviser_id == "other")
    changed = theirs.with_client(replace(theirs.client, place="Elsewhere"))
    for act in (
        lambda: cases.get(theirs.id),
        lambda: cases.save(changed),
        lambda: cases.change_many(["me-False", theirs.id], lambda case: replace(case, client=changed.client)),
        lambda: cases.note_in_journal("printed", theirs.id, ""),
    ):
        with pytest.raises(NotYourCase):
            act()
    everything = VaultCases(vault.cases, pen)
    assert everything.get(theirs.id) == theirs
    assert everything.get("me-False").client.place != "Elsewhere"
    with vault.cases.reading() as connection:
        kinds = [entry.kind for _, entry in read_entries(connection, theirs.id)]
    assert kinds == ["case_saved", *["refused"] * 4, "case_read"]


def test_who_owns_a_case_hands_it_over_and_loses_sight_of_it(vault: Vault, saved: list[CaseFile]) -> None:
    pen = pen_of(vault, FixedClock())
    cases = VaultCases(vault.cases, pen, Sight("me", Role.ADVISER))
    mine = next(one for one in saved if one.id == "me-True")
    cases.save(replace(mine, adviser_id="other"))
    with pytest.raises(NotYourCase):
        cases.get(mine.id)
    with vault.cases.reading() as connection:
        saves = [entry for _, entry in read_entries(connection, mine.id) if entry.kind == "case_saved"]
    assert saves[-1].payload["adviser_id"] == ["me", "other"]


def test_who_came_first_is_responsible_where_nobody_is(vault: Vault) -> None:
    centre = VaultCentre(vault.cases, pen_of(vault, FixedClock()))
    first, second = Adviser("1", "Erste"), Adviser("2", "Zweiter")
    assert centre.sign_in(second, (first, second)).role is Role.ADVISER
    assert centre.sign_in(first, (first, second)).role is Role.RESPONSIBLE
    centre.save_adviser(replace(second, role=Role.TRAINEE))
    assert centre.sign_in(replace(second, name="Zweite"), (first, second)) == Adviser("2", "Zweite", Role.TRAINEE)
    assert centre.sign_in(second, (second,)).role is Role.RESPONSIBLE, "somebody must be"


def test_trainees_become_responsible_last(vault: Vault) -> None:
    centre = VaultCentre(vault.cases, pen_of(vault, FixedClock()))
    trainee, adviser = Adviser("1", "Erste", Role.TRAINEE), Adviser("2", "Zweiter")
    for one in (trainee, adviser):
        centre.save_adviser(one)
    assert centre.sign_in(trainee, (trainee, adviser)).role is Role.TRAINEE
    assert centre.sign_in(adviser, (trainee, adviser)).role is Role.RESPONSIBLE


def test_a_changed_role_has_its_own_entry(vault: Vault) -> None:
    centre = VaultCentre(vault.cases, pen_of(vault, FixedClock()))
    centre.save_adviser(Adviser("1", "Erste"))
    centre.save_adviser(Adviser("1", "Erste", Role.TRAINEE))
    centre.save_adviser(Adviser("1", "Erste", Role.TRAINEE))
    with vault.cases.reading() as connection:
        told = [(entry.kind, entry.payload) for _, entry in read_entries(connection)]
    assert told[-2:] == [
        ("adviser_saved", {"adviser": "1", "name": [None, "Erste"]}),
        ("role_changed", {"adviser": "1", "name": "Erste", "role": ["adviser", "trainee"]}),
    ]
