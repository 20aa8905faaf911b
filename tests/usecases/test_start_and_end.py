"""The way so far is told from the journal, however long it is, and in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from iq_desktop.domain.journal import JournalLine
from iq_desktop.domain.language_skill import AssessedBy, LanguageSkill, Level
from iq_desktop.usecases.start_and_end import count_lines, look_back, noted_saves, skill_lines
from tests.support.builders import a_case
from tests.support.fakes import a_desk
from tests.support.full_cases import an_empty_case
from tests.support.memory_journal import MemoryJournal
from tests.support.tongues import TRANSLATIONS, english

CASE = replace(
    a_case(),
    opened_on=dt.date(2026, 5, 4),
    languages=(LanguageSkill("de", AssessedBy.ADVISER, Level.B1, Level.A2, assessed_on=dt.date(2026, 11, 2), id="l"),),
)
ROW = {"language": "de", "assessed_by": "adviser", "listening": "A1", "reading": "A2", "assessed_on": "2026-05-04"}


def a_journal() -> MemoryJournal:
    journal, day = MemoryJournal(), dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC)
    for number in range(1200):
        day = dt.datetime(2026, 5, 4, 8, tzinfo=dt.UTC) + dt.timedelta(hours=number)
        payload = {"languages.l": [None, ROW]} if number == 0 else {"client.place": ["", str(number)]}
        journal.lines.append(JournalLine("d", number + 1, day, "a", "case_saved", CASE.id, payload=payload))
    journal.lines.append(JournalLine("d", 1201, day, "a", "case_saved", "another", payload={"languages.l": [None, {}]}))
    return journal


def test_a_long_journal_is_read_to_its_beginning_and_only_that_of_the_case() -> None:
    desk = replace(a_desk(TRANSLATIONS), journal=a_journal())
    saves = noted_saves(desk, CASE.id)
    assert len(saves) == 1200
    assert saves[0].changes["languages.l"][1] == ROW
    assert saves[0].day < saves[-1].day


def test_a_change_and_no_change_are_told_as_such() -> None:
    desk = replace(a_desk(TRANSLATIONS), journal=a_journal())
    listening, reading = skill_lines(look_back(desk, CASE))
    assert (listening.first, listening.last) == (1, 3)
    assert english().speak(listening.told) == "A1, now B1"
    assert english().speak(reading.told) == "no change: A2"


def test_what_nobody_noted_at_the_beginning_is_told_as_now() -> None:
    lines = skill_lines(look_back(a_desk(TRANSLATIONS), CASE))
    assert [english().speak(line.told) for line in lines] == ["now: B1", "now: A2"]
    assert count_lines(look_back(a_desk(TRANSLATIONS), an_empty_case())) == ()
