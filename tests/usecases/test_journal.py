"""The journal in words, as a table and on paper; its check and its codes, as an adviser meets them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.documents.blocks import Listing
from iq_desktop.domain.journal import (
    ENTRY_KINDS,
    EntryGroup,
    FaultKind,
    FoundFault,
    JournalCheck,
    JournalLine,
    JournalQuery,
    UnreadableCode,
)
from iq_desktop.domain.role import Role
from iq_desktop.usecases.journal import (
    EXTRACT,
    check_journal,
    export_journal,
    look_up_code,
    make_extract,
    open_journal,
    read_entries,
    words_of_check,
)
from iq_desktop.usecases.journal_columns import (
    ICONS,
    JOURNAL_COLUMNS,
    answer_of,
    answers_of_what,
    asked_for,
    is_narrowed,
    tell_entry,
)
from iq_desktop.usecases.journal_words import Known, brief_of, facts_of, title_of_entry
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.usecases.printing import save_as_file
from iq_desktop.usecases.progress import Silence
from iq_desktop.wording.text import LanguageName, say
from iq_desktop.wording.tongue import load_tongue, without_isolates
from tests.support.builders import a_case
from tests.support.fakes import ADVISER, MemoryPrinter, a_desk
from tests.support.memory_journal import MemoryJournal, a_told_journal, code_of
from tests.support.memory_lists import MemoryTables
from tests.support.source_code import PROJECT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

TRANSLATIONS = PROJECT / "translations"
GERMAN = load_tongue("de", TRANSLATIONS)
MOMENT = dt.datetime(2026, 11, 3, 9, 30, tzinfo=dt.UTC)
KNOWN = Known({"adviser-1": "Frau Öztürk"})


def said(text: Any) -> str:
    return without_isolates(GERMAN.speak(text))


def a_line(kind: str = "case_saved", payload: Mapping[str, Any] | None = None) -> JournalLine:
    return JournalLine("device-a", 7, MOMENT, "adviser-1", kind, "case-1", "2026-0147", payload=payload or {})


def a_save(changes: Mapping[str, Any]) -> JournalLine:
    return a_line("case_saved", changes)


def told(line: JournalLine, known: Known = KNOWN) -> list[str]:
    return [said(fact.words) for fact in facts_of(line, known)]


def saved(**payload: Any) -> list[str]:
    return told(a_save({path.replace("__", "."): pair for path, pair in payload.items()}))


@pytest.fixture
def journal() -> MemoryJournal:
    return a_told_journal()


@pytest.fixture
def desk(journal: MemoryJournal) -> Desk:
    return a_desk(TRANSLATIONS, [a_case()], journal=journal)


def test_changes_are_told_with_label_old_and_new() -> None:
    assert saved(client__family_name=["Öz", "Öztürk"]) == ["Familienname: Öz → Öztürk"]
    assert saved(client__place=["Berlin", ""]) == ["Ort: Berlin → (leer)"]
    assert saved(client__nationalities=["[]", '["SY"]']) == ["Staatsangehörigkeiten: Syrien"]
    assert saved(adviser_id=["", "adviser-1"]) == ["Beraterin oder Berater: Frau Öztürk"]
    assert saved(languages__order=[["a"], ["b"]]) == ["Sprache: anders geordnet"]
    assert saved(papers__x__belongs_to=["", "q1"]) == [], "what keeps rows together is no news"


def test_other_entries_are_told_as_one_would_say_it() -> None:
    assert told(a_line("role_changed", {"adviser": "adviser-1", "role": ["adviser", "trainee"]}))[1].startswith(
        "Rolle: "
    )
    assert told(a_line("refused", {"act": "case"})) == ["Diesen Fall führt eine Kollegin oder ein Kollege."]
    assert told(a_line("case_erased", {"erasure": 3, "reason": "asked"}))[0] == "Nummer der Löschung: 3"
    assert told(a_line("copy_given", {"form": "paper"})) == ["auf Papier"]
    assert told(a_line("of tomorrow", {"new": [1, 2], "words": "x"})) == ["new: 1, 2", "x"]
    assert said(title_of_entry(a_save({"adviser_id": ["a", "b"]}))).startswith("Fall an eine andere")


def test_a_row_that_comes_or_goes_is_told_whole() -> None:
    row = {"id": "c1", "purpose": "counselling", "given_on": "2026-11-03", "withdrawn_on": None}
    assert saved(consents__c1=[None, row])[0].endswith("aufgenommen")
    assert any("03.11.2026" in words for words in saved(consents__c1=[None, row]))
    assert saved(consents__c1=[row, None])[0].endswith("entfernt")


def test_a_row_that_is_still_there_is_told_by_its_title() -> None:
    line = a_save({"languages.l1.listening": ["A2", "B1"]})
    known = replace(KNOWN, rows={"l1": say("{language}", language=LanguageName("de"))})
    assert told(line, known) == ["Sprache · Deutsch · Hören: A2 → B1"]
    assert told(line) == ["Sprache · Hören: A2 → B1"]


@pytest.mark.parametrize("kind", ENTRY_KINDS, ids=lambda kind: kind.code)
def test_every_kind_has_german_words_and_a_picture(kind: Any) -> None:
    line = a_line(kind.code, {"words": "x", "count": 3})
    assert said(title_of_entry(line)) == said(kind.words) != kind.words.message
    assert ICONS[kind.group]
    assert tell_entry(line, KNOWN).icon == ICONS[kind.group]


def test_entries_of_a_morning_read_as_one_would_say_it(journal: MemoryJournal) -> None:
    by_kind = {line.kind: "; ".join(told(line)) for line in journal.lines}
    assert by_kind["unlocked"] == "mit dem Passwort; Vorher fehlgeschlagen: 2"
    assert by_kind["unlock_failed"].startswith("Wie oft: 2; Wann: 03.11.2026, ")
    assert by_kind["print"] == "Kompetenzprofil"
    assert by_kind["exported"] == "Fälle: 12, mit Name, Fall, Geboren"
    assert by_kind["cases_linked"] == "Anderer Fall: 2026-0012; Dieselbe Person"
    assert by_kind["vault_checked"] == "alles in Ordnung"
    assert by_kind["backup_made"] == "von selbst"
    assert by_kind["settings_saved"].endswith("Darstellung: system → dark")
    assert by_kind["case_read"] == ""
    first = next(line for line in journal.lines if line.kind == "case_saved")
    assert said(title_of_entry(first)) == "Fall angelegt"


def test_what_it_is_about_is_short(journal: MemoryJournal) -> None:
    many = next(line for line in journal.lines if "client.birth" in line.payload)
    assert said(brief_of(many, KNOWN)) == "Geburtsdatum, Ort, Geschlecht und 1 weitere"
    assert said(brief_of(replace(many, is_erased=True, payload={}), KNOWN)) == "Werte gelöscht"
    assert said(brief_of(a_save({"client.family_name": ["Öz", "Öztürk"]}), KNOWN)) == "Familienname: Öz → Öztürk"


def test_an_entry_in_full_says_when_who_and_which_case() -> None:
    entry = tell_entry(a_save({"client.family_name": ["Öz", "Öztürk"]}), KNOWN)
    assert said(entry.about).endswith("Frau Öztürk · 2026-0147 · Eintrag 7")
    assert [said(fact) for fact in entry.facts] == ["Familienname: Öz → Öztürk"]
    rows = {f"client.{number}": [None, f"Wort {number}"] for number in range(300)}
    assert len(tell_entry(a_save(rows), KNOWN).facts) == 201


def test_what_it_is_narrowed_by(journal: MemoryJournal) -> None:
    answers = answers_of_what(GERMAN, is_of_case=False)
    assert [value for value, _ in answers][:2] == [EntryGroup.READ, EntryGroup.CHANGED]
    assert all(words for _, words in answers)
    of_case = {value for value, _ in answers_of_what(GERMAN, is_of_case=True)}
    assert "case_read" in of_case
    assert "unlocked" not in of_case
    assert EntryGroup.CENTRE not in of_case
    query = asked_for(JournalQuery(case_id="case-1"), EntryGroup.READ)
    assert (answer_of(query), is_narrowed(query)) == (EntryGroup.READ, True)
    assert (answer_of(asked_for(query, "print")), answer_of(asked_for(query, None))) == ("print", None)
    assert not is_narrowed(asked_for(query, None))
    line = journal.lines[3]
    assert all(column.words(line, GERMAN, KNOWN) is not None for column in JOURNAL_COLUMNS)


def test_reading_the_journal_is_noted_once_for_each_case_and_for_all(desk: Desk, journal: MemoryJournal) -> None:
    count = len(journal.lines)
    for _ in range(2):
        open_journal(desk, JournalQuery())
        open_journal(desk, JournalQuery(case_id="case-1"))
        read_entries(desk, JournalQuery(), 0)
    assert [line.case_id for line in journal.lines[count:]] == ["", "case-1"]


@pytest.mark.parametrize("role", [Role.ADVISER, Role.TRAINEE])
def test_the_whole_journal_is_for_responsible_persons(desk: Desk, role: Role, tmp_path: Path) -> None:
    other = replace(desk, adviser=replace(ADVISER, role=role))
    with pytest.raises(NotAllowed):
        open_journal(other, JournalQuery())
    with pytest.raises(NotAllowed):
        read_entries(other, JournalQuery(), 0)
    with pytest.raises(NotAllowed):
        export_journal(other, JournalQuery(), tmp_path / "x.csv", GERMAN, Silence())
    assert open_journal(other, JournalQuery(case_id="case-1")).count


def test_a_table_tells_every_entry_and_is_noted_before(desk: Desk, journal: MemoryJournal, tmp_path: Path) -> None:
    count = export_journal(desk, JournalQuery(case_id="case-1"), tmp_path / "j.csv", GERMAN, Silence())
    tables = desk.tables
    assert isinstance(tables, MemoryTables)
    heads, *rows = tables.written["j.csv"]
    assert list(heads[:3]) == ["Tag und Uhrzeit", "Beraterin oder Berater", "Was"]
    assert len(rows) == count == journal.count(JournalQuery(case_id="case-1"))
    assert rows[0][2] == "Protokoll als Tabelle gespeichert"
    assert journal.lines[-1].kind == "journal_exported"


def test_the_extract_stands_on_paper_with_its_own_check_code(
    desk: Desk, journal: MemoryJournal, tmp_path: Path
) -> None:
    printed = make_extract(desk, a_case(), JournalQuery(), "de", paired=True)
    printer = desk.printer
    assert isinstance(printer, MemoryPrinter)
    document, adviser, client = printer.documents[-1]
    (listing,) = [block for block in document.blocks if isinstance(block, Listing)]
    assert said(listing.rows[0][2]).startswith("Fall angelegt")
    assert (adviser, client) == ("de", "ar")
    assert document.journal_code == printed.journal_code == code_of(len(journal.lines)).printed
    assert journal.lines[-1].payload == {"document": EXTRACT.name}
    save_as_file(desk, a_case(), printed, tmp_path / "extract.pdf")
    assert (tmp_path / "extract.pdf").read_bytes() == printed.pdf


def test_a_check_is_told_and_noted(desk: Desk, journal: MemoryJournal) -> None:
    check, changes = check_journal(desk, Silence())
    assert check.is_sound
    assert changes
    assert "keiner verändert" in said(words_of_check(check)[0])
    assert journal.lines[-1].payload["outcome"] == "sound"
    fault = FoundFault(FaultKind.CHAIN, "device-a", 417, MOMENT, "case-1", "2026-0147")
    journal.outcome = JournalCheck(500, 1, fault)
    text, advice = words_of_check(check_journal(desk, Silence())[0])
    assert all(part in said(text) for part in ("Eintrag 417", "03.11.2026", "Fall 2026-0147", "device-a", "Siegel"))
    assert "Kopie des Ordners" in said(advice)
    assert journal.lines[-1].payload["outcome"] == "chain"
    bare = words_of_check(JournalCheck(500, 1, FoundFault(FaultKind.GAP, "device-a", 3), anchors=2))[0]
    assert "Eintrag 3, Gerät device-a: Ein Eintrag fehlt" in said(bare)
    assert "2 Ständen" in said(words_of_check(JournalCheck(5, 1, None, 2))[0])


def test_the_code_of_a_paper_tells_its_entry(desk: Desk, journal: MemoryJournal) -> None:
    number = next(line.number for line in journal.lines if line.kind == "paper_made")
    answer = look_up_code(desk, code_of(number).printed.lower().replace("-", " "))
    assert answer.line is not None
    words = said(answer.words)
    assert all(part in words for part in (f"Eintrag {number}", ADVISER.name, "Dokument erstellt", "Kompetenzprofil"))
    assert "2026-0147" in words
    assert "Layla" not in words, "whoever holds the paper knows the name already, or shall not learn it"
    nothing = look_up_code(desk, "9999-9F3A-27C0-51BE")
    assert nothing.line is None
    assert "9999-9F3A-27C0-51BE" in said(nothing.words)
    assert [line.kind for line in journal.lines[-2:]] == ["journal_code_checked"] * 2
    with pytest.raises(UnreadableCode):
        look_up_code(desk, "what is this")
