"""The find of the case list: by name in any spelling, number, telephone, place, occupation and day of birth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import Match
from iq_desktop.domain.client import Client
from iq_desktop.domain.competence import ChosenOccupation
from iq_desktop.domain.partial_date import Pair, PartialDate
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.list_tables import case_line
from iq_desktop.storage.search import find_lines, ways_to
from tests.storage.name_pairs import EXACT, LOOKALIKES, SIMILAR, SOUNDING, STRANGERS, pairs_in
from tests.storage.test_name_keys import FALSE_FRIENDS, SPELLINGS
from tests.support.builders import TODAY
from tests.support.crowd import fill
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

PEOPLE = (
    Client("Öztürk", "Ayşe", place="Düren", phone="+49 (0)2421 / 99 01 23", birth=PartialDate(1985, 3, 12)),
    Client("Schewtschenko", "Olena", family_name_own_script="Шевченко", given_names_own_script="Олена"),
    Client("Al-Khatib", "Yara", former_names="Darwisch", place="Köln", phone="0221 5550147"),
    Client("Gebre Medhin", "Selam", phone="0221 5550199"),
    Client("Müller", "Anna Maria", place="Bad Münstereifel"),
    Client("Muller", "Paul"),
    Client("Nguyễn", "Thị Mai"),
)


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    store = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    for client in PEOPLE:
        store.save(CaseFile(opened_on=TODAY, client=client))
    oven = (ChosenOccupation("urn:baker", "Bäcker/Bäckerin", "baker"),)
    store.save(CaseFile(opened_on=TODAY, occupations=oven))
    return store


def names(store: VaultCases, words: str, limit: int = 20) -> list[str]:
    return [row.name.partition(",")[0] for row in store.find(words, limit=limit)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Öz", "Öztürk"),
        ("ozturk", "Öztürk"),
        ("OEZTUERK AYSE", "Öztürk"),
        ("Ayşe Öztürk", "Öztürk"),
        ("düren öztürk", "Öztürk"),
        ("12.03.1985", "Öztürk"),
        ("02421 990123", "Öztürk"),
        ("+492421990123", "Öztürk"),
        ("٠٢٤٢١٩٩٠١٢٣", "Öztürk"),
        ("Шевч", "Schewtschenko"),
        ("Shevchenko Olena", "Schewtschenko"),
        ("Szewczenko", "Schewtschenko"),
        ("khatib", "Al-Khatib"),
        ("Yara El Chatib", "Al-Khatib"),
        ("الخطيب", "Al-Khatib"),
        ("Darwish", "Al-Khatib"),
        ("5550147", "Al-Khatib"),
        ("Gebremedhin", "Gebre Medhin"),
        ("ገብረመድህን", "Gebre Medhin"),
        ("Muenstereifel", "Müller"),
        ("koln", "Al-Khatib"),
        ("Annamaria", "Müller"),
        ("nguyen", "Nguyễn"),
        ("baeck", ""),
        ("baker", ""),
        ("2026-0003", "Al-Khatib"),
        ("2026-3", "Al-Khatib"),
        ("3", "Al-Khatib"),
    ],
)
def test_typed_words_find_the_person(cases: VaultCases, words: str, first: str) -> None:
    found = names(cases, words)
    assert found[0] == first


def test_exact_comes_before_what_sounds_alike_and_what_is_similar(cases: VaultCases) -> None:
    cases.save(CaseFile(opened_on=TODAY, client=Client("Miller", "Joe")))
    found = [(row.name, row.match) for row in cases.find("Mueller", limit=9)]
    assert found == [
        ("Müller, Anna Maria", Match.EXACT),
        ("Muller, Paul", Match.SOUNDS_LIKE),
        ("Miller, Joe", Match.SIMILAR),
    ]


def test_of_what_sounds_alike_the_name_that_begins_alike_comes_first(cases: VaultCases) -> None:
    cases.save(CaseFile(opened_on=TODAY, client=Client("Schmidt", "Kira", family_name_own_script="Шевченко")))
    assert names(cases, "Scheftschenko") == ["Schewtschenko", "Schmidt"]


def test_every_word_counts(cases: VaultCases) -> None:
    assert names(cases, "Yara Köln") == ["Al-Khatib"]
    assert names(cases, "Yara Düren") == []


@pytest.mark.parametrize(
    "words", ["…", '"', "' OR 1=1 --", "NEAR(", "* *", "a AND", "名前", "🙂", "\x00", "names:", "-", "("]
)
def test_signs_of_a_query_language_are_only_signs(cases: VaultCases, words: str) -> None:
    assert isinstance(cases.find(words, limit=5), tuple)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.text(max_size=40))
def test_no_words_break_the_search(cases: VaultCases, words: str) -> None:
    assert len(cases.find(words, limit=3)) <= 3


def test_what_is_found_comes_in_windows_too(vault: Vault) -> None:
    fill(vault.cases, 300)
    store = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    whole = [row.id for row in store.find("köln", limit=200)]
    seen, window = [], store.find("köln", limit=7)
    while window:
        seen += [row.id for row in window]
        window = store.find("köln", limit=7, after=window[-1])
    assert len(whole) > 20
    assert seen == whole


def test_among_some_lines_only_these_count(vault: Vault) -> None:
    fill(vault.cases, 600)
    among = ways_to(case_line.c.line, among=select(case_line.c.line).where(case_line.c.place == "Bonn"))
    with vault.cases.reading() as connection:
        everywhere = find_lines(connection, "m", 10_000)
        in_bonn = set(connection.execute(select(case_line.c.line).where(case_line.c.place == "Bonn")).scalars())
        found = find_lines(connection, "m", 20, among)
        alike = find_lines(connection, "schewtschenko", 20, among)
        assert list(find_lines(connection, "m", 20)) == list(everywhere)[:20]
    assert list(found) == [line for line in everywhere if line in in_bonn][:20]
    assert set(alike) <= in_bonn
    assert len(alike) > 3


def test_every_spelling_is_found_in_the_vault_and_no_false_friend(vault: Vault) -> None:
    store = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    spellings = pairs_in(SPELLINGS + EXACT + SOUNDING + SIMILAR)
    strangers, lookalikes = pairs_in(FALSE_FRIENDS + STRANGERS), pairs_in(LOOKALIKES)
    assert len(spellings) >= 300
    everybody = {name for pair in (*spellings, *strangers, *lookalikes) for name in pair}
    ids = {name: store.save(CaseFile(opened_on=TODAY, client=Client(family_name=name))).id for name in everybody}
    found = {typed: {row.id: row.match for row in store.find(typed, limit=200)} for typed in everybody}
    both = [*spellings, *((other, one) for one, other in spellings)]
    assert [(name, typed) for name, typed in both if len(typed) > 2 and ids[name] not in found[typed]] == []
    apart = [*strangers, *((other, one) for one, other in strangers)]
    assert [(name, typed) for name, typed in apart if ids[name] in found[typed]] == []
    alike = [*lookalikes, *((other, one) for one, other in lookalikes)]
    met = {found[typed].get(ids[name]) for name, typed in alike if not name.startswith(typed)}
    assert met == {Match.SIMILAR, None}


def test_looser_spellings_find_few_others_in_a_crowd(vault: Vault) -> None:
    crowd = 1500
    fill(vault.cases, crowd)
    with vault.cases.reading() as connection:
        people = connection.execute(select(case_line.c.name).limit(400)).scalars().all()
        family_names = sorted({name.partition(",")[0] for name in people} - {""})
        matches = [find_lines(connection, name, crowd).values() for name in family_names]
    loose = sorted(sum(match is not Match.EXACT for match in found) for found in matches)
    exact = sum(Match.EXACT in found for found in matches)
    assert exact == len(family_names) > 100
    assert loose[len(loose) // 2] <= 3
    assert loose[len(loose) * 9 // 10] <= crowd // 75


@pytest.mark.parametrize("typed", ["zzz", "zzzz", "Zzzzz", "qqqq", "xyxyx"])
def test_what_is_no_name_finds_nobody(cases: VaultCases, typed: str) -> None:
    assert cases.find(typed, limit=20) == ()


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Scheftschenko", "Schewtschenko"),
        ("schewtsch", "Schewtschenko"),
        ("sheftch", "Schewtschenko"),
        ("Olena Scheftschenko", "Schewtschenko"),
        ("Scheftschenko ol", "Schewtschenko"),
        ("Schewtschenko Olenna", "Schewtschenko"),
        ("ostürk düren", "Öztürk"),
        ("Düren Aische", "Öztürk"),
        ("öztürk 1985", "Öztürk"),
        ("öztürk 12.3.1985", "Öztürk"),
        ("gebre", "Gebre Medhin"),
        ("med", "Gebre Medhin"),
        ("selam gebremedin", "Gebre Medhin"),
        ("tsch", ""),
    ],
)
def test_half_typed_and_mixed_words_find_the_person(cases: VaultCases, typed: str, person: str) -> None:
    assert names(cases, typed)[:1] == ([person] if person else [])


@pytest.mark.parametrize("typed", ["12.3.1985", "12.03.85", "12. 3. 1985", "3.1985", "1985", "1985-03-12", "12/3/1985"])
def test_a_day_of_birth_is_found_however_it_is_typed(cases: VaultCases, typed: str) -> None:
    assert "Öztürk" in names(cases, typed)


@pytest.mark.parametrize(
    ("birth", "typed", "is_found"),
    [
        (PartialDate(1979), "1979", True),
        (PartialDate(1979, 5), "5.1979", True),
        (PartialDate(1979, 5), "12.5.1979", False),
        (PartialDate(1979, 5, 12), "13.5.1979", False),
        (PartialDate(1979, second=PartialDate(1981), pair=Pair.DIFFER), "1981", True),
    ],
)
def test_a_day_of_birth_is_found_as_far_as_it_is_known(
    cases: VaultCases, birth: PartialDate, typed: str, *, is_found: bool
) -> None:
    cases.save(CaseFile(opened_on=TODAY, client=Client("Zander", birth=birth)))
    assert ("Zander" in names(cases, typed)) is is_found


@pytest.mark.parametrize(
    "typed", ["990123", "99 01 23", "2421990123", "0049 2421 990123", "(02421) 99-01-23", "02421/9901"]
)
def test_a_telephone_is_found_in_any_spelling(cases: VaultCases, typed: str) -> None:
    assert names(cases, typed) == ["Öztürk"]


def test_the_first_window_is_the_beginning_of_all_that_is_found(vault: Vault) -> None:
    fill(vault.cases, 400)
    store = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    for words in ("mueller", "schevtschenko", "m", "köln al", "kadife", "ahmet", "1980", "oktober 2", "٠١"):
        whole = store.find(words, limit=200)
        assert store.find(words, limit=60) == whole[:60]
        if len(whole) > 10:
            assert store.find(words, limit=10) == whole[:10]
            assert store.find(words, limit=10, after=whole[9]) == whole[10:20]


def test_a_changed_telephone_is_found_and_the_old_one_not(cases: VaultCases) -> None:
    (row,) = cases.find("5550199", limit=5)
    case = cases.get(row.id)
    cases.save(case.with_client(replace(case.client, phone="0221 7777777")))
    assert names(cases, "7777777") == ["Gebre Medhin"]
    assert names(cases, "5550199") == []


def test_a_case_number_may_lack_its_zeros_and_stands_before_longer_ones(cases: VaultCases) -> None:
    for _ in range(5):
        cases.save(CaseFile(opened_on=TODAY))
    year = TODAY.year
    for typed in (f"{year}-1", f"{year}/0001", f"{year}0001", "0001", "1"):
        assert cases.find(typed, limit=20)[0].number == f"{year}-0001", typed
    assert len(cases.find(f"{year}-1", limit=20)) == 1


@pytest.mark.parametrize("typed", ["a" * 100_000, "name " * 5000, "0" * 100_000, '"* NEAR(', "%"])
def test_anything_may_be_pasted(cases: VaultCases, typed: str) -> None:
    assert cases.find(typed, limit=20) == ()
