"""The journal of a vault in windows: narrowed in SQL as one would by hand, with codes, and notes that come once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pytest

from iq_desktop.domain.journal import EntryGroup, JournalCode, JournalLine, JournalQuery, find_kind
from iq_desktop.domain.language_skill import LanguageSkill
from iq_desktop.storage.attempts import note_locking, note_refusal, note_unlocking
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal import JournalAnchor, erase_values, list_ends
from iq_desktop.storage.journal_book import VaultJournal
from iq_desktop.storage.journal_pen import JournalPen, pen_of
from iq_desktop.usecases.progress import Silence
from tests.support.builders import a_case
from tests.support.chance import seeded
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault

KINDS: Final = ("case_read", "case_saved", "print", "unlocked", "of tomorrow")
START: Final = dt.datetime(2026, 10, 30, 22, 30, tzinfo=dt.UTC)


@dataclass
class Ticking:
    """A clock that goes on by some hours with each look, now and then not at all."""

    moment: dt.datetime = START
    looks: int = 0

    def now(self) -> dt.datetime:
        self.looks += 1
        self.moment += dt.timedelta(hours=self.looks % 4)
        return self.moment

    def today(self) -> dt.date:
        return self.moment.date()


@pytest.fixture
def book(vault: Vault) -> VaultJournal:
    """A journal of two advisers and a hundred entries about three cases and none."""
    chance = seeded(2)
    pen = pen_of(vault, Ticking())
    pens = (pen, JournalPen(pen.device, "adviser-2", pen.clock, pen.key), JournalPen("dev-0", "x", pen.clock, pen.key))
    with vault.cases.writing() as connection:
        for number in range(100):
            case = chance.choice([None, "case-1", "case-2", "case-3"])
            pens[number % 3].note(connection, chance.choice(KINDS), case, {"words": str(number)})
        erase_values(connection, "case-3")
        pen.note(connection, "case_erased", "case-3", {})
    return VaultJournal(vault.cases, pen)


QUERIES: Final = (
    JournalQuery(),
    JournalQuery(actor="adviser-2"),
    JournalQuery(case_id="case-1"),
    JournalQuery(group=EntryGroup.READ),
    JournalQuery(group=EntryGroup.OTHER),
    JournalQuery(kind="print"),
    JournalQuery(kind="of tomorrow", group=EntryGroup.READ),
    JournalQuery(first_day=dt.date(2026, 11, 1)),
    JournalQuery(last_day=dt.date(2026, 11, 1)),
    JournalQuery(first_day=dt.date(2026, 11, 2), last_day=dt.date(2026, 11, 2), actor="x"),
    JournalQuery(actor="nobody"),
)


def fits(line: JournalLine, query: JournalQuery) -> bool:
    """Narrow by hand what SQL narrows."""
    day = line.local.date()
    kinds = query.kinds
    if query.group is EntryGroup.OTHER and not query.kind:
        is_kind = find_kind(line.kind).group is EntryGroup.OTHER
    else:
        is_kind = not kinds or line.kind in kinds
    return (
        is_kind
        and query.actor in ("", line.actor)
        and query.case_id in ("", line.case_id)
        and (query.first_day is None or day >= query.first_day)
        and (query.last_day is None or day <= query.last_day)
    )


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_windows_hold_what_narrowing_by_hand_leaves_newest_first(book: VaultJournal, query: JournalQuery) -> None:
    every = book.window(JournalQuery(), limit=1000)
    expected = [line for line in every if fits(line, query)]
    assert [line.utc for line in every] == sorted((line.utc for line in every), reverse=True)
    assert list(book.window(query, limit=1000)) == expected
    assert book.count(query) == len(expected)
    by_place = [line for start in range(0, len(expected), 7) for line in book.window(query, limit=7, start=start)]
    assert by_place == expected
    by_key: list[JournalLine] = []
    while window := book.window(query, limit=7, after=by_key[-1] if by_key else None):
        by_key += window
    assert by_key == expected


def test_erased_values_are_told_as_such(book: VaultJournal) -> None:
    erased = book.window(JournalQuery(case_id="case-3"), limit=100)
    assert erased
    assert erased[0].kind == "case_erased"
    assert all(line.is_erased and not line.payload for line in erased[1:])
    assert not any(line.is_erased for line in book.window(JournalQuery(case_id="case-1"), limit=100))


def test_everybody_who_wrote_is_known(book: VaultJournal, vault: Vault) -> None:
    assert set(book.actors()) >= {"adviser-2", "x", vault.unlocked_by.id}


def test_a_case_is_called_as_it_is_now(vault: Vault) -> None:
    pen = pen_of(vault, FixedClock())
    cases, book = VaultCases(vault.cases, pen), VaultJournal(vault.cases, pen)
    skill = LanguageSkill("de", id="skill-1")
    case = cases.save(replace(a_case(), revision=0, number="", languages=(skill,)))
    cases.save(case.with_client(replace(case.client, family_name="Haddad", given_names="Amal")))
    lines = book.window(JournalQuery(case_id=case.id), limit=10)
    assert [line.kind for line in lines] == ["case_saved", "case_saved"]
    assert all(line.case_number == case.number and "Haddad" in line.case_name for line in lines)
    assert lines[0].payload["client.family_name"][1] == "Haddad"
    assert book.rows_of(case.id)["skill-1"] == ("languages", {"language": "de"})


def test_the_other_case_is_called_by_its_number_while_it_is_there(vault: Vault) -> None:
    pen = pen_of(vault, FixedClock())
    cases, book = VaultCases(vault.cases, pen), VaultJournal(vault.cases, pen)
    other = cases.save(replace(a_case(), id="other-case", revision=0, number=""))
    for case_id in (other.id, "gone"):
        book.note("duplicate_seen", "case-1", {"other": case_id})
    lines = book.window(JournalQuery(case_id="case-1"), limit=10)
    assert [line.other_number for line in lines] in (["", other.number], [other.number, ""])
    assert {line.payload["other"] for line in lines} == {other.id, "gone"}


def test_a_note_has_a_code_that_leads_back_to_it(book: VaultJournal) -> None:
    code = book.note("paper_made", "case-1", {"document": "competence-profile"})
    found = book.find_code(code)
    assert found is not None
    assert (found.kind, found.case_id, found.payload) == (
        "paper_made",
        "case-1",
        {"document": "competence-profile"},
    )
    other = "0" if code.seal[-1] != "0" else "1"
    assert book.find_code(JournalCode(code.number, code.seal[:-1] + other)) is None
    assert book.find_code(JournalCode(code.number + 1, code.seal)) is None


def test_what_is_noted_once_is_noted_once_in_a_session(book: VaultJournal, vault: Vault) -> None:
    count = book.count(JournalQuery())
    for _ in range(3):
        book.note_once("journal_read", "case-1")
        book.note_once("duplicate_seen", "case-1", {"other": "other-1"})
        book.note_once("duplicate_seen", "case-1", {"other": "other-2"})
    assert book.count(JournalQuery()) == count + 3
    VaultJournal(vault.cases, pen_of(vault, FixedClock())).note_once("journal_read", "case-1")
    assert book.count(JournalQuery()) == count + 4


@pytest.mark.usefixtures("book")
def test_a_check_holds_the_journal_against_the_ends_that_are_known(vault: Vault) -> None:
    with vault.cases.reading() as connection:
        ends = list_ends(connection)
    pen = pen_of(vault, FixedClock())
    check = VaultJournal(vault.cases, pen, lambda: ends).verify(Silence())
    assert (check.is_sound, check.anchors, check.devices) == (True, 2, 2)
    longer = (*ends, JournalAnchor(pen.device, 9999, bytes(32)))
    check = VaultJournal(vault.cases, pen, lambda: longer).verify(Silence())
    assert check.fault is not None
    assert (check.fault.kind.value, check.fault.number, check.fault.utc) == ("end", 9999, None)


def test_failed_attempts_and_the_end_of_work_are_told(vault: Vault) -> None:
    pen = pen_of(vault, FixedClock())
    book = VaultJournal(vault.cases, pen)
    moments = [START, START + dt.timedelta(minutes=1)]
    for moment in moments:
        note_refusal(vault.folder, moment)
    note_unlocking(vault, pen, "password")
    note_unlocking(vault, pen, "password")
    note_locking(vault, pen)
    lines = book.window(JournalQuery(group=EntryGroup.ACCESS), limit=10)
    assert [line.kind for line in lines] == ["locked", "unlocked", "unlocked", "unlock_failed"]
    assert lines[-1].payload == {"count": 2, "moments": [moment.isoformat() for moment in moments]}
