"""Cases in a real encrypted vault: saved whole, touched only where they changed, noted in the journal."""

from __future__ import annotations

import datetime as dt
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import Match
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import Competence, Independence
from iq_desktop.domain.identity import new_id
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.referral import Referral
from iq_desktop.storage.case_rows import PART_TABLES
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.clean_values import clean_value
from iq_desktop.storage.journal import read_entries, verify_journal
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.storage.key_slots import Purpose
from iq_desktop.usecases.problems import NoSuchCase, RivalSave
from tests.support.builders import TODAY, a_case, a_client, some_competences
from tests.support.fakes import FixedClock
from tests.support.full_cases import a_usual_case
from tests.support.strategies import values_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iq_desktop.storage.vault import Vault

DAY = dt.timedelta(days=1)


@pytest.fixture
def pen(vault: Vault) -> JournalPen:
    return pen_of(vault, FixedClock())


@pytest.fixture
def cases(vault: Vault, pen: JournalPen) -> VaultCases:
    return VaultCases(vault.cases, pen)


@pytest.fixture
def reopened(vault: Vault, pen: JournalPen) -> VaultCases:
    """A store that remembers nothing of what the other one saved."""
    return VaultCases(vault.cases, pen)


def a_new_case(**changes: Any) -> CaseFile:
    return replace(a_case(), **{"revision": 0, "number": "", **changes})


def kinds_in_journal(vault: Vault) -> list[str]:
    with vault.cases.reading() as connection:
        return [entry.kind for _, entry in read_entries(connection)]


def last_payload(vault: Vault) -> Any:
    with vault.cases.reading() as connection:
        return [entry.payload for _, entry in read_entries(connection)][-1]


def test_a_case_comes_back_as_it_was_saved(cases: VaultCases, reopened: VaultCases) -> None:
    case = a_new_case()
    saved = cases.save(case)
    assert (saved.number, saved.revision) == ("2026-0001", 1)
    assert reopened.get(saved.id) == saved
    assert replace(saved, number="", revision=0) == case


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(before=values_of(CaseFile), after=values_of(CaseFile), data=st.data())
def test_any_case_comes_back_after_any_change(
    vault: Vault, pen: JournalPen, before: CaseFile, after: CaseFile, data: st.DataObject
) -> None:
    store = VaultCases(vault.cases, pen)
    free = replace(before, id=new_id(), revision=0, consents=(), keeping=Keeping())  # nothing stops a change
    saved = store.save(free)
    mixed = (*after.competences, *data.draw(st.permutations(saved.competences)))
    changed = replace(after, id=saved.id, number=saved.number, revision=saved.revision, competences=mixed)
    again = store.save(changed)
    assert VaultCases(vault.cases, pen).get(saved.id) == again
    assert replace(again, revision=changed.revision) == clean_value(changed)
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("INSERT INTO case_search(case_search, rank) VALUES('integrity-check', 1)")


def test_what_nobody_can_store_or_see_never_makes_a_save_fail(cases: VaultCases, reopened: VaultCases) -> None:
    noisy = replace(a_client(), family_name="Kha\ud800tib\u200b", family_name_own_script="\u200e")
    skills = (Competence("", "Kuchen\xadback\udc00en"), *some_competences())
    saved = cases.save(a_new_case(client=noisy, competences=skills))
    assert (saved.client.family_name, saved.client.family_name_own_script) == ("Khatib", "")
    assert saved.competences[0].name_de == "Kuchenbacken"
    assert saved.competences[1:] == skills[1:]
    assert reopened.get(saved.id) == saved
    again = cases.save(saved.with_client(replace(saved.client, place="Bo\ud800nn")))
    assert again.client.place == "Bonn"
    assert cases.save(again.with_client(replace(again.client, place="Bonn\udfff"))) == again
    assert [row.id for row in cases.find("\ud800Khatib\u200b", limit=5)] == [saved.id]
    assert len(cases.find("\udfff", limit=5)) == 1
    cases.note_in_journal("printed", saved.id, "Profil\ud800")


def test_numbers_follow_each_other_in_each_year(cases: VaultCases) -> None:
    days = (dt.date(2026, 3, 1), dt.date(2026, 9, 1), dt.date(2025, 12, 31), dt.date(2026, 11, 3))
    numbers = [cases.save(CaseFile(opened_on=day)).number for day in days]
    assert numbers == ["2026-0001", "2026-0002", "2025-0001", "2026-0003"]


def test_a_save_that_fails_takes_no_number_and_leaves_nothing(
    cases: VaultCases, pen: JournalPen, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(JournalPen, "note", _fail)
        with pytest.raises(LookupError):
            cases.save(a_new_case(id="never"))
    assert pen is not None
    assert cases.count() == 0
    assert not cases.find("Khatib", limit=5)
    assert cases.save(a_new_case()).number == "2026-0001"


def test_a_change_that_fails_changes_nothing(
    cases: VaultCases, reopened: VaultCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = cases.save(a_new_case())
    with monkeypatch.context() as broken:
        broken.setattr(JournalPen, "note", _fail)
        with pytest.raises(LookupError):
            cases.save(saved.with_client(a_client(family_name="Anders")))
    assert reopened.get(saved.id) == saved
    assert cases.save(saved.with_client(a_client(family_name="Neu"))).revision == 2
    assert [row.name for row in cases.find("Neu", limit=5)] == ["Neu, Yara"]


def test_who_saves_an_older_state_hears_of_the_rival(cases: VaultCases, reopened: VaultCases) -> None:
    first = cases.save(a_new_case())
    reopened.save(first.with_client(a_client(phone="1")))
    with pytest.raises(RivalSave):
        cases.save(first.with_client(a_client(phone="2")))
    assert cases.get(first.id).client.phone == "1"


def test_a_case_that_is_not_there_is_named_so(cases: VaultCases) -> None:
    with pytest.raises(NoSuchCase):
        cases.get("nobody")
    with pytest.raises(NoSuchCase):
        cases.save(a_case(revision=3))


def test_saving_what_is_saved_writes_nothing(vault: Vault, cases: VaultCases) -> None:
    saved = cases.save(a_new_case())
    assert cases.save(saved) == saved
    assert kinds_in_journal(vault) == ["case_saved"]


def test_saving_one_field_touches_only_its_rows(vault: Vault, cases: VaultCases) -> None:
    saved = cases.save(a_new_case())
    with watching(vault) as written:
        cases.save(saved.with_client(a_client(street="Neue Straße 1")))
    assert [words.split(" SET")[0].split(" (")[0] for words in written] == [
        "UPDATE case_file",
        "UPDATE client",
        "UPDATE case_line",
        "INSERT INTO journal",
        "INSERT INTO journal_payload",
    ]
    assert written[1].startswith("UPDATE client SET street='Neue Straße 1' WHERE")


def test_the_journal_holds_old_and_new_values(vault: Vault, cases: VaultCases) -> None:
    saved = cases.save(a_new_case())
    rated = replace(saved.competences[0], self_rating=Independence.SHOWS_OTHERS)
    changed = replace(
        saved.with_client(a_client(birth=PartialDate(1991))),
        competences=(*saved.competences[1:], rated),
        agreement=(),
        referrals=(*saved.referrals, Referral("Kammer", id="r2")),
    )
    cases.save(changed)
    payload = last_payload(vault)
    assert payload["client.birth"] == ["1990-05", "1991"]
    assert payload[f"competences.{rated.id}.self_rating"] == ["3", "4"]
    assert payload["competences.order"][1][-1] == rated.id
    old_point, gone = payload[f"agreement.{saved.agreement[0].id}"]
    assert (old_point["text"], gone) == ("Zeugnisse übersetzen lassen", None)
    nothing, new_referral = payload["referrals.r2"]
    assert (nothing, new_referral["recipient"]) == (None, "Kammer")
    assert "revision" not in payload
    assert "client.family_name" not in payload


def test_reading_and_printing_stand_in_a_true_journal(vault: Vault, cases: VaultCases) -> None:
    saved = cases.save(a_new_case())
    cases.get(saved.id)
    cases.note_in_journal("printed", saved.id, "profile")
    cases.note_in_journal("import", "", "esco 1.2")
    assert kinds_in_journal(vault) == ["case_saved", "case_read", "printed", "import"]
    assert last_payload(vault) == {"words": "esco 1.2"}
    with vault.cases.reading() as connection:
        assert verify_journal(connection, vault.key(Purpose.JOURNAL)) is None


def test_children_keep_their_order(cases: VaultCases, reopened: VaultCases) -> None:
    competences = some_competences()
    saved = cases.save(a_new_case(competences=competences))
    turned = cases.save(replace(saved, competences=tuple(reversed(saved.competences))))
    assert reopened.get(saved.id).competences == turned.competences == tuple(reversed(competences))


def test_a_changed_name_is_found_and_the_old_one_is_not(cases: VaultCases) -> None:
    saved = cases.save(a_new_case(client=Client(family_name="Quietschfidel")))
    cases.save(saved.with_client(Client(family_name="Neumann")))
    assert not cases.find("Quietschfidel", limit=5)
    assert [row.match for row in cases.find("Neuman", limit=5)] == [Match.EXACT]


def test_the_list_comes_in_windows_without_gap_or_repetition(cases: VaultCases) -> None:
    for number in range(23):
        cases.save(CaseFile(opened_on=TODAY, id=f"case-{number}"))
    seen, window = [], cases.find("", limit=5)
    while window:
        seen += [row.id for row in window]
        window = cases.find("  ", limit=5, after=window[-1])
    assert seen == [f"case-{number}" for number in reversed(range(23))]
    assert cases.count() == 23


def test_the_last_changed_case_stands_first(vault: Vault) -> None:
    clock = FixedClock()
    pen = pen_of(vault, clock)
    store = VaultCases(vault.cases, pen)
    first, _second = (store.save(CaseFile(opened_on=TODAY, id=name)) for name in ("first", "second"))
    later = VaultCases(vault.cases, replace(pen, clock=FixedClock(clock.day + DAY)))
    later.save(first.with_client(a_client()))
    assert [row.id for row in store.find("", limit=5)] == ["first", "second"]


def test_a_row_says_what_the_list_shows(cases: VaultCases) -> None:
    cases.save(a_new_case(is_invented=True))
    (row,) = cases.find("", limit=5)
    assert (row.number, row.name, row.own_script_name) == ("2026-0001", "Al-Khatib, Yara", "يارا الخطيب")
    assert (row.birth, row.language, row.place) == ("1990-05", "ar", "Berlin")
    assert (row.occupation, row.is_invented, row.match) == ("Fachverkäufer/Fachverkäuferin", True, Match.LISTED)


def test_many_threads_save_at_once(cases: VaultCases) -> None:
    numbers: list[str] = []

    def work() -> None:
        for _ in range(8):
            numbers.append(cases.save(CaseFile(opened_on=TODAY)).number)
            cases.find("2026", limit=3)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(numbers) == [f"2026-{number:04}" for number in range(1, 33)]


def test_a_long_reading_does_not_keep_a_save_waiting(vault: Vault, cases: VaultCases) -> None:
    cases.save(a_new_case())
    with vault.cases.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM case_file").scalar_one()
        cases.save(CaseFile(opened_on=TODAY))
        assert connection.exec_driver_sql("SELECT count(*) FROM case_file").scalar_one() == before == 1
    assert cases.count() == 2


def test_a_skill_in_own_words_needs_no_uri(cases: VaultCases, reopened: VaultCases) -> None:
    saved = cases.save(a_new_case(competences=(Competence("", "Brot im Lehmofen backen"),)))
    assert reopened.get(saved.id).competences[0].name_de == "Brot im Lehmofen backen"


def _fail(*_arguments: object) -> None:
    raise LookupError


@contextmanager
def watching(vault: Vault) -> Iterator[list[str]]:
    """Collect the statements that the writing connection runs, leaving out those of the index and of transactions."""
    seen: list[str] = []

    def see(statement: str) -> None:
        words = " ".join(statement.split())
        is_told_again = seen[-1:] == [words]  # SQLite tells a statement twice where a trigger looks at it
        if words.startswith(("INSERT", "UPDATE", "DELETE")) and not is_told_again:
            seen.append(words)

    def watch(callback: Callable[[str], None] | None) -> None:
        with vault.cases.writing() as connection:
            driver: Any = connection.connection.driver_connection
            driver.set_trace_callback(callback)

    watch(see)
    yield seen
    watch(None)


def test_many_cases_are_handed_out_with_the_parts_that_are_asked_for(cases: VaultCases, vault: Vault) -> None:
    saved = [cases.save(replace(a_usual_case(), id=name, number="", revision=0)) for name in ("a", "b", "c")]
    parts = frozenset({"qualifications", "languages", "talks"})
    found = cases.hand_out(["c", "gone", "a"], "exported", "1 sheet", parts)
    assert [one.id for one in found] == ["c", "a"]
    for one, whole in zip(found, (saved[2], saved[0]), strict=True):
        left_out: dict[str, Any] = dict.fromkeys(_several(whole) - parts, ())
        assert one == replace(whole, **left_out)
        assert all(getattr(one, name) for name in parts)
    with vault.cases.reading() as connection:
        noted = [entry.case for _, entry in read_entries(connection) if entry.kind == "exported"]
    assert noted == ["c", "a"]


def _several(case: CaseFile) -> set[str]:
    return {name for name in PART_TABLES if isinstance(getattr(case, name), tuple)}
