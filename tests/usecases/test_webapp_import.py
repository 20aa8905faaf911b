"""Coming from the IQ Webapp: heads, cells, rows, likenesses, batches, and the way back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from iq_desktop.domain.case_file import CaseKind
from iq_desktop.domain.centre import Adviser
from iq_desktop.domain.client import Benefit, Employment, Gender, Home, ResidenceTitle
from iq_desktop.domain.contact import Channel, RecognitionTopic
from iq_desktop.domain.language_skill import AssessedBy, Level
from iq_desktop.domain.niq_record import completed_years
from iq_desktop.domain.niq_report import chiffre_of
from iq_desktop.domain.qualification import QualificationKind
from iq_desktop.domain.role import Role
from iq_desktop.domain.talk import TalkKind
from iq_desktop.usecases.permissions import NotAllowed
from iq_desktop.usecases.progress import Cancelled, Silence
from iq_desktop.usecases.webapp_fields import fold, recognise_heads
from iq_desktop.usecases.webapp_import import (
    list_imports,
    look,
    open_table,
    take_in_cases,
    undo_import,
)
from iq_desktop.usecases.webapp_report import save_report
from iq_desktop.usecases.webapp_values import read_cell_day
from iq_desktop.wording.problems import IqError
from tests.support.builders import TODAY
from tests.support.fakes import a_desk
from tests.support.webapp_files import HEADS, a_crowd, a_row, write_webapp

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.domain.case_file import CaseFile
    from iq_desktop.usecases.desk import Desk
    from iq_desktop.usecases.webapp_preview import Preview
    from iq_desktop.wording.text import Text


class StopAt:
    """A progress that stops at a step."""

    def __init__(self, most: int) -> None:
        self.most = most

    def step(self, done: int, total: int | None, text: Text) -> None:
        del total, text
        if done >= self.most:
            raise Cancelled


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    return a_desk(project_folder / "translations")


def preview_of(desk: Desk, path: Path, rows: list[dict[str, Any]], **more: Any) -> Preview:
    file, reading = open_table(desk, write_webapp(path / "export.xlsx", rows, **more))
    return look(desk, file, reading, Silence())


def case_of(desk: Desk, path: Path, **changes: Any) -> CaseFile:
    (row,) = preview_of(desk, path, [a_row(**changes)]).rows
    return row.proposal.case


def take(desk: Desk, path: Path, rows: list[dict[str, Any]], *, with_doubles: bool = False) -> Any:
    file, reading = open_table(desk, write_webapp(path / "export.xlsx", rows))
    preview = look(desk, file, reading, Silence())
    return take_in_cases(desk, file, reading, preview, Silence(), with_doubles=with_doubles)[0]


def notes_of(case: CaseFile) -> str:
    return "\n".join(talk.what for talk in case.talks if talk.kind is TalkKind.WITH_OTHERS)


def test_heads_of_the_webapp_are_recognised_in_any_order_each_once() -> None:
    known = recognise_heads(HEADS)
    assert "" not in known
    assert recognise_heads(HEADS[::-1]) == known[::-1]
    assert len(set(known)) == len(HEADS)
    assert known[HEADS.index("Abschluss1 Erwerbsland")] == "qualification.1.country"


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Erste Staatsangehörigkeit", "nationality"),
        ("erste_staatsangehoerigkeit", "nationality"),
        ("Aufenthaltstatus", "residence_title"),
        ("E-Mail", "email"),
        ("ABSCHLUSS 0 Referenzberuf zugewiesn", "qualification.0.occupation"),
        ("Abschluss3 Antragstellung vorher", "qualification.3.earlier_application"),
        ("Abschluss99 Abschlussart", ""),
        ("Lieblingsfarbe", ""),
        ("", ""),
    ],
)
def test_heads_with_slips_are_recognised_and_foreign_ones_are_not(head: str, code: str) -> None:
    assert recognise_heads([head]) == (code,)


def test_a_row_becomes_a_case(desk: Desk, tmp_path: Path) -> None:
    case = case_of(desk, tmp_path)
    client, contact = case.client, case.contact
    assert (client.family_name, client.given_names, client.postal_code) == ("Haddad", "Rima", "04109")
    assert (client.nationalities, client.birth_country, client.home) == (("SY",), "SY", Home.GERMANY)
    assert (client.gender, client.employment, client.benefit) == (Gender.FEMALE, Employment.NOT_WORKING, Benefit.SGB_2)
    assert client.residence_title is ResidenceTitle.SETTLEMENT_PERMIT
    assert (contact.channel, contact.first_talk_on, contact.ended_on) == (
        Channel.TELEPHONE,
        dt.date(2024, 3, 15),
        dt.date(2024, 3, 15),
    )
    assert contact.recognition_topics == (RecognitionTopic.POSSIBILITIES, RecognitionTopic.APPLICATION)
    (german,) = case.languages
    assert (german.assessed_by, german.lowest) == (AssessedBy.CERTIFICATE, Level.B1)
    (qualification,) = case.qualifications
    assert (qualification.kind, qualification.country) == (QualificationKind.DOCTORATE, "SY")
    assert (case.opened_on, case.kind) == (dt.date(2024, 3, 15), CaseKind.FULL)


@pytest.mark.parametrize(("day", "age"), [(dt.date(2024, 3, 15), 34), (dt.date(2024, 2, 29), 20)])
def test_an_age_becomes_the_year_in_which_somebody_is_so_old(
    desk: Desk, tmp_path: Path, day: dt.date, age: int
) -> None:
    birth = case_of(desk, tmp_path, Lebensalter=age, beratungdatum=day).client.birth
    assert birth is not None
    assert completed_years(birth, day) == age
    assert (birth.latest - birth.earliest).days in (364, 365, 366)


def test_nothing_of_the_row_is_lost(desk: Desk, tmp_path: Path) -> None:
    heads = (*HEADS, "Lieblingsfarbe")
    row = a_row(Lieblingsfarbe="blau", aufenthaltsstatus="unklar seit gestern", beratungdatum="irgendwann")
    (looked,) = preview_of(desk, tmp_path, [row], heads=heads).rows
    notes = notes_of(looked.proposal.case)
    for said in ("Lieblingsfarbe: blau", "aufenthaltsstatus: unklar seit gestern", "beratungdatum: irgendwann", "4711"):
        assert said in notes
    assert "nameberatungsstelle: Beispielstelle" in notes
    assert "Frau Berg" in notes
    assert [fault.head for fault in looked.proposal.faults] == ["aufenthaltsstatus", "beratungdatum"]


@pytest.mark.parametrize(
    "cell",
    ["15.03.2024", "15.3.24", "2024-03-15", "2024-03-15T10:30:00", "15.03.2024 10:30", 45366, dt.date(2024, 3, 15)],
)
def test_days_in_every_shape(cell: Any) -> None:
    assert read_cell_day(cell, TODAY) == dt.date(2024, 3, 15)


def test_below_zero_stays_below_zero() -> None:
    assert fold("-1") != fold("1")


def test_an_unknown_word_is_chosen_once_for_all_rows(desk: Desk, tmp_path: Path) -> None:
    rows = [a_row(ID=number, Nachname=f"N{number}", Geschlecht="Dame") for number in range(3)]
    file, reading = open_table(desk, write_webapp(tmp_path / "export.xlsx", rows))
    preview = look(desk, file, reading, Silence())
    assert preview.unknown == (("gender", "Dame", 3),)
    after = look(desk, file, reading.with_answer("gender", "Dame", "female"), Silence())
    assert after.unknown == ()
    assert {row.proposal.case.client.gender for row in after.rows} == {Gender.FEMALE}


def test_a_column_can_be_read_otherwise_and_that_is_remembered(desk: Desk, tmp_path: Path) -> None:
    path = write_webapp(tmp_path / "export.xlsx", [a_row()])
    file, reading = open_table(desk, path)
    place = HEADS.index("nameberatungsstelle")
    reading = reading.with_code(place, "held_at")
    preview = look(desk, file, reading, Silence())
    assert preview.rows[0].proposal.case.contact.held_at == "Beispielstelle"
    take_in_cases(desk, file, reading, preview, Silence(), with_doubles=False)
    assert open_table(desk, path)[1] == reading


def test_follow_up_contacts_come_with_their_length(desk: Desk, tmp_path: Path) -> None:
    contacts = [
        (4711, "", "", dt.date(2024, 5, 2), "Telefonische Beratung", 25, "Bescheid besprochen"),
        ("", "Haddad", "Rima", "3.6.2024", "Persönliche Beratung am festen Beratungsstandort", "40 Minuten", ""),
        (99, "", "", dt.date(2024, 5, 2), "Telefon", 10, ""),
    ]
    preview = preview_of(desk, tmp_path, [a_row()], contacts=contacts)
    held = [talk for talk in preview.rows[0].proposal.case.talks if talk.kind is TalkKind.FOLLOW_UP]
    assert [(talk.held_on, talk.channel, talk.minutes) for talk in held] == [
        (dt.date(2024, 5, 2), Channel.TELEPHONE, 25),
        (dt.date(2024, 6, 3), Channel.FACE_TO_FACE, 40),
    ]
    assert len(preview.faults) == 1


def test_a_chiffre_comes_along_and_the_anonymous_variant_is_taken_too(desk: Desk, tmp_path: Path) -> None:
    case = preview_of(desk, tmp_path, [a_row(Chiffre="A7X-99", Nachname="", Vorname="")], heads=(*HEADS, "Chiffre"))
    assert chiffre_of(case.rows[0].proposal.case) == "A7X-99"
    assert case.rows[0].proposal.case.kind is CaseKind.SHORT


def test_who_stands_twice_is_left_out_or_taken_in_and_linked(desk: Desk, tmp_path: Path) -> None:
    rows = [a_row(), a_row(ID=4712), a_row(ID=4713, Nachname="Koval", Email="o@example.org", Telefon="")]
    preview = preview_of(desk, tmp_path, rows)
    assert [row.same_row for row in preview.rows] == [0, 2, 0]
    entry = take(desk, tmp_path, rows)
    assert (len(entry.case_ids), entry.left_out) == (2, 1)
    assert "3" in entry.report
    both = take(desk, tmp_path, rows, with_doubles=True)
    assert len(both.case_ids) == 3
    assert [link.other.id for link in desk.links.links_of(both.case_ids[1])] == [both.case_ids[0]]


def test_the_report_holds_no_values_and_can_be_saved(desk: Desk, tmp_path: Path) -> None:
    entry = take(desk, tmp_path, [a_row(beratungdatum="gestern mit Frau Demir")])
    assert "Demir" not in entry.report
    assert "Haddad" not in entry.report
    assert "beratungdatum" in entry.report
    save_report(entry, tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8-sig").startswith(entry.report[:20])


def test_cancelling_keeps_what_was_taken_in_and_it_can_be_taken_back(desk: Desk, tmp_path: Path) -> None:
    file, reading = open_table(desk, write_webapp(tmp_path / "export.xlsx", a_crowd(120)))
    preview = look(desk, file, reading, Silence())
    with pytest.raises(Cancelled):
        take_in_cases(desk, file, reading, preview, StopAt(60), with_doubles=True)
    (entry,) = list_imports(desk)
    assert 0 < len(entry.case_ids) < 120
    assert entry.report == ""
    assert undo_import(desk, entry, Silence()).count == len(entry.case_ids)


def test_only_untouched_cases_are_taken_back_and_the_others_are_named(desk: Desk, tmp_path: Path) -> None:
    entry = take(desk, tmp_path, [a_row(), a_row(ID=1, Nachname="Koval", Email="k@example.org", Telefon="")])
    desk.webapp.imports.changed.add(entry.case_ids[0])  # type: ignore[attr-defined]  # the one in memory
    undone = undo_import(desk, entry, Silence())
    assert undone.count == 1
    assert undone.left == (desk.cases.get(entry.case_ids[0]).number,)
    (after,) = list_imports(desk)
    assert after.undone_at is not None
    assert after.case_ids == entry.case_ids[:1]


def test_a_file_without_people_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = write_webapp(tmp_path / "other.xlsx", [{"Artikel": "Tisch", "Preis": 3}], heads=("Artikel", "Preis"))
    with pytest.raises(IqError, match="does not look like"):
        open_table(desk, path)


def test_trainees_take_nothing_in_and_advisers_only_undo_their_own(desk: Desk, tmp_path: Path) -> None:
    entry = take(desk, tmp_path, [a_row()])
    trainee = replace(desk, adviser=Adviser("t", "T", role=Role.TRAINEE))
    with pytest.raises(NotAllowed):
        open_table(trainee, tmp_path / "export.xlsx")
    other = replace(desk, adviser=Adviser("o", "O", role=Role.ADVISER))
    assert list_imports(other) == ()
    with pytest.raises(NotAllowed):
        undo_import(other, entry, Silence())
