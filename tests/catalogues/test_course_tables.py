"""Tables of courses: heads, bytes and cells as people write them; corrected mappings; damages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.containers import FoundFile
from iq_desktop.catalogues.course_tables import CourseCsv
from iq_desktop.catalogues.recognise import Recogniser, find_kind
from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue, UnknownFile
from iq_desktop.domain.course import CourseOffer
from iq_desktop.domain.course_mapping import COURSE_FIELDS, CourseMapping, looks_like_courses, propose_mapping
from iq_desktop.domain.course_traits import CourseFunding, CourseKind, TeachingForm, TeachingTime
from iq_desktop.domain.imports import CatalogueKind
from iq_desktop.domain.language_skill import Level
from iq_desktop.usecases.progress import Cancelled, Silence
from tests.support.catalogue_files import CollectingStore, StoppingProgress, take_in
from tests.support.fakes import FixedClock
from tests.support.memory_courses import MemoryMappings

if TYPE_CHECKING:
    from pathlib import Path

HEADS = "Kursnr.;Kurstitel;Träger;Beginn;Ende;PLZ;Ort;Unterrichtsform;Unterrichtszeiten;UE;Preis;Zielniveau;Förderung"
ROW = (
    '17;Deutsch für den Beruf;Sprachhaus Mitte;11.01.2027;30.6.27;01067;Dresden;Präsenz;"Mo–Fr 17:30 - 20:45";400;'
    '"1.250,00 €";von B1 auf B2;Bildungsgutschein'
)


def write(tmp_path: Path, *rows: str, heads: str = HEADS, encoding: str = "utf-8", name: str = "liste.csv") -> Path:
    file = tmp_path / name
    file.write_bytes("\r\n".join((heads, *rows, "")).encode(encoding))
    return file


def only(store: CollectingStore) -> CourseOffer:
    (offer,) = store.courses.values()
    return offer


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_cell_however_the_bytes_are_written(tmp_path: Path, encoding: str) -> None:
    store = take_in(write(tmp_path, ROW, encoding=encoding))
    offer = only(store)
    assert offer == CourseOffer(
        catalogue=store.states[0].id,
        id="17",
        title="Deutsch für den Beruf",
        provider="Sprachhaus Mitte",
        form=TeachingForm.CLASSROOM,
        postal_code="01067",
        place="Dresden",
        starts_on=dt.date(2027, 1, 11),
        ends_on=dt.date(2027, 6, 30),
        hours=400,
        price=Decimal("1250.00"),
        kind=CourseKind.VOCATIONAL_GERMAN,
        exit_level=Level.B1,
        times=(TeachingTime.EVENING,),
        fundings=(CourseFunding.BAMF, CourseFunding.VOUCHER, CourseFunding.OWN),
    )
    assert store.states[0].version == "liste"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_any_usual_delimiter(tmp_path: Path, delimiter: str) -> None:
    heads = delimiter.join(("Titel", "Anbieter", "Ort"))
    assert only(take_in(write(tmp_path, delimiter.join(("Kurs", "Haus", "Bonn")), heads=heads))).place == "Bonn"


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("199", "199"),
        ("199,50 EUR", "199.50"),
        ("1.200 €", "1200"),
        ("1200.50", "1200.50"),
        ("kostenlos", "0"),
        ("auf Anfrage", None),
    ],
)
def test_prices(tmp_path: Path, cell: str, price: str | None) -> None:
    offer = only(take_in(write(tmp_path, f'Kurs;Haus;Bonn;"{cell}"', heads="Titel;Anbieter;Ort;Preis")))
    assert offer.price == (None if price is None else Decimal(price))


@pytest.mark.parametrize(
    ("cell", "day", "is_flexible"),
    [
        ("2027-02-01", dt.date(2027, 2, 1), False),
        ("01.02.2027 (Montag)", dt.date(2027, 2, 1), False),
        ("jederzeit", None, True),
        ("auf Anfrage", None, True),
        ("demnächst", None, False),
    ],
)
def test_days(tmp_path: Path, cell: str, day: dt.date | None, is_flexible: bool) -> None:
    offer = only(take_in(write(tmp_path, f"Kurs;Haus;{cell}", heads="Titel;Anbieter;Beginn")))
    assert (offer.starts_on, offer.flexible_start) == (day, is_flexible)


def test_a_postal_code_whose_nought_a_spreadsheet_has_eaten(tmp_path: Path) -> None:
    assert only(take_in(write(tmp_path, "Kurs;Haus;1067", heads="Titel;Anbieter;PLZ"))).postal_code == "01067"


def test_rows_that_cannot_be_used_are_counted_and_the_same_row_keeps_its_identity(tmp_path: Path) -> None:
    heads = "Titel;Anbieter;Beginn;Ende"
    rows = ("Kurs;Haus;;", "Kurs;Haus;;", ";Haus;;", "A;B;31.02.2027;", "A;B;2.1.2027;1.1.2027", "", "B;C;;")
    first, second = take_in(write(tmp_path, *rows, heads=heads)), take_in(write(tmp_path, *rows[::-1], heads=heads))
    assert set(first.courses) == set(second.courses)
    assert {offer.title for offer in first.courses.values()} == {"Kurs", "B"}
    reasons = {one.reason.message: one.count for one in first.states[0].skipped}
    assert reasons == {
        "the same identity once more": 1,
        "no title": 1,
        "a date that is none": 1,
        "ends before it begins": 1,
    }


def test_heads_are_recognised_and_others_are_no_courses(tmp_path: Path) -> None:
    mapping = propose_mapping(HEADS.split(";"))
    assert mapping.head_of("title") == "Kurstitel"
    assert mapping.head_of("hours") == "UE"
    assert mapping.head_of("web") == ""
    assert len({head for _, head in mapping.columns}) == len(mapping.columns)
    assert not looks_like_courses(("a", "b"))
    assert not looks_like_courses(("Name", "Vorname", "PLZ", "Telefon"))
    assert looks_like_courses(("Kurs", "Träger", "Start"))
    assert find_kind(FoundFile(write(tmp_path, "a;b", heads="Name;Vorname"))) is None
    assert find_kind(FoundFile(write(tmp_path, ROW))) is CatalogueKind.COURSES


def test_what_somebody_corrected_is_remembered_for_the_same_heads(tmp_path: Path) -> None:
    heads = ("Titel", "Anbieter", "Ort", "Hinweis")
    table = CourseCsv().look(write(tmp_path, "Kurs;Haus;Bonn;B2", heads=";".join(heads)))
    assert table is not None
    assert table.example("Hinweis") == "B2"
    corrected = table.proposed.with_column("exit_level", "Hinweis").with_column("place", "")
    assert corrected.is_enough
    mappings = MemoryMappings()
    mappings.keep(corrected)
    store = CollectingStore()
    path = write(tmp_path, "Kurs;Haus;Bonn;B2", heads=";".join(heads))
    Recogniser(FixedClock(), mappings).recognise(path).take_in(store, Silence())
    assert (only(store).exit_level, only(store).place) == (Level.B2, "")


def test_a_mapping_without_a_title_is_refused_in_words(tmp_path: Path) -> None:
    path = write(tmp_path, ROW)
    mappings = MemoryMappings()
    table = CourseCsv().look(path)
    assert table is not None
    mappings.keep(CourseMapping(table.heads))
    with pytest.raises(IncompleteCatalogue):
        Recogniser(FixedClock(), mappings).recognise(path).take_in(CollectingStore(), Silence())


def test_each_field_of_a_mapping_is_a_field_of_an_offer() -> None:
    assert set(COURSE_FIELDS) <= set(CourseOffer.__dataclass_fields__)


MANY = tuple(f"{at};Kurs {at};Haus;11.01.2027;30.6.27;01067;Dresden;Präsenz;abends;400;99;B2;" for at in range(80))
SOUND = "\r\n".join((HEADS, *MANY, "")).encode()


@pytest.mark.parametrize(
    "broken",
    [
        SOUND.replace(b"Kurs 40", b'"Kurs 40', 1),
        SOUND.replace(b"Kurs 40", b'"Kurs" 40', 1),
        SOUND[: len(SOUND) // 2] + b'"',
        b"",
        b"\0" * 200,
        HEADS.encode(),
        HEADS.encode() + b"\r\n" + b";" * 30,
        SOUND.replace(b"Kurstitel", b"Nichts"),
        SOUND.replace(b";", b""),
        b"\xff\xfe" + SOUND,
        SOUND.replace(b"\n", b" "),
        b"PK\x03\x04" + SOUND,
    ],
    ids=range(12),
)
def test_a_broken_table_changes_nothing(tmp_path: Path, broken: bytes) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(broken)
    store = CollectingStore()
    with pytest.raises((BrokenFile, IncompleteCatalogue, UnknownFile)):
        take_in(file, store)
    assert store == CollectingStore()


def test_it_can_be_stopped(tmp_path: Path) -> None:
    file = write(tmp_path, *(f"{at};Kurs {at};Haus;;;;;;;;;;" for at in range(3000)))
    store = CollectingStore()
    with pytest.raises(Cancelled):
        Recogniser(FixedClock()).recognise(file).take_in(store, StoppingProgress(2))
    assert store == CollectingStore()
