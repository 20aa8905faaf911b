"""The directory of competent bodies: begins with kinds, is edited, goes out as a table and comes back."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from iq_desktop.domain.body import BodyKind, CompetentBody
from iq_desktop.exchange.spreadsheet import CsvFiles
from iq_desktop.usecases.bodies import (
    begin_with_kinds,
    list_bodies,
    matching_bodies,
    put_bodies_back,
    remove_body,
    save_body,
    take_in_bodies,
    write_bodies,
)
from iq_desktop.wording.problems import IqError
from tests.support.fakes import a_desk

if TYPE_CHECKING:
    from pathlib import Path

    from iq_desktop.usecases.desk import Desk

CHAMBER = CompetentBody(
    "Handwerkskammer Musterstadt",
    BodyKind.CHAMBER_CRAFTS,
    "Handwerk",
    region="Berlin",
    place="Berlin",
    phone="+49 30 1234",
    remarks="=1+1",
    checked_on=dt.date(2026, 11, 3),
)


@pytest.fixture
def desk(project_folder: Path) -> Desk:
    return a_desk(project_folder / "translations", tables=CsvFiles())


def test_the_first_entries_are_kinds_without_an_address(desk: Desk) -> None:
    begin_with_kinds(desk)
    bodies = list_bodies(desk)
    assert {one.kind for one in bodies} >= {BodyKind.CHAMBER_CRAFTS, BodyKind.HEALTH, BodyKind.EVALUATION}
    assert all(one.is_only_a_kind and one.responsible_for for one in bodies)
    begin_with_kinds(desk)
    assert list_bodies(desk) == bodies, "a second time adds nothing"


def test_every_typed_word_must_stand_in_a_body(desk: Desk) -> None:
    begin_with_kinds(desk)
    save_body(desk, CHAMBER)
    assert matching_bodies(list_bodies(desk), "musterSTADT berl") == (CHAMBER,)
    assert matching_bodies(list_bodies(desk), "musterstadt hamburg") == ()
    assert len(matching_bodies(list_bodies(desk), "")) == len(list_bodies(desk))


def test_a_body_is_changed_and_removed(desk: Desk) -> None:
    save_body(desk, CHAMBER)
    other = replace(CHAMBER, phone="030 99")
    save_body(desk, other)
    assert list_bodies(desk) == (other,)
    remove_body(desk, other)
    assert list_bodies(desk) == ()


def test_a_table_brings_back_what_it_was_made_of(desk: Desk, tmp_path: Path) -> None:
    begin_with_kinds(desk)
    save_body(desk, CHAMBER)
    before = list_bodies(desk)
    table = tmp_path / "bodies.csv"
    assert write_bodies(desk, table) == len(before)
    put_bodies_back(desk, ())
    count, was, _ = take_in_bodies(desk, table)
    assert (count, was) == (len(before), ())
    assert list_bodies(desk) == before
    head = table.read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith("Name;Art;Zuständig für;Land")
    assert "\n=1+1" not in table.read_text(encoding="utf-8-sig").replace(";", "\n"), "spreadsheets calculate nothing"


def test_the_same_name_is_brought_up_to_date_and_the_rest_stays(desk: Desk, tmp_path: Path) -> None:
    save_body(desk, CHAMBER)
    save_body(desk, other := CompetentBody("Ärztekammer"))
    table = tmp_path / "mine.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = (("Name", "Telefon", "Stand"), (CHAMBER.name.upper(), "030 5", "2026-11-20"), ("Neue Stelle", "", ""))
        csv.writer(file).writerows((*rows, ("", "nobody", "")))
    count, before, _ = take_in_bodies(desk, table)
    assert count == 2
    found = {one.name: one for one in list_bodies(desk)}
    assert found[CHAMBER.name.upper()].id == CHAMBER.id
    assert found[CHAMBER.name.upper()].checked_on == dt.date(2026, 11, 20)
    assert found["Ärztekammer"] == other
    assert "Neue Stelle" in found
    put_bodies_back(desk, before)
    assert set(list_bodies(desk)) == {CHAMBER, other}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Firma,Ort\nx,y\n", "{file} is no list of bodies: it needs a column “Name”."),
        ("Name,Stand\nx,gestern\n", "“{words}” is no day such as 23.11.2026."),
    ],
)
def test_a_wrong_table_is_refused_and_changes_nothing(desk: Desk, tmp_path: Path, words: str, told: str) -> None:
    save_body(desk, CHAMBER)
    table = tmp_path / "wrong.csv"
    table.write_text(words, encoding="utf-8")
    with pytest.raises(IqError) as refused:
        take_in_bodies(desk, table)
    assert told in repr(refused.value.text)
    assert list_bodies(desk) == (CHAMBER,)
