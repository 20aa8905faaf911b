"""Postal codes of GeoNames in both layouts, and what becomes of firms with a code of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iq_desktop.catalogues.refusal import BrokenFile, IncompleteCatalogue
from iq_desktop.domain.course import Place
from tests.support.catalogue_files import CollectingStore, take_in, write_csv

if TYPE_CHECKING:
    from pathlib import Path


def row(code: str, name: str, latitude: str = "51.05", longitude: str = "13.73", **more: str) -> dict[str, str]:
    base = {
        "country_code": "DE",
        "zipcode": code,
        "place": name,
        "state": "Sachsen",
        "community": "Kreisfreie Stadt Dresden",
        "latitude": latitude,
        "longitude": longitude,
    }
    return base | more


def names(store: CollectingStore) -> list[tuple[str, str]]:
    return [(place.postal_code, place.name) for place in store.places]


def reasons(store: CollectingStore) -> list[tuple[str, int, int]]:
    return [(one.reason.message, one.count, one.first_line) for one in store.states[0].skipped]


def test_places_with_leading_zeros_the_main_one_of_a_code_first(tmp_path: Path) -> None:
    rows = [row("01067", "Dresden Innere Altstadt"), row("01067", "Dresden"), row("01067", "Dresden Friedrichstadt")]
    store = take_in(write_csv(tmp_path / "places.csv", [*rows, row("99084", "Erfurt")]))
    assert names(store)[0] == ("01067", "Dresden")
    assert len(store.places) == 4
    assert store.places[0] == Place("01067", "Dresden", 51.05, 13.73)
    state = store.states[0]
    assert [count for _, count in state.counts] == [4, 2]
    assert "CC BY 4.0" in state.notice.message


@pytest.mark.parametrize(
    "firm",
    [
        "Muster GmbH & Co. KG",
        "Agentur für Arbeit Dresden",
        "Stadtsparkasse",
        "AOK Plus",
        "Finanzamt",
        "Uniklinik",
        "X e.V.",
    ],
)
def test_a_code_of_firms_keeps_its_place_under_the_name_of_the_town(tmp_path: Path, firm: str) -> None:
    rows = [row("01055", firm, "51.01", "13.71"), row("01055", "Andere Firma"), row("01067", "Dresden")]
    store = take_in(write_csv(tmp_path / "places.csv", rows))
    assert names(store) == [("01055", "Dresden"), ("01067", "Dresden")]
    assert store.places[0].latitude == 51.01
    assert reasons(store) == [("firms and authorities with a postal code of their own", 2, 2)]


def test_people_who_live_beside_a_firm_keep_their_place(tmp_path: Path) -> None:
    rows = [row("01067", "Dresden"), row("01069", "Dresden"), row("01069", "Volksbank eG")]
    assert names(take_in(write_csv(tmp_path / "p.csv", rows))) == [("01067", "Dresden"), ("01069", "Dresden")]


@pytest.mark.parametrize(
    "village", ["Kammerforst", "Bankholzen", "Landesbergen", "Agathenburg", "Sehnde", "Bad Kissingen"]
)
def test_villages_are_no_firms(tmp_path: Path, village: str) -> None:
    assert names(take_in(write_csv(tmp_path / "p.csv", [row("95500", village)]))) == [("95500", village)]


def test_rows_that_cannot_be_used_are_counted(tmp_path: Path) -> None:
    rows = [
        row("01067", "Dresden"),
        row("01067", "Dresden"),
        row("1067", "Vierstellig"),
        row("8000", "Zürich", country_code="CH"),
        row("01068", "Nullpunkt", "0", "0"),
        row("01069", "Vertauscht", "13.73", "51.05"),
        row("01070", "Wort", "nördlich"),
        row("01071", "Unzahl", "nan"),
        row("01072", " "),
    ]
    store = take_in(write_csv(tmp_path / "places.csv", rows))
    assert names(store) == [("01067", "Dresden")]
    assert reasons(store) == [
        ("the same place once more", 1, 3),
        ("not a place with a German postal code", 3, 4),
        ("coordinates that are not in Germany", 4, 6),
    ]


GEONAMES = (
    "DE\t01067\tDresden\tSachsen\tSN\t\t00\tDresden, Stadt\t14612\t51.0573\t13.7172\t4\n"
    "DE\t10875\tDaimler AG\tBerlin\tBE\t\t00\tBerlin, Stadt\t11000\t52.5\t13.4\t\n"
)


def test_the_original_text_file_without_a_head(tmp_path: Path) -> None:
    file = tmp_path / "DE.txt"
    file.write_text(GEONAMES, encoding="utf-8")
    store = take_in(file)
    assert names(store) == [("01067", "Dresden"), ("10875", "Berlin")]


@pytest.mark.parametrize(
    ("content", "line"),
    [(GEONAMES + "DE\t01069\tDres", 3), (GEONAMES + "a\tb\n", 3), (GEONAMES.replace("Daimler", "D\udce4imler"), 2)],
    ids=["cut", "narrow", "latin-1"],
)
def test_a_broken_text_file_is_refused_with_its_line(tmp_path: Path, content: str, line: int) -> None:
    file = tmp_path / "DE.txt"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    store = CollectingStore()
    with pytest.raises(BrokenFile) as refused:
        take_in(file, store)
    assert dict(refused.value.text.values)["line"] == str(line)
    assert store == CollectingStore()


def test_a_file_without_a_german_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IncompleteCatalogue):
        take_in(write_csv(tmp_path / "p.csv", [row("8000", "Zürich", country_code="CH")]))
