"""How long the copy of a person takes with a long journal, and erasing among very many cases."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.erasure import EraseReason
from iq_desktop.storage.case_links import VaultLinks
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_book import VaultJournal
from iq_desktop.storage.journal_pen import pen_of
from iq_desktop.storage.key_slots import FLOOR_COST
from iq_desktop.storage.rights_office import VaultRights
from iq_desktop.storage.vault_making import NewAdviser, create_vault
from iq_desktop.usecases.progress import Silence
from iq_desktop.usecases.rights import copy_of_person, write_copy
from tests.benchmark.conftest import median_ms
from tests.support.crowd import fill
from tests.support.fakes import FixedClock, a_desk
from tests.support.full_cases import a_usual_case
from tests.support.tongues import TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iq_desktop.storage.vault import Vault
    from iq_desktop.usecases.desk import Desk
    from tests.benchmark.conftest import Note

pytestmark = pytest.mark.benchmark

SAVES = 5_000
CROWD = 20_000
TIMES = 3


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault of twenty thousand cases, in one of which something was changed five thousand times."""
    adviser = NewAdviser("Frau Öztürk", "Öl Fenster Ziege Mond Brücke")
    made, _ = create_vault(tmp_path_factory.mktemp("rights") / "vault", [adviser], cost=FLOOR_COST)
    fill(made.cases, CROWD)
    cases = VaultCases(made.cases, pen_of(made, FixedClock()))
    case = cases.save(replace(a_usual_case(), id="mine", number="", revision=0))
    for number in range(SAVES):
        case = cases.save(case.with_client(replace(case.client, place=f"Ort {number}")))
    yield made
    made.close()


@pytest.fixture
def desk(vault: Vault) -> Desk:
    pen = pen_of(vault, FixedClock())
    cases = VaultCases(vault.cases, pen)
    ports = {"cases": cases, "rights": VaultRights(vault, pen, cases), "journal": VaultJournal(vault.cases, pen)}
    return replace(a_desk(TRANSLATIONS), links=VaultLinks(vault.cases, pen), **ports)  # type: ignore[arg-type]  # by name


def read_values(vault: Vault) -> int:
    """The floor: read the values of the case's entries once and take their JSON apart."""
    words = "SELECT payload FROM journal_payload JOIN journal USING (device, seq) WHERE case_id = 'mine'"
    with vault.cases.reading() as connection:
        return sum(len(json.loads(row[0])) for row in connection.exec_driver_sql(words))


def rewrite_index(vault: Vault) -> None:
    """The floor: make the search index again from the lines of all cases."""
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES('rebuild')")


def test_the_copy_of_a_person_against_reading_their_journal(desk: Desk, vault: Vault, note: Note) -> None:
    tongue = desk.tongue("de")
    floor = median_ms(partial(read_values, vault), TIMES)
    taken = median_ms(lambda: write_copy(copy_of_person(desk, ["mine"]), tongue), TIMES)
    note(f"copy of a person with {SAVES:,} entries, as a file", taken, floor, "at most 60,000 ms")


def test_erasing_a_person_against_making_the_index_again(desk: Desk, vault: Vault, note: Note) -> None:
    rows = itertools.islice(desk.cases.find("", limit=TIMES + 9), 1, None)
    floor = median_ms(partial(rewrite_index, vault), TIMES)

    def erase_next() -> None:
        desk.rights.erase([next(rows).id], EraseReason.ASKED, Silence())

    note(f"erase a person among {CROWD:,} cases", median_ms(erase_next, TIMES), floor, "at most 10,000 ms")
