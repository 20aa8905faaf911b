"""What a restriction or a withdrawn consent stops is stopped in the vault itself, whatever a window asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_list import CaseQuery
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.consent import CONSENT_WORDING, Consent, Purpose
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.keeping import Keeping, RestrictReason
from iq_desktop.domain.talk import Closing
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.usecases.problems import Stopped
from tests.support.builders import TODAY, a_case, a_client
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.storage.vault import Vault

RESTRICTED = Keeping(restricted_since=TODAY, restriction=RestrictReason.DISPUTED)


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


def withdrawn(purpose: Purpose) -> Consent:
    return Consent(purpose, TODAY, "ar", CONSENT_WORDING, withdrawn_on=TODAY, id=new_id())


def a_new_case(*, consents: tuple[Consent, ...] = (), keeping: Keeping = RESTRICTED) -> CaseFile:
    return replace(a_case(), id=new_id(), revision=0, number="", consents=consents, keeping=keeping)


def test_neither_one_case_nor_many_change_where_work_is_stopped(cases: VaultCases) -> None:
    saved = cases.save(a_new_case(consents=(withdrawn(Purpose.COUNSELLING),), keeping=Keeping()))
    with pytest.raises(Stopped):
        cases.save(saved.with_client(a_client(family_name="Anders")))
    with pytest.raises(Stopped):
        cases.change_many([saved.id], lambda case: replace(case, languages=()))
    assert cases.get(saved.id) == saved
    again = replace(withdrawn(Purpose.COUNSELLING), withdrawn_on=None)
    free = cases.save(replace(saved, consents=(*saved.consents, again)))
    assert cases.save(free.with_client(a_client(family_name="Anders"))).client.family_name == "Anders"


def test_many_are_changed_or_none_where_one_of_them_is_stopped(cases: VaultCases) -> None:
    free, kept = cases.save(a_new_case(keeping=Keeping())), cases.save(a_new_case())
    with pytest.raises(Stopped):
        cases.change_many([free.id, kept.id], lambda case: replace(case, closing=Closing(TODAY)))
    assert cases.get(free.id) == free


def test_the_list_tells_what_is_stopped(vault: Vault, cases: VaultCases) -> None:
    stops = (withdrawn(Purpose.STATISTICS), withdrawn(Purpose.CONTACT_LATER))
    saved = cases.save(a_new_case(consents=stops))
    plain = cases.save(a_new_case(keeping=Keeping()))
    lists = VaultLists(vault.cases, pen_of(vault, FixedClock()))
    rows = {row.id: row for row in lists.window(CaseQuery(), limit=10)}
    assert rows[saved.id].stops == ("restricted", "statistics", "contact_later")
    assert rows[plain.id].stops == ()
    freed = cases.save(replace(saved, keeping=Keeping()))
    rows = {row.id: row for row in lists.window(CaseQuery(), limit=10)}
    assert rows[saved.id].stops == ("statistics", "contact_later")
    assert freed.revision == saved.revision + 1


@pytest.mark.parametrize(
    ("consents", "keeping"),
    [((), RESTRICTED), ((withdrawn(Purpose.COUNSELLING),), Keeping())],
    ids=["restricted", "without counselling"],
)
def test_nobody_is_reminded_of_a_case_that_is_only_kept(
    cases: VaultCases, consents: tuple[Consent, ...], keeping: Keeping
) -> None:
    incomplete = replace(a_new_case(keeping=Keeping()), contact=Contact())
    loud = cases.save(incomplete)
    quiet = cases.save(replace(incomplete, id=new_id(), consents=consents, keeping=keeping))
    waiting = cases.reminders(TODAY, limit=50)
    assert {one.case_id for one in waiting} == {loud.id}
    assert {one.kind for one in waiting} >= {ReminderKind.NIQ, ReminderKind.AGREED}
    assert cases.get(quiet.id) == quiet


def test_reading_a_restricted_case_is_marked(vault: Vault, cases: VaultCases) -> None:
    kept, free = cases.save(a_new_case()), cases.save(a_new_case(keeping=Keeping()))
    cases.get(kept.id)
    cases.get(free.id)
    with vault.cases.reading() as connection:
        read = {entry.case: dict(entry.payload) for _, entry in read_entries(connection) if entry.kind == "case_read"}
    assert read == {kept.id: {"restricted": True}, free.id: {}}


def test_who_is_not_counted_moves_no_favourite(cases: VaultCases) -> None:
    arabic = replace(a_new_case(keeping=Keeping()), contact=Contact(client_language="ar"))
    cases.save(arabic)
    for number in range(3):
        stopped = replace(arabic, id=f"no-{number}", consents=(withdrawn(Purpose.STATISTICS),))
        cases.save(replace(stopped, contact=Contact(client_language="fa")))
    assert cases.favourites()["client_language"] == ("ar",)
