"""How fast the list of cases is opened, filtered, sorted and dragged through; what waits and who is known is found."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.case_list import CaseQuery, CaseSort
from iq_desktop.domain.niq import NiqLight
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_lists import VaultLists
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from tests.benchmark.conftest import median_ms, times_ms
from tests.support.builders import TODAY
from tests.support.crowd import ADVISERS, fill, many_cases
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.storage.vault import Vault
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

PEOPLE = 100_000
FILTERS = {
    "one adviser": CaseQuery(adviser_id=ADVISERS[3]),
    "open, Arabic": CaseQuery(is_closed=False, language="ar"),
    "origin": CaseQuery(origin="SY"),
    "page that lacks something": CaseQuery(open_page="person"),
    "NIQ red": CaseQuery(niq=NiqLight.RED),
    "date within 30 days": CaseQuery(due_within=30),
    "nearly nobody": CaseQuery(origin="VN", language="pl", adviser_id=ADVISERS[1], due_within=30),
}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with 100,000 invented people."""
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    vault, _code = create_vault(tmp_path_factory.mktemp("lists") / "vault", [adviser], cost=FLOOR_COST)
    fill(vault.cases, PEOPLE)
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def lists(crowded: Vault) -> VaultLists:
    return VaultLists(crowded.cases, pen_of(crowded, FixedClock()))


def test_windows_of_the_list(crowded: Vault, lists: VaultLists, note: Note) -> None:
    borrowed = crowded.cases.reader.raw_connection()
    cursor = borrowed.cursor()
    words = "SELECT * FROM case_line ORDER BY changed_at DESC, line DESC LIMIT 100"
    floor = median_ms(lambda: cursor.execute(words).fetchall(), 20)
    borrowed.close()
    for sort in CaseSort:
        query = CaseQuery(sort=sort, is_descending=sort.begins_descending)
        first = median_ms(partial(lists.window, query, limit=100), 20)
        note(f"first window of {PEOPLE:,} by {sort.value}", first, floor, "<= 22 ms (by date <= 60 ms)")
        jump = median_ms(partial(lists.window_at, query, start=PEOPLE - 700, limit=100), 20)
        note(f"jump to row {PEOPLE - 700:,} by {sort.value}", jump, floor, "<= 22 ms (by date <= 60 ms)")
    middle = lists.window_at(CaseQuery(), start=50_000, limit=100)[-1]
    note(
        "next window in the middle",
        median_ms(partial(lists.window, CaseQuery(), limit=100, after=middle), 20),
        floor,
        "<= 22 ms",
    )
    place = median_ms(partial(lists.place_of, CaseQuery(sort=CaseSort.NAME), middle.id), 20)
    note("place of a case in the list by name", place, None, "<= 22 ms")
    note("count all", median_ms(partial(lists.count, CaseQuery()), 20), None, "<= 22 ms")
    note("values of the filters", median_ms(lists.filter_values, 10), None, "<= 150 ms, behind the window")


def test_filters(lists: VaultLists, note: Note) -> None:
    for name, query in FILTERS.items():
        by_name = replace(query, sort=CaseSort.NAME)
        count = lists.count(query)
        first = median_ms(partial(lists.window, query, limit=100), 20)
        far = median_ms(partial(lists.window_at, by_name, start=max(count - 100, 0), limit=100), 20)
        counted = median_ms(partial(lists.count, query), 20)
        note(f"filter “{name}” ({count:,}): first window", first, None, "<= 60 ms")
        note(f"filter “{name}”: last rows, by name", far, None, "<= 60 ms")
        note(f"filter “{name}”: count", counted, None, "<= 60 ms")


def test_what_waits(crowded: Vault, note: Note) -> None:
    cases = VaultCases(crowded.cases, pen_of(crowded, FixedClock()))
    for who in ("", ADVISERS[2]):
        waiting = median_ms(partial(cases.reminders, TODAY, limit=60, adviser_id=who), 20)
        note(f"what waits, {'one adviser' if who else 'all'}", waiting, None, "<= 22 ms")
    note("favourite answers", median_ms(cases.favourites, 10), None, "<= 20 ms")


def test_who_is_known_already(crowded: Vault, note: Note) -> None:
    links = VaultLinks(crowded.cases, pen_of(crowded, FixedClock()))
    asked = list(many_cases(PEOPLE))[:: PEOPLE // 60]
    found = sorted(times_ms(partial(links.find_duplicates, case, limit=5) for case in asked))
    note("find duplicates, median", found[len(found) // 2], None, "<= 100 ms, behind the window")
    note("find duplicates, p95", found[int(len(found) * 0.95)], None, "<= 100 ms, behind the window")
