"""Lines are made again by new rules, and the index forgets what nobody is called any more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from iq_desktop.domain.case_file import CaseFile
from iq_desktop.domain.case_row import ReminderKind
from iq_desktop.domain.client import Client
from iq_desktop.domain.keeping import Keeping
from iq_desktop.domain.talk import Appointment, AppointmentKind
from iq_desktop.storage.case_line_upkeep import forget_gone_words, has_old_lines, remake_lines
from iq_desktop.storage.case_store import VaultCases
from iq_desktop.storage.journal_pen import pen_of
from tests.support.builders import TODAY
from tests.support.fakes import FixedClock

if TYPE_CHECKING:
    from iq_desktop.storage.vault import Vault


def test_lines_of_older_rules_are_made_again_in_portions(vault: Vault) -> None:
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    for number in range(5):
        cases.save(CaseFile(opened_on=TODAY, client=Client(f"Öztürk{number}", "Ayşe")))
    listed = cases.find("", limit=9)
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES('delete-all')")
        connection.exec_driver_sql("UPDATE case_line SET made_with = 0, names = 'x', sounds = '', skeletons = ''")
        connection.exec_driver_sql("INSERT INTO case_search(case_search) VALUES('rebuild')")
    assert cases.find("ayse", limit=9) == ()
    portions: list[int] = []
    while not portions or portions[-1]:
        with vault.cases.writing() as connection:
            portions.append(remake_lines(connection, TODAY + dt.timedelta(days=1), 2))
    assert portions == [2, 2, 1, 0]
    assert cases.find("", limit=9) == listed
    assert len(cases.find("Aische", limit=9)) == 5
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("INSERT INTO case_search(case_search, rank) VALUES('integrity-check', 1)")


def test_tasks_without_a_day_that_an_older_program_told_nowhere_are_told(vault: Vault) -> None:
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    task = Appointment(kind=AppointmentKind.TASK, what="Anrufen")
    kept = Keeping(restricted_since=TODAY)
    for case in (CaseFile(opened_on=TODAY), CaseFile(opened_on=TODAY, keeping=kept)):
        cases.save(replace(case, appointments=(task,)))
    before = cases.reminders(TODAY, limit=9)
    assert [one.words for one in before if one.kind is ReminderKind.TASK] == ["Anrufen"]
    with vault.cases.writing() as connection:
        connection.exec_driver_sql("DELETE FROM case_deadline")
        assert has_old_lines(connection, TODAY)
        assert [remake_lines(connection, TODAY, 9) for _ in range(2)] == [1, 0]
        assert not has_old_lines(connection, TODAY)
    assert cases.reminders(TODAY, limit=9) == before


def test_words_that_are_gone_are_nowhere_in_the_index_after_it_forgot_them(vault: Vault) -> None:
    cases = VaultCases(vault.cases, pen_of(vault, FixedClock()))
    saved = cases.save(CaseFile(opened_on=TODAY, client=Client("Quietschfidel", phone="0221 987654321")))
    cases.save(replace(saved, client=Client("Neumann")))
    gone = (b"schfidel", b"icfidal", b"cftl", b"7654321")
    assert all(ending in index_of(vault) for ending in gone)
    with vault.cases.writing() as connection:
        forget_gone_words(connection)
    assert not any(ending in index_of(vault) for ending in gone)
    assert b"mann" in index_of(vault)


def index_of(vault: Vault) -> bytes:
    """Return the pages of the index; of each word at least the end stands there as it is."""
    with vault.cases.reading() as connection:
        return b"".join(connection.exec_driver_sql("SELECT block FROM case_search_data").scalars().all())
