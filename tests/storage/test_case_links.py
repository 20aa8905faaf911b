"""Cases of the same person: found across spellings, scripts and partial dates, seldom wrongly, linked, told apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.client import Client, Gender
from iq_desktop.domain.duplicate import Certainty, LinkKind
from iq_desktop.domain.partial_date import partial_date_from
from iq_desktop.domain.situation import Situation
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.usecases.problems import NoSuchCase
from tests.storage.name_pairs import EXACT, SIMILAR, SOUNDING, STRANGERS, pairs_in
from tests.support.builders import TODAY
from tests.support.counts import count
from tests.support.crowd import fill, many_cases
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

BIRTH = partial_date_from("1985-03-12")
FITTING = ("1985-03-12", "1985-03", "1985", "1985~", "1984/1986", "[1985-03-12,1986-01-01]", "1985-12-03", "1985-01-01")
"""Dates of another paper of somebody born on 12 March 1985."""
CONTRARY = ("1985-07-30", "1979", "1991-03-12", "1970/1975", "[1960-01-01,1999-01-01]", "1983~")


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def links(vault: Vault) -> VaultLinks:
    return VaultLinks(vault.cases, pen_of(vault, FixedClock()))


def a_case(family: str = "", given: str = "", birth: str = "", **client: object) -> CaseFile:
    """Return a case that is not saved."""
    date = partial_date_from(birth) if birth else None
    return CaseFile(opened_on=TODAY, client=replace(Client(family, given, birth=date), **client))  # type: ignore[arg-type]  # names of its fields


def found(links: VaultLinks, case: CaseFile) -> list[str]:
    return [one.row.id for one in links.find_duplicates(case, limit=20)]


@pytest.mark.parametrize("block", [EXACT, SOUNDING, SIMILAR], ids=["exact", "sounding", "similar"])
def test_every_spelling_is_found_with_the_same_birth(cases: VaultCases, links: VaultLinks, block: str) -> None:
    pairs = pairs_in(block)
    saved = {one: cases.save(a_case(one, "Yara", "1985-03-12")).id for one, _ in pairs}
    missed = [
        (one, other) for one, other in pairs if saved[one] not in found(links, a_case(other, "Yara", "1985-03-12"))
    ]
    assert missed == []


@pytest.mark.parametrize("birth", FITTING)
def test_partial_and_differing_dates_fit(cases: VaultCases, links: VaultLinks, birth: str) -> None:
    saved = cases.save(a_case("Schewtschenko", "Olena", "1985-03-12"))
    assert found(links, a_case("Shevchenko", "Olena", birth)) == [saved.id]
    turned = cases.save(a_case("Al-Khatib", "Yara", birth))
    assert found(links, a_case("El Chatib", "Yara", "1985-03-12")) == [turned.id]


@pytest.mark.parametrize("birth", CONTRARY)
def test_other_dates_tell_people_of_the_same_name_apart(cases: VaultCases, links: VaultLinks, birth: str) -> None:
    cases.save(a_case("Schewtschenko", "Olena", "1985-03-12", place="Köln", nationalities=("UA",)))
    assert found(links, a_case("Schewtschenko", "Olena", birth, place="Köln", nationalities=("UA",))) == []


def test_strangers_are_not_offered(cases: VaultCases, links: VaultLinks) -> None:
    pairs = pairs_in(STRANGERS)
    saved = {one: cases.save(a_case(one, "Yara", "1985")).id for one, _ in pairs}
    wrong = [(one, other) for one, other in pairs if saved[one] in found(links, a_case(other, "Yara", "1985"))]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_case("Öztürk", "Ayşe", "1985"), a_case("Ayse", "Oeztuerk", "1985-03-12")),
        (a_case("Gebre Medhin", "Selam", "1985"), a_case("Gebremedhin", "Selam", "1985-03")),
        (a_case("Müller", "Anna Maria", "1985"), a_case("Mueller", "Annamaria", "1985-03-12")),
        (
            a_case("Al-Khatib", "Yara", "1985"),
            a_case(family_name_own_script="الخطيب", given_names_own_script="يارا", birth="1985-03-12"),
        ),
        (a_case("Шевченко", "Олена", "1985-03"), a_case("Schewtschenko", "Olena", "1985-03-12")),
        (a_case("Neumann", "Olha", "1985-03", former_names="Kovalenko"), a_case("Kowalenko", "Olha", "1985-03-12")),
        (a_case("Nguyễn", "Thị Mai", "1985-03-12"), a_case("Nguyen", "Mai", "1985-03-12")),
        (a_case("Mohammed", "", "1985-03-12"), a_case("Muhammad", "", "1985-03-12")),
    ],
    ids=["order", "joined family", "joined given", "script", "cyrillic", "former", "fewer words", "one word"],
)
def test_names_meet_in_any_order_and_script(
    cases: VaultCases, links: VaultLinks, one: CaseFile, other: CaseFile
) -> None:
    saved, twin = cases.save(replace(one)), replace(other)
    assert found(links, twin) == [saved.id]
    assert found(links, saved) == []
    second = cases.save(twin)
    assert found(links, saved) == [second.id]


def test_contacts_find_somebody_whose_name_changed(cases: VaultCases, links: VaultLinks) -> None:
    saved = cases.save(
        replace(
            a_case("Klein", "Mira", "1985-03-12", phone="+49 221 5550147", email="Mira.K@example.org"),
            situation=Situation(customer_number="123D456789"),
        )
    )
    for other in (
        replace(a_case("Gross", "Mira"), situation=Situation(customer_number="123 d 456789")),
        a_case("Gross", "Mira", "1985", phone="0221 / 555 01 47", email="mira.k@Example.org"),
    ):
        (duplicate,) = links.find_duplicates(other, limit=5)
        assert duplicate.row.id == saved.id


def test_the_reasons_are_told_weightiest_first(cases: VaultCases, links: VaultLinks) -> None:
    cases.save(a_case("Öztürk", "Ayşe", "1985-03-12", phone="0221 5550147", place="Köln", gender=Gender.FEMALE))
    twin = a_case("Oeztuerk", "Ayse", "1985-03-12", phone="+49 221 5550147", place="Koeln", gender=Gender.MALE)
    (duplicate,) = links.find_duplicates(twin, limit=5)
    assert duplicate.certainty is Certainty.SURE
    assert [reason.message for reason in duplicate.reasons] == [
        *("The same name", "The same date of birth", "The same telephone number", "The same place"),
        "Another gender",
    ]


def test_nobody_is_found_for_a_case_without_a_name_and_contacts(cases: VaultCases, links: VaultLinks) -> None:
    cases.save(a_case())
    cases.save(a_case("Klein", "Mira", "1985"))
    assert found(links, a_case(birth="1985")) == []
    assert found(links, a_case("…", "\u0301", "1985")) == []


def test_what_was_decided_is_kept_told_to_both_and_can_be_undone(
    vault: Vault, cases: VaultCases, links: VaultLinks
) -> None:
    one, other = (cases.save(a_case("Öztürk", given, "1985-03-12")) for given in ("Ayşe", "Ayse"))
    assert found(links, one) == [other.id]
    made = links.link(one.id, other.id, LinkKind.DIFFERENT)
    assert (made.case_id, made.other.id, made.kind) == (one.id, other.id, LinkKind.DIFFERENT)
    assert found(links, one) == found(links, other) == []
    links.link(other.id, one.id, LinkKind.SAME)
    for mine, theirs in ((one, other), (other, one)):
        (link,) = links.links_of(mine.id)
        assert (link.other.id, link.kind) == (theirs.id, LinkKind.SAME)
    links.unlink(other.id, one.id)
    links.unlink(other.id, one.id)
    assert links.links_of(one.id) == ()
    assert found(links, one) == [other.id]
    assert [cases.get(case.id) for case in (one, other)] == [one, other]
    with vault.cases.reading() as connection:
        told = [entry for _, entry in read_entries(connection) if "link" in entry.kind]
    assert [entry.kind for entry in told] == ["cases_linked"] * 4 + ["cases_unlinked"] * 2
    assert {entry.case for entry in told} == {one.id, other.id}


def test_a_case_is_never_linked_to_itself_or_to_nothing(cases: VaultCases, links: VaultLinks) -> None:
    saved = cases.save(a_case("Öztürk"))
    for other in (saved.id, "nobody"):
        with pytest.raises(NoSuchCase):
            links.link(saved.id, other, LinkKind.SAME)


def test_a_crowd_gives_few_false_alarms_and_loses_no_twin(vault: Vault, links: VaultLinks) -> None:
    people = count(3_000, 10_000)
    asked = count(120, 600)
    fill(vault.cases, people)
    crowd = [_in_latin_letters(case) for case in many_cases(people)][:: people // asked]
    alarms = sum(len(found(links, case)) for case in crowd)
    assert alarms <= len(crowd) / 50
    births = ("{0:%Y}", "{0:%Y-%m}", "{0:%Y-%m-%d}")
    lost = []
    for case, form in product(crowd[:40], births):
        client = case.client
        birth = client.birth.earliest if client.birth else dt.date.min
        twin = a_case(client.family_name.upper(), client.given_names, form.format(birth))
        lost += [] if case.id in found(links, twin) else [(client.full_name, form)]
    assert lost == []


def _in_latin_letters(case: CaseFile) -> CaseFile:
    """Return a case without the name in own script, of which the crowd has only seven."""
    return case.with_client(replace(case.client, family_name_own_script="", given_names_own_script=""))
