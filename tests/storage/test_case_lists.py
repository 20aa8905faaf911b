"""The list of cases: every filter and order gives the same rows as plain Python over all cases, in every window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseFile, CaseKind
from iq_desktop.domain.case_list import ME, CaseQuery, CaseSort, CaseView
from iq_desktop.domain.case_row import Match, ReminderKind
from iq_desktop.domain.client import Client
from iq_desktop.domain.contact import Contact
from iq_desktop.domain.niq import NiqLight
from iq_desktop.domain.partial_date import PartialDate
from iq_desktop.domain.referral import AgreedPoint
from iq_desktop.domain.talk import Closing
from iq_desktop.exchange.spreadsheet import CsvFiles
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import read_entries
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.usecases.case_columns import Teller, find_columns
from iq_desktop.wording.tongue import load_tongue
from tests.support.builders import TODAY
from tests.support.crowd import ADVISERS, fill
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable

    from iq_desktop.domain.case_row import CaseRow
    from iq_desktop.storage.vault import Vault

DAY = dt.timedelta(days=1)
PEOPLE = 230


@pytest.fixture
def lists(vault: Vault) -> VaultLists:
    return VaultLists(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def cases(vault: Vault) -> VaultCases:
    return VaultCases(vault.cases, pen_of(vault, FixedClock()))


@pytest.fixture
def crowded(vault: Vault, lists: VaultLists) -> VaultLists:
    fill(vault.cases, PEOPLE)
    return lists


def paged(lists: VaultLists, query: CaseQuery, step: int = 37) -> list[CaseRow]:
    """Return the whole list, read window behind window."""
    seen: list[CaseRow] = []
    window = lists.window(query, limit=step)
    while window:
        seen += window
        window = lists.window(query, limit=step, after=window[-1])
    return seen


FILTERS: list[tuple[CaseQuery, Callable[[CaseRow], bool]]] = [
    (CaseQuery(), lambda _row: True),
    (CaseQuery(language="ar"), lambda row: row.language == "ar"),
    (CaseQuery(origin="SY"), lambda row: "SY" in row.origins),
    (CaseQuery(adviser_id=ADVISERS[2]), lambda row: row.adviser_id == ADVISERS[2]),
    (CaseQuery(is_closed=True), lambda row: row.is_closed),
    (CaseQuery(is_closed=False, language="uk"), lambda row: not row.is_closed and row.language == "uk"),
    (CaseQuery(niq=NiqLight.RED), lambda row: row.niq is NiqLight.RED),
    (CaseQuery(niq=NiqLight.GREEN), lambda row: row.niq is NiqLight.GREEN),
    (CaseQuery(kind=CaseKind.SHORT), lambda row: row.kind is CaseKind.SHORT),
    (CaseQuery(is_invented=False), lambda row: not row.is_invented),
    (CaseQuery(open_page="person"), lambda row: "person" in row.open_pages),
    (CaseQuery(open_page="perso"), lambda _row: False),
    (CaseQuery(due_within=90), lambda row: row.next_due is not None and row.next_due <= TODAY + 90 * DAY),
]


@pytest.mark.parametrize(("query", "keeps"), FILTERS, ids=range(len(FILTERS)))
def test_every_filter_keeps_what_it_says(
    crowded: VaultLists, query: CaseQuery, keeps: Callable[[CaseRow], bool]
) -> None:
    everybody = paged(crowded, CaseQuery())
    assert len({row.id for row in everybody}) == len(everybody) == PEOPLE
    wanted = [row for row in everybody if keeps(row)]
    assert paged(crowded, query) == wanted
    assert crowded.count(query) == len(wanted)
    assert list(crowded.case_ids(query)) == [row.id for row in wanted]


def in_order(sort: CaseSort, row: CaseRow) -> Any:
    """Return what a row is put in order by, but for names, which follow German lists."""
    late = dt.date.max
    return {
        CaseSort.NUMBER: row.number,
        CaseSort.CHANGED: row.changed_at,
        CaseSort.OPENED: row.opened_on,
        CaseSort.BIRTH: row.birth,
        CaseSort.DUE: row.next_due or late,
        CaseSort.NIQ: list(NiqLight).index(row.niq) if row.niq else -1,
    }.get(sort)


@pytest.mark.parametrize("sort", list(CaseSort), ids=lambda sort: sort.value)
def test_every_order_holds_in_both_directions_and_from_every_place(crowded: VaultLists, sort: CaseSort) -> None:
    up = CaseQuery(sort=sort, is_closed=False)
    rows = paged(crowded, up)
    keys = [in_order(sort, row) for row in rows]
    assert all(key is None for key in keys) or keys == sorted(keys)
    down = replace(up, is_descending=True)
    assert paged(crowded, down) == rows[::-1]
    for query, expected in ((up, rows), (down, rows[::-1])):
        for start in (0, 1, 40, len(rows) - 3, len(rows), len(rows) + 50):
            assert list(crowded.window_at(query, start=start, limit=7)) == expected[start : start + 7]
        for place in (0, 25, len(rows) - 1):
            assert crowded.place_of(query, expected[place].id) == place


def test_a_case_that_the_filters_leave_out_has_no_place(crowded: VaultLists) -> None:
    closed = crowded.window(CaseQuery(is_closed=True), limit=1)[0]
    assert crowded.place_of(CaseQuery(is_closed=False), closed.id) is None
    assert crowded.place_of(CaseQuery(), "nobody") is None


def test_names_stand_as_in_german_lists_of_names(cases: VaultCases, lists: VaultLists) -> None:
    names = ("Özil", "Ofen", "Oz", "Schmidt-Bauer", "Schmidt", "Schmidt, Zoe", "Ärmel", "Afra", "", "Weiß", "Weiss")
    for name in names:
        family, _, given = name.partition(", ")
        cases.save(CaseFile(opened_on=TODAY, client=Client(family, given)))
    cases.save(CaseFile(opened_on=TODAY, client=Client(family_name_own_script="الخطيب")))
    found = [row.name or row.own_script_name for row in lists.window(CaseQuery(sort=CaseSort.NAME), limit=20)]
    assert found == [
        *("Ärmel", "Afra", "Özil", "Ofen", "Oz", "Schmidt", "Schmidt, Zoe", "Schmidt-Bauer", "Weiß", "Weiss"),
        *("الخطيب", ""),
    ]


def test_the_unknown_comes_last(cases: VaultCases, lists: VaultLists) -> None:
    for client in (
        Client("A"),
        Client("B", birth=PartialDate(1980)),
        Client("C", birth=PartialDate(1979, 5), place="Bonn"),
    ):
        cases.save(CaseFile(opened_on=TODAY, client=client))
    assert [row.name for row in lists.window(CaseQuery(sort=CaseSort.BIRTH), limit=9)] == ["C", "B", "A"]
    assert [row.name for row in lists.window(CaseQuery(sort=CaseSort.PLACE), limit=9)] == ["C", "A", "B"]


def test_a_row_tells_all_that_the_list_can_show(cases: VaultCases, lists: VaultLists) -> None:
    saved = cases.save(
        CaseFile(
            opened_on=TODAY - DAY,
            adviser_id="one",
            client=Client("Khatib", nationalities=("SY", "TR"), residence_valid_until=TODAY + 30 * DAY),
            contact=Contact(client_language="ar"),
            agreement=(AgreedPoint("Zeugnis", due=TODAY + 5 * DAY), AgreedPoint("Alt", due=TODAY - 300 * DAY)),
        )
    )
    (row,) = lists.window(CaseQuery(), limit=5)
    assert (row.id, row.number, row.adviser_id, row.origins) == (saved.id, saved.number, "one", ("SY", "TR"))
    assert (row.next_due, row.next_due_kind) == (TODAY + 5 * DAY, ReminderKind.AGREED)
    assert (row.opened_on, row.is_closed, row.kind, row.niq) == (TODAY - DAY, False, CaseKind.FULL, NiqLight.RED)
    assert row.open_pages[0] == "contact"
    cases.save(
        replace(saved, closing=Closing(TODAY), client=replace(saved.client, birth_country="IQ", nationalities=()))
    )
    (row,) = lists.window(CaseQuery(), limit=5)
    assert (row.is_closed, row.origins, row.next_due_kind) == (True, ("IQ",), ReminderKind.SIX_MONTHS)


def test_words_and_filters_go_together(crowded: VaultLists, cases: VaultCases) -> None:
    found = [row.id for row in cases.find("köln", limit=200)]
    words = CaseQuery(words=" köln ")
    assert [row.id for row in paged(crowded, words, step=7)] == found
    assert all(row.match is Match.EXACT for row in crowded.window(words, limit=5))
    narrowed = paged(crowded, replace(words, is_closed=True))
    assert {row.id for row in narrowed} == {row.id for row in paged(crowded, words) if row.is_closed}
    assert 0 < len(narrowed) < len(found)
    assert crowded.count(replace(words, is_closed=True)) == len(narrowed)
    by_day = [row.opened_on or TODAY for row in paged(crowded, replace(words, sort=CaseSort.OPENED))]
    assert len(by_day) == len(found)
    assert by_day == sorted(by_day)
    assert crowded.place_of(words, found[3]) == 3
    assert list(crowded.case_ids(words)) == found
    assert crowded.window_at(words, start=2, limit=2)[0].id == found[2]


def test_only_the_values_that_cases_hold_are_offered(crowded: VaultLists) -> None:
    values = crowded.filter_values()
    assert values.languages == ("ar", "fa", "pl", "ti", "tr", "uk")
    assert values.adviser_ids == ADVISERS
    assert "SY" in values.origins


def test_a_view_is_kept_without_the_words_and_seen_by_whom_it_is_for(vault: Vault, lists: VaultLists) -> None:
    query = CaseQuery("Khatib", adviser_id=ME, is_closed=False, niq=NiqLight.AMBER, sort=CaseSort.DUE, due_within=7)
    mine = CaseView("Meine offenen", query, ("name", "niq"), owner_id="one")
    ours = CaseView("Alle", owner_id="")
    for view in (mine, ours):
        lists.save_view(view)
    assert lists.views("one") == (ours, replace(mine, query=replace(query, words="")))
    assert lists.views("two") == (ours,)
    lists.save_view(replace(ours, name="Zuletzt"))
    lists.remove_view(mine.id)
    lists.remove_view("nothing")
    assert [view.name for view in lists.views("one")] == ["Zuletzt"]
    with vault.cases.reading() as connection:
        kinds = [entry.kind for _, entry in read_entries(connection)]
        told = str([entry.payload for _, entry in read_entries(connection)])
    assert kinds == ["view_saved", "view_saved", "view_saved", "view_removed"]
    assert "Khatib" not in told


def test_a_view_of_a_newer_program_is_left_alone(vault: Vault, lists: VaultLists) -> None:
    lists.save_view(CaseView("Neu", CaseQuery(sort=CaseSort.DUE)))
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("UPDATE case_view SET sort = 'by_moon'")
    assert lists.views("one") == ()


def test_many_cases_change_in_one_transaction_or_not_at_all(vault: Vault, cases: VaultCases, lists: VaultLists) -> None:
    saved = [cases.save(CaseFile(opened_on=TODAY, client=Client(name))) for name in ("A", "B", "C")]
    ids = [case.id for case in saved]

    def assign(case: CaseFile) -> CaseFile:
        return replace(case, adviser_id="two") if case.client.family_name != "B" else case

    done = cases.change_many((*ids, "gone"), assign)
    assert [(before, after.adviser_id, after.revision) for before, after in done] == [
        (saved[0], "two", 2),
        (saved[2], "two", 2),
    ]
    assert lists.count(CaseQuery(adviser_id="two")) == 2

    def fail_late(case: CaseFile) -> CaseFile:
        if case.id == ids[2]:
            raise LookupError
        return replace(case, adviser_id="three")

    with pytest.raises(LookupError):
        cases.change_many(ids, fail_late)
    assert lists.count(CaseQuery(adviser_id="three")) == 0
    assert cases.save(replace(done[0][1], adviser_id="one")).revision == 3
    with vault.cases.reading() as connection:
        kinds = [entry.kind for _, entry in read_entries(connection)]
    assert kinds == ["case_saved"] * 6


def test_the_whole_list_streams_into_a_file(crowded: VaultLists, tmp_path: Path) -> None:
    columns = find_columns(("number", "name", "own_script", "origins", "due"))
    query = CaseQuery(sort=CaseSort.NUMBER)
    teller = Teller(load_tongue("de", Path(__file__).parents[2] / "translations"), {})
    rows = ([column.words(row, teller) for column in columns] for row in paged(crowded, query))
    assert CsvFiles().write(tmp_path / "Liste.csv", [column.name for column in columns], rows) == PEOPLE
    written = (tmp_path / "Liste.csv").read_text("utf-8-sig").splitlines()
    assert len(written) == PEOPLE + 1
    assert [line.partition(";")[0] for line in written[1:]] == [row.number for row in paged(crowded, query)]
